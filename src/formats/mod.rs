//! File formats: bytes in, blocks and segments with exact spans out.

use crate::model::{Document, Language, Message, RepoPath};

/// How documents are cut into segments.
#[derive(Debug, Clone)]
pub struct Options {
    /// The unit of translation.
    pub unit: Unit,
    /// Front matter keys that are text to translate.
    pub front_matter: Vec<String>,
}

/// The unit of translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A sentence.
    Sentence,
    /// A whole block.
    Block,
    /// Each non-empty line of plain text, with no block structure.
    Line,
}

impl Default for Options {
    fn default() -> Self {
        Self { unit: Unit::Sentence, front_matter: vec!["title".into(), "description".into()] }
    }
}

/// Parses `text`, the format chosen by the extension of `path`.
#[must_use]
pub fn parse(path: RepoPath, language: Language, text: String, _options: &Options) -> Document {
    let lines = crate::model::LineIndex::new(&text);
    Document {
        path,
        language,
        text,
        blocks: Vec::new(),
        segments: Vec::new(),
        verbatims: Vec::new(),
        comments: Vec::new(),
        problems: Vec::new(),
        lines,
    }
}

/// Parses the bytes of a file.
///
/// # Errors
/// When they are not UTF-8; the message says how to mend that.
pub fn read(
    path: RepoPath,
    language: Language,
    bytes: Vec<u8>,
    options: &Options,
) -> Result<Document, Message> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(parse(path, language, text, options)),
        Err(_) => Err(Message::new("file-encoding").with("path", path.as_str())),
    }
}
