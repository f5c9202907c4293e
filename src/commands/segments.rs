//! Segments as a user names them: by a line of either file, or by the fingerprint of a finding.

use std::ops::Range;

use crate::model::{Document, DocumentReport, Finding, Place, TranslationUnit};

/// The least digits of a fingerprint that name a finding.
const LEAST_DIGITS: usize = 4;

/// The unit of `report` that `name` means, as an index; several where a line holds several.
pub(super) fn named(report: &DocumentReport, name: &str) -> Vec<usize> {
    let by_line = on_line(report, name);
    if by_line.is_empty() { with_finding(report, name) } else { by_line }
}

fn on_line(report: &DocumentReport, name: &str) -> Vec<usize> {
    let Some((path, line)) = name.rsplit_once(':') else { return Vec::new() };
    let Ok(line) = line.parse::<usize>() else { return Vec::new() };
    let holds = |document: &Option<Document>, unit: &TranslationUnit, is_source: bool| {
        let Some(document) = document.as_ref().filter(|document| document.path.as_str() == path)
        else {
            return false;
        };
        let segments = if is_source { &unit.bead.source } else { &unit.bead.target };
        document.span_of(segments).is_some_and(|span| {
            let (first, last) = (document.lines.line(span.start), document.lines.line(span.end));
            (first..=last).contains(&line)
        })
    };
    let is_meant = |unit: &TranslationUnit| {
        holds(&report.source, unit, true) || holds(&report.target, unit, false)
    };
    indices(report, is_meant)
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
