//! Front matter: the values of a few keys are text to translate, all else is data.

use super::super::{
    builder::{Parsed, RawBlock},
    prose::Prose,
};
use crate::model::{BlockKind, Span};

/// Takes the values of `keys` out of the front matter at `span`, YAML or TOML, one line each.
pub(in crate::formats) fn read(text: &str, span: Span, keys: &[String], parsed: &mut Parsed) {
    for line in super::mask::lines(&text[..span.end], span.start) {
        let Some((key, value)) = key_and_value(text, line) else { continue };
        if keys.iter().any(|wanted| wanted == key) && !value.is_empty() {
            let mut prose = Prose::default();
            prose.push(value.of(text), value);
            let block = RawBlock::bare(BlockKind::FrontMatter, value, 0);
            parsed.blocks.push(RawBlock { prose, label: Some(key.to_owned()), ..block });
        } else {
            parsed.blocks.push(RawBlock::bare(BlockKind::Markup, line, 0));
        }
    }
}

/// The key of a top-level line and the bytes of its value without quotation marks.
fn key_and_value(text: &str, line: Span) -> Option<(&str, Span)> {
    let content = line.of(text);
    let separator = content.find([':', '='])?;
    let key = content[..separator].trim_end();
    if key.is_empty() || key.starts_with([' ', '\t', '#', '-']) {
        return None;
    }
    let raw = &content[separator + 1..];
    let value = raw.trim();
    let start = line.start + separator + 1 + (raw.len() - raw.trim_start().len());
    let quoted = value.len() >= 2
        && ['"', '\''].iter().any(|quote| value.starts_with(*quote) && value.ends_with(*quote));
    let inset = usize::from(quoted);
    let is_structure = !quoted && value.starts_with(['[', '{', '|', '>', '&', '*']);
    (!is_structure).then_some((key, Span::new(start + inset, start + value.len() - inset)))
}
