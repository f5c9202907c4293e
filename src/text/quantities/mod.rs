//! Quantities of a text by value: numbers in digits and in words, months, days of the week, times.
//!
//! A [`Quantity`] has one or more readings, because writing is ambiguous: `'16` is 16 or 2016,
//! `6 p.m.` is 18:00 or 6. Two quantities agree when they share a reading, or come to as much in
//! other units.

mod among;
mod books;
mod calendar;
mod clock;
mod compound;
mod decimal;
mod digits;
mod dotted;
mod fraction;
mod idle;
mod matched;
mod measure;
mod numerals;
mod phone;
mod quantity;
mod reading;
mod roman;
mod spelled;
mod token;
mod units;
mod value;

use std::ops::Range;

pub use self::{
    among::Among,
    decimal::Decimal,
    matched::matched,
    quantity::{Form, Quantity},
    reading::{Reading, Version},
};
use self::{
    numerals::{Numeral, numeral},
    token::{Token, tokens},
};
use super::memory::Memory;
use crate::model::Language;

/// Whether a folded Russian word is the name of a month.
pub(crate) fn is_russian_month(folded: &str) -> bool {
    calendar::month(folded, folded, Language::Russian).is_some()
}

/// The quantities of `text` in order.
#[must_use]
pub fn quantities(text: &str, language: Language) -> Vec<Quantity> {
    static KNOWN: [Memory<Vec<Quantity>>; Language::COUNT] =
        [const { Memory::new() }; Language::COUNT];
    KNOWN[language as usize].of(text, || find(text, language))
}

fn find(text: &str, language: Language) -> Vec<Quantity> {
    let tokens = tokens(text);
    let mut reader = Reader { text, language, tokens: &tokens, at: 0, found: Vec::new() };
    while reader.at < tokens.len() {
        reader.next();
    }
    let mut found = reader.found;
    compound::join(text, &mut found);
    if language == Language::Russian {
        books::number_as_in_english(text, &mut found);
    }
    found
}

/// Longer English scales are no abbreviations that Russian has, too.
const SHORTEST_SCALE: usize = 3;

/// Goes through the words of a text once.
struct Reader<'a> {
    text: &'a str,
    language: Language,
    tokens: &'a [Token<'a>],
    at: usize,
    found: Vec<Quantity>,
}

impl<'a> Reader<'a> {
    fn next(&mut self) {
        let Some(token) = self.peek(0) else { return };
        if idle::is_idle(token, self.language) {
            self.at += 1;
        } else if token.is_number() {
            self.digits();
        } else if let Some(month) = self.month(token) {
            self.push_word(Reading::Month(month));
        } else if let Some(day) = calendar::weekday(token.text, &token.folded, self.language) {
            self.push_word(Reading::Weekday(day));
        } else if let Some(reading) = self.calendar_adjective(token) {
            self.found.push(Quantity::new(token.range(), vec![reading], Form::Vague));
            self.at += 1;
        } else if let Some((readings, taken)) = self.hour_in_words(token) {
            let end = self.peek(taken).map_or(token.range().end, |token| token.range().end);
            self.found.push(Quantity::new(over(token.start, end), readings, Form::Vague));
            self.at += taken + 1;
        } else if numeral(&token.folded, self.language).is_some() {
            self.words();
        } else if let Some(unit) = units::duration(&token.folded, self.language) {
            self.found.push(Quantity::one_of(token.range(), unit));
            self.at += 1;
        } else {
            self.name(token);
        }
    }

    /// The month that a word names; a short form only beside a number.
    fn month(&self, token: &Token<'_>) -> Option<u8> {
        let month = calendar::month(token.text, &token.folded, self.language);
        let is_number = |token: Option<&Token<'_>>| token.is_some_and(Token::is_number);
        month.or_else(|| {
            let is_beside = is_number(self.before()) || is_number(self.peek(1));
            calendar::short_month(&token.folded, self.language).filter(|_| is_beside)
        })
    }

    fn calendar_adjective(&self, token: &Token<'_>) -> Option<Reading> {
        (self.language == Language::Russian).then(|| calendar::adjective(&token.folded)).flatten()
    }

    fn push_word(&mut self, reading: Reading) {
        let Some(token) = self.peek(0) else { return };
        self.found.push(Quantity::new(token.range(), vec![reading], Form::Words));
        self.at += 1;
    }

    /// The token `ahead` of the current one.
    fn peek(&self, ahead: usize) -> Option<&'a Token<'a>> {
        self.tokens.get(self.at + ahead)
    }

    /// The token before the current one.
    fn before(&self) -> Option<&'a Token<'a>> {
        self.tokens.get(self.at.checked_sub(1)?)
    }

