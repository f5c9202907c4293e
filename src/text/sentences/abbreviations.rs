//! Abbreviations and telling words, read from the lists beside this file.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::model::Language;

/// What the full stop after an abbreviation may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Class {
    /// Something of the same sentence always follows.
    Never,
    /// A number follows in the same sentence.
    Number,
    /// It may end a sentence.
    Ending,
    /// It ends a sentence only after a number.
    Year,
    /// The beginning of a first name of several letters (`Ya. Ivanov`), with a capital.
    Initial,
    /// Not an abbreviation: a word that usually begins a sentence.
    Starter,
    /// Not an abbreviation: a verb by which speech is given to its speaker.
    Speech,
}

/// The lists of one language.
#[derive(Debug)]
pub(super) struct Lists(FxHashMap<Class, FxHashSet<&'static str>>);

impl Lists {
    /// The lists of `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        static RUSSIAN: OnceLock<Lists> = OnceLock::new();
        static ENGLISH: OnceLock<Lists> = OnceLock::new();
        match language {
            Language::Russian => RUSSIAN.get_or_init(|| Self::parse(include_str!("russian.txt"))),
            Language::English => ENGLISH.get_or_init(|| Self::parse(include_str!("english.txt"))),
        }
    }

    fn parse(text: &'static str) -> Self {
        let mut lists: FxHashMap<Class, FxHashSet<&str>> = FxHashMap::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let mut words = line.split_whitespace();
            if let Some(class) = words.next().and_then(class) {
                lists.entry(class).or_default().extend(words);
            }
        }
        Self(lists)
    }

    /// Whether `word`, folded and without its last full stop, is in the list of `class`.
    pub(super) fn has(&self, class: Class, word: &str) -> bool {
        self.0.get(&class).is_some_and(|words| words.contains(word))
    }
}

fn class(name: &str) -> Option<Class> {
    Some(match name {
        "never" => Class::Never,
        "number" => Class::Number,
        "ending" => Class::Ending,
        "year" => Class::Year,
        "initial" => Class::Initial,
        "starter" => Class::Starter,
        "speech" => Class::Speech,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_a_known_class() {
        for text in [include_str!("russian.txt"), include_str!("english.txt")] {
            for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
                assert!(class(line.split_whitespace().next().unwrap()).is_some(), "{line}");
            }
        }
    }
}
