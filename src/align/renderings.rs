//! How much of a Russian text the bundled lexicon finds again in its translation.

use std::rc::Rc;

use rustc_hash::FxHashSet;

use super::{
    function_words::is_function_word,
    keys,
    lexicon::Lexicon,
    token::{self, Class},
};
use crate::model::Language;

/// Content words of a Russian text, counted.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Renderings {
    /// All of them.
    pub words: usize,
    /// Those that the lexicon lists.
    pub known: usize,
    /// Those one of whose renderings stands in the translation.
    pub found: usize,
}

/// Looks the content words of `source` up and for their renderings in `target`.
#[must_use]
pub fn renderings(source: &str, target: &str) -> Renderings {
    let english: FxHashSet<Rc<str>> = token::tokens(target, Language::English)
        .iter()
        .filter(|token| token.class == Class::Word)
        .map(|token| Rc::clone(&keys::english(&token.key).stem))
        .collect();
    let mut counted = Renderings::default();
    for token in token::tokens(source, Language::Russian).iter() {
        if token.class != Class::Word || is_function_word(&token.key) {
            continue;
        }
        let keys = keys::russian(&token.key);
        let listed = || keys.stems.iter().filter_map(|stem| Lexicon::bundled().english_of(stem));
        counted.words += 1;
        counted.known += usize::from(listed().next().is_some());
        let mut renderings = listed().flatten();
        counted.found += usize::from(renderings.any(|(stem, _)| english.contains(stem)));
    }
    counted
}
