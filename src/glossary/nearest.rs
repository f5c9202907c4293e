//! What a translator may have meant by an approved rendering that is not there.

use std::ops::Range;

use strsim::normalized_damerau_levenshtein;

use crate::text::{
    normalize::fold,
    words::{Word, words},
};

/// How alike what is found must be, from 0 to 1 (normalised Damerau–Levenshtein).
const ALIKE: f64 = 0.65;

/// Many short words differ by a letter or two and have nothing to do with one another.
const SHORT: usize = 6;
const ALIKE_IF_SHORT: f64 = 0.8;

/// How alike it must be where it shares a whole word of four letters or more.
const ALIKE_WITH_WORD: f64 = 0.5;

/// A word that two phrases may share by chance is shorter.
const TELLING: usize = 4;

/// The run of words of `text` most like one of `expected`, as bytes; the first of equals.
pub(super) fn nearest(expected: &[&str], text: &str) -> Option<Range<usize>> {
    let found: Vec<Word<'_>> = words(text).collect();
    let mut best: Option<(f64, Range<usize>)> = None;
    for expected in expected {
        let wanted = fold(expected);
        let count = words(expected).count();
        for length in count.saturating_sub(1).max(1)..=count + 1 {
            for run in found.windows(length) {
                let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
                let range = first.start..last.range().end;
                let alike = alike(&wanted, &fold(&text[range.clone()]));
                if best.as_ref().is_none_or(|(best, _)| alike > *best) && alike > 0.0 {
                    best = Some((alike, range));
                }
            }
        }
    }
    best.map(|(_, range)| range)
}

/// How alike two folded phrases are; 0 where not enough.
fn alike(wanted: &str, found: &str) -> f64 {
    let alike = normalized_damerau_levenshtein(wanted, found);
    let shares = || {
        wanted.contains(' ')
            && wanted
                .split_whitespace()
                .any(|word| word.len() >= TELLING && found.split_whitespace().any(|f| f == word))
    };
    let is_short = wanted.chars().count() < SHORT;
    let enough = alike >= if is_short { ALIKE_IF_SHORT } else { ALIKE }
        || (alike >= ALIKE_WITH_WORD && shares());
    if enough { alike } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_phrase_is_found() {
        for (expected, text, near) in [
            ("St. Petersburg", "He left Saint Petersburg in May.", Some("Saint Petersburg")),
            ("Khabarovsk Territory", "the Khabarovsk Region", Some("Khabarovsk Region")),
            ("Zelensky", "President Zelenskiy said", Some("Zelenskiy")),
            ("mobilization", "They left at once.", None),
            ("kid", "They did it.", None),
        ] {
            assert_eq!(nearest(&[expected], text).map(|range| &text[range]), near, "{text}");
        }
    }
}
