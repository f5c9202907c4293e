//! The term base as its page shows it: concepts with the sentences that mention them, what is
//! doubtful in it, what it seems to lack.

use std::collections::BTreeMap;

use super::{
    document::DocumentView,
    runs::Mark,
    suggestions::{Sample, SuggestionsView},
    unit::UnitView,
};
use crate::glossary::{Concept, Glossary, Remark};

/// So many occurrences are shown of each concept, and before them as many that are not called as
/// they should be.
const SHOWN: usize = 40;

/// A term base with what the documents say of it.
#[derive(Debug)]
pub struct GlossaryView<'a> {
    /// Its concepts, by their first terms.
    pub concepts: Vec<ConceptView<'a>>,
    /// Terms that the documents have and it lacks.
    pub suggestions: SuggestionsView,
}

/// A concept and where it occurs.
#[derive(Debug)]
pub struct ConceptView<'a> {
    /// The concept.
    pub concept: &'a Concept,
    /// What is doubtful in it.
    pub remarks: Vec<Remark>,
    /// How many units of the originals mention it.
    pub count: usize,
    /// How many of its mentions are not called as they should be.
    pub missing: usize,
    /// The first of the units in which it is not called as it should be, then of the others.
    pub occurrences: Vec<OccurrenceView>,
}

impl ConceptView<'_> {
    /// Whether somebody is to look at it: its renderings are at odds with the texts, or with one
    /// another.
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        self.missing > 0 || !self.remarks.is_empty()
    }
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
    /// Whether the concept is not called there as it should be.
    pub is_fault: bool,
}

/// Where concepts occur, gathered from one document after another.
#[derive(Debug, Default)]
pub struct Occurrences {
    found: BTreeMap<String, Found>,
    /// Of what the suggestions are made of.
    sample: Sample,
}

#[derive(Debug, Default)]
struct Found {
    count: usize,
    missing: usize,
    faults: Vec<OccurrenceView>,
    first: Vec<OccurrenceView>,
}

impl Occurrences {
    /// Takes in the units of a document.
    pub fn add(&mut self, view: &DocumentView<'_>) {
        for unit in view.units() {
            self.sample.add(unit);
            let at_fault = at_fault(unit);
            for concept in &at_fault {
                self.found.entry((*concept).to_owned()).or_default().missing += 1;
            }
            for concept in mentioned(unit) {
                let is_fault = at_fault.contains(&concept);
                let found = self.found.entry(concept.to_owned()).or_default();
                found.count += 1;
                let shown = if is_fault { &mut found.faults } else { &mut found.first };
                if shown.len() < SHOWN {
                    shown.push(OccurrenceView { is_fault, ..occurrence(view, unit) });
                }
            }
        }
    }

    /// A term base with what was found.
    #[must_use]
    pub fn of(mut self, glossary: &Glossary) -> GlossaryView<'_> {
        let suggestions = std::mem::take(&mut self.sample).suggestions(glossary);
        let mut remarks: BTreeMap<String, Vec<Remark>> = BTreeMap::new();
        // That a concept occurs nowhere is seen from its count.
        for remark in glossary.lint(None) {
            remarks.entry(remark.concept.clone()).or_default().push(remark);
        }
        let all = glossary.concepts().iter();
        let mut concepts: Vec<ConceptView<'_>> =
            all.map(|concept| self.view(concept, remarks.remove(&concept.id))).collect();
        let name = |concept: &Concept| concept.source.first().map(|term| term.text.to_lowercase());
        concepts.sort_by_cached_key(|view| (name(view.concept), view.concept.id.clone()));
        GlossaryView { concepts, suggestions }
    }

    fn view<'c>(&mut self, concept: &'c Concept, remarks: Option<Vec<Remark>>) -> ConceptView<'c> {
        let Found { count, missing, faults, first } =
            self.found.remove(&concept.id).unwrap_or_default();
        let mut occurrences = faults;
        occurrences.extend(first);
        ConceptView { concept, remarks: remarks.unwrap_or_default(), count, missing, occurrences }
    }
}

/// The concepts that are not called in a unit as they should be, one for each finding.
fn at_fault<'v>(unit: &'v UnitView<'_>) -> Vec<&'v str> {
    let faults = unit.findings.iter().map(|view| view.finding);
    let faults = faults.filter(|finding| finding.code.as_str() != "term-inconsistent");
    faults.filter_map(|finding| finding.data.get("concept")?.as_str()).collect()
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
        is_fault: false,
    }
}
