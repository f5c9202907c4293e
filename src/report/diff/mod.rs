//! Reports of how both sides changed, for the terminal, for a pull request, for programs.

mod human;
mod json;
mod markdown;

pub use human::{write as write_page, write_segment};
pub use json::write as write_json;
pub use markdown::text as markdown;

pub(in crate::report) use json::DiffDocument;

/// The outputs, the first the usual one.
pub const FORMATS: [&str; 3] = ["human", "markdown", "json"];
