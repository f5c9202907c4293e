//! Dates as days of months. Taken one by one the day and the month of a wrong date may both have
//! an equal in some other date of the sentence; together they have none.

use std::ops::Range;

use crate::{
    model::Language,
    text::quantities::{Decimal, Quantity, Reading},
};

/// Days of a month, at most.
const LONGEST_MONTH: u32 = 31;

/// What joins the days of one month: `21–28 сентября`, `September 21 and 22`.
const JOINTS: [&str; 17] = [
    "day of", "", ".", "/", "-", "–", "—", ",", "и", "по", "до", "или", "and", "to", "or",
    "through", "of",
];

/// A day of a month.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Date<'q> {
    pub(super) day: &'q Quantity,
    pub(super) month: &'q Quantity,
}

impl Date<'_> {
    /// Whether both are the same day of the same month.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        self.day.agrees(other.day) && self.month.agrees(other.month)
    }

    /// Whether the day of each is the month of the other: `05.03.2021` read as `2021-05-03`.
    pub(super) fn is_turned(&self, other: &Self) -> bool {
        let month = |date: &Self| match date.month.readings.first() {
            Some(Reading::Month(month)) => Some(u32::from(*month)),
            _ => None,
        };
        let day = |date: &Self| date.day.number().and_then(Decimal::as_whole);
        day(self).is_some() && day(self) == month(other) && day(other) == month(self)
    }
}

/// A date of the source that the target tells otherwise.
#[derive(Debug)]
pub(super) enum Change<'q> {
    /// The month of the source and that of the target.
    Month(&'q Quantity, &'q Quantity),
    /// The days.
    Day(&'q Quantity, &'q Quantity),
    /// The day that the target leaves out of the month it names.
    NoDay(&'q Quantity),
}

/// The dates of a text, from its quantities in order.
pub(super) fn dates<'q>(
    text: &str,
    language: Language,
    quantities: &'q [Quantity],
) -> Vec<Date<'q>> {
    let months = quantities.iter().enumerate().filter(|(_, quantity)| is_month(quantity));
    let of_month = |(index, month): (usize, &'q Quantity)| {
        days_of(text, language, quantities, index).into_iter().map(move |day| Date { day, month })
    };
    months.flat_map(of_month).collect()
}

/// The days beside the month at `index`: before it, in English also after it.
fn days_of<'q>(
    text: &str,
    language: Language,
    quantities: &'q [Quantity],
    index: usize,
) -> Vec<&'q Quantity> {
    let is_joined = |one: &Quantity, next: &Quantity| {
        text.get(one.range.end..next.range.start).is_some_and(is_joint)
    };
    let (earlier, rest) = quantities.split_at_checked(index).unwrap_or_default();
    let Some((month, later)) = rest.split_first() else { return Vec::new() };
    let mut next = month;
    // `the 1st day of March`
    let is_more = |quantity: &&Quantity| quantity.readings.as_slice() != [Reading::Unit];
    let before = earlier.iter().rev().filter(is_more).take_while(|day| {
        let is_joined = is_day(day) && is_joined(day, next);
        next = day;
        is_joined
    });
    let days: Vec<&Quantity> = before.collect();
    let is_led =
        language == Language::English || is_standard(text, month) || is_english(text, month);
    let mut last = month;
    let after = later.iter().take_while(|day| {
        let is_joined = is_led && is_day(day) && is_joined(last, day);
        last = day;
        is_joined
    });
    days.into_iter().chain(after).collect()
}

fn is_joint(between: &str) -> bool {
    let ordinal = between.trim_start_matches("-го").trim_start_matches("-е");
    JOINTS.contains(&ordinal.trim())
}

/// Whether the month is that of `2021-05-03`.
fn is_standard(text: &str, month: &Quantity) -> bool {
    text.get(..month.range.start).is_some_and(|before| before.ends_with('-'))
        && text.get(month.range.clone()).is_some_and(|month| month.parse::<u8>().is_ok())
}

