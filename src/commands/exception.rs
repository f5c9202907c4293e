//! What `omit`, `add` and `note` share: recording something of segments that are named, with words.

use clap::{Arg, ArgAction, ArgMatches};

use super::{
    Exit, Failure,
    context::Context,
    recording::{Recording, write_counts},
};
use crate::{
    history::user_name,
    ledger::Entry,
    model::{DocumentReport, Message},
};

/// Makes entries of the chosen units of a document, with a note and a name.
pub(super) type Record = fn(&DocumentReport, Vec<usize>, &str, Option<&str>) -> Vec<Entry>;

pub(super) fn arguments(command: clap::Command) -> clap::Command {
    command
        .arg(Arg::new("segment").value_name("ID").required(true).num_args(1..))
        .arg(Arg::new("note").long("note").value_name("TEXT").required(true))
        .arg(Arg::new("dry-run").long("dry-run").action(ArgAction::SetTrue))
}

/// What a command records, its name, and the message that says so.
pub(super) struct Exception {
    pub(super) command: &'static str,
    pub(super) record: Record,
    pub(super) done: &'static str,
}

/// Records the segments named, and says so.
pub(super) fn run(
    matches: &ArgMatches,
    context: &mut Context<'_>,
    exception: &Exception,
) -> Result<Exit, Failure> {
    let Exception { command, record, done } = *exception;
    let recording = Recording::begin(matches, context)?;
    let names: Vec<&String> = matches.get_many("segment").into_iter().flatten().collect();
    let note = matches.get_one::<String>("note").map_or("", String::as_str);
    let who = user_name(&recording.project.root);
    let chosen = recording.chosen(names.iter().copied())?;
    let documents = recording.analysis.documents.iter().zip(chosen);
    let new: Vec<_> = documents
        .map(|(report, chosen)| {
            let entries = record(report, chosen.into_iter().collect(), note, who.as_deref());
            recording.entries(report, entries)
        })
        .collect();
    if new.iter().all(|new| new.entries.is_empty()) {
        let name = names.first().map_or("", |name| name.as_str());
        return Err(Failure::new(Message::new("ledger-has-counterpart").with("segment", name)));
    }
    if !matches.get_flag("dry-run") {
        recording.write(&new, command)?;
    }
    context.write_page(|page| write_counts(&new, done, page))?;
    Ok(Exit::Clean)
}
