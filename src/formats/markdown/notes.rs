//! Notes in the ways of site generators: `!!! warning "Title"` with indented text (MkDocs), `:::note
//! Title` (Docusaurus, VitePress), `{% note warning "Title" %}` (Diplodoc).

use std::ops::Range;

/// How far the text of a note of MkDocs is indented.
pub(super) const INDENTATION: usize = 4;

/// What the first line of such a note becomes before Markdown is parsed: an item with a rule.
pub(super) const MARKER: &[u8] = b"+ ***";

/// Template tags whose quoted argument is a title that is shown.
const TITLED: [&str; 9] =
    ["note", "cut", "alert", "tip", "hint", "details", "spoiler", "collapse", "callout"];

/// The first line of a note of MkDocs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Note {
    /// Spaces before it.
    pub(super) indentation: usize,
    /// The bytes of its title in the line.
    pub(super) title: Option<Range<usize>>,
}

/// The note that a line begins: `!!! type "Title"`, `??? type`, `???+ type`.
pub(super) fn note(line: &str) -> Option<Note> {
    let content = line.trim_start_matches(' ');
    let indentation = line.len() - content.len();
    let rest = ["!!!", "???+", "???"].iter().find_map(|mark| content.strip_prefix(mark))?;
    let kinds = rest.strip_prefix(' ')?.split('"').next().unwrap_or_default();
    let is_kind = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || " -_".contains(c);
    let title = quoted(line);
    let is_whole = title
        .as_ref()
        .map_or(!rest.contains('"'), |title| line[title.end..].trim_matches('"').trim().is_empty());
    let has_kind = !kinds.trim().is_empty() || title.is_some();
    (is_whole && has_kind && kinds.chars().all(is_kind)).then_some(Note { indentation, title })
}

/// The title of a fence of colons; the inner is none where it has no title.
pub(super) fn fence(line: &str) -> Option<Option<Range<usize>>> {
    let content = line.trim_start();
    let rest = content.strip_prefix(":::")?.trim_start_matches(':');
    let named = rest.trim_start_matches(' ');
    if named.starts_with('{') && named.trim_end().ends_with('}') {
        // A division of Pandoc and Quarto, by its classes: `::: {.callout-tip title="Совет"}`.
        return Some(quoted(line).filter(|title| line[..title.start].ends_with("title=\"")));
    }
    let name = named.find(|c: char| !(c.is_ascii_alphabetic() || c == '-')).unwrap_or(named.len());
    if name == 0 {
        return rest.trim().is_empty().then_some(None);
    }
    let after = &named[name..];
    if !(after.is_empty() || after.starts_with([' ', '[', '{'])) {
        return None;
    }
    let bracketed = after.strip_prefix('[').and_then(|inner| inner.split_once(']'));
    let title = match bracketed {
        Some((title, _)) => title,
        None => after.split('{').next().unwrap_or_default(),
    };
    let title = title.trim();
    let start = title.as_ptr() as usize - line.as_ptr() as usize;
    Some((!title.is_empty()).then(|| start..start + title.len()))
}

/// Whether a line holds nothing but attributes of the block beside it: `{: .no_toc }` (kramdown,
/// Python-Markdown), `{#top .wide}`, `{style="…"}` (Goldmark, Pandoc).
pub(super) fn is_attributes(line: &str) -> bool {
    let inner = line.trim().strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    let Some(inner) = inner.filter(|inner| !inner.contains(['{', '}'])) else { return false };
    if let Some(list) = inner.strip_prefix(':') {
        return !list.trim().is_empty() && !list.starts_with(':');
    }
    let mut parts = inner.split_whitespace().peekable();
    let is_name = |part: &str| part.len() > 1 && part.starts_with(['.', '#']);
    let names_value = |part: &str| {
        let name = part.split_once("=\"").map_or("", |(name, _)| name);
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    parts.next().is_some_and(|first| is_name(first) || names_value(first))
}

/// The title in a line of template tags.
pub(super) fn title_in_tag(line: &str) -> Option<Range<usize>> {
    let tag = line.trim_start().strip_prefix("{%")?.trim_start_matches('-').trim_start();
    let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    quoted(line).filter(|_| TITLED.contains(&name))
}

/// The first text of a line in quotation marks, if it has any.
fn quoted(line: &str) -> Option<Range<usize>> {
    let start = line.find('"')? + 1;
    let length = line[start..].find('"').filter(|length| *length > 0)?;
    Some(start..start + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_known_by_their_first_line() {
        for (line, indentation, title) in [
            ("!!! warning \"Осторожно\"", 0, Some("Осторожно")),
            ("??? workspace", 0, None),
            ("    ???+ note inline", 4, None),
        ] {
            let found = note(line).unwrap();
            let shown = found.title.map(|title| &line[title]);
            assert_eq!((found.indentation, shown), (indentation, title), "{line}");
        }
        for line in ["!!!", "!!! Внимание", "!!!warning", "??? Что это?", "!!! note \"Дом\" и сад"]
        {
            assert_eq!(note(line), None, "{line}");
        }
    }

    #[test]
    fn attributes_alone_are_no_text() {
        for line in ["{: .no_toc .text-delta }", "{:toc}", "  {#top .wide}", "{style=\"a: b;\"}"] {
            assert!(is_attributes(line), "{line}");
        }
        for line in
            ["{:}", "{текст}", "{ a: 1 }", "{{ page }}", "{% note %}", "{.} так", "слово {#id}"]
        {
            assert!(!is_attributes(line), "{line}");
        }
    }

    #[test]
    fn titles_of_fences_and_tags() {
        let fence = |line: &'static str| fence(line).map(|title| title.map(|title| &line[title]));
        assert_eq!(fence(":::note"), Some(None));
        assert_eq!(fence("::: tip Совет дня"), Some(Some("Совет дня")));
        assert_eq!(fence(":::note[Совет]"), Some(Some("Совет")));
        assert_eq!(fence(":::"), Some(None));
        assert_eq!(fence("::: {.callout-tip title=\"Совет\"}"), Some(Some("Совет")));
        assert_eq!(fence("::: {#a .wide}"), Some(None));
        assert_eq!(fence("::: 5"), None);
        let tag = "{% note warning \"Внимание\" %}";
        assert_eq!(title_in_tag(tag).map(|title| &tag[title]), Some("Внимание"));
        assert_eq!(title_in_tag("{% url \"дом\" %}"), None);
    }
}
