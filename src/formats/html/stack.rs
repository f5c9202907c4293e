//! The elements that text stands in, and what that makes of it.

use super::{elements, tokens::Tag};
use crate::model::BlockKind;

/// No page has so many elements in each other.
const DEEPEST: usize = 512;

/// The open elements, the innermost last.
#[derive(Debug, Default)]
pub(super) struct Stack {
    open: Vec<Element>,
    /// How many rows of tables there have been.
    rows: usize,
}

#[derive(Debug)]
struct Element {
    name: String,
    id: String,
    /// Whether the item has had its own text.
    begun: bool,
    /// Whether it holds the notes of the page.
    holds_notes: bool,
    /// Whether it is in the other language of the page, where it says.
    is_other: Option<bool>,
    row: usize,
}

impl Stack {
    /// An element begins; those that it ends are taken away.
    pub(super) fn open(&mut self, tag: &Tag, is_other: Option<bool>) {
        self.end_before(&tag.name);
        self.rows += usize::from(tag.name == "tr");
        let classes = tag.value("class");
        let holds_notes = matches!(tag.value("role"), "doc-endnotes" | "doc-footnotes")
            || classes.split_whitespace().any(|class| matches!(class, "footnotes" | "endnotes"));
        // As browsers do: what is nested deeper stands in the innermost that is known.
        if self.open.len() >= DEEPEST {
            return;
        }
        self.open.push(Element {
            name: tag.name.clone(),
            id: tag.value("id").to_owned(),
            begun: false,
            holds_notes,
            is_other,
            row: self.rows,
        });
    }

    fn end_before(&mut self, name: &str) {
        let inner = self.open.iter().enumerate().rev();
        let near = inner.take_while(|(_, open)| !elements::is_boundary(&open.name));
        let ended = near.filter(|(_, open)| elements::ends_before(&open.name, name));
        if let Some((at, _)) = ended.last() {
            self.open.truncate(at);
        }
    }

    /// An element ends, and all that were left open in it.
    pub(super) fn close(&mut self, name: &str) {
        if let Some(at) = self.open.iter().rposition(|open| open.name == name) {
            self.open.truncate(at);
        }
    }

    /// How many lists and quotations are open.
    pub(super) fn depth(&self) -> u8 {
        let holds_notes = self.open.iter().any(|open| open.holds_notes);
        let deep = self.open.iter().filter(|open| elements::is_deep(&open.name)).count();
        u8::try_from(deep.saturating_sub(usize::from(holds_notes))).unwrap_or(u8::MAX)
    }

    /// Whether what stands here is in the other language of the page, where anything says.
    pub(super) fn is_other(&self) -> Option<bool> {
        self.open.iter().rev().find_map(|open| open.is_other)
    }

    /// What text is here, with its label and its row; the first of an item is its own.
    pub(super) fn place(&mut self) -> (BlockKind, Option<String>, Option<usize>) {
        if let Some(note) = self.note() {
            return (BlockKind::Footnote, Some(note), None);
        }
        for open in self.open.iter_mut().rev() {
            let name = open.name.as_str();
            if let Some(level) = elements::heading_level(name) {
                return (BlockKind::Heading(level), None, None);
            }
            match name {
                "td" | "th" => return (BlockKind::TableCell, None, Some(open.row)),
                "title" => return (BlockKind::Value, Some("title".to_owned()), None),
                "li" if !std::mem::replace(&mut open.begun, true) => {
                    return (BlockKind::ListItem, None, None);
                }
                "li" | "blockquote" => break,
                _ => {}
            }
        }
        (BlockKind::Paragraph, None, None)
    }

    /// The name of the note that the text stands in.
    fn note(&self) -> Option<String> {
        let notes = self.open.iter().position(|open| open.holds_notes)?;
        let inside = self.open.iter().skip(notes + 1);
        inside.filter(|open| !open.id.is_empty()).map(|open| open.id.clone()).next()
    }
}
