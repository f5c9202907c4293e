//! reStructuredText, as docutils and Sphinx write it: by lines and their indentation.
//!
//! There is no crate for it that knows places. Directives with text (notes, admonitions, figures,
//! tabs) are read, those of code are code, roles and references stand apart.

mod directives;
mod fit;
mod inline;
mod lines;
mod tables;

use std::ops::Range;

pub(super) use self::fit::fitted;
use self::{
    directives::{Body, Directive},
    lines::{Line, lines},
};
use super::{
    Input,
    builder::{Parsed, RawBlock},
    prose::Prose,
};
use crate::model::{BlockKind, Span, Verbatim, VerbatimKind};

/// How deep bodies may stand in each other.
const DEEPEST: usize = 40;

/// Reads reStructuredText.
pub(super) fn parse(input: &Input<'_>) -> Parsed {
    let lines = lines(input.text);
    let mut reader =
        Reader { text: input.text, lines: &lines, parsed: Parsed::default(), styles: Vec::new() };
    reader.body(0..lines.len(), &Place::default());
    reader.parsed
}

/// What a body stands in.
#[derive(Debug, Clone, Default)]
struct Place {
    /// Lists and quotations around it.
    depth: u8,
    /// How many bodies are around it.
    nested: usize,
    /// What its paragraphs are; none is paragraphs.
    kind: Option<BlockKind>,
    label: Option<String>,
    row: Option<usize>,
    /// Whether its first paragraph is that of a list item.
    is_item: bool,
}

impl Place {
    fn deeper(&self) -> Self {
        Self { nested: self.nested + 1, is_item: false, ..self.clone() }
    }

    fn in_list(&self) -> Self {
        Self { depth: self.depth.saturating_add(1), ..self.deeper() }
    }
}

struct Reader<'a> {
    text: &'a str,
    lines: &'a [Line],
    parsed: Parsed,
    /// The styles of headings in the order in which they came, each a level.
    styles: Vec<(char, bool)>,
}

impl<'a> Reader<'a> {
    fn line(&self, at: usize) -> Line {
        self.lines.get(at).copied().unwrap_or_default()
    }

