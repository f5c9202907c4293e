//! A document as read: its text, its blocks, its segments.

use std::{ops::Range, sync::Arc};

use super::{Around, Inside, Language, LineIndex, Message, Origin, Place, RepoPath, Span};

/// Bytes that are kept on either side of a part of a segment; reports show a few lines.
const MOST_AROUND: usize = 4096;

/// So many segments at most stand in another one before a place in that.
const MOST_NESTED: usize = 32;

/// What part of a document a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// A heading and its level, from 1.
    Heading(u8),
    /// A paragraph of prose.
    Paragraph,
    /// The text of a list item; further paragraphs of an item are paragraphs.
    ListItem,
    /// A cell of a table.
    TableCell,
    /// The text of a footnote.
    Footnote,
    /// A value of the front matter that is text to translate; its key is the block's label.
    FrontMatter,
    /// A text that is known by its name, which is the block's label: an attribute of a page, an
    /// entry of a catalogue.
    Value,
    /// Code, fenced or indented: compared, not translated.
    Code,
    /// Markup with no text in it: HTML, template tags, imports, thematic breaks.
    Markup,
}

impl BlockKind {
    /// Whether blocks of this kind hold segments to translate.
    #[must_use]
    pub const fn is_prose(self) -> bool {
        !matches!(self, Self::Code | Self::Markup)
    }
}

/// A stretch of time, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeSpan {
    /// Its beginning.
    pub start: u64,
    /// Its end.
    pub end: u64,
}

/// What a catalogue itself says of a translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// What stands there is no translation yet.
    Missing,
    /// The original changed since; what it said, where that is known.
    OutOfDate(String),
    /// Somebody looked at it and found it right.
    Confirmed,
    /// It is released.
    Approved,
}

/// A piece of a document with its place in the structure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its bytes, without list marker, quote prefix of the first line, or line end.
    pub span: Span,
    /// How many lists and block quotes it stands in.
    pub depth: u8,
    /// A footnote's label, a front matter key, the language of code.
    pub label: Option<String>,
    /// The row of a table that a cell stands in: cells with the same number stand in one row.
    pub row: Option<usize>,
    /// When it is shown, in subtitles.
    pub time: Option<TimeSpan>,
    /// What the file says of it as a translation.
    pub standing: Option<Standing>,
    /// Its segments, as indices into [`Document::segments`].
    pub segments: Range<usize>,
    /// Its verbatim pieces, as indices into [`Document::verbatims`].
    pub verbatims: Range<usize>,
}

/// What a verbatim piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VerbatimKind {
    /// Code, inline or a whole block.
    Code,
    /// The target of a link.
    Link,
    /// The target of an image.
    Image,
    /// An HTML tag.
    Html,
    /// A template tag or placeholder: `{% … %}`, `{{ … }}`, MDX.
    Template,
    /// A reference to a footnote; the text is its label.
    FootnoteReference,
}

/// A piece that is compared with the other side and not translated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verbatim {
    /// What it is.
    pub kind: VerbatimKind,
    /// Its bytes, delimiters included.
    pub span: Span,
    /// What is compared: the code, the URL, the tag.
    pub text: String,
}

/// A sentence, or a whole block where the project's unit is the block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// The block it stands in, as an index into [`Document::blocks`].
    pub block: usize,
    /// Its bytes in the file, from its first to its last character.
    pub span: Span,
    /// The prose as a reader sees it: no markup, white space folded, otherwise untouched
    /// (soft hyphens, stress marks and the like are still there).
    pub text: String,
}

impl Segment {
    /// How many words the prose has: runs between white space that hold a letter or a digit.
    #[must_use]
    pub fn words(&self) -> usize {
        count_words(&self.text)
    }
}

/// How many words prose has: runs between white space that hold a letter or a digit.
#[must_use]
pub fn count_words(prose: &str) -> usize {
    let (mut count, mut is_counted) = (0, false);
    for c in prose.chars() {
        if c.is_whitespace() {
            is_counted = false;
        } else if !is_counted && counts(c) {
            is_counted = true;
            count += 1;
        }
    }
    count
}

/// Whether a character makes a word of what it stands in; Russian letters need no table for that.
fn counts(c: char) -> bool {
    matches!(c, 'а'..='я' | 'А'..='Я') || c.is_alphanumeric()
}

/// A comment in the format's own syntax; some of them speak to Sverka.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Its bytes, delimiters included.
    pub span: Span,
    /// What stands between the delimiters, trimmed.
    pub text: String,
    /// The block that follows, as an index into [`Document::blocks`]; may be one past the last.
    pub next_block: usize,
}

/// Something wrong with a file that did not keep the rest of it from being read.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Where.
    pub span: Span,
    /// What, as a message with its cure.
    pub message: Message,
}

/// A file of one language, parsed.
///
/// Blocks, segments, verbatims and comments are in the order of the file. All the text of the
/// file is in [`Document::text`]; spans point into it. Of a package it is the text that was found
/// in it, and [`Document::origin`] knows where.
#[derive(Debug, Clone)]
pub struct Document {
    /// Where the file is.
    pub path: RepoPath,
    /// The language it should be in.
    pub language: Language,
    /// The file, byte for byte; of a package its view.
    pub text: String,
    /// Its parts.
    pub blocks: Vec<Block>,
    /// Its sentences.
    pub segments: Vec<Segment>,
    /// What is compared and not translated.
    pub verbatims: Vec<Verbatim>,
    /// Its comments.
    pub comments: Vec<Comment>,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
    /// Where its lines start.
    pub lines: LineIndex,
    /// Whether it is a catalogue: its blocks are known by their labels, and are paired by them.
    pub keyed: bool,
    /// Where the text comes from, if it is not the file byte for byte.
    pub origin: Option<Arc<Origin>>,
}

