//! `sverka accept [PATH…] [--segment ID…] [--all]`: confirms translations as they stand now.

use std::collections::BTreeSet;

use clap::{Arg, ArgAction, ArgMatches};

use super::{
    Command, Exit, Failure,
    context::Context,
    options,
    segments::named,
    survey::{survey, warn},
};
use crate::{
    checks,
    history::user_name,
    ledger::{self, Confirmation, Decision, WriteError},
    model::{Code, DocumentReport, Message, State},
    project::Project,
    report::Page,
};

pub(super) const COMMAND: Command = Command { name: "accept", arguments, run };

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
        .arg(flag("dry-run"))
}

/// A document and what is confirmed of it.
type Confirmed<'a> = (&'a DocumentReport, Confirmation);

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let segments: Vec<&String> = matches.get_many("segment").into_iter().flatten().collect();
    let by_path = !options::chosen_paths(matches).is_empty();
    if segments.is_empty() && !by_path && !matches.get_flag("all") {
        return Err(Failure::new(Message::new("ledger-no-choice")));
    }
    let analysis = survey(matches, context)?;
    let codes: Vec<Code> = checks::rules().map(|rule| rule.code).collect();
    let project = Project::open(context.folder(), &codes)?;
    let state = match matches.get_one::<String>("state").map(String::as_str) {
        Some("approved") => Decision::Approved,
        _ => Decision::Confirmed,
    };
    let who = user_name(&project.root);
    let chosen = choose(&analysis.documents, &segments)?;
    let confirmed: Vec<Confirmed<'_>> = analysis
        .documents
        .iter()
        .zip(&chosen)
        .map(|(report, chosen)| {
            let is_chosen = |index| chosen.as_ref().is_none_or(|chosen| chosen.contains(&index));
            (report, ledger::confirm(report, is_chosen, state, who.as_deref()))
        })
        .collect();
    let dry_run = matches.get_flag("dry-run");
    if !dry_run {
        write(&project, &confirmed)?;
    }
    context.write_page(|page| write_page(&confirmed, dry_run, page))?;
    warn(&analysis.diagnostics, context);
    Ok(Exit::Clean)
}

/// The units of each document that `segments` name; none where all are meant.
fn choose(
    documents: &[DocumentReport],
    segments: &[&String],
) -> Result<Vec<Option<BTreeSet<usize>>>, Failure> {
    if segments.is_empty() {
        return Ok(vec![None; documents.len()]);
    }
    let mut chosen = vec![BTreeSet::new(); documents.len()];
    for &segment in segments {
        let mut found = false;
        for (report, chosen) in documents.iter().zip(&mut chosen) {
            for index in named(report, segment) {
                refuse_untranslated(report, index, segment)?;
                found = true;
                chosen.insert(index);
            }
        }
        if !found {
            let message = Message::new("ledger-no-segment").with("segment", segment.as_str());
            return Err(Failure::new(message));
        }
    }
    Ok(chosen.into_iter().map(Some).collect())
}

fn refuse_untranslated(
    report: &DocumentReport,
    index: usize,
    segment: &str,
) -> Result<(), Failure> {
    if report.units[index].state == State::Untranslated {
        return Err(Failure::new(Message::new("ledger-refused").with("segment", segment)));
    }
    Ok(())
}

fn write(project: &Project, confirmed: &[Confirmed<'_>]) -> Result<(), Failure> {
    let held =
        ledger::hold(&project.root).map_err(|error| Failure::unwritable(&project.root, &error))?;
    for (report, confirmation) in confirmed.iter().filter(|(_, c)| !c.entries.is_empty()) {
        let path = ledger::file_of(&project.config.ledger, &report.pair.shared);
        held.add(&path, &confirmation.entries).map_err(|error| unwritable(&error))?;
    }
    Ok(())
}

fn unwritable(error: &WriteError) -> Failure {
    Failure::new(
        Message::new("ledger-unwritable")
            .with("path", error.path.as_str())
            .with("detail", error.cause.to_string()),
    )
}

fn write_page(
    confirmed: &[Confirmed<'_>],
    dry_run: bool,
    page: &mut Page<'_>,
) -> std::io::Result<()> {
    let done = if dry_run { "would-accept" } else { "accepted" };
    let mut nothing = true;
    for (report, confirmation) in confirmed {
        let (Some(path), count) = (report.pair.path(), confirmation.entries.len()) else {
            continue;
        };
        if count > 0 {
            nothing = false;
            page.message(&Message::new(done).with("path", path.as_str()).with("count", count))?;
        }
    }
    if nothing {
        page.message(&Message::new("accepted-nothing"))?;
    }
    let refused: usize = confirmed.iter().map(|(_, confirmation)| confirmation.refused).sum();
    if refused > 0 {
        page.message(&Message::new("left-out").with("count", refused))?;
    }
    Ok(())
}
