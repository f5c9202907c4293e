//! The commonest words, the endings and the letters of languages, and what a text shows of them.

use std::{cell::RefCell, rc::Rc, sync::LazyLock};

use rustc_hash::FxHashMap;

use super::Tongue;
use crate::text::{normalize::is_cyrillic, words::words};

/// The lines of [`Table`].
const TONGUES: &str = include_str!("tongues.txt");

/// What the ending of a word says, beside what a whole word does.
const ENDING: f32 = 0.35;

/// An ending of one letter says half of that.
const ONE_LETTER: f32 = 0.5;

/// What a word with a letter that a language does not have says against it.
const ALIEN: f32 = 0.7;

/// Endings are looked for in words of so many letters or more.
const LONG: usize = 4;

/// Words that a thread remembers, a few megabytes.
const MOST_REMEMBERED: usize = 1 << 14;

/// A set of languages, a bit each.
type Set = u64;

/// What one word says for or against languages, one thing after the other.
type Said = Rc<[(Set, f32)]>;

/// For a word or an ending: the languages that have it, and how much it says.
#[derive(Default)]
struct Entry {
    languages: Set,
    weight: f32,
}

/// All languages that are written in Cyrillic or Latin letters.
pub(super) struct Table {
    tongues: Vec<Tongue>,
    cyrillic: Set,
    latin: Set,
    words: FxHashMap<&'static str, Entry>,
    endings: FxHashMap<&'static str, Entry>,
    letters: FxHashMap<char, Set>,
}

/// What a text shows: how much speaks for each language of a table.
pub(super) struct Evidence<'a> {
    table: &'a Table,
    scores: Vec<f32>,
}

