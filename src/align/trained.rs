//! A lexicon that the project's own sure pairs teach.
//!
//! Only words that nothing else explains are looked at: in each sure pair those Russian and
//! English words that the bundled lexicon, numbers and sounds leave over. IBM model 1 (Brown et
//! al. 1993, “The Mathematics of Statistical Machine Translation”) finds which of them go
//! together. A word seen once teaches nothing, and counts are discounted, so that chance pairs of
//! rare words do not become evidence for the pairs they came from.

use std::collections::BTreeMap;

use super::lexicon::Weight;

/// Rounds of expectation maximisation; the residue is small and settles quickly.
const ROUNDS: usize = 4;

/// Taken off every expected count (absolute discounting).
const DISCOUNT: f32 = 0.7;

/// An association weaker than this is noise.
const WEAKEST: f32 = 0.15;

/// What the lexicon leaves over in one sure pair, as stems.
#[derive(Debug, Clone, Default)]
pub(super) struct Residue {
    pub(super) russian: Vec<String>,
    pub(super) english: Vec<String>,
}

/// English stems of Russian stems, learned.
#[derive(Debug, Default)]
pub(super) struct Trained {
    english_of: BTreeMap<String, Vec<(String, Weight)>>,
}

type Counts<'a> = BTreeMap<(&'a str, &'a str), f32>;

impl Trained {
    /// Learns from the residues of sure pairs.
    pub(super) fn from_pairs(pairs: &[Residue]) -> Self {
        let frequent = Frequencies::of(pairs);
        let kept: Vec<(Vec<&str>, Vec<&str>)> =
            pairs.iter().map(|pair| frequent.kept(pair)).collect();
        let mut counts: Counts<'_> = BTreeMap::new();
        for round in 0..ROUNDS {
            counts = expected_counts(&kept, (round > 0).then_some(&counts));
        }
        Self::from_counts(counts)
    }

    fn from_counts(counts: Counts<'_>) -> Self {
        let (mut of_russian, mut of_english) = (BTreeMap::new(), BTreeMap::new());
        for (&(russian, english), &count) in &counts {
            *of_russian.entry(russian).or_insert(0.0_f32) += count;
            *of_english.entry(english).or_insert(0.0_f32) += count;
        }
        let mut english_of: BTreeMap<String, Vec<(String, Weight)>> = BTreeMap::new();
        for ((russian, english), count) in counts {
            let count = (count - DISCOUNT).max(0.0);
            let weight = Weight {
                forward: count / of_russian[russian],
                backward: count / of_english[english],
            };
            if weight.forward >= WEAKEST && weight.backward >= WEAKEST {
                english_of
                    .entry(russian.to_owned())
                    .or_default()
                    .push((english.to_owned(), weight));
            }
        }
        for entries in english_of.values_mut() {
            entries.sort_by(|a, b| a.0.cmp(&b.0));
        }
        Self { english_of }
    }

    /// What was learned of a Russian stem.
    pub(super) fn english_of(&self, russian_stem: &str) -> &[(String, Weight)] {
        self.english_of.get(russian_stem).map_or(&[], Vec::as_slice)
    }
}

/// In how many pairs each stem is left over.
struct Frequencies<'a>(BTreeMap<&'a str, usize>);

impl<'a> Frequencies<'a> {
    fn of(pairs: &'a [Residue]) -> Self {
        let mut seen = BTreeMap::new();
        for stem in pairs.iter().flat_map(|pair| pair.russian.iter().chain(&pair.english)) {
            *seen.entry(stem.as_str()).or_insert(0) += 1;
        }
        Self(seen)
    }

    fn kept(&self, pair: &'a Residue) -> (Vec<&'a str>, Vec<&'a str>) {
        let keep = |stems: &'a [String]| {
            stems.iter().map(String::as_str).filter(|stem| self.0[stem] > 1).collect()
        };
        (keep(&pair.russian), keep(&pair.english))
    }
}

/// One round: each English word is shared among the Russian words of its pair, evenly at first,
/// then by what the round before found.
fn expected_counts<'a>(
    pairs: &[(Vec<&'a str>, Vec<&'a str>)],
    before: Option<&Counts<'a>>,
) -> Counts<'a> {
    let mut totals: BTreeMap<&str, f32> = BTreeMap::new();
    for (&(russian, _), &count) in before.into_iter().flatten() {
        *totals.entry(russian).or_default() += count;
    }
    let likelihood = |russian: &'a str, english: &'a str| match before {
        Some(counts) => {
            counts.get(&(russian, english)).map_or(0.0, |count| count / totals[russian])
        }
        None => 1.0,
    };
    let mut counts: Counts<'a> = BTreeMap::new();
    for (russian, english) in pairs {
        for &word in english {
            let shares: Vec<f32> = russian.iter().map(|&stem| likelihood(stem, word)).collect();
            let total: f32 = shares.iter().sum();
            for (&stem, share) in russian.iter().zip(shares).filter(|_| total > 0.0) {
                *counts.entry((stem, word)).or_default() += share / total;
            }
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn residue(russian: &[&str], english: &[&str]) -> Residue {
        let owned = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
        Residue { russian: owned(russian), english: owned(english) }
    }

    #[test]
    fn words_that_keep_company_are_learned() {
        let pairs = [
            residue(&["маршрутк", "рассад"], &["minibus", "seedl"]),
            residue(&["маршрутк"], &["minibus"]),
            residue(&["рассад", "маршрутк"], &["seedl", "minibus"]),
            residue(&["рассад"], &["seedl"]),
        ];
        let trained = Trained::from_pairs(&pairs);
        assert_eq!(trained.english_of("маршрутк")[0].0, "minibus");
        assert_eq!(trained.english_of("рассад").len(), 1);
    }

    #[test]
    fn a_word_seen_once_teaches_nothing() {
        let trained = Trained::from_pairs(&[residue(&["планерк"], &["meet"])]);
        assert!(trained.english_of("планерк").is_empty());
    }
}
