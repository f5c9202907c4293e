//! A word written twice by mistake.

use std::ops::Range;

use crate::text::words::{Word, words};

/// Words that English says twice on purpose, or that meet where two clauses do (`what it is is`,
/// `gave her her coat`).
const TWICE: [&str; 23] = [
    "had", "that", "is", "was", "do", "no", "very", "bye", "so", "really", "many", "ha", "la",
    "boo", "knock", "hear", "now", "yeah", "yes", "tut", "you", "her", "him",
];

/// Two like words with nothing but a space between them. A name may be doubled, and so may what the
/// original doubles.
pub(super) fn word(target: &str, source: &str) -> Option<Range<usize>> {
    let mut before: Option<Word<'_>> = None;
    for word in words(target) {
        if let Some(first) = before
            && target[first.range().end..word.start].chars().all(|c| matches!(c, ' ' | '\u{a0}'))
            && is_slip(first.text, word.text)
            && doubles(source) <= answers(target)
        {
            return Some(first.start..word.range().end);
        }
        before = Some(word);
    }
    None
}

fn is_slip(first: &str, second: &str) -> bool {
    let is_name = first.starts_with(char::is_uppercase) && second.starts_with(char::is_uppercase);
    let folded = second.to_lowercase();
    !is_name
        && second.chars().all(char::is_alphabetic)
        && first.to_lowercase() == folded
        && !TWICE.contains(&folded.as_str())
}

/// How often a text says a word twice: `давно-давно`, `шли, шли`.
fn doubles(text: &str) -> usize {
    let folded: Vec<String> = words(text)
        .flat_map(|word| word.text.split('-').map(str::to_lowercase).collect::<Vec<_>>())
        .collect();
    folded.windows(2).filter(|two| two[0] == two[1] && two[0].chars().count() > 2).count()
}

/// How often a text says a word twice with a mark between, which is no slip: `long, long ago`.
fn answers(text: &str) -> usize {
    let all: Vec<Word<'_>> = words(text).collect();
    let is_marked = |two: &&[Word<'_>]| {
        let between = &text[two[0].range().end..two[1].start];
        two[0].text.to_lowercase() == two[1].text.to_lowercase() && !between.trim().is_empty()
    };
    all.windows(2).filter(is_marked).count()
}
