//! The files of a project on disk: the only way from a path that a repository supplies to bytes.
//!
//! A [`Place`] is a path resolved once: links inside the project are followed, what leads out of
//! it or into git's own folder is refused, and what is no plain file is never read or waited for.
//! Every folder on the way is opened by its handle, so that nothing can be exchanged between the
//! look and the use. [`update`] is how a file of the project is written: the old or the new one is
//! there at any moment, and a change that somebody else makes meanwhile is not lost.

mod folder;
mod ignored;
mod journal;
mod output_folder;
mod place;
mod refusal;
mod replacement;
mod typed;
mod update;
mod walk;

pub use journal::{Journal, Splice, Stretch, Written};
pub(crate) use output_folder::OutputFolder;
pub use place::{LARGEST, Place, read};
pub use refusal::Refusal;
pub(crate) use replacement::{remove_abandoned, replace_lightly};
pub(crate) use typed::{read_typed, write_typed};
pub use update::{Held, hold, remove, update};
pub(crate) use walk::{Walked, Walker, relative, walk_error, walked};
