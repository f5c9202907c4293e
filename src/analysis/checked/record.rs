//! What is kept of a pair: its findings as they were before the project was looked at as a whole,
//! and its pages.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{
    checks::{self, Page},
    model::{Code, Direction, Finding, Fingerprint, Fix, Message, Place, Severity},
};

/// A finding in a form that can be written and read.
#[derive(Debug, Serialize, Deserialize)]
struct KeptFinding {
    code: String,
    severity: Severity,
    message: Message,
    source: Option<Place>,
    target: Option<Place>,
    was: Option<String>,
    /// JSON; empty where there is nothing.
    data: String,
    fingerprint: Fingerprint,
    fix: Option<Fix>,
    direction: Direction,
}

/// The findings of a pair as bytes.
pub(super) fn write_findings(findings: &[Finding]) -> Option<Vec<u8>> {
    let kept = findings.iter().map(KeptFinding::of).collect::<Option<Vec<_>>>()?;
    postcard::to_stdvec(&kept).ok()
}

/// None where the bytes are no findings.
pub(super) fn read_findings(bytes: &[u8]) -> Option<Vec<Finding>> {
    let kept: Vec<KeptFinding> = postcard::from_bytes(bytes).ok()?;
    kept.into_iter().map(KeptFinding::into_finding).collect()
}

/// How the texts of a pair begin, as bytes.
pub(super) fn write_beginnings(beginnings: &[u32]) -> Vec<u8> {
    beginnings.iter().flat_map(|beginning| beginning.to_le_bytes()).collect()
}

/// What bytes say of how texts begin.
pub(super) fn read_beginnings(bytes: &[u8]) -> Vec<u32> {
    bytes.as_chunks::<4>().0.iter().map(|bytes| u32::from_le_bytes(*bytes)).collect()
}

/// The two sides of a page as bytes.
pub(super) fn write_page(page: &Page) -> Option<Vec<u8>> {
    postcard::to_stdvec(page).ok()
}

/// None where the bytes are no page.
pub(super) fn read_page(bytes: &[u8]) -> Option<Page> {
    postcard::from_bytes(bytes).ok()
}

impl KeptFinding {
    fn of(finding: &Finding) -> Option<Self> {
        let Finding {
            code,
            severity,
            message,
            source,
            target,
            was,
            data,
            fingerprint,
            fix,
            direction,
        } = finding.clone();
        let data =
            if data.is_empty() { String::new() } else { serde_json::to_string(&data).ok()? };
        let code = code.as_str().to_owned();
        Some(Self {
            code,
            severity,
            message,
            source,
            target,
            was,
            data,
            fingerprint,
            fix,
            direction,
        })
    }

    fn into_finding(self) -> Option<Finding> {
        let Self {
            code,
            severity,
            message,
            source,
            target,
            was,
            data,
            fingerprint,
            fix,
            direction,
        } = self;
        let code: Code = checks::code(&code)?;
        let data: Map<String, Value> =
            if data.is_empty() { Map::new() } else { serde_json::from_str(&data).ok()? };
        Some(Finding {
            code,
            severity,
            message,
            source,
            target,
            was,
            data,
            fingerprint,
            fix,
            direction,
        })
    }
}
