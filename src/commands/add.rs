//! `sverka add ID… --note TEXT`: records that target segments are the translator's own.

use super::{
    Command,
    exception::{self, Exception},
};
use crate::ledger;

pub(super) const COMMAND: Command = Command {
    name: "add",
    arguments: exception::arguments,
    run: |matches, context| {
        let record: exception::Record = |report: &_, chosen, note: &str, who: Option<&str>| {
            ledger::additions(report, Vec::into_iter(chosen), note, who)
        };
        let done = "recorded-added";
        exception::run(matches, context, &Exception { command: "add", record, done })
    },
};
