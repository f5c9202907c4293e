//! `sverka accept [PATH…] [--segment ID…] [--all]`: confirms translations as they stand now.

use std::collections::BTreeSet;

use clap::{Arg, ArgAction, ArgGroup, ArgMatches};

use super::{
    Command, Exit, Failure,
    context::Context,
    explain, options, pin,
    recording::{NewEntries, Recording, write_counts},
    survey::warn,
};
use crate::{
    checks,
    history::user_name,
    ledger::{self, Decision},
    model::Message,
};

pub(super) const COMMAND: Command = Command { name: "accept", arguments, run };

/// What names the segments.
const CHOSEN: &str = "chosen";

fn arguments(command: clap::Command) -> clap::Command {
    let flag = |name| Arg::new(name).long(name).action(ArgAction::SetTrue);
    command
        .arg(options::paths())
        .arg(Arg::new("segment").long("segment").value_name("ID").action(ArgAction::Append))
        .arg(flag("all"))
        .arg(
            Arg::new("state")
                .long("state")
                .value_name("STATE")
                .value_parser(["confirmed", "approved"])
                .default_value("confirmed"),
        )
        .arg(
            Arg::new("waive")
                .long("waive")
                .value_name("CODE")
                .action(ArgAction::Append)
                .requires(CHOSEN),
        )
        .group(ArgGroup::new(CHOSEN).args(["segment", options::PATHS]).multiple(true))
        .arg(Arg::new("note").long("note").value_name("TEXT").requires("waive"))
        .arg(pin::argument().conflicts_with_all(["segment", "all", "waive"]))
        .arg(flag("dry-run"))
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let segments = segments(matches);
    let segments: Vec<&String> = segments.iter().collect();
    let is_pin = matches.contains_id(pin::WITH);
    let by_path = is_pin || !options::chosen_paths(matches).is_empty();
    if by_path && !options::chosen_lines(matches).is_empty() && !is_pin {
        return Err(Failure::new(Message::new("ledger-mixed")));
    }
    if segments.is_empty() && !by_path && !matches.get_flag("all") {
        return Err(Failure::new(Message::new("ledger-no-choice")));
    }
    let (recording, new, refused) = decide(matches, context, &segments)?;
    let dry_run = matches.get_flag("dry-run");
    if !dry_run {
        recording.write(&new, "accept")?;
    }
    context.write_page(|page| {
        write_counts(&new, if dry_run { "would-accept" } else { "accepted" }, page)?;
        match refused {
            0 => Ok(()),
            count => page.message(&Message::new("left-out").with("count", count)),
        }
    })?;
    warn(&recording.analysis, context);
    Ok(Exit::Clean)
}

/// The segments named, by `--segment` or as `FILE:LINE` among the paths.
fn segments(matches: &ArgMatches) -> Vec<String> {
    let named = matches.get_many::<String>("segment").into_iter().flatten().cloned();
    if matches.contains_id(pin::WITH) {
        return named.collect();
    }
    named.chain(options::chosen_lines(matches)).collect()
}

/// The entries to write, and how many units were refused.
fn decide(
    matches: &ArgMatches,
    context: &mut Context<'_>,
    segments: &[&String],
) -> Result<(Recording, Vec<NewEntries>, usize), Failure> {
    if matches.contains_id(pin::WITH) {
        let (recording, new) = pin::pin(matches, context, state(matches))?;
        return Ok((recording, new, 0));
    }
    let recording = Recording::begin(matches, context)?;
    let codes = codes(matches)?;
    let (new, refused) = if codes.is_empty() {
        confirm(&recording, segments, state(matches))?
    } else {
        (waive(&recording, segments, &codes, matches)?, 0)
    };
    Ok((recording, new, refused))
}

fn state(matches: &ArgMatches) -> Decision {
    match matches.get_one::<String>("state").map(String::as_str) {
        Some("approved") => Decision::Approved,
        _ => Decision::Confirmed,
    }
}

/// The kinds of findings to waive.
fn codes(matches: &ArgMatches) -> Result<Vec<String>, Failure> {
    let names = matches.get_many::<String>("waive").into_iter().flatten();
    let known = |name: &String| match checks::code(name) {
        Some(_) => Ok(name.clone()),
        None => Err(explain::unknown(name)),
    };
    names.map(known).collect()
}

/// Entries that waive findings about the chosen segments.
fn waive(
    recording: &Recording,
    segments: &[&String],
    codes: &[String],
    matches: &ArgMatches,
) -> Result<Vec<NewEntries>, Failure> {
    let who = user_name(&recording.project.root);
    let note = matches.get_one::<String>("note").map(String::as_str);
    let chosen = recording.chosen(segments.iter().copied())?;
    let entries = recording.analysis.documents.iter().zip(chosen).map(|(report, chosen)| {
        let entries = ledger::waivers(report, chosen, codes, note, who.as_deref());
        recording.entries(report, entries)
    });
    Ok(entries.collect())
}

/// The entries of each document, and how many units are no translations. A segment that is named
/// and is none is an error.
fn confirm(
    recording: &Recording,
    segments: &[&String],
    state: Decision,
) -> Result<(Vec<NewEntries>, usize), Failure> {
    let who = user_name(&recording.project.root);
    let documents = &recording.analysis.documents;
    let chosen = recording.chosen(segments.iter().copied())?;
    let (mut new, mut refused) = (Vec::new(), 0);
    for (report, chosen) in documents.iter().zip(&chosen) {
        let is_chosen = |index| segments.is_empty() || BTreeSet::contains(chosen, &index);
        let confirmation = ledger::confirm(report, is_chosen, state, who.as_deref());
        refused += confirmation.refused;
        new.push(recording.entries(report, confirmation.entries));
    }
    match segments {
        [segment, ..] if refused > 0 => {
            Err(Failure::new(Message::new("ledger-refused").with("segment", segment.as_str())))
        }
        _ => Ok((new, refused)),
    }
}
