//! Which entries documents still need.

use std::collections::HashSet;

use super::{Entry, key};
use crate::model::{Document, DocumentReport};

/// Neighbouring segments that an entry may be about, at most: what alignment joins.
const LONGEST_GROUP: usize = 6;

/// The texts that documents have now, segment by segment and in groups of neighbours.
#[derive(Debug, Default)]
pub struct Needed {
    sources: HashSet<String>,
    targets: HashSet<String>,
}

impl Needed {
    /// The texts of all `documents`.
    #[must_use]
    pub fn by(documents: &[DocumentReport]) -> Self {
        let mut needed = Self::default();
        for report in documents {
            report.source.iter().for_each(|source| collect(source, &mut needed.sources));
            report.target.iter().for_each(|target| collect(target, &mut needed.targets));
            for unit in &report.units {
                let (source, target) = (&unit.bead.source, &unit.bead.target);
                needed.sources.extend(report.source.iter().map(|text| key(&text.prose_of(source))));
                needed.targets.extend(report.target.iter().map(|text| key(&text.prose_of(target))));
            }
        }
        needed.sources.remove("");
        needed.targets.remove("");
        needed
    }

    /// Whether one of the two texts of an entry is still there: it then tells that the pair is
    /// confirmed, or what the side that changed said before.
    #[must_use]
    pub fn has(&self, entry: &Entry) -> bool {
        self.sources.contains(&key(&entry.source)) || self.targets.contains(&key(&entry.target))
    }
}

fn collect(document: &Document, texts: &mut HashSet<String>) {
    let count = document.segments.len();
    for start in 0..count {
        let last = (start + LONGEST_GROUP).min(count);
        texts.extend((start + 1..=last).map(|end| key(&document.prose_of(&(start..end)))));
    }
}
