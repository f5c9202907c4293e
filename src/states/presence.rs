//! Whether a bead is translated at all, by looking at its two texts.

use super::labels::is_label_of_kind;
use crate::{
    align::{is_function_word, is_listed},
    model::{Bead, Direction, Document, Language, Segment, State},
    text::{
        addresses::is_domain_of_country,
        language_names::names_languages_alone,
        normalize::{content, is_cyrillic},
        words::{Word, words},
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
pub fn presence(bead: &Bead, documents: (&Document, &Document), direction: Direction) -> State {
    let (original, translation) = direction.roles(documents);
    let (from, to) = direction.roles((&bead.source, &bead.target));
    if to.is_empty() {
        let lost = original.segments.get(from.clone()).unwrap_or_default();
        let lacks = lost.iter().any(|segment| {
            is_translatable(segment, original.language) && !is_label_of_kind(segment, original)
        });
        return if lacks { State::Untranslated } else { State::Unconfirmed };
    }
    let rendered = content(&translation.prose_of(to));
    if from.is_empty() {
        let added = translation.segments.get(to.clone()).unwrap_or_default();
        let is_label = added.iter().all(|segment| is_label_of_kind(segment, translation));
        return if is_label || is_own(&rendered) { State::Added } else { State::Extra };
    }
    let prose = content(&original.prose_of(from));
    if is_missing(&prose, &rendered, original.language) {
        State::Untranslated
    } else {
        State::Unconfirmed
    }
}

/// Whether a segment of a text in `language` has words to translate: numbers, code and names in
/// Latin letters need no translation.
#[must_use]
pub fn is_translatable(segment: &Segment, language: Language) -> bool {
    is_prose(&segment.text, language)
}

fn is_prose(text: &str, language: Language) -> bool {
    match language {
        Language::Russian => is_russian(text),
        Language::English => is_english(text),
    }
}

/// Whether a text has Russian words beside the names of languages in a menu of them.
fn is_russian(text: &str) -> bool {
    let is_telling = |word: &Word<'_>| word.text.contains(is_cyrillic) && !is_domain(word, text);
    words(text).any(|word| is_telling(&word)) && !names_languages_alone(text)
}

/// Whether a word is a domain by itself: `.рф`.
fn is_domain(word: &Word<'_>, text: &str) -> bool {
    let before = text.get(..word.start).and_then(|before| before.strip_suffix('.'));
    let is_bare = before.is_some_and(|before| !before.ends_with(char::is_alphanumeric));
    is_bare && is_domain_of_country(word.text)
}

/// Whether a text has English words and not only names, commands and words that are the same in
/// every language: the lexicon knows more than half of them. A word with a capital inside the text
/// may be a name, whatever else it means.
fn is_english(text: &str) -> bool {
    if text.chars().any(is_cyrillic) || names_languages_alone(text) {
        return false;
    }
    let (known, count) = english_words(text);
    2 * known > count
}

/// How many of the words in Latin letters the lexicon knows, and how many there are.
fn english_words(text: &str) -> (usize, usize) {
    let is_word = |word: &&str| word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic());
    let is_known = |(at, word): (usize, &str)| {
        let is_name = at > 0 && word.starts_with(|c: char| c.is_ascii_uppercase());
        let word = word.to_lowercase();
        !is_name && (is_function_word(&word) || is_listed(&word, Language::English))
    };
    let all = words(text).map(|word| word.text).filter(is_word).enumerate().map(is_known);
    all.fold((0, 0), |(known, count), is_known| (known + usize::from(is_known), count + 1))
}

/// Whether a Russian original has an English sentence that names something in Russian, so that the
/// English may have the same: `Published by the newspaper Golos (Голос).`
fn is_english_already(original: &str) -> bool {
    const FEWEST: usize = 3;
    let (known, count) = english_words(original);
    let begins_so = original.chars().find(|c| c.is_alphabetic()).is_some_and(|c| !is_cyrillic(c));
    let russian = words(original).filter(|word| word.text.contains(is_cyrillic)).count();
    begins_so && known >= FEWEST && 2 * known > count && 4 * russian < count
}

/// Whether an original may stand in the translation as it is.
fn is_meant_alike(original: &str, language: Language) -> bool {
    speaks_of_letters(original) || language == Language::Russian && is_english_already(original)
}

fn is_missing(original: &str, translation: &str, language: Language) -> bool {
    is_prose(original, language)
        && !(original == translation && is_meant_alike(original, language))
        && (original == translation
            || is_in(translation, language)
            || (is_placeholder(translation) && !is_rendered_note(original, translation)))
}

/// Whether a text that is to be in the other language is still in `language`.
fn is_in(translation: &str, language: Language) -> bool {
    match language {
        Language::Russian => cyrillic_share(translation) > STILL_RUSSIAN,
        Language::English => is_english(translation),
    }
}

/// Whether a text has no word of Russian but single letters, of which one is no word: `ё → е`.
fn speaks_of_letters(text: &str) -> bool {
    const WORDS: &str = "авикосуя";
    let is_letter = |word: &Word<'_>| word.text.chars().count() == 1;
    let is_word = |word: &Word<'_>| word.folded().chars().all(|c| WORDS.contains(c));
    let russian: Vec<Word<'_>> =
        words(text).filter(|word| word.text.contains(is_cyrillic)).collect();
    russian.iter().all(is_letter) && !russian.iter().all(is_word)
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
            assert!(is_missing("Мы вернулись.", translation, Language::Russian), "{translation}");
        }
    }

    #[test]
    fn english_is_a_translation_even_with_a_russian_word() {
        for translation in
            ["We came back.", "The word понаехать has no equivalent.", "To do or not to do?"]
        {
            assert!(!is_missing("Мы вернулись.", translation, Language::Russian), "{translation}");
        }
        assert!(!is_missing("GitHub", "GitHub", Language::Russian));
        assert!(!is_missing("ё → е", "ё → е", Language::Russian));
        assert!(is_missing("и я", "и я", Language::Russian));
        let english = "Published yesterday by the newspaper Golos (Голос).";
        assert!(!is_missing(english, english, Language::Russian));
        for copied in [
            "Установите Docker Compose (Docker Desktop).",
            "Нажмите Save and close.",
            "Open the file и нажмите OK.",
        ] {
            assert!(is_missing(copied, copied, Language::Russian), "{copied}");
        }
    }

    #[test]
    fn an_english_original_is_translated_into_russian_words() {
        let is_missing =
            |original, translation| is_missing(original, translation, Language::English);
        for (original, translation) in [
            ("We came back in May.", "We came back in May."),
            ("We came back in May.", "We returned in May."),
            ("Installation", "Installation"),
            ("We came back in May.", "TODO"),
        ] {
            assert!(is_missing(original, translation), "{translation}");
        }
        for (original, translation) in [
            ("We came back in May.", "Мы вернулись в мае."),
            ("Docker Compose", "Docker Compose"),
            ("npm", "npm"),
            ("Use Docker Compose.", "Берите Docker Compose."),
        ] {
            assert!(!is_missing(original, translation), "{translation}");
        }
    }

    #[test]
    fn notes_and_credits_are_the_translators_own() {
        assert!(is_own("[Verkhny Lars is the border crossing into Georgia.]"));
        assert!(is_own("Translated by M. Orlova for The Crossing"));
        assert!(!is_own("We came back in May."));
    }
}
