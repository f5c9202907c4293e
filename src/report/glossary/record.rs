//! A concept as the machine formats have it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    glossary::{Concept, SourceTerm, TargetTerm},
    model::Severity,
};

/// A concept of the term base.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Concept")]
pub(super) struct ConceptRecord<'a> {
    id: &'a str,
    definition: Option<&'a str>,
    domain: Option<&'a str>,
    /// The severity of its findings: `error`, `warn`, `info` or `off`.
    level: &'a str,
    ru: Vec<SourceRecord<'a>>,
    en: Vec<TargetRecord<'a>>,
    note: Option<&'a str>,
    /// The term file.
    path: &'a str,
    line: usize,
}

/// A Russian term.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "SourceTerm")]
struct SourceRecord<'a> {
    term: &'a str,
    derived: bool,
}

/// An English rendering.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "TargetTerm")]
struct TargetRecord<'a> {
    term: &'a str,
    /// `preferred`, `admitted`, `deprecated` or `forbidden`.
    status: &'a str,
}

impl<'a> ConceptRecord<'a> {
    pub(super) fn of(concept: &'a Concept) -> Self {
        let source =
            |term: &'a SourceTerm| SourceRecord { term: &term.text, derived: term.derived };
        let target =
            |term: &'a TargetTerm| TargetRecord { term: &term.text, status: term.status.as_str() };
        Self {
            id: &concept.id,
            definition: concept.definition.as_deref(),
            domain: concept.domain.as_deref(),
            level: concept.severity().map_or("off", Severity::as_str),
            ru: concept.source.iter().map(source).collect(),
            en: concept.target.iter().map(target).collect(),
            note: concept.note.as_deref(),
            path: concept.place.0.as_str(),
            line: concept.place.1.line,
        }
    }
}
