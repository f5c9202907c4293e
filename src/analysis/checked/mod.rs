//! The findings of a project, from what earlier runs kept and from what changed since.
//!
//! What was found out of a pair is kept with all that it depends on: its texts, the options that
//! are in force for it, the term base, the ledger, what git knows of it, and, where it has links,
//! the other pages. A pair for which all of that is the same is not looked at again. What sees the
//! whole project runs over the findings of all pairs, kept and new. The answer is the same as that
//! of [`super::analyse`], which keeps nothing.

mod confirmed;
mod digest;
mod files;
mod grounds;
mod listed;
mod looked;
mod record;
mod run;
mod store;
mod work;

pub use self::looked::{Known, Looked, look};
use self::run::Run;
use super::{Analysis, analyse};
use crate::{model::DocumentPair, progress::Progress, project::Project};

/// What is asked of a check.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The pairs whose texts and units are wanted, and not only their findings.
    pub whole: &'a (dyn Fn(&DocumentPair) -> bool + Sync),
    /// The pairs whose texts and units the asker holds; those of all others are wanted, too.
    pub held: Option<&'a Known>,
}

impl std::fmt::Debug for Asked<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Asked").finish_non_exhaustive()
    }
}

/// The findings of every document pair of `project`. Reports of pairs that are not wanted whole
/// have neither texts nor units, and their findings may be shelved.
pub fn check(project: &Project, asked: Asked<'_>, progress: &dyn Progress) -> Analysis {
    let checked = Run::of(project).and_then(|mut run| run.check(asked, progress));
    checked.unwrap_or_else(|| analyse(project, progress))
}
