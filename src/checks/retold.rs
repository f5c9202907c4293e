//! What seems to be lost or added and is told all the same: the tail of a sentence, a list that
//! repeats a table, a heading that stands nearby, the words that lead to a list.

use std::{collections::HashSet, ops::Range};

use crate::{
    align::EnglishWords,
    model::{Bead, BlockKind, Direction, Document, Language, State, TranslationUnit},
    text::words::words,
};

/// Words of a tail, of what leads to a list, and of what repeats something, at the most or least.
const LONGEST_TAIL: usize = 2;
const LONGEST_LEAD: usize = 4;
const SHORTEST_REPEATED: usize = 4;

/// The share of the words of what is repeated that stand beside the same name elsewhere, in percent.
const REPEATED: usize = 60;

/// Segments after a name among which its words stand: the cells of a row.
const ROW: usize = 4;

/// Units among which a heading has moved.
const NEAR: usize = 8;

/// The two documents by what they are to each other.
pub(super) struct Retold<'a> {
    pub(super) units: &'a [TranslationUnit],
    pub(super) direction: Direction,
    pub(super) original: &'a Document,
    pub(super) translation: &'a Document,
}

impl Retold<'_> {
    /// Whether what a bead has of the original is told elsewhere.
    pub(super) fn is_told(&self, bead: &Bead) -> bool {
        let from = self.direction.roles((&bead.source, &bead.target)).0;
        is_tail(self.original, from) || self.is_repeated(from)
    }

    /// Whether segments that name something in code stand once more in the original, with most of
    /// their words, where they are translated: a list beside a table.
    fn is_repeated(&self, from: &Range<usize>) -> bool {
        let prose = self.original.prose_of(from);
        let said = folded(&prose);
        let Some(name) = name(&prose).filter(|_| said.len() >= SHORTEST_REPEATED) else {
            return false;
        };
        let segments = &self.original.segments;
        let mut others = (0..segments.len()).filter(|at| !from.contains(at));
        others.any(|at| {
            let last = (at + ROW).min(segments.len());
            let has_most = || {
                let beside = folded(&self.original.prose_of(&(at..last)));
                said.intersection(&beside).count() * 100 >= said.len() * REPEATED
            };
            segments[at].text.contains(&name)
                && !(at..last).any(|at| from.contains(&at))
                && has_most()
                && self.is_translated(at)
        })
    }

    fn is_translated(&self, segment: usize) -> bool {
        self.units.iter().any(|unit| {
            let from = self.direction.roles((&unit.bead.source, &unit.bead.target)).0;
            unit.bead.is_pair() && from.contains(&segment)
        })
    }

    /// Whether a heading that seems to be lost stands nearby: one that seems to be added says one of
    /// its words.
    pub(super) fn has_namesake(&self, bead: &Bead) -> bool {
        let from = self.direction.roles((&bead.source, &bead.target)).0;
        if !is_heading(self.original, from) {
            return false;
        }
        let heading = self.original.prose_of(from);
        let sides = |unit: &TranslationUnit| {
            let (from, to) = self.direction.roles((&unit.bead.source, &unit.bead.target));
            (from.clone(), to.clone())
        };
        let Some(at) = self.units.iter().position(|unit| sides(unit).0.start == from.start) else {
            return false;
        };
        let near = self.units.iter().skip(at.saturating_sub(NEAR)).take(2 * NEAR + 1);
        near.filter(|unit| unit.state == State::Extra).map(|unit| sides(unit).1).any(|to| {
            is_heading(self.translation, &to)
                && self.shares_a_word(&heading, &self.translation.prose_of(&to))
        })
    }

    fn shares_a_word(&self, heading: &str, other: &str) -> bool {
        let (russian, english) = match self.original.language {
            Language::Russian => (heading, other),
            Language::English => (other, heading),
        };
        let english: Vec<EnglishWords> =
            words(english).map(|word| EnglishWords::of(&word.folded())).collect();
        let mut russian = words(russian).map(|word| word.folded());
        russian.any(|word| english.iter().any(|english| english.render(&word)))
    }
}

/// Whether a segment is the end of the sentence before it, cut off by a break of the line: it begins
/// small, behind one that has no end.
fn is_tail(document: &Document, segments: &Range<usize>) -> bool {
    let before = segments.start.checked_sub(1).and_then(|before| document.segments.get(before));
    let Some(before) = before else { return false };
    let prose = document.prose_of(segments);
    let is_open = !before.text.trim_end().ends_with(['.', '!', '?', '…', ':', ';']);
    let is_one_block = document.block_of(segments.start).segments.contains(&(segments.start - 1));
    is_open
        && is_one_block
        && prose.split_whitespace().count() <= LONGEST_TAIL
        && prose.starts_with(char::is_lowercase)
}

/// Whether segments are a few words that lead to a list, which may as well go without.
pub(super) fn leads_in(document: &Document, segments: &Range<usize>) -> bool {
    let prose = document.prose_of(segments);
    let is_next = |segment: usize| {
        segment < document.segments.len()
            && document.block_of(segment).kind == BlockKind::ListItem
            && document.block_of(segment).segments.start == segment
    };
    prose.trim_end().ends_with(':')
        && prose.split_whitespace().count() <= LONGEST_LEAD
        && is_next(segments.end)
}

fn is_heading(document: &Document, segments: &Range<usize>) -> bool {
    !segments.is_empty() && matches!(document.block_of(segments.start).kind, BlockKind::Heading(_))
}

/// The first word that names something as programs do: `CMAKE_BUILD_TYPE`.
fn name(prose: &str) -> Option<String> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut all = prose.split(|c: char| !is_part(c));
    all.find(|word| word.trim_matches('_').contains('_')).map(str::to_owned)
}

fn folded(prose: &str) -> HashSet<String> {
    words(prose).map(|word| word.folded()).collect()
}
