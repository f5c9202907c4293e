//! A progress bar on standard error.

use std::{sync::Once, time::Duration};

use indicatif::{ProgressBar as Bar, ProgressDrawTarget, ProgressStyle};

use super::Messages;
use crate::{model::Message, progress::Progress};

/// Work that is done sooner needs no bar.
const PATIENCE: Duration = Duration::from_millis(400);

/// Shows progress on the terminal; it is gone when the work is done.
#[derive(Debug)]
pub struct ProgressBar<'a> {
    messages: &'a Messages,
    is_visible: bool,
    shown: Once,
    bar: Bar,
}

impl<'a> ProgressBar<'a> {
    /// A bar that names its stages with `messages`; an invisible one unless `is_visible`.
    #[must_use]
    pub fn new(messages: &'a Messages, is_visible: bool) -> Self {
        let bar = Bar::with_draw_target(Some(0), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{msg} [{bar:30}] {pos}/{len}") {
            bar.set_style(style.progress_chars("#>."));
        }
        Self { messages, is_visible, shown: Once::new(), bar }
    }
}

impl Progress for ProgressBar<'_> {
    fn stage(&self, name: Message, steps: usize) {
        self.bar.set_length(steps as u64);
        self.bar.set_position(0);
        self.bar.set_message(self.messages.text(&name));
    }

    fn step(&self) {
        if self.is_visible && self.bar.elapsed() >= PATIENCE {
            self.shown.call_once(|| self.bar.set_draw_target(ProgressDrawTarget::stderr()));
        }
        self.bar.inc(1);
    }
}

impl Drop for ProgressBar<'_> {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
