//! A clause, a member of an enumeration, what follows a dash: a part of a segment that the
//! translation lost, though it renders the rest.
//!
//! Two witnesses are asked. None of the words that only this part has is rendered; and the
//! translation is of the length of what is left, not of the whole.

use std::ops::Range;

use super::{Check, Findings, Scope, completeness::UNTRANSLATED, findings::Draft, pairs::Pairs};
use crate::{
    align::{EnglishWords, is_function_word, is_listed},
    model::{Language, Message, Severity},
    text::{normalize::is_cyrillic, words::words},
};

/// Reports units of which the translation renders only a part: a warning, for a translator may
/// have said the same in fewer words.
pub(super) const CHECK: Check = Check { rules: &[], run: Scope::Pairs(run) };

fn run(pairs: &Pairs<'_>, findings: &mut Findings<'_>) {
    for pair in pairs.fresh() {
        let lost = lost(&pair.source.text, &pair.target.text);
        let Some((first, last)) = lost.first().zip(lost.last()) else { continue };
        findings.push(
            Draft::new(UNTRANSLATED.code, Message::new("untranslated-part"))
                .in_source(pair.source.place(&(first.start..last.end)))
                .in_target(pair.target.whole())
                .with("reason", "part")
                .at_most(Severity::Warn),
        );
    }
}

/// A translation this long, against its original, is not asked for what it lost.
const LONG_ENOUGH: f64 = 0.62;

/// By how much better its length must fit what is left than the whole, in natural logarithms.
const BETTER: f64 = 0.35;

/// Fewer words of their own than that say nothing of the lost parts.
const OWN_WORDS: usize = 3;

/// Words that have fewer letters are too common to tell parts apart.
const SHORTEST_WORD: usize = 3;

/// The parts of the original that the translation lost, as bytes of its text.
fn lost(source: &str, target: &str) -> Vec<Range<usize>> {
    let whole = length(source);
    if length(target) >= LONG_ENOUGH * whole {
        return Vec::new();
    }
    let english = EnglishWords::of(target);
    let parts = parts(source);
    let mut own = 0;
    let lost: Vec<Range<usize>> = parts
        .iter()
        .filter(|part| {
            let unrendered = unrendered_words(part, source, &english);
            own += unrendered;
            unrendered > 0
        })
        .cloned()
        .collect();
    let left = whole - lost.iter().map(|part| length(&source[part.clone()])).sum::<f64>();
    let misfit = |original: f64| (length(target).max(1.0) / original.max(1.0)).ln().abs();
    if has_own_acronym(source, target) {
        return Vec::new();
    }
    let is_fit = own >= OWN_WORDS && misfit(left) + BETTER < misfit(whole);
    if is_fit && lost.len() < parts.len() { lost } else { Vec::new() }
}

/// Whether the translation has an abbreviation that the original does not: it may stand for any
/// number of words.
fn has_own_acronym(source: &str, target: &str) -> bool {
    let is_acronym =
        |word: &str| word.len() >= SHORTEST_WORD && word.chars().all(|c| c.is_ascii_uppercase());
    let has_own = words(source).any(|word| {
        let letters = word.text.chars();
        word.text.len() >= SHORTEST_WORD && letters.clone().all(char::is_uppercase)
    });
    !has_own && words(target).any(|word| is_acronym(word.text))
}

fn length(text: &str) -> f64 {
    text.chars().count() as f64
}

/// What stands between commas, semicolons, colons, dashes and the words that join members.
fn parts(source: &str) -> Vec<Range<usize>> {
    const JOINING: [&str; 8] = [", ", "; ", ": ", " — ", " – ", " либо ", " или ", ". "];
    let mut ends: Vec<(usize, usize)> = JOINING
        .iter()
        .flat_map(|mark| source.match_indices(mark))
        .map(|(at, mark)| (at, at + mark.len()))
        .collect();
    ends.sort_unstable();
    let mut parts = Vec::with_capacity(ends.len() + 1);
    let mut start = 0;
    for (end, next) in ends.into_iter().chain([(source.len(), source.len())]) {
        if start < end {
            parts.push(start..end);
        }
        start = start.max(next);
    }
    parts
}

/// How many words only this part has; none where the translation renders one of them.
fn unrendered_words(part: &Range<usize>, source: &str, english: &EnglishWords) -> usize {
    let elsewhere = |range: &Range<usize>| range.end <= part.start || part.end <= range.start;
    let others: Vec<String> = words(source)
        .filter(|word| elsewhere(&word.range()))
        .map(|word| beginning(&word.folded()))
        .collect();
    let own: Vec<String> = words(&source[part.clone()])
        .map(|word| word.folded())
        .filter(|word| word.chars().count() >= SHORTEST_WORD && !is_function_word(word))
        .filter(|word| !others.contains(&beginning(word)))
        .collect();
    let is_literal = |word: &String| !word.contains(is_cyrillic) && english.has_stem_of(word);
    let is_told = own.iter().any(|word| english.render(word) || is_literal(word));
    let is_known =
        |word: &&String| is_listed(word, Language::Russian) || !word.contains(is_cyrillic);
    if is_told { 0 } else { own.iter().filter(is_known).count() }
}

/// What the forms of a word have in common, roughly.
fn beginning(word: &str) -> String {
    word.chars().take(5).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_has_no_counterpart_is_lost() {
        for (source, target, expected) in [
            ("Калуга — место, где мы провели зиму", "Kaluga", 2),
            ("Калуга — город нашей первой зимы", "Kaluga, the town of our first winter", 0),
            ("Он ушёл, не сказав ни слова.", "He left without a word.", 0),
            ("Иван Петров, Общество любителей старинной музыки.", "Ivan Petrov, SLEM.", 0),
            (
                "Взять хлеб, тёплые носки, запасные батарейки, аптечку и карту.",
                "Take bread and a map.",
                2,
            ),
        ] {
            assert_eq!(lost(source, target).len(), expected, "{source}");
        }
    }
}
