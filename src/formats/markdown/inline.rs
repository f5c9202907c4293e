//! The inline content of one block: prose with its bytes, and what is not prose.

use pulldown_cmark::{Event, Tag};

use super::{
    super::{
        addresses::addresses,
        html::entities::{Run, runs},
        prose::Prose,
    },
    html,
};
use crate::model::{Span, Verbatim, VerbatimKind};

/// Inline content as it is read.
pub(in crate::formats) struct Inline<'a> {
    text: &'a str,
    tags: &'a [Span],
    pub(in crate::formats) prose: Prose,
    pub(in crate::formats) verbatims: Vec<Verbatim>,
    pub(in crate::formats) comments: Vec<(Span, String)>,
    /// Where the prose of each wrapper that is still open begins.
    wrappers: Vec<usize>,
    muted: bool,
}

impl<'a> Inline<'a> {
    /// No content yet; `tags` are the template tags of the file.
    pub(in crate::formats) fn new(text: &'a str, tags: &'a [Span]) -> Self {
        let (verbatims, comments, wrappers) = (Vec::new(), Vec::new(), Vec::new());
        Self { text, tags, prose: Prose::default(), verbatims, comments, wrappers, muted: false }
    }

    /// Content that is no prose and is passed over.
    pub(in crate::formats) fn muted(text: &'a str) -> Self {
        Self { muted: true, ..Self::new(text, &[]) }
    }

    pub(in crate::formats) fn event(&mut self, event: Event<'_>, span: Span) {
        if self.muted {
            return;
        }
        match event {
            Event::Text(text) => self.text(&text, span),
            Event::Code(_) if self.reference(span) => {}
            Event::Code(code) => {
                self.prose.push_atomic(&code, span);
                self.verbatim(VerbatimKind::Code, span, code.into_string());
            }
            Event::SoftBreak => self.prose.push_break(span),
            Event::HardBreak => self.prose.push("\n", span),
            Event::InlineHtml(_) => {
                for piece in html::pieces(self.text, span) {
                    self.html(piece);
                }
            }
            Event::FootnoteReference(label) => {
                self.verbatim(VerbatimKind::FootnoteReference, span, label.into_string());
            }
            _ => {}
        }
    }

    /// The text of a role of MyST that leads somewhere: {ref}`text <target>`.
    fn reference(&mut self, span: Span) -> bool {
        let before = self.text.get(..span.start).unwrap_or_default();
        let written = span.of(self.text);
        let inside = before.ends_with('}').then(|| written.trim_matches('`'));
        let Some((shown, target)) = inside.and_then(|it| it.strip_suffix('>')?.split_once(" <"))
        else {
            return false;
        };
        let marks = written.len() - written.trim_start_matches('`').len();
        let start = self.prose.len();
        self.push_text(Span::new(span.start + marks, span.start + marks + shown.len()));
        self.prose.wrap(start, span);
        self.verbatim(VerbatimKind::Link, span, target.to_owned());
        true
    }

    /// Emphasis, a link or an image begins.
    pub(in crate::formats) fn start(&mut self, tag: &Tag<'_>, span: Span) {
        if self.muted {
            return;
        }
        self.wrappers.push(self.prose.len());
        match tag {
            Tag::Link { dest_url, .. } => {
                self.verbatim(VerbatimKind::Link, span, self.address(dest_url, span));
            }
            Tag::Image { dest_url, .. } => {
                self.verbatim(VerbatimKind::Image, span, self.address(dest_url, span));
            }
            _ => {}
        }
    }

    /// An address as it is written, with the template tags that were hidden from the parser.
    fn address(&self, parsed: &str, link: Span) -> String {
        let has_tag = self.tags.iter().any(|tag| link.contains(*tag));
        let written = || {
            let link = link.of(self.text);
            let start = link.rfind("](")? + "](".len();
            link.get(start..start + parsed.len())
        };
        let written = if has_tag { written() } else { None };
        written.unwrap_or(parsed).to_owned()
    }

