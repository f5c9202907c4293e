//! Term bases in the formats of other programs, and concepts as TOML ready to be pasted.
//!
//! [`read()`] gives the concepts of a file or says, with their lines, all the reasons why it cannot;
//! nothing is taken by halves. [`write()`] tells what the format could not hold ([`Loss`]). To add a
//! format, write its file and name it in [`Format`].

mod append;
mod csv;
mod encoding;
mod list;
mod loss;
mod merge;
mod reading;
mod records;
mod tab;
mod tbx;
mod toml;

use std::{
    io::{self, Write},
    path::Path,
};

pub use append::append;
pub use loss::Loss;
pub use merge::{Merge, merge};
pub use reading::Import;
pub use toml::concept_toml;
pub(super) use toml::{source_terms, target_terms};

use self::reading::Reading;
use super::Concept;
use crate::model::{Diagnostic, RepoPath};

/// A format of other programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// TBX-Core and TBX-Basic, the XML of terminologists.
    Tbx,
    /// Comma-separated values with a row of column names, for spreadsheets.
    Csv,
    /// The tab-separated list that OmegaT reads: term, rendering, comment.
    Tab,
}

impl Format {
    /// The names of the formats.
    pub const NAMES: [(&'static str, Self); 3] =
        [("tbx", Self::Tbx), ("csv", Self::Csv), ("tab", Self::Tab)];

    /// The format of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, format)| *format)
    }

    /// The format that the ending of a file's name tells; `.tsv` has column names, as CSV has.
    #[must_use]
    pub fn of_path(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_lowercase().as_str() {
            "tbx" | "xml" | "martif" => Some(Self::Tbx),
            "csv" | "tsv" => Some(Self::Csv),
            "tab" | "txt" | "utf8" => Some(Self::Tab),
            _ => None,
        }
    }
}

/// The concepts of the file `path`, which holds `bytes`. A concept without a name gets one made of
/// its Russian term.
///
/// # Errors
/// Everything that is wrong with the file, when anything is.
pub fn read(format: Format, path: &RepoPath, bytes: &[u8]) -> Result<Import, Vec<Diagnostic>> {
    let about = |message| vec![Diagnostic::about(path.clone(), message)];
    let decode = if format == Format::Tbx { encoding::decode_xml } else { encoding::decode };
    let text = decode(bytes).map_err(about)?;
    let mut reading = Reading::new(path, &text);
    match format {
        Format::Tbx => tbx::read(&mut reading),
        Format::Csv => csv::read(&mut reading),
        Format::Tab => tab::read(&mut reading),
    }
    reading.finish()
}

/// Writes the concepts; gives what the format could not hold, with how many there are of it.
///
/// # Errors
/// When the output cannot be written.
pub fn write(
    format: Format,
    concepts: &[Concept],
    output: &mut dyn Write,
) -> io::Result<Vec<(Loss, usize)>> {
    let lost = match format {
        Format::Tbx => {
            tbx::write(concepts, output)?;
            tbx::LOST
        }
        Format::Csv => {
            csv::write(concepts, output)?;
            &[]
        }
        Format::Tab => {
            tab::write(concepts, output)?;
            tab::LOST
        }
    };
    Ok(loss::counted(lost, concepts))
}
