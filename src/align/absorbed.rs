//! Sentences that the path left alone and that the sentence beside them has taken in.
//!
//! A free translation puts two sentences into one: what little the second shares with it seems to
//! speak for an omission. Where something was really lost, what stands beside it is explained by
//! its own counterpart and as long as that; where it was taken in, the counterpart has words that
//! nothing explains, and room for it. Both can be counted.

use std::ops::Range;

use super::{
    path::{Shape, is_pair},
    prior::share,
    score::Scorer,
    unit::{Kind, Side},
};
use crate::model::hull;

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

/// What it counts that the paragraph before announces the unit: it is rather there than lost.
const OF_ANNOUNCED: f32 = 2.0;

/// The share of the words of a bead that nothing explains in any translation.
const USUALLY_FREE: f32 = 0.25;

/// The share of words with a counterpart from which a translation is closer than usual.
const USUAL_SHARE: f32 = 0.6;

/// The usual share of beads that join sentences, or of those that split them.
const USUAL_HABIT: f32 = 0.03;

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
        let habit = |matches| (share(shapes, USUAL_HABIT, matches) / USUAL_HABIT).ln();
        let joins = habit(|(from, to)| from.len() > 1 && to.len() == 1);
        let splits = habit(|(from, to)| from.len() == 1 && to.len() > 1);
        Self { source, target, joins, splits }
    }

    /// A path in which each unit without counterpart that the bead beside it has taken in stands
    /// there.
    pub(super) fn joined(&self, scorer: &mut Scorer<'_>, shapes: Vec<Shape>) -> Vec<Shape> {
        let mut joined: Vec<Shape> = Vec::with_capacity(shapes.len());
        let mut shapes = shapes.into_iter().peekable();
        while let Some(shape) = shapes.next() {
            if is_pair(&shape) {
                joined.push(shape);
                continue;
            }
            let [before, after] = self.odds(scorer, joined.last(), &shape, shapes.peek());
            let is_before = before.is_some_and(|before| after.is_none_or(|after| before <= after));
            let bead = match if is_before { before } else { after } {
                Some(odds) if odds < TAKEN_IN && is_before => joined.pop(),
                Some(odds) if odds < TAKEN_IN => shapes.next(),
                _ => None,
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
            while let Some((unit, rest)) = self.stranger(scorer, &bead) {
                if unit.0.start < rest.0.start {
                    apart.push(unit)
                } else {
                    after.push(unit)
                }
                bead = rest;
            }
            apart.push(bead);
            apart.extend(after.into_iter().rev());
        }
        apart
    }

    /// The first or the last sentence of a bead if the rest is better off without it, and the rest.
    fn stranger(&self, scorer: &mut Scorer<'_>, bead: &Shape) -> Option<(Shape, Shape)> {
        let (from, to) = bead;
        let (sources, targets) = scorer.sentences(from, to);
        if from.len() < 2 || to.len() != 1 || targets >= sources {
            return None;
        }
        let first = (from.start..from.start + 1, to.start..to.start);
        let but_first = (from.start + 1..from.end, to.clone());
        let last = (from.end - 1..from.end, to.end..to.end);
        let but_last = (from.start..from.end - 1, to.clone());
        let [_, of_first] = self.odds(scorer, None, &first, Some(&but_first));
        let [of_last, _] = self.odds(scorer, Some(&but_last), &last, None);
        // Of a sentence without a known word nothing but its length is known.
        let of_first = of_first.filter(|_| scorer.is_known(&first.0));
        let of_last = of_last.filter(|_| scorer.is_known(&last.0));
        let is_first = of_first > of_last;
        let odds = if is_first { of_first? } else { of_last? };
        (odds >= SET_APART).then_some(if is_first { (first, but_first) } else { (last, but_last) })
    }

    /// The logarithm of the odds that neither bead beside a unit without counterpart has taken it
    /// in; none where neither can.
    pub(super) fn odds_of_alone(
        &self,
        scorer: &mut Scorer<'_>,
        shapes: &[Shape],
        place: usize,
    ) -> Option<f32> {
        let at = |place: Option<usize>| place.and_then(|place| shapes.get(place));
        let (before, after) = (at(place.checked_sub(1)), at(place.checked_add(1)));
        let odds = self.odds(scorer, before, shapes.get(place)?, after);
        odds.into_iter().flatten().reduce(f32::min)
    }

    /// The logarithms of the odds that a unit without counterpart is not in the bead before it,
    /// and in the one after it; none where it cannot be.
    fn odds(
        &self,
        scorer: &mut Scorer<'_>,
        before: Option<&Shape>,
        shape: &Shape,
        after: Option<&Shape>,
    ) -> [Option<f32>; 2] {
        let before = before.filter(|bead| self.may_join(bead, shape));
        let after = after.filter(|bead| self.may_join(shape, bead));
        let habit = if shape.1.is_empty() { self.joins } else { self.splits };
        let is_announced = self.is_announced(shape);
        let with_before = if is_announced { habit + OF_ANNOUNCED } else { habit };
        [(before, with_before), (after, habit)]
            .map(|(bead, habit)| Some(scorer.room(bead?, shape).odds() - habit))
    }

    /// Whether a paragraph leads up to the unit.
    fn is_announced(&self, (from, to): &Shape) -> bool {
        let (side, unit) =
            if to.is_empty() { (self.source, from.start) } else { (self.target, to.start) };
        is_announced(side, unit)
    }

    /// Whether of two neighbours one is a pair and the other stands in the same block: lines that
    /// nothing divides into blocks are no sentences of one paragraph.
    fn may_join(&self, before: &Shape, after: &Shape) -> bool {
        let continues = |side: &Side, units: (&Range<usize>, &Range<usize>)| {
            let continues = || side.runs_on && !begins_anew(side, units.1.start);
            units.0.is_empty() || units.1.is_empty() || continues()
        };
        let size = before.0.len() + before.1.len() + after.0.len() + after.1.len();
        is_pair(before) != is_pair(after)
            && size <= LARGEST
            && continues(self.source, (&before.0, &after.0))
            && continues(self.target, (&before.1, &after.1))
    }
}

/// Whether a unit begins a block that the one before it does not lead up to: what a paragraph
/// announces with a colon, as speech, may stand in it in the other language.
fn begins_anew(side: &Side, unit: usize) -> bool {
    let begins = side.units.get(unit).is_some_and(|unit| unit.begins_block);
    begins && !is_announced(side, unit)
}

/// Whether the paragraph before the one that a unit begins ends in a colon.
fn is_announced(side: &Side, unit: usize) -> bool {
    let before = unit.checked_sub(1).and_then(|before| side.units.get(before));
    before.zip(side.units.get(unit)).is_some_and(|(before, this)| {
        before.leads_up && before.kind == Kind::Paragraph && this.kind == Kind::Paragraph
    })
}

fn both(before: &Shape, after: &Shape) -> Shape {
    (hull(&before.0, &after.0), hull(&before.1, &after.1))
}
