//! Translations whose original has changed since they were made.

use std::ops::Range;

use super::{Check, Findings, Rule, Scope, View, findings::Draft};
use crate::{
    model::{Change, Direction, Document, Grade, Message, Place, Severity, Span, State},
    states::{Edited, StalePassage, lacks_plainly},
    text::{change::is_rephrased, normalize::is_cyrillic, settled::Settled},
};

const STALE: Rule = Rule::error("stale");

/// Reports each stale unit: the changed segment of the original, the whole translation of it, what
/// the original said. A comma matters less than a number: the grade of the change caps the severity.
pub(super) const CHECK: Check = Check { rules: &[STALE], run: Scope::View(run) };

fn run(view: &View<'_>, findings: &mut Findings<'_>) {
    let Some(documents) = view.documents() else { return };
    for unit in view.units.iter().filter(|unit| unit.state == State::Stale) {
        if let Some((direction, change)) = unit.change_of_original() {
            let (original, translation) = direction.roles(documents);
            let (from, to) = direction.roles((&unit.bead.source, &unit.bead.target));
            let renewed = Some(place(original, from));
            let draft = stale(change, direction, (renewed, place(translation, to)), view.settled);
            findings.push(draft.graded(change.grade));
        }
    }
    for passage in view.stale_passages {
        let (original, translation) = passage.direction.roles(documents);
        let renewed = Some(passage.original).filter(|span| !span.is_empty());
        let renewed = renewed.map(|span| original.place(span));
        let counterpart = translation.place(passage.translation);
        let draft = stale(&passage.change, passage.direction, (renewed, counterpart), view.settled);
        findings.push(if passage.change.grade == Grade::Extent {
            draft.at_most(extent(passage, original))
        } else {
            draft.graded(passage.change.grade)
        });
    }
}

fn place(document: &Document, segments: &Range<usize>) -> Place {
    document.place(document.span_of(segments).unwrap_or(Span::at(0)))
}

fn stale(
    change: &Change,
    direction: Direction,
    (renewed, counterpart): (Option<Place>, Place),
    settled: &Settled,
) -> Draft {
    let is_plain = renewed.as_ref().is_some_and(|now| {
        let edited = Edited {
            was: &change.was,
            now: &now.text,
            translation: &counterpart.text,
            leading: direction.original(),
            is_ahead: false,
            is_seen: false,
        };
        lacks_plainly(&edited, settled)
    });
    let wording = match &renewed {
        Some(now) if is_rephrased(&change.was, &now.text) => Wording::Rephrased,
        _ if is_plain => Wording::Plain,
        _ => Wording::Doubtful,
    };
    let draft = Draft::new(STALE.code, Message::new("stale"))
        .between(direction, renewed, Some(counterpart))
        .was(change.was.clone())
        .noting("grade", change.grade.as_str())
        .at_most(severity(change.grade, direction, wording));
    match &change.commit {
        Some(commit) => draft
            .noting("commit", commit.id.clone())
            .noting("author", commit.author.clone())
            .noting("date", commit.date()),
        None => draft,
    }
}

/// How much it matters that something was added or cut. Text that was added is reported in its own
/// right.
fn extent(passage: &StalePassage, original: &Document) -> Severity {
    let now = passage.original.of(&original.text);
    let is_text = match passage.direction {
        Direction::RuEn => now.chars().any(is_cyrillic),
        Direction::EnRu => now.chars().any(char::is_alphabetic),
    };
    let is_added_text = passage.change.was.is_empty() && is_text;
    if is_added_text { Severity::Info } else { Severity::Warn }
}

/// What is known of words that were changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wording {
    /// They are words of Russian, several for one or one for several: another way to say it, as far
    /// as the lexicon knows.
    Rephrased,
    /// One word stands for another, or names, code or addresses are among them, and the translation
    /// plainly lacks what is new.
    Plain,
    /// It may have them.
    Doubtful,
}

/// What the lexicon tells of changed words it tells from the Russian side: of English words that
/// were changed less is believed. An original is reworded more often than it says something else.
const fn severity(grade: Grade, direction: Direction, wording: Wording) -> Severity {
    match (grade, direction, wording) {
        (Grade::Typography | Grade::Spelling, ..)
        | (Grade::Rewording, Direction::EnRu, _)
        | (Grade::Rewording, _, Wording::Rephrased) => Severity::Info,
        (Grade::Rewording | Grade::Extent, ..)
        | (_, Direction::EnRu, _)
        | (Grade::Wording, _, Wording::Rephrased)
        | (Grade::Wording | Grade::Name, _, Wording::Doubtful) => Severity::Warn,
        _ => Severity::Error,
    }
}
