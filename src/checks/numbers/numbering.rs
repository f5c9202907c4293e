//! Numbers by which a text counts its own steps and chapters: where one is split or left out, those
//! after it are others, and rightly so.

use std::cell::OnceCell;

use crate::{
    checks::pairs::Pairs,
    text::quantities::{Quantity, matched},
};

/// The numbers that lead the blocks of the translation.
pub(super) struct Numbering<'a> {
    pairs: &'a Pairs<'a>,
    /// The pairs with which the translation counts on, by their places in the file.
    counted: OnceCell<Vec<usize>>,
}

impl<'a> Numbering<'a> {
    pub(super) const fn of(pairs: &'a Pairs<'a>) -> Self {
        Self { pairs, counted: OnceCell::new() }
    }

    /// Whether nothing differs but the numbers that lead the text of either side, and the one of the
    /// translation follows from the one before it there.
    pub(super) fn is_own(&self, place: usize, source: &[Quantity], target: &[Quantity]) -> bool {
        let Some(pair) = self.pairs.all.get(place) else { return false };
        let leads = |text: &str, quantity: &Quantity| {
            leading(text).is_some_and(|(at, _)| at == quantity.range.start)
        };
        let (Some((was, source)), Some((is, target))) =
            (source.split_first(), target.split_first())
        else {
            return false;
        };
        leads(&pair.source.text, was)
            && leads(&pair.target.text, is)
            && !was.agrees(is)
            && source.len() == target.len()
            && self.counted.get_or_init(|| counted_on(self.pairs)).binary_search(&place).is_ok()
            && matched(source, target).iter().all(Option::is_some)
    }
}

/// The pairs whose leading number of the translation is the next after that of the pair before.
fn counted_on(pairs: &Pairs<'_>) -> Vec<usize> {
    let led = pairs.all.iter().enumerate().filter(|(_, pair)| pair.target.begins_block());
    let led: Vec<(usize, Vec<u32>)> =
        led.filter_map(|(place, pair)| Some((place, leading(&pair.target.text)?.1))).collect();
    let is_next = |pair: &&[(usize, Vec<u32>)]| follows(&pair[0].1, &pair[1].1);
    led.windows(2).filter(is_next).map(|pair| pair[1].0).collect()
}

/// Whether a number counts on from another: `1.6` from `1.5`, `2` from `1.5`, `1.1` from `1`.
fn follows(before: &[u32], number: &[u32]) -> bool {
    let Some((last, above)) = number.split_last() else { return false };
    let same = before.get(..above.len()) == Some(above);
    let counted = before.get(above.len());
    same && counted.map_or(*last == 1, |counted| counted + 1 == *last)
}

/// The number that leads a text, by itself or behind a word (`Step 3.`), and where it stands.
fn leading(text: &str) -> Option<(usize, Vec<u32>)> {
    let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
    let is_word = word.chars().all(char::is_alphabetic);
    let (at, rest) = if is_word { (word.len() + 1, rest) } else { (0, text) };
    let length = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
    let number = rest[..length].trim_end_matches('.');
    let ends =
        length == rest.len() || number.len() < length || rest[length..].starts_with([':', ')']);
    let parts: Option<Vec<u32>> = number.split('.').map(|part| part.parse().ok()).collect();
    // A cell that is a number is what a table says.
    let is_all = at == 0 && rest[length..].trim().is_empty();
    parts.filter(|_| ends && !is_all).map(|parts| (at, parts))
}

#[cfg(test)]
mod tests {
    use super::{follows, leading};

    #[test]
    fn a_number_that_leads_is_read() {
        for (text, expected) in [
            ("Step 3. Connect the camera.", Some((5, vec![3]))),
            ("1.5. В этом же узле", Some((0, vec![1, 5]))),
            ("Глава 12", Some((11, vec![12]))),
            ("5 человек", None),
            ("8", None),
            ("We have 3.", None),
            ("", None),
        ] {
            assert_eq!(leading(text), expected, "{text}");
        }
    }

    #[test]
    fn numbers_count_on() {
        for (before, number, expected) in [
            (&[1, 5][..], &[1, 6][..], true),
            (&[1, 5], &[2], true),
            (&[1], &[1, 1], true),
            (&[1, 5], &[1, 5], false),
            (&[2], &[4], false),
        ] {
            assert_eq!(follows(before, number), expected, "{before:?} {number:?}");
        }
    }
}
