//! Path rules: where an original's translation lives.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

use crate::model::{Direction, RepoPath};

/// What both sides of a rule share.
const SHARED: &str = "{path}";

/// A path with one part left open, `docs/{path}.ru.md` for example, or the path of one file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Template {
    prefix: String,
    suffix: String,
    /// Whether it names one file, `prefix`.
    is_file: bool,
}

/// Why a text is no template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TemplateError {
    /// `{path}` is there twice, or a pattern stands in its place.
    Shared,
    /// The path is absolute or leads out of the project.
    Outside,
}

impl Template {
    /// Reads `text`, which holds `{path}` once or names one file, and stays in the project.
    ///
    /// # Errors
    /// See [`TemplateError`].
    pub fn parse(text: &str) -> Result<Self, TemplateError> {
        let is_file = !text.contains(SHARED);
        let (prefix, suffix) = text.split_once(SHARED).unwrap_or((text, ""));
        let is_pattern = text.contains('*') || text.ends_with('/') || text.is_empty();
        if suffix.contains(SHARED) || (is_file && is_pattern) {
            return Err(TemplateError::Shared);
        }
        let prefix = prefix.strip_prefix("./").unwrap_or(prefix);
        let leaves = |part: &str| part == ".." || part.eq_ignore_ascii_case(".git");
        if prefix.starts_with('/') || format!("{prefix}{suffix}").split('/').any(leaves) {
            return Err(TemplateError::Outside);
        }
        Ok(Self { prefix: prefix.nfc().collect(), suffix: suffix.nfc().collect(), is_file })
    }

    /// The shared part of `path`, in NFC, if the template fits it; empty for the path of a file.
    #[must_use]
    pub fn shared(&self, path: &RepoPath) -> Option<String> {
        let path: String = path.as_str().nfc().collect();
        if self.is_file {
            return (path == self.prefix).then(String::new);
        }
        let shared = path.strip_prefix(&self.prefix)?.strip_suffix(&self.suffix)?;
        (!shared.is_empty() && !shared.ends_with('/')).then(|| shared.to_owned())
    }

    /// The path with `shared` in its place.
    #[must_use]
    pub fn path(&self, shared: &str) -> RepoPath {
        let shared = if self.is_file { "" } else { shared };
        RepoPath::new(format!("{}{shared}{}", self.prefix, self.suffix))
    }

    /// Whether it names one file.
    #[must_use]
    pub const fn is_file(&self) -> bool {
        self.is_file
    }

    /// How much of the path is fixed, in bytes: of two templates that fit, the one that says more
    /// is meant.
    #[must_use]
    pub fn fixed(&self) -> usize {
        self.prefix.len() + self.suffix.len()
    }
}

impl fmt::Display for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shared = if self.is_file { "" } else { SHARED };
        write!(f, "{}{shared}{}", self.prefix, self.suffix)
    }
}

/// A pair of templates.
#[derive(Debug, Clone)]
pub struct PathRule {
    /// Where originals live.
    pub source: Template,
    /// Where their translations live.
    pub target: Template,
    /// Paths, of either side, that the rule passes over.
    pub exclude: globset::GlobSet,
    /// Whose change makes the other side stale; none where history is to tell.
    pub direction: Option<Direction>,
}

impl PathRule {
    /// A rule without exceptions.
    #[must_use]
    pub fn new(source: Template, target: Template) -> Self {
        Self { source, target, exclude: globset::GlobSet::empty(), direction: None }
    }

    /// Whether a path alone shows that a file is a translation: not where every original's path
    /// would do as a translation's (`{path}.md` beside `{path}.ru.md`).
    #[must_use]
    pub fn tells_targets(&self) -> bool {
        self.target.shared(&self.source.path("x")).is_none()
    }

    /// Whether a path alone shows that a file is an original.
    #[must_use]
    pub fn tells_sources(&self) -> bool {
        self.source.shared(&self.target.path("x")).is_none()
    }

    /// The shared part of an original's path.
    #[must_use]
    pub fn source_shared(&self, path: &RepoPath) -> Option<String> {
        self.source.shared(path).filter(|_| !self.exclude.is_match(path.as_str()))
    }

    /// The shared part of a translation's path.
    #[must_use]
    pub fn target_shared(&self, path: &RepoPath) -> Option<String> {
        self.target.shared(path).filter(|_| !self.exclude.is_match(path.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counterpart(source: &str, target: &str, path: &str) -> Option<String> {
        let rule =
            PathRule::new(Template::parse(source).unwrap(), Template::parse(target).unwrap());
        let shared = rule.source_shared(&RepoPath::new(path))?;
        Some(rule.target.path(&shared).as_str().to_owned())
    }

    #[test]
    fn counterparts() {
        for (source, target, path, expected) in [
            (
                "source-ru/{path}",
                "translations/{path}",
                "source-ru/письма/Мой дом.md",
                "translations/письма/Мой дом.md",
            ),
            ("docs/{path}.ru.md", "docs/{path}.md", "docs/a/intro.ru.md", "docs/a/intro.md"),
            ("{path}_RU.md", "{path}.md", "README_RU.md", "README.md"),
            (
                "{path}/original.md",
                "{path}/translation.md",
                "essays/one/original.md",
                "essays/one/translation.md",
            ),
        ] {
            assert_eq!(counterpart(source, target, path).as_deref(), Some(expected));
        }
        assert_eq!(counterpart("source-ru/{path}", "translations/{path}", "README.md"), None);
    }

    #[test]
    fn decomposed_names_match() {
        let template = Template::parse("русский/{path}").unwrap();
        assert!(template.shared(&RepoPath::new("русскии\u{306}/a.md")).is_some());
    }

    #[test]
    fn two_files_of_any_name() {
        assert_eq!(
            counterpart("письмо 1.md", "Letter 1.md", "письмо 1.md").as_deref(),
            Some("Letter 1.md")
        );
        assert_eq!(counterpart("письмо 1.md", "Letter 1.md", "письмо 2.md"), None);
    }

    #[test]
    fn what_is_no_template() {
        assert_eq!(Template::parse("source-ru/*.md"), Err(TemplateError::Shared));
        assert_eq!(Template::parse("{path}/{path}"), Err(TemplateError::Shared));
        assert_eq!(Template::parse("../{path}"), Err(TemplateError::Outside));
    }
}
