//! What a branch or a range of revisions did to both sides, as its page shows it.

use super::{
    super::word_diff::word_diff,
    overview::document_id,
    unit::{DiffPart, FateView},
};
use crate::{
    comparison::{DocumentChange, Edit, SegmentChange},
    history::RecentCommit,
};

/// The changes since a revision.
#[derive(Debug, Default)]
pub struct ChangesView {
    /// The revision, or the range of revisions.
    pub since: String,
    /// Why nothing or not everything can be shown, in the reader's words.
    pub refused: Option<String>,
    /// Commits to choose from.
    pub commits: Vec<RecentCommit>,
    /// The documents that changed.
    pub documents: Vec<ChangedDocument>,
}

/// A document and what changed of it.
#[derive(Debug)]
pub struct ChangedDocument {
    /// Its name in addresses.
    pub id: String,
    /// The path that a person would name it by.
    pub name: String,
    /// The segments that changed, in their order.
    pub changes: Vec<ChangedSegment>,
}

/// A segment that changed on one side or on both.
#[derive(Debug)]
pub struct ChangedSegment {
    /// The Russian side.
    pub source: ChangedText,
    /// The English side.
    pub target: ChangedText,
}

/// A text before and after.
#[derive(Debug)]
pub struct ChangedText {
    /// What stayed, went and came.
    pub diff: Vec<DiffPart>,
    /// Whether anything did.
    pub is_change: bool,
}

impl ChangesView {
    /// The page of what changed since `since`.
    #[must_use]
    pub fn of(since: &str, documents: &[DocumentChange]) -> Self {
        let documents = documents.iter().filter_map(ChangedDocument::of).collect();
        Self { since: since.to_owned(), documents, ..Self::default() }
    }
}

impl ChangedDocument {
    fn of(document: &DocumentChange) -> Option<Self> {
        let path = document.source.as_ref().or(document.target.as_ref())?;
        let changes = document.changes.iter().map(ChangedSegment::of).collect();
        Some(Self { id: document_id(path), name: path.as_str().to_owned(), changes })
    }
}

impl ChangedSegment {
    fn of(change: &SegmentChange) -> Self {
        Self { source: ChangedText::of(&change.source), target: ChangedText::of(&change.target) }
    }
}

impl ChangedText {
    fn of(edit: &Edit) -> Self {
        let part = |(fate, text)| DiffPart { fate: FateView::of(fate), text };
        let diff = word_diff(&edit.was, &edit.now).into_iter().map(part).collect();
        Self { diff, is_change: edit.is_change() }
    }
}
