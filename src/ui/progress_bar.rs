//! A progress bar on standard error.

use indicatif::{ProgressBar as Bar, ProgressDrawTarget, ProgressStyle};

use super::Messages;
use crate::{model::Message, progress::Progress};

/// Shows progress on the terminal; it is gone when the work is done.
#[derive(Debug)]
pub struct ProgressBar<'a> {
    messages: &'a Messages,
    bar: Bar,
}

impl<'a> ProgressBar<'a> {
    /// A bar that names its stages with `messages`; an invisible one unless `visible`.
    #[must_use]
    pub fn new(messages: &'a Messages, visible: bool) -> Self {
        let target =
            if visible { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = Bar::with_draw_target(Some(0), target);
        if let Ok(style) = ProgressStyle::with_template("{msg} [{bar:30}] {pos}/{len}") {
            bar.set_style(style.progress_chars("#>."));
        }
        Self { messages, bar }
    }
}

impl Progress for ProgressBar<'_> {
    fn stage(&self, name: Message, steps: usize) {
        self.bar.set_length(steps as u64);
        self.bar.set_position(0);
        self.bar.set_message(self.messages.text(&name));
    }

    fn step(&self) {
        self.bar.inc(1);
    }
}

impl Drop for ProgressBar<'_> {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
