//! Lines, and what they begin with.

use std::ops::Range;

use crate::model::Span;

/// A line without its end and the white space around it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    pub(super) content: Span,
    pub(super) is_indented: bool,
}

/// The lines of a text.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut at = 0;
    let line = |line: &str| {
        let start = at;
        at += line.len();
        let content = line.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        let before = line.len()
            - line.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}').len();
        let begin = start + before.min(line.len());
        let is_indented = line.starts_with([' ', '\t']);
        Line { content: Span::new(begin, begin + content.len()), is_indented }
    };
    text.split_inclusive('\n').map(line).collect()
}

/// The delimiter of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fence<'a>(&'a str);

impl<'a> Fence<'a> {
    /// The delimiter that a line is.
    pub(super) fn of(line: &'a str) -> Option<Self> {
        let sign = line.chars().next()?;
        let is_run = line.chars().all(|c| c == sign);
        let is_long = is_run && line.len() >= 4 && "-.=*_+/".contains(sign);
        let is_table = line.len() >= 4
            && matches!(sign, '|' | ',' | '!' | ':')
            && line[1..].bytes().all(|c| c == b'=');
        let is_code = line.starts_with("```");
        (is_long || is_table || is_code || line == "--").then_some(Self(if is_code {
            "```"
        } else {
            line
        }))
    }

    pub(super) fn sign(self) -> &'a str {
        self.0
    }

    /// Whether what it holds is text as elsewhere.
    pub(super) fn holds_text(self) -> bool {
        self.0 == "--" || self.0.starts_with(['=', '*', '_'])
    }

    pub(super) fn is_quote(self) -> bool {
        self.0.starts_with('_')
    }

    pub(super) fn is_table(self) -> bool {
        self.0.starts_with('|')
    }

    pub(super) fn is_comment(self) -> bool {
        self.0.starts_with('/')
    }
}

/// What a comment says.
pub(super) fn comment(line: &str) -> Option<&str> {
    let text = line.strip_prefix("//").filter(|text| !text.starts_with('/'))?;
    Some(text.trim())
}

/// Whether a line sets an attribute: `:name: value`.
pub(super) fn is_attribute(line: &str) -> bool {
    let name = line.strip_prefix(':').and_then(|rest| rest.split_once(':'));
    name.is_some_and(|(name, _)| !name.is_empty() && !name.contains(' '))
}

/// Whether a line holds no text: attributes, anchors, macros, conditions, rules.
pub(super) fn is_markup(line: &str) -> bool {
    const MACROS: [&str; 9] = [
        "include::",
        "toc::",
        "video::",
        "audio::",
        "ifdef::",
        "ifndef::",
        "ifeval::",
        "endif::",
        "plantuml::",
    ];
    let is_list = line.starts_with('[') && line.ends_with(']') && !line.contains("](");
    is_attribute(line)
        || is_list
        || matches!(line, "'''" | "<<<" | "+" | "---" | "***")
        || MACROS.iter().any(|name| line.starts_with(name))
}

/// The level of a heading, and where its text begins.
pub(super) fn heading(line: &str) -> Option<(u8, usize)> {
    let text = line.trim_start_matches(['=', '#']);
    let level = line.len() - text.len();
    let is_heading = (1..=6).contains(&level) && text.starts_with(' ');
    let start = line.len() - text.trim_start().len();
    is_heading.then(|| (u8::try_from(level).unwrap_or(6), start))
}

/// How deep an item of a list stands, and how long its marker is.
pub(super) fn marker(line: &str) -> Option<(u8, usize)> {
    let rest = line.trim_start_matches(['*', '.', '-']);
    let run = line.len() - rest.len();
    let sign = line.chars().next()?;
    let is_run = run > 0 && line[..run].chars().all(|c| c == sign) && (sign != '-' || run == 1);
    let (depth, length) = if is_run && run <= 5 {
        (run, run)
    } else {
        let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let callout = line.strip_prefix('<').and_then(|rest| {
            rest.find('>')
                .filter(|end| *end > 0 && *end < 4)
                .filter(|end| rest[..*end].chars().all(|c| c.is_ascii_digit() || c == '.'))
        });
        match callout {
            Some(end) => (1, end + 2),
            None if digits > 0 && line[digits..].starts_with('.') => (1, digits + 1),
            None => return None,
        }
    };
    let text = line.get(length..)?;
    let space = text.len() - text.trim_start().len();
    (space > 0 && !text.trim().is_empty())
        .then(|| (u8::try_from(depth).unwrap_or(u8::MAX), length + space))
}

/// Where the term of a definition ends, and where its text begins.
pub(super) fn definition(line: &str) -> Option<(usize, usize)> {
    let at = line.find("::").filter(|at| *at > 0)?;
    let after = line[at..].trim_start_matches(':');
    let is_end = after.is_empty() || after.starts_with(' ');
    let is_term = !line[..at].ends_with(':') && !line[..at].contains("`::");
    let start = line.len() - after.trim_start().len();
    (is_end && is_term).then_some((at, start))
}

/// How long the name of a note is with which a paragraph begins: `NOTE: `.
pub(super) fn admonition(line: &str) -> usize {
    let names = ["NOTE: ", "TIP: ", "IMPORTANT: ", "WARNING: ", "CAUTION: "];
    names.iter().find(|name| line.starts_with(**name)).map_or(0, |name| name.len())
}

/// The file of an image on a line of its own, and where the text in its place stands:
/// `image::file[text,400]`.
pub(super) fn image(line: &str) -> Option<(&str, Range<usize>)> {
    let (file, _) = line.strip_prefix("image::")?.split_once('[')?;
    let start = "image::".len() + file.len() + 1;
    let inside = line.get(start..line.len() - 1).filter(|_| line.ends_with(']'))?;
    let (from, length) = match inside.strip_prefix('"') {
        Some(quoted) => (1, quoted.find('"')?),
        None => (0, inside.find(',').unwrap_or(inside.len())),
    };
    let is_named = from == 0 && inside[..length].contains('=');
    let length = if is_named { 0 } else { length };
    Some((file, start + from..start + from + length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_begin_with_what_they_are() {
        assert_eq!(marker("** дом"), Some((2, 3)));
        assert_eq!(marker(". дом"), Some((1, 2)));
        assert_eq!(marker("1. дом"), Some((1, 3)));
        assert_eq!(marker("<1> дом"), Some((1, 4)));
        for line in [".Дом", "*дом* сад", "-- дом", "2023 год", "*"] {
            assert_eq!(marker(line), None, "{line}");
        }
        let shown = |line| image(line).map(|(file, range)| (file, &line[range]));
        assert_eq!(shown("image::a.png[Дом,400]"), Some(("a.png", "Дом")));
        assert_eq!(shown("image::a.png[\"Дом, сад\",link=b]"), Some(("a.png", "Дом, сад")));
        assert_eq!(shown("image::a.png[width=4]"), Some(("a.png", "")));
        assert_eq!(heading("== Дом"), Some((2, 3)));
        assert_eq!(definition("Дом:: сад"), Some((6, 9)));
        assert_eq!(definition("std::string"), None);
        assert!(is_markup("[source,bash]") && is_markup(":toc: left") && !is_markup("Дом: сад"));
        assert!(
            Fence::of("----").is_some()
                && Fence::of("|===").is_some()
                && Fence::of("---").is_none()
        );
    }
}
