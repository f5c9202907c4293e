//! Names that languages written in Cyrillic have for themselves, as menus show them.

use super::{
    normalize::{fold, is_cyrillic},
    words::words,
};

/// The names, folded, and the words that stand beside them in a menu.
const NAMES: [&str; 30] = [
    "русский",
    "русская",
    "русском",
    "русски",
    "по-русски",
    "рус",
    "ру",
    "украинский",
    "українська",
    "украинська",
    "українською",
    "украінською",
    "по-украински",
    "беларускай",
    "по-белорусски",
    "қазақ",
    "беларуская",
    "белорусский",
    "български",
    "српски",
    "македонски",
    "қазақша",
    "казакша",
    "казахский",
    "кыргызча",
    "татарча",
    "монгол",
    "точики",
    "тоҷики",
    "башкортса",
];

/// Words that go with them: «на русском языке», «русская версия».
const COMPANIONS: [&str; 6] = ["на", "по", "языке", "язык", "версия", "версии"];

/// Whether a word is the name of a language in itself, or goes with one.
#[must_use]
pub fn is_language_name(word: &str) -> bool {
    let folded = fold(word);
    NAMES.contains(&folded.as_str()) || COMPANIONS.contains(&folded.as_str())
}

/// Whether the Cyrillic words of a text are the names of languages and nothing else: a menu of
/// languages, which stands in each of them alike.
#[must_use]
pub fn names_languages_alone(text: &str) -> bool {
    let mut cyrillic =
        words(text).filter(|word| word.text.contains(is_cyrillic)).map(|word| word.folded());
    let mut has_name = false;
    let is_menu = cyrillic.all(|word| {
        has_name |= NAMES.contains(&word.as_str());
        is_language_name(&word)
    });
    is_menu && has_name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_menu_of_languages_is_no_russian_text() {
        assert!(names_languages_alone("In other languages: English, Русский."));
        assert!(names_languages_alone("English | На русском языке"));
        assert!(!names_languages_alone("Русский лес"));
        assert!(!names_languages_alone("English"));
        assert!(!names_languages_alone("версия"));
    }
}
