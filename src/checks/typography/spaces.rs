//! Spaces that do not belong: before a mark, and two in a row.

use std::ops::Range;

use crate::{checks::pairs::Pair, model::Span};

/// A run of so many spaces sets columns.
const COLUMNS: usize = 3;

/// How far apart, in a share of the sentence, two runs of spaces still stand in one place.
const PLACE: f64 = 0.2;

/// `word ,`: not before an ellipsis, a file extension, an emoticon, and not where the original
/// has the same. A comma has no space before it, whatever follows.
pub(super) fn before_punctuation(pair: &Pair<'_>) -> Vec<Range<usize>> {
    let text = &pair.target.text;
    // Hardly any text has a space, of one byte or of two, before a mark.
    let may_be_wrong =
        |two: &[u8]| matches!(two, [b' ' | 0xa0, b',' | b'.' | b';' | b':' | b'!' | b'?']);
    if !text.as_bytes().windows(2).any(may_be_wrong) {
        return Vec::new();
    }
    let is_wrong = |at: usize, space: &str| {
        let (before, after) = (&text[..at], &text[at + space.len()..]);
        let is_of_end = |c: &char| matches!(c, ',' | '.' | ';' | ':' | '!' | '?');
        let Some(mark) = after.chars().next().filter(is_of_end) else {
            return false;
        };
        before.ends_with(|c: char| c.is_alphanumeric() || "\"'”’)]".contains(c))
            && is_mark(mark, &after[mark.len_utf8()..])
            && !pair.source.text.contains(&format!(" {mark}"))
            && !pair.target.is_verbatim(&(at..at + space.len()))
    };
    let ranges = text
        .match_indices([' ', '\u{a0}'])
        .filter(|(at, space)| is_wrong(*at, space))
        .map(|(at, space)| at..at + space.len() + 1);
    // Markup may stand between the two.
    ranges.filter(|range| pair.target.locate(range).is_some()).collect()
}

/// Whether `mark` before `after` is one of the sentence: no emoticon, no part of a spaced ellipsis,
/// no extension.
fn is_mark(mark: char, after: &str) -> bool {
    let next = after.chars().next();
    let is_last = next.is_none_or(|c| c.is_whitespace() || "\"'”’)".contains(c));
    let is_smiley = matches!(mark, ':' | ';') && after.starts_with([')', '(', '-']);
    let is_ellipsis = mark == '.' && after.trim_start().starts_with('.');
    let runs_on = matches!(mark, ',' | ';') && next.is_some_and(char::is_alphabetic);
    (is_last || runs_on) && !is_smiley && !is_ellipsis
}

/// What stands at `range`, a space and a mark, without the space; before a word one follows.
pub(super) fn closed_up(text: &str, range: &Range<usize>) -> String {
    let mark = text[range.clone()].trim_start();
    let runs_on = text[range.end..].starts_with(char::is_alphabetic);
    if runs_on { format!("{mark} ") } else { mark.to_owned() }
}

/// Two or more spaces in the middle of a line, each time; not where the original has the same in
/// the same place, or sets columns, and not after a full stop, which is a habit of typists.
pub(super) fn doubled(pair: &Pair<'_>) -> Vec<Span> {
    let source = pair.source.double_spaces();
    let (whole, original) = (pair.target.span(), pair.source.span());
    let is_in_place = |span: &Span| {
        let place = share(*span, whole);
        source.iter().any(|other| (share(*other, original) - place).abs() < PLACE)
    };
    let sets_columns =
        |span: &Span| span.len() >= COLUMNS && source.iter().any(|s| s.len() >= COLUMNS);
    let ends_sentence = |span: &Span| {
        let (before, after) = pair.target.beside(*span);
        let bare = before.trim_end_matches(['"', '”', '’', ')', '\'']);
        bare.ends_with(['.', '!', '?', ':']) && !after.starts_with(char::is_lowercase)
    };
    let mut doubled = pair.target.double_spaces();
    doubled.retain(|span| !is_in_place(span) && !sets_columns(span) && !ends_sentence(span));
    doubled
}

/// Where in `whole` a part of it begins, from 0 to 1.
fn share(part: Span, whole: Span) -> f64 {
    part.start.saturating_sub(whole.start) as f64 / whole.len().max(1) as f64
}
