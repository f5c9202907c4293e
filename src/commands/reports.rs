//! `--report FORMAT=FILE`: further outputs of the same run, each to a file of its own.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches};

use super::{Failure, context::Context, output::Destination};
use crate::{
    model::Message,
    report::check::{OUTPUTS, Writer},
};

const REPORT: &str = "report";

pub(super) fn argument() -> Arg {
    Arg::new(REPORT).long(REPORT).value_name("FORMAT=FILE").action(ArgAction::Append)
}

/// One more output: how it is written, and where.
pub(super) struct Further {
    pub(super) name: &'static str,
    pub(super) writer: &'static Writer,
    pub(super) destination: Destination,
}

/// The outputs that are asked for besides the usual one.
///
/// # Errors
/// For what is no `FORMAT=FILE`, or names no output.
pub(super) fn further(
    matches: &ArgMatches,
    context: &Context<'_>,
) -> Result<Vec<Further>, Failure> {
    let read = |text: &String| {
        let malformed = || {
            let names: Vec<&str> = OUTPUTS.iter().map(|(name, _)| *name).collect();
            let message = Message::new("report-malformed").with("text", text.as_str());
            Failure::new(message.with("formats", names.join(", ")))
        };
        let (format, file) = text.split_once('=').ok_or_else(malformed)?;
        let known = OUTPUTS.iter().find(|(name, _)| *name == format && !file.is_empty());
        let (name, writer) = known.ok_or_else(malformed)?;
        let destination = Destination::File(context.folder().join(PathBuf::from(file)));
        Ok(Further { name, writer, destination })
    };
    matches.get_many::<String>(REPORT).into_iter().flatten().map(read).collect()
}
