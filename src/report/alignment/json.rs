//! `align --format json`, one line a document pair.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::{super::VERSION, AlignmentReport, Word};
use crate::model::{Bead, Document, Segment};

/// Digits of a score that are written.
const SCORE_PRECISION: f64 = 1e4;

/// Two documents and what belongs together.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "AlignmentDocument")]
pub struct AlignmentDocument<'a> {
    /// The version of this format.
    version: u32,
    /// As given with `--stdin`.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a Value>,
    source: Side<'a>,
    target: Side<'a>,
    /// In reading order; each segment of either side stands in exactly one.
    beads: Vec<BeadRecord>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Side<'a> {
    /// The file; empty for a text given by standard input.
    path: &'a str,
    segments: Vec<SegmentRecord<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct SegmentRecord<'a> {
    /// The first byte in the file.
    start: usize,
    /// Just past the last byte.
    end: usize,
    /// The prose without its markup.
    text: &'a str,
}

#[derive(Debug, Serialize, JsonSchema)]
struct BeadRecord {
    /// Indices of source segments, from 0.
    source: Vec<usize>,
    /// Indices of target segments, from 0.
    target: Vec<usize>,
    /// How sure the pairing is, from 0 to 1.
    score: f64,
    /// Whose word it rests on: `pin` where somebody paired the two, `ledger` where the pair is
    /// confirmed.
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<&'static str>,
}

impl<'a> Side<'a> {
    fn of(document: &'a Document) -> Self {
        let segment = |segment: &'a Segment| SegmentRecord {
            start: segment.span.start,
            end: segment.span.end,
            text: &segment.text,
        };
        let segments = document.segments.iter().map(segment).collect();
        Self { path: document.path.as_str(), segments }
    }
}

impl BeadRecord {
    fn of(report: &AlignmentReport<'_>, bead: &Bead) -> Self {
        let origin = report.word(bead).map(|word| match word {
            Word::Pin => "pin",
            Word::Ledger => "ledger",
        });
        Self {
            source: bead.source.clone().collect(),
            target: bead.target.clone().collect(),
            origin,
            score: (bead.score * SCORE_PRECISION).round() / SCORE_PRECISION,
        }
    }
}

pub(super) fn write(report: &AlignmentReport<'_>, output: &mut dyn Write) -> io::Result<()> {
    let document = AlignmentDocument {
        version: VERSION,
        id: report.id,
        source: Side::of(report.source),
        target: Side::of(report.target),
        beads: report.alignment.beads.iter().map(|bead| BeadRecord::of(report, bead)).collect(),
    };
    crate::report::json_text::write(&mut *output, &document)?;
    writeln!(output)
}
