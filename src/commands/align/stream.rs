//! `sverka align --stdin`: many document pairs, one a line, for measurements and pipelines.

use clap::ArgMatches;
use serde::Deserialize;
use serde_json::Value;

use super::super::{
    Exit, Failure,
    context::Context,
    json_lines::{self, Source},
};
use crate::{
    align::{Evidence, align},
    formats,
    ledger::Ledger,
    model::{Diagnostic, Language, Message, RepoPath},
    report::alignment::AlignmentReport,
};

/// A document pair on a line of input.
#[derive(Debug, Deserialize)]
struct TextPair {
    id: Option<Value>,
    source: String,
    target: String,
}

/// Aligns each line of standard input; a damaged one is reported and costs only itself.
pub(super) fn align_lines(
    options: &formats::Options,
    matches: &ArgMatches,
    context: &mut Context<'_>,
) -> Result<Exit, Failure> {
    let mut damaged = Vec::new();
    context.filter(|input, output| {
        let align = |number, line: &[u8]| align_line(number, line, options);
        damaged = json_lines::convert(&Source::of("<stdin>", matches), input, output, align)?;
        Ok(())
    })?;
    if damaged.is_empty() { Ok(Exit::Clean) } else { Err(damaged.into()) }
}

/// The line to write for a line read.
fn align_line(
    number: usize,
    line: &[u8],
    options: &formats::Options,
) -> Result<Vec<u8>, Diagnostic> {
    let pair: TextPair = serde_json::from_slice(line)
        .map_err(|error| json_lines::damaged("align-damaged-line", "<stdin>", number, &error))?;
    let parse = |text, language| formats::parse(RepoPath::new(""), language, text, options);
    let source = parse(pair.source, Language::Russian);
    let target = parse(pair.target, Language::English);
    let alignment = align(&source, &target, &Evidence::default());
    let (id, mut output) = (pair.id.as_ref(), Vec::new());
    AlignmentReport {
        id,
        source: &source,
        target: &target,
        alignment: &alignment,
        ledger: &Ledger::default(),
    }
    .write_json(&mut output)
    .map_err(|error| {
        Diagnostic::new(Message::new("failure-output").with("detail", error.to_string()))
    })?;
    Ok(output)
}
