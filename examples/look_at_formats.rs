//! Puts files of any format through all that is done with them: read, parts, a splice of every
//! segment.
//!
//! `look_at_formats [--dump] [--read] [--keep FOLDER] FILE…`: says what does not hold, and how long a
//! megabyte of prose takes to read. `--dump` prints the blocks and segments, `--read` leaves out the
//! splices, `--keep` writes what they give into a folder. Exit code 1 where anything fails.
#![allow(clippy::print_stdout, reason = "an example prints its result")]

use std::{collections::BTreeMap, env, fs, path::PathBuf, process::ExitCode, time::Instant};

use sverka::{
    formats::{self, Options},
    model::{BlockKind, Document, Edit, Language, RepoPath, Span},
};

/// So many segments of a file are spliced, evenly spread, where it has more.
const MOST_SPLICED: usize = 300;

/// What was seen of the files with one ending.
#[derive(Default)]
struct Seen {
    files: usize,
    refused: usize,
    empty: usize,
    segments: usize,
    spliced: usize,
    unwritable: usize,
    words: usize,
    prose: usize,
    seconds: f64,
}

/// What the arguments ask for.
#[derive(Default)]
struct Asked {
    dump: bool,
    read: bool,
    keep: Option<PathBuf>,
}

fn main() -> ExitCode {
    let (mut seen, mut failures): (BTreeMap<String, Seen>, usize) = (BTreeMap::new(), 0);
    let (mut options, mut paths) = (Asked::default(), Vec::new());
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--dump" => options.dump = true,
            "--read" => options.read = true,
            "--keep" => options.keep = arguments.next().map(PathBuf::from),
            _ => paths.push(argument),
        }
    }
    for path in paths {
        let Ok(bytes) = fs::read(&path) else {
            println!("{path}: no file");
            continue;
        };
        let name = path.rsplit('/').next().unwrap_or_default();
        let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
        let seen = seen.entry(ending).or_default();
        for failure in look(name, bytes, seen, &options).iter().take(5) {
            println!("{path}: {failure}");
            failures += 1;
        }
    }
    for (ending, seen) in &seen {
        let speed = seen.seconds / (seen.prose as f64 / 1e6).max(1e-9);
        println!(
            "{ending}: {} files ({} refused, {} without text), {} segments, {} words, {} spliced \
             ({} cannot be written), {speed:.2} s a megabyte of prose",
            seen.files,
            seen.refused,
            seen.empty,
            seen.segments,
            seen.words,
            seen.spliced,
            seen.unwritable,
        );
    }
    ExitCode::from(u8::from(failures > 0))
}

fn read(name: &str, bytes: Vec<u8>) -> Result<Document, String> {
    let letters = String::from_utf8_lossy(&bytes);
    let is_russian = letters.chars().filter(|c| ('а'..='я').contains(c)).take(50).count() == 50;
    let language = if is_russian { Language::Russian } else { Language::English };
    formats::read(RepoPath::new(name), language, bytes, &Options::default())
        .map_err(|message| message.id.to_string())
}

/// What does not hold of a file.
fn look(name: &str, bytes: Vec<u8>, seen: &mut Seen, asked: &Asked) -> Vec<String> {
    seen.files += 1;
    let start = Instant::now();
    let document = match read(name, bytes.clone()) {
        Ok(document) => document,
        Err(message) => {
            seen.refused += 1;
            println!("{name}: {message}");
            return Vec::new();
        }
    };
    seen.seconds += start.elapsed().as_secs_f64();
    seen.empty += usize::from(document.segments.is_empty());
    seen.segments += document.segments.len();
    seen.words += document.segments.iter().map(sverka::model::Segment::words).sum::<usize>();
    seen.prose += document.segments.iter().map(|segment| segment.text.len()).sum::<usize>();
    if asked.dump {
        dump(&document);
    }
    let mut failures = Vec::new();
    for problem in &document.problems {
        let line = document.lines.line(problem.span.start);
        println!("{name}:{line}: {}", problem.message.id);
    }
    let whole: String = document.parts().iter().map(|part| part.span.of(&document.text)).collect();
    if whole != document.text {
        failures.push("the parts are not the file".to_owned());
    }
    if formats::splice(&document, &[]).ok().as_deref() != Some(document.bytes())
        && document.origin.is_none()
    {
        failures.push("a splice of nothing changes the file".to_owned());
    }
    if asked.read {
        return failures;
    }
    let step = document.segments.len().div_ceil(MOST_SPLICED).max(1);
    for index in (0..document.segments.len()).step_by(step) {
        failures.extend(splice_of(name, &document, index, (seen, asked)));
    }
    failures
}

fn dump(document: &Document) {
    for block in &document.blocks {
        let label = block.label.as_deref().unwrap_or_default();
        let row = block.row.map(|row| format!(" row {row}")).unwrap_or_default();
        let segments = document.segments.get(block.segments.clone()).unwrap_or_default();
        let texts: Vec<&str> = segments.iter().map(|segment| segment.text.as_str()).collect();
        println!("{:?} {}{row} {label}: {}", block.kind, block.depth, texts.join(" | "));
        for verbatim in document.verbatims.get(block.verbatims.clone()).unwrap_or_default() {
            println!("    {:?} {}", verbatim.kind, verbatim.text.replace('\n', "⏎"));
        }
    }
}

/// What does not hold when another word stands in a segment.
fn splice_of(
    name: &str,
    document: &Document,
    index: usize,
    (seen, asked): (&mut Seen, &Asked),
) -> Option<String> {
    let segment = document.segments.get(index)?;
    let raw = segment.span.of(&document.text);
    // Other cells stand among the lines of a cell that is drawn.
    if document.block_of(index).kind == BlockKind::TableCell && raw.contains('\n') {
        return None;
    }
    let is_word = |word: &&str| word.chars().all(char::is_alphabetic) && raw.contains(*word);
    let word = segment.text.split_whitespace().filter(is_word).max_by_key(|word| word.len())?;
    let at = segment.span.start + raw.find(word)?;
    let new: String = word
        .chars()
        .take(1)
        .chain(word.chars().skip(1).collect::<Vec<_>>().into_iter().rev())
        .collect();
    if new == word {
        return None;
    }
    let edit = Edit { span: Span::new(at, at + word.len()), replacement: new };
    seen.spliced += 1;
    let Ok(bytes) = formats::splice(document, &[edit]) else {
        seen.unwritable += 1;
        return None;
    };
    if let Some(folder) = &asked.keep {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        if let Err(error) = fs::write(folder.join(format!("{stem}-{index}.{ending}")), &bytes) {
            return Some(error.to_string());
        }
    }
    let after = match read(name, bytes) {
        Ok(after) => after,
        Err(message) => return Some(format!("after a splice of `{word}`: {message}")),
    };
    let texts = |document: &Document| -> Vec<String> {
        document.blocks.iter().map(|block| document.prose_of(&block.segments)).collect()
    };
    let (was, is) = (texts(document), texts(&after));
    let mut pairs = was.iter().zip(&is).enumerate();
    if let Some((_, (_, other))) = pairs.find(|(at, (was, is))| *at != segment.block && was != is) {
        return Some(format!("a splice of `{word}` in {:?} changes {other:?}", segment.text));
    }
    (was.len() != is.len())
        .then(|| format!("a splice of `{word}` in {:?} makes other blocks", segment.text))
}
