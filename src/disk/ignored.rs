//! What git passes over in a project, as the `.gitignore` files of its folders say.
//!
//! A repository supplies these files, so that they are read as its texts are: links out of it,
//! pipes, devices and what is too large are refused and said. Folders above the repository say
//! nothing.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use ignore::{
    DirEntry, Match,
    gitignore::{Gitignore, GitignoreBuilder},
};

use super::{place, refusal::Refusal, walk::relative};
use crate::model::{Diagnostic, LONGEST_PATTERN, RepoPath};

/// The names of the files with rules; what the first says of a path weighs more.
const FILES: [&str; 2] = [".ignore", ".gitignore"];

/// No file of rules has more bytes: it is compiled into one machine.
const LARGEST: u64 = 1024 * 1024;

/// Git's own folder, or the file that says where it is.
const GIT: &str = ".git";

/// The rules of all folders of a project, read as they are asked for.
#[derive(Debug)]
pub(super) struct Ignored {
    /// The folder of the repository, or of the project where there is none.
    top: PathBuf,
    /// The root of the project.
    root: PathBuf,
    known: Mutex<HashMap<PathBuf, Arc<Rules>>>,
    refused: Mutex<Vec<Diagnostic>>,
}

/// The rules of one folder, by the file that they stand in.
#[derive(Debug)]
struct Rules {
    of_files: [Gitignore; FILES.len()],
    /// Whether the folders above say nothing of this one.
    is_top: bool,
}

impl Ignored {
    /// For the project at `root`.
    pub(super) fn of(root: &Path) -> Self {
        let top = root.ancestors().find(|folder| is_top(folder)).unwrap_or(root);
        Self {
            top: top.to_owned(),
            root: root.to_owned(),
            known: Mutex::default(),
            refused: Mutex::default(),
        }
    }

    /// Whether git passes over something, or everybody does because it is hidden. No rule can
    /// demand git's own folder.
    pub(super) fn passes_over(&self, entry: &DirEntry) -> bool {
        if entry.depth() == 0 {
            return false;
        }
        if entry.file_name().eq_ignore_ascii_case(GIT) {
            return true;
        }
        let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
        let is_hidden = || entry.file_name().as_encoded_bytes().starts_with(b".");
        self.verdict(entry.path(), is_folder).unwrap_or_else(is_hidden)
    }

    /// What could not be read of the rules, once.
    pub(super) fn take_refused(&self) -> Vec<Diagnostic> {
        std::mem::take(&mut *self.refused.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Whether some rule passes over `path`, or demands it; none where no rule speaks of it.
    fn verdict(&self, path: &Path, is_folder: bool) -> Option<bool> {
        let folders: Vec<Arc<Rules>> = self.rules_above(path);
        let says = |file: usize| {
            folders.iter().find_map(|rules| match rules.of_files[file].matched(path, is_folder) {
                Match::Ignore(_) => Some(true),
                Match::Whitelist(_) => Some(false),
                Match::None => None,
            })
        };
        (0..FILES.len()).find_map(says)
    }

    /// The rules of the folders that `path` lies in, the nearest first.
    fn rules_above(&self, path: &Path) -> Vec<Arc<Rules>> {
        let mut all = Vec::new();
        for folder in path.ancestors().skip(1) {
            let rules = self.rules(folder);
            let is_top = rules.is_top;
            all.push(rules);
            if is_top {
                break;
            }
        }
        all
    }

    fn rules(&self, folder: &Path) -> Arc<Rules> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(rules) = known.get(folder) {
            return Arc::clone(rules);
        }
        let rules = Arc::new(Rules {
            of_files: FILES.map(|name| self.read(folder, name)),
            is_top: folder == self.top || is_top(folder),
        });
        known.insert(folder.to_owned(), Arc::clone(&rules));
        rules
    }

    /// The rules of a file; none where there is none, or it cannot be read.
    fn read(&self, folder: &Path, name: &str) -> Gitignore {
        let path = folder.join(name);
        if path.symlink_metadata().is_err() {
            return Gitignore::empty();
        }
        // A folder whose name is no Unicode text is reported by whoever walks.
        let Ok(place) = relative(&self.top, &path) else { return Gitignore::empty() };
        match place::read(&self.top, &place, LARGEST) {
            Ok(bytes) => rules_of(folder, &String::from_utf8_lossy(&bytes)),
            Err(refusal) => {
                self.refuse(&path, &refusal);
                Gitignore::empty()
            }
        }
    }

    fn refuse(&self, path: &Path, refusal: &Refusal) {
        let shown = relative(&self.root, path).unwrap_or_else(|_| RepoPath::new(FILES[1]));
        let mut refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner);
        refused.push(refusal.about(&shown));
    }
}

/// Whether a repository begins at this folder.
fn is_top(folder: &Path) -> bool {
    folder.join(GIT).symlink_metadata().is_ok()
}

/// The rules of a text; a line that is none costs itself, as it does with git.
fn rules_of(folder: &Path, text: &str) -> Gitignore {
    let mut builder = GitignoreBuilder::new(folder);
    let lines = text.trim_start_matches('\u{feff}').lines();
    for line in lines.filter(|line| line.len() <= LONGEST_PATTERN) {
        let _ = builder.add_line(None, line);
    }
    builder.build().unwrap_or_else(|_| Gitignore::empty())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn said(ignored: &Ignored, path: &str, is_folder: bool) -> Option<bool> {
        ignored.verdict(&ignored.root.join(path), is_folder)
    }

    #[test]
    fn the_nearest_rule_counts_and_none_from_above_the_repository() {
        let above = tempfile::tempdir().unwrap();
        let top = above.path().join("top");
        let root = top.join("project");
        fs::create_dir_all(root.join("a")).unwrap();
        fs::create_dir_all(root.join("module/.git")).unwrap();
        fs::create_dir_all(top.join(".git")).unwrap();
        fs::write(above.path().join(".gitignore"), "*\n").unwrap();
        fs::write(top.join(".gitignore"), "*.tmp\nbuilt/\n/project/a/x.md\n").unwrap();
        fs::write(root.join("a/.gitignore"), "!kept.tmp\n*.md\n").unwrap();
        fs::write(root.join("a/.ignore"), "!y.md\n").unwrap();
        let ignored = Ignored::of(&root);
        for (path, is_folder, expected) in [
            ("x.tmp", false, Some(true)),
            ("x.md", false, None),
            ("built", true, Some(true)),
            ("built", false, None),
            ("a/kept.tmp", false, Some(false)),
            ("a/x.md", false, Some(true)),
            ("a/y.md", false, Some(false)),
            ("module/x.tmp", false, None),
        ] {
            assert_eq!(said(&ignored, path, is_folder), expected, "{path}");
        }
        assert!(ignored.take_refused().is_empty());
    }

    #[test]
    #[cfg(unix)]
    fn rules_that_cannot_be_read_are_said_once_and_are_none() {
        let root = tempfile::tempdir().unwrap();
        for (folder, to) in [("zero", "/dev/zero"), ("loop", ".gitignore"), ("in", "../rules")] {
            fs::create_dir(root.path().join(folder)).unwrap();
            std::os::unix::fs::symlink(to, root.path().join(folder).join(".gitignore")).unwrap();
        }
        fs::write(root.path().join("rules"), "x.md\n").unwrap();
        let ignored = Ignored::of(root.path());
        for (path, expected) in
            [("zero/x.md", None), ("zero/y.md", None), ("loop/x.md", None), ("in/x.md", Some(true))]
        {
            assert_eq!(said(&ignored, path, false), expected, "{path}");
        }
        assert_eq!(ignored.take_refused().len(), 2);
    }
}
