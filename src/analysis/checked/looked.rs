//! What somebody who holds a project in memory keeps of it, and how that is renewed: only what an
//! edit, a decision or a commit touches is read and judged again.

use rustc_hash::FxHashMap;

use super::{Asked, digest::Hash, listed::name_of, run::Run, store::Entry};
use crate::{
    analysis::{Analysis, Chronicle, analyse_with_chronicle},
    model::DocumentPair,
    progress::Progress,
    project::Project,
};

/// Of which documents the texts and units are held, and for what they hold.
#[derive(Debug, Clone, Default)]
pub struct Known(FxHashMap<Hash, Hash>);

impl Known {
    /// Whether what is held of the pair of that name is what the entry was made with.
    pub(super) fn holds(&self, name: &Hash, entry: &Entry) -> bool {
        self.0.get(name) == Some(&entry.identity())
    }

    /// Holds the pair no longer for what it was made with: it is to be looked at again.
    pub fn forget(&mut self, pair: &DocumentPair) {
        self.0.remove(&name_of(pair, true));
    }

    /// Holds the pairs of these names for what their entries were made with, where they have one.
    pub(super) fn of<'e>(pairs: impl Iterator<Item = (Hash, Option<&'e Entry>)>) -> Self {
        Self(pairs.filter_map(|(name, entry)| Some((name, entry?.identity()))).collect())
    }
}

/// A project as it was found again.
#[derive(Debug)]
pub struct Looked {
    /// What is known of it; the reports that are not `fresh` have neither texts nor units.
    pub analysis: Analysis,
    /// How the fresh documents came to be what they are.
    pub chronicle: Chronicle,
    /// Which reports are whole. Of the others the texts and units that are held are the right ones.
    pub fresh: Vec<bool>,
    /// What is held once they are put together.
    pub known: Known,
}

/// Looks at a project of which `known` is held. Put together with that, the answer is the same as
/// that of [`analyse_with_chronicle`].
pub fn look(project: &Project, known: &Known, progress: &dyn Progress) -> Looked {
    let nothing = |_: &_| false;
    let asked = Asked { whole: &nothing, held: Some(known) };
    looked(project, asked, progress).unwrap_or_else(|| {
        let (analysis, chronicle) = analyse_with_chronicle(project, progress);
        let fresh = vec![true; analysis.documents.len()];
        Looked { analysis, chronicle, fresh, known: Known::default() }
    })
}

fn looked(project: &Project, asked: Asked<'_>, progress: &dyn Progress) -> Option<Looked> {
    let mut run = Run::of(project)?;
    let analysis = run.check(asked, progress)?;
    let Run { chronicle, fresh, known, .. } = run;
    Some(Looked { analysis, chronicle, fresh, known })
}
