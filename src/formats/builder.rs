//! Putting a document together from its blocks.

use std::ops::Range;

use super::{Options, Unit, addresses, prose::Prose, verse};
use crate::{
    model::{
        Block, BlockKind, Comment, Document, Language, LineIndex, Message, Problem, RepoPath,
        Segment, Span, Standing, TimeSpan, Verbatim,
    },
    text::sentences,
};

/// A block as a format found it.
#[derive(Debug)]
pub(super) struct RawBlock {
    pub(super) kind: BlockKind,
    pub(super) span: Span,
    pub(super) depth: u8,
    pub(super) label: Option<String>,
    /// The row of a table that it stands in, where lines do not tell.
    pub(super) row: Option<usize>,
    /// When it is shown.
    pub(super) time: Option<TimeSpan>,
    /// Whether somebody's changes of it wait to be accepted.
    pub(super) is_revised: bool,
    /// What the file says of it as a translation.
    pub(super) standing: Option<Standing>,
    pub(super) prose: Prose,
    pub(super) verbatims: Vec<Verbatim>,
}

impl RawBlock {
    /// A block with no prose.
    pub(super) fn bare(kind: BlockKind, span: Span, depth: u8) -> Self {
        Self {
            kind,
            span,
            depth,
            label: None,
            row: None,
            time: None,
            is_revised: false,
            standing: None,
            prose: Prose::default(),
            verbatims: Vec::new(),
        }
    }
}

/// What a format found in a file, in any order.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    pub(super) blocks: Vec<RawBlock>,
    pub(super) comments: Vec<(Span, String)>,
    pub(super) problems: Vec<Problem>,
    /// Whether the blocks are known by their labels and paired by them.
    pub(super) keyed: bool,
}

impl Parsed {
    /// Notes something wrong at `span`.
    pub(super) fn problem(&mut self, span: Span, id: &'static str) {
        self.problems.push(Problem { span, message: Message::new(id) });
    }

    /// The document: blocks in the order of the file, cut into segments.
    pub(super) fn into_document(
        mut self,
        path: RepoPath,
        language: Language,
        text: String,
        options: &Options,
    ) -> Document {
        self.blocks.sort_by_key(|block| block.span);
        let lines = LineIndex::new(&text);
        let (blocks, segments, verbatims, comments) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let problems = self.problems;
        let mut document = Document {
            path,
            language,
            text,
            blocks,
            segments,
            verbatims,
            comments,
            problems,
            lines,
            keyed: self.keyed,
            origin: None,
        };
        for mut raw in self.blocks {
            addresses::note(&mut raw);
            document.add(raw, options.unit);
        }
        document.add_comments(self.comments);
        document
    }
}

impl Document {
    fn add(&mut self, raw: RawBlock, unit: Unit) {
        let RawBlock { kind, span, depth, label, row, time, standing, prose, verbatims, .. } = raw;
        let (first, first_verbatim) = (self.segments.len(), self.verbatims.len());
        let block = self.blocks.len();
        for range in segment_ranges(&prose, self.language, unit) {
            let text = folded(&prose.text()[range.clone()]);
            self.segments.push(Segment { block, span: prose.span(&range), text });
        }
        self.verbatims.extend(verbatims);
        let kind =
            if kind.is_prose() && self.segments.len() == first { BlockKind::Markup } else { kind };
        let (segments, verbatims) =
            (first..self.segments.len(), first_verbatim..self.verbatims.len());
        let is_cell = kind == BlockKind::TableCell;
        let row = row.or_else(|| is_cell.then(|| self.lines.line(span.start)));
        self.blocks.push(Block {
            kind,
            span,
            depth,
            label,
            row,
            time,
            standing,
            segments,
            verbatims,
        });
    }

    fn add_comments(&mut self, mut comments: Vec<(Span, String)>) {
        comments.sort();
        for (span, text) in comments {
            let next_block = self.blocks.partition_point(|block| block.span.start < span.end);
            self.comments.push(Comment { span, text, next_block });
        }
    }
}

fn segment_ranges(prose: &Prose, language: Language, unit: Unit) -> Vec<Range<usize>> {
    match unit {
        Unit::Sentence => {
            let lines = prose.lines();
            if verse::is_unstopped(lines.iter().map(|line| &prose.text()[line.clone()])) {
                return lines;
            }
            let sentences = sentences::split(prose.text(), language, prose.atomic());
            sentences.into_iter().flat_map(|range| bounded(prose.text(), range)).collect()
        }
        Unit::Line => {
            let is_blank = |line: &Range<usize>| prose.text()[line.clone()].trim().is_empty();
            prose.lines().into_iter().filter(|line| !is_blank(line)).collect()
        }
        Unit::Block => {
            let trimmed = prose.text().trim();
            let start = prose.text().len() - prose.text().trim_start().len();
            (!trimmed.is_empty()).then_some(start..start + trimmed.len()).into_iter().collect()
        }
    }
}

/// No sentence that somebody wrote has more bytes. What has is cut at white space: what is done
/// with a sentence may take time with the square of its words.
const LONGEST_SENTENCE: usize = 8_000;

/// A sentence, cut into pieces of at most [`LONGEST_SENTENCE`] bytes.
fn bounded(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let (mut pieces, mut rest) = (Vec::new(), range);
    while rest.len() > LONGEST_SENTENCE {
        let most = text.floor_char_boundary(rest.start + LONGEST_SENTENCE);
        let space = text[rest.start..most].rfind(char::is_whitespace).filter(|&at| at > 0);
        let end = space.map_or(most, |at| rest.start + at);
        pieces.push(rest.start..end);
        let next = text[end..rest.end].trim_start();
        rest.start = rest.end - next.len();
    }
    pieces.extend((!rest.is_empty()).then_some(rest));
    pieces
}

/// White space folded: a line break in the file is a space in the prose.
fn folded(text: &str) -> String {
    if is_folded(text.as_bytes()) {
        return text.to_owned();
    }
    let mut folded = String::with_capacity(text.len());
    for word in text.split([' ', '\n', '\r', '\t']).filter(|word| !word.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

/// Whether a text has no other white space than single spaces inside.
fn is_folded(text: &[u8]) -> bool {
    let is_plain = |byte: &u8| !matches!(byte, b'\n' | b'\r' | b'\t');
    let is_doubled = text.windows(2).any(|two| two == b"  ");
    let is_framed = text.first() == Some(&b' ') || text.last() == Some(&b' ');
    !is_framed && !is_doubled && text.iter().all(is_plain)
}
