//! `sverka review [PATH…]`: decides about changed segments, one a screen, with the keys of
//! `git add -p`.

mod answer;
mod session;

use clap::ArgMatches;

use self::{answer::Answer, session::Session};
use super::{
    Command, Exit, Failure, context::Context, options, recording::Recording, survey::warn,
};
use crate::{
    comparison::{ReviewItem, to_review},
    ledger::Decision,
    model::Message,
    report::diff,
};

pub(super) const COMMAND: Command = Command { name: "review", arguments, run };

fn arguments(command: clap::Command) -> clap::Command {
    command.arg(options::paths())
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let recording = Recording::begin(matches, context)?;
    let items = to_review(&recording.analysis.documents);
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
    let done = Message::new(if items.is_empty() { "review-nothing" } else { "review-done" });
    let done = done.with("confirmed", session.confirmed).with("edited", session.edited);
    context.write_page(|page| page.message(&done))?;
    warn(&recording.analysis, context);
    Ok(Exit::Clean)
}

/// A segment with its number among all.
struct Shown<'i> {
    item: &'i ReviewItem,
    number: usize,
    of: usize,
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
        let question = Message::new("review-question")
            .with("number", shown.number)
            .with("of", shown.of)
            .with("keys", Answer::keys());
        let Some(line) = context.ask_key(&question)? else { return Ok(Next::End) };
        match Answer::of(&line) {
            Some(Answer::Confirm) => session.record(item, Decision::Confirmed, note.take())?,
            Some(Answer::Approve) => session.record(item, Decision::Approved, note.take())?,
            Some(Answer::Edit) => {
                if !session.edit(item, context)? {
                    continue;
                }
                session.record(item, Decision::Confirmed, note.take())?;
            }
            Some(Answer::Skip) => {}
            Some(Answer::SkipDocument) => return Ok(Next::Document),
            Some(Answer::Quit) => return Ok(Next::End),
            Some(Answer::Note) => {
                note = context.ask(&Message::new("review-note"))?.filter(|note| !note.is_empty());
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
