//! English plurals and verb forms.

use std::{collections::HashMap, sync::LazyLock};

/// How a word inflects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Inflection {
    /// As a noun: singular and plural.
    Noun,
    /// As a verb: `-s`, `-ed`, `-ing`.
    Verb,
}

const IRREGULAR_NOUNS: &str = include_str!("irregular-nouns.txt");
const IRREGULAR_VERBS: &str = include_str!("irregular-verbs.txt");

static NOUNS: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| families(IRREGULAR_NOUNS));
static VERBS: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| families(IRREGULAR_VERBS));

/// Each word of a line with the others of its line. Lines that begin with `#` are remarks.
fn families(table: &'static str) -> HashMap<&'static str, Vec<&'static str>> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    let families = lines.map(|line| line.split_whitespace().collect::<Vec<_>>());
    families
        .flat_map(|family| family.clone().into_iter().map(move |word| (word, family.clone())))
        .collect()
}

/// The other forms of a word, in its capitals.
pub(super) fn inflections(word: &str, inflection: Inflection) -> Vec<String> {
    let lower = word.to_lowercase();
    let irregular = match inflection {
        Inflection::Noun => NOUNS.get(lower.as_str()),
        Inflection::Verb => VERBS.get(lower.as_str()),
    };
    let forms: Vec<String> = match (irregular, inflection) {
        (Some(forms), Inflection::Noun) => forms.iter().map(ToString::to_string).collect(),
        (Some(forms), Inflection::Verb) => {
            let regular = [third_person(&lower), participle(&lower)];
            forms.iter().map(ToString::to_string).chain(regular).collect()
        }
        (None, Inflection::Noun) => numbers(&lower),
        (None, Inflection::Verb) => vec![third_person(&lower), past(&lower), participle(&lower)],
    };
    forms.into_iter().map(|form| in_capitals_of(word, form)).collect()
}

/// `court` → `courts`; `sanctions` → `sanction`.
fn numbers(word: &str) -> Vec<String> {
    if !word.ends_with(|c: char| c.is_ascii_alphabetic()) || word.len() < 2 {
        return Vec::new();
    }
    let mut forms = vec![plural(word)];
    forms.extend(singular(word));
    forms
}

fn plural(word: &str) -> String {
    match word.strip_suffix('y') {
        Some(stem) if !ends_with_vowel(stem) => format!("{stem}ies"),
        _ if is_sibilant(word) => format!("{word}es"),
        _ => format!("{word}s"),
    }
}

fn singular(word: &str) -> Option<String> {
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 2) {
        return Some(format!("{stem}y"));
    }
    if let Some(stem) = word.strip_suffix("es").filter(|stem| is_sibilant(stem)) {
        return Some(stem.to_owned());
    }
    let stem = word.strip_suffix('s')?;
    let is_singular = stem.len() < 3 || stem.ends_with(['s', 'u', 'i']);
    (!is_singular).then(|| stem.to_owned())
}

fn third_person(word: &str) -> String {
    if word.ends_with('o') { format!("{word}es") } else { plural(word) }
}

fn past(word: &str) -> String {
    match (word.strip_suffix('e'), word.strip_suffix('y')) {
        (Some(stem), _) => format!("{stem}ed"),
        (_, Some(stem)) if !ends_with_vowel(stem) => format!("{stem}ied"),
        _ if doubles(word) => format!("{word}{}ed", &word[word.len() - 1..]),
        _ => format!("{word}ed"),
    }
}

fn participle(word: &str) -> String {
    match word.strip_suffix('e') {
        _ if word.ends_with("ie") => format!("{}ying", &word[..word.len() - 2]),
        Some(stem) if !stem.ends_with(['e', 'o', 'y']) => format!("{stem}ing"),
        _ if doubles(word) => format!("{word}{}ing", &word[word.len() - 1..]),
        _ => format!("{word}ing"),
    }
}

/// Whether the last consonant doubles before an ending: one short syllable, `ban` → `banned`.
fn doubles(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let [.., before, vowel, last] = letters.as_slice() else { return false };
    let syllables = letters.iter().filter(|c| is_vowel(**c)).count();
    syllables == 1
        && is_vowel(*vowel)
        && !is_vowel(*before)
        && last.is_ascii_alphabetic()
        && !is_vowel(*last)
        && !matches!(last, 'w' | 'x' | 'y')
}

fn is_sibilant(word: &str) -> bool {
    ["s", "x", "z", "ch", "sh"].iter().any(|ending| word.ends_with(ending))
}

fn ends_with_vowel(word: &str) -> bool {
    word.ends_with(is_vowel)
}

const fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

fn in_capitals_of(word: &str, form: String) -> String {
    let mut letters = word.chars();
    let is_capital = letters.next().is_some_and(char::is_uppercase);
    let is_abbreviation =
        is_capital && word.chars().count() > 1 && letters.all(|c| !c.is_lowercase());
    if is_abbreviation {
        // `PM` → `PMs`
        let ending = form.strip_prefix(&word.to_lowercase()).unwrap_or("s");
        return format!("{word}{ending}");
    }
    let mut rest = form.chars();
    match rest.next() {
        Some(first) if is_capital => first.to_uppercase().chain(rest).collect(),
        _ => form,
    }
}
