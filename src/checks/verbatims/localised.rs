//! Pieces that differ in nothing but the marks of the two languages: `where: 'ru'` and `where:
//! 'en'`, `install.ru.txt` and `install.txt`, `menu.png` and `menu_en.png`.

use std::{iter::Peekable, ops::Range, slice::Iter};

use super::{excuses::quoted, pieces::Piece};
use crate::model::VerbatimKind;

const RUSSIAN: [&str; 4] = ["ru", "rus", "russian", "russia"];
const ENGLISH: [&str; 5] = ["en", "eng", "english", "us", "gb"];

/// Words after which the name of a language stands: `--lang ru`.
const KEYS: [&str; 6] = ["lang", "language", "locale", "hl", "i18n", "l10n"];

/// Signs that join the parts of a name, or stand around a value.
const JOINTS: &[char] = &['.', '-', '_', '/', '\'', '"', '('];

/// Letters that the names of two pictures begin with, at least.
const SAME_BEGINNING: usize = 3;

/// Whether the one piece names Russian, or nothing, where the other names English, and both are the
/// same otherwise. The reverse is a slip.
pub(super) fn is_of_language(was: &Piece<'_>, is: &Piece<'_>) -> bool {
    let (old, new) = (was.verbatim.text.as_str(), is.verbatim.text.as_str());
    match was.verbatim.kind {
        VerbatimKind::Template => {
            is_marked(old, new, |_, _| true) || is_figure_of_language(old, new)
        }
        VerbatimKind::Code => is_marked(old, new, names_language),
        VerbatimKind::Image => {
            is_marked(old, new, names_language)
                || is_picture_of_language(old, new)
                || is_named_by_language(old, new)
        }
        _ => false,
    }
}

/// Tags or pictures of the translation that a lost one is compared with.
const MOST_TAGS: usize = 200;

/// Whether some pieces of the translation have for English the tag of a template, or the picture,
/// that is lost.
pub(super) fn is_told(translation: &[Piece<'_>], lost: &Piece<'_>) -> bool {
    let kind = lost.verbatim.kind;
    let mut others = translation.iter().filter(|other| other.verbatim.kind == kind).take(MOST_TAGS);
    // Which of the two is the Russian one depends on the side that leads.
    let agree = |other| is_of_language(lost, other) || is_of_language(other, lost);
    matches!(kind, VerbatimKind::Template | VerbatimKind::Image) && others.any(agree)
}

/// A run of letters and digits, or another sign, with its place.
struct Part<'t> {
    text: &'t str,
    range: Range<usize>,
}

impl Part<'_> {
    fn is_one_of(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.text.eq_ignore_ascii_case(name))
    }
}

/// The parts of a text, without white space and the signs that join names.
fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts: Vec<Part<'_>> = Vec::new();
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let goes_on =
            |last: &Part<'_>| last.range.end == at && last.text.ends_with(char::is_alphanumeric);
        match parts.last_mut() {
            Some(last) if c.is_alphanumeric() && goes_on(last) => {
                last.range.end = end;
                last.text = &text[last.range.clone()];
            }
            _ if c.is_whitespace() || matches!(c, '.' | '-' | '_' | '/') => {}
            _ => parts.push(Part { text: &text[at..end], range: at..end }),
        }
    }
    parts
}

/// Whether the two texts are equal but for the marks that `may_name` a language.
fn is_marked(old: &str, new: &str, may_name: fn(&str, &Range<usize>) -> bool) -> bool {
    let (was, is) = (parts(old), parts(new));
    let is_russian = |part: &Part<'_>| part.is_one_of(&RUSSIAN) && may_name(old, &part.range);
    let is_english = |part: &Part<'_>| part.is_one_of(&ENGLISH) && may_name(new, &part.range);
    let (mut was, mut is) = (was.iter().peekable(), is.iter().peekable());
    let mut marks = 0;
    loop {
        match (was.peek(), is.peek()) {
            (None, None) => return marks > 0,
            (Some(one), Some(other)) if one.text == other.text => {
                was.next();
                is.next();
            }
            (Some(one), Some(other)) if is_russian(one) && is_english(other) => {
                marks += 1;
                let end = was.next().map_or(0, |part| part.range.end);
                let next = is.next().and(is.peek()).map(|part| part.text);
                was = behind_forms(old, end, next, was);
            }
            (Some(one), _) if is_russian(one) => {
                marks += 1;
                was.next();
            }
            (_, Some(other)) if is_english(other) => {
                marks += 1;
                is.next();
            }
            _ => return false,
        }
    }
}

/// What follows the parts that hang on a mark by points and that the other has not: the case of
/// `days.ru.genitive`, of which English has one.
fn behind_forms<'p, 't>(
    text: &str,
    mut end: usize,
    next: Option<&str>,
    mut parts: Peekable<Iter<'p, Part<'t>>>,
) -> Peekable<Iter<'p, Part<'t>>> {
    let hangs = |end: usize, part: &Part<'_>| {
        text.get(end..part.range.start) == Some(".") && Some(part.text) != next
    };
    while let Some(part) = parts.next_if(|part| hangs(end, part)) {
        end = part.range.end;
    }
    parts
}

