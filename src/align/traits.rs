//! What a document can be found by among many of the other language: its words in English, names by
//! sound, numbers, code.

use std::rc::Rc;

use super::{keys, lexicon::Lexicon, token::Class, unit::Side, vocabulary::Type};
use crate::model::{Document, Language};

/// So many of the equivalents of a word, the most usual ones.
const EQUIVALENTS: usize = 2;

/// Numbers and sounds shorter than this are everywhere.
const SHORTEST: usize = 2;

/// The traits of a document, each once, sorted: those of an original and of its translation are
/// largely the same.
#[must_use]
pub fn traits(document: &Document) -> Vec<String> {
    let side = Side::of_document(document);
    let of_type = |(_, entry)| traits_of(entry, document.language);
    let mut traits: Vec<String> = side.vocabulary.types().flat_map(of_type).collect();
    traits.sort_unstable();
    traits.dedup();
    traits
}

fn traits_of(entry: &Type, language: Language) -> Vec<String> {
    match (entry.class, language) {
        (Class::Word, Language::Russian) => {
            let keys = keys::russian(&entry.key);
            let listed = keys.stems.iter().find_map(|stem| Lexicon::bundled().english_of(stem));
            let words = listed.into_iter().flatten().take(EQUIVALENTS);
            let words = words.map(|(english, _)| word(english));
            words.chain(sounds(entry.name, &keys.sounds)).collect()
        }
        (Class::Word, Language::English) => {
            let keys = keys::english(&entry.key);
            std::iter::once(word(&keys.stem)).chain(sounds(entry.name, &keys.sounds)).collect()
        }
        (Class::Foreign, Language::Russian) => vec![word(&keys::english(&entry.key).stem)],
        (Class::Number, _) if entry.key.len() >= SHORTEST => vec![format!("n {}", entry.key)],
        (Class::Verbatim, _) => vec![format!("v {}", entry.key)],
        _ => Vec::new(),
    }
}

fn word(stem: &str) -> String {
    format!("w {stem}")
}

fn sounds(is_name: bool, sounds: &[Rc<str>]) -> impl Iterator<Item = String> + '_ {
    let long = sounds.iter().filter(move |sound| is_name && sound.len() > SHORTEST);
    long.map(|sound| format!("s {sound}"))
}
