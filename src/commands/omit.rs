//! `sverka omit ID… --note TEXT`: records that source segments are left out on purpose.

use super::{
    Command,
    exception::{self, Exception},
};
use crate::ledger;

pub(super) const COMMAND: Command = Command {
    name: "omit",
    arguments: exception::arguments,
    run: |matches, context| {
        let record: exception::Record = |report: &_, chosen, note: &str, who: Option<&str>| {
            ledger::omissions(report, Vec::into_iter(chosen), note, who)
        };
        let done = "recorded-omitted";
        exception::run(matches, context, &Exception { command: "omit", record, done })
    },
};
