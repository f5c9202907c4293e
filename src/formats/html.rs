//! HTML pages: the text between block tags is prose, everything else is markup.
//!
//! Front matter and template tags are taken out as in Markdown; the kind of a block is that of
//! the innermost element that says it.

use super::{
    Options,
    builder::{Parsed, RawBlock},
    markdown::{
        front_matter,
        html::{self, Piece},
        inline::Inline,
        mask::{Masked, mask},
    },
};
use crate::model::{BlockKind, Span, Verbatim};

/// Reads HTML.
pub(super) fn parse(text: &str, options: &Options) -> Parsed {
    let masked = mask(text, false);
    let mut parsed = Parsed::default();
    if let Some(span) = masked.front_matter {
        front_matter::read(text, span, &options.front_matter, &mut parsed);
    }
    let mut page = Page { text, tags: &masked.inline, kind: BlockKind::Paragraph, parsed };
    let mut inline = Inline::new(text, &masked.inline);
    for piece in pieces(&masked, text.len()) {
        if let Piece::Tag(span) = piece
            && !html::is_inline(span.of(text))
        {
            page.close(std::mem::replace(&mut inline, Inline::new(text, page.tags)));
            page.kind = kind_after(span.of(text));
        }
        inline.html(piece);
    }
    page.close(inline);
    page.parsed
}

/// The pieces of the page, lines that hold only template tags taken for tags.
fn pieces(masked: &Masked, end: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for piece in html::pieces(&masked.text, Span::new(masked.body, end)) {
        let Piece::Text(span) = piece else {
            pieces.push(piece);
            continue;
        };
        let mut at = span.start;
        for line in masked.lines.iter().filter(|line| span.contains(**line)) {
            pieces.extend([Piece::Text(Span::new(at, line.start)), Piece::Tag(*line)]);
            at = line.end;
        }
        pieces.push(Piece::Text(Span::new(at, span.end)));
    }
    pieces
}

struct Page<'a> {
    text: &'a str,
    tags: &'a [Span],
    kind: BlockKind,
    parsed: Parsed,
}

impl<'a> Page<'a> {
    fn close(&mut self, inline: Inline<'a>) {
        let Inline { prose, verbatims, comments, .. } = inline;
        self.parsed.comments.extend(comments);
        let spans = verbatims.iter().map(|verbatim: &Verbatim| verbatim.span);
        let Some(span) = spans.chain(prose.extent()).reduce(Span::join) else { return };
        if !span.of(self.text).trim().is_empty() {
            let block = RawBlock::bare(self.kind, span, 0);
            self.parsed.blocks.push(RawBlock { prose, verbatims, ..block });
        }
    }
}

/// What text is after a block tag; after a closing one it is a paragraph.
fn kind_after(tag: &str) -> BlockKind {
    if tag.starts_with("</") {
        return BlockKind::Paragraph;
    }
    match html::name(tag).as_str() {
        "li" => BlockKind::ListItem,
        "td" | "th" => BlockKind::TableCell,
        name => heading_level(name).map_or(BlockKind::Paragraph, BlockKind::Heading),
    }
}

fn heading_level(name: &str) -> Option<u8> {
    let level: u8 = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}
