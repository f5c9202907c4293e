//! Pages as HTML: thin templates over the views, checked at compile time. All text is escaped by
//! the templates; no page has a script or a style of its own.

mod bar;
mod changes;
mod concepts;
mod document;
mod finding;
mod frame;
mod overview;
mod past;
mod suggestions;
mod unit;
mod words;

pub use changes::changes_page;
pub use concepts::concepts_page;
pub use document::document_page;
pub(super) use frame::words_message;
pub use frame::{Frame, Links, Live};
pub use overview::overview_page;
