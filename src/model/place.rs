//! Places in files, as people and programs name them: lines and columns.

use serde::{Deserialize, Serialize};

use super::{RepoPath, Span};

/// A line and a column, both from 1; columns count characters (Unicode scalar values).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// Where the lines of a text start, to turn byte offsets into positions.
///
/// A line ends after `\n`, `\r\n` or a lone `\r`.
#[derive(Debug, Clone, Default)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// Finds the lines of `text` in one pass.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends_line = |&(at, byte): &(usize, u8)| {
            byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'))
        };
        let starts = bytes.iter().copied().enumerate().filter(ends_line).map(|(at, _)| at + 1);
        Self { starts: std::iter::once(0).chain(starts).collect() }
    }

    /// The line, from 1, that holds the byte at `offset`.
    #[must_use]
    pub fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset)
    }

    /// The position of the byte at `offset` of `text`, the text the index was made from.
    /// A byte order mark takes no column.
    #[must_use]
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let line = self.line(offset);
        let start = self.starts[line - 1];
        let before = &text[start..offset];
        // Counting the bytes that begin a character is what processors are quick at.
        let characters = before.bytes().filter(|byte| !(0x80..0xc0).contains(byte)).count();
        let marks =
            if before.contains('\u{feff}') { before.matches('\u{feff}').count() } else { 0 };
        Position { line, column: characters - marks + 1 }
    }

    /// The line and the column, both from 1, of the byte at `offset`; the column counts bytes.
    #[must_use]
    pub fn byte_position(&self, offset: usize) -> (usize, usize) {
        let line = self.line(offset);
        (line, offset - self.starts[line - 1] + 1)
    }

    /// How many lines there are; an empty text has one.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.starts.len()
    }
}

/// A stretch of a file that a finding is about, with the text that stands there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The file.
    pub path: RepoPath,
    /// The bytes; empty where something is missing and belongs.
    pub span: Span,
    /// Where the bytes start.
    pub start: Position,
    /// Where they end; the column is just past the last character.
    pub end: Position,
    /// What stands there, markup included.
    pub text: String,
    /// Where inside of the file it is, if that is a package or a catalogue.
    pub inside: Option<Inside>,
    /// What stands around it.
    pub around: Around,
}

/// A place inside of a file that lines do not tell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Inside {
    /// A paragraph of a part of a package, counted from 1 among those with text.
    Paragraph {
        /// The part, by its path in the package.
        part: String,
        /// The number of the paragraph.
        number: usize,
    },
    /// A text of a catalogue, by its key.
    Key(String),
}

impl Inside {
    /// As machine formats name it: `word/document.xml:12`, `menu.open`.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Paragraph { part, number } => format!("{part}:{number}"),
            Self::Key(key) => key.clone(),
        }
    }
}

/// What stands around a place, as far as reports show it: they need no document for that.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Around {
    /// Of the part of a segment: the rest of it before. Where nothing stands: the prose before.
    pub before: String,
    /// The same after it.
    pub after: String,
    /// The prose of the segments that it consists of, without their markup; empty for a part.
    pub prose: String,
}
