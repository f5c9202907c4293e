//! The words of a text, cut at hyphens: `45-летний` is a number and a word.

use std::ops::Range;

use crate::text::{normalize::fold, words::words};

/// A word or a part of one.
#[derive(Debug)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    pub(super) folded: String,
    pub(super) start: usize,
}

impl Token<'_> {
    pub(super) const fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }
}

/// The tokens of `text` in order.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    words(text)
        .flat_map(|word| word.text.split(['-', '\u{2010}', '\u{2011}', '_']))
        .filter(|part| !part.is_empty())
        .map(|part| {
            let start = part.as_ptr() as usize - text.as_ptr() as usize;
            Token { text: part, folded: fold(part), start }
        })
        .collect()
}
