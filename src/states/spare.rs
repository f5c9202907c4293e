//! What of a translation only the new text of its original explains, and what nothing explains.
//!
//! A lexicon lacks renderings of many a word. Where the translation has a word that only what came
//! into the original explains, it was made from the new text; where it has a word that nothing
//! explains, that may render the one that seems to be missing.

use super::{
    answer::Edited,
    terms::{Rendering, Terms},
};
use crate::align::is_function_word;

/// How many words of a translation are explained by what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spare {
    /// By the new text and not by the old.
    pub(super) new: usize,
    /// By neither.
    pub(super) free: usize,
}

impl Spare {
    /// Those of the translation of an edited text.
    pub(super) fn of(edited: &Edited<'_>) -> Self {
        let there = Rendering::of(edited.translation, edited.leading);
        let explained = |text: &str| there.explained(&Terms::of(text, edited.leading));
        let (was, now) = (explained(edited.was), explained(edited.now));
        let mut spare = Self { new: 0, free: 0 };
        for ((word, was), now) in there.words().zip(was).zip(now) {
            let is_telling = !is_function_word(word) && word.chars().all(char::is_alphabetic);
            match (was, now) {
                (false, true) if is_telling => spare.new += 1,
                (false, false) if is_telling => spare.free += 1,
                _ => {}
            }
        }
        spare
    }
}
