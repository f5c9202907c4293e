//! The paragraphs of one part.

use super::{
    super::{
        builder::RawBlock,
        prose::Prose,
        xml::{self, Piece, attribute},
    },
    paragraph::Paragraph,
    relations::Relations,
    styles::{Role, Styles},
};
use crate::model::{BlockKind, Span, Verbatim, VerbatimKind};

/// Elements whose contents are no text of the accepted view.
const SKIPPED: [&str; 9] =
    ["del", "moveFrom", "Fallback", "oMath", "oMathPara", "instrText", "delText", "sdtPr", "ruby"];

/// Fields whose results a program makes.
const MADE: [&str; 10] = [
    "PAGE",
    "NUMPAGES",
    "DATE",
    "TIME",
    "TOC",
    "PAGEREF",
    "SAVEDATE",
    "FILENAME",
    "SECTIONPAGES",
    "INDEX",
];

/// A field that is open: what it says, and whether its result has begun.
#[derive(Debug, Default)]
struct Field {
    code: String,
    has_result: bool,
}

/// A run of text with its properties.
#[derive(Debug, Default)]
struct Run {
    is_code: bool,
    is_hidden: bool,
}

/// Reads the pieces of a part.
pub(super) struct Reader<'a> {
    text: &'a str,
    styles: &'a Styles,
    relations: &'a Relations,
    /// The notes in the order in which the text refers to them.
    notes: &'a mut Vec<(String, String)>,
    blocks: Vec<RawBlock>,
    open: Vec<Paragraph>,
    run: Run,
    /// Whether text is being read, as opposed to white space between elements.
    in_text: bool,
    in_code_field: bool,
    fields: Vec<Field>,
    /// Where links begin, and where they lead.
    links: Vec<(Span, Option<String>)>,
    /// The rows of the tables that are open.
    rows: Vec<usize>,
    row: usize,
    cells: usize,
    note: Option<String>,
    skipped: Option<xml::Skipped>,
    /// Tracked insertions that are open.
    insertions: usize,
}

impl<'a> Reader<'a> {
    /// A reader of `text`; `notes` are those that were referred to before.
    pub(super) fn new(
        text: &'a str,
        styles: &'a Styles,
        relations: &'a Relations,
        notes: &'a mut Vec<(String, String)>,
    ) -> Self {
        Self {
            text,
            styles,
            relations,
            notes,
            blocks: Vec::new(),
            open: Vec::new(),
            run: Run::default(),
            in_text: false,
            in_code_field: false,
            fields: Vec::new(),
            links: Vec::new(),
            rows: Vec::new(),
            row: 0,
            cells: 0,
            note: None,
            skipped: None,
            insertions: 0,
        }
    }

    /// The blocks that were read.
    pub(super) fn finish(self) -> Vec<RawBlock> {
        self.blocks
    }

    /// Reads the next piece.
    pub(super) fn piece(&mut self, piece: &Piece) {
        if let Some(skipped) = self.skipped.take() {
            self.instruction(piece);
            self.skipped = xml::skipped_after(piece, skipped);
            return;
        }
        match piece {
            Piece::Open(name, attributes, span) => self.opens(name, attributes, *span),
            Piece::Close(name, span) => self.closes(name, *span),
            Piece::Text(span) | Piece::Data(span) if self.in_text => self.text(*span),
            _ => {}
        }
    }

    /// What a field is, which stands in what is passed over.
    fn instruction(&mut self, piece: &Piece) {
        if let (Piece::Text(span), Some(field), true) =
            (piece, self.fields.last_mut(), self.in_code_field)
        {
            field.code.push_str(span.of(self.text));
        }
    }

