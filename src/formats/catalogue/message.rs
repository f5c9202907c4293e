//! Messages: what a program fills in, plurals and choices of ICU, tags.
//!
//! Of a plural or a choice the form for `other` is read, which every language has; the rest of it
//! is markup. So it is with the last of forms that stand between bars.

use std::ops::Range;

use super::super::prose::Prose;
use crate::model::{Verbatim, VerbatimKind};

/// How deep choices may stand in each other.
const DEEPEST: usize = 8;

/// The prose of a message, and what in it is compared and not translated.
pub(super) fn read(prose: Prose) -> (Prose, Vec<Verbatim>) {
    let is_plain = !prose.text().contains(['{', '<', '$', '|']) && prose.is_bare();
    if is_plain {
        return (prose, Vec::new());
    }
    let mut message = Message { from: &prose, to: Prose::default(), verbatims: Vec::new() };
    message.read(last_form(prose.text())..prose.len(), 0);
    message.verbatims.extend(prose.verbatims());
    message.verbatims.sort_by_key(|verbatim| verbatim.span);
    (message.to, message.verbatims)
}

struct Message<'a> {
    from: &'a Prose,
    to: Prose,
    verbatims: Vec<Verbatim>,
}

impl Message<'_> {
    fn read(&mut self, range: Range<usize>, depth: usize) {
        let text = self.from.text();
        let mut start = range.start;
        let mut at = range.start;
        while let Some(found) = text[at..range.end].find(['{', '<', '$']) {
            let here = at + found;
            let Some(special) = special(&text[here..range.end]) else {
                at = here + 1;
                continue;
            };
            self.to.push_from(self.from, start..here);
            let end = here + special.length();
            self.special(&special, here..end, depth);
            (start, at) = (end, end);
        }
        self.to.push_from(self.from, start..range.end);
    }

    fn special(&mut self, special: &Special, range: Range<usize>, depth: usize) {
        match special {
            Special::Choice { name, other, .. } => {
                let name = range.start..range.start + name;
                let written = format!("{}}}", &self.from.text()[name.clone()]);
                self.verbatim(VerbatimKind::Template, name, written);
                if depth < DEEPEST {
                    let other = range.start + other.start..range.start + other.end;
                    self.read(other, depth + 1);
                }
            }
            Special::Tag(_) => {
                let written = self.from.text()[range.clone()].to_owned();
                if written.starts_with("<br") {
                    self.to.push("\n", self.from.span(&range));
                }
                self.verbatim(VerbatimKind::Html, range, written);
            }
            Special::Template(_) => {
                let written = self.from.text()[range.clone()].to_owned();
                self.to.push_atomic(&written, self.from.span(&range));
                self.verbatim(VerbatimKind::Template, range, written);
            }
        }
    }

    fn verbatim(&mut self, kind: VerbatimKind, range: Range<usize>, text: String) {
        self.verbatims.push(Verbatim { kind, span: self.from.span(&range), text });
    }
}

/// Where the last form of a plural begins whose forms stand between bars:
/// `яблоко|яблока|{count} яблок`, `no apples | an apple | {count} apples`. At the beginning of a text
/// that is none.
fn last_form(text: &str) -> usize {
    const MOST: usize = 6;
    let forms: Vec<&str> = text.split('|').take(MOST + 1).collect();
    let Some((last, others)) = forms.split_last().filter(|(_, others)| !others.is_empty()) else {
        return 0;
    };
    let is_spaced = text.contains(" | ");
    let is_counted = last.contains(['{', '%']) && (!is_spaced || others.len() > 1);
    let beginning = |form: &str| form.trim().chars().take(3).flat_map(char::to_lowercase).collect();
    let first: String = beginning(last);
    let are_alike = others.iter().all(|form| first == beginning(form));
    let are_forms = forms.len() <= MOST && forms.iter().all(|form| !form.trim().is_empty());
    if are_forms && (is_counted || are_alike) { text.len() - last.trim_start().len() } else { 0 }
}

/// What is no plain text in a message; lengths are in bytes.
#[derive(Debug, PartialEq, Eq)]
enum Special {
    /// A choice of ICU: how long it is, how long `{name`, where the text for `other` stands.
    Choice { length: usize, name: usize, other: Range<usize> },
    /// A tag.
    Tag(usize),
    /// What a template language fills in: `{{name}}`, `$t(key)`.
    Template(usize),
}

