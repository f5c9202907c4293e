//! AsciiDoc, by lines: sections, lists, blocks between delimiters, tables, notes inside of lines.

mod inline;
mod lines;
mod tables;

use std::ops::Range;

use self::lines::{Fence, Line, lines};
use super::{
    Input,
    builder::{Parsed, RawBlock},
    prose::Prose,
};
use crate::model::{BlockKind, Span, Verbatim, VerbatimKind};

/// Reads AsciiDoc.
pub(super) fn parse(input: &Input<'_>) -> Parsed {
    let lines = lines(input.text);
    let mut reader = Reader {
        text: input.text,
        lines: &lines,
        parsed: Parsed::default(),
        fences: Vec::new(),
        list: 0,
        notes: 0,
    };
    let mut at = 0;
    while at < lines.len() {
        at = reader.element(at).max(at + 1);
    }
    reader.parsed
}

struct Reader<'a> {
    text: &'a str,
    lines: &'a [Line],
    parsed: Parsed,
    /// The delimiters of the blocks that are open.
    fences: Vec<Fence<'a>>,
    /// How deep the list is that goes on here.
    list: u8,
    notes: usize,
}

impl<'a> Reader<'a> {
    fn content(&self, at: usize) -> &'a str {
        self.lines.get(at).map_or("", |line| line.content.of(self.text))
    }

    fn span(&self, at: usize) -> Span {
        self.lines.get(at).map_or(Span::at(self.text.len()), |line| line.content)
    }

    /// Lists and quotations around what stands here.
    fn depth(&self) -> u8 {
        let quotes = self.fences.iter().filter(|fence| fence.is_quote()).count();
        self.list.saturating_add(u8::try_from(quotes).unwrap_or(u8::MAX))
    }

    /// Reads what begins at a line; gives where it ends.
    fn element(&mut self, at: usize) -> usize {
        let content = self.content(at);
        if content.is_empty() {
            // A list ends where something else begins after an empty line.
            let next = self.content(at + 1);
            let goes_on = lines::marker(next).is_some() || next == "+" || next.is_empty();
            self.list = if goes_on { self.list } else { 0 };
            return at + 1;
        }
        if let Some(comment) = lines::comment(content) {
            self.parsed.comments.push((self.span(at), comment.to_owned()));
            return at + 1;
        }
        if let Some(fence) = Fence::of(content) {
            return self.fence(at, fence);
        }
        if let Some((file, text)) = lines::image(content) {
            self.image(at, file, text);
            return at + 1;
        }
        if lines::is_markup(content) {
            return at + 1;
        }
        if let Some((level, length)) = lines::heading(content) {
            self.list = 0;
            let title = Span::new(self.span(at).start + length, self.span(at).end);
            self.block(&[title], BlockKind::Heading(level), 0);
            return if level == 1 { self.header_end(at + 1) } else { at + 1 };
        }
        if content.starts_with('.') && lines::marker(content).is_none() {
            let title = Span::new(self.span(at).start + 1, self.span(at).end);
            self.block(&[title], BlockKind::Paragraph, self.depth());
            return at + 1;
        }
        if let Some((depth, length)) = lines::marker(content) {
            self.list = depth;
            return self.paragraph(at, length, BlockKind::ListItem);
        }
        if let Some((term, after)) = lines::definition(content) {
            return self.definition(at, term, after);
        }
        let is_literal = self.lines.get(at).is_some_and(|line| line.is_indented) && self.list == 0;
        if is_literal {
            let end = self.paragraph_end(at + 1);
            self.code(at..end, "");
            return end;
        }
        let label = lines::admonition(content);
        self.paragraph(at, label, BlockKind::Paragraph)
    }

    /// Where the header of a document ends, if its title is followed by one: who wrote it, when,
    /// its attributes.
    fn header_end(&self, from: usize) -> usize {
        let is_inside = |at: &usize| !self.content(*at).is_empty();
        let end = from + (from..self.lines.len()).take_while(is_inside).count();
        let is_header = (from..end).any(|at| lines::is_attribute(self.content(at)))
            || self.content(from).contains('@');
        if is_header { end } else { from }
    }

    fn fence(&mut self, at: usize, fence: Fence<'a>) -> usize {
        if fence.holds_text() {
            match self.fences.iter().rposition(|open| *open == fence) {
                Some(open) => self.fences.truncate(open),
                None => self.fences.push(fence),
            }
            return at + 1;
        }
        let rest = self.lines.get(at + 1..).unwrap_or_default();
        let is_end = |line: &Line| line.content.of(self.text) == fence.sign();
        let length = rest.iter().position(is_end).unwrap_or(rest.len());
        let inside = at + 1..at + 1 + length;
        if fence.is_table() {
            self.table(inside.clone());
        } else if fence.is_comment() {
            let span = self.span(at).join(self.span(inside.end.min(self.lines.len() - 1)));
            self.parsed.comments.push((span, String::new()));
        } else {
            self.code(inside.clone(), "");
        }
        inside.end + 1
    }

    /// The first line from `from` on that does not belong to the paragraph.
    fn paragraph_end(&self, from: usize) -> usize {
        let ends = |at: &usize| {
            let content = self.content(*at);
            content.is_empty()
                || content == "+"
                || lines::marker(content).is_some()
                || lines::definition(content).is_some()
                || lines::comment(content).is_some()
                || Fence::of(content).is_some()
        };
        (from..self.lines.len()).find(ends).unwrap_or(self.lines.len())
    }

    /// A paragraph whose first line has a marker of so many bytes.
    fn paragraph(&mut self, at: usize, marker: usize, kind: BlockKind) -> usize {
        let end = self.paragraph_end(at + 1);
        let mut spans: Vec<Span> = (at..end).map(|at| self.span(at)).collect();
        if let Some(first) = spans.first_mut() {
            first.start = (first.start + marker).min(first.end);
        }
        self.block(&spans, kind, self.depth());
        end
    }

    fn definition(&mut self, at: usize, term: usize, after: usize) -> usize {
        let line = self.span(at);
        let depth = self.depth();
        self.block(&[Span::new(line.start, line.start + term)], BlockKind::Paragraph, depth);
        if after >= line.len() {
            return at + 1;
        }
        let end = self.paragraph_end(at + 1);
        let mut spans: Vec<Span> = (at..end).map(|at| self.span(at)).collect();
        if let Some(first) = spans.first_mut() {
            first.start += after;
        }
        self.block(&spans, BlockKind::Paragraph, depth.saturating_add(1));
        end
    }

    /// A block of text; a note after a sentence of it is a block of its own.
    fn block(&mut self, spans: &[Span], kind: BlockKind, depth: u8) {
        let mut raw = Prose::default();
        let mut is_broken = false;
        for span in spans.iter().filter(|span| !span.is_empty()) {
            if raw.len() > 0 && is_broken {
                raw.push("\n", Span::at(span.start));
            } else if raw.len() > 0 {
                raw.push_break(Span::at(span.start));
            }
            let content = span.of(self.text);
            is_broken = content.ends_with(" +");
            let length = if is_broken { content.len() - 2 } else { content.len() };
            let inside = Span::new(span.start, span.start + length);
            raw.push(inside.of(self.text), inside);
        }
        let mut start = 0;
        for note in inline::notes(raw.text()) {
            let before = raw.text().get(start..note.whole.start).unwrap_or_default();
            let mut part = part_of(&raw, start..start + before.trim_end().len());
            let stop = raw.text().get(note.stop.clone()).unwrap_or_default();
            // The stop stands behind the note, which is no part of the sentence.
            if part.len() > 0 {
                part.push(stop, Span::at(raw.span(&note.whole).start));
            }
            self.part(&part, kind, depth, None);
            self.notes += 1;
            let label = Some(self.notes.to_string());
            self.part(&part_of(&raw, note.text), BlockKind::Footnote, 0, label);
            start = note.stop.end;
        }
        self.part(&part_of(&raw, start..raw.len()), kind, depth, None);
    }

    fn part(&mut self, part: &Prose, kind: BlockKind, depth: u8, label: Option<String>) {
        let Some(span) = part.extent().filter(|_| !part.text().trim().is_empty()) else { return };
        let (prose, verbatims) = inline::read(part);
        let block = RawBlock::bare(kind, span, depth);
        self.parsed.blocks.push(RawBlock { label, prose, verbatims, ..block });
    }

    /// An image on a line of its own, with the text in its place.
    fn image(&mut self, at: usize, file: &str, text: Range<usize>) {
        let line = self.span(at);
        let verbatim = Verbatim { kind: VerbatimKind::Image, span: line, text: file.to_owned() };
        let span = line.part(text);
        let mut prose = Prose::default();
        prose.push(span.of(self.text), span);
        let block = RawBlock::bare(BlockKind::Paragraph, line, self.depth());
        let label = Some("alt".to_owned());
        self.parsed.blocks.push(RawBlock { label, prose, verbatims: vec![verbatim], ..block });
    }

    fn code(&mut self, range: Range<usize>, label: &str) {
        if range.is_empty() {
            return;
        }
        let span = self.span(range.start).join(self.span(range.end - 1));
        let text = span.of(self.text).to_owned();
        let verbatims = vec![Verbatim { kind: VerbatimKind::Code, span, text }];
        let block = RawBlock::bare(BlockKind::Code, span, self.depth());
        self.parsed.blocks.push(RawBlock { label: Some(label.to_owned()), verbatims, ..block });
    }
}

/// A part of a paragraph, without the white space before it.
fn part_of(raw: &Prose, range: Range<usize>) -> Prose {
    let mut part = Prose::default();
    let text = raw.text().get(range.clone()).unwrap_or_default();
    let start = range.start + text.len() - text.trim_start().len();
    part.push_from(raw, start.min(range.end)..range.end);
    part
}
