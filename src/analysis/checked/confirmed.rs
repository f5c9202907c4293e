//! Which entries of the ledger are about a pair.
//!
//! An entry is about a document when one of its texts may stand there. That is told by how texts
//! begin: a few numbers a document, which are kept, tell it without reading the document again.

use std::hash::{Hash as _, Hasher};

use rustc_hash::{FxHashSet, FxHasher};

use super::digest::{Digest, Hash};
use crate::{
    ledger::{self, Ledger},
    model::Document,
};

/// Characters of the key of a text that tell it: sentences of one mould begin alike.
const TELLING: usize = 64;

/// Neighbouring segments that an entry may be about, at most.
const LONGEST_GROUP: usize = 6;

/// How the texts of a pair begin, both sides in one.
pub(super) fn beginnings(documents: [Option<&Document>; 2]) -> Vec<u32> {
    let mut all: Vec<u32> = documents.into_iter().flatten().flat_map(of_document).collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn of_document(document: &Document) -> Vec<u32> {
    let mut found = Vec::new();
    let keys: Vec<String> =
        document.segments.iter().map(|segment| ledger::key(&segment.text)).collect();
    for start in 0..keys.len() {
        let mut beginning = Beginning::default();
        for next in keys.iter().skip(start).take(LONGEST_GROUP) {
            beginning.add(next);
            found.push(beginning.hash());
            if beginning.length == TELLING {
                break;
            }
        }
    }
    found
}

fn beginning(key: &str) -> u32 {
    let mut beginning = Beginning::default();
    beginning.add(key);
    beginning.hash()
}

/// How a text begins, as it is put together of its parts.
#[derive(Default)]
struct Beginning {
    hasher: FxHasher,
    /// How many characters it has.
    length: usize,
}

impl Beginning {
    /// Adds the key of a part, a space before it.
    fn add(&mut self, key: &str) {
        let is_apart = self.length > 0 && !key.is_empty();
        let parts = is_apart.then_some(' ').into_iter().chain(key.chars());
        for c in parts.take(TELLING - self.length) {
            c.hash(&mut self.hasher);
            self.length += 1;
        }
    }

    fn hash(&self) -> u32 {
        (self.hasher.finish() >> 32) as u32
    }
}

/// The beginnings of the texts of the entries of a ledger, in their order, and their lines.
pub(super) struct Entries(Vec<([Option<u32>; 2], String)>);

impl Entries {
    pub(super) fn of(ledger: &Ledger) -> Self {
        let side = |text: &str| (!text.is_empty()).then(|| beginning(&ledger::key(text)));
        let entries = ledger.entries().iter();
        Self(
            entries
                .map(|entry| ([side(&entry.source), side(&entry.target)], entry.to_line()))
                .collect(),
        )
    }

    /// Of the entries that may be about a pair whose texts begin so.
    pub(super) fn about(&self, beginnings: &[u32]) -> Hash {
        let known: FxHashSet<u32> = beginnings.iter().copied().collect();
        let is_about = |sides: &[Option<u32>; 2]| {
            sides.iter().flatten().any(|beginning| known.contains(beginning))
        };
        let about = self.0.iter().filter(|(sides, _)| is_about(sides));
        Digest::new().all(about.map(|(_, line)| line.as_str())).finish()
    }
}