    fn opens(&mut self, name: &str, attributes: &[(String, String)], span: Span) {
        let value = attribute(attributes, "val");
        let is_change = matches!(name, "ins" | "del" | "moveFrom" | "moveTo");
        if let Some(paragraph) = self.open.last_mut().filter(|_| is_change) {
            paragraph.is_revised = true;
        }
        if SKIPPED.contains(&name) {
            self.in_code_field = name == "instrText";
            self.skipped = Some((name.to_owned(), 1));
            return;
        }
        match name {
            "p" if self.is_of_word(span) => self.open.push(Paragraph::default()),
            "r" if self.is_of_word(span) => self.run = Run::default(),
            "t" => self.in_text = self.is_of_word(span),
            "tbl" => self.rows.push(self.row),
            "tr" => self.row += usize::from(self.is_of_word(span)),
            "tc" => self.cells += usize::from(self.is_of_word(span)),
            "footnote" | "endnote" => self.begin_note(name, attributes),
            "footnoteReference" | "endnoteReference" => self.note_reference(name, attributes, span),
            "fldChar" => self.field(attribute(attributes, "fldCharType")),
            "fldSimple" => {
                let code = attribute(attributes, "instr").unwrap_or_default().to_owned();
                self.fields.push(Field { code, has_result: true });
            }
            "hyperlink" => {
                let id = attribute(attributes, "r:id").unwrap_or_default();
                self.links.push((span, self.relations.address(id).map(str::to_owned)));
            }
            "ins" | "moveTo" => self.insertions += 1,
            "docPr" => self.picture(span),
            "rStyle" => self.run.is_code |= value.is_some_and(|id| self.styles.is_code(id)),
            "vanish" => self.run.is_hidden = !matches!(value, Some("0" | "false")),
            "pStyle" | "ilvl" | "numId" => self.property(name, value),
            _ => self.sign(name, span),
        }
    }

    /// Whether an element is one of word processing: drawings and formulas have texts, too.
    fn is_of_word(&self, span: Span) -> bool {
        span.of(self.text).trim_start_matches(['<', '/']).starts_with("w:")
    }

    fn property(&mut self, name: &str, value: Option<&str>) {
        let (Some(paragraph), Some(value)) = (self.open.last_mut(), value) else { return };
        match name {
            "pStyle" => value.clone_into(&mut paragraph.style),
            "ilvl" => paragraph.level = Some(value.parse().ok()),
            _ if value == "0" => paragraph.level = Some(None),
            _ => paragraph.level = paragraph.level.or(Some(Some(0))),
        }
    }

    /// Signs that are elements.
    fn sign(&mut self, name: &str, span: Span) {
        let sign = match name {
            "tab" => "\t",
            "br" | "cr" => "\n",
            "noBreakHyphen" => "\u{2011}",
            "softHyphen" => "\u{ad}",
            _ => return,
        };
        let is_shown = self.is_shown() && self.is_of_word(span);
        if let Some(paragraph) = self.open.last_mut().filter(|_| is_shown) {
            // A tab before any text, as one that a style defines, is no text.
            if paragraph.prose.len() > 0 {
                paragraph.prose.push(sign, span);
            }
        }
    }

    /// Whether text here is shown and was written by somebody.
    fn is_shown(&self) -> bool {
        let is_made = |field: &Field| {
            let name = field.code.split_whitespace().next().unwrap_or_default();
            !field.has_result || MADE.contains(&name)
        };
        !self.run.is_hidden && !self.fields.iter().any(is_made)
    }

    fn text(&mut self, span: Span) {
        let is_locked = self.insertions > 0 || !self.fields.is_empty();
        let (is_shown, is_code) = (self.is_shown(), self.run.is_code);
        let Some(paragraph) = self.open.last_mut().filter(|_| is_shown) else { return };
        let start = paragraph.prose.len();
        xml::push_exact(self.text, span, &mut paragraph.prose);
        if is_locked {
            paragraph.prose.lock(start);
        }
        if is_code {
            paragraph.prose.hold_together(start);
            let text = paragraph.prose.text().get(start..).unwrap_or_default().to_owned();
            paragraph.verbatims.push(Verbatim { kind: VerbatimKind::Code, span, text });
        }
    }

