//! `sverka align --stdin`: many document pairs, one a line, for measurements and pipelines.

use std::io::{self, BufRead};

use rayon::prelude::*;
use serde::Deserialize;
use serde_json::Value;

use super::super::{Exit, Failure, context::Context};
use crate::{
    align::{Evidence, align},
    formats,
    model::{Diagnostic, Language, Message, Position, RepoPath},
    report::alignment::AlignmentReport,
};

/// So many pairs are aligned at once: memory does not grow with the input.
const BATCH: usize = 64;

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
    context: &mut Context<'_>,
) -> Result<Exit, Failure> {
    let mut damaged = Vec::new();
    context.filter(|input, output| {
        let mut lines = (1..).zip(input.split(b'\n')).peekable();
        while lines.peek().is_some() {
            let numbered = |(number, line): (usize, io::Result<Vec<u8>>)| Ok((number, line?));
            let batch: Vec<(usize, Vec<u8>)> =
                lines.by_ref().take(BATCH).map(numbered).collect::<io::Result<_>>()?;
            for aligned in align_batch(&batch, options) {
                match aligned {
                    Ok(line) => output.write_all(&line)?,
                    Err(diagnostic) => damaged.push(diagnostic),
                }
            }
        }
        Ok(())
    })?;
    if damaged.is_empty() { Ok(Exit::Clean) } else { Err(damaged.into()) }
}

fn align_batch(
    batch: &[(usize, Vec<u8>)],
    options: &formats::Options,
) -> Vec<Result<Vec<u8>, Diagnostic>> {
    batch
        .par_iter()
        .filter(|(_, line)| !line.trim_ascii().is_empty())
        .map(|(number, line)| align_line(*number, line, options))
        .collect()
}

/// The line to write for a line read.
fn align_line(
    number: usize,
    line: &[u8],
    options: &formats::Options,
) -> Result<Vec<u8>, Diagnostic> {
    let pair: TextPair = serde_json::from_slice(line).map_err(|error| damaged(number, &error))?;
    let parse = |text, language| formats::parse(RepoPath::new(""), language, text, options);
    let source = parse(pair.source, Language::Russian);
    let target = parse(pair.target, Language::English);
    let alignment = align(&source, &target, &Evidence::default());
    let (id, mut output) = (pair.id.as_ref(), Vec::new());
    AlignmentReport { id, source: &source, target: &target, alignment: &alignment }
        .write_json(&mut output)
        .map_err(|error| {
            Diagnostic::new(Message::new("failure-output").with("detail", error.to_string()))
        })?;
    Ok(output)
}

fn damaged(number: usize, error: &serde_json::Error) -> Diagnostic {
    let message = Message::new("align-damaged-line").with("detail", error.to_string());
    let position = Position { line: number, column: error.column().max(1) };
    Diagnostic { path: Some(RepoPath::new("<stdin>")), position: Some(position), message }
}
