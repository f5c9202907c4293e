//! Sverka checks English translations of Russian prose that live beside their originals in git.
//!
//! Reading order follows the data, from files to report; a module knows only those above it:
//!
//! 1. [`model`]: plain data that everything else passes along.
//! 2. [`text`]: normalising, words, sentence boundaries, quantities.
//! 3. [`formats`]: one file a format; bytes become blocks and segments with exact spans.
//! 4. [`morphology`]: lemmas and forms of Russian words, guessed ones too.
//! 5. [`align`]: two documents become beads, m:n groups of segments.
//! 6. [`glossary`]: concepts, found in both languages in all their forms.
//! 7. [`ledger`]: the pairs that a person has confirmed.
//! 8. [`history`]: what git knows of the versions of documents.
//! 9. [`states`]: each bead gets its state and the evidence for it.
//! 10. [`checks`]: one file a check; what is to be reported of a document pair.
//! 11. [`project`]: the configuration, the path rules, the documents in pairs.
//! 12. [`analysis`]: all of that for every document pair of a project.
//! 13. [`comparison`]: how both sides changed between two revisions.
//! 14. [`gate`]: which findings a run is to answer for.
//! 15. [`decisions`]: what a person says of a segment, written, and taken back.
//! 16. [`ui`]: messages in English and Russian, colours, progress.
//! 17. [`report`]: one file an output, for people and for programs.
//! 18. [`desk`]: the pages of a project, live, with decisions.
//! 19. [`commands`]: one file a command; arguments in, report out.
//!
//! Beside them stand [`disk`], the only way from a path that a repository supplies to bytes,
//! [`toml_source`], which reads TOML with the place of every mistake, [`progress`], by which long
//! work tells that it goes on, and [`breakdown`], which keeps a panic on one document from costing
//! the others.
#![warn(clippy::print_stdout, clippy::print_stderr)]

pub mod align;
pub mod analysis;
pub mod breakdown;
pub mod checks;
pub mod commands;
pub mod comparison;
pub mod decisions;
pub mod desk;
pub mod disk;
pub mod formats;
pub mod gate;
pub mod glossary;
pub mod history;
pub mod ledger;
pub mod model;
pub mod morphology;
#[cfg(test)]
mod pages_in_docs;
pub mod progress;
pub mod project;
pub mod report;
pub mod states;
pub mod text;
pub mod toml_source;
pub mod ui;
