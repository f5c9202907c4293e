//! English phrases that go with a Russian one.

use std::collections::{BTreeMap, HashMap};

use super::super::tokens::{Gap, tokens};
use crate::align::{english_stem, is_function_word};

/// A rendering has no more words.
const LONGEST: usize = 4;

/// So many more words than the term has a rendering at most.
const LONGER: usize = 2;

/// A phrase of the target texts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Rendering {
    /// As it is usually written.
    pub(super) text: String,
    /// In how many segments it goes with the term.
    pub(super) together: usize,
    /// In how many segments it occurs at all.
    pub(super) total: usize,
    /// Whether it is usually written with a capital.
    pub(super) is_capital: bool,
    surprise: f64,
}

impl Rendering {
    /// The share of its segments in which the term stands.
    pub(super) fn precision(&self) -> f64 {
        self.together as f64 / self.total as f64
    }
}

/// Every phrase of the English segments, by the stems of its words.
pub(super) struct Phrases {
    /// The phrases of each segment, each once.
    of_segment: Vec<Vec<u32>>,
    phrases: Vec<Phrase>,
}

#[derive(Debug, Default)]
struct Phrase {
    words: usize,
    total: usize,
    surfaces: BTreeMap<String, usize>,
}

impl Phrases {
    pub(super) fn of(pairs: &[(&str, &str)]) -> Self {
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let mut phrases: Vec<Phrase> = Vec::new();
        let of_segment = pairs
            .iter()
            .map(|(_, target)| {
                let mut own: Vec<u32> = Vec::new();
                for (key, surface, words) in runs(target) {
                    let next = numbers.len() as u32;
                    let number = *numbers.entry(key).or_insert(next);
                    if number == next {
                        phrases.push(Phrase { words, ..Phrase::default() });
                    }
                    *phrases[number as usize].surfaces.entry(surface).or_default() += 1;
                    own.push(number);
                }
                own.sort_unstable();
                own.dedup();
                for number in &own {
                    phrases[*number as usize].total += 1;
                }
                own
            })
            .collect();
        Self { of_segment, phrases }
    }

    /// The phrases that go with a term of `words` words in these segments, the most surprising
    /// first; a phrase that is only part of a better one is left out.
    pub(super) fn renderings(&self, segments: &[usize], words: usize) -> Vec<Rendering> {
        let mut together: HashMap<u32, usize> = HashMap::new();
        for number in segments.iter().flat_map(|segment| &self.of_segment[*segment]) {
            *together.entry(*number).or_default() += 1;
        }
        let all = self.of_segment.len() as f64;
        let mut found: Vec<(u32, Rendering)> = together
            .into_iter()
            .filter(|(number, count)| {
                let phrase = &self.phrases[*number as usize];
                *count > 1 && phrase.words <= words + LONGER && phrase.has_letters()
            })
            .map(|(number, count)| {
                let phrase = &self.phrases[number as usize];
                let surprise = log_likelihood_ratio(
                    count as f64,
                    segments.len() as f64,
                    phrase.total as f64,
                    all,
                );
                (number, phrase.rendering(count, surprise))
            })
            .collect();
        found.sort_by(|(a_number, a), (b_number, b)| {
            b.surprise
                .total_cmp(&a.surprise)
                .then(b.text.len().cmp(&a.text.len()))
                .then(a_number.cmp(b_number))
        });
        without_parts(found.into_iter().map(|(_, rendering)| rendering))
    }
}

impl Phrase {
    fn has_letters(&self) -> bool {
        self.surfaces.keys().any(|surface| surface.chars().any(char::is_alphabetic))
    }

    fn rendering(&self, together: usize, surprise: f64) -> Rendering {
        let total_uses: usize = self.surfaces.values().sum();
        let starts_capital = |surface: &str| surface.chars().next().is_some_and(char::is_uppercase);
        let capitals: usize =
            self.surfaces.iter().filter(|(text, _)| starts_capital(text)).map(|(_, n)| n).sum();
        let is_capital = capitals * 10 > total_uses * 7;
        let usual = self.surfaces.iter().filter(|(text, _)| starts_capital(text) == is_capital);
        let most = usual.clone().map(|(_, count)| *count).max().unwrap_or_default();
        // The singular, where it is used at all.
        let text = usual
            .filter(|(_, count)| **count * 4 >= most)
            .min_by_key(|(text, count)| (text.len(), std::cmp::Reverse(**count)))
            .map_or("", |(text, _)| text);
        Rendering { text: text.to_owned(), together, total: self.total, is_capital, surprise }
    }
}

/// Leaves out what is part of a phrase before it and adds nothing.
fn without_parts(renderings: impl Iterator<Item = Rendering>) -> Vec<Rendering> {
    let mut kept: Vec<Rendering> = Vec::new();
    for rendering in renderings {
        let is_part = kept.iter().any(|better| {
            let (short, long) = (rendering.text.to_lowercase(), better.text.to_lowercase());
            (long.contains(&short) || short.contains(&long))
                && rendering.together <= better.together
        });
        if !is_part {
            kept.push(rendering);
        }
        if kept.len() == 2 * super::PROPOSED {
            break;
        }
    }
    kept
}

/// The runs of words of `text` that may be a phrase: their stems, themselves, their length.
fn runs(text: &str) -> Vec<(String, String, usize)> {
    let mut words = Vec::new();
    tokens(text, &mut words);
    let stems: Vec<String> =
        words.iter().map(|word| english_stem(&text[word.range()].to_lowercase())).collect();
    let is_weak = |index: usize| {
        let word = &text[words[index].range()];
        let is_abbreviation = words[index].is_capital && !word.chars().any(char::is_lowercase);
        let lower = word.to_lowercase();
        (is_function_word(&lower) || lower.len() < 2)
            && !(is_abbreviation && lower != "i" && lower != "a")
    };
    let mut runs = Vec::new();
    for start in 0..words.len() {
        for end in start..words.len().min(start + LONGEST) {
            if end > start && words[end].gap == Gap::Apart {
                break;
            }
            if !is_weak(start) && !is_weak(end) {
                let surface = text[words[start].start..words[end].end].to_owned();
                let mut surface = surface.split_whitespace().collect::<Vec<_>>().join(" ");
                if end > start && words[end].gap == Gap::Stop && words[end].range().len() == 1 {
                    // `U.S.`
                    surface.push('.');
                }
                runs.push((stems[start..=end].join(" "), surface, end - start + 1));
            }
        }
    }
    runs
}

/// Dunning's −2 log λ for two events that occur `first` and `second` times in `all` segments, and
/// `together` times in one; 0 where they avoid each other.
fn log_likelihood_ratio(together: f64, first: f64, second: f64, all: f64) -> f64 {
    if together * all <= first * second {
        return 0.0;
    }
    let entropy = |counts: &[f64]| {
        let total: f64 = counts.iter().sum();
        counts
            .iter()
            .filter(|count| **count > 0.0)
            .map(|count| count * (count / total).ln())
            .sum::<f64>()
    };
    let (a, b, c) = (together, first - together, second - together);
    let d = all - a - b - c;
    2.0 * (entropy(&[a, b, c, d]) - entropy(&[a + b, c + d]) - entropy(&[a + c, b + d]))
}
