//! Notes and questions, left at a unit and settled.

use super::{Refused, Subject};
use crate::{
    disk::Held,
    history::user_name,
    ledger::{self, Decision, Entry},
};

/// Leaves a note at each of the units.
pub(super) fn leave(subject: Subject<'_>, note: &str, held: &Held) -> Result<(), Refused> {
    let who = user_name(&subject.project.root);
    let entry = |unit: &usize| ledger::note(subject.report, *unit, note, who.as_deref());
    let entries: Vec<Entry> = subject.units.iter().filter_map(entry).collect();
    ledger::add(held, &subject.ledger_file(), &entries).map_err(|error| error.cause)?;
    Ok(())
}

/// Takes away the notes at the units, whichever ledger file they stand in.
pub(super) fn settle(subject: Subject<'_>, held: &Held) -> Result<(), Refused> {
    let documents = (subject.report.source.as_ref(), subject.report.target.as_ref());
    let texts = subject.chosen().map(|unit| ledger::texts(unit, documents));
    let texts: Vec<(String, String)> = texts.collect();
    let stays = |entry: &Entry| {
        let is_about =
            |(source, target): &(String, String)| ledger::is_about(entry, source, target);
        entry.state != Decision::Noted || !texts.iter().any(is_about)
    };
    let (files, _) = ledger::files(&subject.project.root, &subject.project.config.ledger);
    let settled = files.iter().try_for_each(|file| ledger::prune(held, file, stays).map(drop));
    settled.map_err(|error| Refused::Disk(error.cause))
}
