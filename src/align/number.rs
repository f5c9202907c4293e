//! Numbers by value: `130 000` and `130,000`, `1,5` and `1.5` are the same token.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::stem;
use crate::model::Language;

/// Numbers that are as often written in words, with their English words.
const IN_WORDS: [(&str, &str); 28] = [
    ("0", "zero"),
    ("2", "two"),
    ("3", "three"),
    ("4", "four"),
    ("5", "five"),
    ("6", "six"),
    ("7", "seven"),
    ("8", "eight"),
    ("9", "nine"),
    ("10", "ten"),
    ("11", "eleven"),
    ("12", "twelve"),
    ("13", "thirteen"),
    ("14", "fourteen"),
    ("15", "fifteen"),
    ("16", "sixteen"),
    ("17", "seventeen"),
    ("18", "eighteen"),
    ("19", "nineteen"),
    ("20", "twenty"),
    ("30", "thirty"),
    ("40", "forty"),
    ("50", "fifty"),
    ("60", "sixty"),
    ("70", "seventy"),
    ("80", "eighty"),
    ("90", "ninety"),
    ("100", "hundred"),
];

/// The English word for a value.
pub(super) fn word(value: &str) -> Option<&'static str> {
    IN_WORDS.iter().find(|(digits, _)| *digits == value).map(|(_, word)| *word)
}

/// The value of the English word with this stem.
pub(super) fn value_of(stem: &str) -> Option<&'static str> {
    static VALUES: OnceLock<FxHashMap<String, &str>> = OnceLock::new();
    let by_stem = || IN_WORDS.iter().map(|(digits, word)| (stem::english(word), *digits)).collect();
    VALUES.get_or_init(by_stem).get(stem).copied()
}

/// Whether `next`, which stands `between` the end of a number and itself, goes on with it:
/// Russian groups thousands by spaces.
pub(super) fn continues(number: &str, between: &str, next: &str) -> bool {
    let is_space = matches!(between, " " | "\u{a0}" | "\u{2009}" | "\u{202f}");
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    is_space
        && next.len() == 3
        && is_digits(next)
        && is_digits(number)
        && (1..=12).contains(&number.len())
        && number.len() != 4
}

/// How many noughts a word puts behind the number before it: `200 тыс.`, `1.5 million`.
const NOUGHTS: [(&str, usize); 16] = [
    ("тыс", 3),
    ("тысяча", 3),
    ("тысячи", 3),
    ("тысяч", 3),
    ("млн", 6),
    ("миллион*", 6),
    ("млрд", 9),
    ("миллиард*", 9),
    ("трлн", 12),
    ("триллион*", 12),
    ("thousand*", 3),
    ("million*", 6),
    ("mln", 6),
    ("billion*", 9),
    ("bn", 9),
    ("trillion*", 12),
];

/// The value that a number has with the word after it; nothing where that is no power of ten.
pub(super) fn scaled(value: &str, word: &str) -> Option<String> {
    let is_named = |entry: &str| match entry.strip_suffix('*') {
        Some(beginning) => word.starts_with(beginning),
        None => word == entry,
    };
    let (_, noughts) = NOUGHTS.iter().find(|(entry, _)| is_named(entry))?;
    let (whole, decimals) = value.split_once('.').unwrap_or((value, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let rest = noughts.checked_sub(decimals.len())?;
    let digits = format!("{whole}{decimals}{}", "0".repeat(rest));
    is_digits(&digits).then(|| digits.trim_start_matches('0').to_owned())
}

/// Whether a folded word may be the first of two that say one number.
pub(super) fn may_go_on(first: &str) -> bool {
    HALVES.contains(&first)
        || first.starts_with(|c: char| c.is_ascii_lowercase()) && teen(first).is_some()
}

/// Half more than one.
const HALVES: [&str; 3] = ["полтора", "полторы", "полутора"];

/// The digits of a number from eleven to nineteen.
fn teen(word: &str) -> Option<&'static str> {
    // How `eleven` to `nineteen` end, and hardly any other word.
    if !word.ends_with("en") && word != "twelve" {
        return None;
    }
    let is_teen = |digits: &str| digits.len() == 2 && digits.starts_with('1') && digits != "10";
    let mut all = IN_WORDS.iter().filter(|(digits, _)| is_teen(digits));
    all.find(|(_, own)| *own == word).map(|(digits, _)| *digits)
}

/// The value of two words that say one number, neither of which says it alone: `полторы тысячи`,
/// `fifteen hundred`. Both are folded.
pub(super) fn in_two_words(first: &str, second: &str) -> Option<String> {
    if HALVES.contains(&first) {
        let scale = if second.starts_with("сотн") { Some("150".to_owned()) } else { None };
        return scale.or_else(|| scaled("1.5", second));
    }
    let digits = teen(first).filter(|_| second == "hundred")?;
    Some(format!("{digits}00"))
}

/// The value of a run that begins with a digit, in a form of its own: thousands ungrouped, a point
/// before decimals. What follows the digits (`45-летний`, `21st`) does not count.
pub(super) fn value(folded: &str, language: Language) -> String {
    let end = folded
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
        .unwrap_or(folded.len());
    let digits = folded[..end].trim_end_matches(['.', ',']);
    let thousands = if language == Language::Russian { '.' } else { ',' };
    let plain = if is_grouped(digits, thousands) {
        digits.replace(thousands, "")
    } else {
        digits.to_owned()
    };
    plain.replace(',', ".")
}

/// `130,000`: a first group of up to three digits, then groups of three.
fn is_grouped(digits: &str, separator: char) -> bool {
    let mut groups = digits.split(separator);
    let first = groups.next().map_or(0, str::len);
    let rest: Vec<&str> = groups.collect();
    (1..=3).contains(&first) && !rest.is_empty() && rest.iter().all(|group| group.len() == 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_agree_across_languages() {
        for (russian, english) in [
            ("130000", "130,000"),
            ("1,5", "1.5"),
            ("1.250.000", "1,250,000"),
            ("45-летний", "45-year-old"),
            ("2022", "2022"),
        ] {
            assert_eq!(value(russian, Language::Russian), value(english, Language::English));
        }
        assert!(continues("130", "\u{a0}", "000") && !continues("2022", " ", "500"));
    }

    #[test]
    fn two_words_may_say_one_number() {
        for (first, second, value) in [
            ("полторы", "тысячи", Some("1500")),
            ("полутора", "миллионов", Some("1500000")),
            ("полторы", "сотни", Some("150")),
            ("fifteen", "hundred", Some("1500")),
            ("полтора", "часа", None),
            ("five", "hundred", None),
            ("fifteen", "people", None),
        ] {
            assert_eq!(in_two_words(first, second).as_deref(), value, "{first} {second}");
        }
    }

    #[test]
    fn a_number_and_its_power_of_ten_are_one_value() {
        for (value, word, scaled) in [
            ("200", "тыс", Some("200000")),
            ("1.5", "миллиона", Some("1500000")),
            ("0.5", "billion", Some("500000000")),
            ("1.2.3", "million", None),
            ("3", "тысячелетия", None),
            ("12", "people", None),
        ] {
            assert_eq!(super::scaled(value, word).as_deref(), scaled, "{value} {word}");
        }
    }

    #[test]
    fn words_stand_for_digits() {
        assert_eq!(word("40"), Some("forty"));
        assert_eq!(value_of(&stem::english("forty")), Some("40"));
        assert_eq!((word("41"), value_of("fort")), (None, None));
    }
}
