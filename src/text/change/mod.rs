//! How much a change of text matters: [`grade`] tells a comma from a number.

mod facts;
mod spelling;

use std::{collections::BTreeMap, mem};

use self::facts::{Fact, fact};
use super::{
    addresses::differ_in_writing_alone,
    normalize::{self, is_cyrillic},
    sentences,
    words::words,
};
use crate::model::{Grade, Language};

/// The kind of change from `old` to `new`, the gravest where there are several.
///
/// Letters alike and in the same order make [`Grade::Typography`], whatever punctuation, capitals
/// and white space do. One typo mended is [`Grade::Spelling`].
#[must_use]
pub fn grade(old: &str, new: &str, language: Language) -> Grade {
    let (before, after) = (tokens(old), tokens(new));
    if differ_in_writing_alone(old, new)
        || is_other_edition(old, new)
        || letters(&before) == letters(&after)
    {
        return Grade::Typography;
    }
    let differences = differences(&before, &after);
    let gravest = differences.iter().filter_map(|token| token.fact).max();
    match gravest.map(Grade::from) {
        _ if differ_in_links_alone(old, new) => Grade::Rewording,
        Some(grade) => grade,
        None if negates(&differences) => Grade::Negation,
        None if spelling::is_mended(&texts(&before), &texts(&after)) => Grade::Spelling,
        None if sentence_count(old, language) != sentence_count(new, language) => Grade::Extent,
        None => Grade::Wording,
    }
}

/// Whether nothing changed but that words were made links, or no longer are.
#[must_use]
pub fn differ_in_links_alone(old: &str, new: &str) -> bool {
    links(old) != links(new) && without_links(old) == without_links(new)
}

/// Whether nothing but words of Russian came and went, no number, no name in Latin letters, no code,
/// no address, and not one word for one, the short ones that are said with others apart: the same
/// may be said in other words.
#[must_use]
pub fn is_rephrased(old: &str, new: &str) -> bool {
    /// Letters of a word that is more than a preposition or a particle.
    const SHORTEST: usize = 4;
    let mut balance: BTreeMap<String, i64> = BTreeMap::new();
    for (text, step) in [(old, -1), (new, 1)] {
        for word in words(text) {
            *balance.entry(plain(&word.folded())).or_default() += step;
        }
    }
    balance.retain(|_, count| *count != 0);
    let is_russian = |word: &String| word.chars().all(|c| is_cyrillic(c) || c == '-');
    if !balance.keys().all(is_russian) {
        return false;
    }
    balance.retain(|word, _| word.chars().count() >= SHORTEST);
    let came = balance.values().filter(|count| **count > 0).count();
    let went = balance.len() - came;
    came > 0 && went > 0 && came + went > 2
}

/// The text of a passage of Markdown without the addresses of its links and the brackets around what
/// they stand on: what is left is what is read.
fn without_links(text: &str) -> String {
    let mut parts = text.split("](");
    let first = parts.next().unwrap_or_default().to_owned();
    let read = parts.fold(first, |text, part| {
        let end = page_end(part);
        text + part[end..].strip_prefix(')').unwrap_or(&part[end..])
    });
    read.replace(['[', ']'], "")
}

/// How many links a passage has.
fn links(text: &str) -> usize {
    text.matches("](").count()
}

/// Whether a folded word denies.
#[must_use]
pub fn is_negation(word: &str) -> bool {
    facts::is_negation(word)
}

/// Whether two texts differ in nothing but the writing of addresses: the language that they name,
/// the ending of a file.
#[must_use]
pub fn leads_to_same(old: &str, new: &str) -> bool {
    without_language(old) == without_language(new) || differ_in_writing_alone(old, new)
}

/// Whether nothing changed but the language of the encyclopedia that a text leads to, where a page
/// has a name of its own in each: a reader is led to what he can read.
fn is_other_edition(old: &str, new: &str) -> bool {
    let has = |text: &str, edition: &str| text.contains(edition);
    let is_exchanged = |one: &str, other: &str| {
        has(old, one) && has(new, other) && without_pages(old, one) == without_pages(new, other)
    };
    is_exchanged("://en.wikipedia.org/", "://ru.wikipedia.org/")
        || is_exchanged("://ru.wikipedia.org/", "://en.wikipedia.org/")
}

/// The text with the addresses of one edition cut where the name of a page begins.
fn without_pages(text: &str, edition: &str) -> String {
    let mut parts = text.split(edition);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let end = page_end(part);
        text + "://" + &part[end..]
    })
}

/// Where the name of a page ends, in bytes: at white space, or at a bracket that closes what was
/// opened before it; one behind a backslash belongs to the name.
fn page_end(text: &str) -> usize {
    let (mut open, mut is_escaped) = (0_usize, false);
    let ends = |&(_, c): &(usize, char)| match c {
        _ if mem::take(&mut is_escaped) => false,
        '\\' => {
            is_escaped = true;
            false
        }
        '(' => {
            open += 1;
            false
        }
        ')' if open > 0 => {
            open -= 1;
            false
        }
        c => c.is_whitespace() || matches!(c, ')' | '>' | '"'),
    };
    text.char_indices().find(ends).map_or(text.len(), |(at, _)| at)
}

