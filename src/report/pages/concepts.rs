//! The term base as its page shows it: concepts with the sentences that mention them.

use std::collections::BTreeMap;

use super::{document::DocumentView, runs::Mark, unit::UnitView};
use crate::glossary::{Concept, Glossary};

/// So many occurrences are shown of each concept.
const SHOWN: usize = 40;

/// A concept and where it occurs.
#[derive(Debug)]
pub struct ConceptView<'a> {
    /// The concept.
    pub concept: &'a Concept,
    /// How many units of the originals mention it.
    pub count: usize,
    /// How many of its mentions are not called as they should be.
    pub missing: usize,
    /// The first of the units.
    pub occurrences: Vec<OccurrenceView>,
}

/// A unit that mentions a concept.
#[derive(Debug, Clone)]
pub struct OccurrenceView {
    /// The document, by its name in addresses.
    pub document: String,
    /// The unit, likewise.
    pub unit: String,
    /// The path of the document.
    pub name: String,
    /// The original.
    pub source: String,
    /// The translation.
    pub target: String,
}

/// Where concepts occur, gathered from one document after another.
#[derive(Debug, Default)]
pub struct Occurrences(BTreeMap<String, Found>);

#[derive(Debug, Default)]
struct Found {
    count: usize,
    missing: usize,
    first: Vec<OccurrenceView>,
}

impl Occurrences {
    /// Takes in the units of a document.
    pub fn add(&mut self, view: &DocumentView<'_>) {
        for unit in view.units() {
            for concept in mentioned(unit) {
                let found = self.0.entry(concept.to_owned()).or_default();
                found.count += 1;
                if found.first.len() < SHOWN {
                    found.first.push(occurrence(view, unit));
                }
            }
            for finding in unit.findings.iter().map(|view| view.finding) {
                let concept = finding.data.get("concept").and_then(serde_json::Value::as_str);
                if let Some(concept) =
                    concept.filter(|_| finding.code.as_str() != "term-inconsistent")
                {
                    self.0.entry(concept.to_owned()).or_default().missing += 1;
                }
            }
        }
    }

    /// Every concept of a term base, with what was found.
    #[must_use]
    pub fn of(mut self, glossary: &Glossary) -> Vec<ConceptView<'_>> {
        let view = |concept| {
            let Found { count, missing, first } = self.take(concept);
            ConceptView { concept, count, missing, occurrences: first }
        };
        let mut views: Vec<ConceptView<'_>> = glossary.concepts().iter().map(view).collect();
        let name = |concept: &Concept| concept.source.first().map(|term| term.text.to_lowercase());
        views.sort_by_cached_key(|view| (name(view.concept), view.concept.id.clone()));
        views
    }

    fn take(&mut self, concept: &Concept) -> Found {
        self.0.remove(&concept.id).unwrap_or_default()
    }
}

/// The concepts that the original of a unit mentions, each once.
fn mentioned<'v>(unit: &'v UnitView<'_>) -> Vec<&'v str> {
    let marks = unit.source.iter().flat_map(|segment| &segment.runs).flat_map(|run| &run.marks);
    let terms = marks.filter_map(|mark| match mark {
        Mark::Term(concept) => Some(concept.as_str()),
        _ => None,
    });
    let mut concepts: Vec<&str> = terms.collect();
    concepts.sort_unstable();
    concepts.dedup();
    concepts
}

fn occurrence(view: &DocumentView<'_>, unit: &UnitView<'_>) -> OccurrenceView {
    OccurrenceView {
        document: view.summary.id.clone(),
        unit: unit.id.clone(),
        name: view.summary.folder_and_name().1.to_owned(),
        source: unit.source_text(),
        target: unit.target_text(),
    }
}
