//! The term base: what a thing is to be called, found through inflection in both languages.

mod change;
mod concept;
mod english;
pub mod exchange;
mod identifier;
mod judge;
mod lint;
mod matcher;
mod nearest;
mod new_concept;
mod path_patterns;
mod patterns;
mod pieces;
mod query;
mod read;
mod russian;
mod sense;
mod suggest;
mod term_base;
mod tokens;
mod usage;

pub use change::{ConceptForm, rewritten};
pub use concept::{Case, Concept, Level, SourceTerm, Status, TargetTerm};
pub use judge::{FaultKind, Pair, TermFault};
pub use lint::{Remark, exchanged};
pub use new_concept::NewConcept;
pub use path_patterns::PathPatterns;
pub use query::Query;
pub use russian::{Derivation, Forms, forms};
pub use suggest::{Suggestion, suggest};
pub use term_base::{Glossary, USUAL_FILE};
pub use tokens::locate;
pub use usage::{Alarm, Occurrence};
