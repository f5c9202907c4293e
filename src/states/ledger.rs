//! What the ledger adds to the states that the texts alone show.

use std::collections::HashSet;

use super::{answer::Edited, weigh::weigh};
use crate::{
    ledger::{self, Decision, Entry, Ledger},
    model::{Change, Direction, Document, Grade, Language, State, TranslationUnit},
    text::{change::grade, words::words},
};

/// An entry must share this much of the words of a changed text (Dice coefficient) to be the same
/// segment: a short text such as “Yes.” is the translation of many.
const SAME_SEGMENT: f64 = 0.4;

/// Sets the states of units that the ledger knows.
pub fn apply_ledger(
    units: &mut [TranslationUnit],
    (source, target): (&Document, &Document),
    ledger: &Ledger,
    direction: Direction,
) {
    if ledger.is_empty() {
        return;
    }
    let present = Present::of(units, source, target);
    for unit in units.iter_mut() {
        let (original, translation) = unit.bead.texts(source, target);
        if let Some(entry) = ledger.pair(&original, &translation) {
            decide(unit, entry);
        } else if unit.bead.is_pair() && unit.state == State::Unconfirmed {
            compare(unit, (&original, &translation), (ledger, &present), direction);
        }
    }
}

/// Texts that stand in the documents now: an entry of which both sides still stand somewhere says
/// nothing of another segment.
struct Present(HashSet<(String, String)>);

impl Present {
    fn of(units: &[TranslationUnit], source: &Document, target: &Document) -> Self {
        let texts = |unit: &TranslationUnit| {
            let (source, target) = unit.bead.texts(source, target);
            (ledger::key(&source), ledger::key(&target))
        };
        Self(units.iter().map(texts).collect())
    }

    fn holds(&self, entry: &Entry) -> bool {
        self.0.contains(&(ledger::key(&entry.source), ledger::key(&entry.target)))
    }
}

/// The ledger has this very pair.
fn decide(unit: &mut TranslationUnit, entry: &Entry) {
    let state = match entry.state {
        Decision::Omitted if unit.bead.target.is_empty() => State::Omitted,
        Decision::Added if unit.bead.source.is_empty() => State::Added,
        Decision::Confirmed if unit.bead.is_pair() => State::Confirmed,
        Decision::Approved if unit.bead.is_pair() => State::Approved,
        _ => return,
    };
    unit.state = state;
    unit.evidence.who.clone_from(&entry.who);
    unit.evidence.note.clone_from(&entry.note);
}

/// The ledger may have the pair with one side as it was: stale where that is the original, edited
/// where it is the translation.
fn compare(
    unit: &mut TranslationUnit,
    (source, target): (&str, &str),
    (ledger, present): (&Ledger, &Present),
    direction: Direction,
) {
    let is_pair = |entry: &&Entry| {
        matches!(entry.state, Decision::Confirmed | Decision::Approved) && !present.holds(entry)
    };
    let with_target = closest(ledger.with_target(target).filter(is_pair), source, |e| &e.source);
    let with_source = closest(ledger.with_source(source).filter(is_pair), target, |e| &e.target);
    let side = |entry: Option<&Entry>, was: fn(&Entry) -> &String, now: &str, language| {
        entry.map(|entry| (entry.who.clone(), change(was(entry), now, language)))
    };
    let of_source = side(with_target, |entry| &entry.source, source, Language::Russian);
    let of_target = side(with_source, |entry| &entry.target, target, Language::English);
    let (of_original, of_translation) = direction.roles((of_source, of_target));
    if let Some((_, change)) = of_original {
        let (now, translation) = direction.roles((source, target));
        let leading = direction.original();
        let was = change.was.clone();
        let edited =
            Edited { was: &was, now, translation, leading, is_ahead: false, is_seen: false };
        if let Some(change) = weigh(change, &edited) {
            unit.state = State::Stale;
            *changed(unit, leading) = Some(change);
        }
    } else if let Some((who, change)) = of_translation {
        unit.state = State::Edited;
        let following = direction.roles((Language::English, Language::Russian)).0;
        *changed(unit, following) = Some(change);
        unit.evidence.who = who;
    }
}

/// What is known of the change of the side in `language`.
const fn changed(unit: &mut TranslationUnit, language: Language) -> &mut Option<Change> {
    match language {
        Language::Russian => &mut unit.evidence.source,
        Language::English => &mut unit.evidence.target,
    }
}

fn change(was: &str, now: &str, language: Language) -> Change {
    let grade: Grade = grade(was, now, language);
    Change { was: was.to_owned(), grade, commit: None }
}

/// The entry whose text is most like `now`, if it is like enough.
fn closest<'a>(
    entries: impl Iterator<Item = &'a Entry>,
    now: &str,
    text: impl Fn(&Entry) -> &str,
) -> Option<&'a Entry> {
    let scored = entries.map(|entry| (dice(text(entry), now), entry));
    let best = scored.reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.filter(|(dice, _)| *dice >= SAME_SEGMENT).map(|(_, entry)| entry)
}

/// The share of words that two texts have in common.
fn dice(one: &str, other: &str) -> f64 {
    let bag = |text: &str| words(text).map(|word| word.folded()).collect::<HashSet<_>>();
    let (one, other) = (bag(one), bag(other));
    2.0 * one.intersection(&other).count() as f64 / (one.len() + other.len()).max(1) as f64
}
