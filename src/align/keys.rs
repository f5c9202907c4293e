//! What words are looked up by, remembered: a corpus repeats its words, and lemmas, stems and
//! sounds cost far more than finding them again.

use std::{cell::RefCell, rc::Rc, thread::LocalKey};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{lexicon::Lexicon, phonetic, stem};
use crate::morphology;

/// How many words a thread remembers before it starts anew; a bound on memory, not on texts.
const MOST_WORDS: usize = 200_000;

/// The keys of an English word.
#[derive(Debug)]
pub(super) struct EnglishKeys {
    pub(super) stem: Rc<str>,
    /// Whether the bundled lexicon has it.
    pub(super) is_listed: bool,
    pub(super) sounds: Vec<Rc<str>>,
}

/// The keys of a Russian word.
#[derive(Debug)]
pub(super) struct RussianKeys {
    /// The stems of its lemmas, the likeliest first, then its own.
    pub(super) stems: Vec<Rc<str>>,
    pub(super) sounds: Vec<Rc<str>>,
}

type Memory<T> = RefCell<FxHashMap<String, Rc<T>>>;

thread_local! {
    static ENGLISH: Memory<EnglishKeys> = RefCell::default();
    static RUSSIAN: Memory<RussianKeys> = RefCell::default();
}

/// The keys of a folded English word.
pub(super) fn english(word: &str) -> Rc<EnglishKeys> {
    remembered(&ENGLISH, word, || {
        let stem = stem::english(word);
        EnglishKeys {
            is_listed: Lexicon::bundled().has_english(&stem),
            stem: stem.into(),
            sounds: shared(phonetic::english_keys(word)),
        }
    })
}

/// The keys of a folded Russian word.
pub(super) fn russian(word: &str) -> Rc<RussianKeys> {
    remembered(&RUSSIAN, word, || RussianKeys {
        stems: shared(russian_stems(word)),
        sounds: shared(phonetic::russian_keys(word, &stem::russian(word))),
    })
}

fn shared(keys: Vec<String>) -> Vec<Rc<str>> {
    keys.into_iter().map(Rc::from).collect()
}

/// The stems under which a folded Russian word may be listed: those of its lemmas, the likeliest
/// first, then its own, then those of the parts of a compound.
fn russian_stems(word: &str) -> Vec<String> {
    let whole = std::iter::once(word);
    let parts = word.split('-').filter(|part| part.len() < word.len() && !part.is_empty());
    let keys = whole.chain(parts).flat_map(|word| {
        let lemmas = morphology::lemmas(word).into_iter().map(|lemma| stem::russian(&lemma));
        lemmas.chain([stem::russian(word)]).collect::<Vec<_>>()
    });
    let mut seen = FxHashSet::default();
    keys.filter(|key| seen.insert(key.clone())).collect()
}

fn remembered<T>(
    memory: &'static LocalKey<Memory<T>>,
    word: &str,
    make: impl FnOnce() -> T,
) -> Rc<T> {
    memory.with_borrow_mut(|words| {
        if let Some(known) = words.get(word) {
            return Rc::clone(known);
        }
        if words.len() >= MOST_WORDS {
            words.clear();
        }
        let made = Rc::new(make());
        words.insert(word.to_owned(), Rc::clone(&made));
        made
    })
}
