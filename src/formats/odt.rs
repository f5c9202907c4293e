//! ODT: the paragraphs of LibreOffice, in the accepted view of tracked changes.

use std::collections::HashMap;

use super::{
    builder::RawBlock,
    package::{Package, Refused},
    prose::Prose,
    view::View,
    xml::{self, Piece, attribute},
};
use crate::model::{BlockKind, Language, Span, Verbatim, VerbatimKind};

/// Elements whose contents are no text.
const SKIPPED: [&str; 14] = [
    "tracked-changes",
    "annotation",
    "note-citation",
    "table-of-content",
    "alphabetical-index",
    "illustration-index",
    "table-index",
    "bibliography",
    "page-number",
    "page-count",
    "date",
    "time",
    "forms",
    "math",
];

/// No style is based on more than so many others.
const DEEPEST: usize = 20;

/// Reads the text with its notes, then headers and footers.
pub(super) fn read(package: &mut Package<'_>, _: Language) -> Result<View, Refused> {
    let mut view = View::default();
    let content = package.text("content.xml")?.ok_or(Refused::Damaged)?;
    let styles = package.text("styles.xml")?.unwrap_or_default();
    let body = xml::strict(&content).ok_or(Refused::Damaged)?;
    let pages = xml::strict(&styles).ok_or(Refused::Damaged)?;
    let mut parents = HashMap::new();
    [&pages, &body].into_iter().for_each(|pieces| learn(pieces, &mut parents));
    for (name, text, pieces, root) in
        [("content.xml", content, body, "text"), ("styles.xml", styles, pages, "master-styles")]
    {
        let mut reader = Reader::new(&text, &parents, root);
        pieces.iter().for_each(|piece| reader.piece(piece));
        let blocks = reader.finish();
        view.add(name, text, blocks);
    }
    Ok(view)
}

/// Which style each is based on.
fn learn(pieces: &[Piece], parents: &mut HashMap<String, String>) {
    for piece in pieces {
        if let Piece::Open(name, attributes, _) = piece
            && name == "style"
        {
            let style = attribute(attributes, "style:name").unwrap_or_default().to_owned();
            let parent = attribute(attributes, "parent-style-name").unwrap_or_default().to_owned();
            parents.insert(style, parent);
        }
    }
}

/// A paragraph that is being read.
#[derive(Debug, Default)]
struct Paragraph {
    prose: Prose,
    verbatims: Vec<Verbatim>,
    style: String,
    heading: Option<u8>,
    /// Whether changes of it wait to be accepted.
    is_revised: bool,
}

/// A list that is open: whether its item has had its own text.
#[derive(Debug, Default)]
struct List {
    begun: bool,
}

