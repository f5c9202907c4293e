//! A word written twice by mistake.

use std::ops::Range;

use crate::text::{
    settled::{Question, Topic},
    words::{Word, words},
};

/// Words that English says twice on purpose, or that meet where two clauses do (`what it is is`,
/// `gave her her coat`).
const TWICE: [&str; 26] = [
    "had", "that", "is", "was", "do", "no", "very", "bye", "so", "really", "many", "much", "far",
    "long", "ha", "la", "boo", "knock", "hear", "now", "yeah", "yes", "tut", "you", "her", "him",
];

/// Words that no original makes English say twice: articles, prepositions, conjunctions.
const NEVER_TWICE: [&str; 20] = [
    "the", "a", "an", "of", "to", "in", "on", "at", "by", "for", "with", "from", "as", "and", "or",
    "but", "which", "who", "their", "its",
];

/// Digits read aloud.
const DIGITS: [&str; 11] =
    ["zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/// Words of the original among which a repeated one makes a repetition.
const NEAR: usize = 4;

/// Whether no word is written twice.
pub(super) const NONE: Question = Question {
    topic: Topic::DoubledWords,
    is_settled: |source, target| word(target, source).is_none(),
};

/// Two like words with nothing but a space between them. A name may be doubled, and so may what the
/// original doubles.
pub(super) fn word(target: &str, source: &str) -> Option<Range<usize>> {
    let mut before: Option<Word<'_>> = None;
    for word in words(target) {
        if let Some(first) = before
            && target[first.range().end..word.start].chars().all(|c| matches!(c, ' ' | '\u{a0}'))
            && is_slip(first.text, word.text)
            && !begins_measure(&target[word.range().end..])
            && !ends_verb(&target[..first.start], &word.folded())
            && !is_declared(&target[word.range().end..])
            && !is_named(&target[..first.start], first.text, word.text)
            && !is_from(&word.folded(), source, target)
        {
            return Some(first.start..word.range().end);
        }
        before = Some(word);
    }
    None
}

/// Whether what follows makes a phrase of its own with the second word: `what we hoped for for so
/// long`.
fn begins_measure(after: &str) -> bool {
    ["so long", "so many", "as long", "as many", "a long time"]
        .iter()
        .any(|measure| after.trim_start().starts_with(measure))
}

/// Whether the first of the two words ends a verb, and the second begins what follows: `passed in in
/// the options`, `logged on on Monday`.
fn ends_verb(before: &str, word: &str) -> bool {
    let verb = before.trim_end().rsplit(' ').next().unwrap_or_default();
    matches!(word, "in" | "on") && verb.ends_with("ed")
}

/// Whether the second word is called with something, as code has it: `Id id() const`.
fn is_declared(after: &str) -> bool {
    after.starts_with('(')
}

/// Whether the original says something twice, to which `word` twice answers.
fn is_from(word: &str, source: &str, target: &str) -> bool {
    if NEVER_TWICE.contains(&word) {
        return false;
    }
    let reads_digits = DIGITS.contains(&word) && has_doubled_digit(source);
    reads_digits || doubles(source) > answers(target)
}

/// Whether the first word has a capital inside a sentence: a name, then what it is (`the Intra
/// Platform platform`).
fn is_named(before: &str, first: &str, second: &str) -> bool {
    let is_inside = before.trim_end().ends_with(|c: char| c.is_alphanumeric() || c == ',');
    is_inside && first.starts_with(char::is_uppercase) && second.starts_with(char::is_lowercase)
}

/// Whether a letter is one of the two languages, or of their neighbours: other scripts repeat words
/// by rules of their own.
fn is_european(c: char) -> bool {
    c.is_alphabetic() && c < '\u{530}'
}

fn has_doubled_digit(text: &str) -> bool {
    let is_doubled = |two: &[u8]| two[0] == two[1] && two[0].is_ascii_digit();
    text.as_bytes().windows(2).any(is_doubled)
}

fn is_slip(first: &str, second: &str) -> bool {
    // Most neighbours are told apart by their first letters.
    let begins_alike = match (first.as_bytes(), second.as_bytes()) {
        ([one, ..], [other, ..]) if one.is_ascii() && other.is_ascii() => {
            one.eq_ignore_ascii_case(other)
        }
        _ => true,
    };
    if !begins_alike {
        return false;
    }
    // `ipc IPC`: a name and what it stands for.
    if second.chars().any(char::is_uppercase) && first != second {
        return false;
    }
    // An abbreviation and a word: `VS vs. MCS`.
    let is_abbreviation = |word: &str| word.len() > 1 && !word.contains(char::is_lowercase);
    if is_abbreviation(first) && !is_abbreviation(second) {
        return false;
    }
    let is_name = first.starts_with(char::is_uppercase) && second.starts_with(char::is_uppercase);
    let folded = second.to_lowercase();
    !is_name
        && second.chars().all(is_european)
        && first.to_lowercase() == folded
        && !TWICE.contains(&folded.as_str())
}

/// How often a text says a word twice, at once or soon: `давно-давно`, `шли, шли`, `было то, что
/// было`.
fn doubles(text: &str) -> usize {
    let folded: Vec<String> = words(text)
        .flat_map(|word| word.text.split('-').map(str::to_lowercase).collect::<Vec<_>>())
        .collect();
    let comes_back = |(at, word): (usize, &String)| {
        let near = match word.chars().count() {
            0..=2 => 0,
            3..=4 => 1,
            _ => NEAR,
        };
        folded.iter().skip(at + 1).take(near).any(|other| other == word)
    };
    folded.iter().enumerate().filter(|found| comes_back(*found)).count()
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
