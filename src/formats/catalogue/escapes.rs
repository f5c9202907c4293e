//! Texts between quotation marks: what an escape stands for, and which bytes it takes.

use super::super::prose::Prose;
use crate::model::Span;

/// How a language writes escapes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::formats) enum Style {
    /// JSON, YAML, TOML, PO, `.strings`: a backslash.
    Backslash,
    /// Java: a backslash, which joins lines, too.
    Properties,
    /// Android: a backslash, and white space that is folded.
    Android,
    /// A doubled apostrophe, which is one.
    Doubled,
    /// None.
    Raw,
}

/// Adds the text at `span`.
pub(in crate::formats) fn push(text: &str, span: Span, style: Style, prose: &mut Prose) {
    let mut start = span.start;
    let mut at = span.start;
    while let Some(length) = text[at..span.end].find(['\\', '\'']) {
        let here = at + length;
        let rest = &text[here..span.end];
        let Some((read, taken)) = escape(rest, style) else {
            at = here + 1;
            continue;
        };
        push_plain(text, Span::new(start, here), prose);
        if !read.is_empty() {
            prose.push(&read, Span::new(here, here + taken));
        }
        (start, at) = (here + taken, here + taken);
    }
    push_plain(text, Span::new(start, span.end), prose);
}

fn push_plain(text: &str, span: Span, prose: &mut Prose) {
    if !span.is_empty() {
        prose.push(span.of(text), span);
    }
}

/// What the escape with which `text` begins stands for, and how long it is.
fn escape(text: &str, style: Style) -> Option<(String, usize)> {
    match style {
        Style::Raw => None,
        Style::Doubled => text.starts_with("''").then(|| ("'".to_owned(), 2)),
        Style::Backslash | Style::Properties | Style::Android => backslash(text, style),
    }
}

fn backslash(text: &str, style: Style) -> Option<(String, usize)> {
    let mut after = text.strip_prefix('\\')?.chars();
    let next = after.next()?;
    let read = match next {
        'n' | 'r' => "\n".to_owned(),
        't' => "\t".to_owned(),
        'u' | 'U' | 'x' => return unicode(text, next),
        '\n' | '\r' => return Some((String::new(), joined(text))),
        '_' if style == Style::Backslash => "\u{a0}".to_owned(),
        _ => next.to_string(),
    };
    Some((read, 1 + next.len_utf8()))
}

/// How long a backslash at a line's end is, with the indentation of the next line.
fn joined(text: &str) -> usize {
    let after = text[1..].trim_start_matches('\r');
    let after = after.strip_prefix('\n').unwrap_or(after);
    text.len() - after.trim_start_matches([' ', '\t']).len()
}

/// A character by its number; two halves of one stand for one.
fn unicode(text: &str, kind: char) -> Option<(String, usize)> {
    let digits = match kind {
        'x' => 2,
        'U' if text.get(2..10).is_some_and(is_number) => 8,
        _ => 4,
    };
    let code = |at: usize| {
        let number = text.get(at..at + digits).filter(|number| is_number(number))?;
        u32::from_str_radix(number, 16).ok()
    };
    let first = code(2)?;
    let end = 2 + digits;
    if let Some(c) = char::from_u32(first) {
        return Some((c.to_string(), end));
    }
    let second = text.get(end..).filter(|rest| rest.starts_with("\\u")).and_then(|_| code(end + 2));
    let pair = char::decode_utf16([u16::try_from(first).ok()?, u16::try_from(second?).ok()?]);
    let c = pair.into_iter().next()?.ok()?;
    Some((c.to_string(), end + 2 + digits))
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_read() {
        for (written, style, read) in [
            ("Дом \\\"сад\\\"\\n", Style::Backslash, "Дом \"сад\"\n"),
            ("\\u0414ом \\ud83d\\ude00", Style::Backslash, "Дом 😀"),
            ("\\ud83d один", Style::Backslash, "\\ud83d один"),
            ("Дом\\\n    и сад", Style::Properties, "Доми сад"),
            ("он''а \\n", Style::Doubled, "он'а \\n"),
            ("it\\'s \\@x", Style::Android, "it's @x"),
            ("C:\\дом", Style::Raw, "C:\\дом"),
            ("конец\\", Style::Backslash, "конец\\"),
        ] {
            let mut prose = Prose::default();
            push(written, Span::new(0, written.len()), style, &mut prose);
            assert_eq!(prose.text(), read);
        }
    }
}
