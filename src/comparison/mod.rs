//! How the two sides of a project changed, segment by segment: what an editor wants to see.
//!
//! [`since_translation`] compares each segment with what it was when it was translated or
//! confirmed; [`between`] compares two revisions, whatever is translated. [`facts`] compares the two
//! sides with each other: their numbers, dates and names.

mod facts;
mod review;
mod revisions;

pub use facts::{Fact, FactKind, facts};
pub use review::{ReviewItem, Scope, to_review};
pub use revisions::{Revisions, between};

use crate::model::{
    Commit, Document, DocumentReport, Grade, Place, RepoPath, State, TranslationUnit,
};

/// A text before and after.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edit {
    /// What it said; empty for what is new.
    pub was: String,
    /// What it says; empty for what is gone.
    pub now: String,
}

impl Edit {
    /// A text that did not change.
    #[must_use]
    pub fn none(text: String) -> Self {
        Self { was: text.clone(), now: text }
    }

    /// Whether anything changed.
    #[must_use]
    pub fn is_change(&self) -> bool {
        self.was != self.now
    }
}

/// Corresponding segments of which at least one side changed.
#[derive(Debug, Clone, PartialEq)]
pub struct SegmentChange {
    /// The original.
    pub source: Edit,
    /// The translation.
    pub target: Edit,
    /// Where the original stands now.
    pub source_place: Option<Place>,
    /// Where the translation stands now.
    pub target_place: Option<Place>,
    /// What kind of change it is, the graver of both sides.
    pub grade: Grade,
    /// The commit that changed the original, where one is known.
    pub commit: Option<Commit>,
}

/// The changes of a document pair.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentChange {
    /// The original.
    pub source: Option<RepoPath>,
    /// The translation.
    pub target: Option<RepoPath>,
    /// What changed, in the order of the original.
    pub changes: Vec<SegmentChange>,
}

/// What changed since each segment was translated or confirmed; documents without changes are left
/// out.
#[must_use]
pub fn since_translation(reports: &[DocumentReport]) -> Vec<DocumentChange> {
    let document = |report: &DocumentReport| {
        let (source, target) = (report.source.as_ref()?, report.target.as_ref()?);
        let changes: Vec<SegmentChange> =
            report.units.iter().filter_map(|unit| unit_change(unit, source, target)).collect();
        (!changes.is_empty()).then(|| DocumentChange {
            source: report.pair.source.clone(),
            target: report.pair.target.clone(),
            changes,
        })
    };
    reports.iter().filter_map(document).collect()
}

fn unit_change(
    unit: &TranslationUnit,
    source: &Document,
    target: &Document,
) -> Option<SegmentChange> {
    let (original, translation) = unit.bead.texts(source, target);
    let (from_source, from_target) = (&unit.evidence.source, &unit.evidence.target);
    let (source_edit, target_edit) = match unit.state {
        State::Stale | State::Orphan | State::Edited => match (from_source, from_target) {
            (Some(change), _) => {
                (Edit { was: change.was.clone(), now: original }, Edit::none(translation))
            }
            (None, Some(change)) => {
                (Edit::none(original), Edit { was: change.was.clone(), now: translation })
            }
            (None, None) => return None,
        },
        State::Untranslated if unit.bead.is_omission() => {
            (Edit { was: String::new(), now: original }, Edit::default())
        }
        State::Untranslated if unit.bead.is_addition() => {
            (Edit::default(), Edit { was: String::new(), now: translation })
        }
        _ => return None,
    };
    let change = from_source.as_ref().or(from_target.as_ref());
    let place =
        |document: &Document, segments| document.span_of(segments).map(|s| document.place(s));
    Some(SegmentChange {
        source: source_edit,
        target: target_edit,
        source_place: place(source, &unit.bead.source),
        target_place: place(target, &unit.bead.target),
        grade: change.map_or(Grade::Extent, |change| change.grade),
        commit: change.and_then(|change| change.commit.clone()),
    })
}
