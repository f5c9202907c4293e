//! What stands in a paragraph: emphasis, code, roles, references, notes, addresses.

use std::ops::Range;

use super::super::{near::near, prose::Prose};
use crate::model::{Verbatim, VerbatimKind};

/// Roles whose text is text.
const SHOWN: [&str; 14] = [
    "guilabel",
    "menuselection",
    "strong",
    "emphasis",
    "sub",
    "sup",
    "subscript",
    "superscript",
    "abbr",
    "dfn",
    "title",
    "title-reference",
    "abbreviation",
    "index",
];

/// The prose of a paragraph, and what in it is compared and not translated.
pub(super) fn read(raw: &Prose) -> (Prose, Vec<Verbatim>) {
    if !raw.text().contains(['*', '`', '|', '_', '\\', ':']) {
        let mut prose = Prose::default();
        prose.push_from(raw, 0..raw.len());
        return (prose, Vec::new());
    }
    let mut inline = Inline { raw, prose: Prose::default(), verbatims: Vec::new() };
    inline.read(0..raw.len());
    inline.verbatims.sort_by_key(|verbatim| verbatim.span);
    (inline.prose, inline.verbatims)
}

struct Inline<'a> {
    raw: &'a Prose,
    prose: Prose,
    verbatims: Vec<Verbatim>,
}

/// A piece of markup: how long it is, and what it is.
struct Markup {
    length: usize,
    kind: Kind,
}

enum Kind {
    /// Text with signs around it.
    Text(Range<usize>),
    /// Text that leads somewhere.
    Link(Range<usize>, String),
    /// What is no text.
    Code(Range<usize>),
    Template,
    Note(Range<usize>),
    Address,
    /// A sign with a backslash before it.
    Escape(Range<usize>),
}

impl Inline<'_> {
    fn read(&mut self, range: Range<usize>) {
        let text = self.raw.text();
        let (mut start, mut at) = (range.start, range.start);
        let signs = ['*', '`', '|', '[', '\\', ':', 'h'];
        while let Some(found) = text.get(at..range.end).and_then(|rest| rest.find(signs)) {
            let here = at + found;
            let before = text[range.start..here].chars().next_back();
            let Some(markup) = markup(&text[here..range.end], before) else {
                at = here + text[here..].chars().next().map_or(1, char::len_utf8);
                continue;
            };
            self.prose.push_from(self.raw, start..here);
            let end = here + markup.length;
            self.add(&markup.kind, here..end);
            (start, at) = (end, end);
        }
        self.prose.push_from(self.raw, start..range.end);
    }

    fn add(&mut self, kind: &Kind, whole: Range<usize>) {
        let shifted = |range: &Range<usize>| whole.start + range.start..whole.start + range.end;
        let text = |range: Range<usize>| self.raw.text()[range].to_owned();
        let span = self.raw.span(&whole);
        let start = self.prose.len();
        match kind {
            Kind::Text(inside) => {
                self.prose.push_from(self.raw, shifted(inside));
                self.prose.wrap(start, span);
            }
            Kind::Link(inside, target) => {
                self.prose.push_from(self.raw, shifted(inside));
                self.prose.wrap(start, span);
                let text = target.clone();
                self.verbatims.push(Verbatim { kind: VerbatimKind::Link, span, text });
            }
            Kind::Code(inside) => {
                let text = text(shifted(inside));
                self.prose.push_atomic(&text, span);
                self.verbatims.push(Verbatim { kind: VerbatimKind::Code, span, text });
            }
            Kind::Template | Kind::Address => {
                let text = text(whole);
                self.prose.push_atomic(&text, span);
                let kind = match kind {
                    Kind::Address => VerbatimKind::Link,
                    _ => VerbatimKind::Template,
                };
                self.verbatims.push(Verbatim { kind, span, text });
            }
            Kind::Note(label) => {
                let (kind, text) = (VerbatimKind::FootnoteReference, text(shifted(label)));
                self.verbatims.push(Verbatim { kind, span, text });
            }
            Kind::Escape(inside) => {
                let sign = text(shifted(inside));
                self.prose.push(sign.trim(), span);
            }
        }
    }
}

