//! What git knows of the documents: their versions, and what changed between them.
//!
//! The only module that knows git2. An [`Archive`] is filled by one walk over the commits; a
//! [`Replay`] of one document pair then tells when each segment of the translation was touched,
//! and [`judge`] what the original said at that time.

mod archive;
mod basis;
mod branch;
mod course;
mod former_names;
mod leading;
mod origins;
mod recent;
mod renames;
mod replay;
mod repositories;
pub mod revision;
mod scratch;
mod snapshot;
mod text;
mod timeline;
mod touch;
mod tree_changes;
mod walk;

pub use archive::{Archive, Head, Unknown, folder_in_repository, git_folder, head, user_name};
pub use basis::{Verdict, change_of, deleted_source, judge};
pub use branch::Branch;
pub use course::{Course, Day, LastChange, Line, NOT_YET, TextCourse};
pub use former_names::former_names;
pub use leading::is_settled;
pub use recent::{RecentCommit, recent};
pub use replay::Replay;
pub use scratch::{hold, hold_deciding, journal};
pub use snapshot::Snapshot;
pub use text::VersionText;
pub use timeline::{Stored, Timeline, Version};
pub use touch::{Touch, Touches};
pub use walk::PairPaths;
