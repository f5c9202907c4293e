//! What people have decided binds the alignment.
//!
//! A pair of the ledger of which both texts stand in the documents is a bead, wherever the two
//! stand: pins, made by `accept --with`, before others. What is recorded as left out or added on
//! purpose is not paired with something that says little of it. A decision lapses when one of its
//! texts changes.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use super::carry::in_order;
use crate::{
    ledger::{self, Decision, Entry, Ledger},
    model::{Alignment, Bead, Document},
};

/// Neighbouring segments that an entry may be about, at most.
const LONGEST_GROUP: usize = 6;

/// A pair as sure as this is a translation, though one side was once recorded to have none.
const SURE: f64 = 0.9;

/// The alignment as the ledger has it.
#[must_use]
pub fn bind(
    alignment: Alignment,
    (source, target): (&Document, &Document),
    ledger: &Ledger,
) -> Alignment {
    if ledger.is_empty() {
        return alignment;
    }
    let sources = Groups::of(source, |key| ledger.with_source(key).next().is_some());
    let targets = Groups::of(target, |key| ledger.with_target(key).next().is_some());
    let mut binding = Binding::new(alignment, source.segments.len(), target.segments.len());
    for (from, to) in confirmed(ledger, &sources, &targets) {
        binding.pair(from, to);
    }
    let recorded = |decision: Decision, groups: &Groups, side: fn(&Entry) -> &String| {
        let entries = ledger.entries().iter().filter(move |entry| entry.state == decision);
        entries.filter_map(|entry| groups.only(side(entry))).collect::<Vec<_>>()
    };
    for segments in recorded(Decision::Omitted, &sources, |entry| &entry.source) {
        binding.omit(&segments);
    }
    for segments in recorded(Decision::Added, &targets, |entry| &entry.target) {
        binding.add(&segments);
    }
    if ledger.takes_apart() {
        binding.take_apart(|bead| {
            let texts = bead.texts(source, target);
            ledger.is_apart(&texts.0, &texts.1)
        });
    }
    binding.into_alignment()
}

/// Where the texts of a document stand that the ledger knows: neighbouring segments by their key.
struct Groups(HashMap<String, Vec<Range<usize>>>);

impl Groups {
    fn of(document: &Document, is_known: impl Fn(&str) -> bool) -> Self {
        let mut groups: HashMap<String, Vec<Range<usize>>> = HashMap::new();
        let count = document.segments.len();
        for start in 0..count {
            let last = (start + LONGEST_GROUP).min(count);
            for group in (start + 1..=last).map(|end| start..end) {
                let text = document.prose_of(&group);
                if is_known(&text) {
                    groups.entry(ledger::key(&text)).or_default().push(group);
                }
            }
        }
        Self(groups)
    }

    /// The only place of a text; none where it stands twice or not at all.
    fn only(&self, text: &str) -> Option<Range<usize>> {
        match self.0.get(&ledger::key(text)).map(Vec::as_slice) {
            Some([only]) => Some(only.clone()),
            _ => None,
        }
    }
}

/// The confirmed pairs of which both texts stand in the documents once: pins first, then those
/// that an editor approved.
fn confirmed(
    ledger: &Ledger,
    sources: &Groups,
    targets: &Groups,
) -> Vec<(Range<usize>, Range<usize>)> {
    let is_pair = |entry: &&Entry| entry.state >= Decision::Confirmed;
    let place = |entry: &Entry| {
        let ranges = (sources.only(&entry.source)?, targets.only(&entry.target)?);
        Some((!entry.pinned, std::cmp::Reverse(entry.state), ranges.0.start, ranges))
    };
    let mut places: Vec<_> = ledger.entries().iter().filter(is_pair).filter_map(place).collect();
    places.sort_by(|one, two| {
        (one.0, one.1, one.2, one.3.1.start).cmp(&(two.0, two.1, two.2, two.3.1.start))
    });
    places.into_iter().map(|(.., ranges)| ranges).collect()
}

/// An alignment under change.
struct Binding {
    beads: Vec<Bead>,
    bound: Vec<Bead>,
    taken_source: Vec<bool>,
    taken_target: Vec<bool>,
    is_changed: bool,
}

impl Binding {
    fn new(alignment: Alignment, sources: usize, targets: usize) -> Self {
        Self {
            beads: alignment.beads,
            bound: Vec::new(),
            taken_source: vec![false; sources],
            taken_target: vec![false; targets],
            is_changed: false,
        }
    }

