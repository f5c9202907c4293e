//! Reports of how both sides changed, for the terminal, for a pull request, for programs.

mod human;
mod json;
mod markdown;

pub use human::{write as write_page, write_segment};
pub use json::write as write_json;
pub use markdown::text as markdown;

pub(in crate::report) use json::DiffDocument;

use crate::{comparison::DocumentChange, model::Message};

/// The outputs, the first the usual one.
pub const FORMATS: [&str; 3] = ["human", "markdown", "json"];

/// How many segments changed, as far as all could be looked at.
fn summary(documents: &[DocumentChange], is_whole: bool) -> Message {
    let count: usize = documents.iter().map(|document| document.changes.len()).sum();
    let id = if count == 0 && !is_whole { "diff-nothing-so-far" } else { "diff-summary" };
    Message::new(id).with("count", count)
}
