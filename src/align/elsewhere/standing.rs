//! How firmly the path holds each unit where it has put it.

use std::ops::Range;

use super::{
    super::{
        path::Shape,
        token::Class,
        unit::{Kind, Side, Unit},
    },
    affinity::Affinity,
    candidates::Candidate,
};

/// A unit whose pairing is likelier than this, in natural logarithms of odds, is not looked for
/// elsewhere.
const FIRM: f32 = 5.0;

/// A bead of one unit and one that is as sure as this is not looked at.
const SURE: f64 = 0.995;

/// The units of both sides as a path has paired them.
#[derive(Debug)]
pub(super) struct Standing {
    pub(super) source: SideStanding,
    pub(super) target: SideStanding,
}

/// The units of one side.
#[derive(Debug)]
pub(super) struct SideStanding {
    /// The bead of each unit, by its place in the path.
    beads: Vec<usize>,
    /// What would be lost if a unit left its bead; nothing for one that stands alone.
    holds: Vec<f32>,
    /// Code is not looked for: it is compared in its own right.
    is_text: Vec<bool>,
}

impl SideStanding {
    fn of(side: &Side) -> Self {
        let is_text = side.units.iter().map(|unit| unit.kind != Kind::Code).collect();
        Self { beads: vec![0; side.units.len()], holds: vec![0.0; side.units.len()], is_text }
    }

    fn set(&mut self, unit: usize, bead: usize, hold: f32) {
        if let (Some(known), Some(held)) = (self.beads.get_mut(unit), self.holds.get_mut(unit)) {
            (*known, *held) = (bead, hold.max(0.0));
        }
    }

    /// The units that may well stand elsewhere.
    pub(super) fn loose(&self) -> impl Iterator<Item = usize> {
        let held = self.holds.iter().zip(&self.is_text).enumerate();
        held.filter(|(_, (hold, is_text))| **is_text && **hold < FIRM).map(|(unit, _)| unit)
    }

    /// The bead of a unit; none for code and beyond the ends.
    pub(super) fn bead(&self, unit: usize) -> Option<usize> {
        self.beads.get(unit).copied().filter(|_| self.is_text.get(unit) == Some(&true))
    }

    /// What holds `units` where they are.
    pub(super) fn hold(&self, units: &Range<usize>) -> f32 {
        self.holds.get(units.clone()).map_or(0.0, |holds| holds.iter().sum())
    }
}

impl Standing {
    /// Looks at every bead of a path that is not sure.
    pub(super) fn of(affinity: &Affinity<'_>, paired: &[(Shape, f64)]) -> Self {
        let mut standing = Self {
            source: SideStanding::of(affinity.source),
            target: SideStanding::of(affinity.target),
        };
        for (bead, ((from, to), score)) in paired.iter().enumerate() {
            let is_sure = from.len() == 1 && to.len() == 1 && *score >= SURE;
            let whole = if is_sure { f32::INFINITY } else { affinity.of(from, to).odds };
            for unit in from.clone() {
                let hold = whole - without(from, unit, |rest| affinity.of(&rest, to).odds);
                standing.source.set(unit, bead, hold);
            }
            for unit in to.clone() {
                let hold = whole - without(to, unit, |rest| affinity.of(from, &rest).odds);
                standing.target.set(unit, bead, hold);
            }
        }
        standing
    }

    /// A pair of units that the path does not join, with its gain.
    pub(super) fn candidate(
        &self,
        affinity: &Affinity<'_>,
        source: usize,
        target: usize,
    ) -> Option<Candidate> {
        let apart = self.source.bead(source)? != self.target.bead(target)?;
        let (one, other) = (affinity.source.units.get(source)?, affinity.target.units.get(target)?);
        // A title stays a title, and a footnote has its label.
        let labelled =
            matches!((&one.kind, &other.kind), (Kind::Labelled(_), _) | (_, Kind::Labelled(_)));
        if labelled && one.kind != other.kind || is_bare_number(affinity.source, one) {
            return None;
        }
        let (from, to) = (source..source + 1, target..target + 1);
        let likeness = affinity.of(&from, &to);
        let gain = likeness.odds - self.source.hold(&from) - self.target.hold(&to);
        apart.then_some(Candidate { source, target, gain, explained: likeness.explained })
    }
}

/// Whether a unit has nothing but numbers: the count of another row is no sign of its place.
fn is_bare_number(side: &Side, unit: &Unit) -> bool {
    let is_bare = |class| matches!(class, Class::Number | Class::Mark);
    unit.types.iter().all(|&id| is_bare(side.vocabulary.get(id).class))
}

/// What remains of a bead when one of its units leaves: nothing where it stands alone, and a unit
/// between two others does not leave.
fn without(units: &Range<usize>, unit: usize, odds: impl Fn(Range<usize>) -> f32) -> f32 {
    if units.len() == 1 {
        0.0
    } else if unit == units.start {
        odds(units.start + 1..units.end)
    } else if unit + 1 == units.end {
        odds(units.start..unit)
    } else {
        f32::NEG_INFINITY
    }
}
