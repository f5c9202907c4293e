//! Negations that the translation lost or added.
//!
//! Languages negate in different ways, so only the plain case is judged: a side that denies by a
//! word of its own, and another without any word that could carry the denial. The words are data
//! beside this file.

use std::{collections::HashSet, ops::Range, sync::OnceLock};

use rustc_hash::FxHashMap;

use super::{Check, Findings, Rule, Scope, findings::Draft, pairs::Pairs};
use crate::{
    model::Message,
    text::{
        memory::Memory,
        words::{Word, words},
    },
};

const NEGATION_LOST: Rule = Rule::info("negation-lost");
const NEGATION_ADDED: Rule = Rule::info("negation-added");

/// Reports units of which one side denies and the other does not.
pub(super) const CHECK: Check =
    Check { rules: &[NEGATION_LOST, NEGATION_ADDED], run: Scope::Pairs(run) };

fn run(pairs: &Pairs<'_>, findings: &mut Findings<'_>) {
    static KNOWN: Memory<Option<Denial>> = Memory::new();
    for pair in pairs.fresh() {
        let (source, target) = (&pair.source.text, &pair.target.text);
        match KNOWN.of_both(source, target, || Denial::of(source, target)) {
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
        if let Some(range) = russian_denial(source).filter(|_| !may_deny_in_english(target)) {
            return Some(Self::Lost(range));
        }
        let added = english_denial(target).filter(|_| !may_deny_in_russian(source));
        added.map(Self::Added)
    }
}

fn draft(rule: Rule, word: &str) -> Draft {
    Draft::new(rule.code, Message::new(rule.code.as_str()).with("word", word)).with("word", word)
}

/// The word lists: sections of `negation.txt` by their headings.
struct Lists {
    /// Words after which, or before which, `не` denies nothing.
    idle: HashSet<&'static str>,
    /// Beginnings of English words that may carry a denial.
    english: Beginnings,
    /// Beginnings of Russian words that may.
    russian: Beginnings,
}

/// Words and beginnings of words by their first letter: hardly any word is compared with one.
struct Beginnings(FxHashMap<char, Vec<&'static str>>);

impl Beginnings {
    fn of(entries: impl Iterator<Item = &'static str>) -> Self {
        let mut by_first: FxHashMap<char, Vec<&str>> = FxHashMap::default();
        for (entry, first) in entries.filter_map(|entry| Some((entry, entry.chars().next()?))) {
            by_first.entry(first).or_default().push(entry);
        }
        Self(by_first)
    }

    /// Whether a word is one of them, or begins so where the entry ends in a star.
    fn has(&self, word: &str) -> bool {
        let near = word.chars().next().and_then(|first| self.0.get(&first));
        near.is_some_and(|near| near.iter().any(|entry| begins(word, entry)))
    }
}

fn lists() -> &'static Lists {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    LISTS.get_or_init(|| {
        let file = include_str!("negation.txt");
        let section = |name: &str| {
            let from = file.split_once(name).map_or("", |(_, rest)| rest);
            let section = from.split("\n[").next().unwrap_or_default();
            section.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
        };
        Lists {
            idle: section("[idle]").collect(),
            english: Beginnings::of(section("[english]")),
            russian: Beginnings::of(section("[russian]")),
        }
    })
}

/// The only `не` of a Russian text, where it plainly denies what follows.
fn russian_denial(text: &str) -> Option<Range<usize>> {
    let all: Vec<Word<'_>> = words(text).collect();
    let mut denials = all.iter().enumerate().filter(|(_, word)| word.as_folded() == "не");
    let (at, word) = denials.next()?;
    let neighbours = [at.checked_sub(1), Some(at + 1)];
    let is_idle = neighbours
        .into_iter()
        .flatten()
        .filter_map(|near| all.get(near))
        .any(|near| lists().idle.contains(near.as_folded().as_ref()));
    (!is_idle && denials.next().is_none() && !text.ends_with('?')).then(|| word.range())
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
    words(text).any(|word| {
        let folded = word.as_folded();
        folded.ends_with("n't") || folded.ends_with("less") || lists().english.has(&folded)
    })
}

fn may_deny_in_russian(text: &str) -> bool {
    words(text).any(|word| lists().russian.has(&word.as_folded()))
}

/// Whether a word is one of the list, or begins so where the entry ends in a star.
fn begins(word: &str, entry: &str) -> bool {
    entry.strip_suffix('*').map_or(word == entry, |beginning| word.starts_with(beginning))
}
