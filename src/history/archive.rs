//! The repository that a project lies in, and the versions of its documents.

use std::path::{Path, PathBuf};

use git2::{ErrorCode, Repository};

use super::{
    origins::with_origins,
    replay::{Replay, Store},
    timeline::Timeline,
    walk::{self, PairPaths},
};
use crate::{
    formats::Options,
    model::{Document, DocumentPair, Message, RepoPath},
};

/// The versions of all document pairs of a project.
#[derive(Debug)]
pub struct Archive {
    git_folder: PathBuf,
    pairs: Vec<PairPaths>,
    timelines: Vec<Timeline>,
}

impl Archive {
    /// Collects the versions of `pairs`, documents of the project at `root`; none where there are
    /// no commits.
    ///
    /// # Errors
    /// When there is no repository or it cannot be read: what then cannot be known, and the cure.
    pub fn open<'a>(
        root: &Path,
        pairs: impl IntoIterator<Item = &'a DocumentPair>,
    ) -> Result<Option<Self>, Message> {
        let git = discover(root)?;
        let Some(head) = git.head().ok().and_then(|head| head.peel_to_commit().ok()) else {
            return Ok(None);
        };
        let folder = folder_in(&git, root);
        let paths: Vec<PairPaths> = pairs.into_iter().map(|pair| paths_of(pair, &folder)).collect();
        let timelines =
            walk::timelines(&git, head.id(), &paths).map_err(|error| unreadable(&error))?;
        Ok(Some(Self { git_folder: git.path().to_owned(), pairs: paths, timelines }))
    }

    /// All that the history of the pair at `index` has, as a text that is the same only for the same.
    #[must_use]
    pub fn versions(&self, index: usize) -> Option<String> {
        self.timelines.get(index).map(|timeline| format!("{timeline:?}"))
    }

    /// Looks into the history of the pair at `index`, as its files are on disk now, and gives what
    /// `look` makes of it. None where nothing of it is known.
    pub fn replay<Found>(
        &self,
        index: usize,
        (source, target): (&Document, &Document),
        options: &Options,
        look: impl FnOnce(&Replay<'_>) -> Found,
    ) -> Option<Found> {
        let timeline = self.timelines.get(index).filter(|timeline| !timeline.heads.is_empty())?;
        let git = Repository::open(&self.git_folder).ok()?;
        let timeline = with_origins(&git, timeline, &self.pairs);
        let store = Store { git: &git, options, timeline: &timeline };
        Some(look(&Replay::new(store, source, target)))
    }
}

/// The own folder of the repository that `root` lies in; none where there is no repository.
#[must_use]
pub fn git_folder(root: &Path) -> Option<PathBuf> {
    discover(root).ok().map(|git| git.path().to_owned())
}

pub(super) fn discover(root: &Path) -> Result<Repository, Message> {
    Repository::discover(root).map_err(|error| match error.code() {
        ErrorCode::NotFound => Message::new("history-no-repository"),
        ErrorCode::Owner => Message::new("history-owner").with("path", root.display().to_string()),
        _ => unreadable(&error),
    })
}

pub(super) fn unreadable(error: &git2::Error) -> Message {
    Message::new("history-unreadable").with("detail", error.message())
}

/// The folder of the project at `root` in its repository, with `/` at its end; empty where it is
/// the root, or where there is no repository.
#[must_use]
pub fn folder_in_repository(root: &Path) -> String {
    discover(root).map(|git| folder_in(&git, root)).unwrap_or_default()
}

/// The project's folder in the repository, with `/` at its end unless it is the root.
pub(super) fn folder_in(git: &Repository, root: &Path) -> String {
    let below = git
        .workdir()
        .and_then(|top| top.canonicalize().ok())
        .zip(root.canonicalize().ok())
        .and_then(|(top, root)| root.strip_prefix(top).map(Path::to_path_buf).ok())
        .unwrap_or_default();
    below.iter().map(|part| format!("{}/", part.to_string_lossy())).collect()
}

fn paths_of(pair: &DocumentPair, folder: &str) -> PairPaths {
    let full = |path: &Option<RepoPath>| path.as_ref().map(|path| format!("{folder}{path}"));
    PairPaths { source: full(&pair.source), target: full(&pair.target) }
}

/// The name that git signs commits with in the repository that `root` lies in.
#[must_use]
pub fn user_name(root: &Path) -> Option<String> {
    let configuration = Repository::discover(root).ok()?.config().ok()?;
    configuration.get_string("user.name").ok().filter(|name| !name.is_empty())
}
