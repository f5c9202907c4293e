//! The pieces of one version of a document: its segments and its blocks of code and markup.

use std::{cell::OnceCell, ops::Range};

use rustc_hash::FxHashSet;

use crate::{
    model::{Block, BlockKind, Document, Grade, Language, Segment, Span, VerbatimKind},
    text::{
        change,
        normalize::{self, is_cyrillic},
    },
};

/// Stands between the prose of a piece and what is compared and not translated: no text has it.
const VERBATIM: char = '\u{1f}';

/// A text with a smaller share of letters of its own language is in another: a copy that was
/// translated later. Names and terms leave much more.
const FOREIGN: f64 = 0.1;

/// The pieces of a version in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionText {
    language: Language,
    /// What stands in the file.
    pub raw: Vec<String>,
    /// Where it stands, in bytes.
    pub spans: Vec<Span>,
    /// What versions are compared by: the content of the prose, then links and templates.
    pub keys: Vec<String>,
    /// What part of its document each is: a text that moves into another is touched.
    pub(super) parts: Vec<Part>,
    segments: Vec<usize>,
    blocks: Vec<(usize, usize)>,
    /// Where the front matter ends, in bytes.
    front_matter: usize,
    /// The keys, once somebody asks whether one is among them.
    all: OnceCell<FxHashSet<String>>,
}

/// A kind of block with the key of front matter or the label of a footnote.
pub(super) type Part = (BlockKind, Option<String>);

impl VersionText {
    /// The pieces of a document.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let mut text = Self {
            language: document.language,
            raw: Vec::new(),
            spans: Vec::new(),
            keys: Vec::new(),
            parts: Vec::new(),
            segments: Vec::new(),
            blocks: Vec::new(),
            front_matter: front_matter(&document.text),
            all: OnceCell::new(),
        };
        let data = text.front_matter;
        for (index, block) in document.blocks.iter().enumerate() {
            let is_data = block.span.end <= data && is_data(block.span.of(&document.text));
            if !block.kind.is_prose() && !is_data {
                text.blocks.push((index, text.keys.len()));
                let code = block.span.of(&document.text);
                let is_line = block.span.end <= data;
                let code = if is_line { unquoted(code) } else { code.to_owned() };
                let key = format!("{VERBATIM}{}", normalize::content(&code));
                text.push(document, (block, block.span), key);
            }
            for segment in &document.segments[block.segments.clone()] {
                text.segments.push(text.keys.len());
                text.push(document, (block, segment.span), key(document, block, segment));
            }
        }
        text
    }

    /// Whether one of the pieces says that.
    pub(super) fn has(&self, key: &str) -> bool {
        self.all.get_or_init(|| self.keys.iter().cloned().collect()).contains(key)
    }

    fn push(&mut self, document: &Document, (block, span): (&Block, Span), key: String) {
        self.raw.push(span.of(&document.text).to_owned());
        self.spans.push(span);
        self.keys.push(key);
        let label = block.label.clone().filter(|_| block.kind.is_prose());
        self.parts.push((block.kind, label));
    }

    /// Whether the prose is in the language of the text, as far as letters tell.
    pub(super) fn is_in_its_language(&self) -> bool {
        let (cyrillic, all) = letter_counts(self.prose().flat_map(str::chars));
        match self.language {
            Language::Russian => cyrillic as f64 >= FOREIGN * all as f64,
            Language::English => cyrillic as f64 <= (1.0 - FOREIGN) * all as f64,
        }
    }

    /// The pieces from the first to the last of some segments; for no segments the empty range
    /// where they would stand.
    #[must_use]
    pub fn of_segments(&self, segments: &Range<usize>) -> Range<usize> {
        let piece = |segment: usize| self.segments.get(segment).copied();
        let start = piece(segments.start).unwrap_or(self.keys.len());
        match segments.end.checked_sub(1).filter(|_| !segments.is_empty()).and_then(piece) {
            Some(last) => start..last + 1,
            None => start..start,
        }
    }

    /// The segment that a piece is.
    #[must_use]
    pub fn segment_of(&self, piece: usize) -> Option<usize> {
        self.segments.binary_search(&piece).ok()
    }

    /// The block of code or markup that a piece is.
    #[must_use]
    pub fn block_of(&self, piece: usize) -> Option<usize> {
        self.blocks.iter().find(|(_, found)| *found == piece).map(|(block, _)| *block)
    }

    /// Whether all of some pieces are lines of front matter without a Russian word.
    #[must_use]
    pub fn are_data(&self, pieces: &Range<usize>) -> bool {
        let mut spans = self.spans[pieces.clone()].iter().zip(&self.raw[pieces.clone()]);
        spans.all(|(span, raw)| span.end <= self.front_matter && !raw.contains(is_cyrillic))
    }

    /// What stood in the file from the first to the last of some pieces.
    #[must_use]
    pub fn raw_of(&self, pieces: &Range<usize>) -> String {
        self.raw[pieces.clone()].join(" ")
    }

    /// What kind of change led from `old` pieces to `new` ones of a later version.
    #[must_use]
    pub fn grade_of(&self, old: &Range<usize>, later: &Self, new: &Range<usize>) -> Grade {
        if old.is_empty() || new.is_empty() {
            return Grade::Extent;
        }
        let (was, is) = (self.prose_of(old), later.prose_of(new));
        if was != is {
            return change::grade(&was, &is, self.language);
        }
        if change::leads_to_same(&self.raw_of(old), &later.raw_of(new)) {
            Grade::Typography
        } else {
            Grade::Wording
        }
    }

    /// The prose of each piece; code has none.
    pub(super) fn prose(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(|key| key.split(VERBATIM).next().unwrap_or_default())
    }

    /// Whether the prose of some pieces is in the other language: a copy that is not translated yet.
    pub(super) fn are_foreign(&self, pieces: &Range<usize>) -> bool {
        let letters = self.prose_of(pieces);
        let (cyrillic, all) = letter_counts(letters.chars());
        match self.language {
            Language::Russian => 2 * cyrillic < all,
            Language::English => 2 * cyrillic > all,
        }
    }

    /// The prose of some pieces; code has none.
    fn prose_of(&self, pieces: &Range<usize>) -> String {
        let prose = |key: &String| key.split(VERBATIM).next().unwrap_or_default().to_owned();
        self.keys[pieces.clone()].iter().map(prose).collect::<Vec<_>>().join(" ")
    }
}

