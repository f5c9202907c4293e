//! What the search of a static site looks in: the texts, and for each word what it is a form of.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::document::DocumentView;
use crate::{
    align::english_stem,
    morphology::lemmas,
    text::{
        normalize::{fold, is_cyrillic},
        words::words,
    },
};

/// The texts of a project, ready to be looked in.
#[derive(Debug, Default, Serialize)]
pub(super) struct SearchTexts {
    /// For each word as it stands in the texts, the numbers of what it may be a form of.
    words: BTreeMap<String, Vec<u32>>,
    documents: Vec<SearchDocument>,
    #[serde(skip)]
    bases: BTreeMap<String, u32>,
}

#[derive(Debug, Serialize)]
struct SearchDocument {
    id: String,
    name: String,
    /// Each unit: its id, the original, the translation.
    units: Vec<(String, String, String)>,
}

impl SearchTexts {
    /// Takes in the texts of a document.
    pub(super) fn add(&mut self, view: &DocumentView<'_>) {
        let units =
            view.units().map(|unit| (unit.id.clone(), unit.source_text(), unit.target_text()));
        let units: Vec<(String, String, String)> = units.collect();
        let texts = units.iter().flat_map(|(_, source, target)| [source, target]);
        let new: BTreeSet<String> = texts
            .flat_map(|text| words(text).map(|word| word.folded()).collect::<Vec<_>>())
            .filter(|word| !self.words.contains_key(word))
            .collect();
        for word in new {
            let mut numbers: Vec<u32> =
                bases(&word).into_iter().map(|base| self.number(base)).collect();
            numbers.sort_unstable();
            numbers.dedup();
            self.words.insert(word, numbers);
        }
        let (id, name) = (view.summary.id.clone(), view.summary.path().to_owned());
        self.documents.push(SearchDocument { id, name, units });
    }

    fn number(&mut self, base: String) -> u32 {
        let next = self.bases.len() as u32;
        *self.bases.entry(base).or_insert(next)
    }

    /// A script that hands the texts to that of the pages: a page that is opened as a file can
    /// load nothing else.
    pub(super) fn script(&self) -> String {
        let json = serde_json::to_string(self).unwrap_or_default();
        format!("sverkaTexts({json});\n")
    }
}

/// What a folded word may be a form of.
fn bases(word: &str) -> Vec<String> {
    if word.chars().any(is_cyrillic) {
        let mut bases: Vec<String> = lemmas(word).iter().map(|lemma| fold(lemma)).collect();
        if bases.is_empty() {
            bases.push(word.to_owned());
        }
        bases
    } else {
        vec![english_stem(word)]
    }
}
