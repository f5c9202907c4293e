//! Pictures that are not where the original has them, and are no others for it: an ornament that each
//! page strews as it likes, a flag that the translation shows once, a file that lies elsewhere.

use std::collections::HashSet;

use super::{comparison::Comparison, key::Key, pieces::Piece};
use crate::model::VerbatimKind;

/// So many pictures in places of one another are strewn; two may be swapped by mistake.
const STREWN: usize = 4;

/// Characters of the name of a file, at least, that hardly two pictures share.
const OWN_NAME: usize = 8;

/// The pictures of both sides.
pub(super) struct Pictures {
    source: HashSet<Key>,
    target: HashSet<Key>,
}

impl Pictures {
    pub(super) fn of(source: &[Piece<'_>], target: &[Piece<'_>]) -> Self {
        let keys = |pieces: &[Piece<'_>]| {
            pieces.iter().filter(|piece| is_picture(piece)).map(|piece| piece.key.clone()).collect()
        };
        Self { source: keys(source), target: keys(target) }
    }

    /// Whether the translation has the picture somewhere.
    pub(super) fn is_elsewhere(&self, lost: &Piece<'_>) -> bool {
        is_picture(lost) && self.target.contains(&lost.key)
    }

    /// Whether both pages show the same pictures in orders of their own.
    pub(super) fn are_strewn(
        &self,
        comparison: &Comparison<'_>,
        changes: &[(usize, usize)],
    ) -> bool {
        let is_exchanged = |&&(was, is): &&(usize, usize)| {
            self.is_elsewhere(&comparison.source[was])
                && self.source.contains(&comparison.target[is].key)
        };
        changes.iter().filter(is_exchanged).nth(STREWN - 1).is_some()
    }
}

/// Whether two pictures are files of one name in different folders of the project.
pub(super) fn is_same_file(was: &Piece<'_>, is: &Piece<'_>) -> bool {
    let name = |piece: &'_ Piece<'_>| -> Option<String> {
        let address = piece.verbatim.text.as_str();
        let name = address.rsplit(['/', '\\']).next()?.to_lowercase();
        (!address.contains("//") && name.chars().count() >= OWN_NAME).then_some(name)
    };
    is_picture(was) && name(was).is_some_and(|was| name(is) == Some(was))
}

fn is_picture(piece: &Piece<'_>) -> bool {
    piece.verbatim.kind == VerbatimKind::Image
}
