//! `sverka align SOURCE TARGET`: which segments belong together.

mod stream;

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, value_parser};

use super::{Command, Exit, Failure, context::Context, json_lines, options};
use crate::{
    align::{Evidence, align},
    checks,
    disk::read_typed,
    formats::{self, MAX_BYTES, Unit},
    ledger::Ledger,
    model::{Diagnostic, Document, Language, RepoPath},
    project::Project,
    report::alignment::{AlignmentReport, FORMATS},
    states,
};

pub(super) const COMMAND: Command = Command { name: "align", arguments, run };

fn arguments(command: clap::Command) -> clap::Command {
    let file = |name: &'static str, value_name: &'static str| {
        Arg::new(name).value_name(value_name).value_parser(value_parser!(PathBuf))
    };
    let unit = Arg::new("unit").long("unit").value_name("UNIT");
    let stdin = Arg::new("stdin").long("stdin").action(ArgAction::SetTrue);
    command
        .arg(file("source", "SOURCE").required_unless_present("stdin"))
        .arg(file("target", "TARGET").required_unless_present("stdin"))
        .arg(unit.value_parser(["sentence", "line", "block"]).default_value("sentence"))
        .arg(stdin.conflicts_with_all(["source", "target"]))
        .arg(json_lines::max_line())
        .arg(options::format(FORMATS))
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let options = formats::Options { unit: unit(matches), ..formats::Options::default() };
    if matches.get_flag("stdin") {
        return stream::align_lines(&options, matches, context);
    }
    let read = |name: &str, language| {
        let path = matches.get_one::<PathBuf>(name).cloned().unwrap_or_default();
        read(&path, &context.folder().join(&path), language, &options)
    };
    let (source, target) = (read("source", Language::Russian)?, read("target", Language::English)?);
    let ledger = ledger(context);
    let documents = (&source, &target);
    let alignment = align(&source, &target, &Evidence::default());
    let alignment = states::bind(alignment, documents, &ledger);
    let (source, target, alignment) = (&source, &target, &alignment);
    let report = AlignmentReport { id: None, source, target, alignment, ledger: &ledger };
    if options::chosen_format(matches) == "json" {
        context.write(|output| report.write_json(output))?;
    } else {
        context.write_page(|page| report.write_page(page))?;
    }
    Ok(Exit::Clean)
}

/// What people have confirmed in the project that the command runs in; nothing outside of one.
fn ledger(context: &Context<'_>) -> Ledger {
    Project::configuration(context.folder(), &checks::codes())
        .map(|(root, config)| Ledger::read(&root, &config.ledger).ledger)
        .unwrap_or_default()
}

fn unit(matches: &ArgMatches) -> Unit {
    match matches.get_one::<String>("unit").map(String::as_str) {
        Some("line") => Unit::Line,
        Some("block") => Unit::Block,
        _ => Unit::Sentence,
    }
}

fn read(
    path: &Path,
    full: &Path,
    language: Language,
    options: &formats::Options,
) -> Result<Document, Failure> {
    let bytes =
        read_typed(full, MAX_BYTES as u64).map_err(|refusal| Failure::unread(path, &refusal))?;
    let path = RepoPath::new(path.to_string_lossy());
    formats::read(path.clone(), language, bytes, options)
        .map_err(|message| vec![Diagnostic::about(path, message)].into())
}
