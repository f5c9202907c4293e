//! The term base: what a thing is to be called, found through inflection in both languages.

mod concept;
mod english;
mod judge;
mod matcher;
mod nearest;
mod read;
mod russian;
mod sense;
mod term_base;
mod tokens;

pub use concept::{Case, Concept, Level, SourceTerm, Status, TargetTerm};
pub use judge::{FaultKind, Pair, TermFault};
pub use russian::{Derivation, Forms, forms};
pub use term_base::Glossary;
pub use tokens::locate;
