//! Numbers by value: `130 000` and `130,000`, `1,5` and `1.5` are the same token.

use crate::model::Language;

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
}