/// Reads the pieces of a part.
struct Reader<'a> {
    text: &'a str,
    parents: &'a HashMap<String, String>,
    /// The element that holds what is to be read, and whether it is open.
    root: &'a str,
    is_inside: bool,
    blocks: Vec<RawBlock>,
    notes: Vec<RawBlock>,
    open: Vec<Paragraph>,
    lists: Vec<List>,
    cells: usize,
    row: usize,
    note: Option<String>,
    note_count: usize,
    /// Spans of text: whether each is code, and where it begins.
    runs: Vec<(bool, usize)>,
    links: Vec<(Span, String)>,
    skipped: Option<xml::Skipped>,
    /// Tracked insertions that are open.
    changes: usize,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, parents: &'a HashMap<String, String>, root: &'a str) -> Self {
        Self {
            text,
            parents,
            root,
            is_inside: false,
            blocks: Vec::new(),
            notes: Vec::new(),
            open: Vec::new(),
            lists: Vec::new(),
            cells: 0,
            row: 0,
            note: None,
            note_count: 0,
            runs: Vec::new(),
            links: Vec::new(),
            skipped: None,
            changes: 0,
        }
    }

    /// The blocks, the notes after all else.
    fn finish(self) -> Vec<RawBlock> {
        self.blocks.into_iter().chain(self.notes).collect()
    }

    fn piece(&mut self, piece: &Piece) {
        if let Some(skipped) = self.skipped.take() {
            self.skipped = xml::skipped_after(piece, skipped);
            return;
        }
        match piece {
            Piece::Open(name, attributes, span) => {
                let is_root = name == self.root
                    && (name != "text" || span.of(self.text).starts_with("<office:text"));
                self.is_inside |= is_root;
                if self.is_inside {
                    self.opens(name, attributes, *span);
                }
            }
            Piece::Close(name, span) if self.is_inside => self.closes(name, *span),
            Piece::Text(span) | Piece::Data(span) if self.is_inside => self.text(*span),
            _ => {}
        }
    }

    fn opens(&mut self, name: &str, attributes: &[(String, String)], span: Span) {
        if SKIPPED.contains(&name) {
            self.skipped = Some((name.to_owned(), 1));
            return;
        }
        let style = attribute(attributes, "style-name").unwrap_or_default();
        match name {
            "p" | "h" => {
                let level = attribute(attributes, "outline-level").and_then(|it| it.parse().ok());
                let heading = (name == "h").then(|| level.unwrap_or(1));
                let style = style.to_owned();
                self.open.push(Paragraph { style, heading, ..Paragraph::default() });
            }
            "list" => self.lists.push(List::default()),
            "list-item" | "list-header" => {
                if let Some(list) = self.lists.last_mut() {
                    list.begun = name == "list-header";
                }
            }
            "table-row" => self.row += 1,
            "table-cell" => self.cells += 1,
            "note" => self.begin_note(span),
            "span" => self.runs.push((self.is_code(style), self.length())),
            "a" => {
                let to = attribute(attributes, "href").unwrap_or_default().to_owned();
                self.links.push((span, to));
            }
            "change-start" | "change" => {
                self.changes += usize::from(name == "change-start");
                if let Some(paragraph) = self.open.last_mut() {
                    paragraph.is_revised = true;
                }
            }
            "change-end" => self.changes = self.changes.saturating_sub(1),
            _ => self.sign(name, attributes, span),
        }
    }

    fn sign(&mut self, name: &str, attributes: &[(String, String)], span: Span) {
        let count = attribute(attributes, "c").and_then(|count| count.parse().ok()).unwrap_or(1);
        let sign = match name {
            "s" => " ".repeat(usize::min(count, 200)),
            "tab" => "\t".to_owned(),
            "line-break" => "\n".to_owned(),
            _ => return,
        };
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.prose.push(&sign, span);
        }
    }

    fn length(&self) -> usize {
        self.open.last().map_or(0, |paragraph| paragraph.prose.len())
    }

    fn text(&mut self, span: Span) {
        let is_locked = self.changes > 0;
        let Some(paragraph) = self.open.last_mut() else { return };
        let start = paragraph.prose.len();
        xml::push_folded(self.text, span, &mut paragraph.prose);
        if is_locked {
            paragraph.prose.lock(start);
        }
    }

    fn begin_note(&mut self, span: Span) {
        self.note_count += 1;
        let label = self.note_count.to_string();
        if let Some(paragraph) = self.open.last_mut() {
            let kind = VerbatimKind::FootnoteReference;
            paragraph.verbatims.push(Verbatim { kind, span, text: label.clone() });
        }
        self.note = Some(label);
    }

    fn closes(&mut self, name: &str, span: Span) {
        match name {
            "p" | "h" => self.end_paragraph(),
            "list" => {
                self.lists.pop();
            }
            "table-cell" => self.cells = self.cells.saturating_sub(1),
            "note" => self.note = None,
            "span" => self.end_run(span),
            "a" => {
                if let (Some((start, text)), Some(paragraph)) =
                    (self.links.pop(), self.open.last_mut())
                {
                    let is_outside = !text.starts_with('#') && !text.is_empty();
                    let link = Verbatim { kind: VerbatimKind::Link, span: start.join(span), text };
                    paragraph.verbatims.extend(is_outside.then_some(link));
                }
            }
            name if name == self.root => {
                let is_end = name != "text" || span.of(self.text).contains("office:");
                self.is_inside &= !is_end;
            }
            _ => {}
        }
    }

    fn end_run(&mut self, span: Span) {
        let Some((is_code, start)) = self.runs.pop() else { return };
        let Some(paragraph) = self.open.last_mut().filter(|_| is_code) else { return };
        let Some(text) = paragraph.prose.text().get(start..).map(str::to_owned) else { return };
        if !text.is_empty() {
            paragraph.prose.hold_together(start);
            let begin = paragraph.prose.span(&(start..start + text.len())).start;
            let code = Span::new(begin.min(span.start), span.start);
            paragraph.verbatims.push(Verbatim { kind: VerbatimKind::Code, span: code, text });
        }
    }

    /// The names of a style and of those that it is based on, in small letters.
    fn styles(&self, name: &str) -> Vec<String> {
        let parent = |name: &&str| {
            self.parents.get(*name).map(String::as_str).filter(|parent| !parent.is_empty())
        };
        let chain = std::iter::successors(Some(name), parent).take(DEEPEST);
        chain.map(|name| name.replace("_20_", " ").to_lowercase()).collect()
    }

    fn is_code(&self, style: &str) -> bool {
        let is_it = |name: &String| {
            matches!(name.as_str(), "source text" | "source_text" | "user entry" | "teletype")
        };
        self.styles(style).iter().any(is_it)
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.open.pop() else { return };
        let (kind, depth) = self.kind(&paragraph);
        let label = self.note.clone();
        let row = (kind == BlockKind::TableCell).then_some(self.row);
        let is_note = label.is_some();
        let is_revised = paragraph.is_revised;
        let mut block =
            RawBlock { label, row, is_revised, ..RawBlock::bare(kind, Span::at(0), depth) };
        block.verbatims = paragraph.verbatims;
        block.verbatims.sort_by_key(|verbatim| verbatim.span);
        if kind == BlockKind::Code {
            let span = paragraph.prose.extent().unwrap_or(Span::at(0));
            let text = paragraph.prose.text().to_owned();
            block.verbatims = vec![Verbatim { kind: VerbatimKind::Code, span, text }];
        } else {
            block.prose = paragraph.prose;
        }
        if is_note { self.notes.push(block) } else { self.blocks.push(block) }
    }

    fn kind(&mut self, paragraph: &Paragraph) -> (BlockKind, u8) {
        let styles = self.styles(&paragraph.style);
        let has = |wanted: &str| styles.iter().any(|style| style.contains(wanted));
        if self.note.is_some() {
            return (BlockKind::Footnote, 0);
        }
        if let Some(level) = paragraph.heading {
            return (BlockKind::Heading(level.clamp(1, 6)), 0);
        }
        if has("title") && !has("subtitle") && self.root == "text" {
            return (BlockKind::Heading(1), 0);
        }
        if self.cells > 0 {
            return (BlockKind::TableCell, 0);
        }
        if has("preformatted") {
            return (BlockKind::Code, 0);
        }
        let depth = u8::try_from(self.lists.len()).unwrap_or(u8::MAX);
        let begun = self.lists.last_mut().map(|list| std::mem::replace(&mut list.begun, true));
        if begun == Some(false) {
            return (BlockKind::ListItem, depth);
        }
        (BlockKind::Paragraph, depth.saturating_add(u8::from(has("quotation"))))
    }
}
