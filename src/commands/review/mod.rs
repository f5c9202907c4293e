//! `sverka review [PATH…]`: decides about changed segments, one a screen, with the keys of
//! `git add -p`.

mod answer;
mod session;

use clap::{Arg, ArgAction, ArgMatches};

use self::{answer::Answer, session::Session};
use super::{
    Command, Exit, Failure, context::Context, options, recording::Recording, survey::warn,
};
use crate::{
    comparison::{ReviewItem, Scope, to_review},
    ledger::Decision,
    model::Message,
    report::diff,
};

pub(super) const COMMAND: Command = Command { name: "review", arguments, run };

fn arguments(command: clap::Command) -> clap::Command {
    let flag = |name| Arg::new(name).long(name).action(ArgAction::SetTrue);
    command.arg(options::paths()).arg(flag(ALL)).arg(flag(UNAPPROVED).conflicts_with(ALL))
}

const ALL: &str = "all";
const UNAPPROVED: &str = "unapproved";

fn scope(matches: &ArgMatches) -> Scope {
    match (matches.get_flag(ALL), matches.get_flag(UNAPPROVED)) {
        (true, _) => Scope::All,
        (false, true) => Scope::Unapproved,
        (false, false) => Scope::Changed,
    }
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let recording = Recording::begin(matches, context)?;
    let items = to_review(&recording.analysis.documents, scope(matches));
    let mut session = Session::new(&recording);
    let mut left_documents = Vec::new();
    for (index, item) in items.iter().enumerate() {
        if left_documents.contains(&item.document) {
            continue;
        }
        let shown = Shown { item, number: index + 1, of: items.len() };
        match decide(&shown, &recording, &mut session, context)? {
            Next::Segment => {}
            Next::Document => left_documents.push(item.document),
            Next::End => break,
        }
    }
    let is_whole = warn(&recording.analysis, context);
    let done = Message::new(match (items.is_empty(), is_whole) {
        (true, true) => "review-nothing",
        (true, false) => "review-nothing-so-far",
        (false, _) => "review-done",
    });
    let done = done.with("confirmed", session.confirmed).with("edited", session.edited);
    let done = done.with("deliberate", session.deliberate);
    context.write_page(|page| page.message(&done))?;
    Ok(if is_whole { Exit::Clean } else { Exit::Failed })
}

/// A segment with its number among all.
struct Shown<'i> {
    item: &'i ReviewItem,
    number: usize,
    of: usize,
}

impl Shown<'_> {
    fn question(&self) -> Message {
        let change = &self.item.change;
        let id = match (&change.source_place, &change.target_place) {
            (Some(_), None) => "review-question-omission",
            (None, Some(_)) => "review-question-addition",
            _ => "review-question",
        };
        Message::new(id)
            .with("number", self.number)
            .with("of", self.of)
            .with("keys", Answer::keys(self.item.is_unpaired()))
    }
}

/// What it means that the counterpart of a segment is missing on purpose.
const fn deliberate(item: &ReviewItem) -> Decision {
    if item.change.target_place.is_none() { Decision::Omitted } else { Decision::Added }
}

fn ask_note(context: &mut Context<'_>) -> Result<Option<String>, Failure> {
    let note = context.ask(&Message::new("review-note"))?;
    Ok(note.filter(|note| !note.trim().is_empty()))
}

/// Where to go on.
enum Next {
    Segment,
    Document,
    End,
}

/// Shows a segment and asks until there is a decision; each is written at once.
fn decide(
    shown: &Shown<'_>,
    recording: &Recording,
    session: &mut Session<'_>,
    context: &mut Context<'_>,
) -> Result<Next, Failure> {
    let item = shown.item;
    let report = &recording.analysis.documents[item.document];
    context.clear()?;
    context.write_page(|page| diff::write_segment(report, &item.change, page))?;
    let mut note = None;
    loop {
        let Some(line) = context.ask_key(&shown.question())? else { return Ok(Next::End) };
        match Answer::of(&line, item.is_unpaired()) {
            Some(Answer::Confirm) => session.record(item, Decision::Confirmed, note.take())?,
            Some(Answer::Approve) => session.record(item, Decision::Approved, note.take())?,
            Some(Answer::Edit) => {
                if !session.edit(item, context)? {
                    continue;
                }
                session.record(item, Decision::Confirmed, note.take())?;
            }
            Some(Answer::Deliberate) => {
                note = note.map_or_else(|| ask_note(context), |note| Ok(Some(note)))?;
                let Some(note) = note.take() else { continue };
                session.record(item, deliberate(item), Some(note))?;
            }
            Some(Answer::Skip) => {}
            Some(Answer::SkipDocument) => return Ok(Next::Document),
            Some(Answer::Quit) => return Ok(Next::End),
            Some(Answer::Note) => {
                note = ask_note(context)?;
                continue;
            }
            Some(Answer::Help) | None => {
                context.write_page(|page| page.message(&Message::new("review-help")))?;
                continue;
            }
        }
        return Ok(Next::Segment);
    }
}
