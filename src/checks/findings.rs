//! Collecting findings: severities, places and fingerprints in one place.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::{Map, Value, json};

use super::{Rule, rules};
use crate::{
    model::{
        Code, Direction, Edit, Finding, Fingerprint, Fix, Grade, LevelSetting, Message, Place,
        RepoPath, Severity,
    },
    text::normalize,
};

/// The severity of each code for one document; `None` is off.
#[derive(Debug, Clone)]
pub struct Levels {
    codes: BTreeMap<Code, Option<Severity>>,
    /// Where it depends on how grave a change is.
    grades: BTreeMap<(Code, Grade), Option<Severity>>,
}

impl Levels {
    /// What the checks themselves ask for.
    #[must_use]
    pub fn defaults() -> Self {
        let codes = rules().map(|&Rule { code, severity, .. }| (code, severity)).collect();
        Self { codes, grades: BTreeMap::new() }
    }

    /// The same with one code at another level.
    pub fn set(&mut self, code: Code, severity: Option<Severity>) {
        self.codes.insert(code, severity);
        self.grades.retain(|(graded, _), _| *graded != code);
    }

    /// The same as a configuration asks.
    pub fn apply(&mut self, setting: &LevelSetting) {
        match setting.grade {
            Some(grade) => {
                self.grades.insert((setting.code, grade), setting.severity);
            }
            None => self.set(setting.code, setting.severity),
        }
    }

    /// The level of each code, and where it depends on the grade of a change, of each grade.
    pub fn all(&self) -> impl Iterator<Item = (Code, Option<Grade>, Option<Severity>)> {
        let codes = self.codes.iter().map(|(code, level)| (*code, None, *level));
        let grades = self.grades.iter();
        codes.chain(grades.map(|((code, grade), level)| (*code, Some(*grade), *level)))
    }

    /// The level of a code.
    #[must_use]
    pub fn of(&self, code: Code) -> Option<Severity> {
        self.codes.get(&code).copied().flatten()
    }

    /// The level of a finding: that of its grade, or of its code within the finding's own cap.
    fn of_draft(&self, draft: &Draft) -> Option<Severity> {
        let graded = draft.grade.and_then(|grade| self.grades.get(&(draft.code, grade)));
        graded.copied().unwrap_or_else(|| Some(self.of(draft.code)?.min(draft.at_most)))
    }
}

/// The findings of one document pair, as checks report them.
#[derive(Debug)]
pub struct Findings<'a> {
    levels: &'a Levels,
    direction: Direction,
    found: Vec<Finding>,
    seen: HashMap<Fingerprint, u32>,
    /// How many findings of a kind are told one by one.
    most: usize,
    counts: HashMap<Code, usize>,
}

/// A finding before it has a severity and a fingerprint.
#[derive(Debug, Clone)]
pub struct Draft {
    code: Code,
    message: Message,
    source: Option<Place>,
    target: Option<Place>,
    was: Option<String>,
    direction: Option<Direction>,
    data: Map<String, Value>,
    /// The keys of `data` that are no part of what the finding is about.
    passing: BTreeSet<String>,
    at_most: Severity,
    grade: Option<Grade>,
    fix: Option<Fix>,
}

impl Draft {
    /// A finding of the kind `code` that says `message`.
    #[must_use]
    pub fn new(code: Code, message: Message) -> Self {
        Self {
            code,
            message,
            source: None,
            target: None,
            was: None,
            direction: None,
            data: Map::new(),
            passing: BTreeSet::new(),
            at_most: Severity::Error,
            grade: None,
            fix: None,
        }
    }

    /// Whether it is of the kind that `rule` reports.
    pub(super) fn is(&self, rule: Rule) -> bool {
        self.code == rule.code
    }

    /// Where in the translation it stands.
    pub(super) const fn target(&self) -> Option<&Place> {
        self.target.as_ref()
    }

    /// Says something else of what it reports.
    pub(super) fn saying(self, message: Message) -> Self {
        Self { message, ..self }
    }

    /// Cures at once what `other` reports, too.
    pub(super) fn curing(mut self, other: Self) -> Self {
        self.fix = match (self.fix.take(), other.fix) {
            (Some(mut fix), Some(more)) => {
                fix.edits.extend(more.edits);
                fix.edits.sort_by_key(|edit| edit.span.start);
                Some(fix)
            }
            (one, other) => one.or(other),
        };
        self
    }

    /// Where in the original.
    #[must_use]
    pub fn in_source(mut self, place: Place) -> Self {
        self.source = Some(place);
        self
    }

    /// Where in the translation.
    #[must_use]
    pub fn in_target(mut self, place: Place) -> Self {
        self.target = Some(place);
        self
    }

    /// Where in the original and where in the translation, the one being the side that leads.
    #[must_use]
    pub fn between(
        mut self,
        direction: Direction,
        original: Option<Place>,
        translation: Option<Place>,
    ) -> Self {
        (self.source, self.target) = direction.roles((original, translation));
        self.direction = Some(direction);
        self
    }

    /// What the original said when it was translated.
    #[must_use]
    pub fn was(mut self, text: impl Into<String>) -> Self {
        self.was = Some(text.into());
        self
    }

