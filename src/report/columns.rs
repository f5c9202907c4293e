//! Text fitted into columns of a terminal, by the width it is shown with.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// What stands for text left out. (`…` is two columns wide on some terminals.)
const ELLIPSIS: &str = "...";

/// The number of columns that `text` takes.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// `text` with spaces after it, `columns` wide.
pub(super) fn left(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

/// `text` with spaces before it, `columns` wide.
pub(super) fn right(text: &str, columns: usize) -> String {
    format!("{}{text}", " ".repeat(columns.saturating_sub(width(text))))
}

/// `text` in at most `columns` columns; a longer one loses its end.
pub(super) fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    format!("{}{ELLIPSIS}", head(text, columns.saturating_sub(ELLIPSIS.len())))
}

/// `text` in at most `columns` columns; a longer one loses its start.
pub(super) fn cut_start(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    format!("{ELLIPSIS}{}", tail(text, columns.saturating_sub(ELLIPSIS.len())))
}

/// `path` in at most `columns` columns; a longer one loses its middle, for folders and file names
/// say most at their ends.
pub(super) fn shorten(path: &str, columns: usize) -> String {
    if width(path) <= columns {
        return path.to_owned();
    }
    let left = columns.saturating_sub(ELLIPSIS.len());
    let (first, last) = (head(path, left / 3), tail(path, left - left / 3));
    format!("{first}{ELLIPSIS}{last}")
}

fn head(text: &str, columns: usize) -> &str {
    let mut taken = 0;
    let end = text.char_indices().find(|(_, c)| {
        taken += c.width().unwrap_or(0);
        taken > columns
    });
    end.map_or(text, |(at, _)| &text[..at])
}

fn tail(text: &str, columns: usize) -> &str {
    let mut taken = 0;
    let before = text.char_indices().rev().find(|(_, c)| {
        taken += c.width().unwrap_or(0);
        taken > columns
    });
    before.map_or(text, |(at, c)| &text[at + c.len_utf8()..])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn widths_are_those_of_the_terminal() {
        assert_eq!(left("Ёлка", 6), "Ёлка  ");
        assert_eq!(right("по\u{301}том", 6), " по\u{301}том");
        assert_eq!(right("漢字", 6), "  漢字");
    }

    #[test]
    fn long_paths_lose_their_middle() {
        assert_eq!(
            shorten("source-ru/letters/2026/very-long-name.md", 24),
            "source-...y-long-name.md"
        );
        assert_eq!(shorten("short.md", 24), "short.md");
    }

    proptest! {
        #[test]
        fn nothing_is_wider_than_its_column(text in "\\PC{0,40}", columns in 3_usize..40) {
            prop_assert!(width(&shorten(&text, columns)) <= columns);
            prop_assert!(width(&cut(&text, columns)) <= columns);
        }
    }
}
