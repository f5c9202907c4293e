//! The repository that a project lies in, and the versions of its documents.

use std::{
    cell::RefCell,
    ffi::OsStr,
    path::{Path, PathBuf},
    sync::Once,
};

use git2::{ErrorCode, Repository, RepositoryOpenFlags};

use super::{
    course::{self, Course, LastChange},
    leading,
    origins::with_origins,
    replay::{Replay, Store},
    repositories::Repositories,
    timeline::Timeline,
    walk::{self, PairPaths},
};
use crate::{
    formats::Options,
    model::{Direction, Document, DocumentPair, Language, Message, RepoPath},
};

/// So many versions of a pair are few.
const FEW: usize = 2;

/// The versions of all document pairs of a project.
#[derive(Debug)]
pub struct Archive {
    repositories: Repositories,
    pairs: Vec<PairPaths>,
    /// With the original as source, whichever side it is.
    timelines: Vec<Timeline>,
    directions: Vec<Direction>,
    /// Whether the clone is shallow or partial: what is missing was never asked for.
    is_limited: bool,
}

/// Why the history of a project is not known.
#[derive(Debug, Clone, PartialEq)]
pub enum Unknown {
    /// There is no repository, so there is no history: a limit that is said.
    NoRepository,
    /// There is one and it cannot be read: what cannot be known, and the cure.
    Unreadable(Message),
}

impl From<Unknown> for Message {
    fn from(unknown: Unknown) -> Self {
        match unknown {
            Unknown::NoRepository => Self::new("history-no-repository"),
            Unknown::Unreadable(message) => message,
        }
    }
}

/// What is checked out, and how far its history goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The commit.
    pub commit: String,
    /// Whether the clone is shallow or partial.
    pub is_limited: bool,
    /// The folder of the project in the repository.
    pub folder: String,
}

/// What is checked out at `root`; none where there are no commits.
///
/// # Errors
/// When there is no repository or it cannot be read.
pub fn head(root: &Path) -> Result<Option<Head>, Unknown> {
    let git = find(root)?;
    let Some(head) = head_of(&git)? else { return Ok(None) };
    let is_limited = git.is_shallow() || is_partial(&git);
    Ok(Some(Head { commit: head.id().to_string(), is_limited, folder: folder_in(&git, root) }))
}

