//! The stems by which words of either language are looked up in the lexicon. The build script
//! reads this file, too.

use std::sync::OnceLock;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

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
