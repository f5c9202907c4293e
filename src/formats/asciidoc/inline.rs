//! What stands in a paragraph: emphasis, code, links, references, macros, notes.

use std::ops::Range;

use crate::{
    formats::{near::near, prose::Prose},
    model::{Verbatim, VerbatimKind},
};

/// A note of a paragraph.
pub(super) struct Note {
    /// All of it.
    pub(super) whole: Range<usize>,
    pub(super) text: Range<usize>,
    /// The stop after it that ends the sentence which it stands in.
    pub(super) stop: Range<usize>,
}

/// The notes of a paragraph that stand after a sentence or before the stop that ends it.
pub(super) fn notes(text: &str) -> Vec<Note> {
    let mut notes = Vec::new();
    for (at, _) in text.match_indices("footnote:") {
        let open = near(&text[at..]).find('[').map(|open| at + open + 1);
        let Some(open) = open.filter(|open| !text[at..*open].contains(' ')) else { continue };
        let length = closing(near(&text[open..])).filter(|length| *length > 0);
        let Some(end) = length.map(|length| open + length + 1) else { continue };
        let ends = text[..at].trim_end().ends_with(['.', '!', '?', '…', '»', '”', ')']);
        let stop = if ends { end..end } else { stop(text, end) };
        if ends || !stop.is_empty() {
            notes.push(Note { whole: at..end, text: open..end - 1, stop });
        }
    }
    notes
}

/// The stop with which a sentence ends at `at`.
fn stop(text: &str, at: usize) -> Range<usize> {
    let rest = &text[at..];
    let after = rest.trim_start_matches(['.', '!', '?', '…']);
    let is_end = after.is_empty() || after.starts_with(char::is_whitespace);
    at..at + if is_end { rest.len() - after.len() } else { 0 }
}

/// Where the bracket closes that was opened before `text`.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    text.char_indices().find_map(|(at, c)| {
        match c {
            '[' => depth += 1,
            ']' if depth == 0 => return Some(at),
            ']' => depth -= 1,
            _ => {}
        }
        None
    })
}

/// The prose of a paragraph, and what in it is compared and not translated.
pub(super) fn read(raw: &Prose) -> (Prose, Vec<Verbatim>) {
    let mut inline = Inline { raw, prose: Prose::default(), verbatims: Vec::new() };
    inline.read(0..raw.len(), 0);
    inline.verbatims.sort_by_key(|verbatim| verbatim.span);
    (inline.prose, inline.verbatims)
}

/// How deep emphasis may stand in each other.
const DEEPEST: usize = 6;

struct Inline<'a> {
    raw: &'a Prose,
    prose: Prose,
    verbatims: Vec<Verbatim>,
}

enum Kind {
    /// Text with signs around it.
    Text(Range<usize>),
    /// Text that leads somewhere, or an image.
    Link(VerbatimKind, Range<usize>, String),
    Code(Range<usize>),
    Address,
    /// What is not seen.
    Nothing,
}

impl Inline<'_> {
    fn read(&mut self, range: Range<usize>, depth: usize) {
        let text = self.raw.text();
        let (mut start, mut at) = (range.start, range.start);
        let mut before = None;
        while let Some(c) = text.get(at..range.end).and_then(|rest| rest.chars().next()) {
            let Some((length, kind)) = markup(&text[at..range.end], before) else {
                before = Some(c);
                at += c.len_utf8();
                continue;
            };
            self.prose.push_from(self.raw, start..at);
            let end = at + length;
            self.add(&kind, at..end, depth);
            before = text[..end].chars().next_back();
            (start, at) = (end, end);
        }
        self.prose.push_from(self.raw, start..range.end);
    }

    fn add(&mut self, kind: &Kind, whole: Range<usize>, depth: usize) {
        let shifted = |range: &Range<usize>| whole.start + range.start..whole.start + range.end;
        let span = self.raw.span(&whole);
        let start = self.prose.len();
        match kind {
            Kind::Text(inside) if depth < DEEPEST => {
                self.read(shifted(inside), depth + 1);
                self.prose.wrap(start, span);
            }
            Kind::Text(inside) => self.prose.push_from(self.raw, shifted(inside)),
            Kind::Link(kind, inside, target) => {
                self.prose.push_from(self.raw, shifted(inside));
                self.prose.wrap(start, span);
                self.verbatims.push(Verbatim { kind: *kind, span, text: target.clone() });
            }
            Kind::Code(inside) => {
                let text = self.raw.text()[shifted(inside)].to_owned();
                self.prose.push_atomic(&text, span);
                self.verbatims.push(Verbatim { kind: VerbatimKind::Code, span, text });
            }
            Kind::Address => {
                let text = self.raw.text()[whole].to_owned();
                self.prose.push_atomic(&text, span);
                self.verbatims.push(Verbatim { kind: VerbatimKind::Link, span, text });
            }
            Kind::Nothing => {}
        }
    }
}

/// The markup that `text` begins with, after the character `before`.
fn markup(text: &str, before: Option<char>) -> Option<(usize, Kind)> {
    let is_free = before.is_none_or(|c| !c.is_alphanumeric() && c != '_');
    match text.as_bytes().first()? {
        b'`' if is_free => backquoted(text, before),
        b'+' if is_free => quoted(text, "+").map(|(length, inside)| (length, Kind::Code(inside))),
        b'*' | b'_' | b'#' => emphasis(text, is_free),
        b'<' if text.starts_with("<<") => reference(text),
        b'[' if text.starts_with("[[") => near(text).find("]]").map(|end| (end + 2, Kind::Nothing)),
        b'(' if text.starts_with("(((") => {
            near(text).find(")))").map(|end| (end + 3, Kind::Nothing))
        }
        b'h' if is_free && (text.starts_with("https://") || text.starts_with("http://")) => {
            Some(address(text))
        }
        byte if is_free && byte.is_ascii_lowercase() => named(text),
        _ => None,
    }
}

