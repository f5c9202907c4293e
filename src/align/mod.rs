//! Alignment: two documents become beads.
//!
//! No model, no download: lengths, numbers, names by sound and a lexicon, weighed by likelihood.

mod anchors;
mod band;
mod length;
mod lexicon;
mod links;
mod path;
mod phonetic;
mod prior;
mod score;
mod stem;
mod structure;
mod table;
mod token;
mod unit;
mod vocabulary;

use std::ops::Range;

use self::{
    band::{Band, MARGIN},
    lexicon::Lexicon,
    links::Links,
    path::Shape,
    prior::Priors,
    score::Scorer,
    table::Table,
    unit::Side,
};
use crate::model::{Alignment, Bead, Document, Language};

/// Pairs the segments of two documents.
#[must_use]
pub fn align(source: &Document, target: &Document) -> Alignment {
    align_sides(&Side::of_document(source), &Side::of_document(target))
}

/// Pairs two sequences of segments that have no further structure.
#[must_use]
pub fn align_texts(source: &[String], target: &[String]) -> Alignment {
    align_sides(
        &Side::of_texts(source, Language::Russian),
        &Side::of_texts(target, Language::English),
    )
}

fn align_sides(source: &Side, target: &Side) -> Alignment {
    let table = Table::new(&source.vocabulary, &target.vocabulary, Lexicon::bundled());
    let anchors = anchors::chain(source, target, &table);
    let mut margin = MARGIN;
    loop {
        let band = Band::around(&anchors, source.units.len(), target.units.len(), margin);
        let shapes = align_in_band(source, target, &table, &band);
        let confined = band.confines(shapes.iter().map(|(from, to)| (from.start, to.start)));
        if !confined || margin >= source.units.len().max(target.units.len()) {
            return Alignment { beads: beads(source, target, &shapes) };
        }
        margin *= 2;
    }
}

/// Two passes: the second knows the lengths and the freedom of this very translation.
fn align_in_band(source: &Side, target: &Side, table: &Table, band: &Band) -> Vec<Shape> {
    let links = Links::new(source, target, table, band);
    let mut scorer = Scorer::new(&links, source, target);
    let (rows, columns) = (source.units.len(), target.units.len());
    let first = path::best(&mut scorer, &Priors::usual(), band, rows, columns);
    let priors = Priors::observed(&first);
    let sure: Vec<Shape> =
        first.into_iter().filter(|(from, to)| from.len() == 1 && to.len() == 1).collect();
    scorer.re_estimate(&sure);
    path::best(&mut scorer, &priors, band, rows, columns)
}

/// From units to segments: code has none.
fn beads(source: &Side, target: &Side, shapes: &[Shape]) -> Vec<Bead> {
    let segments = |side: &Side, units: &Range<usize>, next: usize| -> Range<usize> {
        let mut indices = side.units[units.clone()].iter().filter_map(|unit| unit.segment);
        match indices.next() {
            Some(first) => first..indices.next_back().unwrap_or(first) + 1,
            None => next..next,
        }
    };
    let (mut next_source, mut next_target) = (0, 0);
    let mut beads = Vec::with_capacity(shapes.len());
    for (from, to) in shapes {
        let bead = Bead {
            source: segments(source, from, next_source),
            target: segments(target, to, next_target),
            score: 0.5,
        };
        (next_source, next_target) = (bead.source.end, bead.target.end);
        if !bead.source.is_empty() || !bead.target.is_empty() {
            beads.push(bead);
        }
    }
    beads
}
