//! Reports of `status`: how far each document is.

mod by_state;
mod human;
mod json;
mod tally;

pub use human::Rows;
pub(super) use json::StatusDocument;

use std::io::{self, Write};

use super::Page;
use crate::{
    model::{Diagnostic, DocumentReport, State},
    ui::Messages,
};

/// The order of the documents.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// By path.
    #[default]
    Path,
    /// Those with the most words still to translate or to look at again first.
    Worst,
}

/// How the documents stand.
#[derive(Debug, Clone, Copy)]
pub struct StatusReport<'a> {
    /// The documents looked at, sorted by path.
    pub documents: &'a [DocumentReport],
    /// What could not be known.
    pub diagnostics: &'a [Diagnostic],
    /// What some policy asks to be decided about every translation: confirmed or approved.
    pub required: Option<State>,
}

/// The names that `--format` takes.
pub const FORMATS: [&str; 2] = ["human", "json"];

/// Writes the table.
///
/// # Errors
/// When the output cannot be written.
pub fn write_page(
    report: &StatusReport<'_>,
    order: Order,
    rows: Option<Rows>,
    page: &mut Page<'_>,
) -> io::Result<()> {
    match rows {
        Some(Rows::States) => by_state::write(report, page),
        rows => human::write(report, order, rows, page),
    }
}

/// Writes the JSON document.
///
/// # Errors
/// When the output cannot be written.
pub fn write_json(
    report: &StatusReport<'_>,
    english: &Messages,
    output: &mut dyn Write,
) -> io::Result<()> {
    json::write(report, english, output)
}
