//! Code blocks: they are no segments and have no units, but they go stale like any text.

use std::{collections::BTreeMap, ops::Range};

use crate::{
    history::{Replay, Verdict, judge_code},
    model::{Block, BlockKind, Change, Document, TranslationUnit},
    text::normalize::content,
};

/// A code block of the original that changed while its counterpart in the translation did not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaleCode {
    /// The block of the original, as an index into its blocks.
    pub source: usize,
    /// The block of the translation, likewise.
    pub target: usize,
    /// What changed.
    pub change: Change,
}

/// The code blocks that are stale. A counterpart that says what the original says now is not.
#[must_use]
pub fn stale_code(
    units: &[TranslationUnit],
    (source, target): (&Document, &Document),
    replay: &Replay<'_>,
) -> Vec<StaleCode> {
    let same = |from: usize, to: usize| {
        let text = |document: &Document, block: usize| {
            content(document.blocks[block].span.of(&document.text))
        };
        text(source, from) == text(target, to)
    };
    let stale = |(from, to): (usize, usize)| match judge_code(replay, from, to) {
        Verdict::Changed(change) if !same(from, to) => {
            Some(StaleCode { source: from, target: to, change })
        }
        _ => None,
    };
    counterparts(units, source, target).into_iter().filter_map(stale).collect()
}

/// Code blocks that stand at the same place of both documents: as many after the same pair of
/// segments.
fn counterparts(
    units: &[TranslationUnit],
    source: &Document,
    target: &Document,
) -> Vec<(usize, usize)> {
    let source_places = places(units, source, |unit| &unit.bead.source);
    let target_places = places(units, target, |unit| &unit.bead.target);
    let at_both = source_places.iter().filter_map(|(place, blocks)| {
        let others = target_places.get(place)?;
        (blocks.len() == others.len()).then(|| blocks.iter().copied().zip(others.iter().copied()))
    });
    at_both.flatten().collect()
}

/// The code blocks of a document by the last pair of segments before them.
fn places(
    units: &[TranslationUnit],
    document: &Document,
    side: fn(&TranslationUnit) -> &Range<usize>,
) -> BTreeMap<Option<usize>, Vec<usize>> {
    let mut places: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    for (index, block) in document.blocks.iter().enumerate() {
        if block.kind == BlockKind::Code {
            places.entry(last_pair_before(units, block, side)).or_default().push(index);
        }
    }
    places
}

fn last_pair_before(
    units: &[TranslationUnit],
    block: &Block,
    side: fn(&TranslationUnit) -> &Range<usize>,
) -> Option<usize> {
    let is_before =
        |unit: &TranslationUnit| unit.bead.is_pair() && side(unit).end <= block.segments.start;
    let pairs = units.iter().enumerate().filter(|(_, unit)| is_before(unit));
    pairs.max_by_key(|(_, unit)| side(unit).end).map(|(index, _)| index)
}
