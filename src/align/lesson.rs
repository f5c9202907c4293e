//! What a document pair teaches: the words of its sure pairs that nothing explains yet.
//!
//! A document learns from itself alone, so that its alignment depends on no other.

use rustc_hash::FxHashSet;

use super::{
    keys,
    path::Shape,
    table::Table,
    token::Class,
    trained::{Residue, Trained},
    unit::Side,
    vocabulary::TypeId,
};

/// A pair teaches only when it is as sure as this.
const SURE: f64 = 0.99;

/// Looks at the pairs of one unit with one that are sure.
pub(super) fn of(source: &Side, target: &Side, table: &Table, paired: &[(Shape, f64)]) -> Trained {
    let sure = paired
        .iter()
        .filter(|((from, to), score)| from.len() == 1 && to.len() == 1 && *score >= SURE);
    let residues = sure.map(|((from, to), _)| {
        residue(
            source,
            target,
            table,
            &source.units[from.start].types,
            &target.units[to.start].types,
        )
    });
    let residues: Vec<Residue> =
        residues.filter(|pair| !pair.russian.is_empty() && !pair.english.is_empty()).collect();
    Trained::from_pairs(&residues)
}

fn residue(source: &Side, target: &Side, table: &Table, from: &[TypeId], to: &[TypeId]) -> Residue {
    let here: FxHashSet<TypeId> = to.iter().copied().collect();
    let (mut explained, mut residue) = (FxHashSet::default(), Residue::default());
    for &id in from {
        let mut counterparts = table
            .entries(id)
            .iter()
            .map(|entry| entry.target)
            .filter(|id| here.contains(id))
            .peekable();
        let word = source.vocabulary.get(id);
        if counterparts.peek().is_none() && word.class == Class::Word {
            residue
                .russian
                .extend(keys::russian(&word.key).stems.first().map(|stem| stem.to_string()));
        }
        explained.extend(counterparts);
    }
    let left = to.iter().filter(|id| !explained.contains(id)).map(|&id| target.vocabulary.get(id));
    residue.english.extend(
        left.filter(|word| word.class == Class::Word)
            .map(|word| keys::english(&word.key).stem.to_string()),
    );
    residue
}
