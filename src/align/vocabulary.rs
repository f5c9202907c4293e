//! The types of one side of a document pair: distinct tokens with how often each occurs.

use rustc_hash::FxHashMap;

use super::{
    function_words::is_function_word,
    token::{Class, Token, tokens},
};
use crate::model::Language;

/// A type, by its place in the [`Vocabulary`].
pub(super) type TypeId = u32;

/// Smoothing mass, in tokens: a document is a small sample of its language.
const PRIOR_TOKENS: f32 = 300.0;

/// The tokens of a long text.
const MANY: u32 = 3_000;

/// What an average word has of that mass.
const PRIOR_PROBABILITY: f32 = 4e-4;

/// A distinct token.
#[derive(Debug, Clone)]
pub(super) struct Type {
    pub(super) class: Class,
    pub(super) key: String,
    /// Written with a capital inside a sentence at least once.
    pub(super) name: bool,
    /// How often it occurs.
    pub(super) count: u32,
}

/// All types of one side.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    types: Vec<Type>,
    /// Of the types of each class.
    ids: [FxHashMap<String, TypeId>; Class::COUNT],
    tokens: u32,
}

impl Vocabulary {
    /// The types of a text.
    pub(super) fn of(text: &str, language: Language) -> Self {
        let mut vocabulary = Self::default();
        for token in tokens(text, language).iter() {
            vocabulary.add(token);
        }
        vocabulary
    }

    /// Counts a token; `None` for a function word, which is no evidence.
    pub(super) fn add(&mut self, token: &Token) -> Option<TypeId> {
        if token.class == Class::Word && is_function_word(&token.key) {
            return None;
        }
        self.tokens += 1;
        let known = self.id(token.class, &token.key);
        let id = known.unwrap_or(self.types.len() as TypeId);
        if known.is_none() {
            self.ids[token.class as usize].insert(token.key.clone(), id);
            let key = token.key.clone();
            self.types.push(Type { class: token.class, key, name: false, count: 0 });
        }
        let entry = &mut self.types[id as usize];
        entry.count += 1;
        entry.name |= token.name;
        Some(id)
    }

    /// The type of a class with a key.
    pub(super) fn id(&self, class: Class, key: &str) -> Option<TypeId> {
        self.ids[class as usize].get(key).copied()
    }

    /// The types with their ids, in order of first occurrence.
    pub(super) fn types(&self) -> impl Iterator<Item = (TypeId, &Type)> {
        (0..).zip(&self.types)
    }

    /// A type.
    pub(super) fn get(&self, id: TypeId) -> &Type {
        &self.types[id as usize]
    }

    /// How many types there are.
    pub(super) fn len(&self) -> usize {
        self.types.len()
    }

    /// The probability of a type in a text that translates nothing in particular. In a long text it is
    /// told so coarsely that an edit of one sentence hardly ever changes what another says.
    pub(super) fn probability(&self, id: TypeId) -> f32 {
        let told = if self.tokens < MANY { |number| number as f32 } else { coarse };
        let count = told(self.types[id as usize].count);
        (count + PRIOR_TOKENS * PRIOR_PROBABILITY) / (told(self.tokens) + PRIOR_TOKENS)
    }
}

/// A number of which so many binary digits count.
fn coarse(number: u32) -> f32 {
    const DIGITS: u32 = 4;
    let spare = (u32::BITS - number.leading_zeros()).saturating_sub(DIGITS);
    let (kept, half) = (number >> spare << spare, (1_u32 << spare) >> 1);
    (kept + half) as f32
}

#[cfg(test)]
mod tests {
    use super::coarse;

    #[test]
    fn large_numbers_are_told_coarsely() {
        let told = [0, 7, 15, 16, 17, 33, 1000, 1001].map(coarse);
        assert_eq!(told, [0.0, 7.0, 15.0, 17.0, 17.0, 34.0, 992.0, 992.0]);
    }
}
