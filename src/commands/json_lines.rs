//! Lines in, JSON lines out: in order, in parallel, in memory that does not grow.

use std::io::{self, BufRead, Write};

use clap::{Arg, ArgMatches, value_parser};
use rayon::prelude::*;

use super::survey::{MORE, MOST_OF_A_FILE};
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

/// What is written in place of a line that is blank or has something wrong.
type Instead<'n> = &'n (dyn Fn(Option<&Diagnostic>) -> Vec<u8> + Sync);

/// What of the input is read, how it is called, and whether each line is answered.
pub(super) struct Source<'n> {
    /// The name of the file.
    name: &'n str,
    /// The bytes of a line, at most.
    most: usize,
    /// None where blank and damaged lines are left out.
    instead: Option<Instead<'n>>,
}

impl<'n> Source<'n> {
    /// The input called `name`, as the command line bounds it.
    pub(super) fn of(name: &'n str, matches: &ArgMatches) -> Self {
        let most = matches.get_one::<u64>(MAX_LINE).copied().unwrap_or(u64::MAX);
        Self { name, most: usize::try_from(most).unwrap_or(usize::MAX), instead: None }
    }

    /// The same, of which each line is answered by one.
    pub(super) fn answering(self, instead: Instead<'n>) -> Self {
        Self { instead: Some(instead), ..self }
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

    /// What is written for a line that is converted so, if anything.
    fn answer(&self, converted: Option<&Result<Vec<u8>, Diagnostic>>) -> Option<Vec<u8>> {
        match converted {
            Some(Ok(_)) => None,
            Some(Err(wrong)) => self.instead.map(|instead| instead(Some(wrong))),
            None => self.instead.map(|instead| instead(None)),
        }
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
/// wrong with the lines that could not be: with the first ones, and how many there are more.
pub(super) fn convert(
    source: &Source<'_>,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
    convert: impl Fn(usize, &[u8]) -> Result<Vec<u8>, Diagnostic> + Sync,
) -> io::Result<Vec<Diagnostic>> {
    let (mut damaged, mut more, mut number) = (Vec::new(), 0, 0);
    let is_blank = |line: &[u8]| line.trim_ascii().is_empty();
    loop {
        let batch = source.batch(input, &mut number)?;
        if batch.is_empty() {
            break;
        }
        let converted: Vec<Option<Result<Vec<u8>, Diagnostic>>> = batch
            .par_iter()
            .map(|(number, line)| match line {
                Some(line) if is_blank(line) => None,
                Some(line) => Some(
                    guard(|| convert(*number, line))
                        .unwrap_or_else(|panic| Err(broken(&panic, source.name, *number))),
                ),
                None => Some(Err(source.too_long(*number))),
            })
            .collect();
        for line in converted {
            if let Some(answer) = source.answer(line.as_ref()) {
                output.write_all(&answer)?;
            }
            match line {
                Some(Ok(line)) => output.write_all(&line)?,
                Some(Err(wrong)) if damaged.len() < MOST_OF_A_FILE => damaged.push(wrong),
                Some(Err(_)) => more += 1,
                None => {}
            }
        }
    }
    damaged.extend((more > 0).then(|| more_of_the_same(source.name, more)));
    Ok(damaged)
}

fn more_of_the_same(name: &str, count: usize) -> Diagnostic {
    Diagnostic::about(RepoPath::new(name), Message::new(MORE).with("count", count))
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
    wrong(message, path, Position { line, column: error.column().max(1) })
}

/// What is wrong at a place of a line.
pub(super) fn wrong(message: Message, path: &str, position: Position) -> Diagnostic {
    Diagnostic { path: Some(RepoPath::new(path)), position: Some(position), message }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_too_long_costs_itself_only() {
        let source = Source { name: "pairs", most: 5, instead: None };
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

    #[test]
    fn each_line_is_answered_where_that_is_asked_for() {
        let instead = |wrong: Option<&Diagnostic>| match wrong {
            Some(_) => b"!\n".to_vec(),
            None => b"-\n".to_vec(),
        };
        let source = Source { name: "pairs", most: 5, instead: None }.answering(&instead);
        let mut output = Vec::new();
        let echo = |_: usize, line: &[u8]| Ok([line, b"\n"].concat());
        let mut input = b"one\n\nmuch too long\nlast" as &[u8];
        convert(&source, &mut input, &mut output, echo).unwrap();
        assert_eq!(String::from_utf8(output).unwrap(), "one\n-\n!\nlast\n");
    }

    #[test]
    fn of_many_damaged_lines_the_first_are_kept_and_the_others_counted() {
        let source = Source { name: "pairs", most: 1, instead: None };
        let lines = "long\n".repeat(MOST_OF_A_FILE + 7);
        let none = |_: usize, _: &[u8]| Ok(Vec::new());
        let damaged = convert(&source, &mut lines.as_bytes(), &mut Vec::new(), none).unwrap();
        assert_eq!(damaged.len(), MOST_OF_A_FILE + 1);
        assert_eq!(damaged.last(), Some(&more_of_the_same("pairs", 7)));
    }
}
