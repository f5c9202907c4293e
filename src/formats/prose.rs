//! Prose as a reader sees it, each character tied to its bytes in the file.

use std::ops::Range;

use crate::model::{Span, Verbatim, VerbatimKind};

/// The text of one block without its markup, and where in the file each piece of it stands.
#[derive(Debug, Default)]
pub(super) struct Prose {
    text: String,
    pieces: Vec<Piece>,
    wrappers: Vec<Wrapper>,
    atomic: Vec<Range<usize>>,
    /// The spaces that stand for line breaks of the file, by their offset.
    breaks: Vec<usize>,
    /// Ranges in whose place nothing else may be written.
    locked: Vec<Range<usize>>,
    /// What is compared and not translated, as a format found it on its way.
    verbatims: Vec<Verbatim>,
}

/// A run of prose that one run of bytes makes.
#[derive(Debug)]
struct Piece {
    prose: Range<usize>,
    file: Span,
}

/// Markup around prose: emphasis, a link. A segment that begins or ends with it takes it in.
#[derive(Debug)]
struct Wrapper {
    prose: Range<usize>,
    file: Span,
}

impl Prose {
    /// The text so far.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Ranges of the text in which no sentence ends.
    pub(super) fn atomic(&self) -> &[Range<usize>] {
        &self.atomic
    }

    /// Length of the text so far, in bytes.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// Adds text that the bytes at `file` make: the same bytes, or an entity or escape for them.
    pub(super) fn push(&mut self, text: &str, file: Span) {
        let start = self.text.len();
        self.text.push_str(text);
        self.pieces.push(Piece { prose: start..self.text.len(), file });
    }

    /// Adds the space that a line break of the file is in prose.
    pub(super) fn push_break(&mut self, file: Span) {
        self.breaks.push(self.text.len());
        self.push(" ", file);
    }

    /// Notes that the text since `start` is not to be changed.
    pub(super) fn lock(&mut self, start: usize) {
        self.locked.push(start..self.text.len());
    }

    /// The runs of the text as it stands from `start` on in another one: where, the bytes that it
    /// was made from, and whether other text may take its place.
    pub(super) fn runs(
        &self,
        start: usize,
        file: &str,
    ) -> impl Iterator<Item = (Span, Span, bool)> {
        let locked: Vec<Range<usize>> = self.locked.clone();
        self.pieces.iter().filter(|piece| !piece.prose.is_empty()).map(move |piece| {
            let written = file.get(piece.file.start..piece.file.end).unwrap_or_default();
            let is_text = self.text.get(piece.prose.clone()) == Some(written)
                || (written.starts_with('&') && written.ends_with(';'));
            let is_locked =
                locked.iter().any(|it| it.start < piece.prose.end && piece.prose.start < it.end);
            let view = Span::new(start + piece.prose.start, start + piece.prose.end);
            (view, piece.file, is_text && !is_locked)
        })
    }

    /// The same text as it stands from `start` on in another one.
    pub(super) fn rebased(self, start: usize) -> Self {
        let whole = 0..self.text.len();
        let file = Span::new(start, start + whole.end);
        let pieces = if whole.is_empty() { Vec::new() } else { vec![Piece { prose: whole, file }] };
        Self { pieces, wrappers: Vec::new(), locked: Vec::new(), verbatims: Vec::new(), ..self }
    }

    /// Notes a verbatim piece.
    pub(super) fn hold(&mut self, verbatim: Verbatim) {
        self.verbatims.push(verbatim);
    }

    /// The verbatim pieces that were noted.
    pub(super) fn verbatims(&self) -> impl Iterator<Item = Verbatim> {
        self.verbatims.iter().cloned()
    }

    /// Whether nothing but text was added.
    pub(super) fn is_bare(&self) -> bool {
        self.verbatims.is_empty()
    }

    /// Notes a tag inside the text, which is no text.
    pub(super) fn push_markup(&mut self, text: &str, span: Span) {
        if !span.is_empty() {
            let text = span.of(text).to_owned();
            self.hold(Verbatim { kind: VerbatimKind::Html, span, text });
        }
    }

