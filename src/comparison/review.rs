//! What an editor is to decide about: translations whose original, or whose own text, changed since
//! they were confirmed or made, and segments that have no counterpart.

use std::cmp::Reverse;

use super::{Edit, SegmentChange, unit_change};
use crate::model::{Document, DocumentReport, Grade, State, TranslationUnit};

/// A translation unit to decide about.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewItem {
    /// Its document, as an index into the reports.
    pub document: usize,
    /// The unit, as an index into those of the document.
    pub unit: usize,
    /// What changed.
    pub change: SegmentChange,
}

impl ReviewItem {
    /// Whether one side has nothing.
    #[must_use]
    pub const fn is_unpaired(&self) -> bool {
        self.change.source_place.is_none() || self.change.target_place.is_none()
    }
}

/// The units that changed since they were translated or confirmed, the gravest changes first, then
/// those without a counterpart; what is alike stays in the order of documents and texts.
#[must_use]
pub fn to_review(reports: &[DocumentReport]) -> Vec<ReviewItem> {
    let of_document = |(document, report): (usize, &DocumentReport)| {
        let (Some(source), Some(target)) = (&report.source, &report.target) else {
            return Vec::new();
        };
        let units = report.units.iter().enumerate().filter(|(_, unit)| is_open(unit));
        let item = |(unit, known)| {
            let change = unit_change(known, source, target).or_else(|| addition(known, target))?;
            Some(ReviewItem { document, unit, change })
        };
        units.filter_map(item).collect()
    };
    let mut items: Vec<ReviewItem> = reports.iter().enumerate().flat_map(of_document).collect();
    items.sort_by_key(|item| (item.is_unpaired(), Reverse(item.change.grade)));
    items
}

/// Whether there is something to decide about a unit.
fn is_open(unit: &TranslationUnit) -> bool {
    match unit.state {
        State::Stale | State::Edited => unit.bead.is_pair(),
        State::Untranslated => unit.bead.is_omission(),
        State::Extra | State::Orphan => unit.bead.is_addition(),
        _ => false,
    }
}

/// A target text of which no source is known, not even a former one.
fn addition(unit: &TranslationUnit, target: &Document) -> Option<SegmentChange> {
    let span = target.span_of(&unit.bead.target).filter(|_| unit.bead.is_addition())?;
    Some(SegmentChange {
        source: Edit::default(),
        target: Edit::none(target.prose_of(&unit.bead.target)),
        source_place: None,
        target_place: Some(target.place(span)),
        grade: Grade::Extent,
        commit: None,
    })
}
