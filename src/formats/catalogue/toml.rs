//! TOML: strings by the path of keys to them.

use toml_edit::{Document, Item, TableLike, Value};

use super::{
    super::{Input, builder::Parsed, prose::Prose},
    Entries,
    escapes::{self, Style},
    json::joined,
    line_comments,
};
use crate::model::Span;

/// Reads TOML.
pub(in crate::formats) fn parse(input: &Input<'_>) -> Parsed {
    let mut entries = Entries::default();
    line_comments(input.text, '#', &mut entries);
    match Document::parse(input.text) {
        Ok(document) => table(input.text, "", document.as_table(), &mut entries),
        Err(error) => entries.broken(input.text, error.span().map_or(0, |span| span.start)),
    }
    entries.finish()
}

fn table(text: &str, path: &str, table: &dyn TableLike, entries: &mut Entries) {
    for (key, item) in table.iter() {
        let path = joined(path, key);
        match item {
            Item::Value(value) => self::value(text, path, value, entries),
            Item::Table(inner) => self::table(text, &path, inner, entries),
            Item::ArrayOfTables(tables) => {
                for (index, inner) in tables.iter().enumerate() {
                    self::table(text, &joined(&path, &index.to_string()), inner, entries);
                }
            }
            Item::None => {}
        }
    }
}

fn value(text: &str, path: String, value: &Value, entries: &mut Entries) {
    match value {
        Value::String(string) => {
            let Some(span) = string.span().filter(|span| text.get(span.clone()).is_some()) else {
                return;
            };
            let mut prose = Prose::default();
            push(text, Span::from(span), &mut prose);
            entries.add(path, prose);
        }
        Value::Array(array) => {
            for (index, element) in array.iter().enumerate() {
                self::value(text, joined(&path, &index.to_string()), element, entries);
            }
        }
        Value::InlineTable(inner) => table(text, &path, inner, entries),
        _ => {}
    }
}

/// Adds a string with its quotation marks, one or three on either side.
fn push(text: &str, span: Span, prose: &mut Prose) {
    let written = span.of(text);
    let marks = if written.starts_with("\"\"\"") || written.starts_with("'''") { 3 } else { 1 };
    let style = if written.starts_with('"') { Style::Backslash } else { Style::Raw };
    let start = (span.start + marks).min(span.end);
    let inside = Span::new(start, span.end.saturating_sub(marks).max(start));
    let (mut at, mut joined) = (inside.start, true);
    for line in inside.of(text).split_inclusive('\n') {
        let content = line.trim_end_matches(['\n', '\r']);
        let bare = if joined { content.trim_start() } else { content };
        if !joined {
            prose.push("\n", Span::at(at));
        }
        let start = at + content.len() - bare.len();
        at += line.len();
        // A backslash at the end of a line takes away the white space that follows, as does the
        // beginning of the text.
        joined = (style == Style::Backslash && is_joined(bare)) || (joined && bare.is_empty());
        let end = start + bare.len() - usize::from(joined && !bare.is_empty());
        escapes::push(text, Span::new(start, end), style, prose);
    }
}

/// Whether a line ends with a backslash that is no escape's.
fn is_joined(line: &str) -> bool {
    line.bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1
}
