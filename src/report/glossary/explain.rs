//! `glossary explain`: all that is known of a concept.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::record::ConceptRecord;
use crate::{
    glossary::{Concept, Derivation, Forms, Occurrence, forms},
    model::Message,
    report::{Page, VERSION, location},
};

/// So many places are shown to people.
const PLACES: usize = 10;

/// A concept, the forms of its terms, where it occurs.
#[derive(Debug, Clone)]
pub struct ConceptReport<'a> {
    /// The concept.
    pub concept: &'a Concept,
    /// Where it occurs in the originals.
    pub occurrences: Vec<Occurrence<'a>>,
}

/// `glossary explain --format json`.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::report) struct ExplainDocument<'a> {
    version: u32,
    concepts: Vec<Explained<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Explained<'a> {
    #[serde(flatten)]
    concept: ConceptRecord<'a>,
    terms: Vec<TermForms<'a>>,
    occurrences: Vec<PlaceOfTerm<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct TermForms<'a> {
    term: &'a str,
    /// Where the forms come from: `given`, `known`, `guessed` or `fixed`.
    derivation: &'a str,
    /// Folded: lower case, `ё` as `е`.
    forms: Vec<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct PlaceOfTerm<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    text: &'a str,
}

const fn name(derivation: Derivation) -> &'static str {
    match derivation {
        Derivation::Given => "given",
        Derivation::Known => "known",
        Derivation::Guessed => "guessed",
        Derivation::Fixed => "fixed",
    }
}

impl ConceptReport<'_> {
    /// For programs.
    pub fn write_json(reports: &[ConceptReport<'_>], output: &mut dyn Write) -> io::Result<()> {
        let concepts = reports.iter().map(ConceptReport::record).collect();
        crate::report::json_text::write(
            &mut *output,
            &ExplainDocument { version: VERSION, concepts },
        )?;
        writeln!(output)
    }

    fn record(&self) -> Explained<'_> {
        let terms = self.concept.source.iter().map(|term| {
            let Forms { texts, derivation } = forms(term, self.concept.case);
            TermForms {
                term: &term.text,
                derivation: name(derivation),
                forms: texts.into_iter().collect(),
            }
        });
        let occurrences = self.occurrences.iter().map(|occurrence| PlaceOfTerm {
            path: occurrence.place.path.as_str(),
            line: occurrence.place.start.line,
            column: occurrence.place.start.column,
            text: &occurrence.place.text,
        });
        Explained {
            concept: ConceptRecord::of(self.concept),
            terms: terms.collect(),
            occurrences: occurrences.collect(),
        }
    }

    /// For people.
    pub fn write_page(&self, page: &mut Page<'_>) -> io::Result<()> {
        self.write_heading(page)?;
        self.write_terms(page)?;
        self.write_renderings(page)?;
        for (label, text) in
            [("label-note", &self.concept.note), ("label-decision", &self.concept.origin)]
        {
            if let Some(text) = text {
                page.line(&format!("  {}: {text}", page.messages().phrase(label)))?;
            }
        }
        self.write_places(page)
    }

    fn write_heading(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.styled(page.palette().strong, &self.concept.id)?;
        let (path, position) = &self.concept.place;
        page.text("  ")?;
        page.styled(page.palette().path, &format!("{path}:{}", position.line))?;
        page.end_line()?;
        match &self.concept.definition {
            Some(definition) => page.line(&format!("  {definition}")),
            None => Ok(()),
        }
    }

    fn write_terms(&self, page: &mut Page<'_>) -> io::Result<()> {
        for term in &self.concept.source {
            let Forms { texts, derivation } = forms(term, self.concept.case);
            let id = format!("derivation-{}", name(derivation));
            let whence = page.messages().phrase(&id);
            page.line(&format!("  ru  {} ({whence})", term.text))?;
            let others: Vec<String> = texts.into_iter().collect();
            page.line(&format!("      {}", others.join(", ")))?;
        }
        Ok(())
    }

    fn write_renderings(&self, page: &mut Page<'_>) -> io::Result<()> {
        for term in &self.concept.target {
            let status = page.messages().phrase(&format!("status-{}", term.status.as_str()));
            let mut line = format!("  en  {} ({status})", term.text);
            if !term.variants.is_empty() {
                line.push_str(&format!(", {}", term.variants.join(", ")));
            }
            page.line(&line)?;
        }
        Ok(())
    }

    fn write_places(&self, page: &mut Page<'_>) -> io::Result<()> {
        let count = self.occurrences.len();
        let message = Message::new("glossary-explain-places").with("count", count);
        page.line(&format!("  {}", page.messages().text(&message)))?;
        for occurrence in self.occurrences.iter().take(PLACES) {
            page.text("    ")?;
            page.styled(page.palette().path, &location::path_and_line(&occurrence.place))?;
            page.line(&format!("  {}", occurrence.place.text))?;
        }
        Ok(())
    }
}
