//! Where a command's data goes.

use std::{
    io::{self, BufWriter, ErrorKind, Write},
    path::PathBuf,
};

use super::failure::Failure;
use crate::disk::write_typed;

/// Standard output, or the file that `--output` names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Destination {
    Stream,
    File(PathBuf),
}

impl Destination {
    /// Lets `write` write; a file appears only when all of it is written.
    pub(super) fn write(
        &self,
        stream: &mut dyn Write,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Failure> {
        match self {
            Self::Stream => {
                let mut buffered = BufWriter::new(stream);
                write(&mut buffered)?;
                Ok(buffered.flush()?)
            }
            Self::File(path) => {
                write_typed(path, write).map_err(|error| Failure::unwritable(path, &error))
            }
        }
    }
}

/// A stream whose reader may leave: what comes after that is dropped quietly, so that the exit
/// code of `sverka check | head` is still true.
pub(super) struct UntilClosed<W> {
    inner: W,
    is_closed: bool,
}

impl<W: Write> UntilClosed<W> {
    pub(super) const fn new(inner: W) -> Self {
        Self { inner, is_closed: false }
    }

    /// Whether the reader has gone.
    pub(super) const fn is_closed(&self) -> bool {
        self.is_closed
    }

    fn unless_closed<T>(
        &mut self,
        when_closed: T,
        write: impl FnOnce(&mut W) -> io::Result<T>,
    ) -> io::Result<T> {
        if self.is_closed {
            return Ok(when_closed);
        }
        match write(&mut self.inner) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.is_closed = true;
                Ok(when_closed)
            }
            result => result,
        }
    }
}

impl<W: Write> Write for UntilClosed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.unless_closed(bytes.len(), |inner| inner.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.unless_closed((), Write::flush)
    }
}