impl Document {
    /// How many words its prose has.
    #[must_use]
    pub fn words(&self) -> usize {
        self.segments.iter().map(Segment::words).sum()
    }

    /// The block of the segment at `index`.
    #[must_use]
    pub fn block_of(&self, index: usize) -> &Block {
        &self.blocks[self.segments[index].block]
    }

    /// The segments from the one around `offset` on, or the first after it. Where one stands in
    /// another, as an attribute in a line does, it is the inner one.
    #[must_use]
    pub fn segments_from(&self, offset: usize) -> &[Segment] {
        let after = self.segments.partition_point(|segment| segment.span.start <= offset);
        let near = self.segments[after.saturating_sub(MOST_NESTED)..after].iter().rev();
        let back = near.into_iter().position(|segment| offset < segment.span.end);
        &self.segments[back.map_or(after, |back| after - 1 - back)..]
    }

    /// The bytes from the first to the last of `segments`.
    #[must_use]
    pub fn span_of(&self, segments: &Range<usize>) -> Option<Span> {
        let first = self.segments.get(segments.start)?;
        let last = self.segments[segments.clone()].last()?;
        Some(first.span.join(last.span))
    }

    /// What stands in the file from the first to the last of `segments`.
    #[must_use]
    pub fn raw_of(&self, segments: &Range<usize>) -> &str {
        self.span_of(segments).map_or("", |span| span.of(&self.text))
    }

    /// The prose of each of `segments`; none where the document has no such.
    #[must_use]
    pub fn texts_of(&self, segments: &Range<usize>) -> Vec<String> {
        let segments = self.segments.get(segments.clone()).unwrap_or_default();
        segments.iter().map(|segment| segment.text.clone()).collect()
    }

    /// The prose of `segments`, a space between two.
    #[must_use]
    pub fn prose_of(&self, segments: &Range<usize>) -> String {
        let texts: Vec<&str> =
            self.segments[segments.clone()].iter().map(|s| s.text.as_str()).collect();
        texts.join(" ")
    }

    /// The place of `span` in this document.
    #[must_use]
    pub fn place(&self, span: Span) -> Place {
        Place {
            path: self.path.clone(),
            span,
            start: self.lines.position(&self.text, span.start),
            end: self.lines.position(&self.text, span.end),
            text: self.shown(span),
            inside: self.inside(span.start),
            around: self.around(span),
        }
    }

    /// What stands at `span`; letters of a catalogue that are written by their numbers as a reader
    /// sees them.
    fn shown(&self, span: Span) -> String {
        let written = span.of(&self.text);
        if !self.keyed || !written.contains("\\u") {
            return written.to_owned();
        }
        let first = self.segments.partition_point(|segment| segment.span.start < span.start);
        let inside = self.segments[first..].iter().take_while(|it| it.span.start < span.end);
        let whole = inside.filter(|segment| span.contains(segment.span));
        let read: Vec<&str> = whole.map(|segment| segment.text.as_str()).collect();
        if read.is_empty() { written.to_owned() } else { read.join(" ") }
    }

    /// Where inside of the file the byte at `offset` stands, where lines do not tell.
    fn inside(&self, offset: usize) -> Option<Inside> {
        if let Some(origin) = &self.origin {
            let (part, paragraph) = origin.paragraph(offset)?;
            return Some(Inside::Paragraph { part: part.to_owned(), number: paragraph });
        }
        if !self.keyed {
            return None;
        }
        let after = self.blocks.partition_point(|block| block.span.start <= offset);
        let block = self.blocks.get(after.checked_sub(1)?)?;
        block.label.clone().map(Inside::Key)
    }

    /// The bytes of the file.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        self.origin.as_ref().map_or(self.text.as_bytes(), |origin| &origin.bytes)
    }

    fn around(&self, span: Span) -> Around {
        let from = self.segments_from(span.start);
        if span.is_empty() {
            let before = self.segments[..self.segments.len() - from.len()].last();
            let after = from.iter().find(|segment| segment.span.start >= span.start);
            let text = |segment: Option<&Segment>, cut: fn(&str) -> &str| {
                segment.map(|segment| cut(&segment.text).to_owned()).unwrap_or_default()
            };
            let (before, after) = (text(before, end_of), text(after, beginning_of));
            return Around { before, after, prose: String::new() };
        }
        let is_part =
            |segment: &&Segment| segment.span.contains(span) && segment.span.len() > span.len();
        if let Some(segment) = from.first().filter(is_part) {
            let part = |start, end| self.text.get(start..end).unwrap_or_default();
            let before = end_of(part(segment.span.start, span.start));
            let after = beginning_of(part(span.end, segment.span.end));
            let (before, after) = (before.to_owned(), after.to_owned());
            return Around { before, after, prose: String::new() };
        }
        let inside = from.iter().take_while(|segment| span.contains(segment.span));
        let texts: Vec<&str> = inside.map(|segment| segment.text.as_str()).collect();
        Around { prose: texts.join(" "), ..Around::default() }
    }
}

fn beginning_of(text: &str) -> &str {
    text.get(..text.floor_char_boundary(MOST_AROUND)).unwrap_or_default()
}

fn end_of(text: &str) -> &str {
    let start = text.len().saturating_sub(MOST_AROUND);
    text.get(text.ceil_char_boundary(start)..).unwrap_or_default()
}