    /// Adds a part of other prose, with its bytes and what is noted of it.
    pub(super) fn push_from(&mut self, other: &Self, range: Range<usize>) {
        let base = self.text.len();
        let first = other.pieces.partition_point(|piece| piece.prose.end <= range.start);
        for piece in other.pieces[first..].iter().take_while(|it| it.prose.start < range.end) {
            let inside = piece.prose.start.max(range.start)..piece.prose.end.min(range.end);
            let text = &other.text[inside.clone()];
            let file = if piece.is_verbatim() {
                let start = piece.file.start + inside.start - piece.prose.start;
                Span::new(start, start + inside.len())
            } else {
                piece.file
            };
            self.push(text, file);
        }
        let is_inside = |at: &&usize| range.contains(*at);
        self.breaks.extend(other.breaks.iter().filter(is_inside).map(|at| at - range.start + base));
        let whole = other.atomic.iter().filter(|it| range.start <= it.start && it.end <= range.end);
        self.atomic
            .extend(whole.map(|it| it.start - range.start + base..it.end - range.start + base));
    }

    /// The lines of the text as they stand in the file.
    pub(super) fn lines(&self) -> Vec<Range<usize>> {
        let mut ends: Vec<usize> = self.text.match_indices('\n').map(|(at, _)| at).collect();
        ends.extend(&self.breaks);
        ends.sort_unstable();
        ends.push(self.text.len());
        let starts = std::iter::once(0).chain(ends.iter().map(|end| end + 1));
        starts.zip(&ends).map(|(start, end)| start..*end).collect()
    }

    /// Adds text that no sentence boundary may fall in: code, a URL, a placeholder.
    pub(super) fn push_atomic(&mut self, text: &str, file: Span) {
        let start = self.text.len();
        self.push(text, file);
        self.atomic.push(start..self.text.len());
    }

    /// Notes that no sentence boundary may fall in a range of the text.
    pub(super) fn hold_range(&mut self, range: Range<usize>) {
        self.atomic.push(range);
    }

    /// Notes that no sentence boundary may fall in the text since `start`.
    pub(super) fn hold_together(&mut self, start: usize) {
        self.atomic.push(start..self.text.len());
    }

    /// Notes that the text since `start` is wrapped by the markup at `file`.
    pub(super) fn wrap(&mut self, start: usize, file: Span) {
        self.wrappers.push(Wrapper { prose: start..self.text.len(), file });
    }

    /// The bytes that `prose`, a range of the text that is not empty, stands for.
    pub(super) fn span(&self, prose: &Range<usize>) -> Span {
        let mut span = Span::new(self.file_start(prose.start), self.file_end(prose.end));
        for wrapper in &self.wrappers {
            if wrapper.prose.start == prose.start && wrapper.prose.end <= prose.end {
                span.start = span.start.min(wrapper.file.start);
            }
            if wrapper.prose.end == prose.end && wrapper.prose.start >= prose.start {
                span.end = span.end.max(wrapper.file.end);
            }
        }
        span
    }

    /// The bytes from the first piece to the last; `None` where there is nothing.
    pub(super) fn extent(&self) -> Option<Span> {
        let pieces = self.pieces.first()?.file.join(self.pieces.last()?.file);
        Some(self.wrappers.iter().fold(pieces, |extent, wrapper| extent.join(wrapper.file)))
    }

    fn file_start(&self, offset: usize) -> usize {
        let index = self.pieces.partition_point(|piece| piece.prose.end <= offset);
        self.pieces.get(index).map_or(0, |piece| {
            let into = offset - piece.prose.start;
            if piece.is_verbatim() { piece.file.start + into } else { piece.file.start }
        })
    }

    fn file_end(&self, offset: usize) -> usize {
        let index = self.pieces.partition_point(|piece| piece.prose.end < offset);
        self.pieces.get(index).map_or(0, |piece| {
            let into = offset - piece.prose.start;
            if piece.is_verbatim() { piece.file.start + into } else { piece.file.end }
        })
    }
}

impl Piece {
    /// Whether the prose is the bytes themselves.
    fn is_verbatim(&self) -> bool {
        self.prose.len() == self.file.len()
    }
}
