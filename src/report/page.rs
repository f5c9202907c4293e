//! A page for people: the only way from texts to a terminal.

use std::io::{self, Write};

use anstyle::Style;

use crate::{
    model::Message,
    ui::{LineGuard, Messages, Palette, printable},
};

/// Where a report for people is written. All text passes [`printable`] here.
pub struct Page<'a> {
    output: &'a mut dyn Write,
    messages: &'a Messages,
    palette: Palette,
    width: usize,
    guard: LineGuard,
}

impl<'a> Page<'a> {
    /// A page of `width` columns.
    pub fn new(
        output: &'a mut dyn Write,
        messages: &'a Messages,
        palette: Palette,
        width: usize,
    ) -> Self {
        Self { output, messages, palette, width, guard: LineGuard::default() }
    }

    /// The reader's language.
    #[must_use]
    pub const fn messages(&self) -> &'a Messages {
        self.messages
    }

    /// The colours.
    #[must_use]
    pub const fn palette(&self) -> Palette {
        self.palette
    }

    /// How many columns a line has.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.width
    }

    /// Writes text in the colours of its ground.
    pub fn text(&mut self, text: &str) -> io::Result<()> {
        self.output.write_all(self.guard.guard(&printable(text)).as_bytes())
    }

    /// Writes text in a style.
    pub fn styled(&mut self, style: Style, text: &str) -> io::Result<()> {
        write!(self.output, "{style}{}{style:#}", self.guard.guard(&printable(text)))
    }

    /// Writes text and ends the line.
    pub fn line(&mut self, text: &str) -> io::Result<()> {
        self.text(text)?;
        self.end_line()
    }

    /// Writes a message and ends the line.
    pub fn message(&mut self, message: &Message) -> io::Result<()> {
        self.line(&self.messages.text(message))
    }

    /// Ends the line.
    pub fn end_line(&mut self) -> io::Result<()> {
        self.text("\n")
    }

    /// Writes what carries its own colours and no foreign text, the help for example.
    pub fn prerendered(&mut self, text: &str) -> io::Result<()> {
        if self.palette.is_plain() {
            write!(self.output, "{}", anstream::adapter::strip_str(text))
        } else {
            self.output.write_all(text.as_bytes())
        }
    }
}

impl std::fmt::Debug for Page<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Page").field("width", &self.width).finish_non_exhaustive()
    }
}
