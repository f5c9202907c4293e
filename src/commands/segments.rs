//! Segments as a user names them: by a line of either file, by a piece of their text, or by the
//! fingerprint of a finding.

use std::{
    ops::{Range, RangeInclusive},
    path::Path,
};

use super::naming::Name;
use crate::model::{Document, DocumentReport, Finding, Place, RepoPath, Span, TranslationUnit};

/// The least digits of a fingerprint that name a finding.
const LEAST_DIGITS: usize = 4;

/// Shorter pieces of text, in characters, name no segment.
const SHORTEST_PIECE: usize = 6;

/// The unit of `report` that `name` means, as an index; several where a line holds several.
pub(super) fn named(report: &DocumentReport, name: &str) -> Vec<usize> {
    let by_line = on_line(report, name);
    if !by_line.is_empty() {
        return by_line;
    }
    let by_finding = with_finding(report, name);
    if by_finding.is_empty() { with_text(report, name) } else { by_finding }
}

/// A file and lines of it as a user names them: `a.md:12`, `a.md:12-14`.
pub(super) fn lines(name: &str) -> Option<(&str, RangeInclusive<usize>)> {
    let (path, lines) = name.rsplit_once(':')?;
    let (first, last) = lines.split_once('-').unwrap_or((lines, lines));
    Some((path, first.parse().ok()?..=last.parse().ok()?))
}

/// Whether a part of a document stands on one of these lines.
pub(super) fn stands_on(document: &Document, span: Span, lines: &RangeInclusive<usize>) -> bool {
    let (first, last) = (document.lines.line(span.start), document.lines.line(span.end));
    first <= *lines.end() && *lines.start() <= last
}

fn on_line(report: &DocumentReport, name: &str) -> Vec<usize> {
    let Some((path, lines)) = lines(name) else { return Vec::new() };
    let path = Name::of(Path::new(path), RepoPath::new(path));
    let holds = |document: &Option<Document>, unit: &TranslationUnit, is_source: bool| {
        let Some(document) = document.as_ref().filter(|document| path.ends(&document.path)) else {
            return false;
        };
        let segments = if is_source { &unit.bead.source } else { &unit.bead.target };
        document.span_of(segments).is_some_and(|span| stands_on(document, span, &lines))
    };
    let is_meant = |unit: &TranslationUnit| {
        holds(&report.source, unit, true) || holds(&report.target, unit, false)
    };
    indices(report, is_meant)
}

/// The units that have a piece of text on either side.
fn with_text(report: &DocumentReport, piece: &str) -> Vec<usize> {
    let piece = piece.trim();
    if piece.chars().count() < SHORTEST_PIECE {
        return Vec::new();
    }
    let has = |document: &Option<Document>, segments: &Range<usize>| {
        document.as_ref().is_some_and(|document| document.prose_of(segments).contains(piece))
    };
    indices(report, |unit| {
        has(&report.source, &unit.bead.source) || has(&report.target, &unit.bead.target)
    })
}

fn with_finding(report: &DocumentReport, name: &str) -> Vec<usize> {
    let is_meant = |finding: &&Finding| {
        name.len() >= LEAST_DIGITS && finding.fingerprint.as_str().starts_with(name)
    };
    let Some(finding) = report.findings.iter().find(is_meant) else { return Vec::new() };
    let covers = |place: &Option<Place>, document: &Option<Document>, segments: &Range<usize>| {
        let span = document.as_ref().and_then(|document| document.span_of(segments));
        place.as_ref().zip(span).is_some_and(|(place, span)| place.span.overlaps(span))
    };
    indices(report, |unit| {
        covers(&finding.source, &report.source, &unit.bead.source)
            || covers(&finding.target, &report.target, &unit.bead.target)
    })
}

fn indices(report: &DocumentReport, is_meant: impl Fn(&TranslationUnit) -> bool) -> Vec<usize> {
    let units = report.units.iter().enumerate();
    units.filter(|(_, unit)| is_meant(unit)).map(|(index, _)| index).collect()
}
