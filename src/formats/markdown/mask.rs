//! What is no Markdown inside a Markdown file: front matter, template tags, imports, conflict
//! markers.
//!
//! They are taken out before CommonMark is parsed, each byte replaced by one that means nothing,
//! so that every offset stays what it is. Whole lines become blank; a tag inside a line becomes
//! a run of letters, and its span is remembered.

use super::{comments::Comments, directives, notes};
use crate::model::Span;

/// A text of the same length in which only Markdown is left.
#[derive(Debug)]
pub(in crate::formats) struct Masked {
    /// The text to parse.
    pub(in crate::formats) text: String,
    /// The front matter between its fences, where there is any.
    pub(in crate::formats) front_matter: Option<Span>,
    /// Where the text begins, after the front matter.
    pub(in crate::formats) body: usize,
    /// Template tags and placeholders inside lines, in order.
    pub(in crate::formats) inline: Vec<Span>,
    /// Lines that hold only template tags or imports.
    pub(in crate::formats) lines: Vec<Span>,
    /// All that became blank, in order.
    pub(in crate::formats) hidden: Vec<Span>,
    /// Lines with conflict markers, where a whole conflict stands.
    pub(in crate::formats) conflicts: Vec<Span>,
    /// The first lines of notes whose text is indented, without their own indentation.
    pub(in crate::formats) notes: Vec<Span>,
    /// The titles of notes of every kind, which are text.
    pub(in crate::formats) titles: Vec<Span>,
}

/// The delimiters of template tags.
const TAGS: [(&str, &str); 3] = [("{%", "%}"), ("{{", "}}"), ("{#", "#}")];

/// What is masked besides front matter, template tags and conflict markers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Dialect {
    Markdown,
    /// Imports too.
    Mdx,
    /// Nothing; no line of a page is code or a note.
    Page,
}

/// Masks `text`; imports are taken for what they are only in MDX.
pub(in crate::formats) fn mask(text: &str, mdx: bool) -> Masked {
    masked(text, if mdx { Dialect::Mdx } else { Dialect::Markdown })
}

/// Masks a page of HTML.
pub(in crate::formats) fn mask_page(text: &str) -> Masked {
    masked(text, Dialect::Page)
}

fn masked(text: &str, dialect: Dialect) -> Masked {
    let bytes = text.as_bytes().to_vec();
    let mut masked = Masker {
        bytes,
        hidden: Vec::new(),
        fence: None,
        fence_indent: 0,
        comments: Comments::default(),
        notes: Vec::new(),
        is_myst: dialect == Dialect::Markdown && directives::is_myst(text),
        directives: Vec::new(),
        has_options: false,
        has_block: false,
    };
    let mut found = Masked {
        text: String::new(),
        front_matter: None,
        body: 0,
        inline: Vec::new(),
        lines: Vec::new(),
        hidden: Vec::new(),
        conflicts: Vec::new(),
        notes: Vec::new(),
        titles: Vec::new(),
    };
    if text.starts_with('\u{feff}') {
        masked.blank(Span::new(0, '\u{feff}'.len_utf8()));
    }
    let body = front_matter(text).map_or(0, |(whole, inner)| {
        masked.blank(whole);
        found.front_matter = Some(inner);
        whole.end
    });
    found.body = body;
    let conflicted = has_conflict(&text[body..]);
    for line in lines(text, body) {
        masked.line(text, line, (dialect, conflicted), &mut found);
    }
    found.hidden = masked.hidden;
    let is_same = masked.bytes == text.as_bytes();
    let other = (!is_same).then(|| String::from_utf8(masked.bytes).ok()).flatten();
    found.text = other.unwrap_or_else(|| text.to_owned());
    found
}

struct Masker {
    bytes: Vec<u8>,
    hidden: Vec<Span>,
    /// The fence of the code block that the line stands in.
    fence: Option<(u8, usize)>,
    /// How far the fence that opened it, or the last one, is indented, in bytes.
    fence_indent: usize,
    /// The comments that the line may stand in.
    comments: Comments,
    /// The indentation of each note that the line may stand in, the innermost last.
    notes: Vec<usize>,
    /// Whether the file has anything of MyST.
    is_myst: bool,
    /// The fences of the directives that are open, the innermost last.
    directives: Vec<(u8, usize)>,
    /// Whether options of a directive may stand in the line, and whether between rules.
    has_options: bool,
    has_block: bool,
}

