//! YAML: scalars by the path of keys to them, in each of its five styles.

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::{
    super::{Input, builder::Parsed, prose::Prose},
    Entries,
    escapes::{self, Style},
    json::{is_language, joined},
    line_comments,
};
use crate::model::Span;

/// Values that stand for no text where they are not quoted.
const NO_TEXTS: [&str; 6] = ["null", "Null", "NULL", "true", "false", "~"];

/// Reads YAML.
pub(in crate::formats) fn parse(input: &Input<'_>) -> Parsed {
    read(input.text, Span::new(0, input.text.len())).finish()
}

/// The texts of a part of a file, by the path of keys to them.
pub(in crate::formats) fn texts(text: &str, part: Span) -> Vec<(String, Prose)> {
    let entries = read(text, part).entries.into_iter();
    entries.map(|(key, prose, _)| (key, prose)).collect()
}

fn read(text: &str, part: Span) -> Entries {
    let mut reader = Reader { text, entries: Entries::default(), open: Vec::new() };
    let content = part.of(text);
    line_comments(content, '#', &mut reader.entries);
    // The parser counts characters.
    let starts = content.char_indices().map(|(at, _)| part.start + at);
    let offsets: Vec<usize> = starts.chain([part.end]).collect();
    let offset = |index: usize| offsets.get(index).copied().unwrap_or(part.end);
    for event in Parser::new_from_str(content) {
        match event {
            Ok((event, span)) => {
                let (start, end) = (offset(span.start.index()), offset(span.end.index()));
                reader.event(&event, Span::new(start, end.max(start)));
            }
            Err(error) => {
                reader.entries.broken(text, offset(error.marker().index()));
                break;
            }
        }
    }
    reader.entries
}

/// A collection that is being read.
enum Open {
    /// Its path, and the key whose value comes next.
    Mapping { path: String, key: Option<String>, tongue: bool },
    /// Its path, and how many items there were.
    Sequence { path: String, items: usize },
}

struct Reader<'a> {
    text: &'a str,
    entries: Entries,
    open: Vec<Open>,
}

impl Reader<'_> {
    fn event(&mut self, event: &Event<'_>, span: Span) {
        match event {
            Event::MappingStart(..) => {
                let tongue = self.open.is_empty();
                let path = self.path();
                self.open.push(Open::Mapping { path, key: None, tongue });
            }
            Event::SequenceStart(..) => {
                let path = self.path();
                self.open.push(Open::Sequence { path, items: 0 });
            }
            Event::MappingEnd | Event::SequenceEnd => {
                self.open.pop();
            }
            Event::Alias(_) => {
                self.path();
            }
            Event::Scalar(value, style, ..) => self.scalar(value, *style, span),
            _ => {}
        }
    }

    /// The path of what begins here; a key without a name takes what comes for its own.
    fn path(&mut self) -> String {
        match self.open.last_mut() {
            Some(Open::Mapping { path, key, tongue }) => {
                let Some(key) = key.take() else {
                    *key = Some(String::new());
                    return path.clone();
                };
                if *tongue && is_language(&key) { String::new() } else { joined(path, &key) }
            }
            Some(Open::Sequence { path, items }) => {
                *items += 1;
                joined(path, &(*items - 1).to_string())
            }
            None => String::new(),
        }
    }

    fn scalar(&mut self, value: &str, style: ScalarStyle, span: Span) {
        if let Some(Open::Mapping { key: key @ None, .. }) = self.open.last_mut() {
            *key = Some(value.to_owned());
            return;
        }
        let key = self.path();
        if style == ScalarStyle::Plain && NO_TEXTS.contains(&value) {
            return;
        }
        let mut prose = Prose::default();
        push(self.text, span, style, &mut prose);
        self.entries.add(key, prose);
    }
}

/// Adds a scalar, line by line.
fn push(text: &str, span: Span, style: ScalarStyle, prose: &mut Prose) {
    let (inside, escapes) = match style {
        ScalarStyle::DoubleQuoted => (within(span), Style::Backslash),
        ScalarStyle::SingleQuoted => (within(span), Style::Doubled),
        _ => (span, Style::Raw),
    };
    let (mut at, mut blank) = (inside.start, false);
    for line in inside.of(text).split_inclusive('\n') {
        let (start, content) = (at + line.len() - line.trim_start().len(), line.trim());
        at += line.len();
        if content.is_empty() {
            blank |= prose.len() > 0;
            continue;
        }
        if prose.len() > 0 && (blank || style == ScalarStyle::Literal) {
            prose.push("\n", Span::at(start));
        } else if prose.len() > 0 {
            prose.push_break(Span::at(start));
        }
        blank = false;
        // White space within quotation marks at the margin is text; it means nothing to prose.
        escapes::push(text, Span::new(start, start + content.len()), escapes, prose);
    }
}

fn within(span: Span) -> Span {
    let start = (span.start + 1).min(span.end);
    Span::new(start, span.end.saturating_sub(1).max(start))
}
