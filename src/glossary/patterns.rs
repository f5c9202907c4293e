//! What a matcher looks for: the forms of terms, cut into words.

use super::tokens::{Gap, Token, tokens};

/// Which capitals a pattern asks for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
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
    pub(super) fn fit(&self, found: &str, first: &Token) -> bool {
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

/// A term of a concept, or a phrase that hides it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct TermIndex {
    /// The concept, as an index into the term base.
    pub(super) concept: u32,
    /// The term, as an index into those of the concept in one language; none is a phrase in which
    /// the concept is not meant.
    pub(super) term: Option<u16>,
}

/// Sequences of words, each with what it stands for. All words are in one list: there are hundreds
/// of thousands of forms in a large term base.
#[derive(Debug, Default)]
pub(super) struct Patterns {
    words: Vec<(u64, Gap)>,
    /// Where the words of each end, its capitals, its term.
    ends: Vec<(usize, Capitals, TermIndex)>,
    buffer: Vec<Token>,
}

impl Patterns {
    /// Adds a form of a term; nothing where it has no word.
    pub(super) fn push(&mut self, form: &str, capitals: Capitals, term: TermIndex) {
        tokens(form, &mut self.buffer);
        if !self.buffer.is_empty() {
            self.words.extend(self.buffer.iter().map(|token| (token.hash, token.gap)));
            self.ends.push((self.words.len(), capitals, term));
        }
    }

    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.ends.len()
    }

    /// All, in the order in which they were added.
    pub(super) fn into_each(self, mut each: impl FnMut(&[(u64, Gap)], Capitals, TermIndex)) {
        let mut start = 0;
        for (end, capitals, term) in self.ends {
            each(&self.words[start..end], capitals, term);
            start = end;
        }
    }
}
