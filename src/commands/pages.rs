//! `docs/commands`: a page a command, made of what `--help` says, in both languages.

use std::{
    fmt::Write,
    path::{Path, PathBuf},
};

use clap::{Arg, Command as Clap};

use super::{command_line, man};
use crate::{
    pages_in_docs::{docs, keep},
    ui::{Locale, Messages},
};

/// Run with `UPDATE_DOCS=1` to write them anew.
#[test]
fn the_pages_of_the_commands_say_what_help_says() {
    for (locale, below) in [(Locale::English, ""), (Locale::Russian, "ru")] {
        let folder = docs(below);
        keep(&folder.join("commands"), &pages(&folder, &Messages::new(locale)));
    }
}

/// The list of all commands, then a page for each.
fn pages(folder: &Path, messages: &Messages) -> Vec<(PathBuf, String)> {
    let root = command_line::localised(messages);
    let mut list = format!("# {}\n\n| | |\n| --- | --- |\n", messages.phrase("heading-commands"));
    let mut pages = Vec::new();
    for command in root.get_subcommands() {
        let name = command.get_name();
        writeln!(list, "| [`sverka {name}`](commands/{name}.md) | {} |", about(command)).unwrap();
        pages.push((folder.join(format!("commands/{name}.md")), page(command, messages)));
    }
    let globals = root.get_arguments().filter(|arg| !arg.is_hide_set());
    list.push_str(&table("heading-global-options", globals, 2, messages));
    for section in man::SECTIONS {
        list.push_str(&lines(section, messages));
    }
    pages.push((folder.join("commands.md"), list));
    pages
}

fn page(command: &Clap, messages: &Messages) -> String {
    let name = command.get_name();
    let mut page = format!("# sverka {name}\n\n{}.\n", about(command));
    page.push_str(&body(command, 2, messages));
    writeln!(page, "\n## {}\n\n```console", messages.phrase("man-examples")).unwrap();
    man::examples_of(name).for_each(|example| writeln!(page, "$ {example}").unwrap());
    page.push_str("```\n");
    page.push_str(&lines(man::SECTIONS[0], messages));
    page
}

/// How a command is used and what it takes, then the commands below it.
fn body(command: &Clap, level: usize, messages: &Messages) -> String {
    let usage = command.clone().render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
    let mut body = format!("\n```text\n{}\n```\n", usage.trim());
    let own = || command.get_arguments().filter(|arg| !arg.is_global_set() && !arg.is_hide_set());
    let positional = own().filter(|arg| arg.is_positional());
    body.push_str(&table("heading-arguments", positional, level, messages));
    let options = own().filter(|arg| !arg.is_positional());
    body.push_str(&table("heading-options", options, level, messages));
    if let Some(more) = command.get_after_help() {
        write!(body, "\n```text\n{}\n```\n", more.to_string().trim_end()).unwrap();
    }
    for below in command.get_subcommands() {
        let title = format!("{} {}", command.get_name(), below.get_name());
        write!(body, "\n{} sverka {title}\n\n{}.\n", "#".repeat(level), about(below)).unwrap();
        body.push_str(&self::body(below, level + 1, messages));
    }
    body
}

fn about(command: &Clap) -> String {
    cell(&command.get_about().map(ToString::to_string).unwrap_or_default())
}

/// Arguments under a heading; nothing where there are none.
fn table<'a>(
    heading: &'static str,
    arguments: impl Iterator<Item = &'a Arg>,
    level: usize,
    messages: &Messages,
) -> String {
    let mut rows = String::new();
    for arg in arguments {
        let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
        writeln!(rows, "| `{}` | {} |", typed(arg).replace('|', "\\|"), cell(&help)).unwrap();
    }
    if rows.is_empty() {
        return rows;
    }
    let heading = messages.phrase(heading);
    format!("\n{} {heading}\n\n| | |\n| --- | --- |\n{rows}", "#".repeat(level))
}

/// An argument as it is typed, its short form first.
fn typed(arg: &Arg) -> String {
    let whole = arg.to_string();
    match arg.get_short().filter(|_| arg.get_long().is_some()) {
        Some(short) => format!("-{short}, {whole}"),
        None => whole,
    }
}

/// A message of several lines under its heading.
fn lines(section: &str, messages: &Messages) -> String {
    let mut text = format!("\n## {}\n\n", messages.phrase(&format!("{section}.heading")));
    for line in messages.phrase(section).lines() {
        writeln!(text, "- {line}").unwrap();
    }
    text
}

/// Text that may stand in a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('<', "&lt;").replace('\n', " ")
}
