//! How long work tells that it goes on, without knowing who listens.

use crate::model::Message;

/// Listens to work in progress. Stages follow one another; steps may come from any thread.
pub trait Progress: Sync {
    /// A stage of `steps` steps begins, and ends the stage before it.
    fn stage(&self, name: Message, steps: usize);

    /// One step of the stage is done.
    fn step(&self);
}

/// Listens to nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Progress for Silent {
    fn stage(&self, _name: Message, _steps: usize) {}

    fn step(&self) {}
}
