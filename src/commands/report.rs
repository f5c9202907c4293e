//! `sverka report --output DIR`: the pages of a project as a static site.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use clap::{Arg, ArgMatches};

use super::{
    Command, Exit, Failure,
    check::{BASE, branch, limit_to_branch},
    context::Context,
    failure,
    options::{self, OUTPUT},
    survey::{open, survey_with_chronicle, warn},
    today::today,
};
use crate::{
    analysis::Analysis,
    comparison::{DocumentChange, Revisions, between},
    disk::OutputFolder,
    glossary::Glossary,
    model::{DocumentPair, Message},
    project::Project,
    report::pages::{Before, SiteReport, write_site},
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
        .get_one::<PathBuf>(OUTPUT)
        .map(|folder| context.folder().join(folder))
        .ok_or_else(|| Failure::new(Message::new("report-no-folder")))?;
    let project = open(context)?;
    let (mut analysis, chronicle) = survey_with_chronicle(matches, context)?;
    let before = Before { chronicle: &chronicle, today: today() };
    if let Some(branch) = branch(matches, &project)? {
        limit_to_branch(matches, &branch, &project, &mut analysis)?;
    }
    analysis.documents.retain(|report| !report.is_unread());
    let changes = changes(&project, &mut analysis, matches);
    let locale = context.messages().locale();
    write(&project, (&analysis, before), changes.as_deref(), &folder, matches, locale)
        .map_err(|error| Failure::unwritable(&folder, &error))?;
    let done = Message::new("report-written").with("count", analysis.documents.len());
    context.say_note(&done.with("path", folder.display().to_string()));
    Ok(if warn(&analysis, context) { Exit::Clean } else { Exit::Failed })
}

/// What the branch brings, not what came to the other one meanwhile, where a base is named. What
/// cannot be compared makes the analysis incomplete.
fn changes(
    project: &Project,
    analysis: &mut Analysis,
    matches: &ArgMatches,
) -> Option<Vec<DocumentChange>> {
    let base = matches.get_one::<String>(BASE)?;
    let revisions = Revisions::parse(project, &format!("{base}...")).ok()?;
    let pairs: Vec<DocumentPair> =
        analysis.documents.iter().map(|report| report.pair.clone()).collect();
    let (changes, unread) = between(project, &revisions, &pairs);
    analysis.incomplete.extend(unread);
    Some(changes)
}

fn write(
    project: &Project,
    (analysis, before): (&Analysis, Before<'_>),
    changes: Option<&[DocumentChange]>,
    folder: &Path,
    matches: &ArgMatches,
    locale: Locale,
) -> io::Result<()> {
    let (glossary, _) = Glossary::read(&project.root, &project.config.glossary);
    let url = matches.get_one::<String>("url").map_or("", |url| url.trim_end_matches('/'));
    let url = if url.is_empty() { String::new() } else { format!("{url}/") };
    let report = SiteReport {
        changes,
        before,
        project: &project.name(),
        base: matches.get_one::<String>(BASE).map(String::as_str),
        url: &url,
        documents: &analysis.documents,
        glossary: &glossary,
        notes: notes(analysis),
        locale,
    };
    let was_report = folder.join("report.json").is_file();
    let output = OutputFolder::begin(folder, folders(locale))?;
    write_site(&report, &|path, bytes| output.write(path, bytes))?;
    let written = output.finish()?;
    if was_report {
        remove_old_pages(folder, &written);
    }
    Ok(())
}

/// The folders of a site whose first language is `locale`.
fn folders(locale: Locale) -> impl Iterator<Item = String> {
    let others = Locale::ALL.into_iter().filter(move |other| *other != locale).map(Locale::code);
    let below = others.flat_map(|code| [code.to_owned(), format!("{code}/documents")]);
    below.chain(["documents".into(), "assets".into()])
}

/// Removes the pages of documents that are gone since an earlier report stood in the folder.
fn remove_old_pages(folder: &Path, written: &BTreeSet<PathBuf>) {
    let languages = Locale::ALL.map(|locale| folder.join(locale.code()));
    let of_languages = languages.into_iter().filter(|folder| !folder.is_symlink());
    let folders = of_languages.chain([folder.to_owned()]).map(|folder| folder.join("documents"));
    let folders = folders.filter(|folder| !folder.is_symlink());
    let pages = folders.filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten();
    let is_page = |path: &PathBuf| {
        path.extension().is_some_and(|ending| ending == "html" || ending == "json")
    };
    let old = pages.map(|page| page.path()).filter(|path| is_page(path) && !written.contains(path));
    for page in old {
        let _ = fs::remove_file(page);
    }
}

/// What could not be known, in every language.
fn notes(analysis: &Analysis) -> [Vec<String>; 2] {
    let all: Vec<_> = analysis.notes().into_iter().chain(analysis.mistakes.clone()).collect();
    Locale::ALL.map(|locale| {
        let messages = Messages::new(locale);
        all.iter().map(|note| failure::in_a_line(note, &messages)).collect()
    })
}
