//! Documents of different names that belong together: found by the lists of contents that lead to
//! them.
//!
//! A glossary is sorted anew in each language, and a name may be translated, so that neither its
//! content nor its name shows that `glossarii.md` is `glossary.md`. But both books list it, between
//! two chapters that are known to belong together.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::load::Loaded;
use crate::{
    checks::{address_of, led_to},
    model::{Document, DocumentPair, RepoPath, VerbatimKind},
};

/// Names of files that list others.
const LISTS: [&str; 7] = ["summary", "readme", "index", "_index", "toc", "contents", "_sidebar"];

/// A list is believed that leads to so many documents that belong together, in one order.
const FEWEST: usize = 3;

/// How many documents in a row may be told by their place alone.
const LONGEST: usize = 4;

/// Whether the documents of a pair may list others.
pub(super) fn may_list(pair: &DocumentPair) -> bool {
    let is_list = |path: &RepoPath| {
        let name = path.as_str().rsplit('/').next().unwrap_or_default().to_lowercase();
        LISTS.contains(&name.split('.').next().unwrap_or_default())
    };
    pair.renamed || pair.path().is_some_and(is_list)
}

/// Originals and translations, as indices, that stand at the same place of two lists between the
/// same documents.
pub(super) fn joined(all: &[Loaded]) -> Vec<(usize, usize)> {
    let originals = lone(all, |pair| (&pair.source, &pair.target));
    let translations = lone(all, |pair| (&pair.target, &pair.source));
    if originals.is_empty() || translations.is_empty() {
        return Vec::new();
    }
    let by_source = by_address(all, |pair| &pair.source);
    let by_target = by_address(all, |pair| &pair.target);
    let mut taken = FxHashSet::default();
    let mut found = Vec::new();
    for loaded in all.iter().filter(|loaded| may_list(&loaded.pair)) {
        let (Some(source), Some(target)) = (&loaded.source, &loaded.target) else { continue };
        let (ours, theirs) = (listed(source, &by_source), listed(target, &by_target));
        for (original, translation) in at_one_place(&ours, &theirs) {
            let is_lone = originals.contains(&original) && translations.contains(&translation);
            if is_lone && taken.insert(original) && taken.insert(translation) {
                found.push((original, translation));
            }
        }
    }
    found
}

type Sides = fn(&DocumentPair) -> (&Option<RepoPath>, &Option<RepoPath>);

fn lone(all: &[Loaded], sides: Sides) -> FxHashSet<usize> {
    let is_lone = |loaded: &Loaded| {
        let (own, other) = sides(&loaded.pair);
        own.is_some() && other.is_none()
    };
    all.iter().enumerate().filter(|(_, loaded)| is_lone(loaded)).map(|(at, _)| at).collect()
}

fn by_address(
    all: &[Loaded],
    side: fn(&DocumentPair) -> &Option<RepoPath>,
) -> FxHashMap<String, usize> {
    let paths =
        all.iter().enumerate().filter_map(|(at, loaded)| Some((at, side(&loaded.pair).as_ref()?)));
    paths.map(|(at, path)| (address_of(path), at)).collect()
}

/// The documents that a document leads to, each once, in order.
fn listed(document: &Document, by_address: &FxHashMap<String, usize>) -> Vec<usize> {
    let links = document.verbatims.iter().filter(|verbatim| verbatim.kind == VerbatimKind::Link);
    let mut seen = FxHashSet::default();
    let led = links.filter_map(|link| {
        let address = led_to(&document.path, link.text.split('#').next()?)?;
        by_address.get(&address).copied().filter(|at| seen.insert(*at))
    });
    led.collect()
}

/// What stands at the same place of two lists, between what both have.
fn at_one_place(ours: &[usize], theirs: &[usize]) -> Vec<(usize, usize)> {
    let places: FxHashMap<usize, usize> =
        theirs.iter().enumerate().map(|(place, document)| (*document, place)).collect();
    let mut shared: Vec<(usize, usize)> = Vec::new();
    for (place, document) in ours.iter().enumerate() {
        let Some(other) = places.get(document) else { continue };
        if shared.last().is_some_and(|(_, last)| other <= last) {
            return Vec::new();
        }
        shared.push((place, *other));
    }
    if shared.len() < FEWEST {
        return Vec::new();
    }
    let gaps = shared.windows(2).map(|two| (two[0].0 + 1..two[1].0, two[0].1 + 1..two[1].1));
    let alike = |(ours, theirs): &(Range<usize>, Range<usize>)| {
        ours.len() == theirs.len() && ours.len() <= LONGEST
    };
    let places = gaps.filter(alike).flat_map(|(ours, theirs)| ours.zip(theirs));
    places.filter_map(|(one, other)| Some((*ours.get(one)?, *theirs.get(other)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_between_the_same_documents() {
        // The known pairs are 1, 2, 3 and 4.
        for (ours, theirs, expected) in [
            (&[1, 2, 20, 3, 4][..], &[1, 2, 30, 3, 4][..], &[(20, 30)][..]),
            (&[1, 20, 21, 2, 3], &[1, 30, 31, 2, 3], &[(20, 30), (21, 31)]),
            // One more on one side: which, nobody knows.
            (&[1, 20, 21, 2, 3], &[1, 30, 2, 3], &[]),
            // Nothing follows that both have.
            (&[1, 2, 3, 20], &[1, 2, 3, 30], &[]),
            // Another order, and too short a list.
            (&[1, 20, 2, 3], &[2, 30, 1, 3], &[]),
            (&[1, 20, 2], &[1, 30, 2], &[]),
        ] {
            assert_eq!(at_one_place(ours, theirs), expected, "{ours:?} {theirs:?}");
        }
    }
}
