//! Reports on the term base: its concepts, their forms, where they occur, what is doubtful.

mod explain;
mod find;
mod lint;
mod list;
mod record;
mod suggest;

pub use explain::ConceptReport;
pub use find::{Concordance, Line};
pub use lint::LintReport;
pub use list::ConceptList;
pub use suggest::SuggestReport;
pub(super) use {
    explain::ExplainDocument, find::FindDocument, lint::LintDocument, list::ListDocument,
    suggest::SuggestDocument,
};

/// The formats of all these reports, the usual one first.
pub const FORMATS: [&str; 2] = ["human", "json"];
