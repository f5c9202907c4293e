//! What all findings of a project rest on besides the documents: the term base and the ledger.

use std::time::SystemTime;

use super::{
    digest::{Digest, Hash},
    files::{self, Files, Seen, Stamp},
};
use crate::{disk::walked, model::RepoPath, project::Project};

/// The state of the term base and of the ledger.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grounds {
    pub(super) glossary: Hash,
    pub(super) ledger: Hash,
}

impl Grounds {
    /// Looks at the files and adds them to those that are known. None where one cannot be read.
    pub(super) fn of(
        project: &Project,
        kept: &Files,
        seen: &mut Files,
        now: SystemTime,
    ) -> Option<Self> {
        let config = &project.config;
        let mut state = |folder: &RepoPath, extension, all| -> Option<Hash> {
            let walked = walked(&project.root, folder, extension, all);
            if !walked.unreadable.is_empty() {
                return None;
            }
            let known = files::look(project, walked.files.iter(), kept, now);
            let mut digest = Digest::new().text(folder.as_str());
            for path in &walked.files {
                let file = known.get(path).copied().or_else(|| read(project, path, now))?;
                digest = digest.text(path.as_str()).bytes(&file.hash);
                seen.insert(path.clone(), file);
            }
            Some(digest.finish())
        };
        let glossary = state(&config.glossary, "toml", false)?;
        let ledger = state(&config.ledger, "jsonl", true)?;
        Some(Self { glossary, ledger })
    }

    /// Of both.
    pub(super) fn all(&self) -> Hash {
        Digest::new().bytes(&self.glossary).bytes(&self.ledger).finish()
    }
}

fn read(project: &Project, path: &RepoPath, now: SystemTime) -> Option<Seen> {
    let stamp = Stamp::of(project, path)?;
    let hash = *blake3::hash(&project.read(path).ok()?).as_bytes();
    Some(Seen::new(stamp, hash, now))
}
