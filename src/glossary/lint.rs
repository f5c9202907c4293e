//! What is doubtful in a term base itself.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    concept::{Concept, TargetTerm},
    russian::{Derivation, forms},
    term_base::Glossary,
};
use crate::{
    model::{Diagnostic, Message, Position, Severity},
    text::normalize::{fold, is_cyrillic},
};

/// A remark on the term base.
#[derive(Debug, Clone, PartialEq)]
pub struct Remark {
    /// How much it matters.
    pub severity: Severity,
    /// What kind of remark it is, for programs.
    pub kind: &'static str,
    /// The concept.
    pub concept: String,
    /// Where, and what.
    pub diagnostic: Diagnostic,
}

impl Glossary {
    /// What is doubtful, in the order of the term files: terms of two concepts, renderings both
    /// approved and forbidden, forms that were guessed, `for` that names no term of the concept,
    /// and, where `seen` says which occur in the project, concepts that never do.
    #[must_use]
    pub fn lint(&self, seen: Option<&BTreeSet<usize>>) -> Vec<Remark> {
        let mut remarks = Vec::new();
        self.lint_shared_terms(&mut remarks);
        for (index, concept) in self.concepts().iter().enumerate() {
            lint_renderings(concept, &mut remarks);
            lint_limits(concept, &mut remarks);
            lint_forms(concept, &mut remarks);
            lint_languages(concept, &mut remarks);
            if seen.is_some_and(|seen| !seen.contains(&index)) && !concept.source.is_empty() {
                let message = Message::new("term-base-unseen").with("concept", concept.id.as_str());
                remarks.push(remark(Severity::Info, "unseen", concept, concept.place.1, message));
            }
        }
        remarks.sort_by(|a, b| {
            let key = |remark: &Remark| {
                (remark.diagnostic.path.clone(), remark.diagnostic.position, remark.kind)
            };
            key(a).cmp(&key(b))
        });
        remarks
    }

    /// Terms that two concepts have, and forms that two terms share.
    fn lint_shared_terms(&self, remarks: &mut Vec<Remark>) {
        let mut owners: BTreeMap<String, Vec<(&Concept, &str, Position)>> = BTreeMap::new();
        for concept in self.concepts() {
            for term in &concept.source {
                for form in forms(term, concept.case).texts {
                    owners.entry(form).or_default().push((concept, &term.text, term.position));
                }
            }
        }
        let mut told: BTreeSet<(&str, &str, &str)> = BTreeSet::new();
        for (form, terms) in &owners {
            let Some((first, first_term, _)) = terms.first() else { continue };
            for (concept, term, position) in &terms[1..] {
                if concept.id == first.id || !told.insert((&first.id, &concept.id, term)) {
                    continue;
                }
                let is_same = fold(first_term) == fold(term);
                let (severity, kind, id) = if is_same {
                    (Severity::Warn, "duplicate", "term-base-same-term")
                } else {
                    (Severity::Info, "overlap", "term-base-shared-form")
                };
                let message = Message::new(id)
                    .with("term", *term)
                    .with("form", form.as_str())
                    .with("other", *first_term)
                    .with("concept", first.id.as_str());
                remarks.push(remark(severity, kind, concept, *position, message));
            }
        }
    }
}

fn remark(
    severity: Severity,
    kind: &'static str,
    concept: &Concept,
    position: Position,
    message: Message,
) -> Remark {
    let diagnostic =
        Diagnostic { path: Some(concept.place.0.clone()), position: Some(position), message };
    Remark { severity, kind, concept: concept.id.clone(), diagnostic }
}

/// Renderings that a concept has twice, worst where one may be used and the other not.
fn lint_renderings(concept: &Concept, remarks: &mut Vec<Remark>) {
    let texts = |term: &TargetTerm| -> BTreeSet<String> {
        std::iter::once(&term.text).chain(&term.variants).cloned().collect()
    };
    for (index, term) in concept.target.iter().enumerate() {
        for earlier in &concept.target[..index] {
            let Some(shared) = texts(earlier).intersection(&texts(term)).next().cloned() else {
                continue;
            };
            let conflict = earlier.status.is_approved() != term.status.is_approved();
            let apart = !term.only_for.is_empty() || !earlier.only_for.is_empty();
            let (severity, kind, id) = match (conflict, apart) {
                (true, false) => (Severity::Error, "conflict", "term-base-conflict"),
                (false, false) => (Severity::Warn, "duplicate", "term-base-same-rendering"),
                (_, true) => continue,
            };
            let message =
                Message::new(id).with("rendering", shared).with("concept", concept.id.as_str());
            remarks.push(remark(severity, kind, concept, term.position, message));
        }
    }
}

/// `for` that names what is no term of the concept.
fn lint_limits(concept: &Concept, remarks: &mut Vec<Remark>) {
    for term in &concept.target {
        for limit in &term.only_for {
            if !concept.source.iter().any(|source| source.text == *limit) {
                let message = Message::new("term-base-unknown-for")
                    .with("term", limit.as_str())
                    .with("rendering", term.text.as_str());
                remarks.push(remark(
                    Severity::Warn,
                    "unknown-for",
                    concept,
                    term.position,
                    message,
                ));
            }
        }
    }
}

/// What is said of a new term and its rendering that were exchanged: the Russian one comes first.
#[must_use]
pub fn exchanged(term: &str, rendering: &str) -> Option<Message> {
    let message = Message::new("glossary-add-swapped").with("term", term);
    are_exchanged(term, rendering).then(|| message.with("rendering", rendering))
}

/// Whether a rendering in Cyrillic stands beside a term without a letter of it.
fn are_exchanged(term: &str, rendering: &str) -> bool {
    rendering.contains(is_cyrillic) && !term.contains(is_cyrillic)
}

/// A term and a rendering that were exchanged.
fn lint_languages(concept: &Concept, remarks: &mut Vec<Remark>) {
    let pairs = concept
        .source
        .iter()
        .flat_map(|term| concept.target.iter().map(move |rendering| (term, rendering)));
    let mut exchanged = pairs.filter(|(term, other)| are_exchanged(&term.text, &other.text));
    if let Some((term, rendering)) = exchanged.next() {
        let message = Message::new("term-base-not-russian")
            .with("term", term.text.as_str())
            .with("rendering", rendering.text.as_str());
        remarks.push(remark(Severity::Error, "languages", concept, term.position, message));
    }
}

/// Forms that no dictionary confirms.
fn lint_forms(concept: &Concept, remarks: &mut Vec<Remark>) {
    for term in &concept.source {
        let known = forms(term, concept.case);
        if known.derivation == Derivation::Guessed {
            let some: Vec<&str> = known.texts.iter().map(String::as_str).take(4).collect();
            let message = Message::new("term-base-guessed")
                .with("term", term.text.as_str())
                .with("forms", some.join(", "));
            remarks.push(remark(Severity::Info, "guessed", concept, term.position, message));
        }
    }
}
