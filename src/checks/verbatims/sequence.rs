//! Two sequences of pieces that stand in the same order, paired.

use super::key::Key;

/// Code less alike than this was not made of the other.
const ALIKE: f64 = 0.5;

/// What speaks for a pair besides that stands behind the same sentence: it decides which of many
/// like ones are left out.
const IN_PLACE: f64 = 0.25;

/// Cells of the table that are worth their time.
const MOST_CELLS: usize = 250_000;

/// A piece by what it is compared by, and the pair behind which it stands.
pub(super) type Standing<'k> = (&'k Key, Option<usize>);

/// Which piece of `target` stands in the place of which of `source`, as indices in order: those
/// that agree first of all, then those that are alike (Needleman and Wunsch, “A General Method
/// Applicable to the Search for Similarities in the Amino Acid Sequence of Two Proteins”, 1970,
/// with gaps that cost nothing). Very long sequences are paired only where they have one length.
pub(super) fn paired(source: &[Standing<'_>], target: &[Standing<'_>]) -> Vec<(usize, usize)> {
    if source.len() * target.len() > MOST_CELLS {
        let is_even = source.len() == target.len();
        return (0..source.len()).filter(|_| is_even).map(|at| (at, at)).collect();
    }
    let width = target.len() + 1;
    // The best sum of what is left from a place of either side.
    let mut best = vec![0.0_f64; (source.len() + 1) * width];
    for row in (0..source.len()).rev() {
        for column in (0..target.len()).rev() {
            let both = best[(row + 1) * width + column + 1];
            let weight = weight(source[row].0, target[column].0);
            let place = if source[row].1 == target[column].1 { IN_PLACE } else { 0.0 };
            let with = weight.map_or(0.0, |weight| weight + place + both);
            let without = best[(row + 1) * width + column].max(best[row * width + column + 1]);
            best[row * width + column] = with.max(without);
        }
    }
    let mut pairs = Vec::new();
    let (mut row, mut column) = (0, 0);
    while row < source.len() && column < target.len() {
        let here = best[row * width + column];
        if here <= best[(row + 1) * width + column] {
            row += 1;
        } else if here <= best[row * width + column + 1] {
            column += 1;
        } else {
            pairs.push((row, column));
            (row, column) = (row + 1, column + 1);
        }
    }
    pairs
}

/// How much speaks for a pair; none where nothing does.
fn weight(source: &Key, target: &Key) -> Option<f64> {
    const AGREEING: f64 = 2.0;
    if source.agrees(target) {
        return Some(if source.is_free() { ALIKE } else { AGREEING });
    }
    Some(source.likeness(target)).filter(|likeness| *likeness >= ALIKE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Span, Verbatim, VerbatimKind};

    fn key(code: &str) -> Key {
        let kind = VerbatimKind::Code;
        Key::of(&Verbatim { kind, span: Span::at(0), text: code.to_owned() })
    }

    fn pairs(source: &[&str], target: &[&str]) -> Vec<(usize, usize)> {
        let keys = |codes: &[&str]| codes.iter().map(|code| key(code)).collect::<Vec<_>>();
        let (source, target) = (keys(source), keys(target));
        paired(&standing(&source), &standing(&target))
    }

    fn standing(keys: &[Key]) -> Vec<Standing<'_>> {
        keys.iter().map(|key| (key, None)).collect()
    }

    #[test]
    fn what_is_left_out_moves_nothing_else() {
        assert_eq!(pairs(&["make a", "run b", "stop c"], &["run b", "stop c"]), [(1, 0), (2, 1)]);
        assert_eq!(pairs(&["make a", "port: 80"], &["port: 81"]), [(1, 0)]);
        assert_eq!(pairs(&["make a"], &["куда угодно"]), []);
    }

    #[test]
    fn what_may_be_anything_takes_what_is_left() {
        assert_eq!(
            pairs(&["да", "run b", "нет"], &["yes", "run b", "no"]),
            [(0, 0), (1, 1), (2, 2)]
        );
    }
}
