//! The view of a package: the blocks of its parts in reading order, a paragraph after the other.

use std::sync::Arc;

use super::builder::{Parsed, RawBlock};
use crate::model::{
    BlockKind, Message, Origin, OriginParagraph, OriginPart, OriginRun, Problem, Span, Verbatim,
};

/// The message of a package that has changes which nobody has accepted.
pub const TRACKED_CHANGES: &str = "tracked-changes";

/// A view as it is put together.
#[derive(Debug, Default)]
pub(super) struct View {
    text: String,
    parsed: Parsed,
    parts: Vec<OriginPart>,
    runs: Vec<OriginRun>,
    paragraphs: Vec<OriginParagraph>,
    /// Paragraphs with tracked changes: how many, and where the first is.
    revised: usize,
    first_revised: Option<usize>,
}

impl View {
    /// Adds a part with the blocks that were found in it, in the order in which they are read.
    pub(super) fn add(&mut self, name: &str, text: String, blocks: Vec<RawBlock>) {
        let part = self.parts.len();
        let mut number = 0;
        for block in blocks {
            if block.is_revised {
                self.revised += 1;
                self.first_revised.get_or_insert(self.text.len());
            }
            let is_shown = block.prose.text().contains(|c: char| !c.is_whitespace());
            if is_shown || !block.verbatims.is_empty() {
                number += 1;
                self.paragraphs.push(OriginParagraph { start: self.text.len(), part, number });
                self.block(part, &text, block);
            }
        }
        self.parts.push(OriginPart { name: name.to_owned(), text });
    }

    fn block(&mut self, part: usize, text: &str, block: RawBlock) {
        let start = self.text.len();
        if block.kind == BlockKind::Code && block.prose.len() == 0 {
            let code: Vec<&str> = block.verbatims.iter().map(|it| it.text.as_str()).collect();
            self.text.push_str(&code.join("\n"));
        } else {
            self.text.push_str(block.prose.text());
        }
        let span = Span::new(start, self.text.len());
        let runs = block.prose.runs(start, text).map(|(view, span, is_free)| OriginRun {
            view,
            part,
            span,
            is_free,
        });
        let runs: Vec<OriginRun> = runs.collect();
        let place = |verbatim: Verbatim| {
            let at =
                if block.prose.len() == 0 { span } else { in_view(&runs, verbatim.span, span) };
            Verbatim { span: at, ..verbatim }
        };
        let verbatims = block.verbatims.into_iter().map(place).collect();
        let prose = block.prose.rebased(start);
        self.parsed.blocks.push(RawBlock { span, prose, verbatims, ..block });
        self.runs.extend(runs);
        self.text.push('\n');
    }

    /// The text of the view, what was found in it, and where it comes from.
    pub(super) fn finish(self, bytes: Vec<u8>) -> (String, Parsed, Arc<Origin>) {
        let Self { text, mut parsed, parts, runs, paragraphs, revised, first_revised } = self;
        if let Some(start) = first_revised {
            let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
            let message = Message::new(TRACKED_CHANGES).with("count", revised);
            parsed.problems.push(Problem { span: Span::new(start, end), message });
        }
        (text, parsed, Arc::new(Origin { bytes, parts, runs, paragraphs }))
    }
}

/// What of the view the bytes at `span` of a part make; the beginning of the block where nothing.
fn in_view(runs: &[OriginRun], span: Span, block: Span) -> Span {
    let inside = runs.iter().filter(|run| span.start < run.span.end && run.span.start < span.end);
    let views = inside.map(|run| {
        if run.span.len() == run.view.len() {
            let start = span.start.max(run.span.start) - run.span.start;
            let end = span.end.min(run.span.end) - run.span.start;
            run.view.part(start..end)
        } else {
            run.view
        }
    });
    views.reduce(Span::join).unwrap_or_else(|| {
        let before = runs.iter().take_while(|run| run.span.end <= span.start).last();
        Span::at(before.map_or(block.start, |run| run.view.end))
    })
}
