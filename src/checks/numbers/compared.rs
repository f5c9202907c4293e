//! The quantities of a pair, and those of them that have no equal on the other side.

use super::{
    dates::{Date, bare_months, changes, dates, take, years},
    kinds::exchanged,
    runs::regrouped,
    signed::is_signed,
};
use crate::{
    checks::{
        bracketed::is_in_note,
        pairs::{Pair, Passage},
    },
    model::Language,
    text::{
        normalize::is_cyrillic,
        quantities::{Among, Form, Quantity, Reading, quantities},
    },
};

/// The quantities of a pair, and those of them that have no equal on the other side.
pub(super) struct Compared<'a> {
    pub(super) pair: &'a Pair<'a>,
    pub(super) source: Vec<Quantity>,
    pub(super) target: Vec<Quantity>,
    /// Firm ones, and those of names, that the target lacks.
    pub(super) lost: Vec<Quantity>,
    pub(super) lost_names: Vec<Quantity>,
    /// Likewise those that the source lacks.
    pub(super) invented: Vec<Quantity>,
    pub(super) invented_names: Vec<Quantity>,
}

impl<'a> Compared<'a> {
    pub(super) fn of(pair: &'a Pair<'a>) -> Self {
        let source = read(&pair.source, Language::Russian);
        let target = read(&pair.target, Language::English);
        let alone = |one: &[Quantity], other: &[Quantity], (own, others): (&Passage<'_>, &str)| {
            let settled = regrouped(&own.text, others);
            let other = Among::of(other);
            let is_open = |quantity: &Quantity| {
                !other.has(quantity)
                    && !settled.iter().any(|run| run.contains(&quantity.range.start))
                    && !own.is_verbatim(&quantity.range)
                    && !is_index(&own.text, others, quantity)
                    && !is_signed(&own.text, &quantity.range)
            };
            let all: Vec<Quantity> = one.iter().filter(|one| is_open(one)).cloned().collect();
            let (names, all): (Vec<Quantity>, Vec<Quantity>) =
                all.into_iter().partition(|quantity| quantity.form == Form::Name);
            (all.into_iter().filter(is_firm).collect(), names)
        };
        let (lost, lost_names) = alone(&source, &target, (&pair.source, &pair.target.text));
        let (mut invented, invented_names): (Vec<Quantity>, _) =
            alone(&target, &source, (&pair.target, &pair.source.text));
        let before = |quantity: &Quantity| pair.target.text.get(..quantity.range.start);
        invented.retain(|quantity| !before(quantity).is_some_and(is_in_note));
        invented.retain(|quantity| !is_form_of_one(&pair.target.text, quantity));
        let told = Among::of(&source);
        let is_told_twice = |quantity: &Quantity| {
            let mut others = target.iter().filter(|other| !other.is_told_with(quantity));
            others.any(|other| other.is_converted(quantity) && told.has(other))
        };
        invented.retain(|quantity| !is_told_twice(quantity));
        Self { pair, source, target, lost, lost_names, invented, invented_names }
    }

