//! Catalogues: texts by their keys. Two of them are paired key by key, in whatever order.
//!
//! A format gives entries; what all share is here: keys that stand twice, plurals, comments.

pub(super) mod android;
pub(super) mod apple;
mod bilingual;
pub(super) mod escapes;
pub(super) mod fluent;
pub(super) mod json;
mod message;
pub(super) mod po;
pub(super) mod properties;
pub(super) mod resx;
pub(super) mod toml;
pub(super) mod xliff;
pub(super) mod yaml;

pub use bilingual::{both_in_one, may_be_both_in_one};
pub use po::is_untouched;

use std::collections::{BTreeMap, BTreeSet};

use super::{
    builder::{Parsed, RawBlock},
    prose::Prose,
};
use crate::model::{BlockKind, Span, Standing};

/// The categories that Russian has beside those of English; what they say, another form says too.
const RUSSIAN_ONLY: [&str; 3] = ["few", "many", "two"];

/// The categories of plurals (CLDR).
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The entries of a file as they are read.
#[derive(Debug, Default)]
pub(super) struct Entries {
    entries: Vec<(String, Prose, Option<Standing>)>,
    comments: Vec<(Span, String)>,
    problem: Option<Span>,
}

impl Entries {
    /// A text and its key.
    fn add(&mut self, key: String, prose: Prose) {
        self.add_standing(key, prose, None);
    }

    /// A text, its key, and what the file says of it as a translation.
    fn add_standing(&mut self, key: String, prose: Prose, standing: Option<Standing>) {
        self.entries.push((key, prose, standing));
    }

    /// A comment and its bytes.
    fn comment(&mut self, span: Span, text: &str) {
        self.comments.push((span, text.trim().to_owned()));
    }

    /// The file cannot be read from here on.
    fn broken(&mut self, text: &str, at: usize) {
        let at = text.floor_char_boundary(at.min(text.len()));
        self.problem.get_or_insert(Span::at(at));
    }

    /// What was read, as blocks; plurals by category.
    fn finish(self) -> Parsed {
        let mut parsed = Parsed { keyed: true, comments: self.comments, ..Parsed::default() };
        if let Some(span) = self.problem {
            parsed.problem(span, "malformed-catalogue");
        }
        let plurals = Plurals::of(self.entries.iter().map(|(key, ..)| key.as_str()));
        for (key, prose, standing) in self.entries {
            let Some(key) = plurals.name(&key) else { continue };
            let (prose, verbatims) = message::read(prose);
            let is_text = prose.text().contains(char::is_alphabetic);
            if let Some(span) = prose.extent().filter(|_| is_text) {
                let block = RawBlock::bare(BlockKind::Value, span, 0);
                let label = Some(key);
                parsed.blocks.push(RawBlock { label, standing, prose, verbatims, ..block });
            }
        }
        parsed
    }
}

/// Adds the text at `span`, its tags as what is compared.
pub(super) fn push_marked(text: &str, span: Span, prose: &mut Prose) {
    let mut plain = Prose::default();
    plain.push(span.of(text), span);
    let (read, verbatims) = message::read(plain);
    prose.push_from(&read, 0..read.len());
    verbatims.into_iter().for_each(|verbatim| prose.hold(verbatim));
}

/// The comments that fill a line, by the sign that they begin with.
fn line_comments(text: &str, sign: char, entries: &mut Entries) {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim();
        if let Some(comment) = content.strip_prefix(sign) {
            let start = at + line.len() - line.trim_start().len();
            entries.comment(Span::new(start, start + content.len()), comment);
        }
        at += line.len();
    }
}

/// Keys that are forms of one plural, by what they have in common.
#[derive(Debug, Default)]
struct Plurals(BTreeMap<String, BTreeSet<&'static str>>);

impl Plurals {
    fn of<'a>(keys: impl Iterator<Item = &'a str>) -> Self {
        let mut forms: BTreeMap<String, BTreeSet<&'static str>> = BTreeMap::new();
        for (base, category) in keys.filter_map(form) {
            forms.entry(base.to_owned()).or_default().insert(category);
        }
        forms.retain(|_, forms| forms.len() > 1);
        Self(forms)
    }

    /// What a key is called on both sides; none for a form that English does not have.
    fn name(&self, key: &str) -> Option<String> {
        let Some((base, category)) = form(key) else { return Some(key.to_owned()) };
        let Some(forms) = self.0.get(base) else { return Some(key.to_owned()) };
        let stands_for_other = !forms.contains("other") && category == "many";
        if stands_for_other {
            return Some(format!("{base}other"));
        }
        (!RUSSIAN_ONLY.contains(&category)).then(|| key.to_owned())
    }
}

/// The plural that a key names a form of, and which: `letters.one` is one of `letters`.
#[must_use]
pub fn plural_form(key: &str) -> Option<(&str, &'static str)> {
    let (base, category) = form(key)?;
    Some((base.trim_end_matches(['.', '_', '-', '#']), category))
}

/// The form that a key names, and the key without it: `letters_few`, `letters.few`, `letters[few]`.
fn form(key: &str) -> Option<(&str, &'static str)> {
    let category = CATEGORIES.iter().find(|category| key.ends_with(**category))?;
    let base = key.get(..key.len() - category.len())?;
    base.ends_with(['.', '_', '-', '#']).then_some((base, *category))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_plurals_have_the_same_names_on_both_sides() {
        let names = |keys: &[&str]| -> Vec<String> {
            let plurals = Plurals::of(keys.iter().copied());
            keys.iter().filter_map(|key| plurals.name(key)).collect()
        };
        assert_eq!(
            names(&["a_one", "a_few", "a_many", "a_other", "few", "b.many"]),
            ["a_one", "a_other", "few", "b.many"]
        );
        assert_eq!(names(&["a.one", "a.few", "a.many"]), ["a.one", "a.other"]);
    }
}
