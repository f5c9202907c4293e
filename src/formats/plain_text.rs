//! Plain text: paragraphs between blank lines, hard-wrapped lines joined.

use super::{
    builder::{Parsed, RawBlock},
    prose::Prose,
};
use crate::model::{BlockKind, Span};

/// A line longer than this, in characters, was never wrapped: it is a paragraph by itself.
const UNWRAPPED: usize = 160;

/// Reads plain text.
pub(super) fn parse(text: &str) -> Parsed {
    let mut parsed = Parsed::default();
    let mut paragraph: Vec<Span> = Vec::new();
    for line in lines(text) {
        let content = line.of(text);
        if content.is_empty()
            || begins_paragraph(content, paragraph.last().map(|span| span.of(text)))
        {
            flush(&mut paragraph, text, &mut parsed);
        }
        match comment(content) {
            Some(comment) => parsed.comments.push((line, comment.to_owned())),
            None if content.is_empty() => {}
            None => paragraph.push(line),
        }
    }
    flush(&mut paragraph, text, &mut parsed);
    parsed
}

/// All non-empty lines in one block, a line feed between two: lines have no block structure.
pub(super) fn parse_lines(text: &str) -> Parsed {
    let mut parsed = Parsed::default();
    let mut prose = Prose::default();
    for line in lines(text).filter(|line| !line.is_empty()) {
        if prose.len() > 0 {
            prose.push("\n", Span::at(line.start));
        }
        prose.push(line.of(text), line);
    }
    if let Some(span) = prose.extent() {
        parsed.blocks.push(RawBlock { prose, ..RawBlock::bare(BlockKind::Paragraph, span, 0) });
    }
    parsed
}

/// The lines without the white space around them; a byte order mark is no part of the first.
fn lines(text: &str) -> impl Iterator<Item = Span> {
    let blank = |c: char| c.is_whitespace() || c == '\u{feff}';
    let lines =
        text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'));
    lines.map(move |line| {
        let start = line.as_ptr() as usize - text.as_ptr() as usize;
        let trimmed = line.trim_start_matches(blank);
        let start = start + line.len() - trimmed.len();
        Span::new(start, start + trimmed.trim_end_matches(blank).len())
    })
}

/// A line of dialogue begins a paragraph, and so does what stands beside a line never wrapped.
fn begins_paragraph(line: &str, before: Option<&str>) -> bool {
    let is_dialogue = line.starts_with(['—', '–']) || line.starts_with("- ");
    is_dialogue || before.is_some_and(|before| before.chars().count() > UNWRAPPED)
}

fn comment(line: &str) -> Option<&str> {
    Some(line.strip_prefix("<!--")?.strip_suffix("-->")?.trim())
}

fn flush(lines: &mut Vec<Span>, text: &str, parsed: &mut Parsed) {
    let (Some(first), Some(last)) = (lines.first().copied(), lines.last().copied()) else { return };
    let mut prose = Prose::default();
    for line in lines.drain(..) {
        if prose.len() > 0 {
            prose.push_break(Span::at(line.start));
        }
        prose.push(line.of(text), line);
    }
    let block = RawBlock::bare(BlockKind::Paragraph, first.join(last), 0);
    parsed.blocks.push(RawBlock { prose, ..block });
}
