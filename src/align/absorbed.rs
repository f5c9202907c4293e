//! Sentences that the path left alone and that the sentence beside them has taken in.
//!
//! A free translation puts two sentences into one: what little the second shares with it seems to
//! speak for an omission. Where something was really lost, what stands beside it is explained by
//! its own counterpart and as long as that; where it was taken in, the counterpart has words that
//! nothing explains, and room for it. Both can be counted.

use std::ops::Range;

use super::{path::Shape, score::Scorer, unit::Side};

/// The weights of the odds that a unit is really lost, or added: of the lengths, of the words
/// beside it that nothing explains, of its own, and of how closely the document is translated.
/// A logistic regression on 2,400 sentences deleted from letters and prose, against 200 that
/// seemed to be missing from prose and were not, has them, rounded, with a scale of one. How often
/// a translator joins sentences, or splits them, counts as what it is: the odds before looking.
const OF_LENGTH: f32 = 0.4;
const OF_FREE: f32 = 1.0;
const OF_OWN: f32 = 0.6;
const OF_CLOSENESS: f32 = 4.0;

/// What each of the free words counts that the unit itself renders.
const OF_ANSWERED: f32 = 0.7;

/// The share of the words of a bead that nothing explains in any translation.
const USUALLY_FREE: f32 = 0.25;

/// The share of words with a counterpart from which a translation is closer than usual.
const USUAL_SHARE: f32 = 0.6;

/// The usual share of beads that join sentences, or split them, and how many beads it is worth
/// against what the document shows.
const USUAL_HABIT: f32 = 0.03;
const WORTH: f32 = 40.0;

/// Lengths count within these bounds.
const LENGTH_BOUNDS: (f32, f32) = (-7.0, 2.0);

/// A unit is taken in where the odds are smaller: of those really lost two in a hundred are (of
/// letters none), of those that were not seven of ten.
const TAKEN_IN: f32 = -2.0;

/// And one that stands with others opposite one sentence is set apart where they are greater: so
/// are half of the short sentences that were lost and that the path put to what is beside them, and
/// one in a hundred of those that were joined.
const SET_APART: f32 = 0.6;

/// No bead grows larger.
const LARGEST: usize = 6;

/// What a bead has for a unit beside it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    /// By how much the lengths of the bead fit better with the unit than without, a logarithm.
    pub(super) length_gain: f32,
    /// Known words of the side opposite the unit that nothing of the bead explains.
    pub(super) free: usize,
    /// Those of them that a word of the unit renders.
    pub(super) answered: usize,
    /// All known words of that side.
    pub(super) known: usize,
    /// Known words of the unit.
    pub(super) own: usize,
    /// The share of words that have a counterpart in this document.
    pub(super) share: f32,
}

impl Room {
    /// The logarithm of the odds that the unit is really alone.
    fn odds(self) -> f32 {
        let length = self.length_gain.clamp(LENGTH_BOUNDS.0, LENGTH_BOUNDS.1);
        let usual = USUALLY_FREE * self.known as f32;
        let free = (self.free as f32 - usual).max(0.0).ln_1p();
        OF_OWN * (self.own as f32).ln_1p() - OF_FREE * free - OF_LENGTH * length
            + OF_CLOSENESS * (self.share - USUAL_SHARE)
            - OF_ANSWERED * self.answered as f32
    }
}

/// What stands beside a unit without counterpart, and what the documents are like.
pub(super) struct Beside<'a> {
    pub(super) source: &'a Side,
    pub(super) target: &'a Side,
    /// By how much oftener than usual sentences are joined here, and split, as logarithms.
    joins: f32,
    splits: f32,
}

impl<'a> Beside<'a> {
    /// What is seen of two documents in the beads of a path.
    pub(super) fn new(source: &'a Side, target: &'a Side, shapes: &[Shape]) -> Self {
        let habit = |is_one: fn(usize, usize) -> bool| {
            let count = shapes.iter().filter(|(from, to)| is_one(from.len(), to.len())).count();
            let share = (count as f32 + WORTH * USUAL_HABIT) / (shapes.len() as f32 + WORTH);
            (share / USUAL_HABIT).ln()
        };
        let joins = habit(|from, to| from > 1 && to == 1);
        let splits = habit(|from, to| from == 1 && to > 1);
        Self { source, target, joins, splits }
    }

    /// A path in which each unit without counterpart that the bead beside it has taken in stands
    /// there.
    pub(super) fn joined(&self, scorer: &mut Scorer<'_>, shapes: Vec<Shape>) -> Vec<Shape> {
        let mut joined: Vec<Shape> = Vec::with_capacity(shapes.len());
        let mut shapes = shapes.into_iter().peekable();
        while let Some(shape) = shapes.next() {
            let (before, after) = self.odds(scorer, joined.last(), &shape, shapes.peek());
            let bead = match before.min(after) {
                odds if odds >= TAKEN_IN => None,
                odds if odds == before => joined.pop(),
                _ => shapes.next(),
            };
            joined.push(bead.map_or_else(|| shape.clone(), |bead| both(&shape, &bead)));
        }
        joined
    }

