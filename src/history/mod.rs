//! What git knows of the documents: their versions, and what changed between them.

pub mod revision;
