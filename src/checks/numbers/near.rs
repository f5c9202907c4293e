//! The quantities of the sentences beside a pair: one may have moved there.

use super::dates::{Date, dates};
use crate::{
    checks::pairs::{Pair, Passage},
    model::Language,
    text::{
        quantities::{Among, Form, Quantity, quantities},
        words::words,
    },
};

/// The quantities of the sentences beside a pair.
pub(super) struct Near {
    source: Vec<Quantity>,
    target: Vec<Quantity>,
    /// Days and months of the target: a date may be told once and be `the same day` after that.
    dates: Vec<(Quantity, Quantity)>,
}

impl Near {
    /// Those that have no equal there: a sentence beside the pair that has the same number in both
    /// languages says nothing of the pair's own.
    pub(super) fn of(pair: &Pair<'_>) -> Self {
        let (source_text, target_text) = (pair.source.around(), pair.target.around());
        let source = quantities(&source_text, Language::Russian);
        let target = quantities(&target_text, Language::English);
        let dates_of = |text: &str, language, all: &[Quantity]| -> Vec<(Quantity, Quantity)> {
            let dates = dates(text, language, all);
            dates.into_iter().map(|date| (date.day.clone(), date.month.clone())).collect()
        };
        let dates = dates_of(&target_text, Language::English, &target);
        Self { source: unequalled(&source, &target), target: unequalled(&target, &source), dates }
    }

    pub(super) fn has_date(&self, date: &Date<'_>) -> bool {
        self.dates.iter().any(|(day, month)| day.agrees(date.day) && month.agrees(date.month))
    }

    /// What the translation says in the sentences beside the pair.
    pub(super) fn in_target(&self) -> Among<'_> {
        Among::of(&self.target)
    }

    /// What the original does.
    pub(super) fn in_source(&self) -> Among<'_> {
        Among::of(&self.source)
    }
}

/// Whether the translation writes a number of the original in the sentences beside the pair, be it
/// that another number there answers to it.
pub(super) fn is_written_near(pair: &Pair<'_>, number: &Quantity) -> bool {
    let written = pair.source.text.get(number.range.clone()).unwrap_or_default();
    stands_in(&pair.target.around(), written)
        || pair.target.above().iter().any(|above| stands_in(above, written))
        || is_in_address(&pair.target, written)
        || is_age(pair.source.text.get(number.range.end..).unwrap_or_default(), written)
}

/// Whether a number says for whom a text is, «18+», which English has a word for.
fn is_age(after: &str, written: &str) -> bool {
    after.starts_with('+') && matches!(written, "16" | "18" | "21")
}

/// Whether a text has a number as it is written, and no part of a longer one or of a word.
fn stands_in(text: &str, written: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric();
    let stands = |(at, _)| {
        let (before, after): (&str, &str) = (&text[..at], &text[at + written.len()..]);
        !before.ends_with(is_part) && !after.starts_with(is_part)
    };
    !written.is_empty() && text.match_indices(written).any(stands)
}

/// Whether a passage leads to where a number of some length is named: a report by its year.
fn is_in_address(passage: &Passage<'_>, written: &str) -> bool {
    const SHORTEST: usize = 3;
    written.len() >= SHORTEST && passage.addresses().any(|address| stands_in(address, written))
}

/// Whether the original leads to where the number stands behind the same word: `Issue 6` and
/// `magazine.example/issue-6`.
fn is_named_in_address(pair: &Pair<'_>, number: &Quantity) -> bool {
    let text = pair.target.text.as_str();
    let written = text.get(number.range.clone()).unwrap_or_default();
    let before = text.get(..number.range.start).unwrap_or_default();
    let Some(word) = words(before).last().filter(|word| word.text.len() > 2) else { return false };
    let names = |address: &str| {
        let address = address.to_lowercase();
        ["-", "_", "/", ""].iter().any(|mark| {
            let named = format!("{}{mark}{written}", word.text.to_lowercase());
            stands_in(&address, &named)
        })
    };
    pair.source.addresses().any(names)
}

/// Whether a number that only the translation has may well be meant by the original: it writes it in
/// the sentences beside the pair, in code or behind another word, or has a word for how many.
pub(super) fn is_made_definite(pair: &Pair<'_>, number: &Quantity) -> bool {
    let written = pair.target.text.get(number.range.clone()).unwrap_or_default();
    let after = pair.target.text.get(number.range.end..).unwrap_or_default();
    let is_wholly = written == "100" && after.trim_start().starts_with('%');
    let is_small = written.len() == 1;
    let counts = || {
        let mut all = words(&pair.source.text).map(|word| word.folded());
        all.any(|word| INDEFINITE.iter().any(|beginning| word.starts_with(beginning)))
    };
    !written.is_empty()
        && (is_wholly
            || stands_in(&pair.source.around(), written)
            || pair.source.above().iter().any(|above| stands_in(above, written))
            || is_in_address(&pair.source, written)
            || is_named_in_address(pair, number)
            || is_small && counts())
}

/// Beginnings of words that say of how many things a text speaks without a number.
const INDEFINITE: [&str; 6] = ["нескольк", "немног", "кажд", "оба", "обе", "обои"];

/// The quantities of the one that have no certain equal in the other.
fn unequalled(one: &[Quantity], other: &[Quantity]) -> Vec<Quantity> {
    let other = Among::of(other);
    let is_equalled =
        |one: &&Quantity| other.any(one, |other| other.form < Form::Name && one.agrees(other));
    one.iter().filter(|one| !is_equalled(one)).cloned().collect()
}