/// How many letters are Cyrillic, and how many there are.
fn letter_counts(text: impl Iterator<Item = char>) -> (usize, usize) {
    // Russian letters are most of those that are asked about.
    let is_letter = |c: &char| matches!(c, 'а'..='я' | 'А'..='Я') || c.is_alphabetic();
    text.filter(is_letter)
        .fold((0, 0), |(cyrillic, all), c| (cyrillic + usize::from(is_cyrillic(c)), all + 1))
}

fn key(document: &Document, block: &Block, segment: &Segment) -> String {
    let mut key = normalize::content(&segment.text);
    if let Some(label) = block.label.as_ref().filter(|_| document.keyed) {
        key.push(VERBATIM);
        key.push_str(label);
    }
    for verbatim in &document.verbatims[block.verbatims.clone()] {
        if !segment.span.contains(verbatim.span) {
            continue;
        }
        match verbatim.kind {
            VerbatimKind::Link | VerbatimKind::Image | VerbatimKind::Template => {
                key.push(VERBATIM);
                key.push_str(&verbatim.text);
            }
            VerbatimKind::Html => {
                for value in shown_values(&verbatim.text) {
                    key.push(VERBATIM);
                    key.push_str(value);
                }
            }
            VerbatimKind::Code | VerbatimKind::FootnoteReference => {}
        }
    }
    key
}

/// The values of a tag that a reader meets: what is shown, where it leads, what it is called.
fn shown_values(tag: &str) -> impl Iterator<Item = &str> {
    const NAMES: [&str; 5] = [" src=", " href=", " alt=", " title=", " poster="];
    NAMES.iter().filter_map(|name| {
        let value = tag.split_once(name)?.1;
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        value[1..].split(quote).next()
    })
}

/// A line of front matter without the marks around its value, which may be of either kind.
fn unquoted(line: &str) -> String {
    let is_mark = |c: char| matches!(c, '"' | '\'' | '\\');
    line.replace(is_mark, "")
}

/// Whether a line of front matter is data of the page: neither text nor an address.
fn is_data(line: &str) -> bool {
    !line.chars().any(is_cyrillic) && !line.contains("://")
}

/// Where the front matter ends, in bytes; what of it is no text is data of the page.
fn front_matter(text: &str) -> usize {
    let mut lines = text.split_inclusive('\n');
    let Some(fence) = lines.next().map(|line| line.trim_start_matches('\u{feff}').trim_end())
    else {
        return 0;
    };
    if !matches!(fence, "---" | "+++") {
        return 0;
    }
    let mut end = text.len() - lines.clone().map(str::len).sum::<usize>();
    for line in lines {
        end += line.len();
        if line.trim_end() == fence {
            return end;
        }
    }
    0
}
