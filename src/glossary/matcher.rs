//! Finding many terms in a text at once: a trie whose edges are words.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
    ops::Range,
};

use super::tokens::{Gap, Token, tokens};

/// Which capitals a pattern asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Capitals {
    /// None.
    Any,
    /// The first word must begin with one.
    Initial,
    /// The first two letters must be capitals: `МИД`, `МИДа`.
    Abbreviation,
    /// The letters and digits must be these; a plural ending may follow (`PMs`).
    Exact(Box<str>),
}

impl Capitals {
    /// Those of `text`, all of them.
    pub(super) fn exact(text: &str) -> Self {
        Self::Exact(text.chars().filter(|c| c.is_alphanumeric()).collect())
    }

    /// Whether `found` has them.
    fn fit(&self, found: &str, first: &Token) -> bool {
        match self {
            Self::Any => true,
            Self::Initial => first.is_capital,
            Self::Abbreviation => {
                let mut letters = found.chars().filter(|c| c.is_alphabetic());
                first.is_capital && letters.nth(1).is_none_or(char::is_uppercase)
            }
            Self::Exact(text) => {
                let mut letters = found.chars().filter(|c| c.is_alphanumeric());
                text.chars().all(|c| letters.next() == Some(c)) && letters.all(char::is_lowercase)
            }
        }
    }
}

/// A sequence of words to find, and what it stands for.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    /// The words, cut as [`tokens`] cuts them.
    pub(super) words: Vec<(u64, Gap)>,
    /// Which capitals it needs.
    pub(super) capitals: Capitals,
    /// What it stands for.
    pub(super) term: TermIndex,
}

impl Pattern {
    /// The pattern of a form of a term; none where it has no word.
    pub(super) fn of(form: &str, capitals: Capitals, term: TermIndex) -> Option<Self> {
        let mut found = Vec::new();
        tokens(form, &mut found);
        let words: Vec<(u64, Gap)> = found.iter().map(|token| (token.hash, token.gap)).collect();
        (!words.is_empty()).then_some(Self { words, capitals, term })
    }
}

/// A term of a concept, or a phrase that hides it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct TermIndex {
    /// The concept, as an index into the term base.
    pub(super) concept: u32,
    /// The term, as an index into those of the concept in one language; none is a phrase in which
    /// the concept is not meant.
    pub(super) term: Option<u16>,
}

/// A term found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Match {
    /// Which.
    pub(super) term: TermIndex,
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
    /// Its words, as indices into the words of the text.
    pub(super) words: Range<usize>,
}

/// All patterns of one language.
#[derive(Debug, Default)]
pub(super) struct Matcher {
    edges: HashMap<(u32, u64), u32, BuildHasherDefault<EdgeHasher>>,
    ends: HashMap<u32, Vec<(Capitals, TermIndex)>, BuildHasherDefault<EdgeHasher>>,
    nodes: u32,
}

impl Matcher {
    /// A matcher for `patterns`.
    pub(super) fn new(patterns: impl IntoIterator<Item = Pattern>) -> Self {
        let patterns = patterns.into_iter();
        let mut matcher = Self { nodes: 1, ..Self::default() };
        matcher.edges.reserve(patterns.size_hint().0);
        for pattern in patterns {
            matcher.insert(pattern);
        }
        matcher
    }

    fn insert(&mut self, pattern: Pattern) {
        let mut node = 0;
        for (place, (word, gap)) in pattern.words.iter().enumerate() {
            let next = self.nodes;
            let edge = (node, edge(*word, *gap, place == 0));
            node = *self.edges.entry(edge).or_insert(next);
            if node == next {
                self.nodes += 1;
            }
        }
        let ends = self.ends.entry(node).or_default();
        let end = (pattern.capitals, pattern.term);
        if !ends.contains(&end) {
            ends.push(end);
        }
    }

    /// Every term in `text`, cut into `words`; they may overlap.
    pub(super) fn find(&self, text: &str, words: &[Token]) -> Vec<Match> {
        let mut found = Vec::new();
        for start in 0..words.len() {
            self.walk(text, words, start, &mut found);
        }
        found
    }

    fn walk(&self, text: &str, words: &[Token], start: usize, found: &mut Vec<Match>) {
        let mut node = 0;
        for (place, word) in words[start..].iter().enumerate() {
            let Some(&next) = self.edges.get(&(node, edge(word.hash, word.gap, place == 0))) else {
                return;
            };
            node = next;
            let Some(ends) = self.ends.get(&node) else { continue };
            let range = words[start].start..word.end;
            for (capitals, term) in ends {
                if capitals.fit(&text[range.clone()], &words[start]) {
                    let words = start..start + place + 1;
                    found.push(Match { term: *term, range: range.clone(), words });
                }
            }
        }
    }
}

/// The word of an edge, with the gap before it unless it is the first.
const fn edge(word: u64, gap: Gap, is_first: bool) -> u64 {
    match gap {
        _ if is_first => word,
        Gap::Loose => word.rotate_left(1),
        Gap::Stop => word.rotate_left(2),
        Gap::Apart => word.rotate_left(3),
    }
}

/// The matches that no longer one overlaps, in the order of the text. Those at the very same words
/// are all kept.
pub(super) fn longest(mut found: Vec<Match>) -> Vec<Match> {
    if found.len() > 1 {
        found.sort_by_key(|found| {
            (std::cmp::Reverse(found.words.len()), found.words.start, found.term)
        });
        let mut kept: Vec<Match> = Vec::new();
        for candidate in found {
            let is_free = kept.iter().all(|kept| {
                kept.words == candidate.words
                    || kept.words.end <= candidate.words.start
                    || candidate.words.end <= kept.words.start
            });
            if is_free {
                kept.push(candidate);
            }
        }
        kept.sort_by_key(|kept| (kept.words.start, kept.term));
        found = kept;
    }
    found
}

/// The words are hashes already: mixing in the node is enough.
#[derive(Debug, Default)]
struct EdgeHasher(u64);

impl Hasher for EdgeHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(terms: &[&str], text: &str) -> Vec<String> {
        let patterns = terms.iter().enumerate().map(|(index, term)| {
            let term_index = TermIndex { concept: index as u32, term: Some(0) };
            Pattern::of(term, Capitals::Any, term_index).unwrap()
        });
        let matcher = Matcher::new(patterns);
        let mut words = Vec::new();
        tokens(text, &mut words);
        let matches = longest(matcher.find(text, &words));
        matches.into_iter().map(|found| text[found.range].to_owned()).collect()
    }

    #[test]
    fn the_longest_term_wins() {
        let terms = ["премьер-министр", "министр", "министр обороны"];
        assert_eq!(
            found(&terms, "Премьер\u{2011}министр и министр обороны, министр."),
            ["Премьер\u{2011}министр", "министр обороны", "министр"]
        );
    }

    #[test]
    fn stops_tell_abbreviations_apart() {
        assert_eq!(found(&["St. Petersburg"], "in St Petersburg"), [""; 0]);
        assert_eq!(found(&["St. Petersburg"], "in St. Petersburg."), ["St. Petersburg"]);
        assert_eq!(found(&["U.S."], "the U.S., the US"), ["U.S"]);
    }
}