    fn content(&self, at: usize) -> &'a str {
        self.line(at).content.of(self.text)
    }

    /// The end of the lines from `from` on that are blank or indented by `indent` or more.
    fn indented(&self, from: usize, end: usize, indent: usize) -> usize {
        let mut last = from;
        for at in from..end {
            let line = self.line(at);
            if !line.is_blank() && line.indent < indent {
                break;
            }
            if !line.is_blank() {
                last = at + 1;
            }
        }
        last
    }

    /// The end of the lines from `from` on that are not blank and indented just so.
    fn paragraph_end(&self, from: usize, end: usize, indent: usize) -> usize {
        let is_inside = |at: &usize| !self.line(*at).is_blank() && self.line(*at).indent == indent;
        from + (from..end).take_while(is_inside).count()
    }

    /// Reads the lines of a body.
    fn body(&mut self, range: Range<usize>, place: &Place) {
        if place.nested > DEEPEST {
            return;
        }
        let mut place = place.clone();
        let first = range.clone().find(|at| !self.line(*at).is_blank());
        let Some(first) = first else { return };
        let indent = self.line(first).indent;
        let mut at = first;
        while at < range.end {
            let line = self.line(at);
            at = if line.is_blank() {
                at + 1
            } else if line.indent > indent {
                let end = self.indented(at, range.end, indent + 1);
                self.body(at..end, &place.in_list());
                end
            } else {
                self.element(at, range.end, indent, &mut place).max(at + 1)
            };
        }
    }

    /// Reads what begins at a line; gives where it ends.
    fn element(&mut self, at: usize, end: usize, indent: usize, place: &mut Place) -> usize {
        let content = self.content(at);
        if content.starts_with(".. ") || content == ".." {
            return self.explicit(at, end, indent, place);
        }
        if let Some(after) = self.heading(at, end, indent, place) {
            return after;
        }
        if content.starts_with("__ ") || content.starts_with(">>> ") {
            let last = self.paragraph_end(at, end, indent);
            if content.starts_with(">>>") {
                self.code(at..last, place, "pycon");
            }
            return last;
        }
        if let Some(after) = self.table(at, end, indent, place) {
            return after;
        }
        if let Some(width) = lines::marker(content) {
            return self.item(at, end, width, place);
        }
        if let Some(name) = lines::field(content) {
            return self.field(at, end, indent, &name, place);
        }
        self.paragraph(at, end, indent, place)
    }

    /// A heading with its line of signs below, and maybe one above.
    fn heading(&mut self, at: usize, end: usize, indent: usize, place: &Place) -> Option<usize> {
        let is_line = |at: usize| (at < end).then(|| lines::adornment(self.content(at))).flatten();
        let overline = is_line(at).filter(|_| {
            at + 2 < end && is_line(at + 2).is_some() && is_line(at + 2) == is_line(at)
        });
        let title = if overline.is_some() { at + 1 } else { at };
        let sign = is_line(title + 1);
        let width = |at: usize| self.content(at).chars().count();
        let is_long = sign.is_some() && width(title + 1) + 3 >= width(title);
        let is_heading =
            is_long && is_line(title).is_none() && self.line(title + 1).indent == indent;
        if let Some(sign) = sign.filter(|_| is_heading && !self.line(title).is_blank()) {
            let style = (sign, overline.is_some());
            let known = self.styles.iter().position(|known| *known == style);
            let level = known.unwrap_or_else(|| {
                self.styles.push(style);
                self.styles.len() - 1
            });
            let level = u8::try_from(level + 1).unwrap_or(6).min(6);
            self.text_block(&[self.line(title).content], BlockKind::Heading(level), place);
            return Some(title + 2);
        }
        // A line of signs alone parts what is before it from what is after it.
        is_line(at).filter(|_| self.content(at).chars().count() >= 4).map(|_| at + 1)
    }

    /// Directives, notes, targets, substitutions, comments.
    fn explicit(&mut self, at: usize, end: usize, indent: usize, place: &Place) -> usize {
        let content = self.content(at);
        if content == ".." && self.line(at + 1).is_blank() {
            // An empty comment, which only parts a quotation from a list.
            return at + 1;
        }
        let after = self.indented(at + 1, end, indent + 1).max(at + 1);
        let rest = content.strip_prefix("..").unwrap_or_default().trim_start();
        let start = self.line(at).content.end - rest.len();
        if let Some((label, length)) = lines::note(rest) {
            let place =
                Place { kind: Some(BlockKind::Footnote), label: Some(label), ..place.deeper() };
            self.first_and_body(start + length, at, after, &place);
        } else if let Some(directive) = Directive::of(rest) {
            self.directive(&directive, start, at..after, place);
        } else if !rest.starts_with(['_', '|', '[']) {
            let span = self.line(at).content.join(self.line(after - 1).content);
            let text = span.of(self.text).strip_prefix("..").unwrap_or_default();
            self.parsed.comments.push((span, text.trim().to_owned()));
        }
        after
    }

    /// The rest of a line from `start` on, and the body below it, as one.
    fn first_and_body(&mut self, start: usize, at: usize, after: usize, place: &Place) {
        let first = Span::new(start.min(self.line(at).content.end), self.line(at).content.end);
        if first.of(self.text).trim().is_empty() {
            self.body(at + 1..after, place);
            return;
        }
        let indent = self.line(at + 1).indent;
        let last = if at + 1 < after { self.paragraph_end(at + 1, after, indent) } else { at + 1 };
        let mut spans = vec![lines::trimmed(self.text, first)];
        spans.extend((at + 1..last).map(|at| self.line(at).content));
        let mut place = place.clone();
        let kind = self.kind(&mut place);
        self.text_block(&spans, kind, &place);
        self.body(last..after, &place);
    }

    fn directive(
        &mut self,
        directive: &Directive,
        start: usize,
        range: Range<usize>,
        place: &Place,
    ) {
        let options = self.options(range.start + 1, range.end);
        let argument = start + directive.argument;
        let inner = Place { kind: None, ..place.deeper() };
        let body = options..range.end;
        match directive.body {
            Body::Code => {
                if body.is_empty() {
                    return;
                }
                let label = self.text.get(argument..self.line(range.start).content.end);
                self.code(body, &inner, label.unwrap_or_default().trim());
            }
            Body::Text => self.first_with_options(argument, range, body, &inner),
            Body::Title => {
                let title = Span::new(argument, self.line(range.start).content.end.max(argument));
                let title = lines::trimmed(self.text, title);
                self.text_block(&[title], BlockKind::Paragraph, &inner);
                self.captions(range.start + 1..options);
                self.body(body, &inner);
            }
            Body::Below => {
                self.captions(range.start + 1..options);
                self.body(body, &inner);
            }
            Body::None => self.captions(range.start + 1..options),
        }
    }

    /// A note whose text begins beside its name, or below its options.
    fn first_with_options(
        &mut self,
        argument: usize,
        range: Range<usize>,
        body: Range<usize>,
        place: &Place,
    ) {
        let has_options = body.start > range.start + 1;
        if has_options {
            let first = Span::new(argument, self.line(range.start).content.end.max(argument));
            let first = lines::trimmed(self.text, first);
            self.text_block(&[first], BlockKind::Paragraph, place);
            self.body(body, place);
        } else {
            self.first_and_body(argument, range.start, range.end, place);
        }
    }

    /// Where the options of a directive end.
    fn options(&self, from: usize, end: usize) -> usize {
        let is_option = |at: &usize| lines::field(self.content(*at)).is_some();
        from + (from..end).take_while(is_option).count()
    }

    /// Options that a reader meets.
    fn captions(&mut self, range: Range<usize>) {
        for at in range {
            let content = self.content(at);
            let shown = [":alt:", ":caption:", ":title:"];
            let Some(name) = shown.iter().find(|name| content.starts_with(**name)) else {
                continue;
            };
            let line = self.line(at).content;
            let value = lines::trimmed(self.text, Span::new(line.start + name.len(), line.end));
            let label = Some(name.trim_matches(':').to_owned());
            let place = Place { label, ..Place::default() };
            self.text_block(&[value], BlockKind::Value, &place);
        }
    }

    fn item(&mut self, at: usize, end: usize, width: usize, place: &Place) -> usize {
        let after = self.indented(at + 1, end, self.line(at).indent + 1).max(at + 1);
        let start = self.line(at).content.start + width;
        let place = Place { is_item: true, ..place.in_list() };
        self.first_and_body(start, at, after, &place);
        after
    }

    fn field(&mut self, at: usize, end: usize, indent: usize, name: &str, place: &Place) -> usize {
        let after = self.indented(at + 1, end, indent + 1).max(at + 1);
        let start = self.line(at).content.start + name.len() + 2;
        let place =
            Place { kind: Some(BlockKind::Value), label: Some(name.to_owned()), ..place.deeper() };
        self.first_and_body(start, at, after, &place);
        after
    }

    /// A paragraph; the block below it is code where it ends in two colons.
    fn paragraph(&mut self, at: usize, end: usize, indent: usize, place: &mut Place) -> usize {
        let after = self.paragraph_end(at, end, indent).max(at + 1);
        let mut spans: Vec<Span> = (at..after).map(|at| self.line(at).content).collect();
        let last = self.content(after - 1);
        let announces = last.ends_with("::");
        if let Some(span) = spans.last_mut().filter(|_| announces) {
            // One of the two colons is shown, unless they stand alone.
            span.end -=
                if last.trim_end_matches(':').ends_with(' ') || last == "::" { 2 } else { 1 };
        }
        let is_verse = spans.first().is_some_and(|span| span.of(self.text).starts_with("| "));
        if is_verse {
            // A line that goes on has no bar of its own.
            for span in spans.iter_mut().filter(|span| span.of(self.text).starts_with("| ")) {
                span.start += "| ".len();
            }
        }
        let kind = self.kind(place);
        self.lines_block(&spans, kind, place, is_verse);
        if !announces {
            return after;
        }
        let code = self.indented(after, end, indent + 1);
        if code > after {
            self.code(after..code, place, "");
        }
        code.max(after)
    }

    /// What the next paragraph is; the first of an item is its own.
    fn kind(&self, place: &mut Place) -> BlockKind {
        let is_item = std::mem::take(&mut place.is_item);
        let kind = place.kind;
        kind.unwrap_or(if is_item { BlockKind::ListItem } else { BlockKind::Paragraph })
    }

    fn text_block(&mut self, spans: &[Span], kind: BlockKind, place: &Place) {
        self.lines_block(spans, kind, place, false);
    }

    fn lines_block(&mut self, spans: &[Span], kind: BlockKind, place: &Place, is_verse: bool) {
        let mut raw = Prose::default();
        for span in spans.iter().filter(|span| !span.is_empty()) {
            match raw.len() {
                0 => {}
                // The lines of a cell are as long as the column is wide.
                _ if kind == BlockKind::TableCell => raw.push(" ", Span::at(span.start)),
                _ if is_verse => raw.push("\n", Span::at(span.start)),
                _ => raw.push_break(Span::at(span.start)),
            }
            raw.push(span.of(self.text), *span);
        }
        let Some(span) = raw.extent() else { return };
        let (prose, verbatims) = inline::read(&raw);
        let depth = if place.kind == Some(BlockKind::Footnote) { 0 } else { place.depth };
        let block = RawBlock::bare(kind, span, depth);
        let (label, row) = (place.label.clone(), place.row);
        self.parsed.blocks.push(RawBlock { label, row, prose, verbatims, ..block });
    }

    fn code(&mut self, range: Range<usize>, place: &Place, label: &str) {
        let inside = range.filter(|at| !self.line(*at).is_blank());
        let inside: Vec<usize> = inside.collect();
        let (Some(first), Some(last)) = (inside.first(), inside.last()) else { return };
        let span = self.line(*first).content.join(self.line(*last).content);
        let text = span.of(self.text).to_owned();
        let verbatims = vec![Verbatim { kind: VerbatimKind::Code, span, text }];
        let block = RawBlock::bare(BlockKind::Code, span, place.depth);
        self.parsed.blocks.push(RawBlock { label: Some(label.to_owned()), verbatims, ..block });
    }
}
