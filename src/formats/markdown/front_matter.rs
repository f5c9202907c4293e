//! Front matter: the values of a few keys are text to translate, all else is data.
//!
//! YAML and TOML have many ways to write a text: plain, in quotation marks of two or six, folded
//! (`>`), line by line (`|`), as a list. Each is read as the text that it makes, every part of it
//! tied to its bytes. The front page of a site may be all front matter: what a visitor reads stands
//! deeper there.

use super::super::{
    builder::{Parsed, RawBlock},
    catalogue::yaml,
    prose::Prose,
};
use crate::model::{BlockKind, Span};

/// Keys below others whose values are shown as text.
const SHOWN: [&str; 10] = [
    "title",
    "subtitle",
    "heading",
    "text",
    "tagline",
    "details",
    "description",
    "linkText",
    "alt",
    "caption",
];

/// Keys under which names and titles of others stand, which nobody translates.
const OF_OTHERS: [&str; 8] =
    ["author", "authors", "sources", "references", "bibliography", "links", "related", "menu"];

/// Takes the values of `keys` out of the front matter at `span`, YAML or TOML.
pub(in crate::formats) fn read(text: &str, span: Span, keys: &[String], parsed: &mut Parsed) {
    let lines: Vec<Span> = super::mask::lines(&text[..span.end], span.start).collect();
    let mut at = 0;
    while let Some(&line) = lines.get(at) {
        let entry = Entry::of(text, line);
        let is_text = entry.as_ref().is_some_and(|entry| keys.iter().any(|key| key == entry.key));
        let text_entry = entry.as_ref().filter(|_| is_text);
        let used = text_entry.map_or(0, |entry| entry.read(text, &lines[at..], parsed));
        if let Some(entry) = entry.filter(|entry| used == 0 && !entry.is_structure(text)) {
            parsed.blocks.push(RawBlock::bare(BlockKind::Markup, line, 0));
            entry.read_parts(text, &lines[at..], parsed);
        }
        at += used.max(1);
    }
}

/// A key at the margin, and what follows on its line.
struct Entry<'a> {
    key: &'a str,
    value: Span,
}

impl<'a> Entry<'a> {
    fn of(text: &'a str, line: Span) -> Option<Self> {
        let content = line.of(text);
        let separator = content.find([':', '='])?;
        let key = content[..separator].trim_end();
        if key.is_empty() || key.starts_with([' ', '\t', '#', '-']) {
            return None;
        }
        let value = trimmed(text, Span::new(line.start + separator + 1, line.end));
        Some(Self { key, value })
    }

    /// Adds what the parts of a value on the lines that follow show.
    fn read_parts(&self, text: &str, lines: &[Span], parsed: &mut Parsed) {
        if !self.value.is_empty() || OF_OTHERS.contains(&self.key) {
            return;
        }
        let is_within = |line: &&Span| {
            let content = line.of(text);
            content.trim().is_empty() || content.starts_with([' ', '\t', '-', '#'])
        };
        let body = lines.iter().skip(1).take_while(is_within).copied().reduce(Span::join);
        let body = body.filter(|body| SHOWN.iter().any(|key| body.of(text).contains(key)));
        for (key, prose) in body.map_or_else(Vec::new, |body| yaml::texts(text, body)) {
            let is_shown = key.rsplit('.').next().is_some_and(|name| SHOWN.contains(&name));
            let is_text = is_shown && prose.text().contains(char::is_alphabetic);
            if let Some(span) = prose.extent().filter(|_| is_text) {
                let label = Some(format!("{}.{key}", self.key));
                let block = RawBlock::bare(BlockKind::FrontMatter, span, 0);
                parsed.blocks.push(RawBlock { prose, label, ..block });
            }
        }
    }

    /// Whether the value is no single text: a list, a table, a reference.
    fn is_structure(&self, text: &str) -> bool {
        self.value.of(text).starts_with(['[', '{', '|', '>', '&', '*'])
    }

