//! What went stale between and around the segments: code, markup, and passages that a sentence was
//! added to or cut from.
//!
//! The original as it stood when the translation was last touched is aligned with the translation.
//! Where that original changed since, its counterpart is stale, whether or not today's original has
//! anything left to pair with it.

use std::{collections::BTreeMap, ops::Range};

use serde::{Deserialize, Serialize};

use super::{
    answer::{Answer, Edited},
    lines::{self, answer_of_lines},
    weigh::weigh,
};
use crate::{
    history::{
        Replay, VersionText, change_of,
        revision::{Passage, Revision},
    },
    model::{
        Alignment, Bead, Block, BlockKind, Change, Direction, Document, Grade, Span, State,
        TranslationUnit,
    },
    text::{
        normalize::{content, is_cyrillic},
        words::words,
    },
};

/// The original that a translation was made from, aligned with that translation.
#[derive(Debug, Clone)]
pub struct Former {
    /// The version, as [`Replay`] numbers them.
    pub version: usize,
    /// The original in that version.
    pub source: Document,
    /// Its alignment with the translation as it stands now.
    pub alignment: Alignment,
}

/// A part of the original that changed while its counterpart in the translation did not, and that
/// is no translation unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StalePassage {
    /// What took its place in today's original; empty where it was deleted.
    pub original: Span,
    /// The counterpart.
    pub translation: Span,
    /// What changed.
    pub change: Change,
    /// Which side is the original.
    pub direction: Direction,
}

/// The passages that are stale, beside the `units` that are.
#[must_use]
pub fn stale_passages(
    units: &[TranslationUnit],
    former: &Former,
    (source, target): (&Document, &Document),
    replay: &Replay<'_>,
) -> Vec<StalePassage> {
    let Some(revision) = replay.revision(former.version, replay.disk()) else { return Vec::new() };
    let sides = Sides::of(former, source, target);
    let mut known = settled_targets(units, target);
    let mut stale: Vec<StalePassage> = Vec::new();
    for passage in changed(&revision) {
        let change = change_of(replay, former.version, &passage);
        if change.grade <= Grade::Spelling || sides.is_told(&passage) {
            continue;
        }
        let renewed = sides.span_now(&passage.new);
        let (is_code, is_mixed) = (sides.is_code(&passage), sides.is_mixed(&passage));
        for counterpart in sides.counterparts(&passage.old, &passage.new) {
            let is_known = known.iter().any(|span| span.overlaps(counterpart))
                || is_judged(units, renewed, source, target, counterpart);
            if is_known || is_same(source, renewed, target, counterpart) {
                continue;
            }
            if sides.is_replaced(&passage)
                && has_own_pair(units, target, counterpart, |unit| {
                    !overlaps(source, &unit.bead.source, renewed)
                })
            {
                continue;
            }
            let edited = Edited {
                was: &change.was,
                now: renewed.of(&source.text),
                translation: counterpart.of(&target.text),
                leading: source.language,
                is_ahead: false,
                is_seen: false,
            };
            // Code that became text may only have taken its place.
            let least = |change: Change| {
                let grade = if is_mixed { Grade::Rewording } else { change.grade };
                Change { grade, ..change }
            };
            if let Some(change) = weighed(change.clone(), &edited, is_code).map(least) {
                known.push(counterpart);
                let direction = Direction::from_original(source.language);
                stale.push(StalePassage {
                    original: renewed,
                    translation: counterpart,
                    change,
                    direction,
                });
            }
        }
    }
    stale.sort_by_key(|passage| (passage.translation.start, passage.original.start));
    stale
}

/// The change as it matters: of code by its lines, of text by its words, of what was added or cut
/// by whether there is anything to read.
fn weighed(change: Change, edited: &Edited<'_>, is_code: bool) -> Option<Change> {
    let (was, now) = (edited.was, edited.now);
    // What says the very same is no translation of it: a copy, which is told as such.
    if !is_code && content(was) == content(edited.translation) {
        return None;
    }
    if was.is_empty() || now.is_empty() {
        let is_told = lines::is_silent(was) && lines::is_silent(now)
            || is_code && lines::are_wrappers(was) && lines::are_wrappers(now);
        return (!is_told).then_some(change);
    }
    if !is_code {
        return weigh(change, edited).filter(|change| change.grade > Grade::Spelling);
    }
    match answer_of_lines(was, now, edited.translation) {
        Answer::Lacking => Some(change),
        Answer::Reworded => Some(Change { grade: Grade::Rewording, ..change }),
        Answer::Inflected if was.chars().chain(now.chars()).any(is_cyrillic) => {
            weigh(change, edited).filter(|change| change.grade > Grade::Rewording)
        }
        Answer::Inflected | Answer::Said => None,
    }
}

