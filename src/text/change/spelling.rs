//! Telling a mended typo from another word.

use strsim::osa_distance;

/// Shorter words are too close to other words.
const SHORTEST: usize = 5;

/// Letters at the end in which Russian and English inflect by exchanging letters; a difference
/// there may be one of meaning.
const ENDING: usize = 2;

/// Whether `old` and `new` are the same words but for one, which differs by a slip of the pen: one
/// letter or two letters swapped, neither at its beginning nor in its ending.
pub(super) fn is_mended(old: &[&str], new: &[&str]) -> bool {
    if old.len() != new.len() {
        return false;
    }
    let mut differing = old.iter().zip(new).filter(|(old, new)| old != new);
    match (differing.next(), differing.next()) {
        (Some((old, new)), None) => is_slip(old, new),
        _ => false,
    }
}

fn is_slip(old: &str, new: &str) -> bool {
    let (before, after): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
    let ending = if before.len() == after.len() { ENDING } else { 1 };
    before.len().min(after.len()) >= SHORTEST
        && before.first() == after.first()
        && before[before.len() - ending..] == after[after.len() - ending..]
        && osa_distance(old, new) == 1
}
