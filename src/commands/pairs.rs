//! `sverka check --pairs FILE|-`: segment pairs from elsewhere, one a line.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Write},
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
};

use clap::{Arg, ArgAction, ArgMatches, value_parser};
use serde::Deserialize;
use serde_json::Value;

use super::{
    Exit, Failure,
    context::Context,
    failure::in_a_line,
    json_lines::{self, Source},
    options,
    survey::say_errors,
};
use crate::{
    analysis::PairJudge,
    checks,
    model::{Diagnostic, Finding, Message, Position, Severity},
    project::{Config, Project},
    report::check::{write_answer, write_pair, write_unanswered},
    ui::Messages,
};

pub(super) const PAIRS: &str = "pairs";
const TSV: &str = "tsv";
const ALL_LINES: &str = "all-lines";
const CONFIG: &str = "config";

/// A segment pair on a line of input.
#[derive(Debug, Deserialize)]
struct SegmentPair {
    #[serde(default)]
    id: Value,
    ru: String,
    en: String,
}

pub(super) fn arguments() -> [Arg; 4] {
    let flag = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue);
    let file = |name: &'static str| {
        Arg::new(name).long(name).value_name("FILE").value_parser(value_parser!(PathBuf))
    };
    let further = [flag(TSV), flag(ALL_LINES), file(CONFIG)].map(|arg| arg.requires(PAIRS));
    let [tsv, all_lines, config] = further;
    [file(PAIRS).conflicts_with(options::PATHS), tsv, all_lines, config]
}

/// How lines are read and answered.
struct Checker<'a> {
    judge: PairJudge,
    english: Messages,
    /// Of the file.
    name: &'a str,
    is_tsv: bool,
    answers_all: bool,
    fails: AtomicBool,
}

/// Checks each line of `path`, or of standard input for `-`; a damaged line is reported and costs
/// only itself.
pub(super) fn check_pairs(
    path: &Path,
    matches: &ArgMatches,
    context: &mut Context<'_>,
) -> Result<Exit, Failure> {
    let (root, config) = configuration(matches, context)?;
    let (judge, diagnostics) = PairJudge::of(&root, &config);
    let is_whole = say_errors(&diagnostics, context);
    let name = if is_stdin(path) { "<stdin>".to_owned() } else { path.display().to_string() };
    let checker = Checker {
        judge,
        english: Messages::english(),
        name: &name,
        is_tsv: matches.get_flag(TSV),
        answers_all: matches.get_flag(ALL_LINES),
        fails: AtomicBool::new(false),
    };
    let damaged = checker.check(path, matches, context)?;
    if !damaged.is_empty() {
        return Err(damaged.into());
    }
    Ok(match (is_whole, checker.fails.into_inner()) {
        (false, _) => Exit::Failed,
        (true, true) => Exit::Findings,
        (true, false) => Exit::Clean,
    })
}

/// The settings that `--config` names, else those of the project that the command runs in; of its
/// files nothing is looked at.
fn configuration(
    matches: &ArgMatches,
    context: &Context<'_>,
) -> Result<(PathBuf, Config), Failure> {
    let codes = checks::codes();
    let read = match matches.get_one::<PathBuf>(CONFIG) {
        Some(file) => Project::configuration_of(&context.folder().join(file), &codes),
        None => Project::configuration(context.folder(), &codes),
    };
    Ok(read?)
}

impl Checker<'_> {
    /// Checks all lines; gives what was wrong with some.
    fn check(
        &self,
        path: &Path,
        matches: &ArgMatches,
        context: &mut Context<'_>,
    ) -> Result<Vec<Diagnostic>, Failure> {
        let mut file = open_file(path, context)?;
        let mut damaged = Vec::new();
        let instead = |wrong: Option<&Diagnostic>| self.unanswered(wrong);
        let source = Source::of(self.name, matches);
        let source = if self.answers_all { source.answering(&instead) } else { source };
        context.filter(|stdin: &mut dyn BufRead, output: &mut dyn Write| {
            let input = file.as_mut().map_or(stdin, |file| file as &mut dyn BufRead);
            let check = |number: usize, line: &[u8]| self.check_line(number, line);
            damaged = json_lines::convert(&source, input, output, check)?;
            Ok(())
        })?;
        Ok(damaged)
    }

    /// The lines to write for a line read.
    fn check_line(&self, number: usize, line: &[u8]) -> Result<Vec<u8>, Diagnostic> {
        let SegmentPair { id, ru, en } = self.read(number, line)?;
        let judged = self.judge.judge(ru, en);
        let findings = judged.map_err(|broken| json_lines::broken(&broken, self.name, number))?;
        if findings.iter().any(|finding| finding.severity == Severity::Error) {
            self.fails.store(true, Ordering::Relaxed);
        }
        self.written(&id, &findings).map_err(|error| {
            Diagnostic::new(Message::new("failure-output").with("detail", error.to_string()))
        })
    }

    fn read(&self, number: usize, line: &[u8]) -> Result<SegmentPair, Diagnostic> {
        if self.is_tsv {
            let position = Position { line: number, column: 1 };
            return from_columns(line)
                .map_err(|message| json_lines::wrong(message, self.name, position));
        }
        serde_json::from_slice(line)
            .map_err(|error| json_lines::damaged("pairs-damaged-line", self.name, number, &error))
    }

    fn written(&self, id: &Value, findings: &[Finding]) -> io::Result<Vec<u8>> {
        let mut output = Vec::new();
        let write = if self.answers_all { write_answer } else { write_pair };
        write(id, findings, &self.english, &mut output)?;
        Ok(output)
    }

    /// The answer to a line that is blank or has something wrong.
    fn unanswered(&self, wrong: Option<&Diagnostic>) -> Vec<u8> {
        let mut output = Vec::new();
        let wrong = wrong
            .map(|wrong| in_a_line(&Diagnostic { path: None, ..wrong.clone() }, &self.english));
        // Nothing keeps a vector from being written to.
        let _ = write_unanswered(wrong.as_deref(), &mut output);
        output
    }
}

/// A pair in two columns, the Russian and the English, or in three, the first of which names it.
fn from_columns(line: &[u8]) -> Result<SegmentPair, Message> {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let line = str::from_utf8(line).map_err(|_| Message::new("pairs-not-utf8"))?;
    let columns: Vec<&str> = line.split('\t').collect();
    let (id, ru, en) = match *columns.as_slice() {
        [ru, en] => (Value::Null, ru, en),
        [id, ru, en] => (id.into(), ru, en),
        _ => return Err(Message::new("pairs-damaged-columns").with("count", columns.len())),
    };
    Ok(SegmentPair { id, ru: ru.to_owned(), en: en.to_owned() })
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