    pub(super) fn source_dates(&self) -> Vec<Date<'_>> {
        let text = &self.pair.source.text;
        dates(text, language_of(text, Language::Russian), &self.source)
    }

    pub(super) fn target_dates(&self) -> Vec<Date<'_>> {
        dates(&self.pair.target.text, Language::English, &self.target)
    }

    /// Takes out two numbers that need no equal.
    pub(super) fn leave_out(&mut self, was: &Quantity, is: &Quantity) {
        for all in [&mut self.lost, &mut self.lost_names] {
            all.retain(|one| one != was);
        }
        for all in [&mut self.invented, &mut self.invented_names] {
            all.retain(|one| one != is);
        }
    }

    /// Whether there is nothing to report of what the two lack.
    pub(super) fn is_equal(&self) -> bool {
        self.lost.is_empty()
            && self.invented.is_empty()
            && self.lost_names.is_empty()
            && exchanged(&self.source, &self.target).is_empty()
            && changes(&self.source_dates(), &self.target_dates(), self.bare_months()).is_empty()
    }

    /// Whether it is the year of a month that the other side names without one: a translator adds
    /// and leaves out what goes without saying.
    pub(super) fn is_needless_year(&self, quantity: &Quantity) -> bool {
        let source = years(&self.pair.source.text, &self.source);
        let target = years(&self.pair.target.text, &self.target);
        let is_needless = |own: &[(&Quantity, &Quantity)], others: &[(&Quantity, &Quantity)]| {
            own.iter().any(|(month, year)| {
                *year == quantity && !others.iter().any(|(other, _)| other.agrees(month))
            })
        };
        is_needless(&source, &target) || is_needless(&target, &source)
    }

    /// The months that only the target names without a day.
    pub(super) fn bare_months(&self) -> Vec<&Quantity> {
        let mut months = bare_months(&self.target, &self.target_dates());
        for month in bare_months(&self.source, &self.source_dates()) {
            take(&mut months, |other| other.agrees(month));
        }
        months
    }
}

/// Whether a number is the index of a letter, `C_1`, that the other side writes below it: `C₁`.
fn is_index(text: &str, other: &str, number: &Quantity) -> bool {
    let letter = text.get(..number.range.start).and_then(|before| before.strip_suffix('_'));
    let hangs = letter.is_some_and(|letter| letter.ends_with(char::is_alphabetic));
    let lowered: Option<String> = text.get(number.range.clone()).map(|digits| {
        let lowered = |c: char| c.to_digit(10).and_then(|digit| char::from_u32(0x2080 + digit));
        digits.chars().filter_map(lowered).collect()
    });
    hangs && lowered.is_some_and(|lowered| !lowered.is_empty() && other.contains(&lowered))
}

/// The quantities of a passage. What seems to be a minus begins a list where marks of emphasis part
/// it from the number: `-**2025**`.
fn read(passage: &Passage<'_>, language: Language) -> Vec<Quantity> {
    let mut all = read_prose(&passage.text, language);
    for quantity in all.iter_mut().filter(|quantity| quantity.is_negative) {
        if passage.is_cut_by_markup(&quantity.whole) || goes_on(passage, quantity) {
            quantity.is_negative = false;
            quantity.whole.start = quantity.range.start;
        }
    }
    all
}

/// Whether what seems to be a minus is a dash that touches what stands before it, where the text was
/// taken for two sentences: `(18[??]–19[??])`.
fn goes_on(passage: &Passage<'_>, quantity: &Quantity) -> bool {
    let before = passage
        .locate(&quantity.whole)
        .and_then(|span| passage.file_text().get(..span.start))
        .unwrap_or_default();
    before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ']' | ')' | '?' | '!' | '.'))
}

/// The quantities of prose. What is still in English in the original is read as English is.
pub(super) fn read_prose(prose: &str, language: Language) -> Vec<Quantity> {
    quantities(prose, language_of(prose, language))
}

/// The language that prose is read in.
fn language_of(prose: &str, language: Language) -> Language {
    if prose.contains(is_cyrillic) { language } else { Language::English }
}

/// Whether it is more than a manner of speaking; a time of day may change, noon too.
fn is_firm(quantity: &Quantity) -> bool {
    let is_time = matches!(quantity.readings.first(), Some(Reading::Time { .. }));
    quantity.form != Form::Vague || is_time
}

/// Whether it is the one of a text that has a form for one thing and another for many, where the
/// number is filled in: `1 item|{count} items`.
fn is_form_of_one(text: &str, quantity: &Quantity) -> bool {
    let is_one = text.get(quantity.range.clone()) == Some("1");
    let has_forms = text.contains('|') && text.contains(['{', '%']);
    let begins = text.get(..quantity.range.start).is_some_and(|text| text.trim().is_empty());
    is_one && has_forms && begins
}