/// Code; between quotation marks the text that they quote: "`so`", and ``so'' of old.
fn backquoted(text: &str, before: Option<char>) -> Option<(usize, Kind)> {
    if let Some(rest) = text.strip_prefix("``").map(near) {
        let (code, quotation) = (rest.find("``"), rest.find("''"));
        return match (code, quotation) {
            (code, Some(end)) if code.is_none_or(|code| end < code) => Some((2, Kind::Text(0..2))),
            (Some(end), _) if end > 0 => Some((end + 4, Kind::Code(2..2 + end))),
            _ => None,
        };
    }
    let mark = before.filter(|mark| matches!(mark, '"' | '\''));
    let quotation = mark.and_then(|mark| near(text).find(&format!("`{mark}")));
    if let Some(end) = quotation.filter(|end| *end > 1) {
        return Some((end + 1, Kind::Text(1..end)));
    }
    let (length, inside) = quoted(text, "`")?;
    // What stands between plus signs is taken as it is.
    let is_literal = inside.len() > 2
        && text.get(inside.clone()).is_some_and(|it| it.starts_with('+') && it.ends_with('+'));
    let inside = if is_literal { inside.start + 1..inside.end - 1 } else { inside };
    Some((length, Kind::Code(inside)))
}

fn emphasis(text: &str, is_free: bool) -> Option<(usize, Kind)> {
    let sign = text.get(..1)?;
    let double = sign.repeat(2);
    if text.starts_with(&double) {
        let (length, inside) = quoted(text, &double)?;
        return Some((length, Kind::Text(inside)));
    }
    let (length, inside) = quoted(text, sign).filter(|_| is_free)?;
    let after = text[length..].chars().next();
    after.is_none_or(|c| !c.is_alphanumeric()).then_some((length, Kind::Text(inside)))
}

/// What stands between a mark and the next like it.
fn quoted(text: &str, mark: &str) -> Option<(usize, Range<usize>)> {
    let rest = near(text.strip_prefix(mark)?);
    if rest.starts_with(|c: char| c.is_whitespace()) || rest.starts_with(mark) {
        return None;
    }
    let end = rest.match_indices(mark).map(|(at, _)| at).find(|at| {
        *at > 0
            && !rest[..*at].ends_with(char::is_whitespace)
            && !rest[at + mark.len()..].starts_with(|c: char| c.is_alphanumeric())
    })?;
    Some((mark.len() * 2 + end, mark.len()..mark.len() + end))
}

/// `<<id,text>>`.
fn reference(text: &str) -> Option<(usize, Kind)> {
    let end = near(text).find(">>")?;
    let inside = text.get(2..end)?;
    let shown = inside.find(',').map_or(end..end, |comma| 2 + comma + 1..end);
    Some((end + 2, Kind::Text(shown)))
}

/// An address, with its text in brackets or without.
fn address(text: &str) -> (usize, Kind) {
    let is_end = |c: char| c.is_whitespace() || "[]<>\"«»)`".contains(c);
    let end = text.find(is_end).unwrap_or(text.len());
    let bracket = text[end..].strip_prefix('[').map(near).and_then(closing);
    if let Some(length) = bracket.filter(|length| *length > 0) {
        let shown = end + 1..end + 1 + length;
        let shown =
            shown.start..text[shown.clone()].find('^').map_or(shown.end, |at| shown.start + at);
        return (end + length + 2, Kind::Link(VerbatimKind::Link, shown, text[..end].to_owned()));
    }
    let length = text[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '…', '*', '_']).len();
    (length, Kind::Address)
}

/// A macro by its name: `link:target[text]`, `xref:id[text]`, `image:file[text]`, `kbd:[F1]`.
fn named(text: &str) -> Option<(usize, Kind)> {
    const NAMES: [&str; 17] = [
        "link",
        "xref",
        "mailto",
        "image",
        "icon",
        "kbd",
        "btn",
        "menu",
        "footnote",
        "footnoteref",
        "stem",
        "latexmath",
        "asciimath",
        "anchor",
        "indexterm",
        "pass",
        "term",
    ];
    let colon = text.bytes().take(12).position(|byte| byte == b':')?;
    let name = text.get(..colon).filter(|name| NAMES.contains(name))?;
    let open = near(text).find('[')?;
    let target =
        text.get(colon + 1..open).filter(|target| !target.contains(char::is_whitespace))?;
    let length = closing(near(&text[open + 1..]))?;
    let inside = open + 1..open + 1 + length;
    let end = inside.end + 1;
    let kind = match name {
        "link" | "mailto" => Kind::Link(VerbatimKind::Link, inside, target.to_owned()),
        "image" => Kind::Link(VerbatimKind::Image, inside, target.to_owned()),
        "stem" | "latexmath" | "asciimath" | "pass" => Kind::Code(inside),
        "anchor" | "indexterm" | "icon" => Kind::Nothing,
        _ => Kind::Text(inside),
    };
    Some((end, kind))
}
