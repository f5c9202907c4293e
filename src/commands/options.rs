//! Arguments that several commands share, and their meaning.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, builder::PossibleValuesParser, value_parser};

use super::segments;

pub(super) const FOLDER: &str = "folder";
pub(super) const OUTPUT: &str = "output";
pub(super) const QUIET: &str = "quiet";
pub(super) const VERBOSE: &str = "verbose";
const FORMAT: &str = "format";
pub(super) const PATHS: &str = "paths";

/// The options that every command takes.
pub(super) fn global() -> [Arg; 7] {
    [
        Arg::new(FOLDER)
            .short('C')
            .value_name("DIR")
            .value_parser(value_parser!(PathBuf))
            .action(ArgAction::Append),
        Arg::new(OUTPUT).long(OUTPUT).value_name("FILE").value_parser(value_parser!(PathBuf)),
        Arg::new("lang").long("lang").value_name("LANG").value_parser(["en", "ru"]),
        Arg::new("color")
            .long("color")
            .value_name("WHEN")
            .value_parser(["auto", "always", "never"]),
        Arg::new(QUIET).long(QUIET).short('q').action(ArgAction::SetTrue),
        Arg::new(VERBOSE).long(VERBOSE).short('v').action(ArgAction::SetTrue).conflicts_with(QUIET),
        Arg::new("help").long("help").short('h').action(ArgAction::Help),
    ]
    .map(|arg| arg.global(true))
}

/// `--format` with the names of the outputs that a command has, the first the usual one.
pub(super) fn format(names: impl IntoIterator<Item = &'static str>) -> Arg {
    let names: Vec<&'static str> = names.into_iter().collect();
    let usual = names.first().copied().unwrap_or_default();
    Arg::new(FORMAT)
        .long(FORMAT)
        .value_name("FORMAT")
        .default_value(usual)
        .value_parser(PossibleValuesParser::new(names))
}

/// The output chosen with `--format`.
pub(super) fn chosen_format(matches: &ArgMatches) -> &str {
    matches.get_one::<String>(FORMAT).map_or("human", String::as_str)
}

/// `[PATH…]`, documents or folders that limit what is looked at.
pub(super) fn paths() -> Arg {
    Arg::new(PATHS).value_name("PATH").num_args(0..).value_parser(value_parser!(PathBuf))
}

/// The paths given; a command need not take any.
pub(super) fn chosen_paths(matches: &ArgMatches) -> Vec<PathBuf> {
    typed_paths(matches).into_iter().filter(|path| !names_lines(path)).collect()
}

/// The documents and folders given, be it with lines.
pub(super) fn documents(matches: &ArgMatches) -> Vec<PathBuf> {
    let without_lines = |path: PathBuf| {
        let named = path.to_str().and_then(segments::lines).map(|(file, _)| PathBuf::from(file));
        named.unwrap_or(path)
    };
    typed_paths(matches).into_iter().map(without_lines).collect()
}

/// What was given as a file and lines of it, `a.md:12` or `a.md:12-14`, where paths are taken.
pub(super) fn chosen_lines(matches: &ArgMatches) -> Vec<String> {
    let paths = typed_paths(matches).into_iter().filter(|path| names_lines(path));
    paths.map(|path| path.to_string_lossy().into_owned()).collect()
}

/// All that was given where paths are taken.
pub(super) fn typed_paths(matches: &ArgMatches) -> Vec<PathBuf> {
    let paths = matches.try_get_many::<PathBuf>(PATHS).ok().flatten();
    paths.into_iter().flatten().cloned().collect()
}

fn names_lines(path: &Path) -> bool {
    path.to_str().is_some_and(|path| segments::lines(path).is_some())
}
