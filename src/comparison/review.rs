//! What an editor is to decide about: translations whose original, or whose own text, changed since
//! they were confirmed or made.

use std::cmp::Reverse;

use super::{SegmentChange, unit_change};
use crate::model::{DocumentReport, State};

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

/// The units that changed since they were translated or confirmed, the gravest changes first; what
/// is alike stays in the order of documents and texts.
#[must_use]
pub fn to_review(reports: &[DocumentReport]) -> Vec<ReviewItem> {
    let of_document = |(document, report): (usize, &DocumentReport)| {
        let (Some(source), Some(target)) = (&report.source, &report.target) else {
            return Vec::new();
        };
        let units = report.units.iter().enumerate().filter(|(_, unit)| {
            unit.bead.is_pair() && matches!(unit.state, State::Stale | State::Edited)
        });
        let item = |(unit, known)| {
            Some(ReviewItem { document, unit, change: unit_change(known, source, target)? })
        };
        units.filter_map(item).collect()
    };
    let mut items: Vec<ReviewItem> = reports.iter().enumerate().flat_map(of_document).collect();
    items.sort_by_key(|item| Reverse(item.change.grade));
    items
}
