//! Passages that translate nothing of the original: another scene, another file, another language.
//!
//! A free translation shares less with its original than a close one, and another text shares next
//! to nothing. What is counted is how many of the known words, numbers and names of a passage have
//! a counterpart in the passage it is paired with, against how many have in the rest of the
//! document.

use std::ops::Range;

use super::{foreign::is_foreign, presence::is_translatable};
use crate::{
    align::{Agreement, Grounds},
    model::{Bead, Document, State, Stranger, TranslationUnit},
    text::settled::Settled,
};

/// A document without pairs less sure than this is not looked at.
const DOUBTFUL: f64 = 0.9;

/// A pair as sure as this is one, if it says so much: bytes of Russian and of English.
const PLAIN: f64 = 0.99;
const SAYS_MUCH: (usize, usize) = (80, 40);

/// A unit of which so much agrees is a translation, however free.
const RELATED: f64 = 0.3;

/// Of fewer known tokens the share says nothing.
const TELLING: usize = 4;

/// A passage says nothing against a translation unless either side has so many known tokens.
const ENOUGH: usize = 10;

/// Fewer are enough where the other side has so many times more.
const FEW: usize = 4;
const TIMES: usize = 12;

/// In another text no more than this agrees by chance.
const BY_CHANCE: f64 = 0.22;

/// What agrees in a translation of which nothing else is known.
const USUAL: f64 = 0.5;

/// What agrees even in the freest.
const FREEST: f64 = 0.35;

/// A share so many standard deviations below that of the rest is no freedom of the translator.
const FAR: f64 = 3.5;

/// A document is foreign when so much of it is.
const MOST: f64 = 0.7;

/// A pair of so many known tokens of which half agree does not come about by chance.
const MANY: usize = 12;
const HALF: f64 = 0.5;

/// Where so much of the shorter side stands in such pairs the document is a translation, whatever
/// it lacks and whatever was added to it.
const PART: f64 = 0.1;

/// Marks the units of passages that are no translation. What a person has confirmed is one.
pub fn mark_strangers(
    units: &mut [TranslationUnit],
    (source, target): (&Document, &Document),
    settled: &Settled,
) {
    // What has the same key belongs together, whatever it says.
    if source.keyed && target.keyed {
        return;
    }
    let foreign = foreign_segments(target, settled);
    let doubtful = units.iter().filter(|unit| !unit.bead.is_pair() || unit.bead.score < DOUBTFUL);
    if doubtful.count() < 2 && !foreign.contains(&true) {
        return;
    }
    let mut looked_at: Vec<Sight> =
        units.iter().map(|unit| Sight::of(unit, (source, target), &foreign)).collect();
    // What is known of most units tells enough, so that their words are seldom looked at.
    if !foreign.contains(&true) && !are_suspect(&looked_at) {
        return;
    }
    for (sight, unit) in looked_at.iter_mut().zip(units.iter()) {
        sight.weigh(unit, source, target);
    }
    let passages = match whole(&looked_at) {
        Some(stranger) => vec![(0..units.len(), stranger)],
        None => passages(&looked_at),
    };
    for (range, stranger) in passages {
        for unit in &mut units[range] {
            unit.evidence.stranger = Some(stranger);
            if unit.bead.is_pair() {
                unit.state = State::Untranslated;
            }
        }
    }
}

/// Whether what is open may be a stranger to the most exacting eye. What is settled, or plainly a
/// translation, need not be weighed for that: all it does is to say how much is usual.
fn are_suspect(sights: &[Sight]) -> bool {
    open(sights).is_other_text(USUAL)
        || runs(sights).any(|run| passage(sights, run, USUAL).is_some())
}

/// Which target segments stand in blocks of another language.
fn foreign_segments(target: &Document, settled: &Settled) -> Vec<bool> {
    let mut foreign = vec![false; target.segments.len()];
    for block in target.blocks.iter().filter(|block| !block.segments.is_empty()) {
        if is_foreign(&target.prose_of(&block.segments), settled) {
            foreign[block.segments.clone()].fill(true);
        }
    }
    foreign
}

