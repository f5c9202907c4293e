//! Alignment: two documents become beads.
//!
//! No model, no download: lengths, numbers, names by sound and a lexicon, weighed by likelihood.

mod absorbed;
mod anchors;
mod answers;
mod band;
mod bounds;
mod confidence;
mod corridor;
mod echoed;
mod elsewhere;
mod evidence;
mod explained;
mod found;
mod front_matter;
mod function_words;
mod grounds;
mod inside;
mod keyed;
mod keys;
mod length;
mod lesson;
mod lexicon;
mod likeness;
mod links;
mod meaning;
mod meetings;
mod number;
mod path;
mod phonetic;
mod phrases;
mod prior;
mod renderings;
mod repeats;
mod score;
mod stem;
mod structure;
mod table;
#[cfg(test)]
mod tests;
mod timed;
mod token;
mod totals;
mod trained;
mod traits;
mod unit;
mod vocabulary;

use std::ops::Range;

use serde::{Deserialize, Serialize};

pub(crate) use self::likeness::{
    EnglishWords, are_synonyms, is_common_english, is_listed, likeness, word_stems,
};
pub use self::meaning::mention;
pub use self::renderings::{Renderings, renderings};
pub use self::{
    evidence::Evidence,
    grounds::{Agreement, Grounds},
    traits::traits,
};
use self::{
    found::Found,
    path::Shape,
    table::{Table, TargetIndex},
    trained::Trained,
    unit::Side,
};
pub(crate) use self::{function_words::is_function_word, stem::english as english_stem};
use crate::model::{Alignment, Bead, Document, Language};

/// Pairs the segments of two documents.
#[must_use]
pub fn align(source: &Document, target: &Document, evidence: &Evidence) -> Alignment {
    if let Some(alignment) = by_structure(source, target, evidence) {
        return alignment;
    }
    let side = Side::of_translation(target, source);
    let alignment = align_sides(&Side::of_document(source), &side, evidence);
    front_matter::by_key(alignment, source, target)
}

/// An alignment, and what [`align`] finds, where that is something else.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Learned {
    /// The alignment with the words that the sure pairs teach.
    pub alignment: Alignment,
    /// The alignment without them; none where they teach nothing.
    pub first: Option<Alignment>,
}

/// The same; where that leaves doubts, once more with the words that the sure pairs teach.
#[must_use]
pub fn align_learning(source: &Document, target: &Document, evidence: &Evidence) -> Learned {
    if let Some(alignment) = by_structure(source, target, evidence) {
        return Learned { alignment, first: None };
    }
    let by_key = |alignment| front_matter::by_key(alignment, source, target);
    let Learned { alignment, first } = align_twice(source, target, evidence);
    Learned { alignment: by_key(alignment), first: first.map(by_key) }
}

fn align_twice(source: &Document, target: &Document, evidence: &Evidence) -> Learned {
    let (source, target) = (Side::of_document(source), Side::of_translation(target, source));
    let index = TargetIndex::new(&target.vocabulary);
    let table = Table::new(&source.vocabulary, &index, evidence);
    let found = Found::of(&source, &target, &table);
    let first = found.rejoined(&source, &target, &table);
    let learned = if first.iter().any(is_doubtful) {
        lesson::of(&source, &target, &table, &first)
    } else {
        Trained::default()
    };
    let first = alignment(&source, &target, &first);
    if learned.is_empty() {
        return Learned { alignment: first, first: None };
    }
    let table = table.taught(&source.vocabulary, &index, &evidence.with(learned));
    let second = found.again(&source, &target, &table).rejoined(&source, &target, &table);
    Learned { alignment: alignment(&source, &target, &second), first: Some(first) }
}

/// Whether a bead is worth a second look.
fn is_doubtful(((from, to), score): &(Shape, f64)) -> bool {
    from.is_empty() || to.is_empty() || *score < DOUBTFUL
}

/// Where keys or times tell what belongs together.
fn by_structure(source: &Document, target: &Document, evidence: &Evidence) -> Option<Alignment> {
    let is_keyed = source.keyed && target.keyed;
    let keyed = is_keyed.then(|| keyed::align(source, target, evidence));
    keyed.or_else(|| timed::align(source, target, evidence))
}

/// A document of so many units is long: what it shows as a whole is told coarsely, and its path is
/// looked for by stretches, so that an edit costs little more than its stretch.
const LONG: usize = 300;

/// A pair of segments less sure than this makes its document worth a second look.
const DOUBTFUL: f64 = 0.9;

/// How much of the source's words the target may translate, from 0 to 1: enough to tell which of
/// several documents is the translation of this one, not whether it is a good one.
#[must_use]
pub fn resemblance(source: &Document, target: &Document) -> f64 {
    let (source, target) = (Side::of_document(source), Side::of_document(target));
    let index = TargetIndex::new(&target.vocabulary);
    let table = Table::new(&source.vocabulary, &index, &Evidence::default());
    let known: Vec<_> = source
        .vocabulary
        .types()
        .filter(|(id, _)| table.source_trust[*id as usize].is_some())
        .collect();
    let explained = known.iter().filter(|(id, _)| !table.entries(*id).is_empty()).count();
    explained as f64 / known.len().max(1) as f64
}

/// Pairs two sequences of segments that have no further structure.
#[must_use]
pub fn align_texts(source: &[String], target: &[String], evidence: &Evidence) -> Alignment {
    let source = Side::of_texts(source, Language::Russian);
    align_sides(&source, &Side::of_texts(target, Language::English), evidence)
}

fn align_sides(source: &Side, target: &Side, evidence: &Evidence) -> Alignment {
    let index = TargetIndex::new(&target.vocabulary);
    let table = Table::new(&source.vocabulary, &index, evidence);
    let found = Found::of(source, target, &table);
    alignment(source, target, &found.rejoined(source, target, &table))
}

fn alignment(source: &Side, target: &Side, paired: &[(Shape, f64)]) -> Alignment {
    let alignment = Alignment { beads: beads(source, target, paired) };
    let covered = alignment.covers(source.segments(), target.segments());
    assert!(covered, "each segment of both documents stands in exactly one bead");
    alignment
}

/// From units to segments: code has none.
fn beads(source: &Side, target: &Side, paired: &[(Shape, f64)]) -> Vec<Bead> {
    let segments = |side: &Side, units: &Range<usize>, next: usize| -> Range<usize> {
        let mut indices = side.units[units.clone()].iter().filter_map(|unit| unit.segment);
        match indices.next() {
            Some(first) => first..indices.next_back().unwrap_or(first) + 1,
            None => next..next,
        }
    };
    let (mut next_source, mut next_target) = (0, 0);
    let mut beads = Vec::with_capacity(paired.len());
    for &((ref from, ref to), score) in paired {
        let bead = Bead {
            source: segments(source, from, next_source),
            target: segments(target, to, next_target),
            score,
        };
        (next_source, next_target) = (bead.source.end, bead.target.end);
        if !bead.source.is_empty() || !bead.target.is_empty() {
            beads.push(bead);
        }
    }
    beads
}