    /// Makes a bead of two ranges of segments, unless a part of them stands in one already.
    fn pair(&mut self, from: Range<usize>, to: Range<usize>) {
        let is_taken = |taken: &[bool], range: &Range<usize>| {
            taken.get(range.clone()).is_none_or(|taken| taken.contains(&true))
        };
        if is_taken(&self.taken_source, &from) || is_taken(&self.taken_target, &to) {
            return;
        }
        self.taken_source[from.clone()].fill(true);
        self.taken_target[to.clone()].fill(true);
        self.bound.push(Bead { source: from, target: to, score: 1.0 });
    }

    /// Takes source segments out of a pair that is not sure.
    fn omit(&mut self, segments: &Range<usize>) {
        if let Some(Bead { source, target, score }) = self.unsure(segments, |bead| &bead.source) {
            let rest = left(&source, |segment| segments.contains(&segment));
            self.beads.extend(remainder(&rest, std::slice::from_ref(&target), score));
            self.beads.push(Bead { source: segments.clone(), target: 0..0, score: 1.0 });
        }
    }

    /// Takes target segments out of a pair that is not sure.
    fn add(&mut self, segments: &Range<usize>) {
        if let Some(Bead { source, target, score }) = self.unsure(segments, |bead| &bead.target) {
            let rest = left(&target, |segment| segments.contains(&segment));
            self.beads.extend(remainder(std::slice::from_ref(&source), &rest, score));
            self.beads.push(Bead { source: 0..0, target: segments.clone(), score: 1.0 });
        }
    }

    /// Leaves both sides of the pairs alone that somebody took apart.
    fn take_apart(&mut self, is_apart: impl Fn(&Bead) -> bool) {
        let (apart, rest): (Vec<Bead>, Vec<Bead>) = std::mem::take(&mut self.beads)
            .into_iter()
            .partition(|bead| bead.is_pair() && is_apart(bead));
        self.is_changed |= !apart.is_empty();
        self.beads = rest;
        for Bead { source, target, .. } in apart {
            let lost = source.map(|at| Bead { source: at..at + 1, target: 0..0, score: 1.0 });
            let added = target.map(|at| Bead { source: 0..0, target: at..at + 1, score: 1.0 });
            self.beads.extend(lost.chain(added));
        }
    }

    /// Removes the pair that holds all of `segments`, if it is not sure.
    fn unsure(
        &mut self,
        segments: &Range<usize>,
        side: fn(&Bead) -> &Range<usize>,
    ) -> Option<Bead> {
        let holds = |bead: &Bead| {
            let range = side(bead);
            let is_inside = range.start <= segments.start && segments.end <= range.end;
            bead.is_pair() && bead.score < SURE && is_inside
        };
        let at = self.beads.iter().position(holds)?;
        self.is_changed = true;
        Some(self.beads.remove(at))
    }

    fn into_alignment(self) -> Alignment {
        let known: HashSet<(usize, usize, usize, usize)> = self.beads.iter().map(corners).collect();
        if !self.is_changed && self.bound.iter().all(|bead| known.contains(&corners(bead))) {
            return Alignment { beads: self.beads };
        }
        let (sources, targets) = (self.taken_source, self.taken_target);
        let free = |bead: Bead| {
            let from = left(&bead.source, |segment| sources.get(segment) == Some(&true));
            let to = left(&bead.target, |segment| targets.get(segment) == Some(&true));
            let is_whole = |left: &[Range<usize>], range: &Range<usize>| {
                range.is_empty() || left == std::slice::from_ref(range)
            };
            if is_whole(&from, &bead.source) && is_whole(&to, &bead.target) {
                vec![bead]
            } else {
                remainder(&from, &to, bead.score)
            }
        };
        let rest = self.beads.into_iter().flat_map(free);
        Alignment { beads: in_order(rest.chain(self.bound).collect()) }
    }
}

/// The bounds of a bead on both sides.
fn corners(bead: &Bead) -> (usize, usize, usize, usize) {
    (bead.source.start, bead.source.end, bead.target.start, bead.target.end)
}

/// The runs of a range that are not taken.
fn left(range: &Range<usize>, is_taken: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for segment in range.clone().filter(|&segment| !is_taken(segment)) {
        match runs.last_mut() {
            Some(run) if run.end == segment => run.end = segment + 1,
            _ => runs.push(segment..segment + 1),
        }
    }
    runs
}

