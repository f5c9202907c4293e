//! The documents that a concept holds for.

use globset::{GlobSet, GlobSetBuilder};

use crate::model::{Message, path_pattern};

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
    /// When one is no pattern; the message says why.
    pub fn new(patterns: Vec<String>) -> Result<Self, Message> {
        let mut set = GlobSetBuilder::new();
        for pattern in &patterns {
            set.add(path_pattern(pattern, false)?);
        }
        let failed = |error: globset::Error| {
            let message = Message::new("config-glob").with("glob", patterns.join(" "));
            message.with("detail", error.kind().to_string())
        };
        Ok(Self { set: set.build().map_err(failed)?, patterns })
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
