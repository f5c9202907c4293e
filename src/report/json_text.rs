//! The only way to write JSON: programs read what was meant, and a terminal obeys nothing in it.

use std::io::{self, Write};

use serde::Serialize;

use crate::ui::printable_json;

/// So many bytes are made printable at a time, and what follows up to the end of the line.
const BLOCK: usize = 1 << 16;

/// Writes a value on one line.
pub(super) fn write(output: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    output.write_all(printable_json(&serde_json::to_string(value)?).as_bytes())
}

/// Writes a value on lines of its own, as they are made.
pub(super) fn write_pretty(output: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    let mut lines = Lines { output, text: Vec::new(), failed: None };
    let made = serde_json::to_writer_pretty(&mut lines, value);
    if let Some(failed) = lines.failed.take() {
        return Err(failed);
    }
    made?;
    lines.write_up_to(lines.text.len())
}

/// JSON on its way, cut between lines: nothing that is to be taken together spans two of them.
struct Lines<'a> {
    output: &'a mut dyn Write,
    text: Vec<u8>,
    /// Why it could not be written, which is not said by what makes JSON.
    failed: Option<io::Error>,
}

impl Lines<'_> {
    fn write_up_to(&mut self, end: usize) -> io::Result<()> {
        let text = self.text.get(..end).unwrap_or_default();
        let text = str::from_utf8(text).map_err(io::Error::other)?;
        self.output.write_all(printable_json(text).as_bytes())?;
        self.text.drain(..end);
        Ok(())
    }
}

impl Write for Lines<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.text.extend_from_slice(bytes);
        if self.text.len() >= BLOCK
            && let Some(line) = memchr::memrchr(b'\n', &self.text)
            && let Err(error) = self.write_up_to(line + 1)
        {
            let again = io::Error::from(error.kind());
            self.failed.get_or_insert(error);
            return Err(again);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
