//! What of an import is new to a term base.

use std::collections::{BTreeSet, HashMap};

use super::Import;
use crate::{
    glossary::{Concept, Glossary},
    model::{Diagnostic, Message, Position},
    text::normalize::fold,
};

/// An import beside the term base that it goes into.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Merge {
    /// What the term base does not have.
    pub new: Vec<Concept>,
    /// How many concepts it has as they are.
    pub known: usize,
    /// What it has with other renderings: a person decides between them.
    pub differing: Vec<Diagnostic>,
    /// Names that it has for other terms: nothing can be imported then.
    pub taken: Vec<Diagnostic>,
}

/// Compares an import with the term base, by the names of concepts and by their Russian terms: two
/// programs rarely name a concept alike.
#[must_use]
pub fn merge(import: Import, glossary: &Glossary) -> Merge {
    let known = Known::of(glossary);
    let mut merge = Merge::default();
    for concept in import.concepts {
        match known.counterpart(&concept) {
            Some(other) if has_all(other, &concept) => merge.known += 1,
            Some(other) => merge.differing.push(differs(&concept, other)),
            None => match known.by_name.get(concept.id.as_str()) {
                Some(other) => merge.taken.push(is_taken(&concept, other)),
                None => merge.new.push(concept),
            },
        }
    }
    merge
}

/// The concepts of a term base by their names and by their Russian terms.
struct Known<'a> {
    by_name: HashMap<&'a str, &'a Concept>,
    by_term: HashMap<String, &'a Concept>,
}

impl<'a> Known<'a> {
    fn of(glossary: &'a Glossary) -> Self {
        let concepts = || glossary.concepts().iter();
        let mut by_term = HashMap::new();
        for concept in concepts() {
            for term in terms(concept) {
                by_term.entry(term).or_insert(concept);
            }
        }
        Self {
            by_name: concepts().map(|concept| (concept.id.as_str(), concept)).collect(),
            by_term,
        }
    }

    /// The concept that has a Russian term of `concept`; one that has none is known by its name.
    fn counterpart(&self, concept: &Concept) -> Option<&'a Concept> {
        if concept.source.is_empty() {
            return self.by_name.get(concept.id.as_str()).copied();
        }
        terms(concept).into_iter().find_map(|term| self.by_term.get(&term).copied())
    }
}

fn terms(concept: &Concept) -> BTreeSet<String> {
    concept.source.iter().map(|term| fold(&term.text)).collect()
}

/// Whether `known` has every term and every rendering of `concept`, and means them alike.
fn has_all(known: &Concept, concept: &Concept) -> bool {
    let renderings = |concept: &Concept| -> BTreeSet<(String, bool)> {
        let targets = concept.target.iter();
        targets.map(|term| (term.text.to_lowercase(), term.status.is_approved())).collect()
    };
    terms(known).is_superset(&terms(concept)) && renderings(known).is_superset(&renderings(concept))
}

fn differs(concept: &Concept, known: &Concept) -> Diagnostic {
    let term = concept.source.first().map_or(concept.id.as_str(), |term| &term.text);
    about(concept, known, Message::new("import-differs").with("term", term))
}

fn is_taken(concept: &Concept, known: &Concept) -> Diagnostic {
    about(concept, known, Message::new("term-base-duplicate"))
}

/// A message at the concept, with the place of the other.
fn about(concept: &Concept, known: &Concept, message: Message) -> Diagnostic {
    let ((path, position), (other, Position { line, .. })) = (concept.place.clone(), &known.place);
    let message =
        message.with("concept", known.id.as_str()).with("path", other.as_str()).with("line", *line);
    Diagnostic { path: Some(path), position: Some(position), message }
}
