//! Whether a bead is translated at all, by looking at its two texts.

use crate::{
    model::{Bead, Document, Segment, State},
    text::{
        language_names::names_languages_alone,
        normalize::{content, is_cyrillic},
    },
};

/// A counterpart of which more than this share of the letters is Cyrillic is still Russian.
/// English that quotes a Russian word or two stays well below.
const STILL_RUSSIAN: f64 = 0.6;

/// What stands where a translation should, without its punctuation and in lower case.
const PLACEHOLDERS: [&str; 9] = [
    "todo",
    "tbd",
    "fixme",
    "xxx",
    "untranslated",
    "not translated",
    "translate me",
    "needs translation",
    "wip",
];

/// How a line of the translators' own begins; such lines and notes in square brackets have no
/// source and need none.
const CREDITS: [&str; 7] = [
    "translated by",
    "translated from",
    "translation by",
    "translation:",
    "translator:",
    "translators:",
    "english translation",
];

/// The state of `bead` as far as its texts show it.
#[must_use]
pub fn presence(bead: &Bead, source: &Document, target: &Document) -> State {
    if bead.target.is_empty() {
        let lost = &source.segments[bead.source.clone()];
        return if lost.iter().any(is_translatable) {
            State::Untranslated
        } else {
            State::Unconfirmed
        };
    }
    let translation = content(&target.prose_of(&bead.target));
    if bead.source.is_empty() {
        return if is_own(&translation) { State::Added } else { State::Extra };
    }
    let original = content(&source.prose_of(&bead.source));
    if is_missing(&original, &translation) { State::Untranslated } else { State::Unconfirmed }
}

/// Whether a source segment has a Russian word: numbers, code and names in Latin letters need no
/// translation.
#[must_use]
pub fn is_translatable(segment: &Segment) -> bool {
    is_russian(&segment.text)
}

/// Whether a text has Russian words beside the names of languages in a menu of them.
fn is_russian(text: &str) -> bool {
    text.chars().any(is_cyrillic) && !names_languages_alone(text)
}

fn is_missing(original: &str, translation: &str) -> bool {
    is_russian(original)
        && (original == translation
            || cyrillic_share(translation) > STILL_RUSSIAN
            || (is_placeholder(translation) && !is_rendered_note(original, translation)))
}

fn cyrillic_share(text: &str) -> f64 {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let (cyrillic, total) = letters.fold((0_usize, 0_usize), |(cyrillic, total), c| {
        (cyrillic + usize::from(is_cyrillic(c)), total + 1)
    });
    cyrillic as f64 / total.max(1) as f64
}

fn is_placeholder(text: &str) -> bool {
    let is_framing = |c: char| !c.is_alphanumeric();
    let words = text.trim_matches(is_framing).to_lowercase();
    let rest = words.strip_prefix("todo").or_else(|| words.strip_prefix("fixme"));
    words.is_empty()
        || PLACEHOLDERS.contains(&words.as_str())
        || rest.is_some_and(|rest| rest.trim_start().starts_with([':', '(', '-', '—']))
}

/// Whether a translation renders a note that the original begins with: `TODO: …` in both, with
/// words of its own.
fn is_rendered_note(original: &str, translation: &str) -> bool {
    let mark = |text: &str| {
        let begins = text.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        ["todo", "fixme", "tbd", "xxx", "wip"].into_iter().find(|mark| begins.starts_with(mark))
    };
    let words = |text: &str| text.split_whitespace().count();
    mark(original).is_some_and(|found| mark(translation) == Some(found))
        && (words(translation) > 1) == (words(original) > 1)
}

/// Whether a target segment is the translators' own: a note in square brackets, a credit line.
fn is_own(translation: &str) -> bool {
    let plain = translation.trim_matches(['*', '_', '(', ')', '—', '-', ' ']);
    let bracketed = plain.starts_with('[') && plain.trim_end_matches('.').ends_with(']');
    let lower = plain.to_lowercase();
    bracketed || CREDITS.iter().any(|credit| lower.starts_with(credit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_a_russian_text_and_a_placeholder_are_no_translation() {
        for translation in [
            "Мы вернулись.",
            "Мы уже вернулись домой.",
            "TODO",
            "TODO: translate",
            "[TBD]",
            "…",
            "***",
        ] {
            assert!(is_missing("Мы вернулись.", translation), "{translation}");
        }
    }

    #[test]
    fn english_is_a_translation_even_with_a_russian_word() {
        for translation in
            ["We came back.", "The word понаехать has no equivalent.", "To do or not to do?"]
        {
            assert!(!is_missing("Мы вернулись.", translation), "{translation}");
        }
        assert!(!is_missing("GitHub", "GitHub"));
    }

    #[test]
    fn notes_and_credits_are_the_translators_own() {
        assert!(is_own("[Verkhny Lars is the border crossing into Georgia.]"));
        assert!(is_own("Translated by M. Orlova for The Crossing"));
        assert!(!is_own("We came back in May."));
    }
}