/// The markup that `text` begins with, after the character `before`.
fn markup(text: &str, before: Option<char>) -> Option<Markup> {
    let is_free = before.is_none_or(|c| c.is_whitespace() || "'\"([{<-/:«“„".contains(c));
    match text.chars().next()? {
        '\\' => {
            let next = text.get(1..)?.chars().next()?;
            let end = 1 + next.len_utf8();
            Some(Markup { length: end, kind: Kind::Escape(1..end) })
        }
        'h' => address(text, is_free),
        _ if !is_free => None,
        '*' => emphasis(text),
        '`' => quoted(text),
        '|' => substitution(text),
        '[' => note(text),
        ':' => role(text),
        _ => None,
    }
}

fn emphasis(text: &str) -> Option<Markup> {
    let mark = if text.starts_with("**") { "**" } else { "*" };
    let inside = between(text, mark, mark)?;
    let length = inside.end + mark.len();
    Some(Markup { length, kind: Kind::Text(inside) })
}

/// What stands between two marks, white space neither after the first nor before the last.
fn between(text: &str, open: &str, close: &str) -> Option<Range<usize>> {
    let rest = near(text.strip_prefix(open)?);
    if rest.starts_with(char::is_whitespace) {
        return None;
    }
    let ends = rest.match_indices(close).map(|(at, _)| at);
    let is_end =
        |at: &usize| *at > 0 && !rest[..*at].ends_with(|c: char| c.is_whitespace() || c == '\\');
    let end = ends.into_iter().find(is_end)?;
    Some(open.len()..open.len() + end)
}

/// Code, a reference, a link.
fn quoted(text: &str) -> Option<Markup> {
    if text.starts_with("``") {
        let inside = between(text, "``", "``")?;
        return Some(Markup { length: inside.end + 2, kind: Kind::Code(inside) });
    }
    let inside = between(text, "`", "`")?;
    let after = inside.end + 1;
    let underscores = text[after..].len() - text[after..].trim_start_matches('_').len();
    let length = after + underscores.min(2);
    let kind = match target(text, &inside) {
        Some((shown, target)) => Kind::Link(shown, target),
        None => Kind::Text(inside),
    };
    Some(Markup { length, kind })
}

/// The text and the target of `text <target>`.
fn target(text: &str, inside: &Range<usize>) -> Option<(Range<usize>, String)> {
    let content = text.get(inside.clone())?;
    let open = content.strip_suffix('>')?.rfind('<')?;
    let shown = content[..open].trim_end();
    let target = content.get(open + 1..content.len() - 1)?.to_owned();
    let shown = if shown.is_empty() { open + 1..content.len() - 1 } else { 0..shown.len() };
    Some((inside.start + shown.start..inside.start + shown.end, target))
}

fn role(text: &str) -> Option<Markup> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || "-_:.+".contains(c);
    let rest = text.get(1..)?;
    let names = &rest[..rest.find(|c| !is_name(c))?];
    let name = names.strip_suffix(':').filter(|name| !name.is_empty())?;
    let name_end = 1 + name.len();
    if !text[name_end..].starts_with(":`") {
        return None;
    }
    let start = name_end + 1;
    let inside = between(&text[start..], "`", "`")?;
    let length = start + inside.end + 1;
    let inside = start + inside.start..start + inside.end;
    let kind = match target(text, &inside) {
        Some((shown, target)) => Kind::Link(shown, target),
        None if SHOWN.contains(&name) => Kind::Text(inside),
        None => Kind::Code(inside),
    };
    Some(Markup { length, kind })
}

fn substitution(text: &str) -> Option<Markup> {
    let inside = between(text, "|", "|")?;
    let is_name = !text[inside.clone()].contains(['\n', '|']) && inside.len() < 60;
    let length = inside.end + 1;
    is_name.then_some(Markup { length, kind: Kind::Template })
}

fn note(text: &str) -> Option<Markup> {
    let end = near(text).find("]_")?;
    let label = text.get(1..end)?;
    let is_label = |c: char| c.is_alphanumeric() || "#*-_.".contains(c);
    let is_note = !label.is_empty() && label.len() < 60 && label.chars().all(is_label);
    is_note.then_some(Markup { length: end + 2, kind: Kind::Note(1..end) })
}

fn address(text: &str, is_free: bool) -> Option<Markup> {
    if !is_free || !(text.starts_with("https://") || text.starts_with("http://")) {
        return None;
    }
    let is_end = |c: char| c.is_whitespace() || "<>\"«»)]`".contains(c);
    let address = &text[..text.find(is_end).unwrap_or(text.len())];
    let length = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '…', '*', '_']).len();
    Some(Markup { length, kind: Kind::Address })
}
