//! The forms in which texts are compared.
//!
//! A text is never altered for its user; these functions make copies in which what does not
//! matter is alike. [`content`] is the key of the ledger and the measure of change, [`fold`] the
//! looser form in which words are looked up.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The combining acute and grave accents, which mark stress in Russian (`по́том`).
const STRESS: [char; 2] = ['\u{301}', '\u{300}'];

/// Whether `c` is invisible and means nothing for the words: soft hyphen, zero-width space and
/// joiners, word joiner, byte order mark, variation selectors.
#[must_use]
pub const fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
}

/// Whether `c` is a Cyrillic letter.
#[must_use]
pub const fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}' | '\u{1c80}'..='\u{1c8f}' | '\u{2de0}'..='\u{2dff}' | '\u{a640}'..='\u{a69f}')
}

/// The text as the ledger compares it: Unicode NFC, runs of white space folded to one space,
/// ends trimmed, ignorable characters and stress marks dropped.
///
/// Re-flowing a paragraph does not change it; a change of words, digits or punctuation does.
#[must_use]
pub fn content(text: &str) -> String {
    match tidiness(text) {
        Some(true) => return text.to_owned(),
        Some(false) => return joined(text.split_whitespace()),
        None => {}
    }
    let kept = text.nfc().filter(|&c| !is_ignorable(c));
    let composed: String = drop_stress(kept).collect();
    joined(composed.split_whitespace())
}

/// Whether a text has no other white space than single spaces between its words; no answer for one
/// that has more than plain characters.
fn tidiness(text: &str) -> Option<bool> {
    let (mut rest, mut is_tidy, mut is_spaced) = (text.as_bytes(), true, true);
    loop {
        rest = match rest {
            [] => return Some(is_tidy && !is_spaced),
            [b' ', rest @ ..] => {
                is_tidy &= !is_spaced;
                is_spaced = true;
                rest
            }
            [0x21..=0x7e, rest @ ..]
            // `Ё`, from `А` to `п`, from `р` to `я`, `ё`.
            | [0xd0, 0x81 | 0x90..=0xbf, rest @ ..]
            | [0xd1, 0x80..=0x8f | 0x91, rest @ ..]
            // Dashes and quotation marks.
            | [0xe2, 0x80, 0x90..=0xa7, rest @ ..] => {
                is_spaced = false;
                rest
            }
            _ => return tidiness_by_characters(text),
        };
    }
}

/// The same of any characters.
fn tidiness_by_characters(text: &str) -> Option<bool> {
    let (mut is_tidy, mut last) = (true, ' ');
    for c in text.chars() {
        if !is_plain(c) {
            return None;
        }
        is_tidy &= if c == ' ' { last != ' ' } else { !c.is_whitespace() };
        last = c;
    }
    Some(is_tidy && last != ' ')
}

/// Whether a character is none that Unicode composes, nor one that [`content`] drops: nearly all
/// that Russian and English texts have.
const fn is_plain(c: char) -> bool {
    matches!(
        c,
        '\0'..='\u{ac}' | '\u{ae}'..='\u{bf}' | 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё'
            | '\u{2010}'..='\u{2027}' | '№'
    )
}

fn joined<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut joined = String::new();
    for word in words {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(word);
    }
    joined
}

/// The same as [`fold`], with no copy of what is folded already, as most words are.
#[must_use]
pub fn folded(text: &str) -> Cow<'_, str> {
    if is_folded(text) { Cow::Borrowed(text) } else { Cow::Owned(fold(text)) }
}

/// Whether a text has nothing but small Russian and English letters, digits and hyphens.
fn is_folded(text: &str) -> bool {
    let mut rest = text.as_bytes();
    loop {
        rest = match rest {
            [] => return true,
            [b'a'..=b'z' | b'0'..=b'9' | b'-', rest @ ..] => rest,
            // From `а` to `п`, from `р` to `я`.
            [0xd0, 0xb0..=0xbf, rest @ ..] | [0xd1, 0x80..=0x8f, rest @ ..] => rest,
            _ => return false,
        };
    }
}

/// The text as words are looked up in it: as [`content`], and lower case, `ё` as `е`, every dash
/// and hyphen as `-`, every quotation mark as `"`, every apostrophe as `'`.
#[must_use]
pub fn fold(text: &str) -> String {
    if is_folded(text) {
        return text.to_owned();
    }
    if let Some(folded) = fold_plain(text) {
        return folded;
    }
    let content = content(text);
    let mut folded = String::with_capacity(content.len());
    for c in content.chars() {
        match c {
            'а'..='я' | 'a'..='z' | '0'..='9' | ' ' | '.' | ',' => folded.push(c),
            _ => folded.extend(c.to_lowercase().map(fold_char)),
        }
    }
    folded
}

