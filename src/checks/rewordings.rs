//! One word of the originals replaced by another all over a project: one finding with its places.

use std::collections::BTreeMap;

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

/// Joins the findings of stale text in which the same word took the place of the same word, and of
/// which nothing shows that they say something else: the first of them tells of all.
pub(super) fn merge(documents: &mut [DocumentReport]) {
    for places in replacements(documents).into_values().filter(|at| at.len() >= MOST_APART) {
        let told: Vec<Place> = places.iter().filter_map(|at| place(documents, *at)).collect();
        let Some((&first, rest)) = places.split_first() else { continue };
        if let Some(finding) = finding(documents, first) {
            tell(finding, &told);
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

/// The findings of rewordings by the stems of the two words.
fn replacements(documents: &[DocumentReport]) -> BTreeMap<(String, String), Vec<At>> {
    let mut found: BTreeMap<(String, String), Vec<At>> = BTreeMap::new();
    for (index, report) in documents.iter().enumerate() {
        for (at, finding) in report.findings.iter().enumerate().filter(|(_, one)| is_rewording(one))
        {
            let (Some(was), Some(now)) = (&finding.was, finding.original()) else { continue };
            if let Some(word) = replaced_word(was, &now.text, finding.direction.original()) {
                found.entry((word.was_stem, word.now_stem)).or_default().push((index, at));
            }
        }
    }
    found
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

fn tell(finding: &mut Finding, places: &[Place]) {
    let at = |place: &Place| format!("{}:{}", place.path, place.start.line);
    let named: Vec<String> = places.iter().take(NAMED).map(at).collect();
    let rest = places.len().saturating_sub(NAMED);
    let language = finding.direction.original();
    let word = finding.was.as_deref().zip(finding.original());
    let word = word.and_then(|(was, now)| replaced_word(was, &now.text, language));
    let (was, now) = word.map_or_else(Default::default, |word| (word.was, word.now));
    finding.message = Message::new("stale-reworded")
        .with("was", was)
        .with("now", now)
        .with("count", places.len())
        .with("places", named.join(", "))
        .with("rest", rest);
    let all: Vec<Value> = places
        .iter()
        .map(|place| json!({ "path": place.path.as_str(), "line": place.start.line }))
        .collect();
    finding.data.insert("places".to_owned(), all.into());
}
