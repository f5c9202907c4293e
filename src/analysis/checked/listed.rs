//! The pairs of a run, as they belong together, before their files are read.

use super::{
    super::{load::Loaded, load_lone, policies::Policies},
    digest::{Digest, Hash},
};
use crate::{
    model::{DocumentPair, RepoPath},
    project::{Config, Documents, Project},
};

/// A document pair, and whether it is in a format that is read.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) pair: DocumentPair,
    pub(super) is_read: bool,
    /// Of the pair by its files.
    pub(super) name: Hash,
    /// Of the pair and the settings that are in force for it.
    pub(super) settings: Hash,
}

/// The pairs of `documents`, sorted by path.
pub(super) fn listed(project: &Project, documents: &mut Documents) -> Vec<Listed> {
    let pairs = std::mem::take(&mut documents.pairs);
    let strays = std::mem::take(&mut documents.strays);
    let read = load_lone(project, pairs, strays).into_iter().map(|loaded| (loaded.pair, true));
    // Without rules nothing tells a document from any other file.
    let unread = if project.rules.is_empty() { Vec::new() } else { documents.unread.clone() };
    let all = read.chain(unread.into_iter().map(|pair| (pair, false)));
    let usual = levels(&project.config, &Policies::none());
    let mut listed: Vec<Listed> =
        all.map(|(pair, is_read)| Listed::of(&project.config, usual, pair, is_read)).collect();
    listed.sort_by(|a, b| a.pair.path().cmp(&b.pair.path()));
    listed
}

/// Of a pair by its files.
pub(super) fn name_of(pair: &DocumentPair, is_read: bool) -> Hash {
    Digest::new().number(usize::from(is_read)).pair(pair).finish()
}

/// Of the levels under these policies.
fn levels(config: &Config, policies: &Policies<'_>) -> Hash {
    let minimum = policies.minimum().map_or(usize::MAX, usize::from);
    let required = policies.required().map(|state| state as usize + 1).unwrap_or_default();
    let digest = Digest::new().levels(&policies.levels(config));
    digest.number(minimum).number(required).finish()
}

impl Listed {
    fn of(config: &Config, usual: Hash, pair: DocumentPair, is_read: bool) -> Self {
        let policies = Policies::of(config, &pair);
        let levels = if policies.is_empty() { usual } else { levels(config, &policies) };
        let name = name_of(&pair, is_read);
        let settings = Digest::new().bytes(&name).bytes(&levels).options(&config.segment).finish();
        Self { pair, is_read, name, settings }
    }

    /// Its files, as far as they are read.
    pub(super) fn paths(&self) -> impl Iterator<Item = &RepoPath> {
        let paths = self.pair.source.iter().chain(&self.pair.target);
        paths.filter(|_| self.is_read)
    }

    pub(super) fn load(&self, project: &Project) -> Loaded {
        if self.is_read {
            super::super::load::load(project, self.pair.clone())
        } else {
            Loaded::unread(self.pair.clone())
        }
    }
}
