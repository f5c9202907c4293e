//! `sverka check --pairs FILE|-`: segment pairs from elsewhere, one a line.

use std::{
    fs::File,
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
};

use clap::{Arg, ArgMatches, value_parser};
use serde::Deserialize;
use serde_json::Value;

use super::{
    Exit, Failure,
    context::Context,
    json_lines::{self, Source},
    survey::{open, say_errors},
};
use crate::{
    analysis::PairJudge,
    model::{Diagnostic, Message, Severity},
    report::check::write_pair,
    ui::Messages,
};

pub(super) const PAIRS: &str = "pairs";

/// A segment pair on a line of input.
#[derive(Debug, Deserialize)]
struct SegmentPair {
    #[serde(default)]
    id: Value,
    ru: String,
    en: String,
}

pub(super) fn argument() -> Arg {
    Arg::new(PAIRS).long(PAIRS).value_name("FILE").value_parser(value_parser!(PathBuf))
}

/// Checks each line of `path`, or of standard input for `-`; a damaged line is reported and costs
/// only itself.
pub(super) fn check_pairs(
    path: &Path,
    matches: &ArgMatches,
    context: &mut Context<'_>,
) -> Result<Exit, Failure> {
    let (judge, diagnostics) = PairJudge::of(&open(context)?);
    let is_whole = say_errors(&diagnostics, context);
    let (english, fails) = (Messages::english(), AtomicBool::new(false));
    let name = if is_stdin(path) { "<stdin>".to_owned() } else { path.display().to_string() };
    let check = |number: usize, line: &[u8]| {
        let pair: SegmentPair = serde_json::from_slice(line)
            .map_err(|error| json_lines::damaged("pairs-damaged-line", &name, number, &error))?;
        let findings = judge
            .judge(pair.ru, pair.en)
            .map_err(|broken| json_lines::broken(&broken, &name, number))?;
        if findings.iter().any(|finding| finding.severity == Severity::Error) {
            fails.store(true, Ordering::Relaxed);
        }
        let mut output = Vec::new();
        write_pair(&pair.id, &findings, &english, &mut output).map_err(|error| {
            Diagnostic::new(Message::new("failure-output").with("detail", error.to_string()))
        })?;
        Ok(output)
    };
    let mut file = open_file(path, context)?;
    let mut damaged = Vec::new();
    context.filter(|stdin: &mut dyn BufRead, output: &mut dyn Write| {
        let input = file.as_mut().map_or(stdin, |file| file as &mut dyn BufRead);
        damaged = json_lines::convert(&Source::of(&name, matches), input, output, check)?;
        Ok(())
    })?;
    if !damaged.is_empty() {
        return Err(damaged.into());
    }
    Ok(match (is_whole, fails.into_inner()) {
        (false, _) => Exit::Failed,
        (true, true) => Exit::Findings,
        (true, false) => Exit::Clean,
    })
}

fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}

fn open_file(path: &Path, context: &Context<'_>) -> Result<Option<BufReader<File>>, Failure> {
    if is_stdin(path) {
        return Ok(None);
    }
    let file = File::open(context.folder().join(path));
    file.map(|file| Some(BufReader::new(file))).map_err(|error| Failure::unreadable(path, &error))
}