    /// Adds the texts of the value; how many lines it takes, 0 where it is no text.
    fn read(&self, text: &str, lines: &[Span], parsed: &mut Parsed) -> usize {
        let value = self.value.of(text);
        let marks = |marks: &str| value.starts_with(marks);
        if marks("\"\"\"") || marks("'''") {
            self.read_block_of_toml(text, lines, parsed)
        } else if marks("\"") || marks("'") {
            self.read_quoted(text, lines, parsed)
        } else if marks("|") || marks(">") {
            let body = indented(text, lines);
            self.add(text, &body, parsed);
            body.len() + 1
        } else if value.is_empty() || marks("#") {
            self.read_list(text, lines, parsed)
        } else if marks("[") {
            self.read_flow(text, parsed)
        } else if marks("{") || marks("&") || marks("*") {
            0
        } else {
            let mut parts = vec![without_comment(text, self.value)];
            parts.extend(indented(text, lines));
            self.add(text, &parts, parsed);
            parts.len()
        }
    }

    /// A text between quotation marks, which may run on over lines.
    fn read_quoted(&self, text: &str, lines: &[Span], parsed: &mut Parsed) -> usize {
        let end = lines.last().map_or(self.value.end, |line| line.end);
        let Some(inside) = quoted(text, Span::new(self.value.start, end)) else { return 0 };
        let count = lines.iter().take_while(|line| line.start <= inside.end).count();
        let parts = lines.iter().take(count).map(|line| {
            let part = Span::new(line.start.max(inside.start), line.end.min(inside.end));
            trimmed(text, part)
        });
        self.add(text, &parts.collect::<Vec<_>>(), parsed);
        count
    }

    /// A text between three quotation marks.
    fn read_block_of_toml(&self, text: &str, lines: &[Span], parsed: &mut Parsed) -> usize {
        let mark = &self.value.of(text)[..3];
        let start = self.value.start + mark.len();
        let end = lines.last().map_or(self.value.end, |line| line.end);
        let Some(length) = text[start..end.max(start)].find(mark) else { return 0 };
        let inside = Span::new(start, start + length);
        let count = lines.iter().take_while(|line| line.start <= inside.end).count();
        let parts = lines.iter().take(count).map(|line| {
            let start = line.start.max(inside.start).min(inside.end);
            trimmed(text, Span::new(start, line.end.clamp(start, inside.end)))
        });
        self.add(text, &parts.collect::<Vec<_>>(), parsed);
        count
    }

    /// A list with an item on each line; each is a text of its own.
    fn read_list(&self, text: &str, lines: &[Span], parsed: &mut Parsed) -> usize {
        let items = lines.iter().skip(1).map_while(|line| {
            let content = line.of(text);
            let marker = content.len() - content.trim_start().len();
            let rest = content[marker..].strip_prefix("- ")?;
            Some(trimmed(text, Span::new(line.end - rest.len(), line.end)))
        });
        let items: Vec<Span> = items.collect();
        for item in &items {
            let inside = quoted(text, *item).unwrap_or_else(|| without_comment(text, *item));
            self.add(text, &[inside], parsed);
        }
        if items.is_empty() { 0 } else { items.len() + 1 }
    }

    /// A list on one line.
    fn read_flow(&self, text: &str, parsed: &mut Parsed) -> usize {
        let value = self.value.of(text);
        let Some(end) = value.rfind(']') else { return 0 };
        let mut start = self.value.start + 1;
        for item in value[1..end].split(',') {
            let span = trimmed(text, Span::new(start, start + item.len()));
            self.add(text, &[quoted(text, span).unwrap_or(span)], parsed);
            start += item.len() + 1;
        }
        1
    }

    /// Adds the text that `parts` make, a space between two; nothing where there is none.
    fn add(&self, text: &str, parts: &[Span], parsed: &mut Parsed) {
        let mut prose = Prose::default();
        for part in parts.iter().filter(|part| !part.is_empty()) {
            if prose.len() > 0 {
                prose.push(" ", Span::at(part.start));
            }
            push_unescaped(text, *part, &mut prose);
        }
        if let Some(span) = prose.extent() {
            let block = RawBlock::bare(BlockKind::FrontMatter, span, 0);
            parsed.blocks.push(RawBlock { prose, label: Some(self.key.to_owned()), ..block });
        }
    }
}

