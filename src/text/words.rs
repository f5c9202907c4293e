//! Words of a text, with their places.

use std::ops::Range;

use super::normalize::{self, is_ignorable};

/// A run of letters, digits and what may stand inside a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<'a> {
    /// As written.
    pub text: &'a str,
    /// Offset of its first byte in the text.
    pub start: usize,
}

impl Word<'_> {
    /// Its bytes in the text.
    #[must_use]
    pub const fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// As [`normalize::fold`] has it.
    #[must_use]
    pub fn folded(&self) -> String {
        normalize::fold(self.text)
    }
}

/// The first combining mark of Unicode.
const FIRST_MARK: char = '\u{300}';

/// The words of `text` in order. Hyphens and apostrophes between letters (`кто-то`, `don't`) join,
/// and so do points and commas between digits (`1,5`); invisible characters and combining marks
/// never split.
pub fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = chars.find(|&(_, c)| is_letter_or_digit(c))?;
        let (mut end, mut last) = (start + first.len_utf8(), first);
        while let Some(&(at, c)) = chars.peek() {
            if continues(c) {
                end = at + c.len_utf8();
                if is_letter_or_digit(c) {
                    last = c;
                }
            } else if !joins(last, c, text[at + c.len_utf8()..].chars().next()) {
                break;
            }
            chars.next();
        }
        Some(Word { text: &text[start..end], start })
    })
}

fn continues(c: char) -> bool {
    is_letter_or_digit(c)
        || is_ignorable(c)
        || (c >= FIRST_MARK && unicode_normalization::char::is_combining_mark(c))
}

/// As [`char::is_alphanumeric`], with no need of tables for Russian and English.
pub(crate) fn is_letter_or_digit(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' => true,
        '\0'..='\x7f' => false,
        _ => c.is_alphanumeric(),
    }
}

fn joins(before: char, c: char, after: Option<char>) -> bool {
    let Some(after) = after else { return false };
    match c {
        '-' | '\u{2010}' | '\u{2011}' | '\'' | '\u{2019}' | '_' => is_letter_or_digit(after),
        '.' | ',' => before.is_ascii_digit() && after.is_ascii_digit(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        words(text).map(|word| word.text).collect()
    }

    #[test]
    fn hyphens_apostrophes_and_decimals_join() {
        assert_eq!(
            found("Кто-то сказал: don't, 1,5 или 2.5 — Санкт\u{2011}Петербург."),
            ["Кто-то", "сказал", "don't", "1,5", "или", "2.5", "Санкт\u{2011}Петербург"]
        );
    }

    #[test]
    fn invisible_characters_do_not_split() {
        assert_eq!(found("по\u{301}том пере\u{ad}нос"), ["по\u{301}том", "пере\u{ad}нос"]);
    }
}
