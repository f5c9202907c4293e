//! A paragraph that ends without a full stop where its original has one.

use std::ops::Range;

use crate::{
    checks::pairs::Pair,
    model::{BlockKind, Language},
    text::quantities::quantities,
};

/// What may follow the last mark of a sentence.
const CLOSERS: &[char] =
    &['"', '\'', '”', '’', '“', '»', ')', ']', '*', '_', ' ', '\u{a0}', '`', '}'];

/// The last character of a translation that has no mark at its end. What begins a document is
/// likely its title, and a numeral alone the heading of a chapter.
pub(super) fn missing(pair: &Pair<'_>) -> Option<Range<usize>> {
    let is_prose = |kind| matches!(kind, BlockKind::Paragraph | BlockKind::Footnote);
    let is_title = pair.target.segments.start == 0;
    let ends_blocks = !is_title && pair.source.ends_block() && pair.target.ends_block();
    if !ends_blocks || !is_prose(pair.source.kind()) || !is_prose(pair.target.kind()) {
        return None;
    }
    let is_marked = pair.source.text.trim_end_matches(CLOSERS).ends_with(['.', '!', '?', '…']);
    let bare = pair.target.text.trim_end_matches(CLOSERS);
    let last = bare.chars().next_back()?;
    let is_numeral = !bare.contains(char::is_whitespace)
        && quantities(bare, Language::English)
            .first()
            .is_some_and(|it| it.range == (0..bare.len()));
    let ends = pair.target.verbatim_ranges().last().is_some_and(|range| range.end >= bare.len());
    (is_marked && last.is_alphanumeric() && !ends && !is_numeral)
        .then(|| bare.len() - last.len_utf8()..bare.len())
}
