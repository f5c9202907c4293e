//! Guessing how a word inflects by its ending: as a word of the dictionary does that ends alike.
//!
//! The table names a model word for each ending; the longest ending that a word has decides. It is
//! compiled from the lemmas of the dictionary by `examples/train_guesser`, and has an ending only
//! where most words that end so inflect otherwise than the next shorter ending says.

use std::{collections::HashMap, sync::LazyLock};

use super::paradigm::{Paradigm, PartOfSpeech, known_paradigms};
use crate::text::normalize::fold;

/// Letters of an ending, at most.
pub const LONGEST_ENDING: usize = 7;

/// What a word may be, as far as its inflection is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WordKind {
    /// A common noun.
    Noun,
    /// The name of a person, a place, an organisation.
    Name,
    /// An adjective.
    Adjective,
}

impl WordKind {
    /// All kinds, as the table calls them.
    pub const ALL: [(&str, Self); 3] =
        [("noun", Self::Noun), ("name", Self::Name), ("adjective", Self::Adjective)];

    /// The paradigm of `word`, given in its dictionary form, among those that the dictionary has.
    #[must_use]
    pub fn paradigm_of(self, word: &str) -> Option<Paradigm> {
        let wanted = match self {
            Self::Noun | Self::Name => PartOfSpeech::Noun,
            Self::Adjective => PartOfSpeech::Adjective,
        };
        let folded = fold(word);
        let fits = |paradigm: &Paradigm| {
            paradigm.part_of_speech == wanted
                && paradigm.has_nominative()
                && paradigm.is_name == (self == Self::Name)
                && (paradigm.lemma == folded || self != Self::Adjective)
        };
        known_paradigms(word).into_iter().find(fits)
    }
}

/// Model words by kind and ending.
#[derive(Debug, Default)]
pub struct Endings {
    models: HashMap<(WordKind, Box<str>), Box<str>>,
}

impl Endings {
    /// Reads a table: a line has a kind, an ending and a model word, with spaces between. Lines of
    /// another shape, and those that begin with `#`, say nothing.
    #[must_use]
    pub fn parse(table: &str) -> Self {
        let line = |line: &str| {
            let mut columns = line.split(' ');
            let (kind, ending, model) = (columns.next()?, columns.next()?, columns.next()?);
            let (_, kind) = WordKind::ALL.into_iter().find(|(name, _)| *name == kind)?;
            Some(((kind, Box::from(ending)), Box::from(model)))
        };
        Self { models: table.lines().filter_map(line).collect() }
    }

    /// The table that comes with the library.
    #[must_use]
    pub fn bundled() -> &'static Self {
        static BUNDLED: LazyLock<Endings> =
            LazyLock::new(|| Endings::parse(include_str!("endings.txt")));
        &BUNDLED
    }

    /// The paradigm in which `word`, in its dictionary form, most likely stands if it is of this
    /// kind; none where no ending of it is known.
    #[must_use]
    pub fn guess(&self, word: &str, kind: WordKind) -> Option<Paradigm> {
        let folded = fold(word);
        let model = self.model(&folded, kind)?;
        kind.paradigm_of(model)?.moved_to(model, &folded)
    }

    fn model(&self, word: &str, kind: WordKind) -> Option<&str> {
        let starts: Vec<usize> =
            word.char_indices().map(|(at, _)| at).rev().take(LONGEST_ENDING).collect();
        let mut endings = starts.iter().rev().map(|&at| &word[at..]);
        endings.find_map(|ending| self.models.get(&(kind, Box::from(ending))).map(|model| &**model))
    }
}
