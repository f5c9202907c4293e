//! Markdown: CommonMark with tables, task lists, footnotes and strikethrough, front matter, HTML
//! and template tags.
//!
//! The grammar is `pulldown-cmark`'s; this module turns its events into blocks whose prose knows
//! its bytes. Text is never re-printed.

mod comments;
mod directives;
pub(super) mod front_matter;
pub(super) mod html;
pub(super) mod inline;
pub(super) mod mask;
mod notes;
mod opened;

use pulldown_cmark::{CodeBlockKind, Event, Options as Extensions, Parser, Tag, TagEnd};

use self::{inline::Inline, opened::Opened};
use super::{
    Input, Options,
    builder::{Parsed, RawBlock},
    prose::Prose,
};
use crate::model::{BlockKind, Span, Verbatim, VerbatimKind};

/// Reads Markdown.
pub(super) fn parse(input: &Input<'_>) -> Parsed {
    read(input.text, false, input.options)
}

/// Reads Markdown with imports and components.
pub(super) fn parse_mdx(input: &Input<'_>) -> Parsed {
    read(input.text, true, input.options)
}

fn read(text: &str, mdx: bool, options: &Options) -> Parsed {
    let masked = mask::mask(text, mdx);
    let mut parsed = Parsed::default();
    if let Some(span) = masked.front_matter {
        front_matter::read(text, span, &options.front_matter, &mut parsed);
    }
    let bare = |span: &Span| {
        let verbatim = Verbatim {
            kind: VerbatimKind::Template,
            span: *span,
            text: span.of(text).trim().to_owned(),
        };
        RawBlock { verbatims: vec![verbatim], ..RawBlock::bare(BlockKind::Markup, *span, 0) }
    };
    parsed.blocks.extend(masked.lines.iter().map(bare));
    parsed.blocks.extend(masked.titles.iter().filter_map(|title| title_block(text, *title)));
    if let Some(conflict) = masked.conflicts.first() {
        parsed.problem(*conflict, "conflict-markers");
    }
    let extensions = Extensions::ENABLE_TABLES
        | Extensions::ENABLE_FOOTNOTES
        | Extensions::ENABLE_STRIKETHROUGH
        | Extensions::ENABLE_TASKLISTS
        | Extensions::ENABLE_HEADING_ATTRIBUTES
        | Extensions::ENABLE_GFM;
    let (tags, notes) = (&masked.inline, &masked.notes);
    let (containers, html) = (Vec::new(), Opened::default());
    let mut reader = Reader { text, tags, notes, parsed, containers, html, open: None };
    for (event, range) in Parser::new_ext(&masked.text, extensions).into_offset_iter() {
        reader.event(event, Span::from(range));
    }
    reader.close();
    reader.parsed
}

/// The title of a note, which is text.
fn title_block(text: &str, title: Span) -> Option<RawBlock> {
    let mut prose = Prose::default();
    prose.push(title.of(text), title);
    let block = RawBlock::bare(BlockKind::Paragraph, title, 0);
    title.of(text).contains(char::is_alphabetic).then_some(RawBlock { prose, ..block })
}

/// What a block stands in.
#[derive(Debug)]
enum Container {
    Quote,
    List,
    /// A note whose text is indented, taken for an item of a list.
    Note,
    /// A list item, and whether its own text has begun.
    Item {
        begun: bool,
    },
    Footnote(String),
}

struct Reader<'a> {
    text: &'a str,
    /// Template tags inside lines.
    tags: &'a [Span],
    /// The first lines of notes, each a list item to the parser.
    notes: &'a [Span],
    parsed: Parsed,
    containers: Vec<Container>,
    html: Opened,
    /// The block whose inline content is being read.
    open: Option<(BlockKind, Inline<'a>)>,
}

