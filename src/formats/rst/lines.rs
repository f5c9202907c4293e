//! Lines, and what they begin with.

use crate::model::Span;

/// A line without its end and its indentation.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Line {
    /// How many columns it is indented.
    pub(super) indent: usize,
    /// What stands in it.
    pub(super) content: Span,
}

impl Line {
    /// Whether nothing stands in it.
    pub(super) const fn is_blank(&self) -> bool {
        self.content.is_empty()
    }
}

/// The lines of a text.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut at = 0;
    let line = |line: &str| {
        let mark = if at == 0 && line.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let whole = Span::new(at + mark, at + line.len());
        at += line.len();
        let content = trimmed(text, whole);
        let before = &text[whole.start..content.start];
        let indent = before.chars().map(|c| if c == '\t' { 8 } else { 1 }).sum();
        Line { indent: if content.is_empty() { 0 } else { indent }, content }
    };
    text.split_inclusive('\n').map(line).collect()
}

/// A stretch without white space around it.
pub(super) fn trimmed(text: &str, span: Span) -> Span {
    let content = span.of(text);
    let start = span.start + content.len() - content.trim_start().len();
    Span::new(start, start + content.trim().len())
}

/// The sign that a line is made of, if it is made of one.
pub(super) fn adornment(line: &str) -> Option<char> {
    let sign = line.chars().next().filter(char::is_ascii_punctuation)?;
    (line.len() >= 2 && line != "::" && line != ".." && line.chars().all(|c| c == sign))
        .then_some(sign)
}

/// How long the marker of a list item is, white space after it included.
pub(super) fn marker(line: &str) -> Option<usize> {
    let bullet = ["-", "*", "+", "•", "‣"].iter().find_map(|mark| line.strip_prefix(mark));
    let rest = bullet.or_else(|| {
        let inside = line.strip_prefix('(').unwrap_or(line);
        let length = match inside.chars().next()? {
            '#' => 1,
            c if c.is_ascii_digit() => {
                inside.len() - inside.trim_start_matches(|c: char| c.is_ascii_digit()).len()
            }
            c if c.is_ascii_alphabetic() => 1,
            _ => return None,
        };
        inside.get(length..)?.strip_prefix(['.', ')'])
    })?;
    let text = rest.trim_start();
    // A letter with a full stop may be an initial: `A. Ivanov`.
    let is_initial =
        line.starts_with(|c: char| c.is_ascii_alphabetic()) && !line[1..].starts_with(')');
    let is_numbered = rest.is_empty() && line.starts_with(|c: char| c.is_ascii_digit() || c == '#');
    let is_marker = is_numbered || (!text.is_empty() && text.len() < rest.len() && !is_initial);
    is_marker.then_some(line.len() - text.len()).filter(|length| *length <= 8)
}

/// The name of the field that a line begins: `:name: text`.
pub(super) fn field(line: &str) -> Option<String> {
    let inside = line.strip_prefix(':')?;
    let end = inside.find(':')?;
    let (name, rest) = (inside.get(..end)?, inside.get(end + 1..)?);
    let is_name = !name.is_empty() && !name.starts_with(' ') && !name.ends_with(' ');
    (is_name && (rest.is_empty() || rest.starts_with(' '))).then(|| name.to_owned())
}

/// The label of a note, and where its text begins: `[1] text`, `[#name] text`.
pub(super) fn note(rest: &str) -> Option<(String, usize)> {
    let inside = rest.strip_prefix('[')?;
    let end = inside.find(']')?;
    let label = inside.get(..end)?;
    let after = inside.get(end + 1..)?;
    let is_label = !label.is_empty() && (after.is_empty() || after.starts_with(' '));
    is_label.then(|| (label.to_owned(), rest.len() - after.trim_start().len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_begin_with_what_they_are() {
        for (line, expected) in [
            ("- дом", Some(2)),
            ("12. дом", Some(4)),
            ("#. дом", Some(3)),
            ("(a) дом", Some(4)),
            ("a) дом", Some(3)),
            ("A. Иванов", None),
            ("-o дом", None),
            ("2023 год", None),
            ("-", None),
            ("2.", Some(2)),
        ] {
            assert_eq!(marker(line), expected, "{line}");
        }
        assert_eq!(field(":param x: дом").as_deref(), Some("param x"));
        assert_eq!(field(":ref:`дом`"), None);
        assert_eq!(note("[#a] дом"), Some(("#a".to_owned(), 5)));
        assert_eq!(adornment("===="), Some('='));
        assert_eq!(adornment("=- ="), None);
    }
}
