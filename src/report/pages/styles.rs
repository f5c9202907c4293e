//! Where in a file emphasis, links and code stand, as a reader sees them.

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::runs::Mark;
use crate::model::{Document, Span, Verbatim, VerbatimKind};

/// The extensions of files in Markdown, whose emphasis is known.
const MARKDOWN: [&str; 8] = ["md", "markdown", "mdown", "mkd", "liquid", "mdx", "qmd", "rmd"];

/// The styled stretches of a document and what of it is no prose, both in the order of the file.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styled: Vec<(Span, Mark)>,
    /// Spans that hold no prose, none within another.
    pub(super) skipped: Vec<Span>,
}

impl Styles {
    /// The styles of a document; of one that is no Markdown only its code is known.
    pub(super) fn of(document: &Document) -> Self {
        let extension = document.path.extension().unwrap_or_default().to_lowercase();
        let mut styled = if MARKDOWN.contains(&extension.as_str()) {
            markdown(&document.text)
        } else {
            Vec::new()
        };
        styled.sort_by_key(|(span, _)| *span);
        Self { styled, skipped: skipped(document) }
    }

    /// The styles that meet `span`.
    pub(super) fn within(&self, span: Span) -> impl Iterator<Item = (Span, &Mark)> {
        let end = self.styled.partition_point(|(styled, _)| styled.start < span.end);
        let before = self.styled[..end].iter().rev();
        // Emphasis is short: what begins far before does not reach here.
        let near = before.take_while(move |(styled, _)| styled.start + FAR > span.start);
        near.filter(move |(styled, _)| styled.overlaps(span)).map(|(styled, mark)| (*styled, mark))
    }
}

/// No emphasis is longer, in bytes.
const FAR: usize = 20_000;

fn markdown(text: &str) -> Vec<(Span, Mark)> {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let events = Parser::new_ext(text, options).into_offset_iter();
    let styled = |(event, range)| {
        let mark = match event {
            Event::Start(Tag::Strong) => Mark::Strong,
            Event::Start(Tag::Emphasis) => Mark::Emphasis,
            Event::Start(Tag::Strikethrough) => Mark::Struck,
            Event::Start(Tag::Link { .. }) => Mark::Link,
            Event::Code(_) => Mark::Code,
            _ => return None,
        };
        Some((Span::from(range), mark))
    };
    events.filter_map(styled).collect()
}

fn skipped(document: &Document) -> Vec<Span> {
    let of_verbatim = |verbatim: &Verbatim| match verbatim.kind {
        VerbatimKind::Html | VerbatimKind::FootnoteReference => Some(verbatim.span),
        VerbatimKind::Link => address(document, verbatim.span),
        VerbatimKind::Code | VerbatimKind::Template | VerbatimKind::Image => None,
    };
    let verbatims = document.verbatims.iter().filter_map(of_verbatim);
    let mut spans: Vec<Span> =
        verbatims.chain(document.comments.iter().map(|comment| comment.span)).collect();
    spans.sort();
    let mut apart: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match apart.last_mut() {
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ => apart.push(span),
        }
    }
    apart
}

/// The address of a link with its brackets, where its text stands before it.
fn address(document: &Document, link: Span) -> Option<Span> {
    let text = document.text.get(link.start..link.end)?;
    let start = text.rfind("](").or_else(|| text.rfind("]["))?;
    Some(Span::new(link.start + start, link.end))
}
