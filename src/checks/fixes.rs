//! Offering fixes: where in the file the parts of a passage stand that are to be replaced.

use std::ops::Range;

use super::pairs::Passage;
use crate::model::{Edit, Span};

impl Passage<'_> {
    /// The changes of the file that put other text in the place of these parts of the prose. A
    /// part of which it is not certain where it stands, because markup says the same, is left as
    /// it is.
    pub(super) fn edits(
        &self,
        parts: impl IntoIterator<Item = (Range<usize>, String)>,
    ) -> Vec<Edit> {
        let edit = |(range, replacement): (Range<usize>, String)| {
            Some(Edit { span: self.certain(&range)?, replacement })
        };
        let mut edits: Vec<Edit> = parts.into_iter().filter_map(edit).collect();
        edits.sort_by_key(|edit| edit.span.start);
        edits
    }

    fn certain(&self, range: &Range<usize>) -> Option<Span> {
        let (segment, inside) = self.segment_at(range)?;
        let wanted = &segment.text[inside];
        let raw = segment.span.of(self.file_text());
        let is_certain = raw.matches(wanted).count() == segment.text.matches(wanted).count();
        if is_certain { self.locate(range) } else { None }
    }
}