    /// The innermost of them ends.
    pub(in crate::formats) fn end(&mut self, span: Span) {
        if let Some(start) = self.wrappers.pop() {
            self.prose.wrap(start, span);
        }
    }

    /// A piece of HTML.
    pub(in crate::formats) fn html(&mut self, piece: html::Piece) {
        match piece {
            html::Piece::Text(span) => self.html_text(span),
            html::Piece::Code(span) => {
                let code = span.of(self.text);
                self.prose.push_atomic(code, span);
                self.verbatim(VerbatimKind::Code, span, code.to_owned());
            }
            html::Piece::Comment(span) => {
                let comment =
                    span.of(self.text).trim_start_matches("<!--").trim_end_matches("-->").trim();
                self.comments.push((span, comment.to_owned()));
                self.verbatim(VerbatimKind::Html, span, String::new());
            }
            html::Piece::Tag(span) => {
                let tag = span.of(self.text);
                if html::name(tag) == "br" {
                    self.prose.push("\n", Span::at(span.start));
                }
                self.verbatim(VerbatimKind::Html, span, tag.to_owned());
            }
        }
    }

    /// Text of HTML: each entity is a piece of its own, so that the rest keeps its bytes.
    fn html_text(&mut self, span: Span) {
        for run in runs(self.text, span) {
            match run {
                Run::Plain(plain) | Run::Break(plain) => self.text(plain.of(self.text), plain),
                Run::Reference(read, written) => self.prose.push(&read, written),
            }
        }
    }

    /// Text of a page: line breaks are spaces, and none stands before the first word.
    pub(in crate::formats) fn markup_text(&mut self, span: Span) {
        let mut span = span;
        if self.prose.len() == 0 {
            let text = span.of(self.text);
            span.start =
                span.end - text.trim_start_matches([' ', '\n', '\r', '\t', '\u{feff}']).len();
        }
        for run in runs(self.text, span) {
            match run {
                Run::Plain(plain) => self.text(plain.of(self.text), plain),
                Run::Reference(read, written) => self.prose.push(&read, written),
                Run::Break(space) => self.prose.push_break(space),
            }
        }
    }

    /// Text, in which template tags and bare URLs are verbatim.
    fn text(&mut self, text: &str, span: Span) {
        if text.len() != span.len() {
            self.prose.push(text, span);
            return;
        }
        let mut at = span.start;
        for (verbatim, kind) in self.inside(span) {
            self.push_text(Span::new(at, verbatim.start));
            let original = verbatim.of(self.text);
            self.prose.push_atomic(original, verbatim);
            self.verbatim(kind, verbatim, original.to_owned());
            at = verbatim.end;
        }
        self.push_text(Span::new(at, span.end));
    }

    fn push_text(&mut self, span: Span) {
        if !span.is_empty() {
            self.prose.push(span.of(self.text), span);
        }
    }

    /// Template tags and bare URLs in a run of text, in order.
    fn inside(&self, span: Span) -> Vec<(Span, VerbatimKind)> {
        let first = self.tags.partition_point(|tag| tag.end <= span.start);
        let tags = self.tags[first..]
            .iter()
            .take_while(|tag| tag.start < span.end)
            .filter(|tag| span.contains(**tag));
        let mut found: Vec<(Span, VerbatimKind)> =
            tags.map(|tag| (*tag, VerbatimKind::Template)).collect();
        let urls = addresses(span.of(self.text))
            .map(|url| Span::new(span.start + url.start, span.start + url.end));
        let free: Vec<Span> =
            urls.filter(|url| !found.iter().any(|(tag, _)| tag.overlaps(*url))).collect();
        found.extend(free.into_iter().map(|url| (url, VerbatimKind::Link)));
        found.sort_by_key(|(span, _)| *span);
        found
    }

    fn verbatim(&mut self, kind: VerbatimKind, span: Span, text: String) {
        self.verbatims.push(Verbatim { kind, span, text });
    }
}
