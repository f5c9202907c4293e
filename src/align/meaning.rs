//! What the bundled lexicon says of one word, for those who need no alignment.

use std::ops::Range;

use super::{lexicon::Lexicon, stem};
use crate::text::words::words;

/// Where the English `text` has a word that the bundled lexicon gives for the Russian `lemma`,
/// as bytes of the text.
#[must_use]
pub fn mention(lemma: &str, text: &str) -> Option<Range<usize>> {
    let equivalents = Lexicon::bundled().english_of(&stem::russian(lemma))?;
    let is_one = |stem: &String| equivalents.clone().any(|(equivalent, _)| equivalent == stem);
    words(text).find(|word| is_one(&stem::english(&word.folded()))).map(|word| word.range())
}
