//! Names of months and of the days of the week.

use super::Reading;
use crate::model::Language;

/// Stems of the months with the endings that make a noun of them, in order of the year; `март` and
/// `май` have endings of other words' shape and are exact.
const RUSSIAN_MONTHS: [(&str, &[&str]); 12] = [
    ("январ", &["ь", "я", "ю", "ем", "е"]),
    ("феврал", &["ь", "я", "ю", "ем", "е"]),
    ("март", &["", "а", "у", "ом", "е"]),
    ("апрел", &["ь", "я", "ю", "ем", "е"]),
    ("ма", &["й", "я", "ю", "ем", "е"]),
    ("июн", &["ь", "я", "ю", "ем", "е"]),
    ("июл", &["ь", "я", "ю", "ем", "е"]),
    ("август", &["", "а", "у", "ом", "е"]),
    ("сентябр", &["ь", "я", "ю", "ем", "е"]),
    ("октябр", &["ь", "я", "ю", "ем", "е"]),
    ("ноябр", &["ь", "я", "ю", "ем", "е"]),
    ("декабр", &["ь", "я", "ю", "ем", "е"]),
];

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const RUSSIAN_DAYS: [&str; 7] =
    ["понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень"];

/// Endings of the days; `среда` is also what surrounds us, and in these forms less often.
const DAY_ENDINGS: [&str; 14] =
    ["", "а", "у", "ом", "е", "и", "ы", "ой", "ам", "ами", "ах", "я", "ю", "ем"];

const ENGLISH_DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The month, from 1, that `word` names. An English one begins with a capital.
pub(super) fn month(word: &str, folded: &str, language: Language) -> Option<u8> {
    let at = match language {
        Language::Russian => RUSSIAN_MONTHS.iter().position(|(stem, endings)| {
            folded.strip_prefix(stem).is_some_and(|ending| endings.contains(&ending))
        }),
        Language::English => ENGLISH_MONTHS.iter().position(|month| is_month(word, month)),
    };
    at.map(|at| at as u8 + 1)
}

/// Short forms of the months beside a number, in order of the year.
const SHORT_RUSSIAN: [&[&str]; 12] = [
    &["янв"],
    &["фев", "февр"],
    &["мар"],
    &["апр"],
    &[],
    &["июн"],
    &["июл"],
    &["авг"],
    &["сен", "сент"],
    &["окт"],
    &["ноя", "нояб"],
    &["дек"],
];

const SHORT_ENGLISH: [&[&str]; 12] = [
    &["jan"],
    &["feb"],
    &["mar"],
    &["apr"],
    &[],
    &["jun"],
    &["jul"],
    &["aug"],
    &["sep", "sept"],
    &["oct"],
    &["nov"],
    &["dec"],
];

/// The month, from 1, that the short form `folded` names.
pub(super) fn short_month(folded: &str, language: Language) -> Option<u8> {
    let months = match language {
        Language::Russian => &SHORT_RUSSIAN,
        Language::English => &SHORT_ENGLISH,
    };
    let at = months.iter().position(|forms| forms.contains(&folded))?;
    Some(at as u8 + 1)
}

/// Beginnings of adjectives made of the months, in order of the year: `ноябрьские выборы`.
const MONTH_ADJECTIVES: [&str; 12] = [
    "январск",
    "февральск",
    "мартовск",
    "апрельск",
    "майск",
    "июньск",
    "июльск",
    "августовск",
    "сентябрьск",
    "октябрьск",
    "ноябрьск",
    "декабрьск",
];

/// Those made of the days of the week.
const DAY_ADJECTIVES: [&str; 7] =
    ["понедельничн", "вторничн", "средов", "четвергов", "пятничн", "субботн", "воскресн"];

/// The month or the day, both from 1, that a Russian adjective is made of. It may be part of a name
/// (`Октябрьский проспект`).
pub(super) fn adjective(folded: &str) -> Option<Reading> {
    let number = |stems: &[&str]| {
        let at = stems.iter().position(|stem| folded.starts_with(stem))?;
        Some(at as u8 + 1)
    };
    number(&MONTH_ADJECTIVES)
        .map(Reading::Month)
        .or_else(|| number(&DAY_ADJECTIVES).map(Reading::Weekday))
}

/// `September`, `Sept`, `Sep`; no short form of May, and none as long as another word.
fn is_month(word: &str, month: &str) -> bool {
    let is_short = (3..=4).contains(&word.len()) && month.len() > 4 && month.starts_with(word);
    word == month || (is_short && !matches!(word, "Mar" | "Marc" | "Apri" | "Augu" | "Octo"))
}

/// The day of the week, from 1 for Monday, that `word` names.
pub(super) fn weekday(word: &str, folded: &str, language: Language) -> Option<u8> {
    let at = match language {
        Language::Russian => RUSSIAN_DAYS.iter().position(|stem| {
            folded.strip_prefix(stem).is_some_and(|ending| DAY_ENDINGS.contains(&ending))
        }),
        Language::English => {
            let day = word.trim_end_matches("'s").trim_end_matches("’s").trim_end_matches('s');
            ENGLISH_DAYS.iter().position(|name| *name == day)
        }
    };
    at.map(|at| at as u8 + 1)
}
