//! What the quality checks look at: the two texts of each translated unit.
//!
//! A [`Pair`] has a [`Passage`] of either side; a passage is prose as a reader sees it and knows
//! where in the file each part of it stands. They are made once and shared by all checks.

use std::{cell::OnceCell, ops::Range};

use super::{View, findings::Draft, pages::Pages};
use crate::formats::plural_form;
use crate::glossary::Glossary;
use crate::model::{
    Bead, Block, BlockKind, Code, Direction, Document, Message, Place, RepoPath, Segment, Span,
    State, Verbatim, VerbatimKind,
};
use crate::text::{
    normalize::is_cyrillic,
    settled::{Question, Settled, TextKey},
};

/// The translated units of a document pair in reading order.
#[derive(Debug)]
pub(super) struct Pairs<'a> {
    pub(super) source: &'a Document,
    pub(super) target: &'a Document,
    /// The project's terms.
    pub(super) glossary: &'a Glossary,
    /// The pages of the project.
    pub(super) pages: &'a Pages,
    /// Which side is the original that the other is to be complete by.
    pub(super) direction: Direction,
    pub(super) all: Vec<Pair<'a>>,
    settled: &'a Settled,
}

/// The two sides of a translated unit.
#[derive(Debug)]
pub(super) struct Pair<'a> {
    pub(super) source: Passage<'a>,
    pub(super) target: Passage<'a>,
    /// Whether the original has changed since: what differs is reported as stale already.
    pub(super) stale: bool,
    /// Which side is the original.
    pub(super) direction: Direction,
    /// The bead that it is.
    bead: &'a Bead,
    key: OnceCell<TextKey>,
}

/// The prose of neighbouring segments.
#[derive(Debug)]
pub(super) struct Passage<'a> {
    document: &'a Document,
    pub(super) segments: Range<usize>,
    /// The prose, a space between two segments.
    pub(super) text: String,
    verbatim: OnceCell<Vec<Range<usize>>>,
}

impl<'a> Pairs<'a> {
    /// The pairs of `view`; none where a document is missing.
    pub(super) fn of(view: &View<'a>) -> Option<Self> {
        let (source, target) = view.documents()?;
        let translated = view
            .units
            .iter()
            .filter(|unit| unit.bead.is_pair() && unit.state != State::Untranslated);
        let all = translated
            .map(|unit| Pair {
                source: Passage::new(source, unit.bead.source.clone()),
                target: Passage::new(target, unit.bead.target.clone()),
                stale: unit.state == State::Stale,
                direction: view.pair.direction(),
                bead: &unit.bead,
                key: OnceCell::new(),
            })
            .collect();
        let View { glossary, pages, settled, .. } = *view;
        let direction = view.pair.direction();
        Some(Self { source, target, glossary, pages, direction, all, settled })
    }

    /// The same with the sides in each other's place.
    pub(super) fn turned(&self) -> Self {
        let turned = |pair: &Pair<'a>| {
            let of =
                |passage: &Passage<'a>| Passage::new(passage.document, passage.segments.clone());
            Pair {
                source: of(&pair.target),
                target: of(&pair.source),
                stale: pair.stale,
                direction: pair.direction.reversed(),
                bead: pair.bead,
                key: OnceCell::new(),
            }
        };
        Self {
            source: self.target,
            target: self.source,
            glossary: self.glossary,
            pages: self.pages,
            direction: self.direction.reversed(),
            all: self.all.iter().map(turned).collect(),
            settled: self.settled,
        }
    }

    /// Whether the two texts of a pair surely give nothing to say, as far as that was asked before or
    /// is worth remembering.
    pub(super) fn is_settled(&self, pair: &Pair<'_>, question: &Question) -> bool {
        self.settled.is(question, &pair.key, (&pair.source.text, &pair.target.text))
    }

    /// The pairs whose original has not changed since they were translated.
    pub(super) fn fresh(&self) -> impl Iterator<Item = &Pair<'a>> {
        self.all.iter().filter(|pair| !pair.stale)
    }
}

/// Below this the two sides of a pair likely belong to others.
const LIKELY: f64 = 0.5;

/// Below this they were paired because nothing else was left.
const LEFT_OVER: f64 = 0.2;

