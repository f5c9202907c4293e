//! `sverka init`: finds the layout, says what it found, writes the configuration.

use std::path::Path;

use clap::{Arg, ArgAction, ArgMatches};

use super::{Command, Exit, Failure, context::Context, writing::hold};
use crate::{
    analysis::{Inventory, take_inventory},
    disk::{Held, LARGEST, Refusal, update},
    history::Archive,
    model::{Direction, DocumentPair, Message, RepoPath},
    project::{
        self, Config, FILE_NAME, FoundRule, PathRule, Plan, Project, Proposal, Template,
        TemplateError,
    },
    report::{Page, languages},
};

pub(super) const COMMAND: Command = Command { name: "init", arguments, run };

fn arguments(command: clap::Command) -> clap::Command {
    let flag = |name| Arg::new(name).long(name).action(ArgAction::SetTrue);
    let side = |name: &'static str, other: &'static str| {
        Arg::new(name).long(name).value_name("FOLDER").requires(other)
    };
    command
        .arg(flag("dry-run"))
        .arg(flag("force"))
        .arg(side("source", "target"))
        .arg(side("target", "source"))
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let root = context.folder().clone();
    let is_dry = matches.get_flag("dry-run");
    let held = if is_dry { None } else { Some(hold(&root)?) };
    let project = match named_rule(matches)? {
        Some(rule) => Project::with_rule(root.clone(), rule),
        None => Project::found_out(root.clone(), Config::default()),
    };
    let inventory = take_inventory(&project);
    let leading = leading(&root, &inventory.pairs);
    let plan = project::plan(&project, &inventory.pairs, &leading)?;
    if plan.configured && !is_dry && !matches.get_flag("force") {
        return Err(Failure::new(Message::new("init-exists").with("path", FILE_NAME)));
    }
    if let Some(held) = &held {
        for (path, text) in &plan.files {
            write(held, path, text)?;
        }
    }
    inventory.unreadable.iter().for_each(|unreadable| context.say_warning(unreadable));
    context.write_page(|page| {
        write_found(&plan, page)?;
        write_left_alone(&inventory, page)?;
        if is_dry { write_files(&plan.files, page) } else { write_next(&plan, page) }
    })?;
    Ok(Exit::Clean)
}

/// Which side of each pair leads, as history says; nothing where there is none.
fn leading(root: &Path, pairs: &[DocumentPair]) -> Vec<Direction> {
    let archive = Archive::open_for(root, pairs, |_| true);
    let Ok(Some(archive)) = archive else { return Vec::new() };
    (0..pairs.len()).map(|index| archive.direction(index)).collect()
}

/// The rule that `--source` and `--target` name.
fn named_rule(matches: &ArgMatches) -> Result<Option<PathRule>, Failure> {
    let side = |name: &str| matches.get_one::<String>(name).map(|text| template(text));
    let (Some(source), Some(target)) = (side("source"), side("target")) else { return Ok(None) };
    Ok(Some(PathRule::new(source?, target?)))
}

/// A folder, or a rule as configurations have it.
fn template(text: &str) -> Result<Template, Failure> {
    let folder = text.trim_end_matches('/');
    let rule = if text.contains("{path}") { text.to_owned() } else { format!("{folder}/{{path}}") };
    Template::parse(&rule).map_err(|error| {
        let id = match error {
            TemplateError::Shared => "config-rule-shared",
            TemplateError::Outside => "config-rule-outside",
        };
        Failure::new(Message::new(id).with("rule", text))
    })
}

fn write(held: &Held, path: &RepoPath, text: &str) -> Result<(), Failure> {
    let written = update(held, path, LARGEST, |_| Ok(Some(text.as_bytes().to_vec())));
    written.map(drop).map_err(|refusal: Refusal| Failure::refused(path, &refusal))
}

/// The rules that were found, and how many documents each pairs.
fn write_found(plan: &Plan, page: &mut Page<'_>) -> std::io::Result<()> {
    if let Some(proposal) = &plan.proposal {
        return page.message(&proposed(proposal));
    }
    if plan.found.is_empty() && plan.joined.is_empty() {
        return page.message(&Message::new("init-found-nothing"));
    }
    for found in plan.found.iter().filter(|found| found.pairs > 0 || plan.joined.is_empty()) {
        page.message(&of_rule("init-found", found).with("count", found.pairs))?;
    }
    for found in &plan.joined {
        page.message(&of_rule("init-found-by-content", found))?;
    }
    if plan.missing > 0 {
        page.message(&Message::new("status-note-missing").with("count", plan.missing))?;
    }
    Ok(())
}

fn of_rule(id: &'static str, found: &FoundRule) -> Message {
    Message::new(id)
        .with("source", found.rule.source.to_string())
        .with("target", found.rule.target.to_string())
}

fn proposed(proposal: &Proposal) -> Message {
    Message::new("init-proposed")
        .with("count", proposal.originals)
        .with("source", proposal.rule.source.to_string())
        .with("target", proposal.rule.target.to_string())
}

/// Files in other languages and formats.
fn write_left_alone(inventory: &Inventory, page: &mut Page<'_>) -> std::io::Result<()> {
    for message in languages::left_alone(&inventory.others, &inventory.unread) {
        page.message(&message)?;
    }
    Ok(())
}

fn write_next(plan: &Plan, page: &mut Page<'_>) -> std::io::Result<()> {
    for (path, _) in &plan.files {
        page.message(&Message::new("init-wrote").with("path", path.as_str()))?;
    }
    match &plan.proposal {
        Some(Proposal { rule, first, .. }) => {
            let target = rule.source_shared(first).map(|shared| rule.target.path(&shared));
            let target = target.as_ref().map_or("", RepoPath::as_str);
            let next = Message::new("init-next-first").with("source", first.as_str());
            page.message(&next.with("target", target))
        }
        None => page.message(&Message::new("init-next")),
    }
}

fn write_files(files: &[(RepoPath, String)], page: &mut Page<'_>) -> std::io::Result<()> {
    for (path, text) in files {
        page.end_line()?;
        page.styled(page.palette().path, &format!("# {path}"))?;
        page.end_line()?;
        page.text(text)?;
    }
    Ok(())
}
