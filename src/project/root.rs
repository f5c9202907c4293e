//! Where a project begins.

use std::path::{Path, PathBuf};

use super::config::FILE_NAME;
use crate::model::{Diagnostic, Message};

/// The project root for work in `start`: the nearest folder upwards with a configuration, else
/// the git root (of a worktree or submodule its own), else `start` itself.
///
/// # Errors
/// When `start` is no folder.
pub(super) fn find(start: &Path) -> Result<PathBuf, Vec<Diagnostic>> {
    let start = start.canonicalize().ok().filter(|path| path.is_dir()).ok_or_else(|| {
        let message = Message::new("folder-not-found").with("path", start.display().to_string());
        vec![Diagnostic::new(message)]
    })?;
    let above = |name: &str| {
        start.ancestors().find(|folder| folder.join(name).exists()).map(Path::to_path_buf)
    };
    // A configuration above the repository's own root belongs to something else.
    let git = above(".git");
    let config =
        above(FILE_NAME).filter(|config| git.as_ref().is_none_or(|git| config.starts_with(git)));
    Ok(config.or(git).unwrap_or(start))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_nearest_configuration_then_git_then_here() {
        let folder = tempfile::tempdir().unwrap();
        let top = folder.path().canonicalize().unwrap();
        fs::create_dir_all(top.join("repo/.git")).unwrap();
        fs::create_dir_all(top.join("repo/site/letters")).unwrap();
        fs::write(top.join(FILE_NAME), "").unwrap();
        assert_eq!(find(&top.join("repo/site/letters")).unwrap(), top.join("repo"));
        fs::write(top.join("repo/site").join(FILE_NAME), "").unwrap();
        assert_eq!(find(&top.join("repo/site/letters")).unwrap(), top.join("repo/site"));
        assert!(find(&top.join("nowhere")).is_err());
    }
}