impl Pair<'_> {
    /// Whether the two sides surely belong together: what is reported of one place of the structure
    /// or of one number depends on that.
    pub(super) fn is_sure(&self) -> bool {
        self.bead.is_sure()
    }

    /// Whether nothing stands between it and another pair, on either side.
    pub(super) fn is_followed_by(&self, next: &Self) -> bool {
        self.source.segments.end == next.source.segments.start
            && self.target.segments.end == next.target.segments.start
    }

    /// Whether the two sides rather belong together than not.
    pub(super) fn is_likely(&self) -> bool {
        self.bead.score >= LIKELY
    }

    /// Whether the two sides are entries of lists or tables for which hardly anything speaks but that
    /// nothing else is left for either: the numbers and addresses of two things differ of themselves.
    pub(super) fn is_left_over(&self) -> bool {
        let is_entry = matches!(self.source.kind(), BlockKind::ListItem | BlockKind::TableCell);
        is_entry && self.bead.score < LEFT_OVER
    }

    /// A finding about the whole pair, said by the message of the same name.
    pub(super) fn draft(&self, code: Code) -> Draft {
        self.draft_saying(Message::new(code.as_str()), code)
    }

    /// A finding about the whole pair.
    pub(super) fn draft_saying(&self, message: Message, code: Code) -> Draft {
        Draft::new(code, message).in_source(self.source.whole()).in_target(self.target.whole())
    }
}

/// Whether a piece is where a link leads, or an image lies.
const fn is_address(verbatim: &&Verbatim) -> bool {
    matches!(verbatim.kind, VerbatimKind::Link | VerbatimKind::Image)
}

impl<'a> Passage<'a> {
    /// The prose of `segments` of `document`.
    pub(super) fn new(document: &'a Document, segments: Range<usize>) -> Self {
        let text = document.prose_of(&segments);
        Self { document, segments, text, verbatim: OnceCell::new() }
    }

    /// The prose of the sentences beside it, two on either side, a line each.
    pub(super) fn around(&self) -> String {
        const NEAR: usize = 2;
        let Range { start, end } = self.segments;
        let last = (end + NEAR).min(self.document.segments.len());
        let beside = (start.saturating_sub(NEAR)..start).chain(end..last);
        let texts: Vec<&str> = beside.map(|at| self.document.segments[at].text.as_str()).collect();
        texts.join("\n")
    }