/// A word as grades see it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Token {
    text: String,
    fact: Option<Fact>,
}

impl From<Fact> for Grade {
    fn from(fact: Fact) -> Self {
        match fact {
            Fact::Name => Self::Name,
            Fact::Date => Self::Date,
            Fact::Negation => Self::Negation,
            Fact::Number => Self::Number,
        }
    }
}

fn tokens(text: &str) -> Vec<Token> {
    let content = without_language(&normalize::content(text));
    let found: Vec<_> = words(&content).collect();
    (0..found.len())
        .map(|index| Token {
            text: plain(&found[index].folded()),
            fact: fact(&content, &found, index),
        })
        .collect()
}

/// The text with addresses that name no language: to lead readers to `ru.example.org` or `/ru/`
/// asks for nothing in the translation.
fn without_language(text: &str) -> String {
    const MARKS: [(&str, &str); 4] =
        [("://ru.", "://"), ("://en.", "://"), ("/ru/", "/"), ("/en/", "/")];
    if !text.contains('/') {
        return text.to_owned();
    }
    MARKS.iter().fold(text.to_owned(), |text, (mark, plain)| text.replace(mark, plain))
}

/// A word without what says nothing new: a Russian ending put to a Latin word (`server'а`), Latin
/// letters in a Russian word that look like its own.
fn plain(word: &str) -> String {
    let is_latin = |c: char| c.is_ascii_alphabetic();
    if let Some((stem, ending)) = word.split_once(['\'', '’'])
        && stem.ends_with(is_latin)
        && ending.chars().all(is_cyrillic)
    {
        return stem.to_owned();
    }
    if !word.contains(is_cyrillic) || !word.contains(is_latin) {
        return word.to_owned();
    }
    const ALIKE: [(char, char); 11] = [
        ('a', 'а'),
        ('c', 'с'),
        ('e', 'е'),
        ('h', 'н'),
        ('k', 'к'),
        ('m', 'м'),
        ('o', 'о'),
        ('p', 'р'),
        ('t', 'т'),
        ('x', 'х'),
        ('y', 'у'),
    ];
    let own = |c: char| ALIKE.iter().find(|(latin, _)| *latin == c).map_or(c, |(_, own)| *own);
    word.chars().map(own).collect()
}

fn texts(tokens: &[Token]) -> Vec<&str> {
    tokens.iter().map(|token| token.text.as_str()).collect()
}

/// All letters and digits in one run: `кое как` and `кое-как` are alike.
fn letters(tokens: &[Token]) -> String {
    tokens.iter().flat_map(|token| token.text.chars()).filter(|c| c.is_alphanumeric()).collect()
}

/// Words that one side has more often than the other.
fn differences(before: &[Token], after: &[Token]) -> Vec<Token> {
    let mut balance: BTreeMap<&str, (i64, &Token)> = BTreeMap::new();
    for (tokens, step) in [(before, -1), (after, 1)] {
        for token in tokens {
            balance.entry(&token.text).or_insert((0, token)).0 += step;
        }
    }
    let uneven = balance.into_values().filter(|(count, _)| *count != 0);
    uneven.map(|(_, token)| token.clone()).collect()
}

/// Whether one differing word is another with a negative prefix: `важно` and `неважно`.
fn negates(differences: &[Token]) -> bool {
    const PREFIXES: [&str; 5] = ["не", "un", "non", "dis", "in"];
    let has = |text: &str| differences.iter().any(|token| token.text == text);
    differences.iter().any(|token| {
        let bare = PREFIXES.iter().filter_map(|prefix| token.text.strip_prefix(prefix));
        bare.map(|bare| bare.trim_start_matches('-')).any(|bare| bare.len() > 2 && has(bare))
    })
}

fn sentence_count(text: &str, language: Language) -> usize {
    sentences::split(text, language, &[]).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_rephrased_is_told_from_one_word_for_another() {
        assert!(is_rephrased("Контакты", "Как можно связаться"));
        assert!(!is_rephrased("Мост старый.", "Мост новый."));
        assert!(!is_rephrased("Никто не знал.", "Почти никто не знал."));
        assert!(!is_rephrased("Ставьте `make`.", "Ставьте `cmake`."));
        assert!(!is_rephrased("Ставьте `make` потом.", "Сначала можно запустить `cmake`."));
    }

    /// A line a case: language, grade, old and new, separated by `|`.
    const CASES: &str = include_str!("../../../tests/cases/change/grades.txt");

    #[test]
    fn grades_of_the_cases() {
        for line in CASES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let fields: Vec<&str> = line.split('|').map(str::trim).collect();
            let &[language, expected, old, new] = fields.as_slice() else { panic!("{line}") };
            let language = if language == "ru" { Language::Russian } else { Language::English };
            let found = format!("{:?}", grade(old, new, language)).to_lowercase();
            assert_eq!(found, expected, "{line}");
            let back = format!("{:?}", grade(new, old, language)).to_lowercase();
            assert_eq!(back, expected, "backwards: {line}");
        }
    }
}
