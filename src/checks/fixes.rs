//! Offering fixes: where in the file the parts of a passage stand that are to be replaced.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::pairs::Passage;
use crate::model::{Edit, Segment, Span};

impl Passage<'_> {
    /// The changes of the file that put other text in the place of these parts of the prose. A
    /// part of which it is not certain where it stands, because markup says the same, is left as
    /// it is.
    pub(super) fn edits(
        &self,
        parts: impl IntoIterator<Item = (Range<usize>, String)>,
    ) -> Vec<Edit> {
        // One sign may be replaced in a thousand places: the text is searched for it once.
        let mut known: FxHashMap<(Span, &str), Option<Places>> = FxHashMap::default();
        let mut edits = Vec::new();
        for (range, replacement) in parts {
            let Some((segment, inside)) = self.segment_at(&range) else { continue };
            let wanted = &segment.text[inside.clone()];
            let places = known.entry((segment.span, wanted));
            let places = places.or_insert_with(|| self.places(segment, wanted));
            let span = places.as_ref().and_then(|places| places.span(inside.start, wanted.len()));
            edits.extend(span.map(|span| Edit { span, replacement }));
        }
        edits.sort_by_key(|edit| edit.span.start);
        edits
    }

    fn places(&self, segment: &Segment, wanted: &str) -> Option<Places> {
        let starts = |text: &str| text.match_indices(wanted).map(|(at, _)| at).collect();
        let in_prose: Vec<usize> = starts(&segment.text);
        let in_file: Vec<usize> = starts(segment.span.of(self.file_text()));
        let is_certain = !wanted.is_empty() && in_prose.len() == in_file.len();
        is_certain.then_some(Places { start: segment.span.start, in_prose, in_file })
    }
}

/// Where a segment has the same text, in its prose and in the file.
struct Places {
    /// Where the segment begins.
    start: usize,
    in_prose: Vec<usize>,
    in_file: Vec<usize>,
}

impl Places {
    /// Where in the file that stands which begins at `at` in the prose.
    fn span(&self, at: usize, length: usize) -> Option<Span> {
        let start = self.start + self.in_file.get(self.in_prose.partition_point(|&it| it < at))?;
        Some(Span::new(start, start + length))
    }
}
