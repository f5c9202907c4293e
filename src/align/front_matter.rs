//! Front matter whose keys stand in another order: its values are paired by key.

use std::{collections::BTreeMap, ops::Range};

use crate::model::{Alignment, Bead, BlockKind, Document};

/// The same beads, those of the values of both front matters by their keys where these stand in
/// another order. A key that stands twice names no value.
pub(super) fn by_key(alignment: Alignment, source: &Document, target: &Document) -> Alignment {
    let (from, to) = (values(source), values(target));
    let common: Vec<(Range<usize>, Range<usize>)> =
        from.iter().filter_map(|(key, from)| Some((from.clone(), to.get(key)?.clone()))).collect();
    if is_in_order(&common) {
        return alignment;
    }
    let (mut ours, mut theirs): (Vec<_>, Vec<_>) = common.iter().cloned().unzip();
    ours.sort_by_key(|range| range.start);
    theirs.sort_by_key(|range| range.start);
    let mut beads: Vec<Bead> =
        alignment.beads.into_iter().flat_map(|bead| without(bead, &ours, &theirs)).collect();
    beads.extend(common.into_iter().flat_map(|(from, to)| of_value(from, to)));
    beads.sort_by_key(|bead| (bead.source.start, bead.target.start));
    Alignment { beads }
}

/// The segments of each value of the front matter whose key stands once.
fn values(document: &Document) -> BTreeMap<&str, Range<usize>> {
    let mut values: BTreeMap<&str, Vec<Range<usize>>> = BTreeMap::new();
    let blocks = document.blocks.iter().filter(|block| block.kind == BlockKind::FrontMatter);
    for block in blocks.filter(|block| !block.segments.is_empty()) {
        let Some(key) = block.label.as_deref() else { continue };
        values.entry(key).or_default().push(block.segments.clone());
    }
    let once = |(key, mut all): (_, Vec<Range<usize>>)| {
        let value = all.pop()?;
        all.is_empty().then_some((key, value))
    };
    values.into_iter().filter_map(once).collect()
}

fn is_in_order(common: &[(Range<usize>, Range<usize>)]) -> bool {
    let mut common: Vec<_> = common.iter().map(|(from, to)| (from.start, to.start)).collect();
    common.sort_unstable();
    common.windows(2).all(|two| two[0].1 < two[1].1)
}

/// What of a bead stands in none of those values.
fn without(bead: Bead, ours: &[Range<usize>], theirs: &[Range<usize>]) -> Vec<Bead> {
    let is_in = |values: &[Range<usize>], segment: &usize| {
        let after = values.partition_point(|value| value.start <= *segment);
        after.checked_sub(1).and_then(|at| values.get(at)).is_some_and(|it| it.contains(segment))
    };
    let rest = |range: &Range<usize>, values: &[Range<usize>]| -> Vec<usize> {
        range.clone().filter(|segment| !is_in(values, segment)).collect()
    };
    let (from, to) = (rest(&bead.source, ours), rest(&bead.target, theirs));
    if from.len() == bead.source.len() && to.len() == bead.target.len() {
        return vec![bead];
    }
    let (source, target) = (bead.source.start, bead.target.start);
    let lost = from.into_iter().map(|segment| (segment..segment + 1, target..target));
    let added = to.into_iter().map(|segment| (source..source, segment..segment + 1));
    lost.chain(added).map(|(source, target)| Bead { source, target, score: bead.score }).collect()
}

/// The beads of one value: segment by segment where both have as many.
fn of_value(from: Range<usize>, to: Range<usize>) -> Vec<Bead> {
    if from.len() != to.len() {
        return vec![Bead { source: from, target: to, score: 1.0 }];
    }
    let bead = |(one, other)| Bead { source: one..one + 1, target: other..other + 1, score: 1.0 };
    from.zip(to).map(bead).collect()
}
