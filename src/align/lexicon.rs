//! The bundled Russian–English lexicon, indexed by stem.
//!
//! The table is data that anyone can read and extend: `src/lexicon/ru-en/*.tsv`, a Russian lemma
//! and its English equivalents a line, the most usual first. Stems, not lemmas, are its keys, so
//! that one entry serves all the forms of a word and most of its derivatives.

use std::{collections::BTreeMap, sync::OnceLock};

use include_dir::{Dir, File, include_dir};
use rustc_hash::FxHashMap;

use super::{stem, token::is_abbreviation};
use crate::text::normalize::fold;

/// The files of the table: whatever stands in the folder.
static TABLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/lexicon/ru-en");

/// English words that stand in phrases of the table without carrying their sense.
const GRAMMATICAL: [&str; 32] = [
    "a",
    "an",
    "the",
    "to",
    "of",
    "in",
    "on",
    "at",
    "by",
    "for",
    "from",
    "with",
    "up",
    "out",
    "off",
    "down",
    "away",
    "over",
    "into",
    "about",
    "be",
    "is",
    "not",
    "as",
    "and",
    "or",
    "one's",
    "oneself",
    "someone",
    "something",
    "it",
    "one",
];

/// What one side of an entry says of the other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Weight {
    /// P(English stem | Russian stem): falls with the rank among the equivalents.
    pub(super) forward: f32,
    /// P(Russian stem | English stem): falls with the number of Russian words the English serves.
    pub(super) backward: f32,
}

/// The table by stems.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    english_of: FxHashMap<String, Vec<(String, Weight)>>,
    served_by: FxHashMap<String, f32>,
}

impl Lexicon {
    /// The table that comes with Sverka, made once.
    pub(super) fn bundled() -> &'static Self {
        static BUNDLED: OnceLock<Lexicon> = OnceLock::new();
        BUNDLED.get_or_init(|| {
            Self::parse(TABLES.files().filter_map(File::contents_utf8).flat_map(str::lines))
        })
    }

    fn parse<'a>(lines: impl Iterator<Item = &'a str>) -> Self {
        let mut ranked: BTreeMap<String, BTreeMap<String, f32>> = BTreeMap::new();
        // The same English words stand in many entries.
        let mut stems: FxHashMap<String, String> = FxHashMap::default();
        for (lemma, english) in lines.filter_map(|line| line.split_once('\t')) {
            let equivalents = ranked.entry(stem::russian(&lemma.replace('ё', "е"))).or_default();
            for (rank, phrase) in english.split(',').enumerate() {
                for word in content_words(phrase) {
                    let share = rank_share(rank);
                    let stem = stems.entry(word).or_insert_with_key(|word| stem::english(word));
                    let best = equivalents.entry(stem.clone()).or_insert(share);
                    *best = best.max(share);
                }
            }
        }
        Self::weigh(ranked)
    }

    fn weigh(ranked: BTreeMap<String, BTreeMap<String, f32>>) -> Self {
        let mut served_by: FxHashMap<String, f32> = FxHashMap::default();
        for (english, share) in ranked.values().flatten() {
            *served_by.entry(english.clone()).or_default() += share;
        }
        let weigh_entry = |equivalents: BTreeMap<String, f32>| {
            let total: f32 = equivalents.values().sum();
            let weight = |english: &str, share: f32| Weight {
                forward: share / total.max(1.0),
                backward: share / served_by[english].max(1.0),
            };
            equivalents
                .into_iter()
                .map(|(english, share)| (english.clone(), weight(&english, share)))
                .collect()
        };
        let english_of =
            ranked.into_iter().map(|(russian, entry)| (russian, weigh_entry(entry))).collect();
        Self { english_of, served_by }
    }

    /// The English stems of a Russian stem; `None` where the table has no entry.
    pub(super) fn english_of(&self, russian_stem: &str) -> Option<&[(String, Weight)]> {
        self.english_of.get(russian_stem).map(Vec::as_slice)
    }

    /// Whether the English stem stands anywhere in the table.
    pub(super) fn has_english(&self, stem: &str) -> bool {
        self.served_by.contains_key(stem)
    }
}

/// The first equivalents are the usual ones; the tail is long.
fn rank_share(rank: usize) -> f32 {
    1.0 / (1.0 + rank as f32 * 0.5)
}

/// The words of an English phrase that carry its sense, folded.
pub(super) fn content_words(phrase: &str) -> impl Iterator<Item = String> {
    let plain = phrase.trim().replace('.', "");
    let folded = if is_abbreviation(&plain) { plain } else { fold(&plain) };
    let words: Vec<String> =
        folded.split([' ', '-']).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    let alone = words.len() == 1;
    words.into_iter().filter(move |word| alone || !GRAMMATICAL.contains(&word.as_str()))
}
