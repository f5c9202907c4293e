//! The words of a text, cut at hyphens: `45-летний` is a number and a word, `60x100` two numbers.
//! Addresses of the web have none.

use std::{borrow::Cow, ops::Range};

use super::value;
use crate::text::{normalize::folded, words::words};

/// A word or a part of one.
#[derive(Debug)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    pub(super) folded: Cow<'a, str>,
    pub(super) start: usize,
}

impl Token<'_> {
    pub(super) const fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    pub(super) fn is_number(&self) -> bool {
        self.text.starts_with(|c: char| c.is_ascii_digit())
    }

    pub(super) fn is_digits(&self) -> bool {
        self.text.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// The tokens of `text` in order.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let addresses = addresses(text);
    let token = |part: &'_ str| {
        let start = part.as_ptr() as usize - text.as_ptr() as usize;
        start..start + part.len()
    };
    let mut tokens = Vec::new();
    let mut add = |range: Range<usize>| {
        let part = &text[range.clone()];
        tokens.push(Token { text: part, folded: folded(part), start: range.start });
    };
    for word in words(text) {
        if addresses.iter().any(|address| address.contains(&word.start)) {
            continue;
        }
        if is_of_letters(word.text) {
            add(word.range());
        } else if !is_file_name(word.text) && !is_symbol(word.text) {
            let parts = word.text.split(['-', '\u{2010}', '\u{2011}', '_']).flat_map(numbers);
            parts.filter(|part| !part.is_empty()).for_each(|part| add(token(part)));
        }
    }
    tokens
}

/// Whether a word is of English and Russian letters alone, as nearly all are: it is whole.
fn is_of_letters(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, 0xd0 | 0xd1 | 0x80..=0xbf))
}

/// The numbers that a part of a word consists of; itself where it has no digit.
fn numbers(part: &str) -> impl Iterator<Item = &str> {
    let has_digit = part.contains(|c: char| c.is_ascii_digit());
    let whole = (!has_digit).then_some(part);
    let cut = has_digit.then(|| factors(part).into_iter().flat_map(feet_and_inches));
    whole.into_iter().chain(cut.into_iter().flatten())
}

/// Whether a word is a symbol of a formula with its index, and no number: `s_2`, `I_max`.
fn is_symbol(word: &str) -> bool {
    let Some((symbol, index)) = word.split_once('_') else { return false };
    let is_letter = symbol.chars().all(char::is_alphabetic) && symbol.chars().count() == 1;
    is_letter && !index.is_empty()
}

/// Whether a word of parts between underscores is the name of a file or of a thing in code, and no
/// number: `2024_03_05_12_40`.
fn is_file_name(word: &str) -> bool {
    word.matches('_').count() > 1
}

/// The two numbers of `60x100`; a hexadecimal number stays whole.
fn factors(part: &str) -> Vec<&str> {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let cut = part.char_indices().find(|&(at, c)| {
        let (before, after) = (&part[..at], &part[at + c.len_utf8()..]);
        matches!(c, 'x' | 'X' | 'х' | 'Х')
            && before != "0"
            && is_digit(before.chars().next_back())
            && is_digit(after.chars().next())
    });
    cut.map_or_else(|| listed(part), |(at, c)| vec![&part[..at], &part[at + c.len_utf8()..]])
}

/// The two numbers of `0.5,1`, the ends of an interval; `1.234,5` is one number.
fn listed(part: &str) -> Vec<&str> {
    let is_number = |text: &str| {
        text.starts_with(|c: char| c.is_ascii_digit())
            && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    };
    let cut = part.split_once(',').filter(|(one, two)| {
        let has_point = one.matches('.').count() == 1;
        has_point && is_number(one) && is_number(two) && !value::is_grouped(one)
    });
    cut.map_or_else(|| vec![part], |(one, two)| vec![one, two])
}

/// The two numbers of `6'2`; thousands in groups stay whole.
fn feet_and_inches(part: &str) -> Vec<&str> {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let cut = part.split_once(['\'', '’']);
    let cut = cut.filter(|(feet, inches)| {
        is_digits(feet) && is_digits(inches) && feet.len() == 1 && inches.len() < 3
    });
    cut.map_or_else(|| vec![part], |(feet, inches)| vec![feet, inches])
}

/// Addresses that stand in the text: with their scheme, without it, what is left of one in percent
/// signs, and the sizes of pictures beside them.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut found = with_scheme(text);
    // Hardly any text has one of these.
    if text.contains(['/', '%', '=']) {
        found.extend(
            chunks(text)
                .filter(|(_, chunk)| is_address(chunk))
                .map(|(at, chunk)| at..at + chunk.len()),
        );
    }
    found
}

/// What stands between white space, brackets and quotation marks.
fn chunks(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_end = |c: char| c.is_whitespace() || "<>\"«»“”()[]".contains(c);
    text.split_inclusive(is_end).scan(0, move |at, chunk| {
        let start = *at;
        *at += chunk.len();
        Some((start, chunk.trim_end_matches(is_end)))
    })
}

/// Whether it is an address without its scheme, `example.org/page-3`, or has bytes in percent
/// signs: `%D0%92`.
fn is_address(chunk: &str) -> bool {
    let host = chunk.split_once('/').and_then(|(host, _)| host.rsplit_once('.'));
    let is_host = host.is_some_and(|(name, domain)| {
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
        let is_domain = domain.len() > 1 && domain.bytes().all(|byte| byte.is_ascii_lowercase());
        is_domain && !name.is_empty() && name.chars().all(is_name)
    });
    is_host || has_bytes(chunk) || is_size(chunk)
}

/// Whether it is the size at which a picture is shown: `=700x400`, `=700x`.
fn is_size(chunk: &str) -> bool {
    let size = chunk.strip_prefix('=').and_then(|size| size.split_once('x'));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    size.is_some_and(|(width, height)| is_digits(width) && is_digits(height))
}

/// Whether a text has a byte in percent signs that is no percentage.
fn has_bytes(chunk: &str) -> bool {
    let is_hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'A'..=b'F');
    chunk.match_indices('%').any(|(at, _)| match chunk.as_bytes().get(at + 1..at + 3) {
        Some(&[one, two]) => {
            is_hex(one) && is_hex(two) && (one.is_ascii_uppercase() || two.is_ascii_uppercase())
        }
        _ => false,
    })
}

/// Addresses from the scheme to the next white space.
fn with_scheme(text: &str) -> Vec<Range<usize>> {
    let address = |(at, _): (usize, &str)| {
        let scheme = text[..at].chars().rev().take_while(char::is_ascii_alphanumeric).count();
        let length = text[at..].find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"'));
        at - scheme..length.map_or(text.len(), |length| at + length)
    };
    // Hardly any text has a colon between slashes.
    if !text.as_bytes().contains(&b'/') {
        return Vec::new();
    }
    text.match_indices("://").map(address).collect()
}
