//! Carrying an alignment over later changes of the original.
//!
//! A translation corresponds best to the original as it stood when the translation was last
//! touched. Aligned with that, and carried over what changed since, a new sentence is known to be
//! new and a moved one to be the same, whatever they look like.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    ops::Range,
};

use crate::{
    history::revision::Revision,
    model::{Alignment, Bead},
};

/// The beads of today's original, from those of an older one and how it changed since. Target
/// segments that had no source then are paired as `present`, the alignment of today's texts, has
/// them, if it pairs them with what is new; what changed since is paired as it has it where it is
/// sure. None where a bead was torn apart.
#[must_use]
pub fn carry(old: &Alignment, revision: &Revision, present: &Alignment) -> Option<Alignment> {
    let mut groups = Groups::of(old, revision);
    groups.adopt(present);
    groups.yield_to(present);
    let pairs = groups.into_beads()?;
    Some(Alignment { beads: in_order(pairs) })
}

/// Segments of today's original and of the translation that belong together.
#[derive(Debug, Default)]
struct Group {
    source: Vec<usize>,
    target: Vec<usize>,
    score: f64,
    /// Where the source stood, if it was deleted.
    place: usize,
    /// Whether the original had something here before.
    had_source: bool,
    /// Whether what it had was changed.
    is_changed: bool,
}

struct Groups(Vec<Group>);

impl Groups {
    /// Beads and passages that share a segment of the old original are one group.
    fn of(old: &Alignment, revision: &Revision) -> Self {
        let mut joined = Joined::default();
        let spans = old.beads.iter().map(|bead| &bead.source);
        for span in spans.chain(revision.passages.iter().map(|passage| &passage.old)) {
            joined.join(span.clone());
        }
        let mut groups: BTreeMap<usize, Group> = BTreeMap::new();
        let mut alone = Vec::new();
        for bead in &old.beads {
            let mut own = Group { score: 1.0, ..Group::default() };
            let group = match bead.source.clone().next() {
                Some(first) => groups.entry(joined.root(first)).or_insert(Group {
                    score: 1.0,
                    had_source: true,
                    ..Group::default()
                }),
                None => &mut own,
            };
            group.target.extend(bead.target.clone());
            group.score = group.score.min(bead.score);
            if bead.source.is_empty() {
                alone.push(own);
            }
        }
        for passage in &revision.passages {
            match passage.old.clone().next() {
                Some(first) => {
                    let group = groups.entry(joined.root(first)).or_default();
                    group.source.extend(passage.new.clone());
                    group.place = passage.new.start;
                    group.is_changed |= !passage.same;
                }
                None => alone.extend(passage.new.clone().map(|new| Group {
                    source: vec![new],
                    score: 1.0,
                    ..Group::default()
                })),
            }
        }
        Self(groups.into_values().chain(alone).collect())
    }

    /// Takes over pairs of what is alone on either side.
    fn adopt(&mut self, present: &Alignment) {
        let members = Members::of(self);
        for bead in present.beads.iter().filter(|bead| bead.is_pair()) {
            let is_alone = |group: &Group| {
                !group.had_source && (group.source.is_empty() || group.target.is_empty())
            };
            let parts = members.parts(bead);
            let both = parts.iter().any(|&at| !self.0[at].source.is_empty())
                && parts.iter().any(|&at| !self.0[at].target.is_empty());
            if both && parts.iter().all(|&at| is_alone(&self.0[at])) {
                // What is empty makes no bead.
                for at in parts {
                    self.0[at] = Group::default();
                }
                self.0.push(Group {
                    source: bead.source.clone().collect(),
                    target: bead.target.clone().collect(),
                    score: bead.score,
                    ..Group::default()
                });
            }
        }
    }

    /// Takes over the sure pairs of today's texts that part what was changed since: the history of
    /// a text that was rewritten says less than the text itself.
    fn yield_to(&mut self, present: &Alignment) {
        let members = Members::of(self);
        for bead in present.beads.iter().filter(|bead| bead.is_sure()) {
            let is_free = |group: &Group| {
                group.is_changed || group.source.is_empty() || group.target.is_empty()
            };
            let parts = members.parts(bead);
            if parts.len() < 2 || !parts.iter().all(|&at| is_free(&self.0[at])) {
                continue;
            }
            for at in parts {
                let part = &mut self.0[at];
                part.source.retain(|segment| !bead.source.contains(segment));
                part.target.retain(|segment| !bead.target.contains(segment));
            }
            self.0.push(Group {
                source: bead.source.clone().collect(),
                target: bead.target.clone().collect(),
                score: bead.score,
                is_changed: true,
                ..Group::default()
            });
        }
    }

    fn into_beads(self) -> Option<Vec<Bead>> {
        let filled = self.0.into_iter().filter(|g| !g.source.is_empty() || !g.target.is_empty());
        let bead = |group: Group| {
            let place = group.place;
            Some(Bead {
                source: as_range(group.source, place)?,
                target: as_range(group.target, 0)?,
                score: group.score,
            })
        };
        filled.map(bead).collect()
    }
}

/// Which groups have which segments. Beads of one alignment share none, so what becomes of the
/// groups by one of them is nothing to the next.
struct Members {
    of_source: HashMap<usize, Vec<usize>>,
    of_target: HashMap<usize, Vec<usize>>,
}

impl Members {
    fn of(groups: &Groups) -> Self {
        let mut members = Self { of_source: HashMap::new(), of_target: HashMap::new() };
        for (at, group) in groups.0.iter().enumerate() {
            for segment in &group.source {
                members.of_source.entry(*segment).or_default().push(at);
            }
            for segment in &group.target {
                members.of_target.entry(*segment).or_default().push(at);
            }
        }
        members
    }

