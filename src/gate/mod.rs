//! The gate: which findings a run is to answer for.
//!
//! [`Baseline`] accepts the debt of today, so that only what is new fails; [`keep_touched`] leaves
//! what a branch brings or touches, [`changed_concepts`] among it. Both work on findings that are already made and never change
//! how a document is judged.

mod baseline;
mod concepts;
mod fixes;
mod touched;

pub use baseline::{Baseline, Entry};
pub use concepts::changed_concepts;
pub use fixes::{FixedFile, fixed_files};
pub use touched::{is_touched, keep_touched, keep_translated};
