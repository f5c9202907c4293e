//! FB2: a book in one file of XML, its notes in a body of their own.

use super::{
    Input,
    builder::{Parsed, RawBlock},
    prose::Prose,
    xml::{self, Piece, attribute, comment, pieces},
};
use crate::model::{BlockKind, Span, Verbatim, VerbatimKind};

/// Elements whose contents are no text of the book.
const SKIPPED: [&str; 12] = [
    "binary",
    "stylesheet",
    "src-title-info",
    "document-info",
    "publish-info",
    "custom-info",
    "genre",
    "author",
    "translator",
    "date",
    "lang",
    "keywords",
];

/// Elements that are a text by themselves.
const TEXTS: [&str; 8] =
    ["p", "subtitle", "text-author", "stanza", "td", "th", "book-title", "sequence"];

/// Reads FB2.
pub(super) fn parse(input: &Input<'_>) -> Parsed {
    let (pieces, broken) = pieces(input.text);
    let mut reader = Reader { text: input.text, ..Reader::default() };
    pieces.iter().for_each(|piece| reader.piece(piece));
    if let Some(at) = broken {
        reader.parsed.problem(Span::at(at), "malformed-catalogue");
    }
    reader.parsed
}

/// A book as it is read.
#[derive(Default)]
struct Reader<'a> {
    text: &'a str,
    parsed: Parsed,
    /// The names of the elements that are open.
    open: Vec<String>,
    /// What is being read, the bytes of its element's first tag, and what it leads to.
    block: Option<(Span, Prose, Vec<Verbatim>)>,
    /// Elements within it: where their prose begins, their tag, where they lead.
    inline: Vec<(usize, Span, Option<String>)>,
    skipped: Option<xml::Skipped>,
    /// Whether the body holds notes, and the name of the one that is read.
    has_notes: bool,
    note: String,
    row: usize,
}

impl Reader<'_> {
    fn piece(&mut self, piece: &Piece) {
        if let Some(skipped) = self.skipped.take() {
            self.skipped = xml::skipped_after(piece, skipped);
            return;
        }
        match piece {
            Piece::Open(name, attributes, span) => self.opens(name, attributes, *span),
            Piece::Close(name, span) => self.closes(name, *span),
            Piece::Text(span) | Piece::Data(span) => {
                if let Some((_, prose, _)) = &mut self.block {
                    xml::push_folded(self.text, *span, prose);
                }
            }
            Piece::Comment(span) => {
                let said = comment(span.of(self.text)).trim().to_owned();
                self.parsed.comments.push((*span, said));
            }
        }
    }

    fn opens(&mut self, name: &str, attributes: &[(String, String)], span: Span) {
        if SKIPPED.contains(&name) {
            self.skipped = Some((name.to_owned(), 1));
            return;
        }
        match name {
            "body" => {
                let named = attribute(attributes, "name");
                self.has_notes = named.is_some_and(|it| matches!(it, "notes" | "comments"));
            }
            "section" => self.note = attribute(attributes, "id").unwrap_or_default().to_owned(),
            "tr" => self.row += 1,
            _ => {}
        }
        self.open.push(name.to_owned());
        let Some((_, prose, verbatims)) = &mut self.block else {
            if TEXTS.contains(&name) {
                self.block = Some((span, Prose::default(), Vec::new()));
            }
            return;
        };
        let href = attribute(attributes, "href").unwrap_or_default();
        if name == "a" && attribute(attributes, "type") == Some("note") {
            let text = href.trim_start_matches('#').to_owned();
            verbatims.push(Verbatim { kind: VerbatimKind::FootnoteReference, span, text });
            self.open.pop();
            self.skipped = Some((name.to_owned(), 1));
        } else if name == "v" {
            if prose.len() > 0 {
                prose.push_break(Span::at(span.start));
            }
        } else {
            self.inline.push((prose.len(), span, (name == "a").then(|| href.to_owned())));
        }
    }

    fn closes(&mut self, name: &str, span: Span) {
        let depth = self.open.iter().rposition(|open| open == name);
        self.open.truncate(depth.unwrap_or(self.open.len()));
        let is_text = TEXTS.contains(&name) && !self.is_within_text();
        if is_text {
            self.end_block(name);
        } else if name != "v" {
            self.end_inline(name, span);
        }
    }

    /// Whether one of the elements that are open is a text.
    fn is_within_text(&self) -> bool {
        self.open.iter().any(|open| TEXTS.contains(&open.as_str()))
    }

    fn end_inline(&mut self, name: &str, span: Span) {
        let Some((_, prose, verbatims)) = &mut self.block else { return };
        let Some((start, tag, href)) = self.inline.pop() else { return };
        let whole = tag.join(span);
        if name == "code" {
            let text = prose.text().get(start..).unwrap_or_default().to_owned();
            prose.hold_together(start);
            verbatims.push(Verbatim { kind: VerbatimKind::Code, span: whole, text });
        }
        prose.wrap(start, whole);
        let outside = href.filter(|href| !href.is_empty() && !href.starts_with('#'));
        verbatims.extend(outside.map(|text| Verbatim {
            kind: VerbatimKind::Link,
            span: whole,
            text,
        }));
    }

    fn end_block(&mut self, name: &str) {
        self.inline.clear();
        let Some((_, prose, mut verbatims)) = self.block.take() else { return };
        let Some(span) = prose.extent() else { return };
        // The number of a note is no text.
        if self.has_notes && self.is_in("title") {
            return;
        }
        let (kind, depth) = self.kind(name);
        let label = (kind == BlockKind::Footnote).then(|| self.note.clone());
        let row = (kind == BlockKind::TableCell).then_some(self.row);
        verbatims.sort_by_key(|verbatim| verbatim.span);
        let block = RawBlock::bare(kind, span, depth);
        self.parsed.blocks.push(RawBlock { label, row, prose, verbatims, ..block });
    }

    fn is_in(&self, name: &str) -> bool {
        self.open.iter().any(|open| open == name)
    }

    fn kind(&self, name: &str) -> (BlockKind, u8) {
        let sections = self.open.iter().filter(|open| *open == "section").count();
        let level = |more: usize| u8::try_from((sections + more).clamp(1, 6)).unwrap_or(6);
        let quotes = ["cite", "epigraph", "poem"];
        let depth = self.open.iter().filter(|open| quotes.contains(&open.as_str())).count();
        let kind = match name {
            _ if self.has_notes => BlockKind::Footnote,
            "book-title" => BlockKind::Value,
            "td" | "th" => BlockKind::TableCell,
            "subtitle" => BlockKind::Heading(level(2)),
            _ if self.is_in("title") => BlockKind::Heading(level(1)),
            _ => BlockKind::Paragraph,
        };
        (kind, u8::try_from(depth).unwrap_or(u8::MAX))
    }
}
