//! `todo --format json`.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::{
    super::{VERSION, record::FindingRecord},
    Work,
};
use crate::ui::Messages;

/// What to do, the most urgent first.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::report) struct TodoDocument<'a> {
    /// The version of this format.
    version: u32,
    /// Findings, as `check` has them.
    items: Vec<FindingRecord<'a>>,
}

pub(super) fn write(work: &Work<'_>, english: &Messages, output: &mut dyn Write) -> io::Result<()> {
    let items = work.items.iter().map(|finding| FindingRecord::of(finding, english)).collect();
    crate::report::json_text::write_pretty(
        &mut *output,
        &TodoDocument { version: VERSION, items },
    )?;
    writeln!(output)
}
