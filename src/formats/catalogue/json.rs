//! JSON: strings by the path of names to them. Chrome, Docusaurus and ARB keep what is meant for
//! translators beside a text; that is none.

use jsonc_parser::{
    CollectOptions, ParseOptions,
    ast::{Object, Value},
    parse_to_ast,
};

use super::{
    super::{Input, builder::Parsed, prose::Prose},
    Entries,
    escapes::{self, Style},
};
use crate::model::Span;

/// Reads JSON.
pub(in crate::formats) fn parse(input: &Input<'_>) -> Parsed {
    let mut entries = Entries::default();
    let (bom, text) = split_bom(input.text);
    match parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default()) {
        Ok(read) => {
            let mut reader = Reader { text: input.text, bom, entries };
            if let Some(value) = &read.value {
                reader.value(String::new(), value);
            }
            entries = reader.entries;
        }
        Err(error) => entries.broken(input.text, bom + error.range().start),
    }
    entries.finish()
}

/// A byte order mark is no JSON.
fn split_bom(text: &str) -> (usize, &str) {
    let rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    (text.len() - rest.len(), rest)
}

struct Reader<'a> {
    text: &'a str,
    bom: usize,
    entries: Entries,
}

impl Reader<'_> {
    fn value(&mut self, key: String, value: &Value<'_>) {
        match value {
            Value::StringLit(literal) => {
                let (start, end) = (literal.range.start + 1, literal.range.end.saturating_sub(1));
                let span = Span::new(self.bom + start, self.bom + end.max(start));
                let mut prose = Prose::default();
                escapes::push(self.text, span, Style::Backslash, &mut prose);
                self.entries.add(key, prose);
            }
            Value::Array(array) => {
                for (index, element) in array.elements.iter().enumerate() {
                    self.value(joined(&key, &index.to_string()), element);
                }
            }
            Value::Object(object) => self.object(&key, object),
            _ => {}
        }
    }

    fn object(&mut self, key: &str, object: &Object<'_>) {
        let has_message =
            object.get_string("message").is_some() && object.get("description").is_some();
        let sole = object.properties.len() == 1;
        for property in &object.properties {
            let name = property.name.as_str();
            let is_note = name.starts_with('@') || (has_message && name != "message");
            if !is_note {
                let is_tongue = sole && key.is_empty() && is_language(name);
                let key = if is_tongue { String::new() } else { joined(key, name) };
                self.value(key, &property.value);
            }
        }
    }
}

/// Whether a name that all stands under is that of the language of the file; `und` is that of a
/// site's own.
pub(super) fn is_language(name: &str) -> bool {
    let code = name.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    matches!(code.as_str(), "ru" | "en" | "und")
}

/// The path of a name below another.
pub(super) fn joined(key: &str, name: &str) -> String {
    if key.is_empty() { name.to_owned() } else { format!("{key}.{name}") }
}