/// Whether the month is named in English, as a page may have its date in either language.
fn is_english(text: &str, month: &Quantity) -> bool {
    text.get(month.range.clone())
        .is_some_and(|month| month.starts_with(|c: char| c.is_ascii_alphabetic()))
}

fn is_month(quantity: &Quantity) -> bool {
    matches!(quantity.readings.first(), Some(Reading::Month(_)))
}

fn is_day(quantity: &Quantity) -> bool {
    let whole = quantity.number().and_then(|number| number.as_whole());
    whole.is_some_and(|day| (1..=LONGEST_MONTH.into()).contains(&u64::from(day)))
}

/// The years of a text, each with the month before it.
pub(super) fn years<'q>(
    text: &str,
    quantities: &'q [Quantity],
) -> Vec<(&'q Quantity, &'q Quantity)> {
    const YEARS: Range<u32> = 1000..2200;
    let is_year = |quantity: &Quantity| {
        quantity.number().and_then(|number| number.as_whole()).is_some_and(|it| YEARS.contains(&it))
    };
    let mut month = None;
    let mut found = Vec::new();
    for pair in quantities.windows(2) {
        let [before, year] = pair else { continue };
        let is_joined = text
            .get(before.range.end..year.range.start)
            .is_some_and(|gap| matches!(gap.trim(), "" | "," | "."));
        month = Some(before).filter(|before| is_month(before)).or(month.filter(|_| is_day(before)));
        found.extend(month.filter(|_| is_joined && is_year(year)).map(|month| (month, year)));
    }
    found
}

/// Where the dates of a text stand among its quantities: days, month and year together.
pub(crate) fn date_ranges(
    text: &str,
    language: Language,
    quantities: &[Quantity],
) -> Vec<Range<usize>> {
    let at = |wanted: &Quantity| {
        quantities.partition_point(|quantity| quantity.range.start < wanted.range.start)
    };
    let days = dates(text, language, quantities).into_iter().map(|date| (date.day, date.month));
    let pairs = days.chain(years(text, quantities));
    let mut ranges: Vec<Range<usize>> =
        pairs.map(|(one, two)| at(one).min(at(two))..at(one).max(at(two)) + 1).collect();
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match joined.last_mut().filter(|last| range.start < last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => joined.push(range),
        }
    }
    joined
}

/// The months of a text that stand without a day.
pub(super) fn bare_months<'q>(quantities: &'q [Quantity], dates: &[Date<'q>]) -> Vec<&'q Quantity> {
    let has_day = |month: &&Quantity| dates.iter().any(|date| date.month == *month);
    quantities.iter().filter(|quantity| is_month(quantity) && !has_day(quantity)).collect()
}

/// What became of the dates of the source, given the dates of the target and the months that it
/// names without a day where the source does not. A date that the target tells fewer times is no
/// change of itself: `в тот же день` has none.
pub(super) fn changes<'q>(
    source: &[Date<'q>],
    target: &[Date<'q>],
    mut bare_months: Vec<&'q Quantity>,
) -> Vec<Change<'q>> {
    let mut free: Vec<&Date<'q>> = target.iter().collect();
    let is_lost = |date: &&Date<'q>| take(&mut free, |other| date.agrees(other)).is_none();
    let lost: Vec<&Date<'q>> = source.iter().filter(is_lost).collect();
    let change = |date: &Date<'q>| {
        if let Some(other) = take(&mut free, |other| date.day.agrees(other.day)) {
            return Some(Change::Month(date.month, other.month));
        }
        if let Some(other) = take(&mut free, |other| date.month.agrees(other.month)) {
            return Some(Change::Day(date.day, other.day));
        }
        take(&mut bare_months, |month| month.agrees(date.month)).map(|_| Change::NoDay(date.day))
    };
    lost.into_iter().filter_map(change).collect()
}

/// Takes out the first that fits.
pub(super) fn take<T: Copy>(all: &mut Vec<T>, fits: impl Fn(T) -> bool) -> Option<T> {
    let at = all.iter().position(|&one| fits(one))?;
    Some(all.remove(at))
}
