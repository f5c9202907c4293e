//! `glossary find`: a bilingual concordance.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::record::ConceptRecord;
use crate::{
    glossary::Concept,
    model::{Message, Place},
    report::{Page, VERSION, location},
};

/// Where words occur, and the concepts that have them.
#[derive(Debug, Clone)]
pub struct Concordance<'a> {
    /// Concepts with a term that the words are a form of.
    pub concepts: Vec<&'a Concept>,
    /// The segments that have the words.
    pub lines: Vec<Line>,
}

/// A segment with the words, and its counterpart.
#[derive(Debug, Clone)]
pub struct Line {
    /// Where the words stand.
    pub place: Place,
    /// The original, on one line.
    pub source: String,
    /// The translation, on one line; empty where there is none.
    pub target: String,
}

/// `glossary find --format json`.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::report) struct FindDocument<'a> {
    version: u32,
    concepts: Vec<ConceptRecord<'a>>,
    lines: Vec<LineRecord<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct LineRecord<'a> {
    /// The file in which the words stand.
    path: &'a str,
    line: usize,
    column: usize,
    /// The words as they stand there.
    text: &'a str,
    source: &'a str,
    target: &'a str,
}

impl Concordance<'_> {
    /// For programs.
    pub fn write_json(&self, output: &mut dyn Write) -> io::Result<()> {
        let lines = self.lines.iter().map(|Line { place, source, target }| LineRecord {
            path: place.path.as_str(),
            line: place.start.line,
            column: place.start.column,
            text: &place.text,
            source,
            target,
        });
        let lines = lines.collect();
        let concepts = self.concepts.iter().map(|concept| ConceptRecord::of(concept)).collect();
        crate::report::json_text::write(
            &mut *output,
            &FindDocument { version: VERSION, concepts, lines },
        )?;
        writeln!(output)
    }

    /// For people: each segment below its place, the translation below the original.
    pub fn write_page(&self, page: &mut Page<'_>) -> io::Result<()> {
        for concept in &self.concepts {
            let expected = concept.expected(None).join(", ");
            let message = Message::new("glossary-find-concept")
                .with("concept", concept.id.as_str())
                .with("expected", expected);
            page.message(&message)?;
        }
        for line in &self.lines {
            page.styled(page.palette().path, &location::path_and_line(&line.place))?;
            page.end_line()?;
            page.line(&format!("  {}", line.source))?;
            if !line.target.is_empty() {
                page.line(&format!("  {}", line.target))?;
            }
        }
        page.message(&Message::new("glossary-find-summary").with("count", self.lines.len()))
    }
}
