//! Which segments belong together: what the alignment saw otherwise is paired, joined, split and
//! taken apart by a person.
//!
//! A pair that a person made is a pin of the ledger: it binds, wherever its two texts stand, until
//! one of them changes.

use std::{collections::BTreeSet, ops::Range};

use super::{Refused, Subject};
use crate::{
    align::{Evidence, align_texts},
    disk::Held,
    history::user_name,
    ledger::{self, Decision, Entry},
    model::{Document, TranslationUnit},
};

/// Segments of the source and of the target.
type Ranges = (Range<usize>, Range<usize>);

/// Entries that pair two passages: sentence by sentence, where each has its counterpart; otherwise
/// as they are.
#[must_use]
pub fn pins(
    (source, from): (&Document, &Range<usize>),
    (target, to): (&Document, &Range<usize>),
    state: Decision,
    who: Option<&str>,
) -> Vec<Entry> {
    let (sources, targets) = (source.texts_of(from), target.texts_of(to));
    let alignment = align_texts(&sources, &targets, &Evidence::default());
    if !alignment.beads.iter().all(|bead| bead.is_pair()) {
        return vec![pin(source.prose_of(from), target.prose_of(to), state, who)];
    }
    let joined = |texts: &[String], range: &Range<usize>| {
        texts.get(range.clone()).unwrap_or_default().join(" ")
    };
    let parts = alignment.beads.iter();
    parts
        .map(|bead| (joined(&sources, &bead.source), joined(&targets, &bead.target)))
        .map(|(source, target)| pin(source, target, state, who))
        .collect()
}

fn pin(source: String, target: String, state: Decision, who: Option<&str>) -> Entry {
    Entry { who: who.map(str::to_owned), pinned: true, ..Entry::new(source, target, state) }
}

/// Pairs what the units hold: one with the other where none of them is a pair yet, otherwise all of
/// it as one.
pub(super) fn link(subject: Subject<'_>, held: &Held) -> Result<(), Refused> {
    let (source, target) = documents(subject)?;
    let (from, to) = held_by(subject)?;
    let who = user_name(&subject.project.root);
    let is_joined = subject.chosen().any(|unit| unit.bead.is_pair());
    let pins = if is_joined {
        let texts = (source.prose_of(&from), target.prose_of(&to));
        vec![pin(texts.0, texts.1, Decision::Confirmed, who.as_deref())]
    } else {
        pins((source, &from), (target, &to), Decision::Confirmed, who.as_deref())
    };
    record(subject, &pins, held)
}

/// Says that the two sides of the units are no translations of each other.
pub(super) fn unlink(subject: Subject<'_>, held: &Held) -> Result<(), Refused> {
    let (source, target) = documents(subject)?;
    let who = user_name(&subject.project.root);
    let apart = |unit: &TranslationUnit| {
        let (source, target) = unit.bead.texts(source, target);
        Entry { who: who.clone(), ..Entry::new(source, target, Decision::Apart) }
    };
    let pairs = subject.chosen().filter(|unit| unit.bead.is_pair());
    record(subject, &pairs.map(apart).collect::<Vec<_>>(), held)
}

/// Splits a unit: its first `sources` segments belong to its first `targets`, the rest to the rest.
pub(super) fn split(
    subject: Subject<'_>,
    (sources, targets): (usize, usize),
    held: &Held,
) -> Result<(), Refused> {
    let (source, target) = documents(subject)?;
    let bead = &subject.unit()?.bead;
    let cut = |range: &Range<usize>, count: usize| {
        let at = range.start.saturating_add(count).min(range.end);
        (range.start..at, at..range.end)
    };
    let ((first_source, rest_source), (first_target, rest_target)) =
        (cut(&bead.source, sources), cut(&bead.target, targets));
    let who = user_name(&subject.project.root);
    let parts: [Ranges; 2] = [(first_source, first_target), (rest_source, rest_target)];
    let is_whole = |(from, to): &Ranges| *from == bead.source && *to == bead.target;
    let pairs = parts.iter().filter(|(from, to)| !from.is_empty() && !to.is_empty());
    let pairs = pairs.filter(|part| !is_whole(part));
    let pins = pairs.map(|(from, to)| {
        pin(source.prose_of(from), target.prose_of(to), Decision::Confirmed, who.as_deref())
    });
    record(subject, &pins.collect::<Vec<_>>(), held)
}

fn documents(subject: Subject<'_>) -> Result<(&Document, &Document), Refused> {
    let report = subject.report;
    report.source.as_ref().zip(report.target.as_ref()).ok_or(Refused::Unsuitable)
}

/// The segments that the units hold, if no other unit stands among them.
fn held_by(subject: Subject<'_>) -> Result<Ranges, Refused> {
    let side = |range: fn(&TranslationUnit) -> &Range<usize>| {
        let segments: BTreeSet<usize> =
            subject.chosen().flat_map(|unit| range(unit).clone()).collect();
        let (first, last) = (segments.first()?, segments.last()?);
        (last - first < segments.len()).then_some(*first..last + 1)
    };
    let ranges = (side(|unit| &unit.bead.source), side(|unit| &unit.bead.target));
    ranges.0.zip(ranges.1).ok_or(Refused::Scattered)
}

/// Writes entries, which take the place of pins that somebody made of the same units before.
fn record(subject: Subject<'_>, entries: &[Entry], held: &Held) -> Result<(), Refused> {
    if entries.is_empty() {
        return Err(Refused::Unsuitable);
    }
    let (source, target) = documents(subject)?;
    let texts: BTreeSet<(String, String)> = subject
        .chosen()
        .map(|unit| unit.bead.texts(source, target))
        .map(|(source, target)| (ledger::key(&source), ledger::key(&target)))
        .collect();
    let is_old = |entry: &Entry| {
        entry.pinned && texts.contains(&(ledger::key(&entry.source), ledger::key(&entry.target)))
    };
    let file = subject.ledger_file();
    let written = ledger::prune(held, &file, |entry| !is_old(entry));
    written.and_then(|_| ledger::add(held, &file, entries)).map_err(|error| error.cause)?;
    Ok(())
}
