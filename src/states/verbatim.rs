//! Blocks without segments, code and markup: they have no units, but they go stale like any text.
//!
//! Code pairs with the code at the same place. A line of markup (front matter that is data, a
//! template tag, an HTML tag) is the same in both languages: where the original's changed and the
//! translation still has what the original said before, it is stale.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use crate::{
    history::{Replay, Verdict, judge_block},
    model::{Block, BlockKind, Change, Document, TranslationUnit},
    text::normalize::content,
};

/// A block of the original that changed while its counterpart in the translation did not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaleBlock {
    /// The block of the original, as an index into its blocks.
    pub source: usize,
    /// The block of the translation, likewise.
    pub target: usize,
    /// What changed.
    pub change: Change,
}

/// The blocks of code and markup that are stale. A counterpart that says what the original says
/// now is not.
#[must_use]
pub fn stale_blocks(
    units: &[TranslationUnit],
    (source, target): (&Document, &Document),
    replay: &Replay<'_>,
) -> Vec<StaleBlock> {
    let code = counterparts(units, source, target).into_iter().filter_map(|(from, to)| {
        let differs = text(source, from) != text(target, to);
        changed(replay, from, to).filter(|_| differs).map(|change| StaleBlock {
            source: from,
            target: to,
            change,
        })
    });
    let mut stale: Vec<StaleBlock> = code.chain(stale_markup(source, target, replay)).collect();
    stale.sort_by_key(|block| (block.source, block.target));
    stale
}

fn text(document: &Document, block: usize) -> String {
    content(document.blocks[block].span.of(&document.text))
}

fn changed(replay: &Replay<'_>, source: usize, target: usize) -> Option<Change> {
    match judge_block(replay, source, target) {
        Verdict::Changed(change) => Some(change),
        _ => None,
    }
}

/// Markup that only one side has: each line of the original with the line of the translation that
/// says what it said before.
fn stale_markup(source: &Document, target: &Document, replay: &Replay<'_>) -> Vec<StaleBlock> {
    let (ours, theirs) = (markup(source), markup(target));
    let texts = |blocks: &[(usize, String)]| {
        blocks.iter().map(|(_, text)| text.clone()).collect::<BTreeSet<_>>()
    };
    let (our_texts, their_texts) = (texts(&ours), texts(&theirs));
    let mut left: Vec<&(usize, String)> =
        theirs.iter().filter(|(_, text)| !our_texts.contains(text)).collect();
    let mut stale = Vec::new();
    for (from, _) in ours.iter().filter(|(_, text)| !their_texts.contains(text)) {
        let found = left.iter().enumerate().find_map(|(place, (to, text))| {
            let change = changed(replay, *from, *to)?;
            (content(&change.was) == *text).then_some((place, *to, change))
        });
        if let Some((place, to, change)) = found {
            left.remove(place);
            stale.push(StaleBlock { source: *from, target: to, change });
        }
    }
    stale
}

/// The blocks of markup that say something, with their texts.
fn markup(document: &Document) -> Vec<(usize, String)> {
    let blocks =
        document.blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Markup);
    let texts = blocks.map(|(index, _)| (index, text(document, index)));
    texts
        .filter(|(_, text)| !text.starts_with("<!--") && text.chars().any(char::is_alphanumeric))
        .collect()
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
