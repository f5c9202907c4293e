//! All forms of an English rendering: plurals, verb forms where the term is a verb, British and
//! American spelling. Possessives need none: the matcher cuts words at apostrophes.

mod inflection;
mod spelling;

use std::collections::BTreeSet;

use self::{
    inflection::{Inflection, inflections},
    spelling::spellings,
};

/// Words before which the main word of a rendering stands: `Gulf of Finland`, `call to arms`.
const LINKS: [&str; 12] =
    ["of", "for", "in", "on", "to", "at", "by", "from", "with", "without", "under", "against"];

/// Every form in which `rendering` is to be recognised, as it is written: capitals are kept.
///
/// The last word inflects, and the one before a preposition. A rendering of a Russian verb
/// (`is_verb`), or one that begins with `to`, inflects its first word as a verb.
#[must_use]
pub(super) fn forms(rendering: &str, is_verb: bool) -> BTreeSet<String> {
    let (bare, is_verb) = match rendering.strip_prefix("to ") {
        Some(bare) => (bare, true),
        None => (rendering, is_verb),
    };
    let words = words(bare);
    let inflecting = inflecting(&words, is_verb);
    let variants: Vec<BTreeSet<String>> = words
        .iter()
        .enumerate()
        .map(|(index, word)| {
            let inflection = inflecting.iter().find(|(at, _)| *at == index).map(|(_, how)| *how);
            variants(word, inflection)
        })
        .collect();
    combine(bare, &words, &variants)
}

/// The words of a rendering and where they stand.
fn words(rendering: &str) -> Vec<&str> {
    let cut = |c: char| !(c.is_alphanumeric() || c == '\'' || c == '\u{2019}');
    rendering.split(cut).filter(|word| !word.is_empty()).collect()
}

/// Which words inflect, and how.
fn inflecting(words: &[&str], is_verb: bool) -> Vec<(usize, Inflection)> {
    if words.is_empty() {
        return Vec::new();
    }
    if is_verb {
        return vec![(0, Inflection::Verb)];
    }
    let last = words.len() - 1;
    let link = (1..words.len()).find(|&index| LINKS.contains(&words[index]));
    let heads = [Some(last), link.map(|link| link - 1)];
    let mut heads: Vec<usize> = heads.into_iter().flatten().collect();
    heads.dedup();
    heads.into_iter().map(|head| (head, Inflection::Noun)).collect()
}

fn variants(word: &str, inflection: Option<Inflection>) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for spelling in spellings(word) {
        if let Some(inflection) = inflection {
            all.extend(inflections(&spelling, inflection));
        }
        all.insert(spelling);
    }
    all
}

/// The rendering with each of its words replaced by each of its variants.
fn combine(rendering: &str, words: &[&str], variants: &[BTreeSet<String>]) -> BTreeSet<String> {
    let mut texts = vec![String::new()];
    let mut rest = rendering;
    for (word, variants) in words.iter().zip(variants) {
        let Some((between, after)) = rest.split_once(word) else { continue };
        texts = texts
            .iter()
            .flat_map(|text| variants.iter().map(move |word| format!("{text}{between}{word}")))
            .collect();
        rest = after;
    }
    texts.into_iter().map(|text| text + rest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CASES: &str = include_str!("../../../tests/cases/glossary/english-forms.txt");

    /// A line a case: the rendering, forms that it has, forms (after `!`) that it has not.
    #[test]
    fn forms_of_the_cases() {
        for line in CASES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (text, expected) = line.split_once(':').unwrap();
            let found = forms(text.trim(), false);
            for form in expected.split(',').map(str::trim) {
                match form.strip_prefix('!') {
                    Some(form) => assert!(!found.contains(form), "{text}: {form} is none"),
                    None => assert!(found.contains(form), "{text}: {form} is lacking: {found:?}"),
                }
            }
        }
    }
}
