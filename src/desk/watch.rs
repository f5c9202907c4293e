//! Looking at the files of a project: what changes on disk shows up by itself.

use std::{sync::Weak, thread};

use super::snapshot::{Desk, State};
use crate::analysis::{Look, PAUSE, Watched};

/// Looks at the files, which were `seen` before, until the desk is gone, and has the project analysed
/// when they changed.
pub(super) fn watch(desk: &Weak<Desk>, mut seen: Look) {
    loop {
        thread::sleep(PAUSE);
        let Some(desk) = desk.upgrade() else { return };
        let now = look(&desk.state());
        if now != seen {
            desk.renew();
            // What came meanwhile, new files too, is seen next time.
            seen = now;
        }
    }
}

pub(super) fn look(state: &State) -> Look {
    Watched::of(&state.project, state.documents.iter().map(|report| &report.pair)).look()
}