    /// A fact for programs.
    #[must_use]
    pub fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.data.insert(key.to_owned(), value.into());
        self
    }

    /// A fact for programs that may change while the finding stays the same: how much, since when,
    /// by whom. It is no part of the fingerprint.
    #[must_use]
    pub fn noting(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.passing.insert(key.to_owned());
        self.with(key, value)
    }

    /// Offers changes of the file at `path` that cure it; none is no offer.
    #[must_use]
    pub fn fixed_by(mut self, path: RepoPath, edits: Vec<Edit>) -> Self {
        self.fix = (!edits.is_empty()).then_some(Fix { path, edits });
        self
    }

    /// Caps the severity, for a case that matters less than its kind; the lowest of several caps
    /// counts.
    #[must_use]
    pub fn at_most(mut self, severity: Severity) -> Self {
        self.at_most = self.at_most.min(severity);
        self
    }

    /// Says how grave the change is that it reports: a configuration may set a level for that.
    #[must_use]
    pub fn graded(mut self, grade: Grade) -> Self {
        self.grade = Some(grade);
        self
    }
}

impl<'a> Findings<'a> {
    /// No findings yet; severities as `levels` has them.
    #[must_use]
    pub fn new(levels: &'a Levels) -> Self {
        let (found, seen, counts) = (Vec::new(), HashMap::new(), HashMap::new());
        Self { levels, direction: Direction::RuEn, found, seen, most: usize::MAX, counts }
    }

    /// The same for a pair of that direction.
    #[must_use]
    pub fn in_direction(self, direction: Direction) -> Self {
        Self { direction, ..self }
    }

    /// The same for a document of so many segments: more findings of a kind than any text has are
    /// not told one by one, but by their number.
    #[must_use]
    pub fn for_segments(self, segments: usize) -> Self {
        const ANYWAY: usize = 200;
        const OF_EACH: usize = 10;
        Self { most: ANYWAY + OF_EACH * segments, ..self }
    }

    /// Reports a finding, unless its kind is off here.
    pub fn push(&mut self, draft: Draft) {
        let Some(severity) = self.levels.of_draft(&draft) else { return };
        let count = self.counts.entry(draft.code).or_default();
        *count += 1;
        if *count > self.most {
            return;
        }
        let fingerprint = self.fingerprint(&draft);
        let Draft { code, message, source, target, was, direction, data, fix, .. } = draft;
        self.found.push(Finding {
            code,
            severity,
            message,
            source,
            target,
            was,
            direction: direction.unwrap_or(self.direction),
            data,
            fingerprint,
            fix,
        });
    }

    /// Whether findings of the kind `code` are reported here.
    pub(super) fn reports(&self, code: Code) -> bool {
        self.levels.of(code).is_some()
    }

    /// Drops the findings that `is_allowed` names and says how many they were.
    pub(super) fn silence(&mut self, is_allowed: impl Fn(&Finding) -> bool) -> usize {
        let before = self.found.len();
        self.found.retain(|finding| !is_allowed(finding));
        before - self.found.len()
    }

    /// The findings in the order of their places: source first, where there is one.
    #[must_use]
    pub fn into_sorted(self) -> Vec<Finding> {
        let mut found = self.found;
        found.sort_by_key(place_key);
        for (&code, &count) in self.counts.iter().filter(|(_, count)| **count > self.most) {
            if let Some(last) = found.iter().rposition(|finding| finding.code == code) {
                found.insert(last + 1, more(&found[last], count - self.most));
            }
        }
        found
    }

    /// Made of code, path and texts; the same text twice in a document counts up.
    fn fingerprint(&mut self, draft: &Draft) -> Fingerprint {
        let path =
            draft.target.as_ref().or(draft.source.as_ref()).map_or("", |place| place.path.as_str());
        let text = |place: &Option<Place>| {
            place.as_ref().map(|p| normalize::content(&p.text)).unwrap_or_default()
        };
        let (source, target) = (text(&draft.source), text(&draft.target));
        let lasting = draft.data.iter().filter(|(key, _)| !draft.passing.contains(*key));
        let data = lasting.map(|(key, value)| format!("{key}={value}\n")).collect::<String>();
        let parts = [draft.code.as_str(), path, &source, &target, &data];
        let first = Fingerprint::of(parts);
        let times = self.seen.entry(first.clone()).or_default();
        *times += 1;
        if *times == 1 {
            first
        } else {
            Fingerprint::of(parts.into_iter().chain([times.to_string().as_str()]))
        }
    }
}

/// A finding that stands for so many more of its kind, at the place of the last that is told.
fn more(last: &Finding, count: usize) -> Finding {
    let text = |place: &Option<Place>| {
        let path = place.as_ref().map_or("", |place| place.path.as_str());
        path.to_owned()
    };
    let paths = (text(&last.source), text(&last.target));
    let message = Message::new("findings-more").with("code", last.code.as_str());
    Finding {
        message: message.with("count", count),
        was: None,
        data: Map::from_iter([("more".to_owned(), Value::from(count))]),
        fingerprint: Fingerprint::of([last.code.as_str(), &paths.0, &paths.1, "more"]),
        fix: None,
        ..last.clone()
    }
}

/// One of the many places of a finding, as programs read it.
pub(super) fn one_of_many(path: &RepoPath, line: usize) -> Value {
    json!({ "path": path.as_str(), "line": line })
}

fn place_key(finding: &Finding) -> (Option<RepoPath>, usize, usize, Code) {
    let start = |place: &Option<Place>| place.as_ref().map_or(0, |place| place.span.start);
    let path = finding.source.as_ref().or(finding.target.as_ref()).map(|place| place.path.clone());
    (path, start(&finding.source), start(&finding.target), finding.code)
}
