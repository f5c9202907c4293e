//! Where the text of a document comes from when it is not the file byte for byte.
//!
//! A package (DOCX, ODT, EPUB) is read as a text of its own, the *view*: its paragraphs in reading
//! order. Each run of the view knows the part of the package and the bytes there that it stands
//! for, so that a change of the view is a change of those bytes and of nothing else.

use super::Span;

/// The package that a view was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The file, byte for byte.
    pub bytes: Vec<u8>,
    /// Its parts that hold text, unpacked.
    pub parts: Vec<OriginPart>,
    /// The runs of the view, in its order.
    pub runs: Vec<OriginRun>,
    /// The paragraphs of the view, in its order.
    pub paragraphs: Vec<OriginParagraph>,
}

/// A part of a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OriginPart {
    /// Its path in the package.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

/// A run of the view, and the bytes that it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OriginRun {
    /// Where it stands in the view.
    pub view: Span,
    /// The part, as an index.
    pub part: usize,
    /// The bytes in that part.
    pub span: Span,
    /// Whether other text may take its place: not in a tracked change, not for what is no text.
    pub is_free: bool,
}

/// A paragraph of the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OriginParagraph {
    /// Where it begins in the view.
    pub start: usize,
    /// The part, as an index.
    pub part: usize,
    /// Its number among those of the part that hold text, from 1.
    pub number: usize,
}

impl Origin {
    /// The part, and the number of the paragraph in it, that the byte at `offset` of the view
    /// stands in.
    #[must_use]
    pub fn paragraph(&self, offset: usize) -> Option<(&str, usize)> {
        let after = self.paragraphs.partition_point(|paragraph| paragraph.start <= offset);
        let paragraph = self.paragraphs.get(after.checked_sub(1)?)?;
        Some((self.parts.get(paragraph.part)?.name.as_str(), paragraph.number))
    }
}
