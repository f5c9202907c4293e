//! Reports of `todo`: what to do next, in order.
//!
//! The list is made of the findings of `check`, so that the two never disagree.

mod human;
mod json;
mod order;

use std::io::{self, Write};

pub(super) use json::TodoDocument;

use super::Page;
use crate::{
    model::{DocumentReport, Finding},
    ui::Messages,
};

/// The names that `--format` takes.
pub const FORMATS: [&str; 2] = ["human", "json"];

/// The work that `documents` ask for, the most urgent first.
#[derive(Debug)]
pub struct Work<'a> {
    items: Vec<&'a Finding>,
}

impl<'a> Work<'a> {
    /// Finds the work in `documents`; remarks are no work unless asked for.
    #[must_use]
    pub fn in_documents(documents: &'a [DocumentReport], with_remarks: bool) -> Self {
        let findings = documents.iter().flat_map(|document| &document.findings);
        Self { items: order::by_urgency(findings, with_remarks) }
    }

    /// Writes the list for people.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn write_page(&self, page: &mut Page<'_>) -> io::Result<()> {
        human::write(self, page)
    }

    /// Writes the list for programs.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn write_json(&self, english: &Messages, output: &mut dyn Write) -> io::Result<()> {
        json::write(self, english, output)
    }
}
