//! `--format` of the commands that speak with other programs.

use std::path::Path;

use clap::{Arg, ArgMatches, builder::PossibleValuesParser};

use crate::glossary::exchange::Format;

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
