//! The documents that a concept holds for.

use globset::{Error, Glob, GlobSet, GlobSetBuilder};

/// Path patterns as they were written, and what they match.
#[derive(Debug, Clone)]
pub struct PathPatterns {
    patterns: Vec<String>,
    set: GlobSet,
}

impl PathPatterns {
    /// The patterns, of which `*` stands for a part of a path and `**` for any folders.
    ///
    /// # Errors
    /// When one is no pattern.
    pub fn new(patterns: Vec<String>) -> Result<Self, Error> {
        let mut set = GlobSetBuilder::new();
        for pattern in &patterns {
            set.add(Glob::new(pattern)?);
        }
        Ok(Self { set: set.build()?, patterns })
    }

    /// Whether any of them matches the path.
    #[must_use]
    pub fn is_match(&self, path: &str) -> bool {
        self.set.is_match(path)
    }

    /// The patterns as they were written.
    #[must_use]
    pub fn as_written(&self) -> &[String] {
        &self.patterns
    }
}

impl PartialEq for PathPatterns {
    fn eq(&self, other: &Self) -> bool {
        self.patterns == other.patterns
    }
}

impl Eq for PathPatterns {}
