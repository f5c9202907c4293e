//! HTML: whole pages and fragments.
//!
//! The tokens are those of HTML5; elements that nobody closed end where the next begins. Text
//! between the tags of blocks is prose, attributes that a reader meets are texts of their own, and
//! the rest is markup. Front matter and template tags are taken out as in Markdown.

mod elements;
pub(in crate::formats) mod entities;
pub(in crate::formats) mod languages;
mod stack;
mod tokens;

use self::{
    languages::Languages,
    stack::Stack,
    tokens::{Attribute, Tag, Token, tokens},
};
use super::{
    Input,
    builder::{Parsed, RawBlock},
    markdown::{
        front_matter,
        inline::Inline,
        mask::{Masked, mask_page},
    },
    prose::Prose,
};
use crate::model::{BlockKind, Span, Verbatim, VerbatimKind};

/// Reads HTML.
pub(super) fn parse(input: &Input<'_>) -> Parsed {
    let masked = mask_page(input.text);
    let mut parsed = Parsed::default();
    if let Some(span) = masked.front_matter {
        front_matter::read(input.text, span, &input.options.front_matter, &mut parsed);
    }
    parsed.blocks.extend(masked.lines.iter().map(|span| template_line(input.text, *span)));
    if let Some(conflict) = masked.conflicts.first() {
        parsed.problem(*conflict, "conflict-markers");
    }
    let tokens = tokens(&masked.text);
    let languages = Languages::of(&tokens, input.language);
    let mut page = Page::new(input.text, &masked, languages, parsed);
    tokens.iter().for_each(|token| page.token(token));
    page.close();
    page.parsed
}

/// A line that holds template tags alone.
fn template_line(text: &str, span: Span) -> RawBlock {
    let written = span.of(text).trim().to_owned();
    let verbatims = vec![Verbatim { kind: VerbatimKind::Template, span, text: written }];
    RawBlock { verbatims, ..RawBlock::bare(BlockKind::Markup, span, 0) }
}

/// What of an element is passed over: its name, and how many of that name are open.
type Skipped = (String, usize);

/// A page as it is read.
struct Page<'a> {
    text: &'a str,
    tags: &'a [Span],
    /// What was hidden from the tokenizer.
    hidden: &'a [Span],
    languages: Languages,
    stack: Stack,
    inline: Inline<'a>,
    /// Where the prose of each link or the like begins that is still open, by the element's name.
    wrappers: Vec<(String, usize, Span)>,
    skipped: Option<Skipped>,
    /// The code that is being read, from its tag on.
    code: Option<Span>,
    parsed: Parsed,
}

impl<'a> Page<'a> {
    fn new(text: &'a str, masked: &'a Masked, languages: Languages, parsed: Parsed) -> Self {
        Self {
            text,
            tags: &masked.inline,
            hidden: &masked.hidden,
            languages,
            stack: Stack::default(),
            inline: Inline::new(text, &masked.inline),
            wrappers: Vec::new(),
            skipped: None,
            code: None,
            parsed,
        }
    }

    fn token(&mut self, token: &Token) {
        if let Some(skipped) = self.skipped.take() {
            self.skipped = still_skipped(skipped, token);
            return;
        }
        match token {
            Token::Open(tag) if self.code.is_none() => self.open(tag),
            Token::Close(name, span) => self.end(name, *span),
            Token::Text(span) if self.code.is_none() => self.text(*span),
            Token::Comment(span) => self.comment(*span),
            Token::Open(_) | Token::Text(_) => {}
        }
    }

    fn open(&mut self, tag: &Tag) {
        let name = tag.name.as_str();
        if is_backlink(tag) {
            self.skipped = Some((tag.name.clone(), 1));
            return;
        }
        let is_void = elements::is_void(tag) || (tag.closes_itself && name == "svg");
        if elements::is_inline(name) {
            self.open_inline(tag);
            self.attributes(tag);
        } else {
            self.close();
            self.attributes(tag);
            if !is_void {
                self.stack.open(tag, self.languages.is_other(tag));
            }
        }
        if name == "pre" {
            self.code = Some(tag.span);
        } else if !is_void && elements::is_skipped(name) {
            self.source_of(tag);
            self.skipped = Some((tag.name.clone(), 1));
        }
    }