    fn field(&mut self, kind: Option<&str>) {
        match kind {
            Some("begin") => self.fields.push(Field::default()),
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    field.has_result = true;
                }
            }
            _ => {
                self.fields.pop();
            }
        }
    }

    fn begin_note(&mut self, kind: &str, attributes: &[(String, String)]) {
        let id = format!("{kind}{}", attribute(attributes, "id").unwrap_or_default());
        let is_separator = attribute(attributes, "type").is_some_and(|kind| kind != "normal");
        let label = self.notes.iter().find(|(note, _)| *note == id);
        let label = label.map_or_else(|| id.clone(), |(_, label)| label.clone());
        self.note = Some(label);
        if is_separator {
            self.skipped = Some((kind.to_owned(), 1));
            self.note = None;
        }
    }

    fn note_reference(&mut self, name: &str, attributes: &[(String, String)], span: Span) {
        let kind = name.trim_end_matches("Reference");
        let id = format!("{kind}{}", attribute(attributes, "id").unwrap_or_default());
        let count = self.notes.iter().filter(|(note, _)| note.starts_with(kind)).count() + 1;
        let label = if kind == "footnote" { count.to_string() } else { format!("e{count}") };
        self.notes.push((id, label.clone()));
        if let Some(paragraph) = self.open.last_mut() {
            let kind = VerbatimKind::FootnoteReference;
            paragraph.verbatims.push(Verbatim { kind, span, text: label });
        }
    }

    /// The text that stands in the place of a picture.
    fn picture(&mut self, tag: Span) {
        let written = tag.of(self.text);
        let Some(start) = written.find(" descr=\"").map(|at| at + " descr=\"".len()) else {
            return;
        };
        let length = written.get(start..).and_then(|rest| rest.find('"')).unwrap_or_default();
        let mut prose = Prose::default();
        let span = Span::new(tag.start + start, tag.start + start + length);
        xml::push_exact(self.text, span, &mut prose);
        if let Some(paragraph) = self.open.last_mut()
            && prose.text().contains(char::is_alphabetic)
        {
            paragraph.pictures.push(prose);
        }
    }

    fn closes(&mut self, name: &str, span: Span) {
        let is_of_word = span.is_empty() || self.is_of_word(span);
        match name {
            "t" => self.in_text = false,
            "p" if is_of_word => self.end_paragraph(),
            "tc" => self.cells = self.cells.saturating_sub(usize::from(is_of_word)),
            "tbl" => {
                self.rows.pop();
            }
            "footnote" | "endnote" => self.note = None,
            "fldSimple" => {
                self.fields.pop();
            }
            "ins" | "moveTo" => self.insertions = self.insertions.saturating_sub(1),
            "hyperlink" => {
                let link = self.links.pop().and_then(|(start, to)| Some((start.join(span), to?)));
                if let (Some((span, text)), Some(paragraph)) = (link, self.open.last_mut()) {
                    paragraph.verbatims.push(Verbatim { kind: VerbatimKind::Link, span, text });
                }
            }
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let Some(mut paragraph) = self.open.pop() else { return };
        paragraph.verbatims.sort_by_key(|verbatim| verbatim.span);
        let role = self.styles.role(&paragraph.style);
        if role == Role::Derived {
            return;
        }
        let (kind, depth) = match (role, paragraph.level) {
            _ if self.note.is_some() => (BlockKind::Footnote, 0),
            (Role::Heading(level), _) => (BlockKind::Heading(level.min(6)), 0),
            _ if self.cells > 0 => (BlockKind::TableCell, 0),
            (Role::Code, _) => (BlockKind::Code, 0),
            (_, Some(Some(level))) => (BlockKind::ListItem, level.saturating_add(1)),
            (Role::List(level), None) => (BlockKind::ListItem, level.saturating_add(1)),
            (Role::Quote, _) => (BlockKind::Paragraph, 1),
            _ => (BlockKind::Paragraph, 0),
        };
        let row = (kind == BlockKind::TableCell).then_some(self.row);
        let label = self.note.clone();
        self.blocks.extend(paragraph.into_blocks(kind, (depth, label, row)));
    }
}
