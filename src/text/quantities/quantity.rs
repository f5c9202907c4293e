//! A quantity and where it stands.

use std::ops::Range;

use super::{Decimal, Reading, units::Unit};

/// How a quantity is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// In digits.
    Digits,
    /// In words that mean nothing else.
    Words,
    /// As part of a name or in Roman numerals, which another language may do without: `Т-34`, `XIV`.
    Name,
    /// In a way that another language may well do without: ordinals, `a dozen`.
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
    /// Whether a minus stands before it, in a sign or in a word.
    pub is_negative: bool,
    /// Whether thousands, millions and so on are said in a word of their own.
    pub has_scale: bool,
    /// Its bytes with the sign and the unit.
    pub whole: Range<usize>,
    /// The numbers that it may be instead: `6 300` may be six and three hundred.
    pub(super) parts: Vec<Decimal>,
    pub(super) unit: Option<Unit>,
    /// What it comes to with the smaller or larger unit beside it, in the base unit: `1 м 80 см`.
    pub(super) total: Option<f64>,
}

impl Quantity {
    pub(super) fn new(range: Range<usize>, readings: Vec<Reading>, form: Form) -> Self {
        let whole = range.clone();
        let (parts, unit, total) = (Vec::new(), None, None);
        let (is_negative, has_scale) = (false, false);
        Self { range, readings, form, is_negative, has_scale, whole, parts, unit, total }
    }

    /// A unit of which there is one, without a number: `неделя` is also seven days.
    pub(super) fn one_of(range: Range<usize>, unit: Unit) -> Self {
        let total = Some(unit.in_base(1.0));
        Self { unit: Some(unit), total, ..Self::new(range, vec![Reading::Unit], Form::Vague) }
    }

    /// Whether it is a number in digits and nothing more, of one meaning.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        let is_number = matches!(self.readings.as_slice(), [Reading::Number(_)]);
        let has_more = self.is_negative || self.has_scale || self.unit.is_some();
        is_number && self.form == Form::Digits && self.parts.is_empty() && !has_more
    }

    /// Whether the two may mean the same, converted units considered.
    #[must_use]
    pub fn agrees(&self, other: &Self) -> bool {
        if let (Some(one), Some(two)) = (self.readings.first(), other.readings.first())
            && one.is_of_a_kind()
            && one.is_like(*two)
        {
            return one.agrees(*two);
        }
        let mut pairs =
            self.readings.iter().flat_map(|one| other.readings.iter().map(move |two| (one, two)));
        pairs.any(|(one, two)| one.agrees(*two)) || self.is_converted(other)
    }

    /// Whether it may be several numbers, each of which `is_there`.
    pub(super) fn is_in_parts(&self, is_there: impl Fn(&Decimal) -> bool) -> bool {
        !self.parts.is_empty() && self.parts.iter().all(is_there)
    }

    /// Whether the other may be one of the several numbers that it may be.
    pub(super) fn has_part(&self, other: &Self) -> bool {
        other.readings.iter().any(
            |reading| matches!(reading, Reading::Number(number) if self.parts.contains(number)),
        )
    }

    /// What it may mean, in whole or in part, so that of two that agree one is the same; nothing of
    /// converted units.
    pub(super) fn meanings(&self) -> impl Iterator<Item = Reading> {
        let parts = self.parts.iter().map(|part| Reading::Number(*part));
        self.readings.iter().map(|reading| reading.loosely()).chain(parts)
    }

    /// All numbers that it may be.
    pub fn numbers(&self) -> impl Iterator<Item = Decimal> {
        self.readings.iter().filter_map(|reading| match reading {
            Reading::Number(number) => Some(*number),
            _ => None,
        })
    }

    /// The number it most likely is.
    #[must_use]
    pub fn number(&self) -> Option<Decimal> {
        match self.readings.first()? {
            Reading::Month(_) | Reading::Weekday(_) => None,
            _ => self.numbers().next(),
        }
    }

    /// Whether both are as many of units that measure the same, and the units are others.
    #[must_use]
    pub fn has_other_unit(&self, other: &Self) -> bool {
        let (Some(one), Some(two)) = (self.unit, other.unit) else { return false };
        let is_same_number = self.number().is_some() && self.number() == other.number();
        is_same_number && one.is_other(two) && !self.is_converted(other)
    }

    /// Whether both are money, of two countries.
    #[must_use]
    pub fn has_other_money(&self, other: &Self) -> bool {
        matches!((self.unit, other.unit), (Some(one), Some(two)) if one.is_other_money(two))
    }

    /// Whether it says how many there are of something, in a whole number and no more: no amount of
    /// a unit, no share, no date.
    #[must_use]
    pub fn is_count(&self) -> bool {
        let is_whole = |reading: &Reading| matches!(reading, Reading::Number(number) if number.as_whole().is_some());
        let is_number = self.readings.first().is_some_and(is_whole);
        is_number && self.unit.is_none() && !self.is_negative && !self.has_scale
    }

    /// Whether both are parts of one amount, told in two units.
    #[must_use]
    pub fn is_told_with(&self, other: &Self) -> bool {
        self.total.is_some() && self.total == other.total
    }

    /// Whether both have units of one kind.
    #[must_use]
    pub fn is_measured_like(&self, other: &Self) -> bool {
        matches!((self.unit, other.unit), (Some(one), Some(two)) if one.measures_like(two))
    }

    /// Whether both have units, and the one comes to about as much as the other.
    #[must_use]
    pub fn is_converted(&self, other: &Self) -> bool {
        let (Some(one), Some(two)) = (self.unit, other.unit) else { return false };
        if self.total.is_some() || other.total.is_some() {
            return self.totals(one).any(|from| {
                other.totals(two).any(|to| one.measures_like(two) && one.is_near(from, two, to))
            });
        }
        self.amounts().any(|from| other.amounts().any(|to| one.converts(from, two, to)))
    }

    /// What it comes to in the base unit.
    fn totals(&self, unit: Unit) -> impl Iterator<Item = f64> {
        let single = self.amounts().map(move |number| unit.in_base(number));
        self.total.into_iter().chain(single.filter(|_| self.total.is_none()))
    }

    /// The numbers with their sign.
    fn amounts(&self) -> impl Iterator<Item = f64> {
        let sign = if self.is_negative { -1.0 } else { 1.0 };
        self.numbers().map(move |number| sign * number.as_f64())
    }
}
