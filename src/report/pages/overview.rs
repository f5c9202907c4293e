//! All documents of a project at a glance.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::{super::VERSION, past::PastView, tally::Tally};
use crate::{
    analysis::{Chronicle, DocumentCourse},
    history::{Day, LastChange},
    model::{Direction, DocumentReport, Fingerprint, Language, RepoPath},
};

/// A project as its first page shows it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Overview {
    version: u32,
    /// The name of the project's folder.
    pub project: String,
    /// The revision from which on findings are reported; none is all.
    pub base: Option<String>,
    /// The documents, in the order of their paths.
    pub documents: Vec<DocumentSummary>,
    /// The sum of all.
    pub total: Tally,
    /// How the project came to be where it is; none without history.
    pub past: Option<PastView>,
}

/// A document pair in a line.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DocumentSummary {
    /// Its name in addresses, made of its path: it stays as long as the path does.
    pub id: String,
    /// The Russian text.
    pub source: Option<String>,
    /// The English text.
    pub target: Option<String>,
    /// Where the translation belongs.
    pub expected_target: Option<String>,
    /// The language of the original, `ru` or `en`.
    #[schemars(extend("enum" = ["ru", "en"]))]
    pub original: &'static str,
    /// Who changed the original last, and when.
    pub original_changed: Option<ChangedView>,
    /// Who changed the translation last, and when.
    pub translation_changed: Option<ChangedView>,
    /// What is counted.
    pub tally: Tally,
}

/// Who changed a text last, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChangedView {
    /// The author of the commit.
    pub author: String,
    /// The author's date, `2026-11-02`.
    pub date: String,
}

/// What came before today: the history of a project and today's date.
#[derive(Debug, Clone, Copy)]
pub struct Before<'a> {
    /// How the documents came to be what they are.
    pub chronicle: &'a Chronicle,
    /// Today, counted from 1970-01-01.
    pub today: Day,
}

impl Overview {
    /// The overview of a project of that name.
    #[must_use]
    pub fn of(
        project: &str,
        base: Option<&str>,
        reports: &[DocumentReport],
        before: Before<'_>,
    ) -> Self {
        let course = |report: &DocumentReport| {
            report.pair.path().and_then(|path| before.chronicle.documents.get(path))
        };
        let summary =
            |report: &DocumentReport| DocumentSummary::of(report).with_changes(course(report));
        let documents: Vec<DocumentSummary> = reports.iter().map(summary).collect();
        let total = Tally::sum(documents.iter().map(|document| &document.tally));
        let past = PastView::of(reports, before);
        let (project, base) = (project.to_owned(), base.map(str::to_owned));
        Self { version: VERSION, project, base, documents, total, past }
    }

    /// Everybody who changed a text last, by name.
    #[must_use]
    pub fn people(&self) -> BTreeSet<&str> {
        self.documents.iter().flat_map(DocumentSummary::people).collect()
    }
}

impl DocumentSummary {
    /// The line of a document pair.
    #[must_use]
    pub fn of(report: &DocumentReport) -> Self {
        let name = |path: &Option<RepoPath>| path.as_ref().map(|path| path.as_str().to_owned());
        Self {
            id: report.pair.path().map(document_id).unwrap_or_default(),
            source: name(&report.pair.source),
            target: name(&report.pair.target),
            expected_target: name(&report.pair.expected_target),
            original: language_of(report.pair.direction().original()),
            original_changed: None,
            translation_changed: None,
            tally: Tally::of(report),
        }
    }

    fn with_changes(mut self, course: Option<&DocumentCourse>) -> Self {
        let Some(course) = course else { return self };
        let [source, target] = &course.changes;
        let direction = if self.is_from_english() { Direction::EnRu } else { Direction::RuEn };
        let (original, translation) = direction.roles((source, target));
        let view = |change: &Option<LastChange>| {
            let LastChange { author, date } = change.clone()?;
            Some(ChangedView { author, date })
        };
        self.original_changed = view(original);
        self.translation_changed = view(translation);
        self
    }

    /// The later of the last changes of its two sides.
    #[must_use]
    pub fn changed(&self) -> Option<&ChangedView> {
        let sides = [&self.original_changed, &self.translation_changed];
        sides.into_iter().flatten().max_by(|one, two| one.date.cmp(&two.date))
    }

    /// Who changed one of its sides last.
    pub fn people(&self) -> impl Iterator<Item = &str> {
        let sides = [&self.original_changed, &self.translation_changed];
        sides.into_iter().flatten().map(|change| change.author.as_str())
    }

    /// The paths of the original and of the translation.
    #[must_use]
    pub fn paths(&self) -> [Option<&str>; 2] {
        let sides = [self.source.as_deref(), self.target.as_deref()];
        if self.is_from_english() { [sides[1], sides[0]] } else { sides }
    }

    /// Whether the English text leads.
    #[must_use]
    pub fn is_from_english(&self) -> bool {
        self.original == "en"
    }

    /// The path that a person would name it by.
    #[must_use]
    pub fn path(&self) -> &str {
        self.source.as_deref().or(self.target.as_deref()).unwrap_or_default()
    }

    /// The folder of that path and the name in it.
    #[must_use]
    pub fn folder_and_name(&self) -> (&str, &str) {
        self.path().rsplit_once('/').unwrap_or(("", self.path()))
    }
}

/// The code of a language.
pub(super) const fn language_of(language: Language) -> &'static str {
    match language {
        Language::Russian => "ru",
        Language::English => "en",
    }
}

/// No part of an address has more letters of a file's own name.
const LONGEST_STEM: usize = 48;

/// The name of a document in addresses and as a file: letters that every system allows, and digits
/// that tell alike names apart.
#[must_use]
pub fn document_id(path: &RepoPath) -> String {
    let stem = path.file_name().split('.').next().unwrap_or_default();
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    let stem: String = stem.chars().map(plain).take(LONGEST_STEM).collect();
    let digits = Fingerprint::of([path.as_str()]);
    let digits = digits.as_str().get(..10).unwrap_or_default();
    match stem.trim_matches('-') {
        "" => digits.to_owned(),
        stem => format!("{stem}-{digits}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_an_address_is_plain() {
        let id = |path: &str| document_id(&RepoPath::new(path));
        assert!(id("source-ru/Letter 1.md").starts_with("letter-1-"));
        assert_ne!(id("a/письмо.md"), id("b/письмо.md"));
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(id("a/..\\../<x>.md").chars().all(plain));
        assert_eq!(id("a/письмо.md").len(), 10);
    }
}