impl Special {
    const fn length(&self) -> usize {
        match self {
            Self::Choice { length, .. } | Self::Tag(length) | Self::Template(length) => *length,
        }
    }
}

/// What `text` begins with, if that is no plain text.
fn special(text: &str) -> Option<Special> {
    if text.starts_with("{{") {
        return text.find("}}").map(|end| Special::Template(end + 2));
    }
    if text.starts_with("$t(") {
        return text.find(')').map(|end| Special::Template(end + 1));
    }
    if text.starts_with('<') { tag(text).map(Special::Tag) } else { choice(text) }
}

/// The longest tag; what is longer is text between two signs.
const LONGEST_TAG: usize = 400;

fn tag(text: &str) -> Option<usize> {
    let name = text[1..].strip_prefix('/').unwrap_or(&text[1..]);
    let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic() || c.is_ascii_digit());
    let end = text.bytes().take(LONGEST_TAG).position(|byte| byte == b'>')?;
    is_tag.then_some(end + 1)
}

fn choice(text: &str) -> Option<Special> {
    let inside = text.strip_prefix('{')?;
    let (name, rest) = inside.split_once(',')?;
    let (kind, forms) = rest.split_once(',')?;
    let is_name = |c: char| c.is_alphanumeric() || "_-. ".contains(c);
    let is_choice = matches!(kind.trim(), "plural" | "select" | "selectordinal");
    if !is_choice || !name.chars().all(is_name) {
        return None;
    }
    let offset = text.len() - forms.len();
    let (end, other) = form_of_other(forms)?;
    let other = offset + other.start..offset + other.end;
    Some(Special::Choice { length: offset + end + 1, name: 1 + name.trim_end().len(), other })
}

/// Where the brace stands that ends a choice, and where the text of `other` does.
fn form_of_other(forms: &str) -> Option<(usize, Range<usize>)> {
    let (mut depth, mut start, mut name, mut other) = (0_usize, 0, 0..0, None);
    for (at, c) in forms.char_indices() {
        match c {
            '{' => {
                if depth == 0 {
                    name = start..at;
                    start = at + 1;
                }
                depth += 1;
            }
            '}' if depth == 0 => return other.map(|other| (at, other)),
            '}' => {
                depth -= 1;
                if depth == 0 {
                    let is_other = forms[name.clone()].trim().ends_with("other");
                    other = if is_other { Some(start..at) } else { other };
                    start = at + 1;
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;

    fn shown(text: &str) -> (String, Vec<String>) {
        let mut prose = Prose::default();
        prose.push(text, Span::new(0, text.len()));
        let (prose, verbatims) = read(prose);
        (prose.text().to_owned(), verbatims.into_iter().map(|it| it.text).collect())
    }

    #[test]
    fn the_form_for_other_is_read() {
        for (text, prose, verbatims) in [
            ("Дом {name}", "Дом {name}", &[][..]),
            ("<b>Дом</b> {{name}}", "Дом {{name}}", &["<b>", "</b>", "{{name}}"]),
            (
                "{n, plural, one {# дом} few {# дома} other {# домов}} у реки",
                "# домов у реки",
                &["{n}"],
            ),
            ("{g, select, male {Он} other {{n, plural, other {их #}}}}", "их #", &["{g}", "{n}"]),
            ("Нет писем|{n} письмо|{n} писем", "{n} писем", &[]),
            ("нет писем | одно письмо | {n} писем", "{n} писем", &[]),
            ("яблоко|яблока|яблок", "яблок", &[]),
            ("Да|Нет", "Да|Нет", &[]),
            ("Дневник | {title}", "Дневник | {title}", &[]),
            ("2 < 3 и {a, b}", "2 < 3 и {a, b}", &[]),
            ("{n, plural, one {дом}", "{n, plural, one {дом}", &[]),
        ] {
            let verbatims = verbatims.iter().map(|it| (*it).to_owned()).collect();
            assert_eq!(shown(text), (prose.to_owned(), verbatims), "{text}");
        }
    }
}
