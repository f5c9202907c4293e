//! Roman numerals: of centuries, chapters and kings.

use super::decimal::Decimal;
use crate::model::Language;

/// Letters that make numerals up to 89, with the Cyrillic letter that is typed for X.
const LETTERS: [(char, char); 5] = [('I', 'I'), ('V', 'V'), ('X', 'X'), ('Х', 'X'), ('L', 'L')];

/// Numerals that are mostly something else: sizes, and the English pronoun.
const OTHERS: [&str; 4] = ["XL", "XXL", "L", "LX"];

/// The value of a Roman numeral up to 89; `I` only in Russian, where it is no word.
pub(super) fn roman(text: &str, language: Language) -> Option<Decimal> {
    let latin: Option<String> = text
        .chars()
        .map(|c| LETTERS.iter().find(|(letter, _)| *letter == c).map(|(_, latin)| *latin))
        .collect();
    let latin = latin.filter(|latin| !OTHERS.contains(&latin.as_str()))?;
    if latin == "I" && language == Language::English {
        return None;
    }
    const UNITS: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    const TENS: [&str; 9] = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX"];
    let mut all = (0_u32..).zip(TENS).flat_map(|(tens, before)| {
        (0_u32..).zip(UNITS).map(move |(units, after)| (tens * 10 + units, before, after))
    });
    let is_it = |(before, after)| latin.strip_prefix::<&str>(before) == Some(after);
    let (value, ..) = all.find(|&(value, before, after)| value > 0 && is_it((before, after)))?;
    Some(Decimal::whole(value))
}