impl<'a> Reader<'a> {
    fn event(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag, span),
            Event::Rule => {
                self.close();
                self.push(RawBlock::bare(BlockKind::Markup, span, 0));
            }
            Event::Html(_) => {}
            event => self.inline().event(event, span),
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Span) {
        match tag {
            Tag::Paragraph => self.open_block(None),
            Tag::Heading { level, .. } => self.open_block(Some(BlockKind::Heading(level as u8))),
            Tag::TableCell => self.open_block(Some(BlockKind::TableCell)),
            Tag::CodeBlock(CodeBlockKind::Indented) if self.html.goes_on(span.of(self.text)) => {
                self.close();
                self.html_block(span);
            }
            Tag::CodeBlock(kind) => self.code_block(&kind, span),
            Tag::HtmlBlock => {
                self.close();
                self.html_block(span);
            }
            Tag::BlockQuote(_) => self.enter(Container::Quote),
            Tag::List(_) | Tag::Item if self.is_note(span) => self.enter(Container::Note),
            Tag::List(_) => self.enter(Container::List),
            Tag::Item => self.enter(Container::Item { begun: false }),
            Tag::FootnoteDefinition(label) => self.enter(Container::Footnote(label.to_string())),
            Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::MetadataBlock(_) => self.close(),
            tag => self.inline().start(&tag, span),
        }
    }

    fn end(&mut self, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell => self.close(),
            TagEnd::CodeBlock | TagEnd::HtmlBlock => {
                self.open = None;
            }
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item | TagEnd::FootnoteDefinition => {
                self.close();
                self.containers.pop();
            }
            TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow | TagEnd::MetadataBlock(_) => {
                self.close()
            }
            _ => {
                if let Some((_, inline)) = &mut self.open {
                    inline.end(span);
                }
            }
        }
    }

    /// Whether a list, an item or a rule is what a note was made.
    fn is_note(&self, span: Span) -> bool {
        let content = span.of(self.text);
        let start = span.start + content.len() - content.trim_start().len();
        let after = self.notes.partition_point(|note| note.start <= start);
        after.checked_sub(1).and_then(|at| self.notes.get(at)).is_some_and(|note| start < note.end)
    }

    fn enter(&mut self, container: Container) {
        self.close();
        self.containers.push(container);
    }

    fn open_block(&mut self, kind: Option<BlockKind>) {
        self.close();
        let kind = kind.unwrap_or_else(|| self.text_kind());
        self.open = Some((kind, Inline::new(self.text, self.tags)));
    }

    /// The inline content being read; that of a tight list item has no paragraph around it.
    fn inline(&mut self) -> &mut Inline<'a> {
        if self.open.is_none() {
            self.open_block(None);
        }
        let (text, tags) = (self.text, self.tags);
        &mut self.open.get_or_insert_with(|| (BlockKind::Paragraph, Inline::new(text, tags))).1
    }

    /// What text is here: the first of a list item is its own.
    fn text_kind(&mut self) -> BlockKind {
        if self.footnote().is_some() {
            return BlockKind::Footnote;
        }
        match self.containers.last_mut() {
            Some(Container::Item { begun }) if !*begun => {
                *begun = true;
                BlockKind::ListItem
            }
            _ => BlockKind::Paragraph,
        }
    }

    fn footnote(&self) -> Option<&str> {
        self.containers.iter().rev().find_map(|container| match container {
            Container::Footnote(label) => Some(label.as_str()),
            _ => None,
        })
    }

    /// Ends the block whose inline content was being read.
    fn close(&mut self) {
        let Some((kind, inline)) = self.open.take() else { return };
        let Inline { prose, verbatims, comments, .. } = inline;
        let spans = verbatims.iter().map(|verbatim: &Verbatim| verbatim.span);
        let Some(span) = spans.chain(prose.extent()).reduce(Span::join) else {
            self.parsed.comments.extend(comments);
            return;
        };
        self.parsed.comments.extend(comments);
        let label =
            (kind == BlockKind::Footnote).then(|| self.footnote().unwrap_or_default().to_owned());
        self.push(RawBlock { kind, label, prose, verbatims, ..RawBlock::bare(kind, span, 0) });
    }

    fn push(&mut self, block: RawBlock) {
        let depth = self
            .containers
            .iter()
            .filter(|container| matches!(container, Container::Quote | Container::List));
        let depth = u8::try_from(depth.count()).unwrap_or(u8::MAX);
        self.parsed.blocks.push(RawBlock { depth, ..block });
    }

    fn code_block(&mut self, kind: &CodeBlockKind<'_>, span: Span) {
        self.close();
        let span = Span::new(span.start, span.start + span.of(self.text).trim_end().len());
        let label = match kind {
            CodeBlockKind::Fenced(info) => {
                Some(info.split_whitespace().next().unwrap_or_default().to_owned())
            }
            CodeBlockKind::Indented => None,
        };
        if label.is_some() && self.is_unclosed(span) {
            let first_line = Span::new(
                span.start,
                span.start + span.of(self.text).lines().next().map_or(0, str::len),
            );
            self.parsed.problem(first_line, "unclosed-fence");
        }
        let verbatim =
            Verbatim { kind: VerbatimKind::Code, span, text: span.of(self.text).to_owned() };
        let block = RawBlock::bare(BlockKind::Code, span, 0);
        self.push(RawBlock { label, verbatims: vec![verbatim], ..block });
        // Its text events follow and are no prose.
        self.open = Some((BlockKind::Code, Inline::muted(self.text)));
    }

    /// A fence that runs to the end of the file without its counterpart.
    fn is_unclosed(&self, span: Span) -> bool {
        let code = span.of(self.text);
        let fence = code.trim_start().chars().next().unwrap_or('`');
        let closing = code.lines().last().unwrap_or_default().trim_start_matches([' ', '>', '\t']);
        let is_fence = closing.trim_end().chars().all(|c| c == fence)
            && closing.trim_end().chars().count() >= 3;
        let ends_file = self.text[span.end..].trim().is_empty();
        ends_file && !(is_fence && code.lines().count() > 1)
    }

    /// A block of HTML: runs of text between block tags are paragraphs.
    fn html_block(&mut self, span: Span) {
        self.html.pass(self.text, span);
        let (mut inline, mut shown) = (Inline::new(self.text, self.tags), Vec::new());
        for (piece, is_inside) in html::pieces_of_block(self.text, span) {
            if !is_inside {
                let before = std::mem::replace(&mut inline, Inline::new(self.text, self.tags));
                self.finish_html(before, std::mem::take(&mut shown));
            }
            if let html::Piece::Tag(tag) = piece {
                shown.extend(html::shown(self.text, tag));
            }
            inline.html(piece);
        }
        self.finish_html(inline, shown);
        self.open = Some((BlockKind::Markup, Inline::muted(self.text)));
    }

    /// Ends a run of HTML with the texts that its tags show. Beside text they are left alone: they
    /// stand before it and would come after it.
    fn finish_html(&mut self, inline: Inline<'a>, shown: Vec<Span>) {
        let has_text = !inline.prose.text().trim().is_empty();
        self.open = Some((BlockKind::Paragraph, inline));
        self.close();
        for block in shown.into_iter().filter_map(|span| title_block(self.text, span)) {
            if !has_text {
                self.push(block);
            }
        }
    }
}
