//! Runs of lost and of added segments, of any length and at any place.

use super::{letter, texts};
use crate::{
    align::{Evidence, align_texts},
    model::Bead,
};

/// How long the runs are: below and above every width that the search knows.
const LENGTHS: [usize; 7] = [2, 10, 21, 22, 60, 180, 500];

/// Letters whose sentences are strangers to those of the first.
const OTHERS: [&str; 4] =
    ["05-sibir.md", "06-kavkaz.md", "07-severo-zapad.md", "08-dalny-vostok.md"];

#[test]
fn runs_of_additions_are_found_everywhere() {
    let strangers: Vec<String> =
        OTHERS.iter().cycle().take(8).flat_map(|name| texts(&letter(name).1)).collect();
    let (source, target) = letter("02-moskva.md");
    let (source, target) = (texts(&source), texts(&target));
    for (length, place) in runs(target.len()) {
        let mut longer = target.clone();
        longer.splice(place..place, strangers.iter().take(length).cloned());
        let found = found(&source, &longer, Bead::is_addition, |bead| bead.target.len());
        assert!(found + 2 >= length * 9 / 10, "{found} of {length} at {place}");
    }
}

#[test]
fn runs_of_omissions_are_found_everywhere() {
    let strangers: Vec<String> =
        OTHERS.iter().cycle().take(8).flat_map(|name| texts(&letter(name).0)).collect();
    let (source, target) = letter("02-moskva.md");
    let (source, target) = (texts(&source), texts(&target));
    for (length, place) in runs(source.len()) {
        let mut longer = source.clone();
        longer.splice(place..place, strangers.iter().take(length).cloned());
        let found = found(&longer, &target, Bead::is_omission, |bead| bead.source.len());
        assert!(found + 2 >= length * 9 / 10, "{found} of {length} at {place}");
    }
}

/// A run of each length at the start, in the middle and at the end.
fn runs(segments: usize) -> impl Iterator<Item = (usize, usize)> {
    LENGTHS
        .into_iter()
        .flat_map(move |length| [0, segments / 2, segments].map(|place| (length, place)))
}

/// How many segments stand in beads of a kind; every segment stands in exactly one bead.
fn found(
    source: &[String],
    target: &[String],
    is_of_kind: fn(&Bead) -> bool,
    size: fn(&Bead) -> usize,
) -> usize {
    let alignment = align_texts(source, target, &Evidence::default());
    assert!(alignment.covers(source.len(), target.len()));
    alignment.beads.iter().filter(|bead| is_of_kind(bead)).map(size).sum()
}

#[test]
fn empty_sides_are_covered_too() {
    let (source, target) = letter("02-moskva.md");
    let (source, target) = (texts(&source), texts(&target));
    assert_eq!(found(&source, &[], Bead::is_omission, |bead| bead.source.len()), source.len());
    assert_eq!(found(&[], &target, Bead::is_addition, |bead| bead.target.len()), target.len());
    assert_eq!(found(&[], &[], Bead::is_addition, |bead| bead.target.len()), 0);
}
