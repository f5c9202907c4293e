//! What the original said when a segment of the translation was last really touched, and how it
//! changed since.

use std::ops::Range;

use super::{
    replay::Replay,
    revision::{Passage, Revision},
    touch::{Touch, Touches, is_real},
};
use crate::model::{Bead, Change, Grade, hull};

/// What history says of a bead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The original says what it said.
    Unchanged,
    /// The original changed after the translation was made.
    Changed {
        /// How.
        change: Change,
        /// Whether the translation was made or changed without the original before: the
        /// original may have followed it.
        is_ahead: bool,
        /// Whether whoever changed the original worked on the translation in the same commit.
        is_seen: bool,
    },
    /// The source segments are newer than the translation they are paired with.
    Newer,
    /// History does not go back to when the translation was made.
    Unknown,
}

/// Pieces of the original on disk and the pieces of the translation that render them.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Couple {
    source: Range<usize>,
    target: Range<usize>,
}

impl Couple {
    fn of_bead(replay: &Replay<'_>, bead: &Bead) -> Self {
        Self {
            source: replay.now().of_segments(&bead.source),
            target: replay.target().0.of_segments(&bead.target),
        }
    }
}

/// Judges a bead that has both sides.
#[must_use]
pub fn judge(replay: &Replay<'_>, bead: &Bead) -> Verdict {
    judge_couple(replay, &Couple::of_bead(replay, bead))
}

/// What a passage of the original that changed since `version` said then, and how it changed.
#[must_use]
pub fn change_of(replay: &Replay<'_>, version: usize, passage: &Passage) -> Change {
    let then = replay.source(version);
    let grade = then
        .as_ref()
        .zip(replay.source(replay.disk()))
        .map_or(Grade::Extent, |(old, new)| old.grade_of(&passage.old, &new, &passage.new));
    let was = then.map_or_else(String::new, |then| then.raw_of(&passage.old));
    let commit = Some(&passage.new).filter(|new| !new.is_empty()).and_then(|new| {
        changed_by(replay, version, new).and_then(|version| replay.commit(version).cloned())
    });
    Change { was, grade, commit }
}

fn judge_couple(replay: &Replay<'_>, couple: &Couple) -> Verdict {
    let Some((basis, cut)) = basis(replay, couple) else { return Verdict::Unknown };
    let Some(revision) = replay.revision(basis, replay.disk()) else { return Verdict::Unknown };
    match change(replay, &revision, (basis, replay.disk()), &couple.source) {
        Difference::None if cut => Verdict::Unknown,
        Difference::None => Verdict::Unchanged,
        Difference::Newer => Verdict::Newer,
        Difference::Edited { was, grade } => {
            let version = changed_by(replay, basis, &couple.source);
            // Whoever mended a comma and worked on the translation in one go saw both.
            let is_seen = version.is_some_and(|at| replay.renews_target(at));
            if grade <= Grade::Spelling && is_seen {
                return Verdict::Unchanged;
            }
            let commit = version.and_then(|version| replay.commit(version).cloned());
            let is_ahead = is_ahead(replay, basis, &couple.source);
            Verdict::Changed { change: Change { was, grade, commit }, is_ahead, is_seen }
        }
    }
}

/// Whether the version that the translation was last changed in left the original as it was.
fn is_ahead(replay: &Replay<'_>, basis: usize, source: &Range<usize>) -> bool {
    let parents = replay.parents(basis);
    let Some(to_now) = replay.revision(basis, replay.disk()) else { return false };
    let Some(then) = old_hull(&to_now, source) else { return false };
    !parents.is_empty()
        && parents.iter().all(|&parent| {
            let revision = replay.revision(parent, basis);
            revision.is_some_and(|revision| revision.touching(then.clone()).all(|p| p.same))
        })
}

/// The source text that was deleted between the neighbours of a target segment that has no source.
#[must_use]
pub fn deleted_source(replay: &Replay<'_>, bead: &Bead) -> Option<Change> {
    let couple = Couple::of_bead(replay, bead);
    let (basis, _) = basis(replay, &couple)?;
    let revision = replay.revision(basis, replay.disk())?;
    let gone = revision
        .passages
        .iter()
        .filter(|passage| passage.new.is_empty() && passage.new.start == couple.source.start);
    let old = replay.source(basis)?;
    let texts: Vec<&str> =
        gone.flat_map(|passage| &old.raw[passage.old.clone()]).map(String::as_str).collect();
    let was = texts.join(" ");
    (!was.is_empty()).then_some(Change { was, grade: Grade::Extent, commit: None })
}

