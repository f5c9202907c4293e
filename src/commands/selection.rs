//! Which kinds of findings a run is about: `--select` and `--ignore`.

use std::io;

use clap::{Arg, ArgAction, ArgMatches};

use super::{Failure, explain};
use crate::{checks, model::DocumentReport};

const SELECT: &str = "select";
const IGNORE: &str = "ignore";

pub(super) fn arguments() -> [Arg; 2] {
    [SELECT, IGNORE].map(|name| {
        Arg::new(name).long(name).value_name("CODES").value_delimiter(',').action(ArgAction::Append)
    })
}

/// The kinds that are asked for.
pub(super) struct Selection {
    /// All where it is empty.
    selected: Vec<String>,
    ignored: Vec<String>,
}

impl Selection {
    /// What the arguments choose.
    ///
    /// # Errors
    /// For a name that is no kind of finding and begins none.
    pub(super) fn of(matches: &ArgMatches) -> Result<Self, Failure> {
        let names = |option: &str| matches.get_many::<String>(option).into_iter().flatten();
        let known = |name: &String| {
            let is_known = checks::rules().any(|rule| names_code(name, rule.code.as_str()));
            if is_known { Ok(name.clone()) } else { Err(explain::unknown(name)) }
        };
        Ok(Self {
            selected: names(SELECT).map(known).collect::<Result<_, _>>()?,
            ignored: names(IGNORE).map(known).collect::<Result<_, _>>()?,
        })
    }

    /// Leaves out the findings of other kinds.
    pub(super) fn keep(&self, documents: &mut [DocumentReport]) -> io::Result<()> {
        if self.selected.is_empty() && self.ignored.is_empty() {
            return Ok(());
        }
        let is_among = |names: &[String], code: &str| names.iter().any(|it| names_code(it, code));
        for report in documents {
            report.take_down()?;
            report.findings.retain(|finding| {
                let code = finding.code.as_str();
                (self.selected.is_empty() || is_among(&self.selected, code))
                    && !is_among(&self.ignored, code)
            });
        }
        Ok(())
    }
}

/// Whether a name is that of a kind, or the first words of it: `term` stands for `term-forbidden`
/// and all others of terms.
fn names_code(name: &str, code: &str) -> bool {
    let rest = code.strip_prefix(name.trim_end_matches(['*', '-']));
    !name.is_empty() && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

#[cfg(test)]
mod tests {
    use super::names_code;

    #[test]
    fn the_first_words_of_a_code_name_all_that_begin_so() {
        for (name, code, expected) in [
            ("stale", "stale", true),
            ("term", "term-forbidden", true),
            ("term-*", "term-forbidden", true),
            ("ter", "term-forbidden", false),
            ("", "stale", false),
            ("*", "stale", false),
        ] {
            assert_eq!(names_code(name, code), expected, "{name} {code}");
        }
    }
}