    /// The groups that have a segment of a bead, in order.
    fn parts(&self, bead: &Bead) -> Vec<usize> {
        let sources = bead.source.clone().filter_map(|segment| self.of_source.get(&segment));
        let targets = bead.target.clone().filter_map(|segment| self.of_target.get(&segment));
        let parts: BTreeSet<usize> = sources.chain(targets).flatten().copied().collect();
        parts.into_iter().collect()
    }
}

/// The range of consecutive numbers; none where there is a gap.
fn as_range(mut numbers: Vec<usize>, place: usize) -> Option<Range<usize>> {
    numbers.sort_unstable();
    let (Some(&first), Some(&last)) = (numbers.first(), numbers.last()) else {
        return Some(place..place);
    };
    (last - first + 1 == numbers.len()).then_some(first..last + 1)
}

/// Puts beads in the order of the source; those without a source after the target before them.
/// Empty sides get the place where they belong.
pub(super) fn in_order(beads: Vec<Bead>) -> Vec<Bead> {
    let (mut ordered, mut additions): (Vec<Bead>, Vec<Bead>) =
        beads.into_iter().partition(|bead| !bead.source.is_empty());
    ordered.sort_by_key(|bead| bead.source.start);
    let mut before = 0;
    for bead in &mut ordered {
        if bead.target.is_empty() {
            bead.target = before..before;
        }
        before = bead.target.end;
    }
    additions.sort_by_key(|bead| bead.target.start);
    for mut addition in additions {
        let previous = addition.target.start.checked_sub(1);
        let at = previous
            .and_then(|previous| ordered.iter().position(|bead| bead.target.contains(&previous)))
            .map_or(0, |at| at + 1);
        if addition.source.start == 0 {
            let end = at.checked_sub(1).map_or(0, |at| ordered[at].source.end);
            addition.source = end..end;
        }
        ordered.insert(at, addition);
    }
    ordered
}

/// Sets of numbers that were joined.
#[derive(Debug, Default)]
struct Joined(BTreeMap<usize, usize>);

impl Joined {
    fn join(&mut self, numbers: Range<usize>) {
        let mut roots: Vec<usize> = numbers.map(|number| self.root(number)).collect();
        roots.sort_unstable();
        if let Some((&first, rest)) = roots.split_first() {
            for &root in rest.iter().filter(|&&root| root != first) {
                self.0.insert(root, first);
            }
        }
    }

    fn root(&self, number: usize) -> usize {
        let mut root = number;
        while let Some(&next) = self.0.get(&root) {
            root = next;
        }
        root
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::revision::{Passage, revise};

    fn bead(source: Range<usize>, target: Range<usize>) -> Bead {
        Bead { source, target, score: 0.9 }
    }

    #[test]
    fn what_was_rewritten_is_paired_as_the_texts_have_it() {
        let revision = Revision {
            passages: vec![
                Passage { old: 0..1, new: 0..1, same: true },
                Passage { old: 1..2, new: 1..2, same: false },
                Passage { old: 2..3, new: 2..3, same: false },
            ],
        };
        let old = vec![bead(0..1, 0..1), bead(1..2, 1..2), bead(2..3, 2..3)];
        let pairs = |beads: Vec<Bead>| {
            let (old, present) = (Alignment { beads: old.clone() }, Alignment { beads });
            let carried = carry(&old, &revision, &present).unwrap();
            let pairs = carried.beads.into_iter().map(|bead| (bead.source, bead.target));
            pairs.collect::<Vec<_>>()
        };
        let sure = |source, target| Bead { score: 1.0, ..bead(source, target) };
        let kept = [(0..1, 0..1), (1..2, 1..2), (2..3, 2..3)];
        assert_eq!(
            pairs(vec![sure(2..3, 1..2)]),
            [(0..1, 0..1), (1..2, 1..1), (2..3, 1..2), (2..2, 2..3)]
        );
        // What did not change has the counterpart that it had, and a weak pair parts nothing.
        assert_eq!(pairs(vec![sure(2..3, 0..1)]), kept);
        assert_eq!(pairs(vec![bead(2..3, 1..2)]), kept);
    }

    fn carried(old: &[&str], new: &[&str], beads: Vec<Bead>) -> Vec<(Range<usize>, Range<usize>)> {
        let texts =
            |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        let revision = revise(&texts(old), &texts(new));
        let carried = carry(&Alignment { beads }, &revision, &Alignment::default()).unwrap();
        carried.beads.into_iter().map(|bead| (bead.source, bead.target)).collect()
    }

    #[test]
    fn what_is_new_has_no_translation_and_what_moved_has_its_own() {
        let old = ["Один дома.", "Два друга.", "Три сестры."];
        let beads = vec![bead(0..1, 0..1), bead(1..2, 1..2), bead(2..3, 2..3)];
        let new = ["Один дома.", "Снег лежал до самой весны.", "Два друга.", "Три сестры."];
        assert_eq!(
            carried(&old, &new, beads.clone()),
            [(0..1, 0..1), (1..2, 1..1), (2..3, 1..2), (3..4, 2..3)]
        );
        let new = ["Три сестры.", "Один дома.", "Два друга."];
        assert_eq!(carried(&old, &new, beads.clone()), [(0..1, 2..3), (1..2, 0..1), (2..3, 1..2)]);
        assert_eq!(
            carried(&old, &["Один дома.", "Три сестры."], beads),
            [(0..1, 0..1), (1..1, 1..2), (1..2, 2..3)]
        );
    }
}
