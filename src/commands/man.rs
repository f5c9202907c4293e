//! `sverka man [COMMAND]`: manual pages, one a command.

use std::{
    io,
    path::{Path, PathBuf},
};

use clap::{Arg, ArgMatches, Command as Clap, value_parser};
use clap_mangen::{
    Man,
    roff::{Roff, roman},
};

use super::{Command, Exit, Failure, command_line, context::Context};
use crate::{disk::write_typed, ui::Messages};

pub(super) const COMMAND: Command = Command { name: "man", arguments, run };

const NAME: &str = "command";
const ALL: &str = "all";

/// What people type, by command: a line that stands at the margin names the command.
const EXAMPLES: &str = include_str!("examples.txt");

/// Sections that every page ends with, each a message with its heading as an attribute.
pub(super) const SECTIONS: [&str; 3] = ["man-exit-status", "man-environment", "man-files"];

fn arguments(command: Clap) -> Clap {
    command.arg(Arg::new(NAME).value_name("COMMAND")).arg(
        Arg::new(ALL)
            .long(ALL)
            .value_name("DIR")
            .value_parser(value_parser!(PathBuf))
            .conflicts_with(NAME),
    )
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let root = command_line::localised(context.messages());
    if let Some(folder) = matches.get_one::<PathBuf>(ALL) {
        let folder = context.folder().join(folder);
        return write_all(&root, &folder, context.messages());
    }
    let name = matches.get_one::<String>(NAME).map_or("", String::as_str);
    let command = match name {
        "" => &root,
        _ => command_line::find(&root, name)?,
    };
    let page = page(command, name, context.messages())?;
    context.write(|output| output.write_all(&page))?;
    Ok(Exit::Clean)
}

/// Writes `sverka.1` and a page a command into a folder.
fn write_all(root: &Clap, folder: &Path, messages: &Messages) -> Result<Exit, Failure> {
    let commands = root.get_subcommands().map(|command| (command, command.get_name()));
    for (command, name) in std::iter::once((root, "")).chain(commands) {
        let path = folder.join(format!("{}.1", title(name)));
        let page = page(command, name, messages)?;
        write_typed(&path, |output| output.write_all(&page))
            .map_err(|error| Failure::unwritable(&path, &error))?;
    }
    Ok(Exit::Clean)
}

/// The name of the page of a command; of the whole program for no name.
fn title(name: &str) -> String {
    if name.is_empty() { "sverka".to_owned() } else { format!("sverka-{name}") }
}

fn page(command: &Clap, name: &str, messages: &Messages) -> io::Result<Vec<u8>> {
    let man = Man::new(command.clone()).title(title(name));
    let mut page = Vec::new();
    man.render(&mut page)?;
    let examples: Vec<&str> = examples_of(if name.is_empty() { "status" } else { name }).collect();
    let mut roff = Roff::new();
    if !examples.is_empty() {
        roff.control("SH", [messages.phrase("man-examples").to_uppercase().as_str()]);
        for example in examples {
            roff.control("PP", []).text([roman(example)]);
        }
    }
    for section in SECTIONS {
        let heading = messages.phrase(&format!("{section}.heading")).to_uppercase();
        roff.control("SH", [heading.as_str()]);
        for line in messages.phrase(section).lines() {
            roff.control("PP", []).text([roman(line)]);
        }
    }
    roff.to_writer(&mut page)?;
    Ok(page)
}

/// The examples of a command, as they are typed.
pub(super) fn examples_of(command: &str) -> impl Iterator<Item = &'static str> {
    let mut of = "";
    EXAMPLES.lines().filter_map(move |line| match line.strip_prefix("    ") {
        Some(example) => (of == command).then_some(example),
        None => {
            of = line;
            None
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::Locale;

    #[test]
    fn every_example_can_be_typed_and_every_command_has_one() {
        let root = command_line::localised(&Messages::new(Locale::English));
        for command in root.get_subcommands() {
            let mut examples = examples_of(command.get_name()).peekable();
            assert!(examples.peek().is_some(), "{} has no example", command.get_name());
            for example in examples {
                let words = example.split(" |").next().unwrap_or(example).split_whitespace();
                let words = words.map(|word| word.trim_matches('\''));
                let parsed = root.clone().try_get_matches_from(words);
                assert!(parsed.is_ok(), "{example}: {}", parsed.unwrap_err());
            }
        }
    }

    #[test]
    fn a_page_tells_exit_codes_and_the_environment_in_both_languages() {
        for (locale, word) in [(Locale::English, "EXIT STATUS"), (Locale::Russian, "КОДЫ")] {
            let messages = Messages::new(locale);
            let root = command_line::localised(&messages);
            let check = root.find_subcommand("check").unwrap();
            let page = String::from_utf8(page(check, "check", &messages).unwrap()).unwrap();
            assert!(page.contains(word) && page.contains("SVERKA_LANG"), "{page}");
        }
    }
}