/// Whether a word of code stands where a language is named: in a path, in quotation marks, behind
/// the word for it.
fn names_language(text: &str, range: &Range<usize>) -> bool {
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let key = before.trim_end_matches(|c: char| !c.is_alphanumeric());
    let key = key.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    before.ends_with(JOINTS)
        || after.starts_with(['.', '-', '_', '/'])
        || KEYS.contains(&key.as_str())
}

/// Whether the second of two pictures in one folder is marked as the English one: `menu1.png` and
/// `menu_en.png`.
fn is_picture_of_language(old: &str, new: &str) -> bool {
    let split = |path: &str| -> (String, String) {
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
        (folder.to_owned(), file.to_lowercase())
    };
    let ((folder, was), (other, is)) = (split(old), split(new));
    let has_mark = |name: &str, marks: &[&str]| {
        name.split(|c: char| !c.is_alphanumeric()).any(|part| marks.contains(&part))
    };
    let common = was.chars().zip(is.chars()).take_while(|(was, is)| was == is).count();
    folder == other
        && has_mark(&is, &ENGLISH[..3])
        && !has_mark(&was, &ENGLISH[..3])
        && common >= SAME_BEGINNING
}

/// Whether two pictures have the names of the languages in theirs, and are named alike otherwise:
/// `russiancover.png` and `englishcover.png`.
fn is_named_by_language(old: &str, new: &str) -> bool {
    let named = |text: &str, language: &str| {
        let lower = text.to_lowercase();
        lower.contains(language).then(|| lower.replace(language, ""))
    };
    named(old, "russian").is_some_and(|was| named(new, "english") == Some(was))
}

/// Whether two tags of a template show the same kind of picture, the second the one marked as
/// English; what else they hold in quotation marks is text.
fn is_figure_of_language(old: &str, new: &str) -> bool {
    let (was, is) = (figure(old), figure(new));
    let (Some(was), Some(is)) = (was, is) else { return false };
    without_quoted(old) == without_quoted(new) && is_picture_of_language(was, is)
}

/// The picture that a tag of a template shows.
fn figure(tag: &str) -> Option<&str> {
    const PICTURES: [&str; 6] = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"];
    let is_picture = |part: &&str| PICTURES.iter().any(|ending| part.ends_with(ending));
    quoted(tag).find(is_picture)
}

fn without_quoted(tag: &str) -> Vec<&str> {
    tag.split(['"', '\'']).step_by(2).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_languages() {
        for (was, is) in [
            (
                "{% assign posts = site.posts | where: 'lang', 'ru' %}",
                "{% assign posts = site.posts | where: 'lang', 'en' %}",
            ),
            ("{{ banner('ru') }}", "{{ banner('en') }}"),
            ("{% include ru/head.html %}", "{% include head.html %}"),
            ("{% include note.html %}", "{% include note-en.html %}"),
        ] {
            assert!(is_marked(was, is, |_, _| true), "{was}");
        }
        for (was, is) in [
            ("--8<-- \"setup.ru.txt\"", "--8<-- \"setup.txt\""),
            ("make --lang ru --fast", "make --lang en --fast"),
            ("docs/ru_RU/a.yml", "docs/en_US/a.yml"),
            ("t('ru', 5)", "t('en', 5)"),
        ] {
            assert!(is_marked(was, is, names_language), "{was}");
        }
    }

    #[test]
    fn other_differences_stay() {
        for (was, is) in [
            ("t('en', 5)", "t('ru', 5)"),
            ("t('ru', 5)", "t('en', 6)"),
            ("t('ru', 5)", "t('de', 5)"),
            ("host: ru", "host: en"),
            ("1...15", "1..15"),
            ("a_b", "a-b"),
            ("rule", "enrule"),
            ("setup.txt", "setup.ru.txt"),
        ] {
            assert!(!is_marked(was, is, names_language), "{was}");
        }
        assert!(is_picture_of_language("/img/menu1.png", "/img/menu_en.png"));
        let figure =
            |name: &str, alt: &str| format!("{{{{< figure src=\"/img/{name}\" alt=\"{alt}\" >}}}}");
        let russian = figure("bridge-ru-1.gif", "Мост");
        assert!(is_figure_of_language(&russian, &figure("bridge-span-en.gif", "A bridge")));
        assert!(!is_figure_of_language(&russian, &figure("bridge-span.gif", "A bridge")));
        assert!(!is_figure_of_language(&russian, &figure("ferry-en.gif", "A ferry")));
        assert!(!is_picture_of_language("/img/menu1.png", "/img/menu2.png"));
        assert!(!is_picture_of_language("/img/menu1.png", "/img/login_en.png"));
        assert!(!is_picture_of_language("/img/menu_en.png", "/img/menu2_en.png"));
    }
}
