//! The units that are aligned: what the aligner knows of each segment of one side.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::{
    token::{self, Token},
    vocabulary::{TypeId, Vocabulary},
};
use crate::{
    model::{Block, BlockKind, Document, Language},
    text::{normalize, sentences},
};

/// A token that a unit repeats more often than this counts no oftener: no sentence needs it, and
/// to link each with each would cost the square of their number.
const MOST_ALIKE: usize = 4;

/// A text with fewer characters outside of square brackets is a note itself.
const FEWEST_OUTSIDE: usize = 3;

/// What a unit is, as far as pairing goes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Heading(u8),
    Paragraph,
    ListItem,
    TableCell,
    /// A footnote or a front matter value, with its label or key.
    Labelled(String),
    /// Code: no segment, but a landmark.
    Code,
}

/// A segment as the aligner sees it, or a block of code between segments.
#[derive(Debug)]
pub(super) struct Unit {
    /// Its tokens, function words left out.
    pub(super) types: Vec<TypeId>,
    /// Its length in characters.
    pub(super) length: f32,
    /// What it is.
    pub(super) kind: Kind,
    /// Whether it is the first of its block.
    pub(super) begins_block: bool,
    /// Whether it is a paragraph by itself without a mark at its end, as the name of a place is; no
    /// answer for what is no paragraph by itself.
    pub(super) is_bare: Option<bool>,
    /// Whether it ends in a colon, and what follows belongs to it.
    pub(super) leads_up: bool,
    /// The row of a table that it stands in.
    pub(super) row: Option<usize>,
    /// How many sentences it holds; a line or a block may hold several.
    pub(super) sentences: usize,
    /// The segment of the document; none for code.
    pub(super) segment: Option<usize>,
}

/// All units of one document with their vocabulary.
#[derive(Debug, Default)]
pub(super) struct Side {
    pub(super) vocabulary: Vocabulary,
    pub(super) units: Vec<Unit>,
    /// Whether blocks mean anything here; lines of plain text have none.
    pub(super) structured: bool,
    /// Whether its segments are sentences that run on within blocks, and no lines.
    pub(super) runs_on: bool,
}

impl Side {
    /// The units of a translation: what it says in square brackets, where `original` says nothing
    /// so, are notes of the translators, and have no length.
    pub(super) fn of_translation(document: &Document, original: &Document) -> Self {
        let has_notes = |document: &Document| {
            document.segments.iter().any(|segment| segment.text.contains('['))
        };
        let mut side = Self::of_document(document);
        if has_notes(document) && !has_notes(original) {
            for unit in &mut side.units {
                let segment = unit.segment.and_then(|index| document.segments.get(index));
                unit.length -= segment.map_or(0.0, |segment| in_notes(&segment.text));
            }
        }
        side
    }

    /// The units of a document in order.
    pub(super) fn of_document(document: &Document) -> Self {
        // One block, lines for example, has no structure to compare.
        let structured = document.blocks.len() > 1;
        let runs_on = structured || has_sentences_on_one_line(document);
        let mut side = Self { structured, runs_on, ..Self::default() };
        for block in &document.blocks {
            if block.kind == BlockKind::Code {
                side.push_code(document, block);
            }
            for segment in block.segments.clone() {
                side.push_segment(document, block, segment);
            }
        }
        side
    }

    /// Segments without any structure.
    pub(super) fn of_texts(texts: &[String], language: Language) -> Self {
        let mut side = Self::default();
        for (index, text) in texts.iter().enumerate() {
            let tokens = token::tokens(text, language);
            let unit = side.push(tokens.iter(), text.chars().count(), Kind::Paragraph);
            unit.segment = Some(index);
            unit.begins_block = true;
            unit.sentences = sentences::count(text, language).max(1);
        }
        side
    }

    /// Writes down all of some units but their words.
    pub(super) fn write(&self, units: &Range<usize>, all: &mut Vec<u8>) {
        let units = self.units.get(units.clone()).unwrap_or_default();
        all.extend((units.len() as u32).to_le_bytes());
        for unit in units {
            let Unit { length, kind, begins_block, is_bare, leads_up, sentences, .. } = unit;
            all.extend(length.to_le_bytes());
            all.extend((*sentences as u32).to_le_bytes());
            let bare = is_bare.map_or(2, u8::from);
            all.extend([u8::from(*begins_block), bare, u8::from(*leads_up)]);
            let (number, label) = match kind {
                Kind::Heading(level) => (8 + level, ""),
                Kind::Paragraph => (0, ""),
                Kind::ListItem => (1, ""),
                Kind::TableCell => (2, ""),
                Kind::Code => (3, ""),
                Kind::Labelled(label) => (4, label.as_str()),
            };
            all.push(number);
            all.extend((label.len() as u32).to_le_bytes());
            all.extend(label.bytes());
        }
    }

