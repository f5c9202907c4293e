//! Quantities of a text by value: numbers in digits and in words, months, days of the week, times.
//!
//! A [`Quantity`] has one or more readings, because writing is ambiguous: `'16` is 16 or 2016,
//! `6 p.m.` is 18:00 or 6. Two quantities agree when they share a reading.

mod calendar;
mod clock;
mod decimal;
mod digits;
mod numerals;
mod spelled;
mod token;
mod units;

use std::ops::Range;

pub use self::decimal::Decimal;
use self::{
    numerals::{Numeral, numeral},
    token::{Token, tokens},
    units::{Unit, unit},
};
use crate::model::Language;

/// What a quantity may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// A number.
    Number(Decimal),
    /// A month, from 1.
    Month(u8),
    /// A day of the week, from 1 for Monday.
    Weekday(u8),
    /// A time of day in minutes; half a day more where it is not `exact`.
    Time {
        /// Minutes since midnight.
        minutes: u16,
        /// Whether it is known which half of the day is meant.
        exact: bool,
    },
}

impl Reading {
    fn agrees(self, other: Self) -> bool {
        const HALF_A_DAY: u16 = 12 * 60;
        match (self, other) {
            (
                Self::Time { minutes: one, exact: true },
                Self::Time { minutes: other, exact: true },
            ) => one == other,
            (Self::Time { minutes: one, .. }, Self::Time { minutes: other, .. }) => {
                one % HALF_A_DAY == other % HALF_A_DAY
            }
            _ => self == other,
        }
    }
}

/// How a quantity is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// In digits.
    Digits,
    /// In words that mean nothing else.
    Words,
    /// In a way that another language may well do without: ordinals, `a dozen`, part of a name.
    Vague,
}

/// A quantity and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// What it may mean, the likeliest first; never empty.
    pub readings: Vec<Reading>,
    /// How it is written.
    pub form: Form,
    unit: Option<Unit>,
}

impl Quantity {
    fn new(range: Range<usize>, readings: Vec<Reading>, form: Form) -> Self {
        Self { range, readings, form, unit: None }
    }

    /// Whether the two may mean the same, converted units considered.
    #[must_use]
    pub fn agrees(&self, other: &Self) -> bool {
        let pairs =
            self.readings.iter().flat_map(|one| other.readings.iter().map(move |two| (one, two)));
        pairs.into_iter().any(|(one, two)| one.agrees(*two)) || self.is_converted(other)
    }

    /// The number it most likely is.
    #[must_use]
    pub fn number(&self) -> Option<Decimal> {
        match self.readings.first()? {
            Reading::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// Whether both have units, and the one comes to about as much as the other.
    fn is_converted(&self, other: &Self) -> bool {
        let (Some(one), Some(two)) = (self.unit, other.unit) else { return false };
        self.numbers().any(|from| other.numbers().any(|to| one.converts(from, two, to)))
    }

    fn numbers(&self) -> impl Iterator<Item = f64> {
        self.readings.iter().filter_map(|reading| match reading {
            Reading::Number(number) => Some(number.as_f64()),
            _ => None,
        })
    }
}

/// The quantities of `text` in order.
#[must_use]
pub fn quantities(text: &str, language: Language) -> Vec<Quantity> {
    let tokens = tokens(text);
    let mut reader = Reader { text, language, tokens: &tokens, at: 0, found: Vec::new() };
    while reader.at < tokens.len() {
        reader.next();
    }
    let mut found = reader.found;
    blur_heights(&mut found);
    found
}

/// `6-foot-6` and `1 м 82 см` are one height in two numbers, which no conversion keeps apart.
fn blur_heights(found: &mut [Quantity]) {
    /// Bytes between the two numbers, at most.
    const NEAR: usize = 12;
    for at in 1..found.len() {
        let (first, second) = (&found[at - 1], &found[at]);
        let is_near = second.range.start <= first.range.end + NEAR;
        if is_near
            && first.unit.is_some_and(Unit::has_smaller)
            && second.unit.is_none_or(Unit::is_smaller)
        {
            found[at - 1].form = Form::Vague;
            found[at].form = Form::Vague;
        }
    }
}

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
        let token = &self.tokens[self.at];
        if token.text.starts_with(|c: char| c.is_ascii_digit()) {
            self.digits();
        } else if let Some(month) = calendar::month(token.text, &token.folded, self.language) {
            self.push_word(Reading::Month(month));
        } else if let Some(day) = calendar::weekday(token.text, &token.folded, self.language) {
            self.push_word(Reading::Weekday(day));
        } else if let Some(reading) = self.calendar_adjective(token) {
            self.found.push(Quantity::new(token.range(), vec![reading], Form::Vague));
            self.at += 1;
        } else if numeral(&token.folded, self.language).is_some() {
            self.words();
        } else {
            self.name(token);
        }
    }

