//! Names for concepts that have none, made of their terms.

/// The letters of the Russian alphabet from а on in Latin ones (BGN/PCGN 1947, without marks), and
/// ё, which stands apart from them in Unicode.
const LATIN: [&str; 32] = [
    "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t",
    "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
];

/// A name of lower-case letters, digits and hyphens: `partial-mobilization` of an English term,
/// `chastichnaya-mobilizatsiya` of a Russian one. Empty where the term has neither letter nor digit.
#[must_use]
pub(super) fn identifier(term: &str) -> String {
    let mut latin = String::with_capacity(term.len());
    for c in term.chars().flat_map(char::to_lowercase) {
        match c {
            'а'..='я' => latin.push_str(LATIN[c as usize - 'а' as usize]),
            'ё' => latin.push('e'),
            c if c.is_alphanumeric() => latin.push(c),
            _ => latin.push(' '),
        }
    }
    latin.split_whitespace().collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::identifier;

    #[test]
    fn either_script_gives_a_name() {
        for (term, expected) in [
            ("St. Petersburg", "st-petersburg"),
            ("Санкт-Петербург", "sankt-peterburg"),
            ("частичная мобилизация", "chastichnaya-mobilizatsiya"),
            ("Объём", "obem"),
            ("…", ""),
        ] {
            assert_eq!(identifier(term), expected, "{term}");
        }
    }
}
