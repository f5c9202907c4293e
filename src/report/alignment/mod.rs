//! Reports of `align`: which segments belong together.

mod human;
mod json;

use std::io::{self, Write};

pub use json::AlignmentDocument;

use super::Page;
use crate::{
    ledger::Ledger,
    model::{Alignment, Bead, Document},
};

/// The names that `--format` takes.
pub const FORMATS: [&str; 2] = ["human", "json"];

/// Two documents and their alignment.
#[derive(Debug, Clone, Copy)]
pub struct AlignmentReport<'a> {
    /// What the pair is called where many are given at once.
    pub id: Option<&'a serde_json::Value>,
    /// The original.
    pub source: &'a Document,
    /// The translation.
    pub target: &'a Document,
    /// What belongs together.
    pub alignment: &'a Alignment,
    /// What people have confirmed of it.
    pub ledger: &'a Ledger,
}

/// Whose word a bead rests on, beside what the texts say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// Somebody paired the two though the alignment saw it otherwise.
    Pin,
    /// The ledger has the pair.
    Ledger,
}

impl AlignmentReport<'_> {
    fn word(&self, bead: &Bead) -> Option<Word> {
        let texts = bead.texts(self.source, self.target);
        let entry = self.ledger.pair(&texts.0, &texts.1)?;
        Some(if entry.pinned { Word::Pin } else { Word::Ledger })
    }

    /// Writes the texts side by side, or one below the other where there is no room.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn write_page(&self, page: &mut Page<'_>) -> io::Result<()> {
        human::write(self, page)
    }

    /// Writes one line of JSON.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn write_json(&self, output: &mut dyn Write) -> io::Result<()> {
        json::write(self, output)
    }
}
