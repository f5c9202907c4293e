//! One line of the ledger.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// What a person decided; ordered by weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Decision {
    /// The source segment is left out on purpose.
    Omitted,
    /// The target segment is the translator's own.
    Added,
    /// The translation is right for this source.
    Confirmed,
    /// An editor says so too.
    Approved,
}

/// A pair of texts and what was decided about it.
///
/// On disk a JSON object on one line, its keys in this order; fields that are not known here are
/// kept behind them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The source text as it stood; empty for an addition.
    pub source: String,
    /// The target text as it stood; empty for an omission.
    pub target: String,
    /// What was decided.
    pub state: Decision,
    /// Who decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Kinds of findings that are right about the pair and not to be reported.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waives: Vec<String>,
    /// Whether somebody paired the two though the alignment saw it otherwise.
    #[serde(default, skip_serializing_if = "is_false")]
    pub pinned: bool,
    /// Fields of other programs.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl Entry {
    /// An entry without who and why.
    #[must_use]
    pub fn new(source: impl Into<String>, target: impl Into<String>, state: Decision) -> Self {
        let (source, target) = (source.into(), target.into());
        Self {
            source,
            target,
            state,
            who: None,
            note: None,
            waives: Vec::new(),
            pinned: false,
            other: Map::new(),
        }
    }

    /// The entry as its line, without the line end.
    #[must_use]
    pub fn to_line(&self) -> String {
        // A struct of strings and JSON values always serialises.
        serde_json::to_string(self).unwrap_or_default()
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
const fn is_false(value: &bool) -> bool {
    !*value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_fields_survive() {
        let line =
            r#"{"source":"Да.","target":"Yes.","state":"confirmed","who":"Анна","when":[1]}"#;
        let entry: Entry = serde_json::from_str(line).unwrap();
        assert_eq!(entry.who.as_deref(), Some("Анна"));
        assert_eq!(entry.to_line(), line);
    }
}
