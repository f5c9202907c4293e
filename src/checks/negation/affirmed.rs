//! A word that the original denies and the translation affirms: each of its clauses that has the
//! word is without anything that could deny it.

use std::ops::Range;

use super::lists::{english_denies, is_idle, is_modal};
use crate::{
    align::{EnglishWords, is_function_word},
    text::words::{Word, words},
};

/// How many words may stand between `не` and what it denies, those that tell how it is meant.
const BETWEEN: usize = 2;

/// The first `не` of a Russian text whose word the English one affirms.
pub(super) fn denial(source: &str, target: &str) -> Option<Range<usize>> {
    let all: Vec<Word<'_>> = words(source).collect();
    let mut denials = all.iter().enumerate().filter(|(_, word)| word.as_folded() == "не").peekable();
    if denials.peek().is_none() || is_offer(source, &all) || told(target) >= denied_in(&all) {
        return None;
    }
    let clauses: Vec<&str> = target.split(ends_clause).collect();
    denials.find_map(|(at, word)| {
        let denied = denied(source, &all, at)?;
        is_affirmed(denied.text, &clauses).then(|| word.range())
    })
}

/// How many words of a Russian text deny; those in `ни` only go with them.
fn denied_in(all: &[Word<'_>]) -> usize {
    const DENYING: [&str; 4] = ["не", "нет", "без", "нельзя"];
    all.iter().filter(|word| DENYING.contains(&word.as_folded().as_ref())).count()
}

/// How many words of an English text may deny.
fn told(target: &str) -> usize {
    words(target).filter(|word| english_denies(&word.as_folded())).count()
}

/// Whether a question does not deny what it asks for: «Не хотите чаю?», «А ты не знаешь?». One that
/// asks for a reason, a way or somebody does.
fn is_offer(source: &str, all: &[Word<'_>]) -> bool {
    const ASKING: [&str; 12] = [
        "почему", "отчего", "зачем", "кто", "кого", "что", "если", "как", "какие", "какой",
        "когда", "где",
    ];
    source.trim_end().ends_with('?')
        && !all.iter().any(|word| ASKING.contains(&word.as_folded().as_ref()))
}

/// The word that `не` denies, where it stands at `at`.
fn denied<'s>(source: &str, all: &[Word<'s>], at: usize) -> Option<Word<'s>> {
    let before = at.checked_sub(1).and_then(|at| all.get(at));
    let is_hedged =
        |word: &Word<'_>| is_idle(&word.as_folded()) && !is_modal(&word.as_folded());
    if before.is_some_and(is_hedged) {
        return None;
    }
    let mut end = all[at].range().end;
    for word in all[at + 1..].iter().take(BETWEEN + 1) {
        let folded = word.as_folded();
        if source[end..word.start].contains(|c: char| !c.is_whitespace()) || is_hedged(word) {
            return None;
        }
        if !is_modal(&folded) && !is_function_word(&folded) {
            return Some(word.clone());
        }
        end = word.range().end;
    }
    None
}

fn ends_clause(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '.' | '!' | '?' | '—' | '–' | '(' | ')')
}

/// Whether some clause renders the word, and none of those that do could deny it.
fn is_affirmed(word: &str, clauses: &[&str]) -> bool {
    let mut rendering =
        clauses.iter().filter(|clause| EnglishWords::of(clause).render(word)).peekable();
    let may_deny = |clause: &str| words(clause).any(|word| english_denies(&word.as_folded()));
    rendering.peek().is_some() && !rendering.any(|clause| may_deny(clause))
}