/// What is seen of one unit.
#[derive(Debug, Clone, Copy, Default)]
struct Sight {
    /// Somebody has confirmed it.
    vouched: bool,
    /// That, or something else is known of it already.
    settled: bool,
    foreign: bool,
    is_untranslated: bool,
    is_pair: bool,
    /// Whether its words were counted.
    is_weighed: bool,
    agreement: Agreement,
    /// Known tokens of the source and of the target.
    source: usize,
    target: usize,
}

impl Sight {
    fn of(
        unit: &TranslationUnit,
        (source, target): (&Document, &Document),
        foreign: &[bool],
    ) -> Self {
        let bead = &unit.bead;
        let is_lost = !bead.is_pair() && unit.state == State::Untranslated;
        let is_open = is_lost || matches!(unit.state, State::Unconfirmed | State::Extra);
        // What the original has in another language stays so.
        let is_russian = bead.source.is_empty()
            || source.segments[bead.source.clone()]
                .iter()
                .any(|segment| is_translatable(segment, source.language));
        let mut sight = Self {
            vouched: matches!(unit.state, State::Confirmed | State::Approved | State::Edited),
            settled: !is_open,
            foreign: is_russian
                && bead.target.clone().any(|segment| foreign.get(segment) == Some(&true)),
            is_untranslated: unit.state == State::Untranslated,
            is_pair: bead.is_pair(),
            ..Self::default()
        };
        if is_open && (sight.foreign || !is_plain(unit, source, target)) {
            sight.weigh(unit, source, target);
        }
        sight
    }

    /// Counts what agrees, once.
    fn weigh(&mut self, unit: &TranslationUnit, source: &Document, target: &Document) {
        if std::mem::replace(&mut self.is_weighed, true) {
            return;
        }
        let texts = unit.bead.texts(source, target);
        let grounds = Grounds::of(&texts.0, &texts.1);
        self.agreement = grounds.all();
        (self.source, self.target) = (grounds.in_source, grounds.in_target);
    }

    /// Whether it is a translation for sure.
    fn is_related(&self) -> bool {
        let says = self.agreement.of >= TELLING && self.agreement.share() >= RELATED;
        self.settled || !self.is_weighed || (self.is_pair && says && !self.foreign)
    }

    /// Whether so much of it agrees that no chance explains it.
    fn is_sure(&self) -> bool {
        let agreement = self.agreement;
        self.is_pair && !self.foreign && agreement.of >= MANY && agreement.share() >= HALF
    }

    /// Whether it says neither that it is one nor that it is none.
    fn is_silent(&self) -> bool {
        self.is_pair && self.agreement.of < TELLING && !self.foreign
    }
}

/// Whether two passages were paired so surely, and are so long, that their words need not be counted
/// again: those that tell of nothing else agree.
fn is_plain(unit: &TranslationUnit, source: &Document, target: &Document) -> bool {
    let length = |document: &Document, segments: &Range<usize>| -> usize {
        document.segments[segments.clone()].iter().map(|segment| segment.text.len()).sum()
    };
    let Bead { source: from, target: to, score } = &unit.bead;
    *score >= PLAIN && length(source, from) >= SAYS_MUCH.0 && length(target, to) >= SAYS_MUCH.1
}

/// Several units together.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    pairs: Agreement,
    source: usize,
    target: usize,
    lost: usize,
    added: usize,
    foreign: usize,
}

impl Sum {
    fn of(sights: &[Sight]) -> Self {
        let mut sum = Self::default();
        for sight in sights {
            sum.source += sight.source;
            sum.target += sight.target;
            sum.foreign += if sight.foreign { sight.target.max(1) } else { 0 };
            if sight.is_pair {
                sum.pairs = sum.pairs.and(sight.agreement);
            } else {
                sum.lost += sight.source;
                sum.added += sight.target;
            }
        }
        sum
    }

    /// What agrees; what is lost beside as much that is added agrees in nothing.
    fn agreement(&self) -> Agreement {
        self.pairs.and(Agreement { agree: 0, of: 2 * self.lost.min(self.added) })
    }