    /// How many segments the document has: code has none.
    pub(super) fn segments(&self) -> usize {
        self.units.iter().filter(|unit| unit.segment.is_some()).count()
    }

    fn push_segment(&mut self, document: &Document, block: &Block, index: usize) {
        let segment = &document.segments[index];
        let tokens = token::tokens(&segment.text, document.language);
        let verbatims = &document.verbatims[block.verbatims.clone()];
        let inside = verbatims.iter().filter(|verbatim| segment.span.contains(verbatim.span));
        let inside: Vec<Token> = inside.map(|verbatim| token::verbatim(&verbatim.text)).collect();
        let unit =
            self.push(tokens.iter().chain(&inside), segment.text.chars().count(), kind_of(block));
        unit.segment = Some(index);
        unit.begins_block = index == block.segments.start;
        let is_alone = block.kind == BlockKind::Paragraph && block.segments.len() == 1;
        let is_bare = segment.text.trim_end().ends_with(char::is_alphanumeric);
        unit.is_bare = is_alone.then_some(is_bare);
        unit.leads_up = index + 1 == block.segments.end && segment.text.trim_end().ends_with(':');
        unit.row = block.row;
        unit.sentences = sentences::count(&segment.text, document.language).max(1);
    }

    fn push_code(&mut self, document: &Document, block: &Block) {
        let code = block.span.of(&document.text);
        let lines = code.lines().map(normalize::content).filter(|line| !line.is_empty());
        let tokens: Vec<Token> = lines.map(|line| token::verbatim(&line)).collect();
        self.push(tokens.iter(), code.chars().count(), Kind::Code).begins_block = true;
    }

    fn push<'t>(
        &mut self,
        tokens: impl Iterator<Item = &'t Token>,
        length: usize,
        kind: Kind,
    ) -> &mut Unit {
        let mut seen: FxHashMap<TypeId, usize> = FxHashMap::default();
        let mut is_heard = |id: &TypeId| {
            let seen = seen.entry(*id).or_default();
            *seen += 1;
            *seen <= MOST_ALIKE
        };
        let types = tokens.filter_map(|token| self.vocabulary.add(token));
        let types = types.filter(&mut is_heard).collect();
        let unit = Unit {
            types,
            length: length as f32,
            kind,
            begins_block: false,
            is_bare: None,
            leads_up: false,
            row: None,
            sentences: 1,
            segment: None,
        };
        self.units.push(unit);
        let last = self.units.len() - 1;
        &mut self.units[last]
    }
}

fn has_sentences_on_one_line(document: &Document) -> bool {
    document.segments.windows(2).any(|pair| {
        let between = document.text.get(pair[0].span.end..pair[1].span.start);
        between.is_some_and(|between| !between.contains('\n'))
    })
}

/// How many characters of a text stand in square brackets; none where hardly any do not.
fn in_notes(text: &str) -> f32 {
    let (mut depth, mut inside, mut outside) = (0_usize, 0_usize, 0_usize);
    for c in text.chars() {
        depth += usize::from(c == '[');
        let count = if depth > 0 { &mut inside } else { &mut outside };
        *count += 1;
        depth = depth.saturating_sub(usize::from(c == ']'));
    }
    if depth == 0 && outside >= FEWEST_OUTSIDE { inside as f32 } else { 0.0 }
}

fn kind_of(block: &Block) -> Kind {
    match block.kind {
        BlockKind::Heading(level) => Kind::Heading(level),
        BlockKind::ListItem => Kind::ListItem,
        BlockKind::TableCell => Kind::TableCell,
        BlockKind::Footnote | BlockKind::FrontMatter | BlockKind::Value => {
            Kind::Labelled(block.label.clone().unwrap_or_default())
        }
        BlockKind::Paragraph | BlockKind::Markup => Kind::Paragraph,
        BlockKind::Code => Kind::Code,
    }
}