impl Masker {
    fn line(
        &mut self,
        text: &str,
        line: Span,
        (dialect, conflicted): (Dialect, bool),
        found: &mut Masked,
    ) {
        let is_in_code = self.fence.is_some();
        let commented = self.comments.length(line.of(text), &text[line.end..], is_in_code);
        self.blank(Span::new(line.start, line.start + commented));
        let line = Span::new(line.start + commented, line.end);
        let content = line.of(text);
        if conflicted && is_conflict_marker(content) && !self.is_shown(text) {
            self.blank(line);
            found.conflicts.push(line);
        } else if dialect == Dialect::Page {
            self.tags(line, content, found);
        } else if self.myst(line, content, found) {
        } else if self.is_code(content) {
            if dialect == Dialect::Mdx && self.fence.is_none() {
                self.unindent_fence(line, content);
            }
        } else if let Some(note) = self.note(content) {
            self.begin_note(line, &note, found);
        } else if self.may_be_code(content) {
        } else if let Some(title) = notes::fence(content) {
            self.blank(line);
            found.titles.extend(title.map(|title| line.part(title)));
        } else if notes::is_attributes(content) {
            self.blank(line);
        } else if dialect == Dialect::Mdx && is_import(content) {
            self.blank(line);
            found.lines.push(line);
        } else {
            if let Some(at) = escaped_anchor(content) {
                self.blank(Span::new(line.start + at, line.start + at + 1));
            }
            if is_only_tags(content) {
                found.titles.extend(notes::title_in_tag(content).map(|title| line.part(title)));
            }
            self.tags(line, content, found);
        }
    }

    /// Whether a line is indented as code is; a tag of HTML rather goes on behind a blank line.
    fn may_be_code(&self, line: &str) -> bool {
        line.starts_with("    ") && self.notes.is_empty() && !line.trim_start().starts_with('<')
    }

    /// Blanks a line of MyST outside of code that is no text, and notes what of it is one.
    fn myst(&mut self, line: Span, content: &str, found: &mut Masked) -> bool {
        if !self.is_myst || self.fence.is_some() {
            return false;
        }
        let has_options = std::mem::take(&mut self.has_options);
        let is_rule = content.trim() == "---";
        if self.has_block || (has_options && is_rule) {
            self.has_block = !(self.has_block && is_rule);
            self.blank(line);
            return true;
        }
        let is_end = |fence: &(u8, usize)| directives::is_end(content, *fence);
        if let Some(directive) = directives::directive(content) {
            self.directives.push(directive.fence);
            self.has_options = true;
            found.titles.extend(directive.title.map(|title| line.part(title)));
        } else if self.directives.last().is_some_and(is_end) {
            self.directives.pop();
        } else if let Some(text) = directives::option(content).filter(|_| has_options) {
            self.has_options = true;
            found.titles.extend(text.map(|text| line.part(text)));
        } else if !directives::is_bare(content) {
            return false;
        }
        self.blank(line);
        true
    }

    /// A line of template tags alone, or those inside it.
    fn tags(&mut self, line: Span, content: &str, found: &mut Masked) {
        if !content.contains('{') {
            return;
        }
        if is_only_tags(content) {
            self.blank(line);
            found.lines.push(line);
            return;
        }
        let (mut ticks, mut counted) = (0, 0);
        // Whether a tag stands in inline code, by the back-ticks before it.
        let mut is_in_code = |tag: &Span| {
            ticks += content[counted..tag.start].matches('`').count();
            counted = tag.start;
            ticks % 2 == 1
        };
        for tag in tags(content).filter(|tag| !is_in_code(tag)) {
            let tag = Span::new(line.start + tag.start, line.start + tag.end);
            self.fill(tag, b'x');
            found.inline.push(tag);
        }
    }

    /// The note that a line begins, with what is known of the notes that it stands in.
    fn note(&mut self, line: &str) -> Option<notes::Note> {
        let content = line.trim_start_matches(' ');
        let indentation = line.len() - content.len();
        if !content.is_empty() {
            self.notes.retain(|outer| *outer < indentation);
        }
        let is_code = indentation >= notes::INDENTATION && self.notes.is_empty();
        notes::note(line).filter(|_| !is_code)
    }

    /// Makes of the first line of a note the marker of a list item, as its text is indented alike,
    /// with a rule in it where the title was.
    fn begin_note(&mut self, line: Span, note: &notes::Note, found: &mut Masked) {
        let header = Span::new(line.start + note.indentation, line.end);
        self.blank(header);
        for (byte, mark) in self.bytes[header.start..header.end].iter_mut().zip(notes::MARKER) {
            *byte = *mark;
        }
        self.notes.push(note.indentation);
        found.notes.push(header);
        found.titles.extend(note.title.clone().map(|title| line.part(title)));
    }

