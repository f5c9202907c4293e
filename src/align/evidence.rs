//! What is known of words beyond the bundled lexicon: the project's terms, and what its own
//! pairs teach.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::{
    lexicon::{Lexicon, Weight},
    phrases::content_words,
    stem,
    trained::{Residue, Trained},
};
use crate::text::normalize::fold;

/// An approved rendering is what a translator writes, most of the time.
const TERM: Weight = Weight { forward: 0.7, backward: 0.7 };

/// A pair teaches only when it is as sure as this.
pub(super) const SURE: f64 = 0.99;

/// Word evidence of one project.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    terms: HashMap<String, Vec<(String, Weight)>>,
    trained: Trained,
}

/// What one aligned document pair teaches about words.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Lesson {
    pub(super) residues: Vec<Residue>,
}

impl Evidence {
    /// Evidence of terms: pairs of a Russian term and its English rendering, in base form.
    pub fn from_terms<'a>(terms: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut evidence = Self::default();
        for (russian, english) in terms {
            let english: Vec<String> =
                content_words(english).map(|word| stem::english(&word)).collect();
            for word in fold(russian).split_whitespace() {
                let entry = evidence.terms.entry(stem::russian(word)).or_default();
                entry.extend(english.iter().map(|stem| (stem.clone(), TERM)));
            }
        }
        evidence
    }

    /// Learns words from documents already aligned, in place of what was learned before.
    pub fn learn<'a>(&mut self, lessons: impl IntoIterator<Item = &'a Lesson>) {
        let residues = lessons.into_iter().flat_map(|lesson| &lesson.residues);
        self.trained = Trained::from_pairs(residues);
    }

    /// All that is known of a Russian stem, and whether the bundled lexicon lists it.
    pub(super) fn english_of<'a>(
        &'a self,
        russian_stem: &str,
    ) -> (bool, impl Iterator<Item = (&'a str, Weight)>) {
        let bundled = Lexicon::bundled().english_of(russian_stem);
        let terms = self.terms.get(russian_stem).map_or(&[][..], Vec::as_slice);
        let trained = self.trained.english_of(russian_stem);
        let is_listed = bundled.is_some();
        let bundled = bundled.into_iter().flatten().map(|entry| -> (&'a str, Weight) { entry });
        let own = terms.iter().chain(trained).map(|(stem, weight)| (stem.as_str(), *weight));
        (is_listed, bundled.chain(own))
    }
}
