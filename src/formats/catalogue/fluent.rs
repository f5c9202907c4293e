//! Fluent: messages, terms and their attributes. Of a choice the default form is read.

use fluent_syntax::{
    ast::{Attribute, Entry, Expression, Pattern, PatternElement, Variant, VariantKey},
    parser,
};

use super::{
    super::{Input, builder::Parsed, prose::Prose},
    Entries,
};
use crate::model::{Span, Verbatim, VerbatimKind};

/// Deeper than this nobody nests placeables; the parser would not come back from there.
const DEEPEST: usize = 40;

/// Reads Fluent.
pub(in crate::formats) fn parse(input: &Input<'_>) -> Parsed {
    let text = input.text;
    let mut reader = Reader { text, entries: Entries::default() };
    if let Some(at) = too_deep(text) {
        reader.entries.broken(text, at);
        return reader.entries.finish();
    }
    // The parser takes a byte order mark for a character that is none of a message.
    let content = text.trim_start_matches('\u{feff}');
    let resource = match parser::parse(content) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            let first = errors.first().map_or(0, |error| error.pos.start);
            reader.entries.broken(text, text.len() - content.len() + first);
            resource
        }
    };
    resource.body.iter().for_each(|entry| reader.entry(entry));
    reader.entries.finish()
}

/// Where braces stand too deep in each other.
fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    text.bytes().position(|byte| {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            b'\n' if depth == 0 => {}
            _ => {}
        }
        depth > DEEPEST
    })
}

struct Reader<'a> {
    text: &'a str,
    entries: Entries,
}

impl<'a> Reader<'a> {
    fn entry(&mut self, entry: &Entry<&'a str>) {
        let comment = match entry {
            Entry::Message(message) => {
                if let Some(pattern) = &message.value {
                    self.pattern(message.id.name.to_owned(), message.id.name, pattern);
                }
                self.attributes(message.id.name, &message.attributes);
                message.comment.as_ref()
            }
            Entry::Term(term) => {
                self.pattern(format!("-{}", term.id.name), term.id.name, &term.value);
                self.attributes(term.id.name, &term.attributes);
                term.comment.as_ref()
            }
            Entry::Comment(comment)
            | Entry::GroupComment(comment)
            | Entry::ResourceComment(comment) => Some(comment),
            Entry::Junk { .. } => None,
        };
        for line in comment.iter().flat_map(|comment| &comment.content) {
            if let Some(span) = self.place(line) {
                self.entries.comment(span, line);
            }
        }
    }

    fn attributes(&mut self, id: &str, attributes: &[Attribute<&'a str>]) {
        for attribute in attributes {
            let key = format!("{id}.{}", attribute.id.name);
            self.pattern(key, attribute.id.name, &attribute.value);
        }
    }

    fn pattern(&mut self, key: String, name: &str, pattern: &Pattern<&'a str>) {
        let Some(name) = self.place(name) else { return };
        let mut prose = Prose::default();
        self.elements(name.end, pattern, &mut prose);
        self.entries.add(key, prose);
    }

    /// Adds a pattern that begins somewhere after `at`; gives where it ends.
    fn elements(&self, mut at: usize, pattern: &Pattern<&'a str>, prose: &mut Prose) -> usize {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    if let Some(span) = self.place(value) {
                        push_lines(self.text, span, prose);
                        at = span.end;
                    }
                }
                PatternElement::Placeable { expression } => {
                    let Some(span) = placeable(self.text, at) else { continue };
                    self.placeable(span, expression, prose);
                    at = span.end;
                }
            }
        }
        at
    }

    fn placeable(&self, span: Span, expression: &Expression<&'a str>, prose: &mut Prose) {
        let written = span.of(self.text);
        match expression {
            Expression::Inline(_) => {
                let text = written.split_whitespace().collect::<Vec<_>>().join(" ");
                prose.push_atomic(&text, span);
                let text = compared(&text);
                prose.hold(Verbatim { kind: VerbatimKind::Template, span, text });
            }
            Expression::Select { variants, .. } => {
                let length = written.find("->").unwrap_or(written.len());
                let text = format!("{}}}", written[..length].trim_end());
                let selector = Span::new(span.start, span.start + length);
                prose.hold(Verbatim { kind: VerbatimKind::Template, span: selector, text });
                if let Some(variant) = usual(variants) {
                    let name = match &variant.key {
                        VariantKey::Identifier { name } => name,
                        VariantKey::NumberLiteral { value } => value,
                    };
                    let start = self.place(name).map_or(selector.end, |name| name.end);
                    self.elements(start, &variant.value, prose);
                }
            }
        }
    }

    /// Where a part of the text stands in it.
    fn place(&self, part: &str) -> Option<Span> {
        let start = (part.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize)?;
        let span = Span::new(start, start + part.len());
        (self.text.get(span.start..span.end)? == part).then_some(span)
    }
}

/// What of a placeable must come through: the case in which a term stands is the language's own.
fn compared(placeable: &str) -> String {
    let is_term = placeable.trim_start_matches(['{', ' ']).starts_with('-');
    match placeable.find('(').filter(|_| is_term) {
        Some(at) => format!("{} }}", placeable[..at].trim_end()),
        None => placeable.to_owned(),
    }
}

/// The form that every language has.
fn usual<'v, 'a>(variants: &'v [Variant<&'a str>]) -> Option<&'v Variant<&'a str>> {
    let is_other = |variant: &&Variant<&str>| matches!(&variant.key, VariantKey::Identifier { name } if *name == "other");
    let default = || variants.iter().find(|variant| variant.default);
    variants.iter().find(is_other).or_else(default)
}

/// Adds text, a line break of it as a space.
fn push_lines(text: &str, span: Span, prose: &mut Prose) {
    let written = span.of(text);
    let content = written.trim_end_matches(['\n', '\r']);
    if !content.is_empty() {
        prose.push(content, Span::new(span.start, span.start + content.len()));
    }
    if content.len() < written.len() {
        prose.push_break(Span::new(span.start + content.len(), span.end));
    }
}

/// The next placeable after `at`, braces and all.
fn placeable(text: &str, at: usize) -> Option<Span> {
    let start = at + text.get(at..)?.find('{')?;
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (offset, c) in text[start..].char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '{' if !quoted => depth += 1,
            '}' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return Some(Span::new(start, start + offset + 1));
        }
    }
    None
}
