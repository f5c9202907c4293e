//! `glossary list`: a line a concept.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::record::ConceptRecord;
use crate::{
    glossary::Concept,
    model::Message,
    report::{Page, VERSION, columns},
};

/// The concepts to list, with how often each occurs in the originals.
#[derive(Debug, Clone)]
pub struct ConceptList<'a> {
    /// The concepts and their counts.
    pub concepts: Vec<(&'a Concept, usize)>,
}

/// `glossary list --format json`.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::report) struct ListDocument<'a> {
    version: u32,
    concepts: Vec<Listed<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Listed<'a> {
    #[serde(flatten)]
    concept: ConceptRecord<'a>,
    /// How often it occurs in the originals.
    occurrences: usize,
}

impl ConceptList<'_> {
    /// For programs.
    pub fn write_json(&self, output: &mut dyn Write) -> io::Result<()> {
        let concepts = self.concepts.iter().map(|(concept, occurrences)| Listed {
            concept: ConceptRecord::of(concept),
            occurrences: *occurrences,
        });
        let concepts = concepts.collect();
        crate::report::json_text::write(
            &mut *output,
            &ListDocument { version: VERSION, concepts },
        )?;
        writeln!(output)
    }

    /// For people: Russian, English, how often.
    pub fn write_page(&self, page: &mut Page<'_>) -> io::Result<()> {
        let count_width = 6;
        let room = page.width().saturating_sub(count_width + 2) / 2;
        let widths = self.concepts.iter().map(|(concept, _)| columns::width(&russian(concept)));
        let first = widths.max().unwrap_or(0).min(room);
        let second = page.width().saturating_sub(first + count_width + 2);
        for (concept, count) in &self.concepts {
            let russian = columns::cut(&russian(concept), first);
            page.styled(page.palette().strong, &columns::left(&russian, first))?;
            let english = columns::cut(&english(concept), second);
            page.text(&format!("  {}", columns::left(&english, second)))?;
            page.line(&columns::right(&count.to_string(), count_width))?;
        }
        page.message(&Message::new("glossary-list-summary").with("count", self.concepts.len()))
    }
}

fn russian(concept: &Concept) -> String {
    let terms: Vec<&str> = concept.source.iter().map(|term| term.text.as_str()).collect();
    if terms.is_empty() { "—".to_owned() } else { terms.join(", ") }
}

fn english(concept: &Concept) -> String {
    let term = |term: &crate::glossary::TargetTerm| {
        if term.status.is_approved() { term.text.clone() } else { format!("✗ {}", term.text) }
    };
    concept.target.iter().map(term).collect::<Vec<_>>().join(", ")
}
