//! Catalogues: their texts are paired by key, in whatever order they stand.

use std::{collections::BTreeMap, ops::Range};

use super::{Evidence, inside};
use crate::model::{Alignment, Bead, Document};

/// The beads of two catalogues: a pair for each key of both, segment by segment where both texts
/// have as many, by what they say where not, and nothing beside what only one side has.
pub(super) fn align(source: &Document, target: &Document, evidence: &Evidence) -> Alignment {
    let mut theirs = by_key(target);
    let mut beads: Vec<(usize, Bead)> = Vec::new();
    // Where the next text of the translation would stand.
    let mut next = 0;
    for (key, from) in blocks(source) {
        let to = theirs.remove(&key);
        next = to.as_ref().map_or(next, |to| to.end);
        let to = to.unwrap_or(next..next);
        let inner = match (from.len(), to.len()) {
            (ours, theirs) if ours == theirs => one_by_one(&from, &to),
            _ => inside::align((source, &from), (target, &to), evidence),
        };
        beads.extend(inner.into_iter().map(|bead| (next, bead)));
    }
    for to in theirs.into_values() {
        let bead = Bead { source: 0..0, target: to.clone(), score: 1.0 };
        beads.push((to.start, bead));
    }
    Alignment { beads: in_order(beads) }
}

/// A key with how often it stood before: a damaged catalogue may have one twice.
type Key<'a> = (&'a str, usize);

fn blocks(document: &Document) -> Vec<(Key<'_>, Range<usize>)> {
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    let named = document.blocks.iter().filter(|block| !block.segments.is_empty()).map(|block| {
        let label = block.label.as_deref().unwrap_or_default();
        let seen = times.entry(label).or_default();
        *seen += 1;
        ((label, *seen), block.segments.clone())
    });
    named.collect()
}

fn by_key(document: &Document) -> BTreeMap<Key<'_>, Range<usize>> {
    blocks(document).into_iter().collect()
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
