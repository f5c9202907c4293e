//! What stands elsewhere in the translation: a remark, for nothing is lost.
//!
//! The heaviest chain of units that goes forward in both texts is the order of the translation;
//! units beside it have moved. Neighbours that moved together are one remark, and so are items of
//! one list and rows of one table.

use std::ops::Range;

use super::{Check, Findings, Rule, Scope, View, findings::Draft};
use crate::model::{BlockKind, Document, Message, Place, Span, TranslationUnit, hull};

const MOVED: Rule = Rule::info("moved");

/// Reports each stretch that moved.
pub(super) const CHECK: Check = Check { rules: &[MOVED], run: Scope::View(run) };

fn run(view: &View<'_>, findings: &mut Findings<'_>) {
    let Some((source, target)) = view.documents() else { return };
    // The order of a catalogue means nothing.
    if source.keyed && target.keyed {
        return;
    }
    // Nor does that of front matter.
    let is_value = |unit: &TranslationUnit| {
        let block = source.segments.get(unit.bead.source.start).map(|segment| segment.block);
        let kind = block.and_then(|block| source.blocks.get(block)).map(|block| block.kind);
        kind == Some(BlockKind::FrontMatter)
    };
    let is_pair = |unit: &&TranslationUnit| {
        unit.bead.is_pair() && unit.evidence.stranger.is_none() && !is_value(unit)
    };
    let pairs: Vec<&TranslationUnit> = view.units.iter().filter(is_pair).collect();
    for stretch in stretches(&pairs, source, target) {
        let draft = Draft::new(MOVED.code, Message::new(MOVED.code.as_str()))
            .in_source(place(source, &stretch.source))
            .in_target(place(target, &stretch.target));
        findings.push(draft);
    }
}

fn place(document: &Document, segments: &Range<usize>) -> Place {
    document.place(document.span_of(segments).unwrap_or(Span::at(0)))
}

/// Neighbouring units that moved together.
struct Stretch {
    source: Range<usize>,
    target: Range<usize>,
}

fn stretches(pairs: &[&TranslationUnit], source: &Document, target: &Document) -> Vec<Stretch> {
    let follows = |two: &[&TranslationUnit]| two[0].bead.target.end <= two[1].bead.target.start;
    if pairs.windows(2).all(follows) {
        return Vec::new();
    }
    let in_order = in_order(pairs, source);
    let mut found: Vec<Stretch> = Vec::new();
    let moved = pairs.iter().zip(&in_order).filter(|(_, in_order)| !**in_order);
    for bead in moved.map(|(unit, _)| &unit.bead) {
        match found.last_mut() {
            Some(last)
                if last.source.end == bead.source.start && last.target.end == bead.target.start =>
            {
                (last.source.end, last.target.end) = (bead.source.end, bead.target.end);
            }
            Some(last)
                if is_one_list(source, last.source.start..bead.source.end)
                    && is_one_list(target, hull(&last.target, &bead.target)) => {}
            _ => found.push(Stretch { source: bead.source.clone(), target: bead.target.clone() }),
        }
    }
    found
}

/// Whether nothing but items or cells of one kind stands from the first to the last of `segments`.
fn is_one_list(document: &Document, segments: Range<usize>) -> bool {
    let Some(first) = document.segments.get(segments.start) else { return false };
    let kind = document.blocks[first.block].kind;
    matches!(kind, BlockKind::ListItem | BlockKind::TableCell)
        && segments.into_iter().all(|segment| document.block_of(segment).kind == kind)
}

/// Which of the units, in the order of the source, lie on the heaviest chain that goes forward in
/// the target, too: heaviest in words of the source.
fn in_order(pairs: &[&TranslationUnit], source: &Document) -> Vec<bool> {
    let ends = pairs.iter().map(|unit| unit.bead.target.end).max().unwrap_or(0);
    let mut best = PrefixMaxima::new(ends + 1);
    let mut before = vec![None; pairs.len()];
    for (index, unit) in pairs.iter().enumerate() {
        let words: usize =
            source.segments[unit.bead.source.clone()].iter().map(|segment| segment.words()).sum();
        let (weight, last) = best.up_to(unit.bead.target.start);
        before[index] = last;
        best.raise(unit.bead.target.end, weight + words + 1, index);
    }
    let mut in_order = vec![false; pairs.len()];
    let mut next = best.up_to(ends).1;
    while let Some(index) = next {
        in_order[index] = true;
        next = before[index];
    }
    in_order
}

/// The greatest weight up to a place, and whose it is: a Fenwick tree of maxima.
struct PrefixMaxima(Vec<(usize, Option<usize>)>);

impl PrefixMaxima {
    fn new(places: usize) -> Self {
        Self(vec![(0, None); places + 1])
    }

    /// The greatest weight at places from 1 to `place`.
    fn up_to(&self, place: usize) -> (usize, Option<usize>) {
        let (mut at, mut best) = (place.min(self.0.len() - 1), (0, None));
        while at > 0 {
            if self.0[at].0 > best.0 {
                best = self.0[at];
            }
            at &= at - 1;
        }
        best
    }

    fn raise(&mut self, place: usize, weight: usize, index: usize) {
        let mut at = place;
        while at > 0 && at < self.0.len() {
            if weight > self.0[at].0 {
                self.0[at] = (weight, Some(index));
            }
            at += at & at.wrapping_neg();
        }
    }
}
