//! The levels of findings that a configuration sets.

use crate::{
    model::{Code, Grade, LevelSetting, Message, Problem, Severity},
    toml_source::{Fields, Item, Placed, nearest, placed_string, span},
};

/// The kind of finding whose level may depend on how grave a change is.
const GRADED: &str = "stale";

/// What stands among the levels and is none: what it is that a clone knows too little.
pub(super) const SHALLOW: &str = "shallow";

/// Reads tables of levels: `stale = "warn"`, or `stale = { wording = "warn", typography = "off" }`.
pub(super) struct LevelReader<'a> {
    /// The kinds of finding that there are.
    pub(super) codes: &'a [Code],
}

impl LevelReader<'_> {
    /// The levels of a table, in its order.
    pub(super) fn read(&self, item: &Item<'_>, problems: &mut Vec<Problem>) -> Vec<LevelSetting> {
        let Some(fields) = Fields::open(item, problems) else { return Vec::new() };
        let levels = fields.iter().filter(|(key, _)| key.value != SHALLOW);
        levels.flat_map(|(key, value)| self.levels_of(&key, value, problems)).collect()
    }

    fn levels_of(
        &self,
        key: &Placed<&str>,
        value: &Item<'_>,
        problems: &mut Vec<Problem>,
    ) -> Vec<LevelSetting> {
        let code = self.codes.iter().find(|code| code.as_str() == key.value).copied();
        if code.is_none() {
            problems.push(Problem { span: key.span, message: self.unknown(key.value) });
        }
        let settings = if key.value == GRADED && value.get_ref().is_table() {
            by_grade(value, problems)
        } else {
            level(key.value, value, problems).map(|severity| (None, severity)).into_iter().collect()
        };
        let Some(code) = code else { return Vec::new() };
        let setting = |(grade, severity)| LevelSetting { code, grade, severity };
        settings.into_iter().map(setting).collect()
    }

    fn unknown(&self, name: &str) -> Message {
        match nearest(name, self.codes.iter().map(|code| code.as_str())) {
            Some(nearest) => Message::new("config-unknown-code-nearest")
                .with("code", name)
                .with("nearest", nearest),
            None => Message::new("config-unknown-code").with("code", name),
        }
    }
}

/// The levels of a table by the grades of change.
fn by_grade(
    item: &Item<'_>,
    problems: &mut Vec<Problem>,
) -> Vec<(Option<Grade>, Option<Severity>)> {
    let Some(fields) = Fields::of(item, &Grade::ALL.map(Grade::as_str), problems) else {
        return Vec::new();
    };
    let grade = |name: &str| Grade::ALL.into_iter().find(|grade| grade.as_str() == name);
    let known =
        fields.iter().filter_map(|(key, value)| Some((grade(key.value)?, key.value, value)));
    known
        .filter_map(|(grade, name, value)| Some((Some(grade), level(name, value, problems)?)))
        .collect()
}

/// A level by its word; no severity is off.
fn level(name: &str, value: &Item<'_>, problems: &mut Vec<Problem>) -> Option<Option<Severity>> {
    match placed_string(value).as_ref().map(|level| level.value.as_str()) {
        Some("error") => Some(Some(Severity::Error)),
        Some("warn" | "warning") => Some(Some(Severity::Warn)),
        Some("info") => Some(Some(Severity::Info)),
        Some("off") => Some(None),
        _ => {
            let message = Message::new("config-level").with("code", name);
            problems.push(Problem { span: span(value), message });
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Config;

    #[test]
    fn a_level_may_depend_on_the_grade() {
        let text =
            "[check]\nstale = { number = \"error\", typography = \"off\", word = \"info\" }\n";
        let stale = Code::new("stale");
        let mut problems = Vec::new();
        let levels = Config::read(text, &[stale], &mut problems).levels;
        let setting = |grade, severity| LevelSetting { code: stale, grade: Some(grade), severity };
        let expected =
            [setting(Grade::Number, Some(Severity::Error)), setting(Grade::Typography, None)];
        assert_eq!(levels, expected);
        assert_eq!(problems[0].span.of(text), "word");
    }
}
