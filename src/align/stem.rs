//! The keys under which words of either language are looked up in the lexicon.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use rust_stemmers::{Algorithm, Stemmer};

use crate::morphology;

/// English forms that no rule leads back to their base, a base and its forms a line.
const IRREGULAR: &str = include_str!("english_irregular.txt");

/// The stem of a folded English word; irregular forms share that of their base.
pub(crate) fn english(word: &str) -> String {
    let word = word.strip_suffix("'s").unwrap_or(word);
    let base = irregular().get(word).copied().unwrap_or(word);
    stemmer(Algorithm::English).stem(base).into_owned()
}

/// The stem of a folded Russian word, as it stands.
pub(super) fn russian(word: &str) -> String {
    stemmer(Algorithm::Russian).stem(word).into_owned()
}

/// The stems under which a folded Russian word may be listed: those of its lemmas, the likeliest
/// first, then its own, then those of the parts of a compound.
pub(super) fn russian_keys(word: &str) -> Vec<String> {
    let whole = std::iter::once(word);
    let parts = word.split('-').filter(|part| part.len() < word.len() && !part.is_empty());
    let keys = whole.chain(parts).flat_map(|word| {
        let lemmas = morphology::lemmas(word).into_iter().map(|lemma| russian(&lemma));
        lemmas.chain([russian(word)]).collect::<Vec<_>>()
    });
    let mut seen = FxHashSet::default();
    keys.filter(|key| seen.insert(key.clone())).collect()
}

fn stemmer(algorithm: Algorithm) -> Stemmer {
    Stemmer::create(algorithm)
}

fn irregular() -> &'static FxHashMap<&'static str, &'static str> {
    static TABLE: OnceLock<FxHashMap<&str, &str>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let lines = IRREGULAR.lines().filter(|line| !line.starts_with('#'));
        lines.flat_map(base_and_forms).collect()
    })
}

fn base_and_forms(line: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut words = line.split_whitespace();
    let base = words.next();
    words.filter_map(move |form| base.map(|base| (form, base)))
}
