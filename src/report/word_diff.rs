//! How a text changed, word by word, as a reader sees it.

use similar::{Algorithm, ChangeTag, DiffableStr, capture_diff_slices};

/// What became of a stretch of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Kept,
    Deleted,
    Inserted,
}

/// The stretches from `old` to `new` in reading order; neighbours differ in their fate.
pub(super) fn word_diff(old: &str, new: &str) -> Vec<(Fate, String)> {
    let (old, new) = (old.tokenize_unicode_words(), new.tokenize_unicode_words());
    let operations = capture_diff_slices(Algorithm::Patience, &old, &new);
    let changes = operations.iter().flat_map(|operation| operation.iter_changes(&old, &new));
    let mut parts: Vec<(Fate, String)> = Vec::new();
    for change in changes {
        let fate = match change.tag() {
            ChangeTag::Equal => Fate::Kept,
            ChangeTag::Delete => Fate::Deleted,
            ChangeTag::Insert => Fate::Inserted,
        };
        match parts.last_mut() {
            Some((last, text)) if *last == fate => text.push_str(change.value()),
            _ => parts.push((fate, change.value().to_owned())),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_changed_words_are_marked() {
        use Fate::{Deleted, Inserted, Kept};
        let parts = word_diff("Она пришла в семь часов.", "Она пришла в восемь часов.");
        let parts: Vec<(Fate, &str)> =
            parts.iter().map(|(fate, text)| (*fate, text.as_str())).collect();
        assert_eq!(
            parts,
            [(Kept, "Она пришла в "), (Deleted, "семь"), (Inserted, "восемь"), (Kept, " часов.")]
        );
    }
}
