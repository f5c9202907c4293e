//! Files that hold original and translation in one: PO, XLIFF, pages with blocks in either language.

use super::{
    super::{html::languages, xml::pieces},
    po,
    xliff::{self, Languages},
};
use crate::{
    model::{Direction, Language, RepoPath},
    text::language::{Tongue, tongue_of},
};

/// Tells which of the two texts in a file is the original; given the language that its path says,
/// which counts where the file says none.
type Sides = fn(&str, Option<Language>) -> Option<Direction>;

/// Whether the file may hold both texts, by its extension.
#[must_use]
pub fn may_be_both_in_one(path: &RepoPath) -> bool {
    sides(path).is_some()
}

/// Which of its two texts is the original, where a file holds both, the one in Russian, the other
/// in English. `named` is the language that its path says, which counts where the file says none.
#[must_use]
pub fn both_in_one(path: &RepoPath, text: &str, named: Option<Language>) -> Option<Direction> {
    sides(path)?(text, named)
}

fn sides(path: &RepoPath) -> Option<Sides> {
    match path.extension()?.to_lowercase().as_str() {
        "po" => Some(of_po),
        "xliff" | "xlf" => Some(of_xliff),
        "html" | "htm" | "xhtml" => {
            Some(|text, _| languages::holds_both(text).then(Direction::default))
        }
        _ => None,
    }
}

fn of_xliff(text: &str, named: Option<Language>) -> Option<Direction> {
    let Languages { source, target } = xliff::languages(&pieces(text).0)?;
    direction(tongue(&source)?, target.as_deref().map_or(named, tongue)?)
}

fn of_po(text: &str, named: Option<Language>) -> Option<Direction> {
    let (sides, ids, language) = po::sides(text);
    let into = language.as_deref().map_or(named, tongue)?;
    let from = if sides.has_russian_ids { Language::Russian } else { Language::English };
    let is_other = tongue_of(&ids)
        .is_some_and(|tongue| tongue != Tongue::RUSSIAN && tongue != Tongue::ENGLISH);
    direction(from, into).filter(|_| !is_other && !ids.is_empty())
}

fn tongue(code: &str) -> Option<Language> {
    Tongue::from_code(code)?.language()
}

const fn direction(from: Language, into: Language) -> Option<Direction> {
    match (from, into) {
        (Language::Russian, Language::English) => Some(Direction::RuEn),
        (Language::English, Language::Russian) => Some(Direction::EnRu),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_catalogue_holds_is_told_by_its_header_or_its_path() {
        let po = |language: &str, id: &str| {
            format!(
                "msgid \"\"\nmsgstr \"Language: {language}\\n\"\n\nmsgid \"{id}\"\nmsgstr \"\"\n"
            )
        };
        let xliff = |source: &str, target: &str| {
            format!(
                "<xliff><file source-language=\"{source}\" target-language=\"{target}\"/></xliff>"
            )
        };
        let (russian, english) = (Some(Language::Russian), Some(Language::English));
        for (name, text, named, expected) in [
            ("a.po", po("ru", "Open the door to the house"), None, Some(Direction::EnRu)),
            ("a.po", po("en", "Откройте дверь дома"), None, Some(Direction::RuEn)),
            ("a.po", po("", "Open the door to the house"), russian, Some(Direction::EnRu)),
            ("a.po", po("", "Open the door to the house"), english, None),
            ("a.po", po("uk", "Open the door to the house"), russian, None),
            ("a.po", po("ru", "Ouvrez la porte de la maison pour les enfants"), None, None),
            ("a.po", String::new(), russian, None),
            ("a.xlf", xliff("ru-RU", "en-GB"), None, Some(Direction::RuEn)),
            ("a.xlf", xliff("en", "ru"), None, Some(Direction::EnRu)),
            ("a.xlf", xliff("en", "de"), russian, None),
            (
                "a.html",
                "<div lang=ru>Дом</div><div lang=en>House</div>".into(),
                None,
                Some(Direction::RuEn),
            ),
            ("a.html", "<html lang=ru><p>Дом <i lang=en>house</i></p>".into(), None, None),
            ("a.json", String::from("{}"), russian, None),
        ] {
            assert_eq!(both_in_one(&RepoPath::new(name), &text, named), expected, "{text}");
        }
    }
}
