//! The gate: which findings a run is to answer for.
//!
//! [`Baseline`] accepts the debt of today, so that only what is new fails. Both work on findings
//! that are already made and never change how a document is judged.

mod baseline;

pub use baseline::{Baseline, Entry};
