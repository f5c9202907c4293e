//! The pieces of one version of a document: its segments and its blocks of code and markup.

use std::ops::Range;

use crate::{
    formats::{self, Options},
    model::{Block, Document, Grade, Language, RepoPath, Segment, Span, VerbatimKind},
    text::{change, normalize},
};

/// Stands between the prose of a piece and what is compared and not translated: no text has it.
const VERBATIM: char = '\u{1f}';

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
    segments: Vec<usize>,
    blocks: Vec<(usize, usize)>,
}

impl VersionText {
    /// The pieces of a document.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let mut text = Self {
            language: document.language,
            raw: Vec::new(),
            spans: Vec::new(),
            keys: Vec::new(),
            segments: Vec::new(),
            blocks: Vec::new(),
        };
        for (index, block) in document.blocks.iter().enumerate() {
            if !block.kind.is_prose() {
                text.blocks.push((index, text.keys.len()));
                let code = block.span.of(&document.text);
                let key = format!("{VERBATIM}{}", normalize::content(code));
                text.push(document, block.span, key);
            }
            for segment in &document.segments[block.segments.clone()] {
                text.segments.push(text.keys.len());
                text.push(document, segment.span, key(document, block, segment));
            }
        }
        text
    }

    /// Parses a version; none where its bytes are no text.
    pub(super) fn parse(
        path: &RepoPath,
        language: Language,
        bytes: &[u8],
        options: &Options,
    ) -> Option<Self> {
        let document = formats::read(path.clone(), language, bytes.to_vec(), options).ok()?;
        Some(Self::of(&document))
    }

    fn push(&mut self, document: &Document, span: Span, key: String) {
        self.raw.push(span.of(&document.text).to_owned());
        self.spans.push(span);
        self.keys.push(key);
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

    /// The prose of some pieces; code has none.
    fn prose_of(&self, pieces: &Range<usize>) -> String {
        let prose = |key: &String| key.split(VERBATIM).next().unwrap_or_default().to_owned();
        self.keys[pieces.clone()].iter().map(prose).collect::<Vec<_>>().join(" ")
    }
}

fn key(document: &Document, block: &Block, segment: &Segment) -> String {
    let mut key = normalize::content(&segment.text);
    for verbatim in &document.verbatims[block.verbatims.clone()] {
        let counts = matches!(
            verbatim.kind,
            VerbatimKind::Link | VerbatimKind::Image | VerbatimKind::Template
        );
        if counts && segment.span.contains(verbatim.span) {
            key.push(VERBATIM);
            key.push_str(&verbatim.text);
        }
    }
    key
}
