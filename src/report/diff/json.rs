//! `diff --format json`.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::super::VERSION;
use crate::{
    comparison::{DocumentChange, Edit, SegmentChange},
    model::Place,
};

/// How both sides changed.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::report) struct DiffDocument<'a> {
    /// The version of this format.
    version: u32,
    /// Document pairs in which something changed.
    documents: Vec<PairRecord<'a>>,
}

/// A document pair.
#[derive(Debug, Serialize, JsonSchema)]
struct PairRecord<'a> {
    /// The original.
    source: Option<&'a str>,
    /// The translation.
    target: Option<&'a str>,
    /// What changed, in the order of the original.
    changes: Vec<ChangeRecord<'a>>,
}

/// Corresponding segments of which a side changed.
#[derive(Debug, Serialize, JsonSchema)]
struct ChangeRecord<'a> {
    /// What kind of change it is.
    grade: &'a str,
    /// The original.
    source: SideRecord<'a>,
    /// The translation.
    target: SideRecord<'a>,
    /// The commit that changed the original, where one is known.
    commit: Option<&'a str>,
}

/// A text before and after.
#[derive(Debug, Serialize, JsonSchema)]
struct SideRecord<'a> {
    /// The line where it begins now; null for what is gone.
    line: Option<usize>,
    /// What it said.
    was: &'a str,
    /// What it says.
    now: &'a str,
}

/// Writes the changes as one JSON document.
pub fn write(documents: &[DocumentChange], output: &mut dyn Write) -> io::Result<()> {
    let documents = documents.iter().map(pair).collect();
    crate::report::json_text::write_pretty(
        &mut *output,
        &DiffDocument { version: VERSION, documents },
    )?;
    writeln!(output)
}

fn pair(document: &DocumentChange) -> PairRecord<'_> {
    PairRecord {
        source: document.source.as_ref().map(|path| path.as_str()),
        target: document.target.as_ref().map(|path| path.as_str()),
        changes: document.changes.iter().map(change).collect(),
    }
}

fn change(change: &SegmentChange) -> ChangeRecord<'_> {
    ChangeRecord {
        grade: change.grade.as_str(),
        source: side(&change.source, change.source_place.as_ref()),
        target: side(&change.target, change.target_place.as_ref()),
        commit: change.commit.as_ref().map(|commit| commit.id.as_str()),
    }
}

fn side<'a>(edit: &'a Edit, place: Option<&Place>) -> SideRecord<'a> {
    SideRecord { line: place.map(|place| place.start.line), was: &edit.was, now: &edit.now }
}
