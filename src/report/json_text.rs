//! The only way to write JSON: programs read what was meant, and a terminal obeys nothing in it.

use std::io::{self, Write};

use serde::Serialize;

use crate::ui::printable_json;

/// Writes a value on one line.
pub(super) fn write(output: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    output.write_all(printable_json(&serde_json::to_string(value)?).as_bytes())
}

/// Writes a value on lines of its own.
pub(super) fn write_pretty(output: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    output.write_all(printable_json(&serde_json::to_string_pretty(value)?).as_bytes())
}
