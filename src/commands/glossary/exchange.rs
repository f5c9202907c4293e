//! `--format` of the commands that speak with other programs.

use std::path::Path;

use clap::{Arg, ArgMatches, builder::PossibleValuesParser};

use crate::{commands::Failure, glossary::exchange::Format, model::Message};

const FORMAT: &str = "format";

/// `--format`, which has no usual value: the name of the file may tell.
pub(super) fn format() -> Arg {
    let names = Format::NAMES.map(|(name, _)| name);
    Arg::new(FORMAT)
        .long(FORMAT)
        .value_name("FORMAT")
        .value_parser(PossibleValuesParser::new(names))
}

/// The format that `--format` names, or else the ending of the file's name.
pub(super) fn chosen_format(matches: &ArgMatches, path: Option<&Path>) -> Option<Format> {
    match matches.get_one::<String>(FORMAT) {
        Some(name) => Format::from_name(name),
        None => Format::of_path(path?),
    }
}

/// A file whose name tells no format that is known; spreadsheets can be saved as one that is.
pub(super) fn unknown_format(path: &Path) -> Failure {
    const SPREADSHEETS: [&str; 3] = ["xlsx", "xls", "ods"];
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let is_spreadsheet = SPREADSHEETS.contains(&ending.as_str());
    let id = if is_spreadsheet { "exchange-spreadsheet" } else { "exchange-format-unknown" };
    Failure::new(Message::new(id).with("path", path.display().to_string()))
}
