//! Comma-separated values for spreadsheets, which hold everything that a term base says.
//!
//! A row has at most one term and one rendering; rows with the same `id`, or without any and with
//! the same term, are one concept. Cells of several texts part them with `|`. Semicolons and tabs
//! may stand for the commas.

mod columns;
mod write;

pub(super) use write::write;

use std::collections::BTreeMap;

use self::columns::{Header, Row};
use super::{
    list,
    reading::{Entry, Reading, term},
    records::{Cell, records},
};
use crate::{
    glossary::{Case, Level, PathPatterns, SourceTerm, Status, TargetTerm},
    model::Message,
};

/// By what rows belong together.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Id(String),
    Term(String),
    Rendering(String),
}

const TRUTH: [(&str, bool); 2] = [("true", true), ("false", false)];

pub(super) fn read(reading: &mut Reading<'_>) {
    let delimiter = columns::delimiter(reading.text);
    let mut records = records(reading.text, delimiter, &mut reading.errors).into_iter();
    let Some(header) = records.next().and_then(|record| Header::read(&record, reading)) else {
        return;
    };
    let mut numbers = BTreeMap::new();
    for record in records {
        if let Some(row) = header.row(record, reading) {
            read_row(&row, &mut numbers, reading);
        }
    }
}

fn read_row(row: &Row<'_>, numbers: &mut BTreeMap<Key, usize>, reading: &mut Reading<'_>) {
    let text = |column| row.get(column).map(|cell| cell.text.trim().to_owned());
    let of_term = |column| row.get(column).and_then(|cell| term(&cell.text));
    let (id, source, target) = (text("id"), of_term("ru"), of_term("en"));
    let key = id.clone().map(Key::Id).or(source.clone().map(Key::Term));
    let Some(key) = key.or(target.clone().map(Key::Rendering)) else {
        return reading.error(row.span(), Message::new("exchange-row-without-term"));
    };
    let begin = || reading.begin(&id.unwrap_or_default(), row.span());
    let number = *numbers.entry(key).or_insert_with(begin);
    let source = source.map(|text| source_term(&text, row, reading));
    let target = target.map(|text| target_term(&text, row, reading));
    let entry = reading.entry(number);
    source.into_iter().for_each(|term| entry.add_source(term));
    target.into_iter().for_each(|term| entry.add_target(term));
    if let Some(note) = text("note") {
        entry.add_note(&note);
    }
    fill(number, row, reading);
}

fn source_term(text: &str, row: &Row<'_>, reading: &mut Reading<'_>) -> SourceTerm {
    SourceTerm {
        derived: choice(row, "derived", &TRUTH, reading).unwrap_or_default(),
        forms: texts(row, "forms"),
        not_forms: texts(row, "not_forms"),
        ..SourceTerm::plain(text)
    }
}

fn target_term(text: &str, row: &Row<'_>, reading: &mut Reading<'_>) -> TargetTerm {
    let status = choice(row, "status", &Status::NAMES, reading).unwrap_or(Status::Preferred);
    TargetTerm {
        variants: texts(row, "variants"),
        only_for: texts(row, "for"),
        except: texts(row, "except"),
        ..TargetTerm::plain(text, status)
    }
}

/// Takes what the row says of its whole concept.
fn fill(number: usize, row: &Row<'_>, reading: &mut Reading<'_>) {
    for (column, field) in TEXTS {
        let text = row.get(column).map(|cell| cell.text.trim().to_owned());
        set(number, row, column, field, text, reading);
    }
    for (column, field) in PATTERNS {
        let patterns = patterns(row, column, reading);
        set(number, row, column, field, patterns, reading);
    }
    let level = choice(row, "level", &Level::NAMES, reading);
    set(number, row, "level", |entry| &mut entry.concept.level, level, reading);
    let case = choice(row, "case", &Case::NAMES, reading);
    set(number, row, "case", |entry| &mut entry.case, case, reading);
    let count = choice(row, "count", &TRUTH, reading).unwrap_or_default();
    let unless = texts(row, "unless");
    let concept = &mut reading.entry(number).concept;
    concept.count |= count;
    concept.unless.extend(unless);
}

type Field<T> = fn(&mut Entry) -> &mut Option<T>;

const TEXTS: [(&str, Field<String>); 3] = [
    ("definition", |entry| &mut entry.concept.definition),
    ("domain", |entry| &mut entry.concept.domain),
    ("source", |entry| &mut entry.concept.origin),
];

const PATTERNS: [(&str, Field<PathPatterns>); 2] =
    [("scope", |entry| &mut entry.concept.scope), ("exclude", |entry| &mut entry.concept.exclude)];

/// Sets what is not yet set; a row that says something else of its concept is reported.
fn set<T: PartialEq>(
    number: usize,
    row: &Row<'_>,
    column: &'static str,
    field: Field<T>,
    value: Option<T>,
    reading: &mut Reading<'_>,
) {
    let Some(value) = value else { return };
    let entry = reading.entry(number);
    match field(entry) {
        Some(known) if *known == value => {}
        Some(_) => {
            let line = entry.concept.place.1.line;
            let message = Message::new("exchange-cell-differs");
            reading.warning(row.span(), message.with("column", column).with("line", line));
        }
        none => *none = Some(value),
    }
}

fn texts(row: &Row<'_>, column: &str) -> Vec<String> {
    row.get(column).map(|cell| list::split(&cell.text)).unwrap_or_default()
}

/// One of several words; another is an error.
fn choice<T: Copy>(
    row: &Row<'_>,
    column: &str,
    choices: &[(&str, T)],
    reading: &mut Reading<'_>,
) -> Option<T> {
    let Cell { text, span } = row.get(column)?;
    let word = text.trim().to_lowercase();
    if let Some((_, choice)) = choices.iter().find(|(name, _)| *name == word) {
        return Some(*choice);
    }
    let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
    let message = Message::new("toml-unknown-value").with("value", text.trim());
    reading.error(*span, message.with("known", names.join(", ")));
    None
}

fn patterns(row: &Row<'_>, column: &str, reading: &mut Reading<'_>) -> Option<PathPatterns> {
    let cell = row.get(column)?;
    match PathPatterns::new(list::split(&cell.text)) {
        Ok(patterns) => Some(patterns),
        Err(message) => {
            reading.error(cell.span, message);
            None
        }
    }
}
