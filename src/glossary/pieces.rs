//! Term files cut where concepts begin, so that they can be read side by side and a mistake in one
//! concept leaves the others readable.

use std::ops::Range;

/// What begins a concept, at the start of a line.
const HEADER: &str = "[[concept]]";

/// Where each concept of `text` begins, in bytes, and the end of the text; what stands before the
/// first concept is a piece of its own. A line within a string that looks like the beginning of a
/// concept is taken for one: the pieces about it are no TOML by themselves.
pub(super) fn pieces(text: &str) -> Vec<Range<usize>> {
    let headers = text.match_indices(HEADER).filter_map(|(at, _)| {
        let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
        text[line..at].trim().is_empty().then_some(line)
    });
    let mut pieces = Vec::new();
    let mut start = 0;
    for end in headers.chain([text.len()]) {
        if start < end {
            pieces.push(start..end);
        }
        start = end;
    }
    pieces
}

/// Neighbouring pieces put together until they are about `length` bytes long.
pub(super) fn joined(pieces: &[Range<usize>], length: usize) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for piece in pieces {
        match joined.last_mut() {
            Some(last) if last.len() < length => last.end = piece.end,
            _ => joined.push(piece.clone()),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        pieces(text).into_iter().map(|piece| &text[piece]).collect()
    }

    #[test]
    fn concepts_are_cut_apart() {
        let text = "# terms\n[[concept]]\nid = \"a\"\n  [[concept]] # b\nid = \"b\"\n";
        let expected =
            ["# terms\n", "[[concept]]\nid = \"a\"\n", "  [[concept]] # b\nid = \"b\"\n"];
        assert_eq!(texts(text), expected);
        assert_eq!(texts("note = \"[[concept]]\"\n"), ["note = \"[[concept]]\"\n"]);
        assert_eq!(texts(""), [""; 0]);
    }

    #[test]
    fn pieces_are_joined_in_order() {
        assert_eq!(joined(&[0..3, 3..5, 5..9, 9..10], 4), [0..5, 5..9, 9..10]);
    }
}
