//! Notices of a translation about itself: `This text is a translation; the original, in Russian, is
//! here`, `This page was translated by machine`. The other side needs none.

use std::ops::Range;

use crate::model::{BlockKind, Document, Language};

/// Beginnings of words by which a notice speaks of the translation, of its original, of the
/// languages, and of the text that it is.
const TRANSLATION: [&str; 5] = ["перевод", "перевед", "переведён", "языков", "translat"];
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

/// By which it names a machine, and itself.
const MACHINES: [&str; 9] = [
    "машинн",
    "нейросет",
    "искусственн",
    "chatgpt",
    "gpt",
    "deepl",
    "llm",
    "machine",
    "artificial",
];
const ITSELF: [&str; 9] =
    ["этот", "эта", "это", "данный", "данная", "данное", "настоящ", "this", "present"];

/// Segments at the beginning of a document, and at its end, among which a notice stands.
const FIRST: usize = 12;
const LAST: usize = 5;

/// Words of a notice, at most.
const LONGEST: usize = 60;

/// What an entry of a list says of a thing that there is in one language alone.
const IN_RUSSIAN: [&str; 6] =
    ["на русском", "русскоязычн", "по-русски", "для русскоговорящ", "только на рус", "🇷🇺"];
const IN_ENGLISH: [&str; 5] =
    ["in english", "english-language", "english-speaking", "english only", "english-only"];

/// Words of such an entry, at most.
const LONGEST_ENTRY: usize = 25;

/// Whether some segments are an entry of a list, or a cell, that names something as being in the
/// language of its document: a channel, a talk, a book. The other language may do without.
pub(super) fn is_of_one_language(document: &Document, segments: &Range<usize>) -> bool {
    let marks: &[&str] = match document.language {
        Language::Russian => &IN_RUSSIAN,
        Language::English => &IN_ENGLISH,
    };
    let Some(first) = document.segments.get(segments.start) else { return false };
    let is_entry = document
        .blocks
        .get(first.block)
        .is_some_and(|block| matches!(block.kind, BlockKind::ListItem | BlockKind::TableCell));
    let text = document.prose_of(segments).to_lowercase();
    is_entry
        && text.split_whitespace().count() <= LONGEST_ENTRY
        && marks.iter().any(|mark| text.contains(mark))
}

/// Whether a document is meant for the readers of its own language: it offers work, or says that
/// something is not in theirs.
pub(super) fn is_for_own_readers(document: &Document) -> bool {
    const VACANCIES: [&str; 4] = ["вакансия", "вакансии", "мы ищем", "vacancy"];
    const ABROAD: [&str; 3] = ["in russian", "russian-only", "russian only"];
    let first = document.segments.iter().take(FIRST);
    let texts: Vec<String> = first.map(|segment| segment.text.to_lowercase()).collect();
    let offers = texts.first().is_some_and(|title| {
        VACANCIES.iter().any(|beginning| title.trim_start().starts_with(beginning))
    });
    let is_short = document.segments.len() <= FIRST;
    let speaks = texts.iter().any(|text| ABROAD.iter().any(|mark| text.contains(mark)));
    offers || document.language == Language::English && is_short && speaks
}

/// Whether a text says who translated it: «Перевод: Иван Орлов», “Translated by Anna Orlova”.
fn is_credit(text: &str) -> bool {
    const CREDITS: [&str; 7] =
        ["перевод", "перевела", "перевел", "перевёл", "перевели", "translated by", "translation"];
    let bare = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let lower = bare.to_lowercase();
    let names = bare.split_whitespace().skip(1).filter(|word| {
        word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase)
    });
    CREDITS.iter().any(|credit| lower.starts_with(credit))
        && text.split_whitespace().count() <= LONGEST_CREDIT
        && names.count() > 1
}

/// Words of a line that says who translated, at most.
const LONGEST_CREDIT: usize = 15;

/// Whether some segments are such a notice: where one stands they name the original, and two of the
/// others, or say how the translation was made, or that this one is a machine's.
pub(super) fn is_notice(document: &Document, segments: &Range<usize>) -> bool {
    let is_at_edge = segments.start < FIRST || segments.end + LAST > document.segments.len();
    let prose = document.prose_of(segments);
    let text = prose.to_lowercase();
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    let names = |beginnings: &[&str]| {
        words.iter().any(|word| beginnings.iter().any(|beginning| word.starts_with(beginning)))
    };
    let others = [&TRANSLATION[..], &LANGUAGES[..], &TEXTS[..]];
    let leads_to_original =
        names(&ORIGINAL) && others.iter().filter(|others| names(others)).count() > 1;
    let warns = names(&TRANSLATION) && names(&MADE) && (names(&TEXTS) || names(&LANGUAGES));
    let names_machine = names(&TRANSLATION) && names(&MACHINES) && names(&ITSELF);
    let is_told = leads_to_original || warns || names_machine || is_credit(&prose);
    is_at_edge && text.split_whitespace().count() <= LONGEST && is_told
}
