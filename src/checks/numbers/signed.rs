//! Notes in brackets that are signed by a translator.

use std::ops::Range;

use crate::text::normalize::fold;

/// How translators sign what is theirs.
const SIGNED: [&str; 7] = [
    "прим. пер",
    "прим пер",
    "примечание пер",
    "примеч. пер",
    "translator's note",
    "translator’s note",
    "transl. note",
];

/// Whether what stands at `range` of a text stands in brackets that are signed by a translator:
/// `(закон 2010 года [прим. переводчика])`.
pub(super) fn is_signed(text: &str, range: &Range<usize>) -> bool {
    let (Some(before), Some(after)) = (text.get(..range.start), text.get(range.end..)) else {
        return false;
    };
    let opening = |(at, open): (usize, char)| {
        let close = if open == '[' { ']' } else { ')' };
        let is_open = before[at..].matches(open).count() > before[at..].matches(close).count();
        is_open
            .then(|| before.len() - at + range.len() + length_to(after, open, close))
            .and_then(|length| text.get(at..at + length))
    };
    let mut enclosing =
        before.char_indices().filter(|(_, c)| matches!(c, '[' | '(')).filter_map(opening);
    enclosing.any(|inside| {
        let folded = fold(inside);
        SIGNED.iter().any(|signed| folded.contains(signed))
    })
}

/// How far it is to the bracket that closes the one before `after`.
fn length_to(after: &str, open: char, close: char) -> usize {
    let mut depth = 0_usize;
    for (at, c) in after.char_indices() {
        if c == open {
            depth += 1;
        } else if c == close {
            if depth == 0 {
                return at;
            }
            depth -= 1;
        }
    }
    after.len()
}
