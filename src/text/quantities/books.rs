//! Books of the Bible that are numbered otherwise in Russian: the third of Kings is `1 Kings`.

use super::{Decimal, Quantity, Reading, Token};

/// Gives the numbers before `Царств` and `Цар.` the values that they have in English.
pub(super) fn number_as_in_english(text: &str, found: &mut [Quantity]) {
    for quantity in found {
        let after = text.get(quantity.range.end..).unwrap_or_default();
        let number = text.get(quantity.range.clone()).unwrap_or_default();
        let english = english(number).filter(|_| names_kings(after));
        if let Some(value) = english.and_then(|english| english.parse::<Decimal>().ok()) {
            quantity.readings = vec![Reading::Number(value)];
        }
    }
}

/// Whether a word names books of the Bible of which there are several: `Tim.`, `Corinthians`.
pub(super) fn is_numbered(token: &Token<'_>) -> bool {
    const BOOKS: [&str; 9] =
        ["tim", "cor", "thess", "pet", "john", "kings", "sam", "chron", "macc"];
    token.text.starts_with(char::is_uppercase)
        && BOOKS.iter().any(|book| token.folded.starts_with(book))
}

/// The four books of Kings are two of Samuel and two of Kings.
fn english(number: &str) -> Option<&'static str> {
    match number {
        "3" => Some("1"),
        "4" => Some("2"),
        _ => None,
    }
}

/// Whether the name of the books comes next, with a capital: `3 Цар 10`, `3-я Царств`.
fn names_kings(after: &str) -> bool {
    let ordinal = |rest: &str| {
        let ending = rest.strip_prefix('-').unwrap_or(rest);
        ending.trim_start_matches(|c: char| c.is_lowercase()).to_owned()
    };
    let rest = ordinal(after);
    let Some(name) = rest.trim_start().strip_prefix("Цар") else { return false };
    let ending: String = name.chars().take_while(|c| c.is_alphabetic()).collect();
    matches!(ending.as_str(), "" | "ств")
}

#[cfg(test)]
mod tests {
    use super::super::quantities;
    use crate::model::Language;

    #[test]
    fn the_third_book_is_the_first_of_kings() {
        for (russian, english, is_same) in [
            ("3 Цар 10", "1 Kings 10", true),
            ("4 Царств 2", "2 Kings 2", true),
            ("3 Цар 10", "3 Kings 10", false),
            ("3 царя", "1 king", false),
        ] {
            let (one, two) =
                (quantities(russian, Language::Russian), quantities(english, Language::English));
            assert_eq!(one[0].agrees(&two[0]), is_same, "{russian}");
        }
    }
}
