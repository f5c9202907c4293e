//! Whether a word of one language may stand for a word of the other: by sound, by the lexicon.

use std::{collections::HashSet, rc::Rc};

use rustc_hash::FxHashSet;

use super::{
    keys,
    lexicon::{self, Lexicon},
};
use crate::{
    model::Language,
    text::{normalize::fold, words::words},
};

/// Sounds that tell names apart; shorter keys are shared by many words.
const SHORTEST_KEY: usize = 2;

/// The words of an English text, as Russian ones are looked up among them.
#[derive(Debug, Default)]
pub(crate) struct EnglishWords {
    stems: FxHashSet<Rc<str>>,
    sounds: FxHashSet<Rc<str>>,
}

impl EnglishWords {
    /// The words of `text`.
    pub(crate) fn of(text: &str) -> Self {
        let mut english = Self::default();
        words(text).for_each(|word| english.add(&word.as_folded()));
        english
    }

    fn add(&mut self, word: &str) {
        self.add_part(word);
        word.split('-').filter(|part| *part != word).for_each(|part| self.add_part(part));
    }

    fn add_part(&mut self, word: &str) {
        let keys = keys::english(word);
        self.stems.insert(Rc::clone(&keys.stem));
        self.sounds.extend(keys.sounds.iter().cloned());
    }

    /// Whether one of them may render a Russian word.
    pub(crate) fn render(&self, russian: &str) -> bool {
        let folded = fold(russian);
        let parts = folded.split('-').filter(|part| !part.is_empty());
        self.render_part(&folded) || parts.into_iter().any(|part| self.render_part(part))
    }

    /// Whether one of them is made of the name that English has for a Russian one: `Arabian` for
    /// «Аравия».
    pub(crate) fn have_made_of(&self, russian: &str) -> bool {
        const SHORTEST: usize = 5;
        let keys = keys::russian(&fold(russian));
        listed(&keys.stems).any(|english| {
            english.len() >= SHORTEST && self.stems.iter().any(|stem| stem.starts_with(english))
        })
    }

    /// Whether one of them may render a word of a Russian text.
    pub(crate) fn render_any(&self, text: &str) -> bool {
        words(text).any(|word| self.render(word.text))
    }

    /// Whether one of them is a form of an English word.
    pub(crate) fn has_stem_of(&self, english: &str) -> bool {
        self.stems.contains(&keys::english(&fold(english)).stem)
    }

    /// How many of the words of a Russian text that say something by themselves they render, and how
    /// many such words it has.
    pub(crate) fn rendered_of(&self, text: &str) -> (usize, usize) {
        const TELLING: usize = 4;
        let telling = words(text).filter(|word| word.text.chars().count() >= TELLING);
        telling.fold((0, 0), |(rendered, all), word| {
            (rendered + usize::from(self.render(word.text)), all + 1)
        })
    }

    fn render_part(&self, russian: &str) -> bool {
        let keys = keys::russian(russian);
        listed(&keys.stems).any(|english| self.stems.contains(english))
            || keys.sounds.iter().any(|sound| self.sound_like(sound))
    }

    fn sound_like(&self, sound: &str) -> bool {
        sound.len() >= SHORTEST_KEY && self.sounds.contains(sound)
    }
}

/// The English stems that the lexicon has for Russian ones.
fn listed(stems: &[Rc<str>]) -> impl Iterator<Item = &'static str> {
    let listed = stems.iter().filter_map(|stem| Lexicon::bundled().english_of(stem));
    listed.flatten().map(|(english, _)| english)
}

/// Of folded words.
impl FromIterator<String> for EnglishWords {
    fn from_iter<I: IntoIterator<Item = String>>(words: I) -> Self {
        let mut english = Self::default();
        words.into_iter().for_each(|word| english.add(&word));
        english
    }
}

/// Whether an English word is one of the language, and no name.
pub(crate) fn is_common_english(word: &str) -> bool {
    let folded = fold(word);
    let plain = folded.strip_suffix("'s").unwrap_or(&folded);
    keys::english(plain).is_listed && !lexicon::is_name(plain)
}

/// How alike a Russian and an English word sound, from 0 to 1.
pub(crate) fn likeness(russian: &str, english: &str) -> f64 {
    let (russian, english) = (keys::russian(&fold(russian)), keys::english(&fold(english)));
    let pairs =
        russian.sounds.iter().flat_map(|one| english.sounds.iter().map(move |two| (one, two)));
    pairs.map(|(one, two)| strsim::normalized_levenshtein(one, two)).fold(0.0, f64::max)
}

/// The stems that make two forms one word, in either language.
pub(crate) fn word_stems(word: &str, language: Language) -> Vec<String> {
    match language {
        Language::Russian => {
            keys::russian(word).stems.iter().map(|stem| stem.to_string()).collect()
        }
        Language::English => vec![keys::english(word).stem.to_string()],
    }
}

/// Whether the bundled lexicon lists a folded word.
pub(crate) fn is_listed(word: &str, language: Language) -> bool {
    match language {
        Language::Russian => keys::russian(word)
            .stems
            .iter()
            .any(|stem| Lexicon::bundled().english_of(stem).is_some()),
        Language::English => is_common_english(word),
    }
}

/// Whether two folded Russian words have an English equivalent in common.
pub(crate) fn are_synonyms(one: &str, other: &str) -> bool {
    let equivalents = |word: &str| -> HashSet<&'static str> {
        let stems = keys::russian(word);
        let listed = stems.stems.iter().filter_map(|stem| Lexicon::bundled().english_of(stem));
        listed.flatten().map(|(english, _)| english).collect()
    };
    !equivalents(one).is_disjoint(&equivalents(other))
}
