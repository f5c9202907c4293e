//! The tab-separated list that OmegaT reads: term, rendering, comment; `#` begins a remark.
//!
//! Lines with the same term are one concept: the first rendering is preferred, the others are
//! admitted.

use std::{
    collections::BTreeMap,
    io::{self, Write},
};

use super::{
    Loss,
    reading::{Reading, term},
};
use crate::{
    glossary::{Concept, SourceTerm, Status, TargetTerm},
    model::{Message, Span},
};

/// The line by which OmegaT knows the encoding of the lists it makes itself.
const HEADER: &str = "# Glossary in tab-separated format -*- coding: utf-8 -*-";

pub(super) const LOST: &[Loss] = &[
    Loss::Termless,
    Loss::Split,
    Loss::Hash,
    Loss::Id,
    Loss::Definition,
    Loss::Domain,
    Loss::Origin,
    Loss::LineBreaks,
    Loss::Rejected,
    Loss::Status,
    Loss::Variants,
    Loss::Level,
    Loss::Scope,
    Loss::Unless,
    Loss::Case,
    Loss::Count,
    Loss::Forms,
    Loss::Derived,
    Loss::For,
    Loss::Except,
];

/// What the place of an approved rendering, counted from 0, tells of its status.
pub(super) const fn status(place: usize) -> Status {
    if place == 0 { Status::Preferred } else { Status::Admitted }
}

pub(super) fn read(reading: &mut Reading<'_>) {
    let mut numbers = BTreeMap::new();
    let mut start = 0;
    for line in reading.text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len());
        start = span.end;
        let line = line.trim_start_matches('\u{feff}').trim_end_matches(['\r', '\n']);
        if !line.trim().is_empty() && !line.starts_with('#') {
            read_line(line, span, &mut numbers, reading);
        }
    }
}

fn read_line(
    line: &str,
    span: Span,
    numbers: &mut BTreeMap<String, usize>,
    reading: &mut Reading<'_>,
) {
    let mut cells = line.split('\t');
    let (source, target) = (cells.next().and_then(term), cells.next());
    let (Some(source), Some(target)) = (source, target) else {
        return reading.error(span, Message::new("exchange-no-tab"));
    };
    let number = *numbers.entry(source.clone()).or_insert_with(|| reading.begin("", span));
    let entry = reading.entry(number);
    entry.add_source(SourceTerm::plain(&source));
    let target = term(target);
    let is_new = |text: &String| entry.concept.target.iter().all(|known| known.text != *text);
    if let Some(target) = target.filter(is_new) {
        let status = status(entry.concept.target.len());
        entry.add_target(TargetTerm::plain(&target, status));
    }
    if let Some(comment) = cells.next().map(str::trim).filter(|comment| !comment.is_empty()) {
        entry.add_note(comment);
    }
    if cells.next().is_some() {
        reading.warning(span, Message::new("exchange-more-columns"));
    }
}

pub(super) fn write(concepts: &[Concept], output: &mut dyn Write) -> io::Result<()> {
    writeln!(output, "{HEADER}")?;
    for concept in concepts {
        let terms = concept.source.iter().enumerate();
        for (index, source) in terms.filter(|(_, term)| !term.text.starts_with('#')) {
            for target in concept.expected(Some(index)) {
                let note = concept.note.as_deref().unwrap_or_default();
                let cells = [&source.text, target, note].map(in_line);
                writeln!(output, "{}", cells.join("\t").trim_end())?;
            }
        }
    }
    Ok(())
}

/// A text without what would end its cell.
fn in_line(text: &str) -> String {
    text.split(['\t', '\r', '\n']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
