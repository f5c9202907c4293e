//! Numbers by which a text counts its own steps and chapters: where one is split or left out, those
//! after it are others, and rightly so.

use std::cell::OnceCell;

use crate::{
    checks::pairs::{Pair, Pairs, Passage},
    model::{BlockKind, Document},
    text::quantities::Quantity,
};

/// The numbers that lead the blocks of both texts.
pub(super) struct Numbering<'a> {
    pairs: &'a Pairs<'a>,
    /// The blocks of the original whose number is greater than the one before it.
    counted: OnceCell<Vec<usize>>,
    /// The blocks of the translation with which it counts on.
    counted_on: OnceCell<Vec<usize>>,
}

impl<'a> Numbering<'a> {
    pub(super) const fn of(pairs: &'a Pairs<'a>) -> Self {
        Self { pairs, counted: OnceCell::new(), counted_on: OnceCell::new() }
    }

    /// Whether the two numbers lead the text of either side, and each goes on from the one before it
    /// there: that of the translation is the very next.
    pub(super) fn is_own(&self, pair: &Pair<'_>, was: &Quantity, is: &Quantity) -> bool {
        let leads = |passage: &Passage<'_>, quantity: &Quantity| {
            leading(&passage.block_prose()).is_some_and(|(at, _)| at == quantity.range.start)
        };
        let is_among = |blocks: &OnceCell<Vec<usize>>, document, goes_on, block| {
            let blocks = blocks.get_or_init(|| going_on(document, goes_on));
            blocks.binary_search(&block).is_ok()
        };
        let (source, target) = (&pair.source, &pair.target);
        source.begins_block()
            && target.begins_block()
            && leads(source, was)
            && leads(target, is)
            && is_among(&self.counted_on, self.pairs.target, follows, target.block())
            && is_among(&self.counted, self.pairs.source, increases, source.block())
    }
}

/// The blocks whose leading number goes on from that of the last block that has one.
fn going_on(document: &Document, goes_on: fn(&[u32], &[u32]) -> bool) -> Vec<usize> {
    let blocks = document.blocks.iter().enumerate().filter(|(_, block)| is_led(block.kind));
    let led: Vec<(usize, Vec<u32>)> = blocks
        .filter_map(|(at, block)| Some((at, leading(&document.prose_of(&block.segments))?.1)))
        .collect();
    let goes_on = |pair: &&[(usize, Vec<u32>)]| goes_on(&pair[0].1, &pair[1].1);
    led.windows(2).filter(goes_on).map(|pair| pair[1].0).collect()
}

const fn is_led(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Heading(_) | BlockKind::Paragraph | BlockKind::ListItem)
}

/// Whether a number is greater than another: `1.6` than `1.5`, `2` than `1.5`.
fn increases(before: &[u32], number: &[u32]) -> bool {
    before < number
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
