//! What translators write to themselves and forget: `TODO`, `(?)`, `[check]`, `XXX`.

use std::ops::Range;

use super::{
    Check, Findings, Rule, Scope,
    findings::Draft,
    pairs::{Pair, Pairs},
};
use crate::model::Message;

const LEFTOVER: Rule = Rule::error("leftover");

/// Reports notes to oneself that the original does not have.
pub(super) const CHECK: Check = Check { rules: &[LEFTOVER], run: Scope::Pairs(run) };

/// Marks that mean nothing else.
const MARKS: [&str; 6] = ["(?)", "[?]", "(??)", "[??]", "???", "@@@"];

/// Words in capitals, alone.
const WORDS: [&str; 5] = ["TODO", "FIXME", "TBD", "XXX", "TRANSLATE"];

/// How a note in brackets begins, in lower case; `[` before it.
const NOTES: [&str; 12] = [
    "check",
    "to check",
    "verify",
    "todo",
    "translate",
    "translation?",
    "unclear",
    "unsure",
    "not sure",
    "tbd",
    "fix",
    "find ",
];

fn run(pairs: &Pairs<'_>, findings: &mut Findings<'_>) {
    for pair in &pairs.all {
        if let Some(range) = leftover(&pair.target.text, &pair.source.text)
            && !pair.target.is_verbatim(&range)
        {
            findings.push(draft(pair, &range));
        }
    }
}

fn draft(pair: &Pair<'_>, range: &Range<usize>) -> Draft {
    let text = &pair.target.text[range.clone()];
    let message = Message::new(LEFTOVER.code.as_str()).with("text", text);
    Draft::new(LEFTOVER.code, message)
        .in_source(pair.source.whole())
        .in_target(pair.target.place(range))
        .with("text", text)
}

fn leftover(target: &str, source: &str) -> Option<Range<usize>> {
    mark(target, source).or_else(|| word(target, source)).or_else(|| note(target))
}

fn mark(target: &str, source: &str) -> Option<Range<usize>> {
    MARKS.iter().filter(|mark| !source.contains(**mark)).find_map(|mark| {
        let at = target.find(mark)?;
        Some(at..at + mark.len())
    })
}

fn word(target: &str, source: &str) -> Option<Range<usize>> {
    WORDS.iter().filter(|word| !source.contains(**word)).find_map(|word| {
        let is_alone = |at: usize| {
            let is_part = |c: char| c.is_alphanumeric() || c == '_';
            !target[..at].ends_with(is_part) && !target[at + word.len()..].starts_with(is_part)
        };
        let at = target.match_indices(word).map(|(at, _)| at).find(|&at| is_alone(at))?;
        Some(at..at + word.len())
    })
}

/// `[check the name]`; a word that merely begins so (`[fixed]`) is none.
fn note(target: &str) -> Option<Range<usize>> {
    target.match_indices('[').find_map(|(at, _)| {
        let length = target[at..].find(']')? + 1;
        let inside = target[at + 1..at + length - 1].trim().to_lowercase();
        let is_note = NOTES.iter().any(|note| {
            inside.strip_prefix(note).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
        });
        is_note.then_some(at..at + length)
    })
}