impl Table {
    /// The table that comes with the program.
    pub(super) fn bundled() -> &'static Self {
        static TABLE: LazyLock<Table> = LazyLock::new(|| Table::read(TONGUES));
        &TABLE
    }

    fn read(text: &'static str) -> Self {
        let mut table = Self {
            tongues: Vec::new(),
            cyrillic: 0,
            latin: 0,
            words: FxHashMap::default(),
            endings: FxHashMap::default(),
            letters: FxHashMap::default(),
        };
        text.lines().filter(|line| !line.starts_with('#')).for_each(|line| table.add(line));
        for entry in table.words.values_mut() {
            entry.weight = rarity(entry.languages);
        }
        for (ending, entry) in &mut table.endings {
            let share = if ending.chars().count() == 1 { ONE_LETTER } else { 1.0 };
            entry.weight = ENDING * share * rarity(entry.languages);
        }
        table
    }

    /// Reads a line: code, letters, words and endings.
    fn add(&mut self, line: &'static str) {
        let mut parts = line.split(' ');
        let (Some(code), Some(letters)) = (parts.next(), parts.next()) else { return };
        let bit: Set = 1 << self.tongues.len();
        self.tongues.push(Tongue(code));
        if letters.chars().any(is_cyrillic) {
            self.cyrillic |= bit;
        } else {
            self.latin |= bit;
            ('a'..='z').for_each(|letter| *self.letters.entry(letter).or_default() |= bit);
        }
        letters.chars().for_each(|letter| *self.letters.entry(letter).or_default() |= bit);
        for part in parts {
            let entry = match part.strip_prefix('-') {
                Some(ending) => self.endings.entry(ending),
                None => self.words.entry(part),
            };
            entry.or_default().languages |= bit;
        }
    }

    /// What the first `most` words of `prose` show.
    pub(super) fn evidence(&self, prose: &str, most: usize) -> Evidence<'_> {
        let mut evidence = Evidence { table: self, scores: vec![0.0; self.tongues.len()] };
        let written = words(prose).take(most).flat_map(|word| word.text.split(['\'', '’', '-']));
        for word in written {
            for (languages, weight) in self.remembered(word).iter() {
                evidence.credit(*languages, *weight);
            }
        }
        evidence
    }

    /// What a word as it is written says. Words come back: each thread remembers what they said.
    fn remembered(&self, written: &str) -> Said {
        thread_local! {
            static SAID: RefCell<FxHashMap<String, Said>> = RefCell::default();
        }
        SAID.with_borrow_mut(|said| {
            if let Some(known) = said.get(written) {
                return Rc::clone(known);
            }
            if said.len() >= MOST_REMEMBERED {
                said.clear();
            }
            let found: Said = self.said(written).into();
            said.insert(written.to_owned(), Rc::clone(&found));
            found
        })
    }

    /// What a word as it is written says, one thing after the other.
    fn said(&self, written: &str) -> Vec<(Set, f32)> {
        if !written.chars().any(char::is_alphabetic) {
            return Vec::new();
        }
        let word = crate::text::normalize::content(&written.to_lowercase());
        let script = self.script_of(&word);
        let mut said = self.speaks_for(&word, script);
        // Names keep the letters of their own language.
        if !written.starts_with(char::is_uppercase) {
            said.push((self.aliens(&word, script), -ALIEN));
        }
        said
    }

    /// The languages that a word of a script speaks for, by itself and by its ending.
    fn speaks_for(&self, word: &str, script: Set) -> Vec<(Set, f32)> {
        let known = self.words.get(word).filter(|entry| entry.languages & script != 0);
        let among = known.map_or(0, |entry| entry.languages) & script;
        let mut said: Vec<(Set, f32)> =
            known.map(|entry| (among, entry.weight)).into_iter().collect();
        if word.chars().count() >= LONG {
            said.extend(self.ending(word, script & !among));
        }
        said
    }

    /// The languages of the script of `word`.
    fn script_of(&self, word: &str) -> Set {
        match word.chars().find(|c| c.is_alphabetic()) {
            Some(c) if is_cyrillic(c) => self.cyrillic,
            Some(_) => self.latin,
            None => 0,
        }
    }

    /// The languages that do not have all letters of `word`.
    fn aliens(&self, word: &str, script: Set) -> Set {
        let letters = word.chars().filter(|c| c.is_alphabetic());
        let spoken =
            letters.map(|c| self.letters.get(&c).copied().unwrap_or(0)).fold(script, |a, b| a & b);
        script & !spoken
    }

    /// The longest ending of `word` that the language of `bit` may have.
    fn ending(&self, word: &str, bits: Set) -> Vec<(Set, f32)> {
        let mut found = Vec::new();
        let mut open = bits;
        let starts: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
        let first = starts.len().saturating_sub(4).max(2);
        for &start in starts.get(first..).unwrap_or_default() {
            if let Some(entry) = word.get(start..).and_then(|end| self.endings.get(end)) {
                found.push((entry.languages & open, entry.weight));
                open &= !entry.languages;
            }
        }
        found
    }
}

/// What is shared by many languages says little.
fn rarity(languages: Set) -> f32 {
    (languages.count_ones().max(1) as f32).sqrt().recip()
}

impl Evidence<'_> {
    fn credit(&mut self, languages: Set, weight: f32) {
        let mut left = languages;
        while left != 0 {
            if let Some(score) = self.scores.get_mut(left.trailing_zeros() as usize) {
                *score += weight;
            }
            left &= left - 1;
        }
    }

    /// How much speaks for `tongue`.
    pub(super) fn of(&self, tongue: Tongue) -> f32 {
        let index = self.table.tongues.iter().position(|other| *other == tongue);
        index.and_then(|index| self.scores.get(index)).copied().unwrap_or(0.0)
    }

    /// The likeliest of the languages in Cyrillic letters.
    pub(super) fn best_cyrillic(&self) -> (Tongue, f32) {
        self.best(self.table.cyrillic)
    }

    /// The likeliest of the languages in Latin letters.
    pub(super) fn best_latin(&self) -> (Tongue, f32) {
        self.best(self.table.latin)
    }

    fn best(&self, among: Set) -> (Tongue, f32) {
        let scored = self.table.tongues.iter().zip(&self.scores).enumerate();
        let among = scored.filter(|(index, _)| among & (1 << index) != 0);
        let best = among.map(|(_, (tongue, score))| (*tongue, *score));
        // Of two that are as likely the first, Russian or English.
        best.reduce(|best, next| if next.1 > best.1 { next } else { best })
            .unwrap_or((Tongue::ENGLISH, 0.0))
    }
}
