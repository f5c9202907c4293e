//! File formats: bytes in, blocks and segments with exact spans out.

use crate::model::{Document, Language, RepoPath};

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
