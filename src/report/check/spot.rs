//! Where a service that shows one place a finding is to show it.

use super::CheckReport;
use crate::{
    model::{DocumentReport, Finding, Place, Severity},
    ui::{Messages, printable},
};

/// A finding with the one place that a service shows, and the other side.
pub(super) struct Spot<'a> {
    pub(super) document: &'a DocumentReport,
    pub(super) finding: &'a Finding,
    pub(super) place: &'a Place,
    pub(super) related: Option<&'a Place>,
}

impl<'a> CheckReport<'a> {
    /// All findings that stand somewhere.
    pub(super) fn spots(&self) -> impl Iterator<Item = Spot<'a>> {
        self.findings().filter_map(|(document, finding)| Spot::of(document, finding))
    }

    /// The path of a place in the repository, where the project is only a part of it.
    pub(super) fn path(&self, place: &Place) -> String {
        format!("{}{}", self.folder, place.path)
    }
}

impl<'a> Spot<'a> {
    /// The translation, which is to be mended; the original where that changed, or where nothing
    /// stands in the translation: a pull request shows remarks only at lines that it touches.
    fn of(document: &'a DocumentReport, finding: &'a Finding) -> Option<Self> {
        let (original, translation) = (finding.original(), finding.translation());
        let begins_with_original =
            finding.was.is_some() || translation.is_none_or(|place| place.text.is_empty());
        let (first, second) =
            if begins_with_original { (original, translation) } else { (translation, original) };
        let (place, related) = match first {
            Some(place) => (place, second),
            None => (second?, None),
        };
        Some(Self { document, finding, place, related })
    }

    /// What is found and, in a paragraph of its own, how it is cured.
    pub(super) fn message(&self, english: &Messages) -> String {
        let message = english.text(&self.finding.message);
        let text = match english.cure(self.finding) {
            Some(cure) => format!("{message}\n{}: {cure}", english.phrase("label-cure")),
            None => message,
        };
        printable(&text).into_owned()
    }
}

/// A word of another tool for a severity.
pub(super) const fn level(severity: Severity, words: [&'static str; 3]) -> &'static str {
    match severity {
        Severity::Error => words[0],
        Severity::Warn => words[1],
        Severity::Info => words[2],
    }
}