/// The passages that changed; what was added at one place is one passage.
fn changed(revision: &Revision) -> Vec<Passage> {
    let mut changed: Vec<Passage> = Vec::new();
    for passage in revision.passages.iter().filter(|passage| !passage.same) {
        match changed.last_mut() {
            Some(last)
                if last.old.is_empty()
                    && passage.old.is_empty()
                    && last.new.end == passage.new.start =>
            {
                last.new.end = passage.new.end;
            }
            _ => changed.push(passage.clone()),
        }
    }
    changed
}

/// What is reported already, or confirmed, of the translation.
fn settled_targets(units: &[TranslationUnit], target: &Document) -> Vec<Span> {
    let settled = [State::Stale, State::Confirmed, State::Approved, State::Added, State::Orphan];
    let settled = units.iter().filter(|unit| settled.contains(&unit.state));
    settled.filter_map(|unit| target.span_of(&unit.bead.target)).collect()
}

/// Whether a unit pairs the changed text with its counterpart: it has a state of its own.
fn is_judged(
    units: &[TranslationUnit],
    renewed: Span,
    source: &Document,
    target: &Document,
    counterpart: Span,
) -> bool {
    units.iter().any(|unit| {
        overlaps(source, &unit.bead.source, renewed)
            && overlaps(target, &unit.bead.target, counterpart)
    })
}

fn overlaps(document: &Document, segments: &Range<usize>, span: Span) -> bool {
    document.span_of(segments).is_some_and(|segments| segments.overlaps(span))
}

/// Whether the counterpart has a surely paired original today, one that `is_other`.
fn has_own_pair(
    units: &[TranslationUnit],
    target: &Document,
    counterpart: Span,
    is_other: impl Fn(&TranslationUnit) -> bool,
) -> bool {
    let mut pairs = units.iter().filter(|unit| unit.bead.is_sure());
    pairs.any(|unit| overlaps(target, &unit.bead.target, counterpart) && is_other(unit))
}

/// Whether the counterpart says what the original says now.
fn is_same(source: &Document, renewed: Span, target: &Document, counterpart: Span) -> bool {
    content(renewed.of(&source.text)) == content(counterpart.of(&target.text))
}

/// The three texts, and which code and markup of the older original stands where in the
/// translation.
struct Sides<'a> {
    former: &'a Former,
    source: &'a Document,
    target: &'a Document,
    then: VersionText,
    now: VersionText,
    blocks: BTreeMap<usize, usize>,
}

impl<'a> Sides<'a> {
    fn of(former: &'a Former, source: &'a Document, target: &'a Document) -> Self {
        Self {
            former,
            source,
            target,
            then: VersionText::of(&former.source),
            now: VersionText::of(source),
            blocks: counterparts(&former.alignment.beads, &former.source, target),
        }
    }

    /// Whether what was added asks for nothing: data of the page, names and code that the
    /// translation has as well.
    fn is_told(&self, passage: &Passage) -> bool {
        let added = self.span_now(&passage.new).of(&self.source.text);
        let is_prose = || passage.new.clone().all(|piece| self.now.segment_of(piece).is_some());
        let is_there = || words(added).all(|word| self.target.text.contains(word.text));
        let is_text = added.contains(is_cyrillic) || words(added).next().is_none();
        let is_data = || self.now.are_data(&passage.new);
        passage.old.is_empty() && !is_text && (is_data() || is_prose() && is_there())
    }

    /// Whether all that a piece of the translation rendered, and not a part of it, was rewritten.
    fn is_replaced(&self, passage: &Passage) -> bool {
        let segments: Option<Vec<usize>> =
            passage.old.clone().map(|piece| self.then.segment_of(piece)).collect();
        let Some(segments) = segments.filter(|segments| !segments.is_empty()) else { return false };
        let mut beads = self.former.alignment.beads.iter().filter(|bead| bead.is_pair());
        let is_inside = |bead: &Bead| bead.source.clone().all(|at| segments.contains(&at));
        beads.all(|bead| !segments.iter().any(|at| bead.source.contains(at)) || is_inside(bead))
    }

    /// Whether code or markup changed, and no text.
    fn is_code(&self, passage: &Passage) -> bool {
        let in_old = passage.old.clone().all(|piece| self.then.block_of(piece).is_some());
        in_old && passage.new.clone().all(|piece| self.now.block_of(piece).is_some())
    }

