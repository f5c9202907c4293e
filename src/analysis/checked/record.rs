//! What is kept of a pair: its findings as they were before the project was looked at as a whole,
//! and its pages.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{
    checks::Page,
    model::{Code, Direction, Finding, Fingerprint, Fix, Message, Place, Severity},
};

/// How a finding is written and read.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Finding")]
struct KeptFinding {
    #[serde(with = "kept_code")]
    code: Code,
    severity: Severity,
    message: Message,
    source: Option<Place>,
    target: Option<Place>,
    was: Option<String>,
    #[serde(with = "kept_data")]
    data: Map<String, Value>,
    fingerprint: Fingerprint,
    fix: Option<Fix>,
    direction: Direction,
}

/// A finding to be written.
#[derive(Serialize)]
struct Written<'a>(#[serde(serialize_with = "KeptFinding::serialize")] &'a Finding);

/// A finding that was read.
#[derive(Deserialize)]
struct Read(#[serde(deserialize_with = "KeptFinding::deserialize")] Finding);

/// The findings of a pair as bytes.
pub(super) fn write_findings(findings: &[Finding]) -> Option<Vec<u8>> {
    let written: Vec<Written<'_>> = findings.iter().map(Written).collect();
    postcard::to_stdvec(&written).ok()
}

/// None where the bytes are no findings.
pub(super) fn read_findings(bytes: &[u8]) -> Option<Vec<Finding>> {
    let read: Vec<Read> = postcard::from_bytes(bytes).ok()?;
    Some(read.into_iter().map(|Read(finding)| finding).collect())
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

/// A kind of finding by its name; one that there is no more cannot be read.
mod kept_code {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use crate::{checks, model::Code};

    pub(super) fn serialize<S: Serializer>(code: &Code, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(code.as_str())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Code, D::Error> {
        let name = String::deserialize(input)?;
        checks::code(&name).ok_or_else(|| D::Error::custom("no kind of finding"))
    }
}

/// Facts as JSON, for the bytes do not say what they are; empty where there are none.
mod kept_data {
    use serde::{Deserialize, Deserializer, Serializer, de, ser};
    use serde_json::{Map, Value};

    type Data = Map<String, Value>;

    pub(super) fn serialize<S: Serializer>(data: &Data, serializer: S) -> Result<S::Ok, S::Error> {
        if data.is_empty() {
            return serializer.serialize_str("");
        }
        serializer.serialize_str(&serde_json::to_string(data).map_err(ser::Error::custom)?)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Data, D::Error> {
        let text = String::deserialize(input)?;
        if text.is_empty() {
            return Ok(Data::new());
        }
        serde_json::from_str(&text).map_err(de::Error::custom)
    }
}