/// The lines after the first that are indented, blank ones among them, without their indentation.
fn indented(text: &str, lines: &[Span]) -> Vec<Span> {
    let is_within = |line: &&Span| {
        let content = line.of(text);
        content.trim().is_empty() || content.starts_with([' ', '\t'])
    };
    let mut body: Vec<Span> = lines.iter().skip(1).take_while(is_within).copied().collect();
    while body.last().is_some_and(|line| line.of(text).trim().is_empty()) {
        body.pop();
    }
    body.into_iter().map(|line| trimmed(text, line)).collect()
}

/// What stands between the quotation mark with which `span` begins and its partner.
fn quoted(text: &str, span: Span) -> Option<Span> {
    let content = span.of(text);
    let mark = content.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut escaped = false;
    for (at, c) in content.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' if mark == '"' => escaped = true,
            '\'' if c == mark && content[at + 1..].starts_with('\'') => escaped = true,
            c if c == mark => return Some(Span::new(span.start + 1, span.start + at)),
            _ => {}
        }
    }
    None
}

/// Adds a part of a text, an escaped quotation mark as what it stands for.
fn push_unescaped(text: &str, part: Span, prose: &mut Prose) {
    let mut at = part.start;
    while let Some(next) = text[at..part.end].find("\\\"") {
        if next > 0 {
            prose.push(&text[at..at + next], Span::new(at, at + next));
        }
        prose.push("\"", Span::new(at + next, at + next + 2));
        at += next + 2;
    }
    if at < part.end {
        prose.push(&text[at..part.end], Span::new(at, part.end));
    }
}

/// A plain value up to its comment.
fn without_comment(text: &str, span: Span) -> Span {
    let length = span.of(text).find(" #").unwrap_or(span.len());
    trimmed(text, Span::new(span.start, span.start + length))
}

fn trimmed(text: &str, span: Span) -> Span {
    if span.is_empty() {
        return span;
    }
    let content = span.of(text);
    let start = span.start + content.len() - content.trim_start().len();
    Span::new(start, start + content.trim().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<String> {
        let keys = ["title", "tags"].map(str::to_owned);
        let mut parsed = Parsed::default();
        read(text, Span::new(0, text.len()), &keys, &mut parsed);
        let texts = parsed.blocks.into_iter().filter(|block| block.kind == BlockKind::FrontMatter);
        texts.map(|block| block.prose.text().to_owned()).collect()
    }

    #[test]
    fn texts_are_read_in_every_form() {
        for (text, expected) in [
            ("title: Дом # у реки\nid: 1", &["Дом"][..]),
            ("title: \"Дом: \\\"сад\\\"\"", &["Дом: \"сад\""]),
            ("title: 'Дом'", &["Дом"]),
            ("title: >-\n  Дом\n  у реки\nid: 1", &["Дом у реки"]),
            ("title: |\n  Дом\n\n  Сад\nid: 1", &["Дом Сад"]),
            ("title: Дом\n  у реки\nid: 1", &["Дом у реки"]),
            ("title: \"Дом\n  у реки\"\nid: 1", &["Дом у реки"]),
            ("tags:\n  - Дом\n  - \"Сад\"\nid: 1", &["Дом", "Сад"]),
            ("tags:\n- Дом\nid: 1", &["Дом"]),
            ("tags: [Дом, \"Сад\"]", &["Дом", "Сад"]),
            ("title = \"Дом\"", &["Дом"]),
            ("title = \"\"\"\nДом\nу реки\"\"\"\nid = 1", &["Дом у реки"]),
            (
                "hero:\n  name: Дом # у реки\n  image:\n    src: /дом.svg\n    alt: 'Дом'\n\nid: 1\n\
                 features:\n- title: Сад\n  icon: сад\n  details: >-\n    Сад у\n    реки\nlayout: home",
                &["Дом", "Сад", "Сад у реки"],
            ),
            ("extra:\n  items:\n    - media: /дом.svg\n      text: \"Дом\"", &["Дом"]),
            ("sources:\n  - title: Дом", &[]),
            ("authors:\n  title: Дом", &[]),
            ("title: *anchor", &[]),
            ("title:\n  ru: Дом", &[]),
            ("title: \"Дом", &[]),
            ("title:", &[]),
            ("title: \"\"", &[]),
        ] {
            assert_eq!(values(text), expected, "{text}");
        }
    }
}