/// What remains of a bead: a pair where one run is left on either side.
fn remainder(from: &[Range<usize>], to: &[Range<usize>], score: f64) -> Vec<Bead> {
    if let ([source], [target]) = (from, to) {
        return vec![Bead { source: source.clone(), target: target.clone(), score }];
    }
    let lost = from.iter().cloned().flatten();
    let lost = lost.map(|at| Bead { source: at..at + 1, target: 0..0, score });
    let added = to.iter().cloned().flatten();
    lost.chain(added.map(|at| Bead { source: 0..0, target: at..at + 1, score })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        align::{Evidence, align},
        formats::{Options, parse},
        model::{Language, RepoPath},
    };

    fn document(language: Language, text: &str) -> Document {
        parse(RepoPath::new("a.md"), language, text.to_owned(), &Options::default())
    }

    /// The beads as a person would write them, segments counted from 1.
    fn bound(russian: &str, english: &str, entries: Vec<Entry>) -> Vec<String> {
        let source = document(Language::Russian, russian);
        let target = document(Language::English, english);
        let alignment = align(&source, &target, &Evidence::default());
        let ledger: Ledger = entries.into_iter().collect();
        let bound = bind(alignment, (&source, &target), &ledger);
        let side = |range: &Range<usize>| {
            range.clone().map(|at| (at + 1).to_string()).collect::<Vec<_>>().join("+")
        };
        bound.beads.iter().map(|b| format!("{}:{}", side(&b.source), side(&b.target))).collect()
    }

    fn entry(source: &str, target: &str, state: Decision) -> Entry {
        Entry::new(source, target, state)
    }

    const RUSSIAN: &str = "Утром шёл снег.\n\nМы ждали брата на станции.\n\nВетер стих.\n";
    const ENGLISH: &str = "It snowed in the morning.\n\nWe waited for my brother at the station.\n\nNothing stirred outside.\n";

    #[test]
    fn a_pin_binds_across_the_order_and_lapses_with_its_texts() {
        assert_eq!(bound(RUSSIAN, ENGLISH, Vec::new()), ["1:1", "2:2", "3:3"]);
        let pin = |target: &str| Entry {
            pinned: true,
            ..entry("Утром шёл снег.", target, Decision::Confirmed)
        };
        let beads = bound(RUSSIAN, ENGLISH, vec![pin("Nothing stirred outside.")]);
        assert_eq!(beads, [":1", "1:3", "2:2", "3:"]);
        let beads = bound(RUSSIAN, ENGLISH, vec![pin("Nothing stirred.")]);
        assert_eq!(beads, ["1:1", "2:2", "3:3"]);
    }

    #[test]
    fn what_was_taken_apart_stays_apart_until_it_is_paired() {
        let apart = entry("Утром шёл снег.", "It snowed in the morning.", Decision::Apart);
        assert_eq!(bound(RUSSIAN, ENGLISH, vec![apart.clone()]), [":1", "1:", "2:2", "3:3"]);
        let pin = Entry { pinned: true, state: Decision::Confirmed, ..apart };
        assert_eq!(bound(RUSSIAN, ENGLISH, vec![pin]), ["1:1", "2:2", "3:3"]);
    }

    #[test]
    fn a_pin_may_hold_more_than_a_paragraph() {
        let pin = Entry {
            pinned: true,
            ..entry(
                "Утром шёл снег. Мы ждали брата на станции.",
                "It snowed in the morning. We waited for my brother at the station.",
                Decision::Confirmed,
            )
        };
        assert_eq!(bound(RUSSIAN, ENGLISH, vec![pin]), ["1+2:1+2", "3:3"]);
    }

    #[test]
    fn what_is_left_out_on_purpose_is_not_paired_with_a_stranger() {
        let omitted = entry("Ветер стих.", "", Decision::Omitted);
        let english = ENGLISH.replace("Nothing stirred outside.", "See the map below.");
        let beads = bound(RUSSIAN, &english, vec![omitted.clone()]);
        assert_eq!(beads, ["1:1", "2:2", ":3", "3:"]);
        let english = ENGLISH.replace("Nothing stirred outside.", "The wind died down.");
        assert_eq!(bound(RUSSIAN, &english, vec![omitted]), ["1:1", "2:2", "3:3"]);
    }
}
