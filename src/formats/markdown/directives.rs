//! Directives of MyST: fences whose name stands in braces. Those that hold text are no code.

use std::ops::Range;

use crate::formats::admonitions::ADMONITIONS;

/// More directives that hold text, with a title or the beginning of the text beside the name.
const TEXT: [&str; 16] = [
    "admonition",
    "topic",
    "sidebar",
    "margin",
    "dropdown",
    "card",
    "tab-item",
    "grid-item-card",
    "list-table",
    "table",
    "prf:theorem",
    "prf:definition",
    "prf:proof",
    "exercise",
    "solution",
    "div",
];

/// Directives that hold text; what stands beside the name is an address, a number, or names.
const BELOW: [&str; 12] = [
    "figure",
    "tab-set",
    "grid",
    "grid-item",
    "grids",
    "cards",
    "versionadded",
    "versionchanged",
    "deprecated",
    "container",
    "only",
    "glossary",
];

/// Options whose values are text.
const SHOWN: [&str; 3] = [":alt:", ":caption:", ":title:"];

/// The first line of a directive that holds text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Directive {
    /// The sign of its fence, and how many there are.
    pub(super) fence: (u8, usize),
    /// What of the line is text.
    pub(super) title: Option<Range<usize>>,
}

/// The directive that a line begins.
pub(super) fn directive(line: &str) -> Option<Directive> {
    let content = line.trim_start_matches(' ');
    let sign = content.bytes().next().filter(|byte| matches!(byte, b'`' | b'~' | b':'))?;
    let run = content.bytes().take_while(|byte| *byte == sign).count();
    let (name, rest) = content.get(run..)?.strip_prefix('{')?.split_once('}')?;
    let is_text = ADMONITIONS.contains(&name) || TEXT.contains(&name);
    // Whatever stands between colons is text.
    if run < 3 || !(is_text || BELOW.contains(&name) || sign == b':') {
        return None;
    }
    let title = rest.trim();
    let start = line.len() - rest.trim_start().len();
    let title = (is_text && !title.is_empty()).then(|| start..start + title.len());
    Some(Directive { fence: (sign, run), title })
}

/// Whether a line ends a directive with such a fence.
pub(super) fn is_end(line: &str, (sign, least): (u8, usize)) -> bool {
    let content = line.trim();
    content.len() >= least && content.bytes().all(|byte| byte == sign)
}

/// The option of a directive that a line sets, and what of it is text.
pub(super) fn option(line: &str) -> Option<Option<Range<usize>>> {
    let content = line.trim_start();
    let (name, value) = content.strip_prefix(':')?.split_once(':')?;
    let is_name = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    if name.is_empty() || !name.chars().all(is_name) {
        return None;
    }
    let is_shown = SHOWN.iter().any(|shown| content.starts_with(shown));
    let start = line.len() - value.trim_start().len();
    let value = value.trim();
    Some((is_shown && !value.is_empty()).then(|| start..start + value.len()))
}

/// Whether a file has anything of MyST.
pub(super) fn is_myst(text: &str) -> bool {
    ["```{", "~~~{", ":::{", "\nmyst:", "{ref}`", "{doc}`"].iter().any(|sign| text.contains(sign))
}

/// Whether a line of MyST is no text: a target, a comment, a break.
pub(super) fn is_bare(line: &str) -> bool {
    let content = line.trim_end();
    let is_target = content.strip_prefix('(').and_then(|rest| rest.strip_suffix(")="));
    let is_label = |label: &str| !label.is_empty() && !label.contains(['(', ')']);
    is_target.is_some_and(is_label) || content.starts_with('%') || content.starts_with("+++")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directives_are_known_by_their_first_line() {
        let title = |line: &'static str| {
            directive(line).map(|found| found.title.map_or("", |title| &line[title]))
        };
        assert_eq!(title("```{note}"), Some(""));
        assert_eq!(title("````{admonition} Осторожно "), Some("Осторожно"));
        assert_eq!(title("   :::{tip} Совет"), Some("Совет"));
        assert_eq!(title("```{figure} a.png"), Some(""));
        assert_eq!(title("::::{example}"), Some(""));
        for line in ["```{code-block} sh", "```note", "``{note}", "```{r}", "{note}"] {
            assert_eq!(title(line), None, "{line}");
        }
        assert!(
            is_end("````", (b'`', 3)) && !is_end("```", (b'`', 4)) && !is_end("~~~", (b'`', 3))
        );
        let value = |line: &'static str| option(line).map(|it| it.map_or("", |it| &line[it]));
        assert_eq!(value(":alt: Карта"), Some("Карта"));
        assert_eq!(value(":class: tip"), Some(""));
        assert_eq!(value("Дом: сад"), None);
        assert!(is_bare("(top)=") && is_bare("% так") && !is_bare("(так)"));
    }
}
