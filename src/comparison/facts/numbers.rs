//! Quantities that stand for one another, by value: numbers in digits and in words, months, days of
//! the week, times.

use std::ops::Range;

use super::{FactKind, Mention, dates::Dates, near};
use crate::{
    checks::regrouped,
    text::quantities::{Among, Form, Quantity, Reading, matched},
};

/// The quantities of both texts that are not part of a date which both tell.
pub(super) fn pairs(texts: [&str; 2], found: [&[Quantity]; 2], dates: &Dates) -> [Vec<Mention>; 2] {
    let [source, target] = [0, 1].map(|side| rest(found[side], &dates.used[side]));
    let mut places = matched(&source, &target);
    for (one, place) in source.iter().zip(&mut places) {
        *place =
            place.filter(|place| target.get(*place).is_some_and(|other| is_told([one, other])));
    }
    let mut back = vec![None; target.len()];
    for (at, place) in places.iter().enumerate() {
        if let Some(class) = place.and_then(|place| back.get_mut(place)) {
            *class = Some(at);
        }
    }
    let forth: Vec<Option<usize>> =
        places.iter().enumerate().map(|(at, place)| place.map(|_| at)).collect();
    let sides = [Side { own: &source, classes: &forth }, Side { own: &target, classes: &back }];
    let others = [
        Others::of(found[1], &sides[1], regrouped(texts[0], texts[1])),
        Others::of(found[0], &sides[0], regrouped(texts[1], texts[0])),
    ];
    [others[0].mentions(&sides[0]), others[1].mentions(&sides[1])]
}

/// Whether a pair is more than two manners of speaking: `одной ночью` and `a night`.
fn is_told(pair: [&Quantity; 2]) -> bool {
    pair.iter().any(|one| one.form != Form::Vague) || kind(pair[0]) == FactKind::Date
}

/// The numbers that are not part of a date.
fn rest(all: &[Quantity], is_used: &[bool]) -> Vec<Quantity> {
    let free = all.iter().zip(is_used).filter(|(one, is_used)| {
        !**is_used && !matches!(one.readings.first(), Some(Reading::Unit))
    });
    free.map(|(quantity, _)| quantity.clone()).collect()
}

/// Quantities with their classes.
struct Side<'a> {
    own: &'a [Quantity],
    classes: &'a [Option<usize>],
}

/// The other side, as it is asked whether it has anything like a quantity that no other stands for.
struct Others<'a> {
    all: Among<'a>,
    rest: &'a Side<'a>,
    /// Where digits stand that it groups otherwise.
    regrouped: Vec<Range<usize>>,
}

impl<'a> Others<'a> {
    fn of(all: &'a [Quantity], rest: &'a Side<'a>, regrouped: Vec<Range<usize>>) -> Self {
        Self { all: Among::of(all), rest, regrouped }
    }

    /// The quantities of a side: those that this one has, too, and those that it has nothing like.
    fn mentions(&self, side: &Side<'_>) -> Vec<Mention> {
        let mut mentions = Vec::new();
        for (at, (quantity, class)) in side.own.iter().zip(side.classes).enumerate() {
            let class = class.or_else(|| self.class_of_same(quantity, at, side.own.len()));
            if class.is_some() || self.has_nothing_like(at, side.own) {
                let (range, kind) = (quantity.range.clone(), kind(quantity));
                mentions.push(Mention { range, kind, class });
            }
        }
        mentions
    }

    /// The class of one that says the same and stands for another already: one side may say twice
    /// what the other says once.
    fn class_of_same(&self, quantity: &Quantity, at: usize, count: usize) -> Option<usize> {
        let Side { own, classes } = self.rest;
        let mut places = near(at, count, own.len());
        places.find_map(|place| {
            let other = own.get(place).filter(|other| quantity.agrees(other))?;
            classes.get(place).copied().flatten().filter(|_| other.form != Form::Vague)
        })
    }

    /// Whether this side has nothing like the quantity at `at`, though it is more than a manner of
    /// speaking; an amount may be told in two units.
    fn has_nothing_like(&self, at: usize, own: &[Quantity]) -> bool {
        let Some(quantity) = own.get(at) else { return false };
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        let mut beside = beside.filter_map(|place| own.get(place));
        let is_told =
            |other: &Quantity| other.is_told_with(quantity) || other.is_converted(quantity);
        matches!(quantity.form, Form::Digits | Form::Words)
            && !self.all.has(quantity)
            && !self.is_regrouped(quantity)
            && !beside.any(|other| is_told(other) && self.all.has(other))
    }

    fn is_regrouped(&self, quantity: &Quantity) -> bool {
        let after = self.regrouped.partition_point(|run| run.end <= quantity.range.start);
        self.regrouped.get(after).is_some_and(|run| run.contains(&quantity.range.start))
    }
}

fn kind(quantity: &Quantity) -> FactKind {
    match quantity.readings.first() {
        Some(Reading::Month(_) | Reading::Weekday(_) | Reading::Time { .. }) => FactKind::Date,
        _ => FactKind::Number,
    }
}
