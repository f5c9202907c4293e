//! A repository opened as often as it is used at one time, and no oftener: opening it costs more
//! than reading a text from it.

use std::{
    fmt,
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

use git2::Repository;

/// The repository with this folder of its own, for many threads.
pub(super) struct Repositories {
    git_folder: PathBuf,
    idle: Mutex<Vec<Repository>>,
}

impl Repositories {
    /// The repository that is open already, and further ones as they are needed.
    pub(super) fn of(git: Repository) -> Self {
        Self { git_folder: git.path().to_owned(), idle: Mutex::new(vec![git]) }
    }

    /// What `look` finds in the repository; none where it cannot be opened any more.
    pub(super) fn with<Found>(&self, look: impl FnOnce(&Repository) -> Found) -> Option<Found> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let git = idle.map_or_else(|| Repository::open(&self.git_folder).ok(), Some)?;
        let found = look(&git);
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(git);
        Some(found)
    }
}

impl fmt::Debug for Repositories {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Repositories").field(&self.git_folder).finish()
    }
}
