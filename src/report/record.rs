//! Findings as the machine formats have them.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::{
    model::{Finding, Inside, Place},
    ui::Messages,
};

/// A stretch of a file. Lines and columns count from 1, columns in characters; the end is just past
/// the last character.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PlaceRecord<'a> {
    /// Relative to the project root, with `/`.
    path: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    /// What stands there; empty where something is missing and belongs.
    text: &'a str,
    /// Where inside of the file it is: the part of a package and the number of the paragraph,
    /// `word/document.xml:12`; the key of a catalogue. Lines of a package count its paragraphs.
    #[serde(skip_serializing_if = "Option::is_none")]
    inside: Option<String>,
}

impl<'a> PlaceRecord<'a> {
    fn of(place: &'a Place) -> Self {
        Self {
            path: place.path.as_str(),
            line: place.start.line,
            column: place.start.column,
            end_line: place.end.line,
            end_column: place.end.column,
            text: &place.text,
            inside: place.inside.as_ref().map(Inside::name),
        }
    }
}

/// Something to report.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Finding")]
pub(super) struct FindingRecord<'a> {
    /// The kind of finding; `sverka explain CODE` says more.
    code: &'a str,
    /// `error`, `warn` or `info`.
    #[schemars(extend("enum" = ["error", "warn", "info"]))]
    severity: &'a str,
    /// Depends on what the finding is about, not on line numbers.
    fingerprint: &'a str,
    /// In English.
    message: String,
    /// Where in the original, if it has a place there.
    source: Option<PlaceRecord<'a>>,
    /// Where in the translation; an empty range where something belongs.
    target: Option<PlaceRecord<'a>>,
    /// What the original said when it was translated.
    was: Option<&'a str>,
    /// Which side is the original: `ru-en`, the source, or `en-ru`, the target.
    #[schemars(extend("enum" = ["ru-en", "en-ru"]))]
    direction: &'a str,
    /// Facts that depend on the kind of finding.
    data: &'a Map<String, Value>,
}

impl<'a> FindingRecord<'a> {
    pub(super) fn of(finding: &'a Finding, english: &Messages) -> Self {
        Self {
            code: finding.code.as_str(),
            severity: finding.severity.as_str(),
            fingerprint: finding.fingerprint.as_str(),
            message: english.text(&finding.message),
            source: finding.source.as_ref().map(PlaceRecord::of),
            target: finding.target.as_ref().map(PlaceRecord::of),
            was: finding.was.as_deref(),
            direction: finding.direction.name(),
            data: &finding.data,
        }
    }
}

/// How many findings of each severity there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Severities {
    /// That fail a run.
    pub error: usize,
    /// Worth mending.
    pub warn: usize,
    /// Worth knowing.
    pub info: usize,
}

impl Severities {
    pub(super) fn of<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        use crate::model::Severity::{Error, Info, Warn};
        findings.into_iter().fold(Self::default(), |mut counts, finding| {
            match finding.severity {
                Error => counts.error += 1,
                Warn => counts.warn += 1,
                Info => counts.info += 1,
            }
            counts
        })
    }
}

impl std::ops::AddAssign for Severities {
    fn add_assign(&mut self, other: Self) {
        self.error += other.error;
        self.warn += other.warn;
        self.info += other.info;
    }
}