    /// A tag inside a line: links and images are compared, `br` breaks the line.
    fn open_inline(&mut self, tag: &Tag) {
        match tag.name.as_str() {
            "br" => self.inline.prose.push("\n", Span::at(tag.span.start)),
            "img" => self.image(tag),
            "a" if is_note_reference(tag) => {
                let label = tag.value("href").trim_start_matches('#').to_owned();
                self.verbatim(VerbatimKind::FootnoteReference, tag.span, label);
                self.skipped = Some(("a".to_owned(), 1));
            }
            name => {
                self.link(tag);
                self.wrappers.push((name.to_owned(), self.inline.prose.len(), tag.span));
            }
        }
    }

    fn link(&mut self, tag: &Tag) {
        let address = tag.attribute("href").filter(|_| tag.name == "a");
        if let Some(address) = address {
            self.verbatim(VerbatimKind::Link, tag.span, address.value.clone());
        }
    }

    /// An image: what stands in its place when it is not seen is text.
    fn image(&mut self, tag: &Tag) {
        self.source_of(tag);
        let start = self.inline.prose.len();
        if let Some(text) = tag.attribute("alt").filter(|text| !text.value.trim().is_empty()) {
            push_value(self.text, text, &mut self.inline.prose);
            self.inline.prose.wrap(start, tag.span);
        }
    }

    /// Where what an element shows comes from.
    fn source_of(&mut self, tag: &Tag) {
        let kind = if tag.name == "img" { VerbatimKind::Image } else { VerbatimKind::Link };
        let is_shown = matches!(tag.name.as_str(), "img" | "iframe" | "video" | "audio" | "object");
        let source = [tag.value("src"), tag.value("data")].into_iter().find(|it| !it.is_empty());
        if let Some(source) = source.filter(|_| is_shown) {
            self.verbatim(kind, tag.span, source.to_owned());
        }
    }

    fn verbatim(&mut self, kind: VerbatimKind, span: Span, text: String) {
        self.inline.verbatims.push(Verbatim { kind, span, text });
    }

    fn end(&mut self, name: &str, span: Span) {
        if self.code.is_some() {
            if name == "pre" {
                self.finish_code(span);
            }
            return;
        }
        if elements::is_inline(name) {
            self.end_inline(name, span);
        } else {
            self.close();
            self.stack.close(name);
        }
    }

    fn end_inline(&mut self, name: &str, span: Span) {
        let Some(at) = self.wrappers.iter().rposition(|(open, ..)| open == name) else { return };
        let (_, start, tag) = self.wrappers.remove(at);
        if matches!(name, "code" | "tt") {
            let code = Span::new(tag.end, span.start);
            let text = self.inline.prose.text().get(start..).unwrap_or_default().to_owned();
            self.inline.prose.hold_together(start);
            self.verbatim(VerbatimKind::Code, code, text);
        }
        self.inline.prose.wrap(start, tag.join(span));
    }

    fn text(&mut self, span: Span) {
        let mut at = span.start;
        let first = self.hidden.partition_point(|hidden| hidden.end <= span.start);
        let hidden = self.hidden.get(first..).unwrap_or_default();
        for hidden in hidden.iter().take_while(|hidden| hidden.start < span.end) {
            self.inline.markup_text(Span::new(at, hidden.start.max(at)));
            self.close();
            at = hidden.end.max(at).min(span.end);
        }
        self.inline.markup_text(Span::new(at, span.end));
    }