    fn calendar_adjective(&self, token: &Token<'_>) -> Option<Reading> {
        (self.language == Language::Russian).then(|| calendar::adjective(&token.folded)).flatten()
    }

    fn push_word(&mut self, reading: Reading) {
        let range = self.tokens[self.at].range();
        self.found.push(Quantity::new(range, vec![reading], Form::Words));
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

    /// What stands between the token `ahead` and the one before it.
    fn gap(&self, ahead: usize) -> &'a str {
        match (self.at + ahead).checked_sub(1).map(|before| &self.tokens[before]) {
            Some(before) => {
                self.peek(ahead).map_or("", |token| &self.text[before.range().end..token.start])
            }
            None => &self.text[..self.tokens[self.at].start],
        }
    }

    fn is_spaced(&self, ahead: usize) -> bool {
        self.peek(ahead).is_some() && self.gap(ahead).chars().all(|c| c.is_whitespace() || c == '.')
    }

    /// The scale that stands `ahead`.
    fn scale(&self, ahead: usize) -> Option<Decimal> {
        let token = self.peek(ahead).filter(|_| self.is_spaced(ahead) || self.gap(ahead) == "-")?;
        match numeral(&token.folded, self.language)? {
            // A metre, as a rule, when it stands apart.
            Numeral::Scale(scale) if token.folded != "m" => Some(scale),
            _ => None,
        }
    }

    /// The scale of `25-тысячный`.
    fn glued_scale(&self, ahead: usize) -> Option<Decimal> {
        const STEMS: [(&str, u32); 3] =
            [("тысячн", 1_000), ("миллионн", 1_000_000), ("миллиардн", 1_000_000_000)];
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

    /// A number read up to the current token: its unit, its time of day.
    fn push_number(&mut self, range: Range<usize>, values: Vec<Decimal>, form: Form) {
        let mut readings: Vec<Reading> =
            values.iter().map(|&value| Reading::Number(value)).collect();
        if let Some(hour) = values.first().and_then(|value| value.as_whole()) {
            readings.extend(self.time_of_day(hour, 0));
        }
        let unit = self.unit_ahead();
        self.found.push(Quantity { range, readings, form, unit });
    }

    /// The unit of a number read up to the current token: the next word, or the one after the
    /// number that a range goes on to (`7–10 см`, `3 to 6 inches`).
    fn unit_ahead(&self) -> Option<Unit> {
        let is_near = |ahead: usize| matches!(self.gap(ahead).trim(), "" | "-" | "°");
        let unit_at = |ahead: usize| {
            let token = self.peek(ahead).filter(|_| is_near(ahead))?;
            unit(&token.folded, self.language)
        };
        let is_number = |ahead: usize| {
            self.peek(ahead)
                .is_some_and(|token| token.text.starts_with(|c: char| c.is_ascii_digit()))
        };
        let joins = |token: &Token<'_>| {
            matches!(token.folded.as_str(), "to" | "and" | "or" | "до" | "и" | "или")
        };
        unit_at(0)
            .or_else(|| {
                unit_at(1).filter(|_| self.peek(0).is_some_and(|token| token.folded == "an"))
            })
            .or_else(|| unit_at(1).filter(|_| is_number(0) && !self.gap(0).trim().is_empty()))
            .or_else(|| unit_at(2).filter(|_| is_number(1) && self.peek(0).is_some_and(joins)))
    }

    /// Digits and Roman numerals that are part of a name.
    fn name(&mut self, token: &Token<'_>) {
        let digits: String = token
            .text
            .chars()
            .skip_while(|c| !c.is_ascii_digit())
            .take_while(char::is_ascii_digit)
            .collect();
        let value = digits.parse().ok().or_else(|| digits::roman(token.text, self.language));
        if let Some(value) = value {
            self.found.push(Quantity::new(
                token.range(),
                vec![Reading::Number(value)],
                Form::Vague,
            ));
        }
        self.at += 1;
    }
}

#[cfg(test)]
mod tests;
