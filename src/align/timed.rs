//! Subtitles: what is shown at the same time is paired, and within that by what it says.

use std::ops::Range;

use super::{Evidence, inside};
use crate::model::{Alignment, Bead, Block, Document, TimeSpan};

/// Blocks share so much of the shorter one's time that they are one text.
const SHARED: f64 = 0.4;

/// Of two files that keep the same time so many blocks meet one of the other.
const MOST: f64 = 0.7;

/// The beads of two files of subtitles; none where they do not keep the same time.
pub(super) fn align(
    source: &Document,
    target: &Document,
    evidence: &Evidence,
) -> Option<Alignment> {
    let (from, to) = (timed(source)?, timed(target)?);
    let groups = groups(&from, &to);
    let met: usize = groups
        .iter()
        .map(|group| if group.0.is_empty() || group.1.is_empty() { 0 } else { group.0.len() })
        .sum();
    if (met as f64) < MOST * from.len() as f64 {
        return None;
    }
    let mut beads = Vec::new();
    for (ours, theirs) in groups {
        let source_range = segments(&from, &ours, last_of(&beads, |bead: &Bead| bead.source.end));
        let target_range = segments(&to, &theirs, last_of(&beads, |bead: &Bead| bead.target.end));
        beads.extend(inside::align((source, &source_range), (target, &target_range), evidence));
    }
    let alignment = Alignment { beads };
    alignment.covers(source.segments.len(), target.segments.len()).then_some(alignment)
}

fn last_of(beads: &[Bead], end: fn(&Bead) -> usize) -> usize {
    beads.iter().map(end).max().unwrap_or_default()
}

/// A block with its time and its segments.
type Timed = (TimeSpan, Range<usize>);

/// The blocks with their times, if all that hold text have one and stand in order.
fn timed(document: &Document) -> Option<Vec<Timed>> {
    let spoken = document.blocks.iter().filter(|block| !block.segments.is_empty());
    let timed: Option<Vec<Timed>> =
        spoken.map(|block: &Block| Some((block.time?, block.segments.clone()))).collect();
    let timed = timed.filter(|timed| !timed.is_empty())?;
    timed.is_sorted_by_key(|(time, _)| time.start).then_some(timed)
}

/// Neighbouring blocks of both sides that are shown together, as ranges.
fn groups(from: &[Timed], to: &[Timed]) -> Vec<(Range<usize>, Range<usize>)> {
    let mut groups: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    let (mut at, mut other) = (0, 0);
    while at < from.len() || other < to.len() {
        let (mut ours, mut theirs) = (at..at, other..other);
        match (from.get(at), to.get(other)) {
            (Some((one, _)), Some((two, _))) if !together(*one, *two) => {
                if one.end <= two.end {
                    ours.end += 1
                } else {
                    theirs.end += 1
                }
            }
            (Some(_), Some(_)) => {
                (ours.end, theirs.end) = (at + 1, other + 1);
                grow(from, to, &mut ours, &mut theirs);
            }
            (Some(_), None) => ours.end += 1,
            (None, _) => theirs.end += 1,
        }
        (at, other) = (ours.end, theirs.end);
        groups.push((ours, theirs));
    }
    groups
}

/// Takes in what is shown together with the last block of either side.
fn grow(from: &[Timed], to: &[Timed], ours: &mut Range<usize>, theirs: &mut Range<usize>) {
    loop {
        let last = |timed: &[Timed], range: &Range<usize>| {
            range.end.checked_sub(1).and_then(|at| timed.get(at)).map(|(time, _)| *time)
        };
        let meets = |next: Option<&Timed>, last: Option<TimeSpan>| {
            next.zip(last).is_some_and(|((time, _), last)| together(*time, last))
        };
        if meets(from.get(ours.end), last(to, theirs)) {
            ours.end += 1;
        } else if meets(to.get(theirs.end), last(from, ours)) {
            theirs.end += 1;
        } else {
            return;
        }
    }
}

/// Whether two texts are shown together for most of the shorter one's time.
fn together(one: TimeSpan, other: TimeSpan) -> bool {
    let shared = one.end.min(other.end).saturating_sub(one.start.max(other.start));
    let length = |time: TimeSpan| time.end.saturating_sub(time.start).max(1);
    shared as f64 >= SHARED * length(one).min(length(other)) as f64
}

/// The segments of some blocks; of none the empty range at `next`.
fn segments(timed: &[Timed], blocks: &Range<usize>, next: usize) -> Range<usize> {
    let inside = timed.get(blocks.clone()).unwrap_or_default();
    match (inside.first(), inside.last()) {
        (Some((_, first)), Some((_, last))) => first.start..last.end,
        _ => next..next,
    }
}
