//! A lexicon that the sure pairs of a document teach.
//!
//! Only words that nothing else explains are looked at: in each sure pair those Russian and
//! English words that the bundled lexicon, numbers and sounds leave over. IBM model 1 (Brown et
//! al. 1993, “The Mathematics of Statistical Machine Translation”) finds which of them go
//! together. A word seen once teaches nothing, and counts are discounted, so that chance pairs of
//! rare words do not become evidence for the pairs they came from.

use rustc_hash::FxHashMap;

use super::lexicon::Weight;

/// Rounds of expectation maximisation; the residue is small and settles quickly.
const ROUNDS: usize = 4;

/// Taken off every expected count (absolute discounting).
const DISCOUNT: f32 = 0.7;

/// An association weaker than this is noise.
const WEAKEST: f32 = 0.15;

/// What the lexicon leaves over in one sure pair, as stems.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Residue {
    pub(super) russian: Vec<String>,
    pub(super) english: Vec<String>,
}

/// English stems of Russian stems, learned.
#[derive(Debug, Clone, Default)]
pub(super) struct Trained {
    english_of: FxHashMap<String, Vec<(String, Weight)>>,
}

/// A stem, by its number; the two languages are numbered apart.
type Stem = u32;

/// Expected counts of pairs of stems and of each Russian stem. Sums are made in the order of the
/// pairs, so that they are the same on every run.
#[derive(Debug, Default)]
struct Counts {
    pairs: FxHashMap<(Stem, Stem), f32>,
    russian: FxHashMap<Stem, f32>,
    english: FxHashMap<Stem, f32>,
}

impl Counts {
    fn add(&mut self, russian: Stem, english: Stem, share: f32) {
        *self.pairs.entry((russian, english)).or_default() += share;
        *self.russian.entry(russian).or_default() += share;
        *self.english.entry(english).or_default() += share;
    }

    fn likelihood(&self, russian: Stem, english: Stem) -> f32 {
        self.pairs.get(&(russian, english)).map_or(0.0, |count| count / self.russian[&russian])
    }
}

impl Trained {
    /// Learns from the residues of sure pairs.
    pub(super) fn from_pairs<'a>(pairs: impl IntoIterator<Item = &'a Residue>) -> Self {
        let (mut russian, mut english) = (Stems::default(), Stems::default());
        let numbered: Vec<(Vec<Stem>, Vec<Stem>)> = pairs
            .into_iter()
            .map(|pair| (russian.number(&pair.russian), english.number(&pair.english)))
            .collect();
        let kept: Vec<(Vec<Stem>, Vec<Stem>)> = numbered
            .into_iter()
            .map(|(from, to)| (russian.repeated(from), english.repeated(to)))
            .collect();
        let mut counts: Option<Counts> = None;
        for _ in 0..ROUNDS {
            counts = Some(expected_counts(&kept, counts.as_ref()));
        }
        counts.map(|counts| Self::from_counts(&counts, &russian, &english)).unwrap_or_default()
    }

    fn from_counts(counts: &Counts, russian: &Stems<'_>, english: &Stems<'_>) -> Self {
        let mut english_of: FxHashMap<String, Vec<(String, Weight)>> = FxHashMap::default();
        for (&(from, to), &count) in &counts.pairs {
            let count = (count - DISCOUNT).max(0.0);
            let weight = Weight {
                forward: count / counts.russian[&from],
                backward: count / counts.english[&to],
            };
            if weight.forward >= WEAKEST && weight.backward >= WEAKEST {
                english_of.entry(russian.text(from)).or_default().push((english.text(to), weight));
            }
        }
        for entries in english_of.values_mut() {
            entries.sort_by(|a, b| a.0.cmp(&b.0));
        }
        Self { english_of }
    }

    /// Whether nothing was learned.
    pub(super) fn is_empty(&self) -> bool {
        self.english_of.is_empty()
    }

    /// What was learned of a Russian stem.
    pub(super) fn english_of(&self, russian_stem: &str) -> &[(String, Weight)] {
        self.english_of.get(russian_stem).map_or(&[], Vec::as_slice)
    }
}

/// The stems of one language, numbered, with the number of pairs in which each is left over.
#[derive(Default)]
struct Stems<'a> {
    numbers: FxHashMap<&'a str, Stem>,
    texts: Vec<&'a str>,
    seen: Vec<u32>,
}

impl<'a> Stems<'a> {
    fn number(&mut self, stems: &'a [String]) -> Vec<Stem> {
        stems.iter().map(|stem| self.number_one(stem)).collect()
    }

    fn number_one(&mut self, stem: &'a str) -> Stem {
        let next = self.texts.len() as Stem;
        let number = *self.numbers.entry(stem).or_insert(next);
        if number == next {
            self.texts.push(stem);
            self.seen.push(0);
        }
        self.seen[number as usize] += 1;
        number
    }

    /// Those that are left over more than once.
    fn repeated(&self, mut stems: Vec<Stem>) -> Vec<Stem> {
        stems.retain(|&stem| self.seen[stem as usize] > 1);
        stems
    }

    fn text(&self, stem: Stem) -> String {
        self.texts[stem as usize].to_owned()
    }
}

/// One round: each English word is shared among the Russian words of its pair, evenly at first,
/// then by what the round before found.
fn expected_counts(pairs: &[(Vec<Stem>, Vec<Stem>)], before: Option<&Counts>) -> Counts {
    let mut counts = Counts::default();
    for (russian, english) in pairs {
        for &word in english {
            let shares: Vec<f32> = russian
                .iter()
                .map(|&stem| before.map_or(1.0, |counts| counts.likelihood(stem, word)))
                .collect();
            let total: f32 = shares.iter().sum();
            for (&stem, share) in russian.iter().zip(shares).filter(|(_, share)| *share > 0.0) {
                counts.add(stem, word, share / total);
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
