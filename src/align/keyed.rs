//! Catalogues: their texts are paired by key, in whatever order they stand.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use super::{Evidence, inside};
use crate::{
    formats::plural_form,
    model::{Alignment, Bead, Document},
};

/// The beads of two catalogues: a pair for each key of both, segment by segment where both texts
/// have as many, by what they say where not, and nothing beside what only one side has.
pub(super) fn align(source: &Document, target: &Document, evidence: &Evidence) -> Alignment {
    let theirs = blocks(target, &labels(source)).into_iter();
    let mut theirs: BTreeMap<Key<'_>, Keyed> = theirs.collect();
    let mut beads: Vec<(usize, Bead)> = Vec::new();
    // Where the next text of the translation would stand.
    let mut next = 0;
    for (key, from) in blocks(source, &labels(target)) {
        let to = theirs.remove(&key);
        next = to.as_ref().map_or(next, |to| to.segments.end);
        let to = to.unwrap_or(Keyed { segments: next..next, is_joined: false });
        let is_joined = from.is_joined || to.is_joined;
        let (from, to) = (from.segments, to.segments);
        let inner = if is_joined {
            vec![Bead { source: from, target: to, score: 1.0 }]
        } else if from.len() == to.len() {
            one_by_one(&from, &to)
        } else {
            inside::align((source, &from), (target, &to), evidence)
        };
        beads.extend(inner.into_iter().map(|bead| (next, bead)));
    }
    for to in theirs.into_values() {
        let start = to.segments.start;
        beads.push((start, Bead { source: 0..0, target: to.segments, score: 1.0 }));
    }
    Alignment { beads: in_order(beads) }
}

/// A key with how often it stood before: a damaged catalogue may have one twice.
type Key<'a> = (&'a str, usize);

/// The text of a key.
struct Keyed {
    segments: Range<usize>,
    /// Whether it is made of forms of a plural.
    is_joined: bool,
}

/// The texts of a document by their keys. Forms of a plural that is none in the other document are
/// one text.
fn blocks<'a>(document: &'a Document, others: &BTreeSet<&str>) -> Vec<(Key<'a>, Keyed)> {
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    let mut named: Vec<(Key<'a>, Keyed)> = Vec::new();
    for block in document.blocks.iter().filter(|block| !block.segments.is_empty()) {
        let label = block.label.as_deref().unwrap_or_default();
        let plural = plural_form(label).map(|(name, _)| name);
        let name = plural.filter(|name| !others.contains(label) && others.contains(name));
        match named.last_mut().filter(|((last, _), _)| Some(*last) == name) {
            Some((_, text)) if text.segments.end == block.segments.start => {
                text.segments.end = block.segments.end;
                text.is_joined = true;
                continue;
            }
            _ => {}
        }
        let label = name.unwrap_or(label);
        let seen = times.entry(label).or_default();
        *seen += 1;
        let text = Keyed { segments: block.segments.clone(), is_joined: false };
        named.push(((label, *seen), text));
    }
    named
}

fn labels(document: &Document) -> BTreeSet<&str> {
    document.blocks.iter().filter_map(|block| block.label.as_deref()).collect()
}

/// The beads of one key whose texts have as many segments.
fn one_by_one(from: &Range<usize>, to: &Range<usize>) -> Vec<Bead> {
    let bead = |(at, other)| Bead { source: at..at + 1, target: other..other + 1, score: 1.0 };
    from.clone().zip(to.clone()).map(bead).collect()
}

/// The beads in the order of the original; what only the translation has stands after what stands
/// before it there.
fn in_order(mut beads: Vec<(usize, Bead)>) -> Vec<Bead> {
    let mut ordered: Vec<Bead> = Vec::with_capacity(beads.len());
    let (additions, others): (Vec<_>, Vec<_>) =
        beads.drain(..).partition(|(_, bead)| bead.is_addition());
    let mut additions = additions.into_iter().map(|(_, bead)| bead).peekable();
    for (_, bead) in others {
        while additions.peek().is_some_and(|addition| addition.target.end <= bead.target.start) {
            let end = ordered.last().map_or(0, |bead| bead.source.end);
            ordered.extend(additions.next().map(|bead| Bead { source: end..end, ..bead }));
        }
        ordered.push(bead);
    }
    let end = ordered.last().map_or(0, |bead| bead.source.end);
    ordered.extend(additions.map(|bead| Bead { source: end..end, ..bead }));
    ordered
}
