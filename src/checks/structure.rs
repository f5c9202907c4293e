//! Headings, list items and table cells that became something else in the translation.

use std::{
    cell::OnceCell,
    collections::{BTreeMap, HashSet},
};

use super::{
    Check, Findings, Rule, Scope,
    pairs::{Pair, Pairs},
};
use crate::model::{BlockKind, Document, Message, Severity};

const HEADING_LEVEL: Rule = Rule::error("heading-level");
const BLOCK_KIND: Rule = Rule::info("block-kind");

/// Reports blocks that stand elsewhere in the structure than their originals.
pub(super) const CHECK: Check =
    Check { rules: &[HEADING_LEVEL, BLOCK_KIND], run: Scope::Pairs(run) };

fn run(pairs: &Pairs<'_>, findings: &mut Findings<'_>) {
    let counts = counts(pairs);
    let shift = usual_shift(&counts);
    let is_shifted = |was: u8, is: u8| {
        was != is && i16::from(is) - i16::from(was) != shift && !is_usual(&counts, was, is)
    };
    let paired = OnceCell::new();
    for (at, pair) in pairs.all.iter().enumerate().filter(|(_, pair)| begins_both_blocks(pair)) {
        match (pair.source.kind(), pair.target.kind()) {
            // A heading paired with that of another section says nothing of its level.
            (BlockKind::Heading(was), BlockKind::Heading(is))
                if is_shifted(was, is) && is_surely_paired(pairs, at) =>
            {
                let paired = paired.get_or_init(|| Paired::of(pairs));
                let level = match () {
                    () if is_level_of_siblings(pairs, at) => Severity::Info,
                    () if is_beside_another(pairs, pair, paired) => Severity::Info,
                    () => Severity::Error,
                };
                findings.push(heading(pair, was, is).at_most(level));
            }
            (BlockKind::Heading(_), BlockKind::Heading(_)) => {}
            // A value of the front matter has no counterpart of another kind.
            (BlockKind::FrontMatter | BlockKind::Value, _)
            | (_, BlockKind::FrontMatter | BlockKind::Value) => {}
            (was, is) if was != is => findings.push(kind(pair, was, is)),
            (BlockKind::ListItem, _) if pair.source.depth() != pair.target.depth() => {
                findings.push(pair.draft_saying(Message::new("block-kind-depth"), BLOCK_KIND.code));
            }
            _ => {}
        }
    }
}

/// How many headings of one level are of which level in the translation.
type Counts = BTreeMap<(u8, u8), usize>;

fn counts(pairs: &Pairs<'_>) -> Counts {
    let mut counts = Counts::new();
    for pair in &pairs.all {
        if let Some(levels) = levels(pair) {
            *counts.entry(levels).or_default() += 1;
        }
    }
    counts
}

/// The levels of two headings.
fn levels(pair: &Pair<'_>) -> Option<(u8, u8)> {
    match (pair.source.kind(), pair.target.kind()) {
        (BlockKind::Heading(was), BlockKind::Heading(is)) => Some((was, is)),
        _ => None,
    }
}

/// Whether so many headings of a level are of that other one in the translation that it is its way.
fn is_usual(counts: &Counts, was: u8, is: u8) -> bool {
    const FEWEST: usize = 3;
    let here = counts.get(&(was, is)).copied().unwrap_or_default();
    let all: usize = counts.range((was, 0)..=(was, u8::MAX)).map(|(_, count)| count).sum();
    here >= FEWEST && 3 * here > 2 * all
}

/// A translation may have all its headings a level deeper: the shift that most of them have.
fn usual_shift(levels: &Counts) -> i16 {
    let mut counts: BTreeMap<i16, usize> = BTreeMap::new();
    for (&(was, is), count) in levels {
        *counts.entry(i16::from(is) - i16::from(was)).or_default() += count;
    }
    let unshifted = counts.get(&0).copied().unwrap_or_default();
    counts.into_iter().find(|&(_, count)| count > unshifted.max(1)).map_or(0, |(shift, _)| shift)
}

