//! Notices of a translation about itself: `This text is a translation; the original, in Russian, is
//! here`, `This page was translated by machine`. The other side needs none.

use std::ops::Range;

use crate::model::Document;

/// Beginnings of words by which a notice speaks of the translation, of its original, of the
/// languages, and of the text that it is.
const TRANSLATION: [&str; 4] = ["перевод", "перевед", "переведён", "translat"];
const ORIGINAL: [&str; 5] = ["оригинал", "первоисточник", "каноничес", "original", "canonical"];
const LANGUAGES: [&str; 6] =
    ["английск", "русск", "англоязычн", "русскоязычн", "english", "russian"];
const TEXTS: [&str; 14] = [
    "текст",
    "документ",
    "страниц",
    "стать",
    "верси",
    "запис",
    "файл",
    "text",
    "document",
    "page",
    "article",
    "version",
    "file",
    "record",
];

/// By which it speaks of how the translation was made, and of what that may have spoilt.
const MADE: [&str; 12] = [
    "машинн",
    "автоматич",
    "нейросет",
    "ошибк",
    "неточност",
    "любительск",
    "machine",
    "automatic",
    "automated",
    "errors",
    "mistakes",
    "inaccurac",
];

/// Segments at the beginning of a document, and at its end, among which a notice stands.
const FIRST: usize = 12;
const LAST: usize = 5;

/// Words of a notice, at most.
const LONGEST: usize = 60;

/// Whether some segments are such a notice: where one stands they name the original, and two of the
/// others, or say how the translation was made.
pub(super) fn is_notice(document: &Document, segments: &Range<usize>) -> bool {
    let is_at_edge = segments.start < FIRST || segments.end + LAST > document.segments.len();
    let text = document.prose_of(segments).to_lowercase();
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    let names = |beginnings: &[&str]| {
        words.iter().any(|word| beginnings.iter().any(|beginning| word.starts_with(beginning)))
    };
    let others = [&TRANSLATION[..], &LANGUAGES[..], &TEXTS[..]];
    let leads_to_original =
        names(&ORIGINAL) && others.iter().filter(|others| names(others)).count() > 1;
    let warns = names(&TRANSLATION) && names(&MADE) && (names(&TEXTS) || names(&LANGUAGES));
    is_at_edge && text.split_whitespace().count() <= LONGEST && (leads_to_original || warns)
}