    /// The addresses of links and images in its block and in the next two.
    pub(super) fn addresses_near(&self) -> impl Iterator<Item = &'a str> {
        const NEAR: usize = 3;
        let blocks = self.document.blocks.get(self.block()..).unwrap_or_default();
        let near = blocks
            .iter()
            .take(NEAR)
            .filter_map(|block| self.document.verbatims.get(block.verbatims.clone()));
        near.flatten().filter(is_address).map(|it| it.text.as_str())
    }

    /// The prose of the headings and of the items of lists that it stands under.
    pub(super) fn above(&self) -> Vec<String> {
        let mut depth = self.depth();
        let mut level = u8::MAX;
        let before = self.document.blocks.get(..self.block()).unwrap_or_default();
        let is_above = |block: &&Block| match block.kind {
            BlockKind::Heading(of) if of < level => {
                (level, depth) = (of, 0);
                true
            }
            BlockKind::ListItem if block.depth < depth => {
                depth = block.depth;
                true
            }
            _ => false,
        };
        let above = before.iter().rev().filter(is_above);
        above.map(|block| self.document.prose_of(&block.segments)).collect()
    }

    /// The addresses of its links and images.
    pub(super) fn addresses(&self) -> impl Iterator<Item = &'a str> {
        self.verbatims().filter(is_address).map(|it| it.text.as_str())
    }

    /// The verbatim pieces that stand in it, a part of them at least.
    fn verbatims(&self) -> impl Iterator<Item = &'a Verbatim> {
        let span = self.span();
        let all = self.document.verbatims.as_slice();
        let first = all.partition_point(|verbatim| verbatim.span.end <= span.start);
        all[first..].iter().take_while(move |verbatim| verbatim.span.start < span.end)
    }

    /// What the block of its first segment is called.
    pub(super) fn label(&self) -> Option<&str> {
        let segment = self.document.segments.get(self.segments.start)?;
        self.document.blocks.get(segment.block)?.label.as_deref()
    }

    /// Whether it is the form of a plural for one, which need not say the number.
    pub(super) fn is_form_of_one(&self) -> bool {
        self.document.keyed
            && self
                .label()
                .and_then(plural_form)
                .is_some_and(|(_, form)| matches!(form, "zero" | "one"))
    }

    /// Whether somebody set what stands at `range`: it is written by its name, or in a format for
    /// print.
    pub(super) fn is_set(&self, range: &Range<usize>) -> bool {
        let is_named = || {
            let span = self.locate(range).unwrap_or_else(|| self.span());
            span.of(&self.document.text).starts_with('&')
        };
        self.document.origin.is_some() || is_named()
    }

    /// The bytes from its first to its last character.
    pub(super) fn span(&self) -> Span {
        self.document.span_of(&self.segments).unwrap_or(Span::at(0))
    }

    /// The place of all of it.
    pub(super) fn whole(&self) -> Place {
        self.document.place(self.span())
    }

    /// The place of `range` of its prose.
    pub(super) fn place(&self, range: &Range<usize>) -> Place {
        self.document.place(self.locate(range).unwrap_or_else(|| self.span()))
    }

    /// What kind of block its first segment stands in.
    pub(super) fn kind(&self) -> BlockKind {
        self.document.block_of(self.segments.start).kind
    }

    /// How many lists and quotes that block stands in.
    pub(super) fn depth(&self) -> u8 {
        self.document.block_of(self.segments.start).depth
    }

    /// The prose of that block.
    pub(super) fn block_prose(&self) -> String {
        self.document.prose_of(&self.document.block_of(self.segments.start).segments)
    }

    /// All of its first block, of the last block of `last` and of what stands between them.
    pub(super) fn blocks_until(&self, last: &Self) -> Self {
        let block = |at: usize| self.document.block_of(at).segments.clone();
        let (first, last) = (block(self.segments.start), block(last.segments.start));
        Self::new(self.document, first.start..last.end.max(first.end))
    }

    /// Whether a block begins with it.
    pub(super) fn begins_block(&self) -> bool {
        self.document.block_of(self.segments.start).segments.start == self.segments.start
    }

    /// Whether a block ends with it.
    pub(super) fn ends_block(&self) -> bool {
        let last = self.segments.end - 1;
        self.document.block_of(last).segments.end == self.segments.end
    }

    /// Whether all of it stands in one block.
    pub(super) fn is_in_one_block(&self) -> bool {
        let block = self.document.block_of(self.segments.start);
        block.segments.end >= self.segments.end
    }

    /// The block of its first segment.
    pub(super) fn block(&self) -> usize {
        self.document.segments[self.segments.start].block
    }

    /// Whether `range` stands in an emphasised stretch that has no word of English: a Russian word
    /// spoken of.
    pub(super) fn is_emphasised(&self, range: &Range<usize>) -> bool {
        const MARKS: [char; 3] = ['*', '_', '>'];
        let Some(span) = self.locate(range) else { return false };
        let text = &self.document.text;
        let before = text[..span.start].rsplit('\n').next().unwrap_or_default();
        let after = text[span.end..].split('\n').next().unwrap_or_default();
        let opened = before.rfind(MARKS).map(|at| &before[at..]);
        let closed = after.find(['*', '_', '<']).map(|at| &after[..at]);
        let (Some(opened), Some(closed)) = (opened, closed) else { return false };
        !opened.chars().chain(closed.chars()).any(|c| c.is_ascii_alphabetic())
    }

    /// Two or more spaces in the middle of a line of one of its sentences, each time.
    pub(super) fn double_spaces(&self) -> Vec<Span> {
        let segments = &self.document.segments[self.segments.clone()];
        segments.iter().flat_map(|segment| self.double_spaces_of(segment)).collect()
    }

    fn double_spaces_of(&self, segment: &Segment) -> Vec<Span> {
        let raw = segment.span.of(&self.document.text);
        if !raw.as_bytes().windows(2).any(|two| two == b"  ") {
            return Vec::new();
        }
        let run = |(at, _): (usize, &str)| {
            let (before, after) =
                (raw[..at].chars().next_back(), raw[at..].trim_start_matches(' '));
            let is_first = before.is_some_and(|c| !matches!(c, '\n' | '\r' | ' ' | '|'));
            let length = raw[at..].len() - after.len();
            let span = Span::new(segment.span.start + at, segment.span.start + at + length);
            (is_first && length > 1 && !after.starts_with(['\n', '\r', '|'])).then_some(span)
        };
        let is_code = |span: &Span| self.document.verbatims.iter().any(|v| v.span.overlaps(*span));
        raw.match_indices(' ').filter_map(run).filter(|span| !is_code(span)).collect()
    }

    /// Whether the words of `range` are the text of a link, or stand between separators: an entry of
    /// a menu.
    pub(super) fn is_set_apart(&self, range: &Range<usize>) -> bool {
        let is_word = |c: char| c.is_alphanumeric() && !is_cyrillic(c);
        let is_gap = |c: char| c.is_whitespace() || is_cyrillic(c) || c == '-';
        let Some(span) = self.locate(range) else { return false };
        let (before, after) = self.beside(span);
        let before = before.trim_end_matches(is_gap).chars().next_back();
        let after = after.trim_start_matches(is_gap).chars().next();
        let is_separator = |c: Option<char>| c.is_none_or(|c| !is_word(c) && !"«»“”\"".contains(c));
        is_separator(before) && is_separator(after)
    }

    /// What stands in the file before and after `span`, on the same line.
    pub(super) fn beside(&self, span: Span) -> (&'a str, &'a str) {
        let text = self.document.text.as_str();
        let before = text[..span.start].rsplit('\n').next().unwrap_or_default();
        (before, text[span.end..].split('\n').next().unwrap_or_default())
    }

    /// Whether the two words of `range` stand on two lines that the text parts on purpose: in
    /// verse, after a hard break, in plain text.
    pub(super) fn is_parted(&self, range: &Range<usize>) -> bool {
        let Some((segment, inside)) = self.segment_at(range) else { return true };
        let raw = segment.span.of(&self.document.text);
        let doubled = &segment.text[inside];
        let Some((first, second)) = doubled.split_once([' ', '\u{a0}']) else { return false };
        let gaps = raw.match_indices(first).filter_map(|(at, _)| {
            let rest = &raw[at + first.len()..];
            let gap = rest.len() - rest.trim_start_matches([' ', '\n', '\r', '\t', '\\']).len();
            rest[gap..].starts_with(second).then(|| &rest[..gap])
        });
        let is_break =
            |gap: &str| gap.contains("  \n") || gap.contains("\\\n") || gap.contains("  \r\n");
        let mut gaps = gaps.peekable();
        gaps.peek().is_some() && gaps.all(is_break)
    }

    /// The text of the image that it ends with.
    pub(super) fn last_image_text(&self) -> Option<&'a str> {
        let span = self.span();
        let verbatims = &self.document.verbatims;
        let before = verbatims.partition_point(|verbatim| verbatim.span.start < span.end);
        let last = verbatims.get(..before)?.last()?;
        let ends = last.kind == VerbatimKind::Image && last.span.end >= span.end;
        let inside = last.span.of(&self.document.text).strip_prefix("![").filter(|_| ends)?;
        inside.split(']').next()
    }

    /// The text of the whole file.
    pub(super) fn file_text(&self) -> &'a str {
        &self.document.text
    }

    /// A place in the file.
    pub(super) fn place_of(&self, span: Span) -> Place {
        self.document.place(span)
    }

    /// The path of the file.
    pub(super) fn path(&self) -> RepoPath {
        self.document.path.clone()
    }

    /// The parts of the prose that stand in code, URLs and template tags, in order.
    pub(super) fn verbatim_ranges(&self) -> &[Range<usize>] {
        self.verbatim.get_or_init(|| self.find_verbatim())
    }

    fn find_verbatim(&self) -> Vec<Range<usize>> {
        let mut from = 0;
        let mut ranges = Vec::new();
        for verbatim in self.verbatims() {
            let is_prose = matches!(verbatim.kind, VerbatimKind::Code | VerbatimKind::Template)
                || verbatim.text == verbatim.span.of(&self.document.text);
            if is_prose && let Some(at) = self.text[from..].find(&verbatim.text) {
                ranges.push(from + at..from + at + verbatim.text.len());
                from += at + verbatim.text.len();
            }
        }
        ranges
    }

    /// Whether a part of `range` is code, a URL or a template tag.
    pub(super) fn is_verbatim(&self, range: &Range<usize>) -> bool {
        let ranges = self.verbatim_ranges();
        let first = ranges.partition_point(|verbatim| verbatim.end <= range.start);
        ranges.get(first).is_some_and(|verbatim| verbatim.start < range.end)
    }

    /// Where in the file `range` of the prose stands: the same words, as many times before it.
    pub(super) fn locate(&self, range: &Range<usize>) -> Option<Span> {
        let (segment, inside) = self.segment_at(range)?;
        let wanted = &segment.text[inside.clone()];
        if wanted.is_empty() {
            return None;
        }
        let before = segment.text.match_indices(wanted).take_while(|(at, _)| *at < inside.start);
        let raw = segment.span.of(&self.document.text);
        let (at, _) = raw.match_indices(wanted).nth(before.count())?;
        let start = segment.span.start + at;
        Some(Span::new(start, start + wanted.len()))
    }

    /// Whether marks of emphasis or of code stand between the letters of `range`, so that it is two
    /// words without a space: `**Tools**с`.
    pub(super) fn is_cut_by_markup(&self, range: &Range<usize>) -> bool {
        let Some((segment, inside)) = self.segment_at(range) else { return false };
        let raw = segment.span.of(&self.document.text);
        let run = &segment.text[inside];
        !raw.contains(run)
            && run.char_indices().skip(1).any(|(at, _)| {
                let (before, after) = run.split_at(at);
                ["**", "__", "*", "_", "`"]
                    .iter()
                    .any(|mark| raw.contains(&format!("{before}{mark}{after}")))
            })
    }

    /// The segment that holds all of `range`, and the range in it.
    pub(super) fn segment_at(&self, range: &Range<usize>) -> Option<(&'a Segment, Range<usize>)> {
        let mut start = 0;
        for segment in &self.document.segments[self.segments.clone()] {
            let end = start + segment.text.len();
            if start <= range.start && range.end <= end {
                return Some((segment, range.start - start..range.end - start));
            }
            start = end + 1;
        }
        None
    }
}
