//! Terms that are not called as the term base has it.

use std::{collections::BTreeMap, ops::Range};

use super::{Check, Findings, Rule, Scope, View, findings::Draft};
use crate::{
    glossary::{Concept, FaultKind, Glossary, Pair, TermFault, locate},
    model::{Document, Message, Place, Severity, Span, State, TranslationUnit},
};

const MISSING: Rule = Rule::error("term-missing");
const FORBIDDEN: Rule = Rule::error("term-forbidden");
const DEPRECATED: Rule = Rule::warn("term-deprecated");
const INCONSISTENT: Rule = Rule::info("term-inconsistent");

/// Reports terms of the source without an approved rendering, renderings that must not be there,
/// and concepts that one document renders in several ways. The concept caps the severity.
pub(super) const CHECK: Check =
    Check { rules: &[MISSING, FORBIDDEN, DEPRECATED, INCONSISTENT], run: Scope::View(run) };

fn run(view: &View<'_>, findings: &mut Findings<'_>) {
    let Some(documents) = view.documents() else { return };
    if view.glossary.is_empty() {
        return;
    }
    let pairs: Vec<&TranslationUnit> =
        view.units.iter().filter(|unit| is_translated(unit)).collect();
    let texts = pairs.iter().map(|unit| unit.bead.texts(documents.0, documents.1));
    let texts: Vec<(String, String)> = texts.collect();
    let mut renderings = Renderings::default();
    for (index, unit) in pairs.iter().enumerate() {
        let neighbour = |index: Option<usize>| {
            let near = index.and_then(|index| texts.get(index));
            near.map_or(("", ""), |(source, target)| (source.as_str(), target.as_str()))
        };
        let (source, target) = &texts[index];
        let pair = Pair {
            source,
            target,
            neighbours: [neighbour(index.checked_sub(1)), neighbour(Some(index + 1))],
        };
        let covers =
            |concept: &Concept| concept.covers([&documents.0.path, &documents.1.path].into_iter());
        for fault in view.glossary.judge(pair, covers) {
            findings.push(draft(&fault, unit, documents, &pair));
        }
        renderings.add(view.glossary, pair, covers, unit);
    }
    renderings.report(documents, findings);
}

fn draft(
    fault: &TermFault<'_>,
    unit: &TranslationUnit,
    documents: (&Document, &Document),
    pair: &Pair<'_>,
) -> Draft {
    let (code, id) = match fault.kind {
        FaultKind::Missing => (MISSING.code, missing_message(fault)),
        FaultKind::Forbidden => (FORBIDDEN.code, "term-forbidden"),
        FaultKind::Deprecated => (DEPRECATED.code, "term-deprecated"),
    };
    let form = fault.form.as_ref().map_or("", |(form, _)| form.as_str());
    let found = fault.found.as_ref().map(|(found, _)| found.as_str());
    let message = Message::new(id)
        .with("term", fault.term)
        .with("form", form)
        .with("expected", fault.expected.first().copied().unwrap_or_default())
        .with("found", found.unwrap_or_default());
    let source = fault.form.as_ref().map(|(_, range)| range);
    let target = fault.found.as_ref().map(|(_, range)| range);
    let draft = Draft::new(code, message)
        .in_source(place(documents.0, &unit.bead.source, pair.source, source))
        .in_target(place(documents.1, &unit.bead.target, pair.target, target))
        .with("concept", fault.concept.id.as_str())
        .with("term", fault.term)
        .with("form", form)
        .with("expected", fault.expected.clone())
        .with("found", found);
    let severity = fault.concept.severity().unwrap_or(Severity::Info);
    draft.at_most(if fault.is_next_door { Severity::Info } else { severity })
}

fn missing_message(fault: &TermFault<'_>) -> &'static str {
    match (&fault.found, fault.is_next_door) {
        (_, true) => "term-missing-next-door",
        (Some(_), false) => "term-missing-nearest",
        (None, false) => "term-missing",
    }
}

/// The words at `range` of the prose of `segments`, or all of the segments.
fn place(
    document: &Document,
    segments: &Range<usize>,
    prose: &str,
    range: Option<&Range<usize>>,
) -> Place {
    let whole = document.span_of(segments).unwrap_or(Span::at(0));
    let raw = whole.of(&document.text);
    let found = range.and_then(|range| locate(prose, range, raw));
    document.place(found.map_or(whole, |found| whole.part(found)))
}

/// The approved renderings that a document uses, by concept and source term.
#[derive(Default)]
struct Renderings<'a>(BTreeMap<(&'a str, &'a str), Vec<(&'a str, &'a TranslationUnit)>>);

impl<'a> Renderings<'a> {
    fn add(
        &mut self,
        glossary: &'a Glossary,
        pair: Pair<'_>,
        covers: impl Fn(&Concept) -> bool,
        unit: &'a TranslationUnit,
    ) {
        for (concept, term, rendering) in glossary.renderings(pair, covers) {
            self.0.entry((concept, term)).or_default().push((rendering, unit));
        }
    }

    /// Reports the first place at which a term is rendered in another way than before.
    fn report(&self, documents: (&Document, &Document), findings: &mut Findings<'_>) {
        for ((concept, term), used) in &self.0 {
            let Some((first, _)) = used.first() else { continue };
            let Some((other, unit)) = used.iter().find(|(rendering, _)| rendering != first) else {
                continue;
            };
            let message = Message::new("term-inconsistent")
                .with("term", *term)
                .with("first", *first)
                .with("other", *other);
            findings.push(
                Draft::new(INCONSISTENT.code, message)
                    .in_source(place(documents.0, &unit.bead.source, "", None))
                    .in_target(place(documents.1, &unit.bead.target, "", None))
                    .with("concept", *concept)
                    .with("term", *term)
                    .with("form", *term)
                    .with("expected", vec![*first])
                    .with("found", *other),
            );
        }
    }
}

/// Whether a unit has a translation that can be judged.
fn is_translated(unit: &TranslationUnit) -> bool {
    unit.bead.is_pair() && unit.state != State::Untranslated
}
