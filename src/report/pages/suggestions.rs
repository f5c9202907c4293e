//! Terms that the documents seem to have and the term base lacks.

use super::unit::UnitView;
use crate::{
    glossary::{Glossary, Suggestion, suggest},
    model::State,
};

/// So many terms are proposed.
const SHOWN: usize = 20;

/// At most so many pairs of texts are looked at, and half as many where there are more: what many
/// texts call by a name is found in some of them, too.
const MOST: usize = 4_000;

/// The terms, and in how many units they were looked for.
#[derive(Debug, Default)]
pub struct SuggestionsView {
    /// The best first.
    pub suggestions: Vec<Suggestion>,
    /// The translated units that were looked at.
    pub looked: usize,
    /// All translated units.
    pub all: usize,
}

/// Translated units, one of every so many in the order of the documents.
#[derive(Debug)]
pub(super) struct Sample {
    texts: Vec<(String, String)>,
    step: usize,
    all: usize,
}

impl Default for Sample {
    fn default() -> Self {
        Self { texts: Vec::new(), step: 1, all: 0 }
    }
}

impl Sample {
    /// Takes a unit in, if it is translated and its turn.
    pub(super) fn add(&mut self, unit: &UnitView<'_>) {
        let is_pair = !unit.source.is_empty() && !unit.target.is_empty();
        if is_pair && unit.state != State::Untranslated {
            self.take(|| (unit.source_text(), unit.target_text()));
        }
    }

    fn take(&mut self, texts: impl FnOnce() -> (String, String)) {
        if self.all.is_multiple_of(self.step) {
            self.texts.push(texts());
        }
        self.all += 1;
        if self.texts.len() > MOST {
            self.thin();
        }
    }

    /// Keeps every other one.
    fn thin(&mut self) {
        self.step *= 2;
        let mut stays = false;
        self.texts.retain(|_| {
            stays = !stays;
            stays
        });
    }

    pub(super) fn suggestions(self, glossary: &Glossary) -> SuggestionsView {
        let pairs: Vec<(&str, &str)> =
            self.texts.iter().map(|(source, target)| (source.as_str(), target.as_str())).collect();
        let suggestions = suggest(&pairs, glossary, SHOWN);
        SuggestionsView { suggestions, looked: pairs.len(), all: self.all }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_units_some_are_looked_at_all_over() {
        let mut sample = Sample::default();
        (0..10_000).for_each(|at| sample.take(|| (at.to_string(), String::new())));
        let taken: Vec<usize> =
            sample.texts.iter().map(|(source, _)| source.parse().unwrap()).collect();
        assert_eq!((taken.len(), sample.all), (2_500, 10_000));
        assert!(taken.iter().enumerate().all(|(at, taken)| *taken == 4 * at), "{taken:?}");
    }
}
