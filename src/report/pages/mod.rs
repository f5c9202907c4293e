//! Pages for a browser: an overview, a page a document, the glossary. `report` writes them as a
//! static site, the desk serves them.
//!
//! The views ([`Overview`], [`DocumentView`]) are plain data with a schema; `html` is a thin
//! template over them, [`site`](write_site) puts all pages of a project into files.

mod assets;
mod badge;
mod changes;
mod concepts;
mod document;
mod html;
mod overview;
mod past;
mod prose_map;
mod runs;
mod search;
mod side;
mod site;
mod styles;
mod suggestions;
mod summary;
mod tally;
mod unit;
mod walk;

pub use super::record::Severities;
pub use assets::{Asset, asset};
pub use changes::{ChangedDocument, ChangedSegment, ChangedText, ChangesView};
pub use concepts::{ConceptView, GlossaryView, OccurrenceView, Occurrences};
pub use document::{DocumentView, Lens, Row, unit_ids};
pub use html::{Frame, Links, Live, changes_page, concepts_page, document_page, overview_page};
pub use overview::{Before, ChangedView, DocumentSummary, Overview, document_id};
pub use past::{Age, AgeView, PastView, PointView};
pub use runs::{Mark, Run};
pub use site::{SiteReport, write_site};
pub use suggestions::SuggestionsView;
pub use tally::{Tally, WordsByState};
pub use unit::{
    BlockView, ChangeView, CommitView, DiffPart, FateView, FindingView, Kind, SegmentView, UnitView,
};
pub use walk::next_with_work;
