//! Plain data that the stages pass along: documents, segments, beads, states, findings.
//!
//! Nothing here reads a file, looks at git or knows how a report is drawn.

mod bead;
mod date;
mod diagnostic;
mod direction;
mod document;
mod finding;
mod fix;
mod language;
mod message;
mod origin;
mod pair;
mod path;
mod path_pattern;
mod place;
mod severity;
mod shelf;
mod span;
mod state;

pub(crate) use bead::hull;
pub use bead::{Alignment, Bead};
pub use date::date_of;
pub use diagnostic::Diagnostic;
pub use direction::Direction;
pub use document::{
    Block, BlockKind, Comment, Document, Problem, Segment, Standing, TimeSpan, Verbatim,
    VerbatimKind, count_words,
};
pub use finding::{Code, Finding, Fingerprint};
pub use fix::{Edit, Fix};
pub use language::Language;
pub use message::{Argument, Message};
pub use origin::{Origin, OriginParagraph, OriginPart, OriginRun};
pub use pair::{DocumentPair, DocumentReport, TranslationUnit, Words};
pub use path::RepoPath;
pub use path_pattern::{LONGEST_PATTERN, path_pattern};
pub use place::{Around, Inside, LineIndex, Place, Position};
pub use severity::{LevelSetting, Severity};
pub use shelf::{Shelf, Shelved};
pub use span::Span;
pub use state::{Change, Commit, Evidence, Grade, State, Stranger};