    fn comment(&mut self, span: Span) {
        let written = span.of(self.text);
        let inside = written.strip_prefix("<!--").unwrap_or_default().trim_end_matches("-->");
        self.parsed.comments.push((span, inside.trim().to_owned()));
    }

    /// Whether a text here is in the other language of the page.
    fn is_other(&self, text: &str) -> bool {
        self.stack.is_other().unwrap_or_else(|| self.languages.is_other_by_letters(text))
    }

    /// The attributes of a tag that are text, each a text of its own.
    fn attributes(&mut self, tag: &Tag) {
        for attribute in elements::shown(tag).filter_map(|index| tag.attributes.get(index)) {
            let mut prose = Prose::default();
            push_value(self.text, attribute, &mut prose);
            let is_text = prose.text().contains(char::is_alphabetic);
            let is_other =
                self.languages.is_other(tag).unwrap_or_else(|| self.is_other(prose.text()));
            if let Some(span) = prose.extent().filter(|_| is_text && !is_other) {
                let label = Some(attribute.name.clone());
                let block = RawBlock::bare(BlockKind::Value, span, 0);
                self.parsed.blocks.push(RawBlock { label, prose, ..block });
            }
        }
    }

    fn finish_code(&mut self, end: Span) {
        let Some(start) = self.code.take() else { return };
        self.stack.close("pre");
        let span = start.join(end);
        let code = Span::new(start.end, end.start);
        let text = entities::decoded(code.of(self.text));
        let verbatims = vec![Verbatim { kind: VerbatimKind::Code, span: code, text }];
        let depth = self.stack.depth();
        self.parsed
            .blocks
            .push(RawBlock { verbatims, ..RawBlock::bare(BlockKind::Code, span, depth) });
    }

    /// Ends the block whose text was being read.
    fn close(&mut self) {
        let fresh = Inline::new(self.text, self.tags);
        let Inline { prose, verbatims, .. } = std::mem::replace(&mut self.inline, fresh);
        // What is still open wraps nothing of the next block.
        self.wrappers.clear();
        let spans = verbatims.iter().map(|verbatim: &Verbatim| verbatim.span);
        let Some(span) = spans.chain(prose.extent()).reduce(Span::join) else { return };
        if prose.text().trim().is_empty() && verbatims.is_empty() || self.is_other(prose.text()) {
            return;
        }
        let (kind, label, row) = self.stack.place();
        let depth = self.stack.depth();
        let block = RawBlock::bare(kind, span, depth);
        self.parsed.blocks.push(RawBlock { label, row, prose, verbatims, ..block });
    }
}

fn push_value(text: &str, attribute: &Attribute, prose: &mut Prose) {
    for run in entities::runs(text, attribute.span) {
        match run {
            entities::Run::Plain(span) => prose.push(span.of(text), span),
            entities::Run::Reference(read, span) => prose.push(&read, span),
            entities::Run::Break(span) => prose.push_break(span),
        }
    }
}

/// What is still passed over after a token; an element may stand in one of the same name.
fn still_skipped((name, open): Skipped, token: &Token) -> Option<Skipped> {
    let open = match token {
        Token::Open(tag) if tag.name == name && !tag.closes_itself => open + 1,
        Token::Close(closed, _) if *closed == name => open.saturating_sub(1),
        _ => open,
    };
    (open > 0).then_some((name, open))
}

/// A reference to a note, as Pandoc, DocBook and Markdown write it.
fn is_note_reference(tag: &Tag) -> bool {
    let classes = tag.value("class");
    let is_marked = tag.value("role") == "doc-noteref" || classes.contains("footnote-ref");
    is_marked && tag.value("href").starts_with('#')
}

/// The way back from a note, which is no text.
fn is_backlink(tag: &Tag) -> bool {
    let classes = tag.value("class");
    tag.value("role") == "doc-backlink"
        || ["footnote-back", "footnote-backref", "headerlink", "anchorjs-link"]
            .iter()
            .any(|class| classes.contains(class))
}