/// The same of what has Russian and English letters and the usual marks, with single spaces between
/// words, as nearly all texts have.
fn fold_plain(text: &str) -> Option<String> {
    let mut folded = String::with_capacity(text.len());
    let mut is_spaced = true;
    for c in text.chars() {
        if c == ' ' && is_spaced {
            return None;
        }
        is_spaced = c == ' ';
        folded.push(match c {
            'а'..='я' | ' '..='@' | '['..='~' => c,
            'А'..='Я' | 'A'..='Z' => small(c),
            'ё' | 'Ё' => 'е',
            '«' | '»' | '\u{2010}'..='\u{2015}' | '\u{2018}'..='\u{201f}' | '…' => fold_char(c),
            _ => return None,
        });
    }
    (!is_spaced).then_some(folded)
}

/// The small letter of a Russian or English capital but `Ё`.
pub(super) fn small(c: char) -> char {
    let is_english = c.is_ascii();
    let distance = if is_english { 'a' as u32 - 'A' as u32 } else { 'а' as u32 - 'А' as u32 };
    char::from_u32(c as u32 + distance).unwrap_or(c)
}

/// One lower-case character as [`fold`] has it.
#[must_use]
pub const fn fold_char(c: char) -> char {
    match c {
        'ё' => 'е',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '«' | '»' | '\u{201c}'..='\u{201f}' => '"',
        '\u{2018}'..='\u{201b}' | '\u{2bc}' => '\'',
        other => other,
    }
}

/// Drops stress marks; the breve of `й` and the diaeresis of `ё` are composed by then, and marks
/// on Latin letters (`é`) are too.
fn drop_stress(text: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    text.filter(|c| !(is_combining_mark(*c) && STRESS.contains(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_matter_is_alike() {
        let plain = "Потом он пришёл в свой дом";
        for same in [
            "По\u{301}том он пришёл в свой дом",
            "Потом  он\u{a0}пришёл\nв свой дом ",
            "По\u{ad}том он при\u{ad}шёл в свой дом",
            "Потом он прише\u{308}л в свои\u{306} дом",
            "\u{feff}Потом он пришёл в\u{200b} свой дом",
        ] {
            assert_eq!(content(same), plain, "{same:?}");
        }
    }

    #[test]
    fn what_matters_differs() {
        assert_ne!(content("300 человек"), content("500 человек"));
        assert_ne!(content("Да, конечно"), content("Да конечно"));
        assert_ne!(content("résumé"), content("resume"));
    }

    #[test]
    fn plain_words_are_folded_as_all_others() {
        for word in [
            "Ёлка",
            "ПОДЪЁМ",
            "кто-то",
            "Hello",
            "x86",
            "Щи-и-Каша",
            "ёж",
            "абвгдежзийклмноп",
            "рстуфхцчшщъыьэюя",
        ] {
            let slow: String = word.to_lowercase().chars().map(fold_char).collect();
            assert_eq!(folded(word), slow);
            assert_eq!(is_folded(word), slow == word);
            assert_eq!(fold_plain(word), Some(slow));
        }
        for text in
            ["don't stop", "«Ёж» — №?", "“A”, 1–2… [б]", "а б", " а", "а ", "а  б", "а\tб", "é"]
        {
            let slow: String = content(text).to_lowercase().chars().map(fold_char).collect();
            assert_eq!(fold(text), slow, "{text:?}");
        }
        assert_eq!(fold_plain(" а"), None);
    }

    #[test]
    fn tidiness_is_told_alike_by_bytes_and_by_characters() {
        for text in [
            "",
            " ",
            "а",
            "а б",
            "а  б",
            " а",
            "а ",
            "«а» — Ёж, №5",
            "а\tб",
            "а\u{a0}б",
            "é",
            "\u{7f}",
        ] {
            assert_eq!(tidiness(text), tidiness_by_characters(text), "{text:?}");
        }
    }

    #[test]
    fn look_up_folds_letters_dashes_and_quotes() {
        assert_eq!(
            fold("«Ёлка» — Санкт\u{2011}Петербург"),
            fold("\u{201c}елка\u{201d} - санкт-петербург")
        );
    }
}
