//! JSON lines in, JSON lines out: in order, in parallel, in memory that does not grow.

use std::io::{self, BufRead, Write};

use rayon::prelude::*;

use crate::{
    breakdown::{Breakdown, guard},
    model::{Diagnostic, Message, Position, RepoPath},
};

/// So many lines are read at once.
const BATCH: usize = 1024;

/// Converts each line of `input` that is not blank, named by its number from 1; gives what was
/// wrong with the lines that could not be.
pub(super) fn convert(
    input: &mut dyn BufRead,
    output: &mut dyn Write,
    convert: impl Fn(usize, &[u8]) -> Result<Vec<u8>, Diagnostic> + Sync,
) -> io::Result<Vec<Diagnostic>> {
    let mut damaged = Vec::new();
    let mut lines = (1..).zip(input.split(b'\n')).peekable();
    while lines.peek().is_some() {
        let numbered = |(number, line): (usize, io::Result<Vec<u8>>)| Ok((number, line?));
        let batch: Vec<(usize, Vec<u8>)> =
            lines.by_ref().take(BATCH).map(numbered).collect::<io::Result<_>>()?;
        let converted: Vec<Result<Vec<u8>, Diagnostic>> = batch
            .par_iter()
            .filter(|(_, line)| !line.trim_ascii().is_empty())
            .map(|(number, line)| {
                let converted = guard(|| convert(*number, line));
                converted.unwrap_or_else(|panic| Err(broken(&panic, "<stdin>", *number)))
            })
            .collect();
        for line in converted {
            match line {
                Ok(line) => output.write_all(&line)?,
                Err(diagnostic) => damaged.push(diagnostic),
            }
        }
    }
    Ok(damaged)
}

/// A line on which we broke down.
pub(super) fn broken(broken: &Breakdown, path: &str, line: usize) -> Diagnostic {
    let position = Some(Position { line, column: 1 });
    Diagnostic { position, ..broken.about(Some(&RepoPath::new(path))) }
}

/// A line that is not what it should be.
pub(super) fn damaged(
    message: &'static str,
    path: &str,
    line: usize,
    error: &serde_json::Error,
) -> Diagnostic {
    let message = Message::new(message).with("detail", error.to_string());
    let position = Position { line, column: error.column().max(1) };
    Diagnostic { path: Some(RepoPath::new(path)), position: Some(position), message }
}
