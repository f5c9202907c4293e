//! Directives: which hold text, and where.

use crate::formats::admonitions::ADMONITIONS;

/// What stands in a directive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Body {
    /// Code or markup of its own.
    Code,
    /// Text that may begin beside the name.
    Text,
    /// A title beside the name, text below.
    Title,
    /// Text below; what is beside the name is an address, or code.
    Below,
    /// Nothing but options.
    None,
}

/// A directive: what it holds, and where its argument begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Directive {
    pub(super) body: Body,
    pub(super) argument: usize,
}

/// More directives whose text may begin beside the name.
const TEXT: [&str; 5] = ["highlights", "compound", "container-text", "question", "exercise"];

const TITLED: [&str; 14] = [
    "admonition",
    "topic",
    "sidebar",
    "table",
    "list-table",
    "csv-table-title",
    "tab",
    "tab-item",
    "dropdown",
    "card",
    "rubric",
    "grid-item-card",
    "collapse",
    "details",
];

const CODE: [&str; 26] = [
    "code",
    "code-block",
    "sourcecode",
    "literalinclude",
    "parsed-literal",
    "math",
    "raw",
    "highlight",
    "mermaid",
    "graphviz",
    "plantuml",
    "uml",
    "doctest",
    "testcode",
    "testoutput",
    "testsetup",
    "ipython",
    "productionlist",
    "csv-table",
    "prompt",
    "digraph",
    "graph",
    "jinja",
    "toctree",
    "autosummary",
    "tabularcolumns",
];

const EMPTY: [&str; 14] = [
    "image",
    "include",
    "contents",
    "index",
    "default-role",
    "currentmodule",
    "module",
    "meta",
    "automodule",
    "autoclass",
    "autofunction",
    "automethod",
    "sectnum",
    "youtube",
];

impl Directive {
    /// The directive that `text` names: `note:: Text`.
    pub(super) fn of(text: &str) -> Option<Self> {
        let (name, rest) = text.split_once("::")?;
        // A substitution is one: `|name| image:: file`.
        let name = name.rsplit('|').next().unwrap_or(name).trim();
        let is_name = |c: char| c.is_alphanumeric() || "-_:.+".contains(c);
        if name.is_empty()
            || !name.chars().all(is_name)
            || !(rest.is_empty() || rest.starts_with(' '))
        {
            return None;
        }
        let argument = text.len() - rest.trim_start().len();
        let is = |names: &[&str]| names.contains(&name);
        let body = if is(&ADMONITIONS) || is(&TEXT) {
            Body::Text
        } else if is(&TITLED) {
            Body::Title
        } else if is(&CODE) {
            Body::Code
        } else if is(&EMPTY) {
            Body::None
        } else if matches!(
            name,
            "versionadded" | "versionchanged" | "deprecated" | "versionremoved"
        ) {
            Body::Below
        } else if name == "replace" {
            Body::Text
        } else {
            Body::Below
        };
        Some(Self { body, argument })
    }
}
