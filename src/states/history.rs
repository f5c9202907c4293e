//! What git history adds to the states that the texts alone show.

use super::{answer::Edited, weigh::weigh_once};
use crate::{
    history::{Replay, Verdict, deleted_source, judge},
    model::{Bead, Document, State, TranslationUnit},
    text::settled::Settled,
};

/// Marks the units whose original changed after they were translated, and those whose original
/// was deleted; where the original as a whole `follows` the translation, less is believed of what
/// changed in it. Gives how many could not be judged because the history is cut.
pub fn apply_history(
    units: &mut [TranslationUnit],
    documents: (&Document, &Document),
    (replay, follows): (&Replay<'_>, bool),
    settled: &Settled,
) -> usize {
    let mut unknown = 0;
    for unit in units {
        match unit.state {
            State::Unconfirmed if unit.bead.is_pair() => match judge(replay, &unit.bead) {
                Verdict::Changed { change, is_ahead, is_seen } => {
                    let was = change.was.clone();
                    let is_ahead = is_ahead || follows;
                    let edited = edited(&unit.bead, &was, documents);
                    let edited = Edited { is_ahead, is_seen, ..edited };
                    if let Some(change) = weigh_once(change, &edited, settled) {
                        unit.state = State::Stale;
                        unit.evidence.source = Some(change);
                    }
                }
                Verdict::Unknown => unknown += 1,
                // What was translated here is gone, and something newer stands in its place.
                Verdict::Newer => {
                    let deleted = deleted_source(replay, &unit.bead);
                    let change = deleted.and_then(|deleted| {
                        let was = deleted.was.clone();
                        let edited = edited(&unit.bead, &was, documents);
                        let edited = Edited { is_ahead: follows, ..edited };
                        weigh_once(deleted, &edited, settled)
                    });
                    if let Some(change) = change {
                        unit.state = State::Stale;
                        unit.evidence.source = Some(change);
                    }
                }
                Verdict::Unchanged => {}
            },
            State::Extra => {
                if let Some(deleted) = deleted_source(replay, &unit.bead) {
                    unit.state = State::Orphan;
                    unit.evidence.source = Some(deleted);
                }
            }
            _ => {}
        }
    }
    unknown
}

/// What became of the original of `bead`, which said `was`.
fn edited<'a>(
    bead: &Bead,
    was: &'a str,
    (source, target): (&'a Document, &'a Document),
) -> Edited<'a> {
    Edited {
        was,
        now: source.raw_of(&bead.source),
        translation: target.raw_of(&bead.target),
        leading: source.language,
        is_ahead: false,
        is_seen: false,
    }
}
