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

/// Denials of one segment that are asked about; a sentence has fewer.
const MOST_DENIALS: usize = 6;

/// The first denial of a Russian text, of which `all` are the words, whose word the English one
/// affirms.
pub(super) fn denial(source: &str, all: &[Word<'_>], target: &str) -> Option<Range<usize>> {
    let denials =
        all.iter().enumerate().filter(|(_, word)| denies(&word.as_folded())).take(MOST_DENIALS);
    let mut denials = denials.peekable();
    if denials.peek().is_none() || is_offer(source, all) {
        return None;
    }
    let most = denied_in(all);
    denials.find_map(|(at, word)| {
        let denied = denied(source, all, at)?.text;
        let is_lost = told(target, denied) < most && is_affirmed(denied, target);
        is_lost.then(|| word.range())
    })
}

/// How many words of a Russian text deny; those that begin with `ни` only go with them.
fn denied_in(all: &[Word<'_>]) -> usize {
    const DENYING: [&str; 5] = ["не", "нет", "ни", "без", "нельзя"];
    all.iter().filter(|word| DENYING.contains(&word.as_folded().as_ref())).count()
}

/// How many words of an English text may deny the word.
fn told(target: &str, word: &str) -> usize {
    words(target).filter(|other| may_deny(other, word)).count()
}

/// Whether an English word may deny a Russian one. What renders the word itself denies nothing:
/// `does fail`.
fn may_deny(other: &Word<'_>, word: &str) -> bool {
    english_denies(&other.as_folded()) && !EnglishWords::of(other.text).render(word)
}

/// Whether a question does not deny what it asks for: «Не хотите чаю?», «А ты не знаешь?». One that
/// asks for a reason, a way or somebody does.
fn is_offer(source: &str, all: &[Word<'_>]) -> bool {
    const ASKING: [&str; 12] = [
        "почему",
        "отчего",
        "зачем",
        "кто",
        "кого",
        "что",
        "если",
        "как",
        "какие",
        "какой",
        "когда",
        "где",
    ];
    source.trim_end().ends_with('?')
        && !all.iter().any(|word| ASKING.contains(&word.as_folded().as_ref()))
}

/// Whether a folded Russian word denies another.
fn denies(word: &str) -> bool {
    matches!(word, "не" | "нельзя")
}

/// The word that the denial at `at` denies: the first that tells what is done behind it, or the one
/// before it (`углубляться не стал`, `перепутать нельзя`).
fn denied<'s>(source: &str, all: &[Word<'s>], at: usize) -> Option<Word<'s>> {
    let before = at.checked_sub(1).and_then(|at| all.get(at));
    if before.is_some_and(is_hedged) {
        return None;
    }
    let mut end = all[at].range().end;
    for word in all[at + 1..].iter().take(BETWEEN + 1) {
        if source[end..word.start].contains(|c: char| !c.is_whitespace()) {
            break;
        }
        let folded = word.as_folded();
        if is_hedged(word) {
            return None;
        }
        if !is_modal(&folded) && !is_function_word(&folded) {
            return Some(*word);
        }
        end = word.range().end;
    }
    before.filter(|before| is_infinitive(&before.as_folded())).copied()
}

/// Whether a denial beside the word is none, or not plainly.
fn is_hedged(word: &Word<'_>) -> bool {
    is_idle(&word.as_folded()) && !is_modal(&word.as_folded())
}

fn is_infinitive(word: &str) -> bool {
    ["ть", "ться", "ти", "тись", "чь"].iter().any(|ending| word.ends_with(ending))
}

fn ends_clause(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '.' | '!' | '?' | '—' | '–' | '(' | ')')
}

/// Whether some clause renders the word, and none of those that do could deny it.
fn is_affirmed(word: &str, target: &str) -> bool {
    let clauses = target.split(ends_clause);
    let mut rendering = clauses.filter(|clause| EnglishWords::of(clause).render(word)).peekable();
    let is_denied = |clause: &str| words(clause).any(|other| may_deny(&other, word));
    rendering.peek().is_some() && !rendering.any(is_denied)
}