    /// Whether code or markup became text, or the other way round.
    fn is_mixed(&self, passage: &Passage) -> bool {
        let mut old = passage.old.clone().map(|piece| self.then.block_of(piece).is_some());
        let mut new = passage.new.clone().map(|piece| self.now.block_of(piece).is_some());
        match (old.next(), new.next()) {
            (Some(old), Some(new)) => old != new,
            _ => false,
        }
    }

    fn span_now(&self, pieces: &Range<usize>) -> Span {
        let spans = &self.now.spans[pieces.clone()];
        spans.iter().copied().reduce(Span::join).unwrap_or_else(|| {
            let before = pieces.start.checked_sub(1).map(|before| self.now.spans[before].end);
            Span::at(before.unwrap_or(0))
        })
    }

    /// What renders pieces of the older original; for what was added to a passage of text, what
    /// renders its neighbour in the passage.
    fn counterparts(&self, old: &Range<usize>, new: &Range<usize>) -> Vec<Span> {
        if !old.is_empty() {
            return old.clone().flat_map(|piece| self.rendering(piece)).collect();
        }
        let before = old.start.checked_sub(1).filter(|_| self.is_joined(new.start));
        let after = Some(old.start).filter(|_| self.is_joined(new.end));
        let neighbours = [before, after].into_iter().flatten();
        let mut spans = neighbours
            .filter(|&piece| piece < self.then.spans.len())
            .filter_map(|piece| self.rendering(piece).into_iter().next());
        spans.next().into_iter().collect()
    }

    fn rendering(&self, piece: usize) -> Vec<Span> {
        if let Some(segment) = self.then.segment_of(piece) {
            let beads = self.former.alignment.beads.iter();
            let beads = beads.filter(|bead| bead.is_pair() && bead.source.contains(&segment));
            return beads.filter_map(|bead| self.target.span_of(&bead.target)).collect();
        }
        let block = self.then.block_of(piece).and_then(|block| self.blocks.get(&block));
        block.map(|&block| self.target.blocks[block].span).into_iter().collect()
    }

    /// Whether no blank line parts a piece of today's original from the one before.
    fn is_joined(&self, piece: usize) -> bool {
        let spans = &self.now.spans;
        let (Some(before), Some(after)) = (piece.checked_sub(1), spans.get(piece)) else {
            return false;
        };
        let gap = self.source.text.get(spans[before].end..after.start).unwrap_or("\n\n");
        gap.matches('\n').count() < 2 || gap.lines().skip(1).all(|line| !line.trim().is_empty())
    }
}

/// Code and markup that stand at the same place of both documents: as many of a kind after the same
/// pair of segments.
fn counterparts(beads: &[Bead], source: &Document, target: &Document) -> BTreeMap<usize, usize> {
    let source_places = places(beads, source, |bead| &bead.source);
    let target_places = places(beads, target, |bead| &bead.target);
    let at_both = source_places.iter().filter_map(|(place, blocks)| {
        let others = target_places.get(place)?;
        (blocks.len() == others.len()).then(|| blocks.iter().copied().zip(others.iter().copied()))
    });
    at_both.flatten().collect()
}

/// The blocks without segments of a document by the last pair of segments before them and their
/// kind. Comments are no text.
fn places(
    beads: &[Bead],
    document: &Document,
    side: fn(&Bead) -> &Range<usize>,
) -> BTreeMap<(Option<usize>, bool), Vec<usize>> {
    let mut places: BTreeMap<(Option<usize>, bool), Vec<usize>> = BTreeMap::new();
    let is_comment = |block: &Block| block.span.of(&document.text).trim_start().starts_with("<!--");
    for (index, block) in document.blocks.iter().enumerate() {
        if !block.kind.is_prose() && !is_comment(block) {
            let place = (last_pair_before(beads, block, side), block.kind == BlockKind::Code);
            places.entry(place).or_default().push(index);
        }
    }
    places
}

fn last_pair_before(
    beads: &[Bead],
    block: &Block,
    side: fn(&Bead) -> &Range<usize>,
) -> Option<usize> {
    let is_before = |bead: &Bead| bead.is_pair() && side(bead).end <= block.segments.start;
    let pairs = beads.iter().enumerate().filter(|(_, bead)| is_before(bead));
    pairs.max_by_key(|(_, bead)| side(bead).end).map(|(index, _)| index)
}
