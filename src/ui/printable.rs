//! Text made safe for a terminal.

use std::borrow::Cow;

/// The text with every character that could steer a terminal or reorder a line shown by its
/// number, `U+202E`: C0 and C1 controls but the line feed, bidirectional controls, line and
/// paragraph separators, tags.
///
/// Document text and file names can hold anything; all that is printed for people passes here.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unprintable) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\t' => safe.push(' '),
            c if is_unprintable(c) => safe.push_str(&format!("U+{:04X}", u32::from(c))),
            c => safe.push(c),
        }
    }
    Cow::Owned(safe)
}

const fn is_unprintable(c: char) -> bool {
    match c {
        '\n' => false,
        '\0'..='\x1f' | '\x7f'..='\u{9f}' => true,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' => true,
        '\u{2066}'..='\u{2069}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{fffe}'
        | '\u{ffff}'
        | '\u{e0000}'..='\u{e007f}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_can_steer_the_terminal() {
        for (text, shown) in [
            ("\u{1b}[31mred", "U+001B[31mred"),
            ("a\tb\nc", "a b\nc"),
            ("\u{9b}2J", "U+009B2J"),
            ("safe\u{202e}exe", "safeU+202Eexe"),
            ("\u{2067}x\u{2069}", "U+2067xU+2069"),
            ("line\rover", "lineU+000Dover"),
        ] {
            assert_eq!(printable(text), shown);
        }
    }

    #[test]
    fn ordinary_text_is_left_alone() {
        let text = "«Ёлка» — пере\u{ad}нос, по\u{301}том, 1\u{a0}000 №";
        assert!(matches!(printable(text), Cow::Borrowed(_)));
    }
}
