//! The quantities of two texts in pairs: which of the one stands for which of the other.

use std::collections::VecDeque;

use rustc_hash::FxHashMap;

use super::{quantity::Quantity, reading::Reading};

/// So many that may mean the same are looked at for each.
const FEW: usize = 32;

/// For each of `source` the place among `target` of the one that stands for it. Each is taken once,
/// in its order; those that most likely mean the same find each other first.
#[must_use]
pub fn matched(source: &[Quantity], target: &[Quantity]) -> Vec<Option<usize>> {
    let mut free = Free::of(target);
    let likeliest = |one: &Quantity, other: &Quantity| {
        one.form == other.form && one.readings.first() == other.readings.first()
    };
    let mut found: Vec<Option<usize>> =
        source.iter().map(|one| free.take(one, |other| likeliest(one, other))).collect();
    for (one, place) in source.iter().zip(&mut found).filter(|(_, place)| place.is_none()) {
        *place = free.take(one, |other| one.agrees(other));
    }
    found
}

/// Quantities that stand for no other yet.
struct Free<'a> {
    all: &'a [Quantity],
    is_taken: Vec<bool>,
    by_meaning: FxHashMap<Reading, VecDeque<usize>>,
    /// Those with a unit, which may be converted.
    measured: VecDeque<usize>,
}

impl<'a> Free<'a> {
    fn of(all: &'a [Quantity]) -> Self {
        let mut by_meaning: FxHashMap<Reading, VecDeque<usize>> = FxHashMap::default();
        let mut measured = VecDeque::new();
        for (at, quantity) in all.iter().enumerate() {
            for meaning in quantity.meanings() {
                by_meaning.entry(meaning).or_default().push_back(at);
            }
            measured.extend(quantity.unit.map(|_| at));
        }
        Self { all, is_taken: vec![false; all.len()], by_meaning, measured }
    }

    /// Takes the first that fits.
    fn take(&mut self, wanted: &Quantity, fits: impl Fn(&Quantity) -> bool) -> Option<usize> {
        let mut first: Option<usize> = None;
        for meaning in wanted.meanings() {
            if let Some(places) = self.by_meaning.get_mut(&meaning) {
                first = earlier(first, first_of(places, self.all, &self.is_taken, &fits));
            }
        }
        if wanted.unit.is_some() {
            first = earlier(first, first_of(&mut self.measured, self.all, &self.is_taken, &fits));
        }
        if let Some(taken) = first.and_then(|first| self.is_taken.get_mut(first)) {
            *taken = true;
        }
        first
    }
}

fn earlier(one: Option<usize>, other: Option<usize>) -> Option<usize> {
    one.into_iter().chain(other).min()
}

/// The first of some places whose quantity is free and fits; those at the head that are taken are
/// not looked at again.
fn first_of(
    places: &mut VecDeque<usize>,
    all: &[Quantity],
    is_taken: &[bool],
    fits: impl Fn(&Quantity) -> bool,
) -> Option<usize> {
    let is_free = |place: usize| is_taken.get(place) == Some(&false);
    while places.front().is_some_and(|place| !is_free(*place)) {
        places.pop_front();
    }
    let few = places.iter().take(FEW).copied().filter(|place| is_free(*place));
    few.into_iter().find(|place| all.get(*place).is_some_and(&fits))
}
