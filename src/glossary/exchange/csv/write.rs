//! Writing tables of terms.

use std::io::{self, Write};

use super::columns::COLUMNS;
use crate::glossary::{Concept, PathPatterns, SourceTerm, TargetTerm, exchange::list::join};

/// Writes a row for each of the terms and renderings of a concept, whichever are more.
pub(in super::super) fn write(concepts: &[Concept], output: &mut dyn Write) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(output);
    writer.write_record(COLUMNS)?;
    for concept in concepts {
        let rows = concept.source.len().max(concept.target.len());
        for place in 0..rows {
            writer.write_record(COLUMNS.map(|column| no_formula(cell(concept, place, column))))?;
        }
    }
    writer.flush()
}

/// How cells begin that spreadsheets take for formulas, and do what they say.
pub(super) const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The cell as text, whatever it begins with: a spreadsheet takes the apostrophe for the sign of a
/// text, and reading takes it off again.
fn no_formula(cell: String) -> String {
    let bare = cell.trim_start_matches('\'');
    if bare.starts_with(FORMULA) { format!("'{cell}") } else { cell }
}

/// What stands in a column of a concept's row; its first row tells what holds for all.
fn cell(concept: &Concept, place: usize, column: &str) -> String {
    let source = concept.source.get(place);
    let target = concept.target.get(place);
    match column {
        "id" => concept.id.clone(),
        "ru" | "derived" | "forms" | "not_forms" => {
            source.map_or_else(String::new, |term| source_cell(term, column))
        }
        "en" | "status" | "variants" | "for" | "except" => {
            target.map_or_else(String::new, |term| target_cell(term, column))
        }
        column if place == 0 => concept_cell(concept, column),
        _ => String::new(),
    }
}

fn source_cell(term: &SourceTerm, column: &str) -> String {
    match column {
        "ru" => term.text.clone(),
        "forms" => join(&term.forms),
        "not_forms" => join(&term.not_forms),
        _ => truth(term.derived),
    }
}

fn target_cell(term: &TargetTerm, column: &str) -> String {
    match column {
        "en" => term.text.clone(),
        "variants" => join(&term.variants),
        "for" => join(&term.only_for),
        "except" => join(&term.except),
        _ => term.status.as_str().to_owned(),
    }
}

fn concept_cell(concept: &Concept, column: &str) -> String {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let patterns = |patterns: &Option<PathPatterns>| {
        patterns.as_ref().map_or_else(String::new, |patterns| join(patterns.as_written()))
    };
    match column {
        "definition" => text(&concept.definition),
        "domain" => text(&concept.domain),
        "level" => concept.level.map_or_else(String::new, |level| level.as_str().to_owned()),
        "scope" => patterns(&concept.scope),
        "exclude" => patterns(&concept.exclude),
        "unless" => join(&concept.unless),
        "case" => concept.case.as_str().to_owned(),
        "count" => truth(concept.count),
        "note" => text(&concept.note),
        _ => text(&concept.origin),
    }
}

/// Only what is true is written.
fn truth(value: bool) -> String {
    if value { "true".to_owned() } else { String::new() }
}
