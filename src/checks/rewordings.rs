//! One word of the originals replaced by another all over a project: one finding with its places.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::findings::one_of_many;
use crate::{
    model::{DocumentReport, Finding, Grade, Message, RepoPath},
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
///
/// # Errors
/// When findings that are shelved cannot be read.
pub fn merge(documents: &mut [DocumentReport], rewordings: &[Vec<Rewording>]) -> io::Result<()> {
    let replacements = replacements(rewordings);
    let first = replacements.iter().filter_map(|(_, places)| places.first()).copied().collect();
    let all = replacements.iter().flat_map(|(_, places)| places).copied().collect();
    let (mut told, spots) = look(documents, &all, &first)?;
    for (rewording, places) in &replacements {
        let spots: Vec<&Spot> = places.iter().filter_map(|at| spots.get(at)).collect();
        if let Some(finding) = places.first().and_then(|at| told.get_mut(at)) {
            tell(finding, rewording, &spots);
        }
    }
    let mut changes: BTreeMap<usize, Vec<(usize, Option<Finding>)>> = BTreeMap::new();
    for (document, at) in all {
        changes.entry(document).or_default().push((at, told.remove(&(document, at))));
    }
    for (document, changes) in changes {
        if let Some(document) = documents.get_mut(document) {
            document.change(changes);
        }
    }
    Ok(())
}

/// Of `all` findings where they stand in the translation, and those that tell of others.
fn look(
    documents: &[DocumentReport],
    all: &BTreeSet<At>,
    first: &BTreeSet<At>,
) -> io::Result<(BTreeMap<At, Finding>, BTreeMap<At, Spot>)> {
    let (mut told, mut spots) = (BTreeMap::new(), BTreeMap::new());
    let mut rest = all.iter().copied().peekable();
    while let Some(&(index, _)) = rest.peek() {
        let findings = documents.get(index).map(DocumentReport::found).transpose()?;
        while let Some(at) = rest.next_if(|(document, _)| *document == index) {
            let Some(finding) = findings.as_ref().and_then(|all| all.get(at.1)) else { continue };
            if let Some(place) = finding.translation() {
                spots.insert(at, Spot { path: place.path.clone(), line: place.start.line });
            }
            if first.contains(&at) {
                told.insert(at, finding.clone());
            }
        }
    }
    Ok((told, spots))
}

/// Where a finding stands in the translation.
struct Spot {
    path: RepoPath,
    line: usize,
}

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

fn tell(finding: &mut Finding, rewording: &Rewording, places: &[&Spot]) {
    let at = |place: &&Spot| format!("{}:{}", place.path, place.line);
    let named: Vec<String> = places.iter().take(NAMED).map(at).collect();
    let rest = places.len().saturating_sub(NAMED);
    finding.message = Message::new("stale-reworded")
        .with("was", rewording.was.as_str())
        .with("now", rewording.now.as_str())
        .with("count", places.len())
        .with("places", named.join(", "))
        .with("rest", rest);
    let all: Vec<Value> = places.iter().map(|place| one_of_many(&place.path, place.line)).collect();
    finding.data.insert("places".to_owned(), all.into());
}
