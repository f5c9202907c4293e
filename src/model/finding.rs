//! Findings: what a check has to say, as data.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Direction, Fix, Message, Place, Severity};

/// The stable kebab-case name of a kind of finding, `untranslated` for example.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Code(&'static str);

impl Code {
    /// Names a kind of finding.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self(name)
    }

    /// The name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// Names a finding by what it is about, not by its line: it survives edits elsewhere in the file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// Hashes `parts`, which must say what the finding is about and hold no position.
    ///
    /// Sixteen hexadecimal digits of BLAKE3: one chance in a million of two alike among six
    /// million findings.
    #[must_use]
    pub fn of<'a>(parts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut hasher = blake3::Hasher::new();
        for part in parts {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part.as_bytes());
        }
        Self(hasher.finalize().to_hex()[..16].to_owned())
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Something to report.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What kind.
    pub code: Code,
    /// How much it matters here, configuration considered.
    pub severity: Severity,
    /// What to say.
    pub message: Message,
    /// Where in the original.
    pub source: Option<Place>,
    /// Where in the translation; an empty span where something is missing and belongs.
    pub target: Option<Place>,
    /// What the original said when it was translated.
    pub was: Option<String>,
    /// Which side is the original where the finding is about that.
    pub direction: Direction,
    /// Facts for programs.
    pub data: Map<String, Value>,
    /// What it is about, the same wherever the text moves.
    pub fingerprint: Fingerprint,
    /// The change that cures it, where that is safe to make.
    pub fix: Option<Fix>,
}

impl Finding {
    /// Where in the side that leads.
    #[must_use]
    pub fn original(&self) -> Option<&Place> {
        self.direction.roles((self.source.as_ref(), self.target.as_ref())).0
    }

    /// Where in the side that translates it.
    #[must_use]
    pub fn translation(&self) -> Option<&Place> {
        self.direction.roles((self.source.as_ref(), self.target.as_ref())).1
    }
}
