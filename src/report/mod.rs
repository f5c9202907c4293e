//! Reports: one file an output, for people and for programs.
//!
//! What people read is written on a [`Page`], in their language; what programs read is the same in
//! every language and described by [`schema`]. Nothing here judges: reports show what
//! [`crate::analysis`] found.

pub mod alignment;
pub mod check;
mod columns;
pub mod diff;
mod excerpt;
pub mod explanation;
#[cfg(test)]
mod fixture;
pub mod glossary;
mod json_text;
pub(crate) mod languages;
pub mod ledger;
mod location;
mod page;
pub mod pages;
mod record;
pub mod schema;
pub mod status;
#[cfg(test)]
mod tests;
pub mod todo;
mod word_diff;

pub use page::Page;

/// The version of the machine formats, on top of every JSON document.
const VERSION: u32 = 1;
