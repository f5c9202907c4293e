//! JSON lines in, JSON lines out: in order, in parallel, in memory that does not grow.

use std::io::{self, BufRead, Write};

use clap::{Arg, ArgMatches, value_parser};
use rayon::prelude::*;

use crate::{
    breakdown::{Breakdown, guard},
    model::{Diagnostic, Message, Position, RepoPath},
};

/// So many lines are read at once, or lines of so many bytes.
const BATCH: usize = 1024;
const BATCH_BYTES: usize = 16 * 1024 * 1024;

const MAX_LINE: &str = "max-line";

/// `--max-line BYTES`, above which a line is not read.
pub(super) fn max_line() -> Arg {
    let bytes = Arg::new(MAX_LINE).long(MAX_LINE).value_name("BYTES").default_value("1000000");
    bytes.value_parser(value_parser!(u64).range(1..))
}

/// What of the input is read, and how it is called.
pub(super) struct Source<'n> {
    /// The name of the file.
    name: &'n str,
    /// The bytes of a line, at most.
    most: usize,
}

impl<'n> Source<'n> {
    /// The input called `name`, as the command line bounds it.
    pub(super) fn of(name: &'n str, matches: &ArgMatches) -> Self {
        let most = matches.get_one::<u64>(MAX_LINE).copied().unwrap_or(u64::MAX);
        Self { name, most: usize::try_from(most).unwrap_or(usize::MAX) }
    }

    fn too_long(&self, line: usize) -> Diagnostic {
        let message = Message::new("line-too-long").with("bytes", self.most);
        let position = Some(Position { line, column: 1 });
        Diagnostic { path: Some(RepoPath::new(self.name)), position, message }
    }

    /// The next line without its end; nothing in place of one that is too long.
    fn next(&self, input: &mut dyn BufRead) -> io::Result<Option<Option<Vec<u8>>>> {
        let (mut line, mut is_too_long, mut is_any) = (Vec::new(), false, false);
        loop {
            let buffer = input.fill_buf()?;
            if buffer.is_empty() {
                break;
            }
            is_any = true;
            let end = buffer.iter().position(|&byte| byte == b'\n');
            let part = &buffer[..end.unwrap_or(buffer.len())];
            is_too_long |= line.len() + part.len() > self.most;
            if !is_too_long {
                line.extend_from_slice(part);
            }
            let used = part.len() + usize::from(end.is_some());
            input.consume(used);
            if end.is_some() {
                break;
            }
        }
        Ok(is_any.then(|| (!is_too_long).then_some(line)))
    }

    /// The next lines, each with its number.
    fn batch(
        &self,
        input: &mut dyn BufRead,
        number: &mut usize,
    ) -> io::Result<Vec<(usize, Option<Vec<u8>>)>> {
        let (mut batch, mut bytes) = (Vec::new(), 0);
        while batch.len() < BATCH && bytes < BATCH_BYTES {
            let Some(line) = self.next(input)? else { break };
            *number += 1;
            bytes += line.as_ref().map_or(0, Vec::len);
            batch.push((*number, line));
        }
        Ok(batch)
    }
}

/// Converts each line of `input` that is not blank, named by its number from 1; gives what was
/// wrong with the lines that could not be.
pub(super) fn convert(
    source: &Source<'_>,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
    convert: impl Fn(usize, &[u8]) -> Result<Vec<u8>, Diagnostic> + Sync,
) -> io::Result<Vec<Diagnostic>> {
    let (mut damaged, mut number) = (Vec::new(), 0);
    let is_blank = |line: &[u8]| line.trim_ascii().is_empty();
    loop {
        let batch = source.batch(input, &mut number)?;
        if batch.is_empty() {
            break;
        }
        let converted: Vec<Result<Vec<u8>, Diagnostic>> = batch
            .par_iter()
            .filter(|(_, line)| !line.as_deref().is_some_and(is_blank))
            .map(|(number, line)| match line {
                Some(line) => guard(|| convert(*number, line))
                    .unwrap_or_else(|panic| Err(broken(&panic, source.name, *number))),
                None => Err(source.too_long(*number)),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_too_long_costs_itself_only() {
        let source = Source { name: "pairs", most: 5 };
        let input = b"one\n\nmuch too long\nfive5\nlast" as &[u8];
        let mut output = Vec::new();
        let mut input = io::BufReader::with_capacity(3, input);
        let echo = |number: usize, line: &[u8]| {
            Ok(format!("{number} {}\n", String::from_utf8_lossy(line)).into_bytes())
        };
        let damaged = convert(&source, &mut input, &mut output, echo).unwrap();
        assert_eq!(String::from_utf8(output).unwrap(), "1 one\n4 five5\n5 last\n");
        assert_eq!(damaged, [source.too_long(3)]);
    }
}
