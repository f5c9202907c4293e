//! What is known of words beyond the bundled lexicon: the project's terms, and what a document
//! itself teaches.

use std::{collections::HashMap, sync::Arc};

use super::{
    lexicon::{Lexicon, Weight},
    phrases::content_words,
    stem,
    trained::Trained,
};
use crate::text::normalize::fold;

/// An approved rendering is what a translator writes, most of the time.
const TERM: Weight = Weight { forward: 0.7, backward: 0.7 };

/// Word evidence of one project.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    terms: Arc<HashMap<String, Vec<(String, Weight)>>>,
    trained: Trained,
}

impl Evidence {
    /// Evidence of terms: pairs of a Russian term and its English rendering, in base form.
    pub fn from_terms<'a>(terms: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut entries: HashMap<String, Vec<(String, Weight)>> = HashMap::new();
        for (russian, english) in terms {
            let english: Vec<String> =
                content_words(english).map(|word| stem::english(&word)).collect();
            for word in fold(russian).split_whitespace() {
                let entry = entries.entry(stem::russian(word)).or_default();
                entry.extend(english.iter().map(|stem| (stem.clone(), TERM)));
            }
        }
        Self { terms: Arc::new(entries), trained: Trained::default() }
    }

    /// The same with what was learned.
    pub(super) fn with(&self, trained: Trained) -> Self {
        Self { terms: Arc::clone(&self.terms), trained }
    }

    /// Whether something was learned of a Russian stem.
    pub(super) fn learned(&self, russian_stem: &str) -> bool {
        !self.trained.english_of(russian_stem).is_empty()
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
        let bundled = bundled.into_iter().flatten().map(for_a_while);
        let own = terms.iter().chain(trained).map(|(stem, weight)| (stem.as_str(), *weight));
        (is_listed, bundled.chain(own))
    }
}

/// An entry of the bundled lexicon as one that lives no longer than those beside it.
const fn for_a_while<'a>(entry: (&'static str, Weight)) -> (&'a str, Weight) {
    entry
}