    /// Whether a line is part of a fenced code block, its fences included.
    fn is_code(&mut self, line: &str) -> bool {
        let content = line.trim_start_matches([' ', '>', '\t']);
        let mark = content.bytes().next().filter(|byte| matches!(byte, b'`' | b'~'));
        let run = mark.map_or(0, |mark| content.bytes().take_while(|byte| *byte == mark).count());
        match (self.fence, mark) {
            (Some((fence, length)), Some(mark))
                if mark == fence && run >= length && content[run..].trim().is_empty() =>
            {
                self.fence = None;
                true
            }
            (Some(_), _) => true,
            (None, Some(mark)) if run >= 3 => {
                self.fence = Some((mark, run));
                self.fence_indent = line.len() - content.len();
                true
            }
            _ => false,
        }
    }

    /// Moves the fence that closes a block of code to the beginning of its line: in MDX, which has no
    /// indented code, it closes the block from anywhere, in Markdown only from three spaces on.
    fn unindent_fence(&mut self, line: Span, content: &str) {
        const LARGEST: usize = 3;
        let indent = content.len() - content.trim_start_matches(' ').len();
        if indent > LARGEST && self.fence_indent <= LARGEST {
            let end = line.start + content.trim_end().len();
            self.bytes[line.start..end].rotate_left(indent);
        }
    }

    /// Whether the line stands in a block of code of a text that tells of conflicts: an example.
    fn is_shown(&self, text: &str) -> bool {
        let tells = || {
            let lower = text.to_lowercase();
            ["conflict", "конфликт"].iter().any(|word| lower.contains(word))
        };
        self.fence.is_some() && tells()
    }

    fn blank(&mut self, span: Span) {
        self.hidden.extend((!span.is_empty()).then_some(span));
        self.fill(span, b' ');
    }

    fn fill(&mut self, span: Span, with: u8) {
        for byte in &mut self.bytes[span.start..span.end] {
            if !matches!(byte, b'\n' | b'\r') {
                *byte = with;
            }
        }
    }
}

/// The front matter with its fences, and what stands between them.
fn front_matter(text: &str) -> Option<(Span, Span)> {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut lines = lines(text, start);
    let opening = lines.next()?;
    let fence = opening.of(text).trim_end();
    if fence != "---" && fence != "+++" {
        return None;
    }
    let mut inner: Option<Span> = None;
    for line in lines {
        let content = line.of(text).trim_end();
        if content == fence || (fence == "---" && content == "...") {
            let is_data = inner.is_none_or(|inner| begins_with_key(inner.of(text)));
            let found = (Span::new(start, line.end), inner.unwrap_or(Span::at(line.start)));
            return is_data.then_some(found);
        }
        inner = Some(inner.map_or(line, |inner| inner.join(line)));
    }
    None
}

/// Whether the first line that is no comment has a key. A text that begins with a rule has none,
/// though another rule follows.
fn begins_with_key(inside: &str) -> bool {
    let mut lines = inside.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.find(|line| !line.starts_with('#')).is_none_or(|line| {
        let key = line.split([':', '=']).next().unwrap_or_default().trim_end();
        let is_key = key.len() < line.len() && !key.contains(char::is_whitespace);
        is_key || line.starts_with(['"', '\'', '[', '{', '-', '?', '&', '%'])
    })
}

/// The lines from `start` on, without their ends.
pub(in crate::formats) fn lines(text: &str, start: usize) -> impl Iterator<Item = Span> {
    let mut at = start;
    text[start..].split_inclusive('\n').map(move |line| {
        let content = line.trim_end_matches(['\n', '\r']).len();
        let span = Span::new(at, at + content);
        at += line.len();
        span
    })
}

fn is_conflict_marker(line: &str) -> bool {
    ["<<<<<<< ", ">>>>>>> ", "||||||| "].iter().any(|marker| line.starts_with(marker))
        || line == "======="
}

/// A conflict has its three markers in order; a lone `=======` underlines a heading.
fn has_conflict(text: &str) -> bool {
    let position = |marker: &str, from: usize| {
        text[from..]
            .find(marker)
            .map(|at| from + at)
            .filter(|at| *at == 0 || text.as_bytes()[at - 1] == b'\n')
    };
    let ours = position("<<<<<<< ", 0);
    let middle = ours.and_then(|from| position("=======", from));
    middle.and_then(|from| position(">>>>>>> ", from)).is_some()
}

/// Where the backslash stands that MDX needs before the anchor of a heading: `## Title \{#id}`.
fn escaped_anchor(line: &str) -> Option<usize> {
    let at = line.rfind("\\{#").filter(|_| line.starts_with('#'))?;
    line.trim_end().ends_with('}').then_some(at)
}