fn head_of(git: &Repository) -> Result<Option<git2::Commit<'_>>, Unknown> {
    match git.head().and_then(|head| head.peel_to_commit()) {
        Ok(head) => Ok(Some(head)),
        Err(error) if error.code() == ErrorCode::UnbornBranch => Ok(None),
        Err(error) => Err(Unknown::Unreadable(unreadable(&error))),
    }
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
    ) -> Result<Option<Self>, Unknown> {
        Self::open_for(root, pairs, |_| true)
    }

    /// The same for those pairs, by their index, that are `wanted`. What history says of others is
    /// not known, so that which side leads must be told without it.
    ///
    /// # Errors
    /// When there is no repository or it cannot be read: what then cannot be known, and the cure.
    pub fn open_for<'a>(
        root: &Path,
        pairs: impl IntoIterator<Item = &'a DocumentPair>,
        wanted: impl Fn(usize) -> bool,
    ) -> Result<Option<Self>, Unknown> {
        let git = find(root)?;
        let fault = |error| Unknown::Unreadable(unreadable(&error));
        let Some(head) = head_of(&git)? else { return Ok(None) };
        let folder = folder_in(&git, root);
        let pairs: Vec<&DocumentPair> = pairs.into_iter().collect();
        let paths: Vec<PairPaths> = pairs.iter().map(|pair| paths_of(pair, &folder)).collect();
        let timelines = walk::timelines(&git, head.id(), &paths, wanted).map_err(fault)?;
        let directions = leading::directions(&pairs, &timelines);
        let sided = |(path, direction): (PairPaths, &Direction)| match direction {
            Direction::RuEn => path,
            Direction::EnRu => path.swapped(),
        };
        let timed = |(timeline, direction): (Timeline, &Direction)| match direction {
            Direction::RuEn => timeline,
            Direction::EnRu => timeline.swapped(),
        };
        let is_limited = git.is_shallow() || is_partial(&git);
        drop(head);
        Ok(Some(Self {
            repositories: Repositories::of(git),
            pairs: paths.into_iter().zip(&directions).map(sided).collect(),
            timelines: timelines.into_iter().zip(&directions).map(timed).collect(),
            directions,
            is_limited,
        }))
    }

    /// Which side of the pair at `index` leads, as the configuration or else history says.
    #[must_use]
    pub fn direction(&self, index: usize) -> Direction {
        self.directions.get(index).copied().unwrap_or_default()
    }

    /// Whether the clone is shallow or partial: what is missing was never asked for.
    #[must_use]
    pub const fn is_limited(&self) -> bool {
        self.is_limited
    }

    /// All that the history of the pair at `index` has, as a text that is the same only for the same.
    #[must_use]
    pub fn versions(&self, index: usize) -> Option<String> {
        self.timelines.get(index).map(|timeline| format!("{timeline:?}"))
    }

    /// Whether the pair at `index` has so few versions that they are read as fast as what was found
    /// out about them.
    #[must_use]
    pub fn is_short(&self, index: usize) -> bool {
        self.timelines.get(index).is_none_or(|timeline| timeline.versions.len() <= FEW)
    }

    /// Looks into the history of the pair at `index`, as its original and its translation are on
    /// disk now, and gives what `look` makes of it. None where nothing of it is known.
    pub fn replay<Found>(
        &self,
        index: usize,
        (original, translation): (&Document, &Document),
        options: &Options,
        look: impl FnOnce(&Replay<'_>) -> Found,
    ) -> Option<Found> {
        let timeline = self.known_timeline(index)?;
        let languages = (original.language, translation.language);
        self.repositories.with(|git| {
            let timeline = with_origins(git, timeline, &self.pairs);
            let missing = RefCell::default();
            let disk = (Some(original), Some(translation));
            let store = Store { git, options, timeline: &timeline, languages, disk, missing };
            look(&Replay::new(store, original, translation))
        })
    }

    /// How the two texts of the pair at `index`, source and target, came to be what they are on
    /// disk; `direction` says which of them the words are counted of. None where nothing of it is
    /// known.
    #[must_use]
    pub fn course(
        &self,
        index: usize,
        documents: (Option<&Document>, Option<&Document>),
        direction: Direction,
        options: &Options,
    ) -> Option<Course> {
        let timeline = self.known_timeline(index)?;
        let swapped = (direction != self.direction(index)).then(|| timeline.clone().swapped());
        let timeline = swapped.as_ref().unwrap_or(timeline);
        let documents = direction.roles(documents);
        let languages = direction.roles((Language::Russian, Language::English));
        self.repositories.with(|git| {
            let (disk, missing) = (documents, RefCell::default());
            let store = Store { git, options, timeline, languages, disk, missing };
            Course::of(&store, documents)
        })
    }

    /// Who changed the source and the target of the pair at `index` last.
    #[must_use]
    pub fn last_changes(&self, index: usize) -> [Option<LastChange>; 2] {
        let [original, translation] =
            self.timelines.get(index).map(course::last_changes).unwrap_or_default();
        let (source, target) = self.direction(index).roles((original, translation));
        [source, target]
    }

    fn known_timeline(&self, index: usize) -> Option<&Timeline> {
        self.timelines.get(index).filter(|timeline| !timeline.heads.is_empty())
    }
}

/// The own folder of the repository that `root` lies in; none where there is no repository.
#[must_use]
pub fn git_folder(root: &Path) -> Option<PathBuf> {
    discover(root).ok().map(|git| git.path().to_owned())
}

pub(super) fn discover(root: &Path) -> Result<Repository, Message> {
    find(root).map_err(Message::from)
}

/// The repository that `root` lies in, with its work tree, wherever its own folder is.
fn find(root: &Path) -> Result<Repository, Unknown> {
    trust_names();
    let flags = RepositoryOpenFlags::CROSS_FS;
    Repository::open_ext(root, flags, &[] as &[&OsStr]).map_err(|error| match error.code() {
        ErrorCode::NotFound if !root.ancestors().any(|folder| folder.join(".git").exists()) => {
            Unknown::NoRepository
        }
        ErrorCode::Owner => Unknown::Unreadable(
            Message::new("history-owner").with("path", root.display().to_string()),
        ),
        _ => Unknown::Unreadable(unreadable(&error)),
    })
}

/// Spares the hash of each object that is read: what its name says is not computed anew, as git does
/// not either. One that is damaged shows by the checksum of its own compression.
fn trust_names() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| git2::opts::strict_hash_verification(false));
}

/// Whether objects were left out when the repository was cloned.
pub(super) fn is_partial(git: &Repository) -> bool {
    let Ok(config) = git.config() else { return false };
    let promisors = config.entries(Some("remote\\..*\\.(promisor|partialclonefilter)"));
    let has_promisor = || promisors.is_ok_and(|mut entries| entries.next().is_some());
    config.get_string("extensions.partialclone").is_ok() || has_promisor()
}

pub(super) fn unreadable(error: &git2::Error) -> Message {
    // Sound, but of a kind that libgit2 does not read yet.
    if error.message().contains("unknown object format") {
        return Message::new("history-object-format");
    }
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
    let configuration = find(root).ok()?.config().ok()?;
    configuration.get_string("user.name").ok().filter(|name| !name.is_empty())
}
