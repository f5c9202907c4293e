//! What an editor is to decide about: translations whose original, or whose own text, changed since
//! they were confirmed or made, and segments that have no counterpart.

use std::{cmp::Reverse, ops::Range};

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

/// Which units an editor wants to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Those that changed, or lack their counterpart.
    Changed,
    /// Those that nobody has approved besides, in the order of the text.
    Unapproved,
    /// All, in the order of the text: for a first reading.
    All,
}

/// The units in `scope`: the gravest changes first, then those without a counterpart; what is alike
/// stays in the order of documents and texts.
#[must_use]
pub fn to_review(reports: &[DocumentReport], scope: Scope) -> Vec<ReviewItem> {
    let of_document = |(document, report): (usize, &DocumentReport)| {
        let (Some(source), Some(target)) = (&report.source, &report.target) else {
            return Vec::new();
        };
        let units = report.units.iter().enumerate().filter(|(_, unit)| is_in(scope, unit));
        let item = |(unit, known)| {
            let change = unit_change(known, source, target)
                .or_else(|| as_it_stands(known, source, target))?;
            Some(ReviewItem { document, unit, change })
        };
        units.filter_map(item).collect()
    };
    let mut items: Vec<ReviewItem> = reports.iter().enumerate().flat_map(of_document).collect();
    if scope == Scope::Changed {
        items.sort_by_key(|item| (item.is_unpaired(), Reverse(item.change.grade)));
    }
    items
}

fn is_in(scope: Scope, unit: &TranslationUnit) -> bool {
    match scope {
        Scope::Changed => is_open(unit),
        Scope::Unapproved => {
            is_open(unit) || (unit.bead.is_pair() && unit.state != State::Approved)
        }
        Scope::All => is_open(unit) || unit.bead.is_pair(),
    }
}

/// Whether there is something to decide about a unit.
fn is_open(unit: &TranslationUnit) -> bool {
    match unit.state {
        State::Stale | State::Edited => unit.bead.is_pair(),
        State::Untranslated | State::Extra | State::Orphan => !unit.bead.is_pair(),
        _ => false,
    }
}

/// A unit of which nothing is known to have changed.
fn as_it_stands(
    unit: &TranslationUnit,
    source: &Document,
    target: &Document,
) -> Option<SegmentChange> {
    let place = |document: &Document, segments: &Range<usize>| {
        document.span_of(segments).map(|span| document.place(span))
    };
    let edit =
        |document: &Document, segments: &Range<usize>| Edit::none(document.prose_of(segments));
    Some(SegmentChange {
        source: edit(source, &unit.bead.source),
        target: edit(target, &unit.bead.target),
        source_place: place(source, &unit.bead.source),
        target_place: place(target, &unit.bead.target),
        grade: if unit.bead.is_pair() { Grade::Typography } else { Grade::Extent },
        commit: None,
    })
}