fn begins_both_blocks(pair: &Pair<'_>) -> bool {
    pair.source.begins_block() && pair.target.begins_block()
}

/// Whether the two sides of a pair surely belong together, as do those that stand between two pairs
/// that do.
fn is_surely_paired(pairs: &Pairs<'_>, at: usize) -> bool {
    let Some(pair) = pairs.all.get(at) else { return false };
    let before = at.checked_sub(1).and_then(|before| pairs.all.get(before));
    let after = pairs.all.get(at + 1);
    pair.is_sure()
        || before.zip(after).is_some_and(|(before, after)| {
            before.is_sure()
                && after.is_sure()
                && before.is_followed_by(pair)
                && pair.is_followed_by(after)
        })
}

/// Whether the other headings of the section are of the same level as this one in the translation,
/// which has an order of its own there.
fn is_level_of_siblings(pairs: &Pairs<'_>, at: usize) -> bool {
    let Some((level, translated)) = pairs.all.get(at).and_then(levels) else { return false };
    let is_inside = |(was, _): &(u8, u8)| *was >= level;
    let before = pairs.all[..at].iter().rev().filter_map(levels).take_while(is_inside);
    let after = pairs.all[at + 1..].iter().filter_map(levels).take_while(is_inside);
    let mut siblings = before.chain(after).filter(|(was, _)| *was == level).peekable();
    siblings.peek().is_some() && siblings.all(|(_, is)| is == translated)
}

/// The segments of either side that have a counterpart.
struct Paired {
    source: HashSet<usize>,
    target: HashSet<usize>,
}

impl Paired {
    fn of(pairs: &Pairs<'_>) -> Self {
        let source = pairs.all.iter().flat_map(|pair| pair.source.segments.clone()).collect();
        let target = pairs.all.iter().flat_map(|pair| pair.target.segments.clone()).collect();
        Self { source, target }
    }
}

/// Whether a heading that stands near one of the two, of the level of the other, has no counterpart:
/// that one may well be meant.
fn is_beside_another(pairs: &Pairs<'_>, pair: &Pair<'_>, paired: &Paired) -> bool {
    const NEAR: usize = 4;
    let is_open = |document: &Document, at: usize, level: BlockKind, paired: &HashSet<usize>| {
        let mut near = at.saturating_sub(NEAR)..(at + NEAR + 1).min(document.segments.len());
        near.any(|segment| document.block_of(segment).kind == level && !paired.contains(&segment))
    };
    let (was, is) = (pair.source.kind(), pair.target.kind());
    is_open(pairs.source, pair.source.segments.start, is, &paired.source)
        || is_open(pairs.target, pair.target.segments.start, was, &paired.target)
}

fn heading(pair: &Pair<'_>, was: u8, is: u8) -> super::findings::Draft {
    let message = Message::new(HEADING_LEVEL.code.as_str())
        .with("was", usize::from(was))
        .with("is", usize::from(is));
    pair.draft_saying(message, HEADING_LEVEL.code).with("was", was).with("is", is)
}

fn kind(pair: &Pair<'_>, was: BlockKind, is: BlockKind) -> super::findings::Draft {
    let message =
        Message::new(BLOCK_KIND.code.as_str()).with("was", name(was)).with("is", name(is));
    pair.draft_saying(message, BLOCK_KIND.code).with("was", name(was)).with("is", name(is))
}

/// The word of the machine formats, for which the messages have words of their own.
const fn name(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Heading(_) => "heading",
        BlockKind::Paragraph => "paragraph",
        BlockKind::ListItem => "list-item",
        BlockKind::TableCell => "table-cell",
        BlockKind::Footnote => "footnote",
        BlockKind::FrontMatter => "front-matter",
        BlockKind::Value => "value",
        BlockKind::Code => "code",
        BlockKind::Markup => "markup",
    }
}
