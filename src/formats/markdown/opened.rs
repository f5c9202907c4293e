//! Elements of HTML that are open where a block of Markdown begins.
//!
//! CommonMark ends a block of HTML at a blank line and takes what is indented behind it for code;
//! the generators of sites go on to the end of the element, and what stands there is shown as
//! text.

use super::html::{self, Piece};
use crate::model::Span;

/// Elements that nothing closes.
const VOID: [&str; 12] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"];

/// Elements in which people write Markdown, code among it; and paragraphs, which often stay open.
const OF_TEXT: [&str; 9] =
    ["details", "summary", "td", "th", "li", "dd", "blockquote", "p", "center"];

/// How far code is indented.
const INDENTATION: &str = "    ";

/// An element that is open.
#[derive(Debug)]
struct Element {
    name: String,
    /// Whether Markdown may be written in it.
    holds_markdown: bool,
}

/// The elements that are open, the innermost last.
#[derive(Debug, Default)]
pub(super) struct Opened {
    elements: Vec<Element>,
    /// Whether tags inside them were indented as code would be.
    is_indented: bool,
}

impl Opened {
    /// Goes through a block of HTML.
    pub(super) fn pass(&mut self, text: &str, block: Span) {
        for piece in html::pieces(text, block) {
            if let Piece::Tag(tag) = piece {
                self.pass_tag(tag.of(text));
            }
        }
        let is_indented = |line: &str| line.starts_with(INDENTATION) && begins_with_tag(line);
        // What is hidden is blank byte by byte, and a block may end within that.
        let end = text.floor_char_boundary(block.end);
        let mut lines = text.get(block.start..end).unwrap_or_default().lines();
        self.is_indented |= lines.any(is_indented);
        self.is_indented &= !self.elements.is_empty();
    }

    fn pass_tag(&mut self, tag: &str) {
        let name = html::name(tag);
        if !begins_with_tag(tag) || tag.ends_with("/>") || VOID.contains(&name.as_str()) {
            return;
        }
        if !tag.starts_with("</") {
            let holds_markdown = OF_TEXT.contains(&name.as_str()) || tag.contains("markdown=");
            self.elements.push(Element { name, holds_markdown });
        } else if let Some(at) = self.elements.iter().rposition(|open| open.name == name) {
            self.elements.truncate(at);
        }
    }

    /// Whether what is indented here is HTML that goes on, and no code.
    pub(super) fn goes_on(&self, indented: &str) -> bool {
        let is_html = |innermost: &Element| !innermost.holds_markdown || self.is_indented;
        begins_with_tag(indented) && self.elements.last().is_some_and(is_html)
    }
}

fn begins_with_tag(line: &str) -> bool {
    let mut after = line.trim_start().strip_prefix('<').unwrap_or_default().chars();
    after.next().is_some_and(|c| c.is_ascii_alphabetic() || c == '/')
}
