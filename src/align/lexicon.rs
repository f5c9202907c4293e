//! The bundled Russian–English lexicon, indexed by stem.
//!
//! The table is data that anyone can read and extend: `src/lexicon/ru-en/*.tsv`, a Russian lemma
//! and its English equivalents a line, the most usual first. The build script makes of it a text
//! of all stems and an index of numbers, so that a run opens it at once (`build.rs` says how it is
//! written).

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// All stems, one after the other.
const STEMS: &str = include_str!(concat!(env!("OUT_DIR"), "/lexicon.txt"));

/// Numbers of four bytes: two hash tables and the entries that they lead to.
const INDEX: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.index"));

/// The English names of the table, sorted, a word a line.
const NAMES: &str = include_str!(concat!(env!("OUT_DIR"), "/names.txt"));

/// Whether a folded English word stands in the table as a name and as nothing else.
pub(super) fn is_name(word: &str) -> bool {
    static ALL: LazyLock<FxHashSet<&str>> = LazyLock::new(|| NAMES.lines().collect());
    ALL.contains(word)
}

/// What one side of an entry says of the other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Weight {
    /// P(English stem | Russian stem): falls with the rank among the equivalents.
    pub(super) forward: f32,
    /// P(Russian stem | English stem): falls with the number of Russian words the English serves.
    pub(super) backward: f32,
}

/// The table by stems.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lexicon;

/// The English stems of a Russian one, with their weights.
#[derive(Debug, Clone)]
pub(super) struct Equivalents {
    next: usize,
    left: u32,
}

impl Lexicon {
    /// The table that comes with Sverka.
    pub(super) const fn bundled() -> Self {
        Self
    }

    /// The English stems of a Russian stem; `None` where the table has no entry.
    pub(super) fn english_of(self, russian_stem: &str) -> Option<Equivalents> {
        let entry = find(HEAD, number(0), russian_stem)?;
        Some(Equivalents { next: entry + STEM + 1, left: number(entry + STEM) })
    }

    /// Whether the English stem stands anywhere in the table.
    pub(super) fn has_english(self, stem: &str) -> bool {
        find(HEAD + number(0) as usize, number(1), stem).is_some()
    }
}

impl Iterator for Equivalents {
    type Item = (&'static str, Weight);

    fn next(&mut self) -> Option<Self::Item> {
        self.left = self.left.checked_sub(1)?;
        let at = self.next;
        self.next += STEM + 2;
        let weight = |at| f32::from_bits(number(at));
        let (forward, backward) = (weight(at + STEM), weight(at + STEM + 1));
        Some((stem(at), Weight { forward, backward }))
    }
}

/// Numbers before the hash tables: how many places either has.
const HEAD: usize = 2;

/// Numbers that a stem takes: where it begins in the text of all, and where it ends.
const STEM: usize = 2;

/// The entry of `key` in the hash table of so many places that begins at `table`.
fn find(table: usize, places: u32, key: &str) -> Option<usize> {
    let first = hash(key);
    let probes = (0..places).map(|step| first.wrapping_add(step) & (places - 1));
    let entries = probes.map(|place| number(table + place as usize) as usize);
    entries.take_while(|&entry| entry > 0).find(|&entry| stem(entry) == key)
}

/// FNV-1a, which the build script knows, too.
fn hash(key: &str) -> u32 {
    key.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

fn stem(at: usize) -> &'static str {
    STEMS.get(number(at) as usize..number(at + 1) as usize).unwrap_or_default()
}

fn number(at: usize) -> u32 {
    let bytes = INDEX.get(at * 4..at * 4 + 4).and_then(|bytes| bytes.try_into().ok());
    bytes.map_or(0, u32::from_le_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::stem;

    #[test]
    fn entries_are_found_by_their_stems() {
        let english = |word| {
            let entries = Lexicon::bundled().english_of(&stem::russian(word));
            entries.map(|entries| entries.map(|(stem, _)| stem).collect::<Vec<_>>())
        };
        assert!(english("собака").is_some_and(|stems| stems.contains(&"dog")));
        assert!(english("дом").is_some_and(|stems| stems.contains(&"hous")));
        assert_eq!(english("абырвалг"), None);
        assert!(Lexicon::bundled().has_english("hous"));
        assert!(!Lexicon::bundled().has_english("hovercraftless"));
    }

    #[test]
    fn names_are_told_from_words() {
        assert!(is_name("gregory") && is_name("friday"));
        assert!(!is_name("rose") && !is_name("table") && !is_name("abyrvalg"));
    }

    #[test]
    fn weights_are_shares() {
        let entries = Lexicon::bundled().english_of(&stem::russian("дом")).unwrap();
        let sum: f32 = entries.clone().map(|(_, weight)| weight.forward).sum();
        assert!(sum <= 1.0 + 1e-3);
        assert!(entries.into_iter().all(|(_, weight)| weight.backward > 0.0));
    }
}
