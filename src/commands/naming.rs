//! Documents as people name them: from the project, from the current folder, by the end of the path
//! (`Letter 1.md`, `letters/01.md`), by a pattern.

use std::path::Path;

use globset::{GlobBuilder, GlobMatcher};

use crate::model::{DocumentPair, RepoPath};

/// What a person typed for a document or a folder.
#[derive(Debug)]
pub(super) struct Name {
    /// As typed, with `/`.
    typed: String,
    /// From the folder of the command.
    path: RepoPath,
    pattern: Option<GlobMatcher>,
}

impl Name {
    /// `typed` names `path` where it is taken from the folder of the command.
    pub(super) fn of(typed: &Path, path: RepoPath) -> Self {
        let typed = typed.to_string_lossy().replace('\\', "/");
        let typed = typed.strip_prefix("./").unwrap_or(&typed).to_owned();
        let pattern = typed
            .contains(['*', '?', '['])
            .then(|| GlobBuilder::new(path.as_str()).literal_separator(true).build().ok());
        Self { typed, path, pattern: pattern.flatten().map(|glob| glob.compile_matcher()) }
    }

    /// As a person typed it.
    pub(super) fn typed(&self) -> &str {
        &self.typed
    }

    /// Whether either side of a pair is the very path, lies below it, or fits the pattern.
    pub(super) fn means(&self, pair: &DocumentPair) -> bool {
        sides(pair).any(|side| self.means_file(side))
    }

    fn means_file(&self, file: &RepoPath) -> bool {
        let fits = |pattern: &GlobMatcher| pattern.is_match(file.as_str());
        lies_below(file, &self.path) || self.pattern.as_ref().is_some_and(fits)
    }

    /// Whether the path of either side ends with what was typed, or has it as a folder.
    pub(super) fn may_mean(&self, pair: &DocumentPair) -> bool {
        let inside = format!("/{}/", self.typed.trim_end_matches('/'));
        let is_inside = |side: &RepoPath| format!("/{}", side.as_str()).contains(&inside);
        let is_usable = !self.typed.is_empty() && !self.typed.starts_with("..");
        is_usable && sides(pair).any(|side| self.ends(side) || is_inside(side))
    }

    /// Whether the path of a file ends with what was typed.
    pub(super) fn ends(&self, file: &RepoPath) -> bool {
        let typed = self.typed.trim_end_matches('/');
        let rest = file.as_str().strip_suffix(typed).filter(|_| !typed.is_empty());
        rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
    }
}

fn sides(pair: &DocumentPair) -> impl Iterator<Item = &RepoPath> {
    [&pair.source, &pair.target, &pair.expected_target].into_iter().flatten()
}

/// Whether a file is `path` or lies below it.
pub(super) fn lies_below(file: &RepoPath, path: &RepoPath) -> bool {
    let rest = file.as_str().strip_prefix(path.as_str());
    path.as_str().is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_named_by_a_path_its_end_or_a_pattern() {
        let pair = DocumentPair {
            source: Some(RepoPath::new("ru/letters/a.md")),
            target: None,
            expected_target: Some(RepoPath::new("en/letters/a.md")),
            shared: "letters/a.md".to_owned(),
            renamed: false,
            direction: None,
        };
        for (typed, means, may_mean) in [
            ("", true, false),
            ("ru", true, true),
            ("ru/letters/a.md", true, true),
            ("en/letters", true, true),
            ("ru/let", false, false),
            ("ru/letters/a.md/b", false, false),
            ("a.md", false, true),
            ("letters/a.md", false, true),
            ("letters", false, true),
            ("etters/a.md", false, false),
            ("ru/**/*.md", true, false),
            ("ru/*.md", false, false),
        ] {
            let name = Name::of(Path::new(typed), RepoPath::new(typed));
            assert_eq!((name.means(&pair), name.may_mean(&pair)), (means, may_mean), "{typed}");
        }
    }
}
