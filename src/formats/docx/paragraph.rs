//! A paragraph as it is read.

use super::super::{builder::RawBlock, prose::Prose};
use crate::model::{BlockKind, Span, Verbatim, VerbatimKind};

/// A paragraph, and what stands in it.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub(super) prose: Prose,
    pub(super) verbatims: Vec<Verbatim>,
    pub(super) style: String,
    /// Whether changes of it wait to be accepted.
    pub(super) is_revised: bool,
    /// The level of the list that it says it is an item of; none where it says that it is none.
    pub(super) level: Option<Option<u8>>,
    /// Texts that stand in the place of pictures.
    pub(super) pictures: Vec<Prose>,
}

impl Paragraph {
    /// Its block, and one for each text of a picture.
    pub(super) fn into_blocks(
        self,
        kind: BlockKind,
        (depth, label, row): (u8, Option<String>, Option<usize>),
    ) -> Vec<RawBlock> {
        let mut blocks = Vec::new();
        let code = self.prose.text().to_owned();
        let is_revised = self.is_revised;
        let mut block =
            RawBlock { label, row, is_revised, ..RawBlock::bare(kind, Span::at(0), depth) };
        block.verbatims = self.verbatims;
        if kind == BlockKind::Code {
            let span = self.prose.extent().unwrap_or(Span::at(0));
            block.verbatims = vec![Verbatim { kind: VerbatimKind::Code, span, text: code }];
        } else {
            block.prose = self.prose;
        }
        blocks.push(block);
        for prose in self.pictures {
            let block = RawBlock::bare(BlockKind::Value, Span::at(0), 0);
            blocks.push(RawBlock { label: Some("alt".to_owned()), prose, ..block });
        }
        blocks
    }
}
