//! The parts of a document: everything in the file is one of them.

use crate::model::{BlockKind, Document, Span};

/// What a part of a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// A segment, as an index into the document's segments.
    Segment(usize),
    /// Code.
    Code,
    /// All else: markup, white space, front matter that is data.
    Markup,
}

/// A run of bytes and what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// Its bytes.
    pub span: Span,
}

impl Document {
    /// The parts in order; their bytes put together are the file. Of two that lie across each other,
    /// as cells of a drawn table do, the later one is what the earlier one leaves.
    #[must_use]
    pub fn parts(&self) -> Vec<Part> {
        let segments = self
            .segments
            .iter()
            .enumerate()
            .map(|(index, segment)| (segment.span, PartKind::Segment(index)));
        let code = self.blocks.iter().filter(|block| block.kind == BlockKind::Code);
        let mut known: Vec<(Span, PartKind)> =
            segments.chain(code.map(|block| (block.span, PartKind::Code))).collect();
        known.sort_by_key(|(span, _)| *span);
        let mut parts = Vec::with_capacity(known.len() * 2 + 1);
        let mut at = 0;
        for (span, kind) in known {
            if at < span.start {
                parts.push(Part { kind: PartKind::Markup, span: Span::new(at, span.start) });
                at = span.start;
            }
            let end = span.end.max(at);
            parts.push(Part { kind, span: Span::new(at, end) });
            at = end;
        }
        if at < self.text.len() {
            parts.push(Part { kind: PartKind::Markup, span: Span::new(at, self.text.len()) });
        }
        parts
    }
}
