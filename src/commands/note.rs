//! `sverka note ID… --note TEXT`: leaves a note or a question at segments.

use super::{
    Command,
    exception::{self, Exception},
};
use crate::ledger;

pub(super) const COMMAND: Command = Command {
    name: "note",
    arguments: exception::arguments,
    run: |matches, context| {
        let record: exception::Record = |report: &_, chosen, note: &str, who: Option<&str>| {
            chosen.into_iter().filter_map(|unit| ledger::note(report, unit, note, who)).collect()
        };
        let done = "recorded-noted";
        exception::run(matches, context, &Exception { command: "note", record, done })
    },
};
