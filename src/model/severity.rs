//! How much a finding matters.

use serde::{Deserialize, Serialize};

use super::{Code, Grade};

/// How much a finding matters to the gate; ordered, `Error` the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; never fails a run.
    Info,
    /// Worth mending; fails a run only on request.
    Warn,
    /// Fails the run.
    Error,
}

impl Severity {
    /// The word of the machine formats.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warn => "warn",
            Self::Error => "error",
        }
    }
}

/// The level that a configuration gives one kind of finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LevelSetting {
    /// The kind.
    pub code: Code,
    /// Findings of this grade alone; none is all.
    pub grade: Option<Grade>,
    /// How much they matter; none is off.
    pub severity: Option<Severity>,
}
