//! What a pair of texts rests on: how many of its words, numbers and names have a counterpart.

use super::{
    evidence::Evidence,
    table::{Table, TargetIndex},
    token::Class,
    vocabulary::{Type, Vocabulary},
};
use crate::model::Language;

/// How many of the tokens of one kind agree, those of both sides counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Agreement {
    /// Those that have a counterpart on the other side.
    pub agree: usize,
    /// Those that should have one.
    pub of: usize,
}

/// What of two texts agrees.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Grounds {
    /// Words that the lexicon knows.
    pub words: Agreement,
    /// Numbers, by their value.
    pub numbers: Agreement,
    /// Names by their sound, code and links as they are.
    pub names: Agreement,
    /// How much of all that stands in the source.
    pub in_source: usize,
    /// The same of the target.
    pub in_target: usize,
}

impl Grounds {
    /// What the two texts agree in.
    #[must_use]
    pub fn of(source: &str, target: &str) -> Self {
        let source = Vocabulary::of(source, Language::Russian);
        let target = Vocabulary::of(target, Language::English);
        let index = TargetIndex::new(&target);
        let table = Table::new(&source, &index, &Evidence::default());
        let mut met = vec![false; target.len()];
        let mut grounds = Self::default();
        for (id, found) in source.types() {
            let entries = table.entries(id);
            entries.iter().for_each(|entry| met[entry.target as usize] = true);
            let counts = table.source_trust[id as usize].is_some();
            grounds.in_source += grounds.count(found, counts, !entries.is_empty());
        }
        for (id, found) in target.types() {
            let counts = table.target_trust[id as usize].is_some();
            let is_met = met[id as usize];
            grounds.in_target += grounds.count(found, counts, is_met);
        }
        grounds
    }

    /// All kinds together; marks say nothing.
    #[must_use]
    pub fn all(&self) -> Agreement {
        self.words.and(self.numbers).and(self.names)
    }

    /// Counts a type; gives how often it counts.
    fn count(&mut self, found: &Type, counts: bool, agrees: bool) -> usize {
        if !counts || found.class == Class::Mark {
            return 0;
        }
        let kind = match found.class {
            Class::Number => &mut self.numbers,
            Class::Word if !found.name => &mut self.words,
            _ => &mut self.names,
        };
        let count = found.count as usize;
        kind.of += count;
        kind.agree += if agrees { count } else { 0 };
        count
    }
}

impl Agreement {
    /// The two together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self { agree: self.agree + other.agree, of: self.of + other.of }
    }

    /// The share that agrees, from 0 to 1.
    #[must_use]
    pub fn share(self) -> f64 {
        self.agree as f64 / self.of.max(1) as f64
    }
}
