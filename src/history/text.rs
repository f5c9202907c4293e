//! The segments of one version of a document, as texts only.

use crate::{
    formats::{self, Options},
    model::{Document, Language, RepoPath},
    text::normalize,
};

/// The segments of a version: as a reader sees them, and as versions are compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VersionText {
    /// The prose of each segment.
    pub segments: Vec<String>,
    /// The content of each segment, by which versions are compared.
    pub keys: Vec<String>,
}

impl VersionText {
    /// The segments of a document.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let segments: Vec<String> =
            document.segments.iter().map(|segment| segment.text.clone()).collect();
        let keys = segments.iter().map(|text| normalize::content(text)).collect();
        Self { segments, keys }
    }

    /// Parses a version; none where its bytes are no text.
    pub(super) fn parse(
        path: &RepoPath,
        language: Language,
        bytes: &[u8],
        options: &Options,
    ) -> Option<Self> {
        let document = formats::read(path.clone(), language, bytes.to_vec(), options).ok()?;
        Some(Self::of(&document))
    }
}
