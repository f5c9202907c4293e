//! Negations that the translation lost or added.
//!
//! Languages negate in different ways, so only plain cases are judged: a side that denies by a
//! word of its own, and another without any word that could carry the denial; or a word that the
//! original denies, and the translation has in a clause that denies nothing. The words are data
//! beside this file.

mod affirmed;
mod lists;

use std::ops::Range;

use self::lists::{english_may_deny, is_idle, russian_denies};
use super::{Check, Findings, Rule, Scope, findings::Draft, pairs::Pairs};
use crate::{
    model::Message,
    text::{
        settled::{Question, Topic},
        words::{Word, words},
    },
};

const NEGATION_LOST: Rule = Rule::info("negation-lost");
const NEGATION_ADDED: Rule = Rule::info("negation-added");

/// Reports units of which one side denies and the other does not.
pub(super) const CHECK: Check =
    Check { rules: &[NEGATION_LOST, NEGATION_ADDED], run: Scope::Pairs(run) };

const BOTH_DENY: Question = Question {
    topic: Topic::Denials,
    is_settled: |source, target| Denial::of(source, target).is_none(),
};

fn run(pairs: &Pairs<'_>, findings: &mut Findings<'_>) {
    for pair in pairs.fresh().filter(|pair| !pairs.is_settled(pair, &BOTH_DENY)) {
        let (source, target) = (&pair.source.text, &pair.target.text);
        match Denial::of(source, target) {
            Some(Denial::Lost(range)) => {
                let place = pair.source.place(&range);
                let draft = draft(NEGATION_LOST, &source[range]);
                findings.push(draft.in_source(place).in_target(pair.target.whole()));
            }
            Some(Denial::Added(range)) => {
                let place = pair.target.place(&range);
                let draft = draft(NEGATION_ADDED, &target[range]);
                findings.push(draft.in_source(pair.source.whole()).in_target(place));
            }
            None => {}
        }
    }
}

/// The word by which one side of a pair denies, where the other does not.
#[derive(Debug, Clone)]
enum Denial {
    /// Of the original.
    Lost(Range<usize>),
    /// Of the translation.
    Added(Range<usize>),
}

impl Denial {
    fn of(source: &str, target: &str) -> Option<Self> {
        let all: Vec<Word<'_>> = words(source).collect();
        let lost = russian_denial(source, &all).filter(|_| !may_deny_in_english(target));
        if let Some(range) = lost.or_else(|| affirmed::denial(source, &all, target)) {
            return Some(Self::Lost(range));
        }
        let added = english_denial(target).filter(|_| !may_deny_in_russian(source));
        added.map(Self::Added)
    }
}

fn draft(rule: Rule, word: &str) -> Draft {
    Draft::new(rule.code, Message::new(rule.code.as_str()).with("word", word)).with("word", word)
}

/// The only `не` of a Russian text, of which `all` are the words, where it plainly denies what
/// follows.
fn russian_denial(text: &str, all: &[Word<'_>]) -> Option<Range<usize>> {
    let mut denials = all.iter().enumerate().filter(|(_, word)| word.as_folded() == "не");
    let (at, word) = denials.next()?;
    let neighbours = [at.checked_sub(1), Some(at + 1)];
    let stands_idle = neighbours
        .into_iter()
        .flatten()
        .filter_map(|near| all.get(near))
        .any(|near| is_idle(&near.as_folded()));
    (!stands_idle && denials.next().is_none() && !text.ends_with('?')).then(|| word.range())
}

/// The first plain `not` of an English text.
fn english_denial(text: &str) -> Option<Range<usize>> {
    let is_denial =
        |folded: &str| matches!(folded, "not" | "never" | "cannot") || folded.ends_with("n't");
    // What ends otherwise is quickly told.
    let may_deny = |word: &str| !word.is_ascii() || word.ends_with(['t', 'T', 'r', 'R']);
    let is_idle = || text.ends_with('?') || text.contains("not only") || text.contains("not just");
    let mut denials =
        words(text).filter(|word| may_deny(word.text) && is_denial(&word.as_folded()));
    denials.next().filter(|_| !is_idle()).map(|word| word.range())
}

fn may_deny_in_english(text: &str) -> bool {
    words(text).any(|word| english_may_deny(&word.as_folded()))
}

fn may_deny_in_russian(text: &str) -> bool {
    words(text).any(|word| russian_denies(&word.as_folded()))
}