    /// Whether so little agrees that it is another text, where `usual` agrees in the rest.
    fn is_other_text(&self, usual: f64) -> bool {
        let agreement = self.agreement();
        let usual = usual.clamp(FREEST, USUAL);
        // Each word that agrees is counted on both sides.
        let count = agreement.of as f64 / 2.0;
        let deviation = (count * usual * (1.0 - usual)).sqrt();
        let below = (usual - agreement.share()) * count;
        let (less, more) = (self.source.min(self.target), self.source.max(self.target));
        let is_enough = less >= ENOUGH || less >= FEW && more >= TIMES * less;
        is_enough && agreement.share() < BY_CHANCE && below > FAR * deviation
    }
}

/// All that is open.
fn open(sights: &[Sight]) -> Sum {
    let open: Vec<Sight> = sights.iter().filter(|sight| !sight.settled).copied().collect();
    Sum::of(&open)
}

/// Why the document as a whole is no translation, if it is none.
fn whole(sights: &[Sight]) -> Option<Stranger> {
    if sights.iter().any(|sight| sight.vouched) {
        return None;
    }
    let texts = sights.iter().filter(|sight| sight.is_pair || sight.target > 0);
    let foreign = texts.clone().filter(|sight| sight.foreign).count();
    if foreign > 0 && foreign as f64 >= MOST * texts.count() as f64 {
        return Some(Stranger::Language);
    }
    // What history knows, and what is still Russian, says nothing of the rest.
    let open: Vec<Sight> = sights.iter().filter(|sight| !sight.settled).copied().collect();
    let is_other = Sum::of(&open).is_other_text(USUAL) && !is_partly_translated(&open);
    (is_other && is_most(&open, sights)).then_some(Stranger::Text)
}

/// Whether most of the English is among `open`.
fn is_most(open: &[Sight], all: &[Sight]) -> bool {
    let english = |sights: &[Sight]| {
        let english = sights.iter().filter(|sight| !sight.is_untranslated || !sight.is_pair);
        english.map(|sight| sight.target).sum::<usize>()
    };
    2 * english(open) >= english(all)
}

/// Whether a part of the document is surely a translation: the rest then lacks one, and is not of
/// another text.
fn is_partly_translated(sights: &[Sight]) -> bool {
    let tokens = |of: fn(&Sight) -> usize, all: &[Sight]| all.iter().map(of).sum::<usize>() as f64;
    let sure: Vec<Sight> = sights.iter().filter(|sight| sight.is_sure()).copied().collect();
    let (source, target) = (|sight: &Sight| sight.source, |sight: &Sight| sight.target);
    let shorter = tokens(source, sights).min(tokens(target, sights));
    tokens(source, &sure).min(tokens(target, &sure)) >= PART * shorter && !sure.is_empty()
}

/// The passages that are no translation, between units that are.
fn passages(sights: &[Sight]) -> Vec<(Range<usize>, Stranger)> {
    let related: Vec<Sight> = sights.iter().filter(|sight| sight.is_related()).copied().collect();
    let related = Sum::of(&related).pairs;
    let usual = if related.of >= ENOUGH { related.share() } else { USUAL };
    runs(sights).filter_map(|run| passage(sights, run, usual)).collect()
}

/// The runs of units that are not surely translations.
fn runs(sights: &[Sight]) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    (0..=sights.len()).filter_map(move |end| {
        let goes_on = sights.get(end).is_some_and(|sight| !sight.is_related());
        (!goes_on).then(|| std::mem::replace(&mut start, end + 1)..end)
    })
}

/// A run of units that are not surely translations: why it is none, if it is none.
fn passage(sights: &[Sight], run: Range<usize>, usual: f64) -> Option<(Range<usize>, Stranger)> {
    let speaks = |&at: &usize| sights.get(at).is_some_and(|sight| !sight.is_silent());
    let first = run.clone().find(speaks)?;
    let last = run.rev().find(speaks)?;
    let run = first..last + 1;
    let inside = sights.get(run.clone())?;
    let sum = Sum::of(inside);
    let has_both = inside.iter().any(|sight| sight.is_pair || sight.source > 0);
    if sum.foreign > 0 && 2 * sum.foreign >= sum.target && has_both {
        return Some((run, Stranger::Language));
    }
    sum.is_other_text(usual).then_some((run, Stranger::Text))
}
