//! Words of a text, with their places.

use std::{borrow::Cow, ops::Range};

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

    /// The same, with no copy of what is folded already.
    #[must_use]
    pub fn as_folded(&self) -> Cow<'_, str> {
        normalize::folded(self.text)
    }
}

/// The first combining mark of Unicode.
const FIRST_MARK: char = '\u{300}';

/// The words of `text` in order. Hyphens and apostrophes between letters (`кто-то`, `don't`) join,
/// and so do points and commas between digits (`1,5`); invisible characters and combining marks
/// never split.
pub fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut next = 0;
    std::iter::from_fn(move || {
        let start = start_of_word(text, next)?;
        next = end_of_word(text, start);
        Some(Word { text: text.get(start..next)?, start })
    })
}

/// Where the first word begins that does not begin before `at`.
fn start_of_word(text: &str, mut at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    loop {
        match bytes.get(at) {
            // What is of one byte and no letter needs no closer look.
            Some(byte) if byte.is_ascii_alphanumeric() => return Some(at),
            Some(0..=0x7f) => {
                at += 1;
                continue;
            }
            Some(0xd0 | 0xd1) if behind_plain_letter(&bytes[at..]).is_some() => return Some(at),
            _ => {}
        }
        let next = text.get(at..)?.chars().next()?;
        if is_letter_or_digit(next) {
            return Some(at);
        }
        at += next.len_utf8();
    }
}

/// Where the word ends that begins at `start`.
fn end_of_word(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut end, mut is_digit) = (start, start, false);
    loop {
        let run = plain_run(bytes, at);
        if run > at {
            (at, end) = (run, run);
            is_digit = bytes.get(run - 1).is_some_and(u8::is_ascii_digit);
        }
        if bytes.get(at).is_some_and(parts_words) {
            return end;
        }
        let mut rest = text.get(at..).unwrap_or_default().chars();
        let Some(c) = rest.next() else { return end };
        if continues(c) {
            end = at + c.len_utf8();
            is_digit &= !is_letter_or_digit(c);
        } else if !joins(is_digit, c, rest.next()) {
            return end;
        }
        at += c.len_utf8();
    }
}

/// Where the run of plain letters and digits ends that begins at a place.
fn plain_run(bytes: &[u8], at: usize) -> usize {
    let mut rest = bytes.get(at..).unwrap_or_default();
    while let Some(behind) = behind_plain_letter(rest) {
        rest = behind;
    }
    bytes.len() - rest.len()
}

/// What stands behind the letter or digit that a text begins with; nothing where that is another
/// character than those of nearly all Russian and English words.
#[inline]
fn behind_plain_letter(bytes: &[u8]) -> Option<&[u8]> {
    match bytes {
        [b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9', rest @ ..]
        // `Ё`, from `А` to `п`, from `р` to `я`, `ё`.
        | [0xd0, 0x81 | 0x90..=0xbf, rest @ ..]
        | [0xd1, 0x80..=0x8f | 0x91, rest @ ..] => Some(rest),
        _ => None,
    }
}

/// Whether a byte is a character that neither continues nor joins anything, as those behind nearly
/// all words are.
const fn parts_words(byte: &u8) -> bool {
    let joins = matches!(byte, b'-' | b'\'' | b'_' | b'.' | b',');
    byte.is_ascii() && !byte.is_ascii_alphanumeric() && !joins
}

fn continues(c: char) -> bool {
    is_letter_or_digit(c)
        || is_ignorable(c)
        || (c >= FIRST_MARK && unicode_normalization::char::is_combining_mark(c))
}

/// The words of a text alone, folded and cut at hyphens, with a space between two.
pub(crate) fn words_alone(text: &str) -> String {
    plain_words_alone(text).unwrap_or_else(|| {
        let folded = normalize::fold(text);
        let words = folded.split(|c: char| !is_letter_or_digit(c)).filter(|word| !word.is_empty());
        let mut alone = String::with_capacity(folded.len());
        for word in words {
            if !alone.is_empty() {
                alone.push(' ');
            }
            alone.push_str(word);
        }
        alone
    })
}

/// The same of what has Russian and English letters and the usual marks, as nearly all texts have.
fn plain_words_alone(text: &str) -> Option<String> {
    let (mut alone, mut is_apart) = (String::with_capacity(text.len()), false);
    for c in text.chars() {
        let letter = match c {
            'а'..='я' | 'a'..='z' | '0'..='9' => c,
            'А'..='Я' | 'A'..='Z' => normalize::small(c),
            'ё' | 'Ё' => 'е',
            ' '..='~' | '«' | '»' | '\u{2010}'..='\u{2015}' | '\u{2018}'..='\u{201f}' | '…' => {
                is_apart = !alone.is_empty();
                continue;
            }
            _ => return None,
        };
        if std::mem::take(&mut is_apart) {
            alone.push(' ');
        }
        alone.push(letter);
    }
    Some(alone)
}

/// As [`char::is_alphanumeric`], with no need of tables for Russian and English.
pub(crate) fn is_letter_or_digit(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' => true,
        '\0'..='\x7f' => false,
        _ => c.is_alphanumeric(),
    }
}

/// Whether a character joins what stands before it, a digit or not, to what stands after it.
fn joins(is_digit: bool, c: char, after: Option<char>) -> bool {
    let Some(after) = after else { return false };
    match c {
        '-' | '\u{2010}' | '\u{2011}' | '\'' | '\u{2019}' | '_' => is_letter_or_digit(after),
        '.' | ',' => is_digit && after.is_ascii_digit(),
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
        assert_eq!(
            found("Ёж, ёлка; ЁЖ! café Київ x2,5 — 3.х 10²٣,٤ '90 -a_b- 1,"),
            ["Ёж", "ёлка", "ЁЖ", "café", "Київ", "x2,5", "3", "х", "10²٣", "٤", "90", "a_b", "1"]
        );
    }

    #[test]
    fn words_stand_alone() {
        for (text, alone) in [
            ("«Ёж, ёлка» — кто-то:  1,5!", "еж елка кто то 1 5"),
            (" Don’t… (stop) ", "don t stop"),
            ("по\u{301}том café\nи №5", "потом café и 5"),
            ("…", ""),
            ("", ""),
        ] {
            assert_eq!(words_alone(text), alone);
            assert_eq!(plain_words_alone(text).unwrap_or_else(|| alone.to_owned()), alone);
        }
        assert_eq!(plain_words_alone("café"), None);
    }

    #[test]
    fn invisible_characters_do_not_split() {
        assert_eq!(found("по\u{301}том пере\u{ad}нос"), ["по\u{301}том", "пере\u{ad}нос"]);
    }
}
