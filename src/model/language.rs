//! The two languages.

use serde::Serialize;

/// The language of a text: originals are Russian, translations English.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// The language of the originals.
    Russian,
    /// The language of the translations.
    English,
}

impl Language {
    /// How many there are.
    pub const COUNT: usize = 2;
}
