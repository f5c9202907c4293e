//! Where a service that shows one place a finding is to show it.

use std::io;

use super::{super::location, CheckReport, change};
use crate::{
    model::{Document, DocumentReport, Finding, Place, RepoPath, Severity},
    ui::{Messages, printable},
};

/// A finding with the one place that a service shows, and the other side.
pub(super) struct Spot<'a> {
    pub(super) document: &'a DocumentReport,
    pub(super) finding: &'a Finding,
    pub(super) place: &'a Place,
    pub(super) related: Option<&'a Place>,
}

impl CheckReport<'_> {
    /// Looks at all findings of that severity that stand somewhere.
    pub(super) fn each_spot(
        &self,
        severity: Severity,
        mut look: impl FnMut(&Spot<'_>) -> io::Result<()>,
    ) -> io::Result<()> {
        self.each(|document, finding| {
            let spot = Spot::of(document, finding).filter(|_| finding.severity == severity);
            spot.map_or(Ok(()), |spot| look(&spot))
        })
    }

    /// The path of a place in the repository, where the project is only a part of it.
    pub(super) fn path(&self, place: &Place) -> String {
        format!("{}{}", self.folder, place.path)
    }
}

impl<'a> Spot<'a> {
    /// The translation, which is to be mended; the original where that changed, or where nothing
    /// stands in the translation: a pull request shows remarks only at lines that it touches.
    pub(super) fn of(document: &'a DocumentReport, finding: &'a Finding) -> Option<Self> {
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

    /// The document of the pair that is the file `path`, if its text is at hand.
    pub(super) fn of_path(&self, path: &RepoPath) -> Option<&'a Document> {
        let report = self.document;
        let documents = [&report.source, &report.target].into_iter().flatten();
        documents.into_iter().find(|document| document.path == *path)
    }

    /// What is found, and how the original changed.
    pub(super) fn what(&self, messages: &Messages) -> String {
        printable(&change::with_message(self.finding, messages)).into_owned()
    }

    /// The same and, each in a paragraph of its own, what stands on the other side and how it is
    /// cured.
    pub(super) fn message(&self, messages: &Messages) -> String {
        let cure = messages.cure(self.finding);
        let cure = cure.map(|cure| format!("{}: {cure}", messages.phrase("label-cure")));
        let paragraphs = [Some(self.what(messages)), self.other_side(messages), cure];
        printable(&paragraphs.into_iter().flatten().collect::<Vec<_>>().join("\n")).into_owned()
    }

    /// Which side the other place is on, where, and its text.
    fn other_side(&self, messages: &Messages) -> Option<String> {
        let place = self.related.filter(|place| !place.text.trim().is_empty())?;
        let is_original =
            self.finding.original().is_some_and(|original| std::ptr::eq(original, place));
        let side = if is_original { "label-original" } else { "label-translation" };
        let text = place.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let cut = text.char_indices().nth(LONGEST_TEXT).map_or(text.len(), |(at, _)| at);
        let rest = if cut < text.len() { "…" } else { "" };
        let text = text.get(..cut).unwrap_or_default();
        Some(format!("{}, {}: {text}{rest}", messages.phrase(side), location::named(place)))
    }
}

/// More of the other side, in characters, is no help where one line is shown.
const LONGEST_TEXT: usize = 300;

/// A word of another tool for a severity.
pub(super) const fn level(severity: Severity, words: [&'static str; 3]) -> &'static str {
    match severity {
        Severity::Error => words[0],
        Severity::Warn => words[1],
        Severity::Info => words[2],
    }
}
