//! `.properties` of Java: a key, a sign, a text that may run on over lines.

use super::{
    super::{Input, builder::Parsed, prose::Prose},
    Entries,
    escapes::{self, Style},
};
use crate::model::Span;

/// Reads `.properties`.
pub(in crate::formats) fn parse(input: &Input<'_>) -> Parsed {
    let text = input.text;
    let mut entries = Entries::default();
    let mut at = 0;
    while at < text.len() {
        let line = logical_line(text, at);
        at = line.end;
        let content =
            line.of(text).trim_start_matches([' ', '\t', '\u{c}', '\u{feff}', '\n', '\r']);
        let start = line.end - content.len();
        let content = content.trim_end_matches(['\n', '\r']);
        if content.starts_with(['#', '!']) {
            entries.comment(Span::new(start, start + content.len()), &content[1..]);
        } else if let Some((key, value)) = split(content) {
            let mut prose = Prose::default();
            let span = Span::new(start + value, start + content.len());
            escapes::push(text, span, Style::Properties, &mut prose);
            entries.add(key, prose);
        }
    }
    entries.finish()
}

/// A line with those that it is joined to by a backslash at its end; comments are not.
fn logical_line(text: &str, start: usize) -> Span {
    let mut at = start;
    let is_comment = text[start..].trim_start().starts_with(['#', '!']);
    for line in text[start..].split_inclusive('\n') {
        at += line.len();
        let content = line.trim_end_matches(['\n', '\r']);
        let backslashes = content.len() - content.trim_end_matches('\\').len();
        if is_comment || backslashes % 2 == 0 {
            break;
        }
    }
    Span::new(start, at)
}

/// The key of a line, and where its text begins.
fn split(line: &str) -> Option<(String, usize)> {
    let (mut key, mut escaped, mut end) = (String::new(), false, line.len());
    for (at, c) in line.char_indices() {
        if !escaped && (matches!(c, '=' | ':') || c.is_whitespace()) {
            end = at;
            break;
        }
        escaped = c == '\\' && !escaped;
        if !escaped {
            key.push(c);
        }
    }
    let rest = line[end..].trim_start();
    let value = rest.strip_prefix(['=', ':']).unwrap_or(rest).trim_start_matches([' ', '\t']);
    (!key.is_empty()).then(|| (key, line.len() - value.len()))
}
