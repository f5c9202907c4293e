//! The words that deny, or seem to: sections of `words.txt` by their headings.

use std::{collections::HashSet, sync::LazyLock};

use rustc_hash::FxHashMap;

struct Lists {
    /// Words after which, or before which, `не` denies nothing.
    idle: HashSet<&'static str>,
    /// Words that say how something is done, and not what: `не` beside them denies what follows.
    modal: HashSet<&'static str>,
    /// Beginnings of English words that may carry a denial.
    english: Beginnings,
    /// Those that may where no word of the denial is rendered.
    weak: Beginnings,
    /// Those that only look so.
    affirming: Beginnings,
    /// Beginnings of Russian words that may.
    russian: Beginnings,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let file = include_str!("words.txt");
    let section = |name: &str| {
        let from = file.split_once(name).map_or("", |(_, rest)| rest);
        let section = from.split("\n[").next().unwrap_or_default();
        section.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
    };
    Lists {
        idle: section("[idle]").collect(),
        modal: section("[modal]").collect(),
        english: Beginnings::of(section("[english]")),
        weak: Beginnings::of(section("[weak]")),
        affirming: Beginnings::of(section("[affirming]")),
        russian: Beginnings::of(section("[russian]")),
    }
});

/// Words and beginnings of words by their first letter: hardly any word is compared with one.
struct Beginnings(FxHashMap<char, Vec<Entry>>);

/// A word, or the beginning of words.
enum Entry {
    Word(&'static str),
    Beginning(&'static str),
}

impl Beginnings {
    fn of(entries: impl Iterator<Item = &'static str>) -> Self {
        let mut by_first: FxHashMap<char, Vec<Entry>> = FxHashMap::default();
        for (entry, first) in entries.filter_map(|entry| Some((entry, entry.chars().next()?))) {
            by_first.entry(first).or_default().push(Entry::of(entry));
        }
        Self(by_first)
    }

    /// Whether a word is one of them, or begins so where the entry ends in a star.
    fn has(&self, word: &str) -> bool {
        let near = word.chars().next().and_then(|first| self.0.get(&first));
        near.is_some_and(|near| near.iter().any(|entry| entry.is(word)))
    }
}

impl Entry {
    /// A line of a list: a star stands for the rest of a word.
    fn of(line: &'static str) -> Self {
        line.strip_suffix('*').map_or(Self::Word(line), Self::Beginning)
    }

    fn is(&self, word: &str) -> bool {
        match self {
            Self::Word(whole) => word == *whole,
            Self::Beginning(beginning) => word.starts_with(beginning),
        }
    }
}

/// Whether `не` beside a folded Russian word denies nothing, or not plainly.
pub(super) fn is_idle(word: &str) -> bool {
    LISTS.idle.contains(word)
}

/// Whether a folded Russian word only tells how what follows is meant (`мог`, `стал`).
pub(super) fn is_modal(word: &str) -> bool {
    LISTS.modal.contains(word)
}

/// Whether a folded English word may carry a denial.
pub(super) fn english_denies(word: &str) -> bool {
    word.ends_with("n't")
        || word.ends_with("less")
        || LISTS.english.has(word) && !LISTS.affirming.has(word)
}

/// Whether a folded English word may carry a denial that is said in other words.
pub(super) fn english_may_deny(word: &str) -> bool {
    english_denies(word) || LISTS.weak.has(word)
}

/// Whether a folded Russian word may carry a denial.
pub(super) fn russian_denies(word: &str) -> bool {
    LISTS.russian.has(word)
}