    /// What stands between the token `ahead` and the one before it, or the ends of the text.
    fn gap(&self, ahead: usize) -> &'a str {
        let before = (self.at + ahead).checked_sub(1).and_then(|at| self.tokens.get(at));
        let start = before.map_or(0, |token| token.range().end);
        let end = self.peek(ahead).map_or(self.text.len(), |token| token.start);
        self.text.get(start..end).unwrap_or_default()
    }

    fn is_spaced(&self, ahead: usize) -> bool {
        self.peek(ahead).is_some() && self.gap(ahead).chars().all(|c| c.is_whitespace() || c == '.')
    }

    /// The scale that stands `ahead`.
    fn scale(&self, ahead: usize) -> Option<Decimal> {
        // More than so many: `50+ million`.
        let is_more = self.gap(ahead).strip_prefix('+').is_some_and(|gap| gap.trim().is_empty());
        let is_joined = is_more || self.is_spaced(ahead) || self.gap(ahead) == "-";
        let token = self.peek(ahead).filter(|_| is_joined)?;
        // A Russian text that quotes an English one: `$700 billion`.
        let is_quoted = token.folded.len() > SHORTEST_SCALE && token.folded.is_ascii();
        let language = if is_quoted { Language::English } else { self.language };
        match numeral(&token.folded, language)? {
            // A metre, as a rule, when it stands apart.
            Numeral::Scale(scale) if token.folded != "m" => Some(scale),
            _ => None,
        }
    }

    /// The scale of `25-тысячный`.
    fn glued_scale(&self, ahead: usize) -> Option<Decimal> {
        const STEMS: [(&str, u32); 4] = [
            ("тысячн", 1_000),
            ("тысячелетн", 1_000),
            ("миллионн", 1_000_000),
            ("миллиардн", 1_000_000_000),
        ];
        let token = self.peek(ahead).filter(|_| self.gap(ahead) == "-")?;
        let stem = STEMS.iter().find(|(stem, _)| token.folded.starts_with(stem))?;
        Some(Decimal::whole(stem.1))
    }

    /// `с половиной`, `and a half`: how many tokens it takes.
    fn half(&self, ahead: usize) -> Option<usize> {
        let words: &[&str] = match self.language {
            Language::Russian => &["с", "половиной"],
            Language::English => &["and", "a", "half"],
        };
        let is_there = words.iter().enumerate().all(|(offset, word)| {
            self.peek(ahead + offset).is_some_and(|token| token.folded == *word)
        });
        is_there.then_some(words.len())
    }

    fn roman(&self, token: &Token<'_>) -> Option<Decimal> {
        let is_numbered =
            self.before().is_some_and(|token| NUMBERED.contains(&token.folded.as_ref()));
        if token.text == "I" && is_numbered {
            return Some(Decimal::whole(1));
        }
        let is_first = token.text == "I" && self.is_book_ahead();
        if is_first {
            return Some(Decimal::whole(1));
        }
        roman::roman(token.text, self.language).filter(|_| !self.is_initial(token))
    }

    /// Whether the name of a book of the Bible and its chapter come next: `I Tim. 2:3`.
    fn is_book_ahead(&self) -> bool {
        let is_book = self.gap(1) == " " && self.peek(1).is_some_and(books::is_numbered);
        is_book && self.peek(2).is_some_and(Token::is_number)
    }

    /// Whether a letter is the initial of somebody, beside another one or before a name:
    /// `I. V. Petrov`, `by V. Petrov`.
    fn is_initial(&self, token: &Token<'_>) -> bool {
        let is_letter = |token: &Token<'_>| {
            token.text.chars().count() == 1 && token.text.starts_with(char::is_uppercase)
        };
        let is_dotted = |gap: &str| gap.strip_prefix('.').is_some_and(|gap| gap.trim().is_empty());
        let is_pointed = is_dotted(self.gap(1));
        let is_second = is_dotted(self.gap(0)) && self.before().is_some_and(is_letter);
        let is_before = |next: &Token<'_>| is_letter(next) && is_dotted(self.gap(2));
        let is_of_name = |next: &Token<'_>| {
            let before = self.before().filter(|_| self.language == Language::English);
            next.text.starts_with(char::is_uppercase)
                && before.is_some_and(|before| {
                    before.text.starts_with(char::is_lowercase)
                        && !NUMBERED.contains(&before.folded.as_ref())
                })
        };
        let leads = |next: &Token<'_>| is_before(next) || is_of_name(next);
        is_letter(token) && is_pointed && (is_second || self.peek(1).is_some_and(leads))
    }

    /// Digits and Roman numerals that are part of a name.
    fn name(&mut self, token: &Token<'_>) {
        let is_digit = |c: &char| c.is_ascii_digit();
        let digits: String = token
            .text
            .trim_start_matches(|c: char| !is_digit(&c))
            .chars()
            .take_while(|c| is_digit(c) || *c == '.')
            .collect();
        let digits = digits.trim_end_matches('.');
        let range = token.range();
        if let Some(version) = token.folded.strip_prefix('v').filter(|rest| is_version(rest)) {
            let written = version.to_owned();
            self.at += 1;
            return self.push_version(range, &written);
        }
        let value =
            fraction::of_sign(token.text).map(|value| (value, Form::Digits)).or_else(|| {
                let value = digits.parse().ok().or_else(|| self.roman(token));
                value.map(|value| (value, Form::Name))
            });
        // `Lua5.3` is also the version 5.3 of Lua.
        let version = Version::parse(digits).filter(|_| digits.contains('.'));
        let form = value.map_or(Form::Name, |(_, form)| form);
        let readings: Vec<Reading> = value
            .map(|(value, _)| Reading::Number(value))
            .into_iter()
            .chain(version.map(Reading::Version))
            .collect();
        if !readings.is_empty() {
            self.found.push(Quantity::new(range, readings, form));
        }
        self.at += 1;
    }
}

/// Words after which even `I` is a numeral.
const NUMBERED: [&str; 10] =
    ["chapter", "part", "book", "volume", "section", "act", "scene", "war", "class", "group"];

/// Whether what follows a `v` is the number of a version.
fn is_version(rest: &str) -> bool {
    let first_is_digit = rest.starts_with(|c: char| c.is_ascii_digit());
    first_is_digit && rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// From the beginning of the one to the end of the other.
const fn over(start: usize, end: usize) -> Range<usize> {
    start..end
}

#[cfg(test)]
mod tests;
