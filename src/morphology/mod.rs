//! Russian morphology: lemmas and forms of words.
//!
//! The dictionary is OpenCorpora's, with words of Wiktionary, as the crate `rumorph` ships it
//! (data CC BY-SA 4.0, in a crate of its own); unknown words are guessed by their endings there.

mod book;
mod endings;
mod paradigm;

use std::{cell::RefCell, sync::OnceLock};

use rumorph::{Analysis, Dictionary};
use rustc_hash::FxHashMap;

pub use endings::{Endings, LONGEST_ENDING, WordKind};
pub use paradigm::{Features, Form, Paradigm, PartOfSpeech, paradigms};

/// An analysis less likely than this, of all that a form may be, is passed over.
const UNLIKELY: f64 = 0.05;

/// The lemmas that `word` may be a form of, the likeliest first, folded: `суд` and `судно` for
/// `судов`. A word that the dictionary does not know has the lemma that its ending suggests.
#[must_use]
pub fn lemmas(word: &str) -> Vec<String> {
    let Some(readings) = readings(word) else { return vec![word.to_owned()] };
    let mut lemmas: Vec<String> = Vec::new();
    for Reading { lemma, probability, .. } in readings {
        let lemma = crate::text::normalize::fold(&lemma);
        if probability >= UNLIKELY && !lemmas.contains(&lemma) {
            lemmas.push(lemma);
        }
    }
    lemmas
}

/// How likely `word`, written with a capital, is a person's or a place's name and no common word,
/// from 0 to 1: `Иванов`, not `Президент`. Names come back in a text: each thread remembers those
/// it was asked for.
#[must_use]
pub fn name_probability(word: &str) -> f64 {
    thread_local! {
        static KNOWN: RefCell<FxHashMap<String, f64>> = RefCell::default();
    }
    KNOWN.with_borrow_mut(|known| {
        if let Some(probability) = known.get(word) {
            return *probability;
        }
        if known.len() >= MOST_REMEMBERED {
            known.clear();
        }
        *known.entry(word.to_owned()).or_insert_with(|| probability_of_name(word))
    })
}

/// Words that a thread remembers, a few megabytes.
const MOST_REMEMBERED: usize = 1 << 16;

fn probability_of_name(word: &str) -> f64 {
    let readings = readings(word).unwrap_or_default();
    readings.iter().filter(|reading| reading.is_name).map(|reading| reading.probability).sum()
}

/// What a word may be.
#[derive(Debug, Clone, PartialEq)]
struct Reading {
    lemma: String,
    probability: f64,
    /// Whether it is a person's or a place's name.
    is_name: bool,
}

/// What a word may be, the likeliest first; none where there is no dictionary.
fn readings(word: &str) -> Option<Vec<Reading>> {
    book::readings(word).or_else(|| analysed(word))
}

/// The same as the crate says it.
fn analysed(word: &str) -> Option<Vec<Reading>> {
    let dictionary = dictionary()?;
    let reading = |Analysis { lemma, prob, ud, .. }| Reading {
        lemma,
        probability: prob,
        is_name: dictionary.ud_tag(ud).is_some_and(|tag| tag.pos() == "PROPN"),
    };
    Some(dictionary.analyze(word).into_iter().map(reading).collect())
}

/// The bundled dictionary; it is checked as it is opened, and that cannot fail for the data we
/// ship.
fn dictionary() -> Option<&'static Dictionary> {
    static DICTIONARY: OnceLock<Option<Dictionary>> = OnceLock::new();
    DICTIONARY.get_or_init(|| Dictionary::bundled().ok()).as_ref()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lemmas_of_inflected_words() {
        for (word, lemma) in [
            ("мобилизацию", "мобилизация"),
            ("вернувшихся", "вернуться"),
            ("людей", "человек"),
            ("ее", "она"),
        ] {
            assert!(lemmas(word).contains(&lemma.to_owned()), "{word}: {:?}", lemmas(word));
        }
        assert_eq!(lemmas("судов").len(), 2);
    }

    #[test]
    fn names_of_people_and_places() {
        for name in ["Волгограде", "Ивановым", "Мексики", "Надежда"]
        {
            assert!(name_probability(name) > 0.5, "{name}");
        }
        for word in ["Президент", "Национальной", "Ассамблеи"] {
            assert!(name_probability(word) < 0.5, "{word}");
        }
    }
}
