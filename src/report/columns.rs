//! Text fitted into columns of a terminal, by the width it is shown with.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

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

/// The longest beginning that fits, letters and their marks kept together. Some characters change
/// the width of others: what counts is the width of the whole.
fn head(text: &str, columns: usize) -> &str {
    let ends = text.grapheme_indices(true).map(|(at, grapheme)| at + grapheme.len());
    let end = ends.take_while(|&end| width(&text[..end]) <= columns).last();
    &text[..end.unwrap_or(0)]
}

/// The longest end that fits.
fn tail(text: &str, columns: usize) -> &str {
    let starts = text.grapheme_indices(true).rev().map(|(at, _)| at);
    let start = starts.take_while(|&start| width(&text[start..]) <= columns).last();
    &text[start.unwrap_or(text.len())..]
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

    #[test]
    fn a_mark_that_widens_a_letter_is_counted() {
        let candle = "🕯\u{fe0f} ночь без света";
        assert!(width(&cut(candle, 6)) <= 6, "{}", cut(candle, 6));
        assert_eq!(cut_start("по\u{301}том", 4), "...м");
        assert_eq!(cut("о\u{301}том", 4), "о\u{301}том");
    }

    proptest! {
        #[test]
        fn nothing_is_wider_than_its_column(text in "\\PC{0,40}", columns in 3_usize..40) {
            prop_assert!(width(&shorten(&text, columns)) <= columns);
            prop_assert!(width(&cut(&text, columns)) <= columns);
        }
    }
}
