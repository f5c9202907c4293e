//! Finding many terms in a text at once: a trie whose edges are words.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
    ops::Range,
};

use super::{
    patterns::{Capitals, Patterns, TermIndex},
    tokens::{Gap, Token},
};

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
    /// What ends at each node, node by node.
    ends: Vec<(Capitals, TermIndex)>,
    /// Where in `ends` those of each node begin, and the end of the last.
    first_ends: Vec<usize>,
}

impl Matcher {
    /// A matcher for the patterns of `all`.
    pub(super) fn new(all: Vec<Patterns>) -> Self {
        let mut matcher = Self::default();
        matcher.edges.reserve(all.iter().map(Patterns::len).sum());
        let mut ends = Vec::with_capacity(matcher.edges.capacity());
        for patterns in all {
            patterns.into_each(|words, capitals, term| {
                ends.push((matcher.insert(words), capitals, term));
            });
        }
        ends.sort_unstable();
        ends.dedup();
        matcher.first_ends = first_ends(&ends, matcher.edges.len() + 1);
        matcher.ends = ends.into_iter().map(|(_, capitals, term)| (capitals, term)).collect();
        matcher
    }

    /// The node where these words lead. An edge leads to a node of its own: nodes are numbered as
    /// edges are added, the first node is 0.
    fn insert(&mut self, words: &[(u64, Gap)]) -> u32 {
        words.iter().enumerate().fold(0, |node, (place, (word, gap))| {
            let next = self.edges.len() as u32 + 1;
            *self.edges.entry((node, edge(*word, *gap, place == 0))).or_insert(next)
        })
    }

    fn ends_at(&self, node: u32) -> &[(Capitals, TermIndex)] {
        let node = node as usize;
        &self.ends[self.first_ends[node]..self.first_ends[node + 1]]
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
            let range = words[start].start..word.end;
            for (capitals, term) in self.ends_at(node) {
                if capitals.fit(&text[range.clone()], &words[start]) {
                    let words = start..start + place + 1;
                    found.push(Match { term: *term, range: range.clone(), words });
                }
            }
        }
    }
}

/// Where in `ends`, sorted by node, those of each of so many nodes begin, and the end of the last.
fn first_ends(ends: &[(u32, Capitals, TermIndex)], nodes: usize) -> Vec<usize> {
    let mut firsts = vec![0; nodes + 1];
    for (node, ..) in ends {
        firsts[*node as usize + 1] += 1;
    }
    for node in 0..nodes {
        firsts[node + 1] += firsts[node];
    }
    firsts
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
    use crate::glossary::tokens::tokens;

    fn found(terms: &[&str], text: &str) -> Vec<String> {
        let mut patterns = Patterns::default();
        for (index, term) in terms.iter().enumerate() {
            let term_index = TermIndex { concept: index as u32, term: Some(0) };
            patterns.push(term, Capitals::Any, term_index);
        }
        let matcher = Matcher::new(vec![patterns]);
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
