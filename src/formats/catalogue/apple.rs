//! `.strings` of Apple: `"key" = "text";` with comments between slashes.

use super::{
    super::{Input, builder::Parsed, prose::Prose},
    Entries,
    escapes::{self, Style},
};
use crate::model::Span;

/// Reads `.strings`.
pub(in crate::formats) fn parse(input: &Input<'_>) -> Parsed {
    let mut reader = Reader { text: input.text, at: 0, entries: Entries::default() };
    while let Some(key) = reader.token() {
        let key = key.of(input.text).trim_matches('"').to_owned();
        reader.entry(key);
    }
    reader.entries.finish()
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    entries: Entries,
}

impl Reader<'_> {
    /// An entry whose key was read.
    fn entry(&mut self, key: String) {
        self.space();
        if !self.takes('=') {
            self.entries.broken(self.text, self.at);
            self.at =
                self.text[self.at..].find(';').map_or(self.text.len(), |end| self.at + end + 1);
            return;
        }
        let Some(value) = self.token() else { return };
        let is_quoted = value.of(self.text).starts_with('"') && value.len() > 1;
        let inside = if is_quoted { Span::new(value.start + 1, value.end - 1) } else { value };
        let mut prose = Prose::default();
        escapes::push(self.text, inside, Style::Backslash, &mut prose);
        self.entries.add(key, prose);
        self.space();
        self.takes(';');
    }

    fn takes(&mut self, sign: char) -> bool {
        let is_there = self.text[self.at..].starts_with(sign);
        self.at += if is_there { sign.len_utf8() } else { 0 };
        is_there
    }

    /// Passes over white space and comments.
    fn space(&mut self) {
        loop {
            let rest = &self.text[self.at..];
            let trimmed = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
            self.at += rest.len() - trimmed.len();
            let end = if trimmed.starts_with("/*") {
                trimmed.find("*/").map_or(trimmed.len(), |end| end + 2)
            } else if trimmed.starts_with("//") {
                trimmed.find('\n').unwrap_or(trimmed.len())
            } else {
                return;
            };
            let comment = trimmed[..end].trim_start_matches(['/', '*']).trim_end_matches("*/");
            self.entries.comment(Span::new(self.at, self.at + end), comment);
            self.at += end;
        }
    }

    /// A text between quotation marks, or a word; none at the end.
    fn token(&mut self) -> Option<Span> {
        self.space();
        let start = self.at;
        let rest = &self.text[start..];
        let length = if rest.starts_with('"') {
            quoted(rest)?
        } else {
            let is_word = |c: char| c.is_alphanumeric() || "_.-$:/".contains(c);
            let end = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
            if end == 0 { rest.chars().next().map(char::len_utf8)? } else { end }
        };
        self.at += length;
        Some(Span::new(start, self.at))
    }
}

/// How long the text between quotation marks is with which `text` begins.
fn quoted(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(at + 1),
            _ => {}
        }
    }
    None
}
