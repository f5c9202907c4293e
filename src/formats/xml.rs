//! XML: elements with their texts, tied to bytes.

use quick_xml::{Reader, events::Event};

use super::{
    catalogue::escapes::{self, Style},
    html::entities::{self, Run, runs},
    prose::Prose,
};
use crate::model::Span;

/// What a file of XML is made of.
#[derive(Debug)]
pub(super) enum Piece {
    /// An element begins: its name without a prefix, its attributes.
    Open(String, Vec<(String, String)>, Span),
    /// The innermost one ends.
    Close(String, Span),
    /// Text, raw.
    Text(Span),
    /// Text that is written as it is.
    Data(Span),
    /// A comment without its signs, and its bytes.
    Comment(Span),
}

/// The pieces of a file; where it is damaged, up to there, and where that is.
pub(super) fn pieces(text: &str) -> (Vec<Piece>, Option<usize>) {
    // The reader does not count a byte order mark.
    let content = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mark = text.len() - content.len();
    let mut reader = Reader::from_str(content);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    let mut pieces = Vec::new();
    let mut start = mark;
    loop {
        let event = reader.read_event();
        let read = usize::try_from(reader.buffer_position()).unwrap_or(text.len());
        let end = read.saturating_add(mark).min(text.len());
        let span = Span::new(start, end.max(start));
        if text.get(span.start..span.end).is_none() {
            return (pieces, Some(start));
        }
        match event {
            Ok(Event::Eof) => return (pieces, None),
            Ok(Event::DocType(doctype)) if doctype.contains('[') => {
                return (pieces, Some(start));
            }
            Ok(event) => push(event, span, text, &mut pieces),
            Err(_) => return (pieces, Some(start)),
        }
        start = span.end;
    }
}

fn push(event: Event<'_>, span: Span, text: &str, pieces: &mut Vec<Piece>) {
    match event {
        Event::Start(tag) => pieces.push(opening(&tag, span)),
        Event::Empty(tag) => {
            let name = local(tag.name().as_ref());
            pieces.push(opening(&tag, span));
            pieces.push(Piece::Close(name, Span::at(span.end)));
        }
        Event::End(tag) => pieces.push(Piece::Close(local(tag.name().as_ref()), span)),
        Event::Text(_) | Event::GeneralRef(_) => match pieces.last_mut() {
            Some(Piece::Text(before)) if before.end == span.start => before.end = span.end,
            _ => pieces.push(Piece::Text(span)),
        },
        Event::CData(_) => {
            let inside =
                span.of(text).strip_prefix("<![CDATA[").map_or(0, |rest| span.len() - rest.len());
            let end = span.end - if span.of(text).ends_with("]]>") { 3 } else { 0 };
            pieces.push(Piece::Data(Span::new(span.start + inside, end.max(span.start + inside))));
        }
        Event::Comment(_) => pieces.push(Piece::Comment(span)),
        _ => {}
    }
}

fn opening(tag: &quick_xml::events::BytesStart<'_>, span: Span) -> Piece {
    let mut attributes = tag.attributes();
    let attributes = attributes.with_checks(false).flatten().map(|attribute| {
        let value = entities::decoded(&attribute.value);
        (attribute.key.as_ref().to_owned(), value)
    });
    let attributes = attributes.collect();
    Piece::Open(local(tag.name().as_ref()), attributes, span)
}

/// A name without its prefix.
fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or_default().to_owned()
}

/// The value of an attribute, by its name as it is written or without its prefix.
pub(super) fn attribute<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let is_it = |key: &str| key == name || key.rsplit(':').next() == Some(name);
    attributes.iter().find(|(key, _)| is_it(key)).map(|(_, value)| value.as_str())
}

/// What stands in a comment.
pub(super) fn comment(text: &str) -> &str {
    text.strip_prefix("<!--").unwrap_or(text).trim_end_matches("-->")
}

/// Adds the text of an element, with its character references and escapes.
pub(super) fn push_text(text: &str, span: Span, style: Style, prose: &mut Prose) {
    for run in runs(text, span) {
        match run {
            Run::Plain(plain) => escapes::push(text, plain, style, prose),
            Run::Reference(read, written) => prose.push(&read, written),
            Run::Break(space) if prose.len() > 0 => prose.push_break(space),
            Run::Break(_) => {}
        }
    }
}

/// The pieces of a part of a package; none where it is damaged, or brings definitions of its own.
pub(super) fn strict(text: &str) -> Option<Vec<Piece>> {
    if text.contains("<!DOCTYPE") {
        return None;
    }
    let (pieces, broken) = pieces(text);
    broken.is_none().then_some(pieces)
}

/// Adds text of which all white space counts.
pub(super) fn push_exact(text: &str, span: Span, prose: &mut Prose) {
    for run in runs(text, span) {
        match run {
            Run::Plain(plain) => prose.push(plain.of(text), plain),
            Run::Reference(read, written) => prose.push(&read, written),
            Run::Break(space) => prose.push(" ", space),
        }
    }
}

/// Adds text of which white space with a line break is a space, and none stands at the beginning.
pub(super) fn push_folded(text: &str, span: Span, prose: &mut Prose) {
    push_text(text, span, Style::Raw, prose);
}

/// An element that is passed over, and how many of its name are open.
pub(super) type Skipped = (String, usize);

/// What is still passed over after `piece`, which stands in it.
pub(super) fn skipped_after(piece: &Piece, (name, depth): Skipped) -> Option<Skipped> {
    let depth = match piece {
        Piece::Open(opened, ..) if *opened == name => depth + 1,
        Piece::Close(closed, _) if *closed == name => depth.saturating_sub(1),
        _ => depth,
    };
    (depth > 0).then_some((name, depth))
}