/// Template tags in a line.
pub(super) fn tags(line: &str) -> impl Iterator<Item = Span> {
    let (mut at, mut unclosed) = (0, [false; TAGS.len()]);
    std::iter::from_fn(move || {
        while let Some(open) = line[at..].find('{').map(|found| at + found) {
            at = open + 1;
            let kind = TAGS.iter().position(|(start, _)| line[open..].starts_with(start));
            // What does not end after one tag does not end after a later one.
            let Some(kind) = kind.filter(|kind| !unclosed[*kind]) else { continue };
            let end = TAGS[kind].1;
            // `{#id}` after a heading is its anchor, not a comment.
            if let Some(length) = line[open..].find(end).map(|close| close + end.len()) {
                at = open + length;
                return Some(Span::new(open, at));
            }
            unclosed[kind] = true;
        }
        None
    })
}

/// The first word of a statement: `comment` of `{%- comment -%}`.
pub(super) fn statement(tag: &str) -> Option<&str> {
    tag.strip_prefix("{%")?.trim_start_matches('-').split_whitespace().next()
}

fn is_only_tags(line: &str) -> bool {
    let content = line.trim();
    // A placeholder alone on a line is a paragraph; only statements stand for themselves.
    if !content.starts_with("{%") {
        return false;
    }
    let mut at = 0;
    let follows = |tag: Span| {
        let is_next = content[at..tag.start].trim().is_empty();
        at = tag.end;
        is_next
    };
    tags(content).all(follows) && content[at..].trim().is_empty()
}

fn is_import(line: &str) -> bool {
    line.starts_with("import ") || line.starts_with("export ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_that_is_never_closed_hides_no_other() {
        let found =
            |line: &str| -> Vec<String> { tags(line).map(|tag| tag.of(line).to_owned()).collect() };
        assert_eq!(found("{{ а {% b %} {{ в"), ["{% b %}"]);
        assert_eq!(found("{{ а }} {% b {{ в }}"), ["{{ а }}", "{{ в }}"]);
        assert!(is_only_tags("{% a %} {{ b }} {% c %}"));
        assert!(!is_only_tags("{% a %} б {% c %}") && !is_only_tags("{{ b }}"));
        assert!(!is_only_tags("{% a %} {% b"));
    }

    #[test]
    fn offsets_stay_and_only_markdown_is_left() {
        let text = "\u{feff}---\ntitle: Дом\n---\n{% note info %}\nПривет, {{ name }}!\n\n```\n{% code %}\n```\n";
        let masked = mask(text, false);
        assert_eq!(masked.text.len(), text.len());
        assert_eq!(masked.front_matter.unwrap().of(text), "title: Дом");
        assert_eq!(
            masked.inline.iter().map(|span| span.of(text)).collect::<Vec<_>>(),
            ["{{ name }}"]
        );
        assert_eq!(
            masked.lines.iter().map(|span| span.of(text)).collect::<Vec<_>>(),
            ["{% note info %}"]
        );
        assert!(masked.text.contains("{% code %}"));
    }

    #[test]
    fn a_text_between_rules_is_no_front_matter() {
        for (text, expected) in [
            ("---\ntitle: Дом\n---\n", true),
            ("---\n\n# id\n\"a b\": 1\n---\n", true),
            ("+++\n[extra]\nid = 1\n+++\n", true),
            ("---\n---\n", true),
            ("---\n\nОна уснула.\n\nИ вот: утро.\n\n---\n", false),
            ("---\n\n# Глава\n\nУтром она сказала: пора.\n\n---\n", false),
        ] {
            assert_eq!(front_matter(text).is_some(), expected, "{text}");
        }
    }

    #[test]
    fn a_fence_of_mdx_closes_from_anywhere() {
        let text = "```go\n    fmt.Println()\n    ```\n\nДальше идёт текст.\n";
        assert!(mask(text, true).text.contains("\n```    \n\nДальше"));
        assert_eq!(mask(text, false).text, text);
        let item = "- Пункт\n\n    ```go\n    fmt.Println()\n    ```\n";
        assert_eq!(mask(item, true).text, item);
    }

    #[test]
    fn conflicts_are_whole() {
        assert_eq!(
            mask("Один\n<<<<<<< HEAD\nдва\n=======\nтри\n>>>>>>> other\n", false).conflicts.len(),
            3
        );
        assert!(mask("Заголовок\n=======\n\nТекст.\n", false).conflicts.is_empty());
        let block = "```\n<<<<<<< HEAD\nдва\n=======\nтри\n>>>>>>> other\n```\n";
        assert!(mask(&format!("Так выглядит конфликт:\n{block}"), false).conflicts.is_empty());
        assert_eq!(mask(&format!("Настройки:\n{block}"), false).conflicts.len(), 3);
    }
}
