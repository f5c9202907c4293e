//! What seems to be lost or added and is told all the same: the tail of a sentence, a list that
//! repeats a table, a heading that stands nearby, the words that lead to a list.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use crate::{
    align::EnglishWords,
    model::{Bead, Block, BlockKind, Direction, Document, Language, State, TranslationUnit},
    text::words::words,
};

/// Words of a tail, of what leads to a list, and of what repeats something, at the most or least.
const LONGEST_TAIL: usize = 2;
const LONGEST_LEAD: usize = 4;
const SHORTEST_REPEATED: usize = 4;

/// The share of the words of what is repeated that stand beside the same name elsewhere, in percent.
const REPEATED: usize = 60;

/// Places of one name that are looked at.
const MOST_NAMED: usize = 20;

/// Segments after a name among which its words stand: the cells of a row.
const ROW: usize = 4;

/// Entries of a list, at least, of which a translation makes a selection.
const LONG_LIST: usize = 10;

/// Units among which a heading has moved.
const NEAR: usize = 8;

/// The two documents by what they are to each other, with what is asked of each loss, gathered once.
pub(super) struct Retold<'a> {
    units: &'a [TranslationUnit],
    direction: Direction,
    original: &'a Document,
    translation: &'a Document,
    /// The unit that each segment of the original is in.
    unit_of: HashMap<usize, usize>,
    /// Segments by the names of programs in them.
    by_name: HashMap<String, Vec<usize>>,
    /// The blocks of long lists of which the translation has few entries.
    selections: HashSet<usize>,
}

impl<'a> Retold<'a> {
    pub(super) fn of(
        units: &'a [TranslationUnit],
        direction: Direction,
        (original, translation): (&'a Document, &'a Document),
    ) -> Self {
        let mut unit_of = HashMap::new();
        for (index, unit) in units.iter().enumerate() {
            let from = direction.roles((&unit.bead.source, &unit.bead.target)).0;
            unit_of.extend(from.clone().map(|segment| (segment, index)));
        }
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, segment) in original.segments.iter().enumerate() {
            names(&segment.text)
                .for_each(|name| by_name.entry(name.to_owned()).or_default().push(index));
        }
        let selections = HashSet::new();
        let mut retold =
            Self { units, direction, original, translation, unit_of, by_name, selections };
        retold.selections = retold.find_selections();
        retold
    }

    /// Whether what a bead has of the original is told elsewhere.
    pub(super) fn is_told(&self, bead: &Bead) -> bool {
        let from = self.roles(bead).0;
        is_tail(self.original, from) || self.is_repeated(from)
    }

    fn roles<'b>(&self, bead: &'b Bead) -> (&'b Range<usize>, &'b Range<usize>) {
        self.direction.roles((&bead.source, &bead.target))
    }

    /// Whether segments that name something in code stand once more in the original, with most of
    /// their words, where they are translated: a list beside a table.
    fn is_repeated(&self, from: &Range<usize>) -> bool {
        let prose = self.original.prose_of(from);
        let said = folded(&prose);
        if said.len() < SHORTEST_REPEATED {
            return false;
        }
        let others = names(&prose).next().and_then(|name| self.by_name.get(name));
        let others = others.into_iter().flatten().take(MOST_NAMED);
        others.copied().any(|at| {
            let last = (at + ROW).min(self.original.segments.len());
            let has_most = || {
                let beside = folded(&self.original.prose_of(&(at..last)));
                said.intersection(&beside).count() * 100 >= said.len() * REPEATED
            };
            !(at..last).any(|at| from.contains(&at)) && self.is_translated(at) && has_most()
        })
    }

    fn is_translated(&self, segment: usize) -> bool {
        let unit = self.unit_of.get(&segment).and_then(|index| self.units.get(*index));
        unit.is_some_and(|unit| unit.bead.is_pair())
    }

    /// Whether a bead is of a long list of which the translation has few entries: a selection of its
    /// own, of talks or links.
    pub(super) fn is_in_selection(&self, bead: &Bead) -> bool {
        let first = self.original.segments.get(self.roles(bead).0.start);
        first.is_some_and(|first| self.selections.contains(&first.block))
    }

    fn find_selections(&self) -> HashSet<usize> {
        let blocks: Vec<(usize, &Block)> = self.original.blocks.iter().enumerate().collect();
        let is_entry = |block: &(usize, &Block)| block.1.kind == BlockKind::ListItem;
        let lists = blocks.chunk_by(|one, next| is_entry(one) && is_entry(next));
        let is_lost = |block: &&(usize, &Block)| !self.is_translated(block.1.segments.start);
        let is_selection = |list: &&[(usize, &Block)]| {
            let lost = list.iter().filter(is_lost).count();
            list.len() >= LONG_LIST && 3 * lost >= 2 * list.len()
        };
        lists.filter(is_selection).flatten().map(|(at, _)| *at).collect()
    }

    /// Whether a heading that seems to be lost stands nearby: one that seems to be added says one of
    /// its words.
    pub(super) fn has_namesake(&self, bead: &Bead) -> bool {
        let from = self.roles(bead).0;
        let Some(&at) = self.unit_of.get(&from.start) else { return false };
        if !is_heading(self.original, from) {
            return false;
        }
        let heading = self.original.prose_of(from);
        let near = self.units.iter().skip(at.saturating_sub(NEAR)).take(2 * NEAR + 1);
        near.filter(|unit| unit.state == State::Extra).any(|unit| {
            let to = self.roles(&unit.bead).1;
            is_heading(self.translation, to)
                && self.shares_a_word(&heading, &self.translation.prose_of(to))
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

/// The words that name something as programs do: `CMAKE_BUILD_TYPE`.
fn names(prose: &str) -> impl Iterator<Item = &str> {
    let all = prose.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
    all.filter(|word| word.trim_matches('_').contains('_'))
}

fn folded(prose: &str) -> HashSet<String> {
    words(prose).map(|word| word.folded()).collect()
}
