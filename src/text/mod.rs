//! Words, letters and sentences of Russian and English, without any knowledge of files.

pub mod addresses;
pub mod change;
pub mod language;
pub mod language_names;
pub mod memory;
pub mod normalize;
pub mod quantities;
pub mod sentences;
pub mod settled;
pub mod words;
