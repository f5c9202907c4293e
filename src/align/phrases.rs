//! The words that carry the sense of an English phrase. The build script reads this file, too.

use super::function_words::is_abbreviation;
use crate::text::normalize::fold;

/// English words that stand in phrases of the table without carrying their sense.
const GRAMMATICAL: [&str; 32] = [
    "a",
    "an",
    "the",
    "to",
    "of",
    "in",
    "on",
    "at",
    "by",
    "for",
    "from",
    "with",
    "up",
    "out",
    "off",
    "down",
    "away",
    "over",
    "into",
    "about",
    "be",
    "is",
    "not",
    "as",
    "and",
    "or",
    "one's",
    "oneself",
    "someone",
    "something",
    "it",
    "one",
];

/// The English words of a phrase that carry its sense, folded.
pub(super) fn content_words(phrase: &str) -> impl Iterator<Item = String> {
    let plain = phrase.trim().replace('.', "");
    let folded = if is_abbreviation(&plain) { plain } else { fold(&plain) };
    let words: Vec<String> =
        folded.split([' ', '-']).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    let alone = words.len() == 1;
    words.into_iter().filter(move |word| alone || !GRAMMATICAL.contains(&word.as_str()))
}
