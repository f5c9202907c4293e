//! `check --format jsonl`: one finding a line, as `json` has it.

use std::io::{self, Write};

use super::{super::record::FindingRecord, CheckReport};
use crate::ui::Messages;

pub(super) fn write(
    report: &CheckReport<'_>,
    english: &Messages,
    output: &mut dyn Write,
) -> io::Result<()> {
    report.each(|_, finding| {
        crate::report::json_text::write(&mut *output, &FindingRecord::of(finding, english))?;
        writeln!(output)
    })
}