/// The version whose original the translation of a bead renders, and whether history is cut there.
///
/// That is the version of the last real touch. A later touch of typography or spelling counts too
/// where it answers a change of the original that is no graver, or one made in the same commit.
fn basis(replay: &Replay<'_>, couple: &Couple) -> Option<(usize, bool)> {
    let touches = &replay.target().1[couple.target.clone()];
    let real =
        touches.iter().filter_map(|touches| touches.first()).map(|touch| touch.version).max()?;
    let mut basis = with_source(replay, real)?;
    for touch in slight_touches(touches, basis) {
        if answers(replay, basis, touch, &couple.source) {
            basis = touch.version;
        }
    }
    Some((basis, replay.is_cut(real)))
}

/// The first version from `version` on that has an original: a translation may be older.
fn with_source(replay: &Replay<'_>, version: usize) -> Option<usize> {
    (version..=replay.disk()).find(|&version| replay.has_original(version))
}

fn slight_touches(touches: &[Touches], after: usize) -> Vec<Touch> {
    let all = touches.iter().flat_map(|touches| touches.iter().copied());
    let mut slight: Vec<Touch> =
        all.filter(|touch| !is_real(touch.grade) && touch.version > after).collect();
    slight.sort_by_key(|touch| (touch.version, touch.grade));
    slight
}

fn answers(replay: &Replay<'_>, basis: usize, touch: Touch, source: &Range<usize>) -> bool {
    let disk = replay.disk();
    let Some(to_now) = replay.revision(touch.version, disk) else { return false };
    let Some(then) = old_hull(&to_now, source) else { return false };
    let Some(since) = replay.revision(basis, touch.version) else { return false };
    match change(replay, &since, (basis, touch.version), &then) {
        Difference::None => true,
        Difference::Edited { grade, .. } if grade <= touch.grade => true,
        _ => changed_in(replay, touch.version, &then),
    }
}

/// Whether the very commit of `version` changed these segments of the original.
fn changed_in(replay: &Replay<'_>, version: usize, source: &Range<usize>) -> bool {
    let parents = replay.parents(version);
    !parents.is_empty()
        && parents.iter().all(|&parent| {
            let revision = replay.revision(parent, version);
            revision.is_some_and(|revision| revision.touching(source.clone()).any(|p| !p.same))
        })
}

fn old_hull(revision: &Revision, segments: &Range<usize>) -> Option<Range<usize>> {
    let old = revision.touching(segments.clone()).map(|p| &p.old).filter(|old| !old.is_empty());
    old.cloned().reduce(|one, other| hull(&one, &other))
}

enum Difference {
    None,
    Edited { was: String, grade: Grade },
    Newer,
}

/// How `segments` of the newer of two versions differ from the older.
fn change(
    replay: &Replay<'_>,
    revision: &Revision,
    (from, to): (usize, usize),
    segments: &Range<usize>,
) -> Difference {
    let touching: Vec<&Passage> = revision.touching(segments.clone()).collect();
    if touching.iter().all(|passage| passage.same) {
        return Difference::None;
    }
    let (Some(old), Some(new)) = (replay.source(from), replay.source(to)) else {
        return Difference::None;
    };
    let grades = touching
        .iter()
        .filter(|passage| !passage.same)
        .map(|passage| old.grade_of(&passage.old, &new, &passage.new));
    let gravest = grades.max();
    let was: Vec<&str> = touching
        .iter()
        .flat_map(|passage| &old.raw[passage.old.clone()])
        .map(String::as_str)
        .collect();
    match gravest {
        Some(_) if was.is_empty() => Difference::Newer,
        Some(grade) => Difference::Edited { was: was.join(" "), grade },
        None => Difference::None,
    }
}

/// The first version after `basis` in which the original says what it says now.
fn changed_by(replay: &Replay<'_>, basis: usize, source: &Range<usize>) -> Option<usize> {
    let now = replay.source(replay.disk())?;
    let has_all = |version: &usize| {
        let Some(then) = replay.source(*version) else { return false };
        now.keys[source.clone()].iter().all(|key| then.has(key))
    };
    (basis + 1..replay.disk()).find(has_all)
}
