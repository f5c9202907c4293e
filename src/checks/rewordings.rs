//! One word of the originals replaced by another all over a project: one finding with its places.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::{
    model::{DocumentReport, Finding, Grade, Message, Place},
    states::replaced_word,
};

/// So many places make it one decision of the authors and not several.
const MOST_APART: usize = 3;

/// How many places the message names.
const NAMED: usize = 5;

/// A finding by its document and its place there.
type At = (usize, usize);

/// One word that took the place of another in stale text of which nothing shows that it says
/// something else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rewording {
    /// The finding, by its place among those of its document.
    at: usize,
    was: String,
    now: String,
    /// By which the same change is known again.
    stems: (String, String),
}

impl Rewording {
    /// Those among the findings of a document.
    #[must_use]
    pub fn among(findings: &[Finding]) -> Vec<Self> {
        let all = findings.iter().enumerate().filter(|(_, finding)| is_rewording(finding));
        let rewording = |(at, finding): (usize, &Finding)| {
            let (was, now) = (finding.was.as_ref()?, finding.original()?);
            let word = replaced_word(was, &now.text, finding.direction.original())?;
            let stems = (word.was_stem, word.now_stem);
            Some(Self { at, was: word.was, now: word.now, stems })
        };
        all.filter_map(rewording).collect()
    }
}

/// Joins the findings of stale text in which the same word took the place of the same word, and of
/// which nothing shows that they say something else: the first of them tells of all. `rewordings`
/// are those of each document.
pub fn merge(documents: &mut [DocumentReport], rewordings: &[Vec<Rewording>]) {
    for (rewording, places) in replacements(rewordings) {
        let told: Vec<Place> = places.iter().filter_map(|at| place(documents, *at)).collect();
        let Some((&first, rest)) = places.split_first() else { continue };
        if let Some(finding) = finding(documents, first) {
            tell(finding, rewording, &told);
        }
        for &at in rest {
            if let Some(finding) = finding(documents, at) {
                finding.message.id = JOINED.into();
            }
        }
    }
    for document in documents {
        document.findings.retain(|finding| finding.message.id != JOINED);
    }
}

/// Marks a finding that another one tells of.
const JOINED: &str = "";

/// The findings of the rewordings that are met often enough, with the first of each.
fn replacements(rewordings: &[Vec<Rewording>]) -> Vec<(&Rewording, Vec<At>)> {
    let mut found: BTreeMap<&(String, String), (&Rewording, Vec<At>)> = BTreeMap::new();
    for (index, own) in rewordings.iter().enumerate() {
        for rewording in own {
            let met = found.entry(&rewording.stems).or_insert_with(|| (rewording, Vec::new()));
            met.1.push((index, rewording.at));
        }
    }
    found.into_values().filter(|(_, places)| places.len() >= MOST_APART).collect()
}

fn is_rewording(finding: &Finding) -> bool {
    let grade = finding.data.get("grade").and_then(Value::as_str);
    finding.code.as_str() == "stale" && grade == Some(Grade::Rewording.as_str())
}

fn finding(documents: &mut [DocumentReport], (document, at): At) -> Option<&mut Finding> {
    documents.get_mut(document)?.findings.get_mut(at)
}

fn place(documents: &[DocumentReport], (document, at): At) -> Option<Place> {
    documents.get(document)?.findings.get(at)?.translation().cloned()
}

fn tell(finding: &mut Finding, rewording: &Rewording, places: &[Place]) {
    let at = |place: &Place| format!("{}:{}", place.path, place.start.line);
    let named: Vec<String> = places.iter().take(NAMED).map(at).collect();
    let rest = places.len().saturating_sub(NAMED);
    finding.message = Message::new("stale-reworded")
        .with("was", rewording.was.as_str())
        .with("now", rewording.now.as_str())
        .with("count", places.len())
        .with("places", named.join(", "))
        .with("rest", rest);
    let all: Vec<Value> = places
        .iter()
        .map(|place| json!({ "path": place.path.as_str(), "line": place.start.line }))
        .collect();
    finding.data.insert("places".to_owned(), all.into());
}
