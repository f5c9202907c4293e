//! `sverka report --output DIR`: the pages of a project as a static site.

use std::{fs, io, path::Path};

use clap::{Arg, ArgMatches};

use super::{
    Command, Exit, Failure,
    check::{BASE, limit_to_branch},
    context::Context,
    failure,
    options::{self, OUTPUT},
    survey::{open, survey, warn},
};
use crate::{
    analysis::Analysis,
    glossary::Glossary,
    model::Message,
    project::Project,
    replacement::replace_lightly,
    report::pages::{SiteReport, write_site},
    ui::{Locale, Messages},
};

pub(super) const COMMAND: Command = Command { name: "report", arguments, run };

fn arguments(command: clap::Command) -> clap::Command {
    command
        .arg(options::paths())
        .arg(Arg::new(BASE).long(BASE).value_name("REV"))
        .arg(Arg::new("url").long("url").value_name("URL").default_value(""))
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let folder = matches
        .get_one::<std::path::PathBuf>(OUTPUT)
        .map(|folder| context.folder().join(folder))
        .ok_or_else(|| Failure::new(Message::new("report-no-folder")))?;
    let project = open(context)?;
    let mut analysis = survey(matches, context)?;
    limit_to_branch(matches, &mut analysis, context)?;
    analysis.documents.retain(|report| !report.is_unread());
    write(&project, &analysis, &folder, matches, context.messages().locale())
        .map_err(|error| Failure::unwritable(&folder, &error))?;
    let done = Message::new("report-written").with("count", analysis.documents.len());
    context.say_note(&done.with("path", folder.display().to_string()));
    Ok(if warn(&analysis, context) { Exit::Clean } else { Exit::Failed })
}

fn write(
    project: &Project,
    analysis: &Analysis,
    folder: &Path,
    matches: &ArgMatches,
    locale: Locale,
) -> io::Result<()> {
    let (glossary, _) = Glossary::read(&project.root, &project.config.glossary);
    let url = matches.get_one::<String>("url").map_or("", |url| url.trim_end_matches('/'));
    let url = if url.is_empty() { String::new() } else { format!("{url}/") };
    let report = SiteReport {
        project: &project.name(),
        base: matches.get_one::<String>(BASE).map(String::as_str),
        url: &url,
        documents: &analysis.documents,
        glossary: &glossary,
        notes: notes(analysis),
        locale,
    };
    for below in ["documents", "assets"] {
        fs::create_dir_all(folder.join(below))?;
    }
    for other in Locale::ALL.into_iter().filter(|other| *other != locale) {
        fs::create_dir_all(folder.join(other.code()).join("documents"))?;
    }
    write_site(&report, &|path, bytes| {
        replace_lightly(&folder.join(path), |file| file.write_all(bytes))
    })
}

/// What could not be known, in every language.
fn notes(analysis: &Analysis) -> [Vec<String>; 2] {
    let all: Vec<_> = analysis.notes().into_iter().chain(analysis.mistakes.clone()).collect();
    Locale::ALL.map(|locale| {
        let messages = Messages::new(locale);
        all.iter().map(|note| failure::in_a_line(note, &messages)).collect()
    })
}
