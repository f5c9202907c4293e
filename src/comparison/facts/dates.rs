//! Dates that both texts tell whole: day, month and year together.

use std::ops::Range;

use super::{FactKind, Mention, near};
use crate::{
    checks::date_ranges,
    model::Language,
    text::quantities::{Quantity, matched},
};

/// The dates that are the same on both sides, and the quantities that they are made of.
#[derive(Debug, Default)]
pub(super) struct Dates {
    pub(super) mentions: [Vec<Mention>; 2],
    /// Which quantities of each side are part of one.
    pub(super) used: [Vec<bool>; 2],
}

/// Pairs the dates of which every part has its equal in the other.
pub(super) fn pairs(texts: [&str; 2], found: [&[Quantity]; 2]) -> Dates {
    let [source, target] = [
        date_ranges(texts[0], Language::Russian, found[0]),
        date_ranges(texts[1], Language::English, found[1]),
    ];
    let mut dates = Dates {
        mentions: [Vec::new(), Vec::new()],
        used: found.map(|quantities| vec![false; quantities.len()]),
    };
    let mut is_free = vec![true; target.len()];
    for (at, one) in source.iter().enumerate() {
        let is_same = |place: &usize| {
            let other = target.get(*place);
            is_free.get(*place) == Some(&true)
                && other.is_some_and(|other| agree([one, other], found))
        };
        let place = near(at, source.len(), target.len()).find(is_same);
        let Some((place, other)) = place.and_then(|place| Some((place, target.get(place)?))) else {
            continue;
        };
        is_free[place] = false;
        for (side, parts) in [one, other].into_iter().enumerate() {
            dates.add(side, at, parts, found[side]);
        }
    }
    dates
}

/// Whether two dates have as many parts, each with its equal.
fn agree([one, other]: [&Range<usize>; 2], [source, target]: [&[Quantity]; 2]) -> bool {
    let (one, other) = (source.get(one.clone()), target.get(other.clone()));
    let (Some(one), Some(other)) = (one, other) else { return false };
    one.len() == other.len() && matched(one, other).iter().all(Option::is_some)
}

impl Dates {
    fn add(&mut self, side: usize, class: usize, parts: &Range<usize>, all: &[Quantity]) {
        let Some([first, .., last] | [first @ last]) = all.get(parts.clone()) else { return };
        let range = first.range.start..last.range.end;
        self.mentions[side].push(Mention { range, kind: FactKind::Date, class: Some(class) });
        parts.clone().for_each(|part| self.used[side][part] = true);
    }
}
