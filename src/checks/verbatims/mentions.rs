//! What is lost in one place and stands elsewhere in the translation: of two mentions of a page or of
//! a name one may be left out.

use std::collections::HashMap;

use super::{excuses::is_fence, key::Key, pieces::Piece};
use crate::model::VerbatimKind;

/// How often each piece stands in a document.
type Counts<'s> = HashMap<(VerbatimKind, &'s Key), usize>;

/// How often the pieces of both documents stand there.
pub(super) struct Mentions<'s> {
    original: Counts<'s>,
    translation: Counts<'s>,
}

impl<'s> Mentions<'s> {
    pub(super) fn of(original: &'s [Piece<'_>], translation: &'s [Piece<'_>]) -> Self {
        Self { original: counts(original), translation: counts(translation) }
    }

    /// Whether a link, a name in code or a tag of a template that is lost stands elsewhere in the
    /// translation; of tags as many must be there.
    pub(super) fn has(&self, lost: &Piece<'_>) -> bool {
        let kind = lost.verbatim.kind;
        let count = |counts: &Counts<'_>| counts.get(&(kind, &lost.key)).copied().unwrap_or(0);
        let translation = count(&self.translation);
        match kind {
            VerbatimKind::Link => translation > 0,
            VerbatimKind::Code => translation > 0 && !is_fence(&lost.verbatim.text),
            VerbatimKind::Template => translation >= count(&self.original),
            _ => false,
        }
    }
}

fn counts<'s>(pieces: &'s [Piece<'_>]) -> Counts<'s> {
    let mut counts = Counts::new();
    for piece in pieces {
        *counts.entry((piece.verbatim.kind, &piece.key)).or_default() += 1;
    }
    counts
}
