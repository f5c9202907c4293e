//! Digits in a row that are grouped otherwise on the other side: `27-96` and `2796`,
//! `229 62 01` and `229-6201`.

use std::ops::Range;

/// Digits of a run that is compared as a whole, at least: shorter ones agree by chance.
const SHORTEST: usize = 4;

/// The runs of `text` that have an equal in `other`, grouped otherwise.
pub(crate) fn regrouped(text: &str, other: &str) -> Vec<Range<usize>> {
    // Most texts have no digits at all.
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let others = runs(other);
    let is_regrouped = |(range, digits): &(Range<usize>, String)| {
        let written = text.get(range.clone());
        digits.len() >= SHORTEST
            && others.iter().any(|(at, same)| same == digits && other.get(at.clone()) != written)
    };
    runs(text).into_iter().filter(is_regrouped).map(|(range, _)| range).collect()
}

/// Runs of digits with what may group them, and their digits alone.
fn runs(text: &str) -> Vec<(Range<usize>, String)> {
    let mut runs: Vec<(Range<usize>, String)> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        match runs.last_mut() {
            Some((range, digits)) if text.get(range.end..at).is_some_and(groups) => {
                range.end = at + 1;
                digits.push(c);
            }
            _ => runs.push((at..at + 1, c.to_string())),
        }
    }
    runs
}

/// Whether digits may go on after that.
fn groups(gap: &str) -> bool {
    const MARKS: [char; 8] = [' ', '\u{a0}', '\u{2009}', '\u{202f}', '-', '\u{2011}', '(', ')'];
    gap.chars().count() <= 2 && gap.chars().all(|c| MARKS.contains(&c))
}
