//! Collections whose texts are numbered anew in each language: essays in the order of their titles,
//! so that `ru/thing_62` and `en/thing_62` are two.
//!
//! A few pairs tell: where hardly any of them is like its own counterpart rather than another's, the
//! numbers join nothing, and contents must. That is believed where most then find one another.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{
    load::{Loaded, load},
    renames,
};
use crate::{
    model::{Document, DocumentPair, RepoPath},
    project::Project,
};

/// A collection has so many texts.
const FEWEST: usize = 8;

/// So many pairs are looked at first.
const SAMPLE: usize = 8;

/// Of texts with fewer words little can be told.
const FEW_WORDS: usize = 12;

/// Takes apart what only a number joins, where the numbers of the two languages count otherwise.
pub(super) fn split(project: &Project, pairs: Vec<DocumentPair>) -> Vec<DocumentPair> {
    if !project.found_out {
        return pairs;
    }
    let mut collections: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, pair) in pairs.iter().enumerate().filter(|(_, pair)| pair.target.is_some()) {
        if let Some(name) = pair.source.as_ref().and_then(collection) {
            collections.entry(name).or_default().push(index);
        }
    }
    let mut is_split = vec![false; pairs.len()];
    for members in collections.into_values().filter(|members| members.len() >= FEWEST) {
        let of_collection: Vec<&DocumentPair> = members.iter().map(|at| &pairs[*at]).collect();
        if is_numbered_anew(project, &of_collection) {
            members.into_iter().for_each(|at| is_split[at] = true);
        }
    }
    let halves = pairs.into_iter().zip(is_split).flat_map(|(pair, is_split)| match is_split {
        true => vec![
            DocumentPair { target: None, ..pair.clone() },
            DocumentPair { source: None, ..pair },
        ],
        false => vec![pair],
    });
    halves.collect()
}

fn is_numbered_anew(project: &Project, pairs: &[&DocumentPair]) -> bool {
    let step = pairs.len() / SAMPLE;
    let sample: Vec<Loaded> = (pairs.par_iter().step_by(step).take(SAMPLE))
        .map(|pair| load(project, (*pair).clone()))
        .collect();
    if !are_strangers(&sample) {
        return false;
    }
    let half = |pair: &DocumentPair, is_source: bool| match is_source {
        true => DocumentPair { target: None, ..pair.clone() },
        false => DocumentPair { source: None, ..pair.clone() },
    };
    let halves = pairs.par_iter().flat_map_iter(|pair| [half(pair, true), half(pair, false)]);
    let loaded: Vec<Loaded> = halves.map(|pair| load(project, pair)).collect();
    let joined = renames::join(loaded, Vec::new());
    let found = joined.iter().filter(|loaded| loaded.pair.renamed).count();
    2 * found >= pairs.len()
}

/// Whether hardly any original is more like its own translation than like those of others.
fn are_strangers(sample: &[Loaded]) -> bool {
    let both: Vec<(&Document, &Document)> = sample
        .iter()
        .filter_map(|loaded| Some((loaded.source.as_ref()?, loaded.target.as_ref()?)))
        .filter(|(source, target)| source.words().min(target.words()) >= FEW_WORDS)
        .collect();
    let own = renames::like_their_own(&both);
    both.len() >= FEWEST - 2 && own * 4 < both.len()
}

/// What the texts of a collection are called but for their number: `ru/thing_` of
/// `ru/thing_62/README.md`.
fn collection(path: &RepoPath) -> Option<String> {
    let (called, _) = renames::page(path)?;
    let bare = called.trim_end_matches(|c: char| c.is_ascii_digit());
    (bare.len() < called.len()).then(|| bare.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn collections_by_their_names() {
        for (path, expected) in [
            ("ru/thing_62/README.md", Some("ru/thing_")),
            ("ru/4.md", Some("ru/")),
            ("ru/oak.md", None),
            ("ru/README.md", None),
        ] {
            assert_eq!(collection(&RepoPath::new(path)).as_deref(), expected, "{path}");
        }
    }
}
