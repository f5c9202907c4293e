//! What a command sees of the process it runs in, as values.

use std::{
    ffi::OsString,
    io::{self, BufRead, Write},
    path::PathBuf,
};

/// The surroundings of a run.
#[derive(Debug, Clone, Default)]
pub struct Environment {
    /// The arguments, the program's name first.
    pub arguments: Vec<OsString>,
    /// The current folder.
    pub folder: PathBuf,
    /// The environment variables.
    pub variables: Vec<(OsString, OsString)>,
    /// The name of the system's locale.
    pub locale: Option<String>,
    /// Whether somebody watches the output.
    pub output_is_terminal: bool,
    /// Whether somebody watches the diagnostics.
    pub diagnostics_is_terminal: bool,
    /// The width of the terminal in columns, if there is one.
    pub width: Option<usize>,
}

impl Environment {
    /// The value of an environment variable, unless it is not text.
    #[must_use]
    pub fn variable(&self, name: &str) -> Option<String> {
        let (_, value) = self.variables.iter().find(|(key, _)| key == name)?;
        value.to_str().map(str::to_owned)
    }

    /// The value of an option as it stands in the arguments, before they are parsed: language and
    /// colour are wanted even to say that the arguments are wrong.
    #[must_use]
    pub fn early_option(&self, option: &str) -> Option<&str> {
        let mut arguments = self.arguments.iter().skip(1).filter_map(|argument| argument.to_str());
        while let Some(argument) = arguments.next() {
            match argument.strip_prefix(option) {
                _ if argument == "--" => return None,
                Some("") => return arguments.next(),
                Some(rest) if rest.starts_with('=') => return Some(&rest[1..]),
                _ => {}
            }
        }
        None
    }
}

/// Where a run reads and writes.
pub struct Streams<'a> {
    /// Standard input.
    pub input: &'a mut dyn BufRead,
    /// Standard output: data.
    pub output: &'a mut dyn Write,
    /// Standard error: everything else.
    pub diagnostics: &'a mut dyn Write,
    /// Reads a key as soon as it is pressed, where somebody types.
    pub keys: Option<&'a mut dyn FnMut() -> io::Result<char>>,
}

impl std::fmt::Debug for Streams<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Streams").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_seen_before_parsing() {
        for (arguments, expected) in [
            (&["sverka", "status", "--lang", "ru"][..], Some("ru")),
            (&["sverka", "--lang=ru", "status"], Some("ru")),
            (&["sverka", "status", "--language"], None),
            (&["sverka", "status", "--", "--lang", "ru"], None),
            (&["sverka", "--lang"], None),
        ] {
            let arguments = arguments.iter().map(Into::into).collect();
            let environment = Environment { arguments, ..Environment::default() };
            assert_eq!(environment.early_option("--lang"), expected);
        }
    }
}