    /// A path in which each sentence of the source that stands with others opposite one of the
    /// target, and shares nothing with it, stands alone.
    pub(super) fn set_apart(&self, scorer: &mut Scorer<'_>, shapes: Vec<Shape>) -> Vec<Shape> {
        let mut apart: Vec<Shape> = Vec::with_capacity(shapes.len());
        for shape in shapes {
            let (mut bead, mut after) = (shape, Vec::new());
            while let Some((at_start, rest, unit)) = self.stranger(scorer, &bead) {
                bead = rest;
                if at_start { apart.push(unit) } else { after.push(unit) }
            }
            apart.push(bead);
            apart.extend(after.into_iter().rev());
        }
        apart
    }

    /// The first or the last sentence of a bead if the rest is better off without it: whether it
    /// is the first, the rest, and the sentence.
    fn stranger(&self, scorer: &mut Scorer<'_>, bead: &Shape) -> Option<(bool, Shape, Shape)> {
        let (from, to) = bead;
        if from.len() < 2 || to.len() != 1 || self.are_as_many_sentences(bead) {
            return None;
        }
        let first = (from.start..from.start + 1, to.start..to.start);
        let but_first = (from.start + 1..from.end, to.clone());
        let last = (from.end - 1..from.end, to.end..to.end);
        let but_last = (from.start..from.end - 1, to.clone());
        let (_, of_first) = self.odds(scorer, None, &first, Some(&but_first));
        let (of_last, _) = self.odds(scorer, Some(&but_last), &last, None);
        // Of a sentence without a known word nothing but its length is known.
        let counts = |odds: f32, unit: &Shape| odds.is_finite() && scorer.is_known(&unit.0);
        let odds = |odds, unit| if counts(odds, unit) { odds } else { f32::NEG_INFINITY };
        let (of_first, of_last) = (odds(of_first, &first), odds(of_last, &last));
        let is_apart = of_first.max(of_last) >= SET_APART;
        is_apart.then_some(match of_first > of_last {
            true => (true, but_first, first),
            false => (false, but_last, last),
        })
    }

    /// Whether the one unit of the target holds as many sentences as those of the source.
    fn are_as_many_sentences(&self, (from, to): &Shape) -> bool {
        let count = |side: &Side, units: &Range<usize>| {
            let units = side.units.get(units.clone()).unwrap_or_default();
            units.iter().map(|unit| unit.sentences).sum::<usize>()
        };
        count(self.target, to) >= count(self.source, from)
    }

    /// The probability that neither bead beside a unit without counterpart has taken it in; none
    /// where neither can.
    pub(super) fn is_alone(
        &self,
        scorer: &mut Scorer<'_>,
        shapes: &[Shape],
        place: usize,
    ) -> Option<f64> {
        let at = |place: Option<usize>| place.and_then(|place| shapes.get(place));
        let (before, after) = (at(place.checked_sub(1)), at(place.checked_add(1)));
        let (before, after) = self.odds(scorer, before, shapes.get(place)?, after);
        let odds = f64::from(before.min(after));
        odds.is_finite().then(|| 1.0 / (1.0 + (-odds).exp()))
    }

    /// The logarithms of the odds that a unit without counterpart is not in the bead before it,
    /// and in the one after it; infinite where it cannot be.
    fn odds(
        &self,
        scorer: &mut Scorer<'_>,
        before: Option<&Shape>,
        shape: &Shape,
        after: Option<&Shape>,
    ) -> (f32, f32) {
        let before = before.filter(|bead| self.may_join(bead, shape));
        let after = after.filter(|bead| self.may_join(shape, bead));
        let habit = if shape.1.is_empty() { self.joins } else { self.splits };
        let mut odds = |bead: Option<&Shape>| {
            bead.map_or(f32::INFINITY, |bead| scorer.room(bead, shape).odds() - habit)
        };
        (odds(before), odds(after))
    }

    /// Whether of two neighbours one is a pair and the other stands in the same block: lines that
    /// nothing divides into blocks are no sentences of one paragraph.
    fn may_join(&self, before: &Shape, after: &Shape) -> bool {
        let continues = |side: &Side, units: (&Range<usize>, &Range<usize>)| {
            let begins = |unit: usize| side.units.get(unit).is_some_and(|unit| unit.begins_block);
            let continues = || side.runs_on && !begins(units.1.start);
            units.0.is_empty() || units.1.is_empty() || continues()
        };
        let size = before.0.len() + before.1.len() + after.0.len() + after.1.len();
        is_pair(before) != is_pair(after)
            && size <= LARGEST
            && continues(self.source, (&before.0, &after.0))
            && continues(self.target, (&before.1, &after.1))
    }
}

fn is_pair((from, to): &Shape) -> bool {
    !from.is_empty() && !to.is_empty()
}

fn both(before: &Shape, after: &Shape) -> Shape {
    let hull = |one: &Range<usize>, other: &Range<usize>| {
        one.start.min(other.start)..one.end.max(other.end)
    };
    (hull(&before.0, &after.0), hull(&before.1, &after.1))
}
