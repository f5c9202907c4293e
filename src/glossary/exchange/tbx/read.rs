//! Reading TBX: the frame of a file, entry by entry.

use std::collections::BTreeMap;

use super::{
    entry::read_entry,
    xml::{Element, Xml},
};
use crate::{
    glossary::exchange::reading::Reading,
    model::{Message, Problem, Span},
};

/// The roots of TBX files: of 2019, and of 2008.
const ROOTS: [&str; 2] = ["tbx", "martif"];
const HEADERS: [&str; 2] = ["tbxHeader", "martifHeader"];
const ENTRIES: [&str; 2] = ["conceptEntry", "termEntry"];
const FRAME: [&str; 2] = ["text", "body"];

pub(in super::super) fn read(reading: &mut Reading<'_>) {
    let mut left_out = LeftOut::default();
    if let Err(problem) = read_file(reading, &mut left_out) {
        reading.errors.push(problem);
    }
    left_out.report(reading);
}

fn read_file(reading: &mut Reading<'_>, left_out: &mut LeftOut) -> Result<(), Problem> {
    let mut xml = Xml::new(reading.text);
    check_root(xml.open()?)?;
    while let Some(opened) = xml.open()? {
        let category = opened.category.as_str();
        if ENTRIES.contains(&category) {
            read_entry(&xml.element()?, reading, left_out);
        } else if HEADERS.contains(&category) {
            xml.element()?;
        } else if !FRAME.contains(&category) {
            left_out.element(&xml.element()?);
        }
    }
    Ok(())
}

fn check_root(root: Option<&Element>) -> Result<(), Problem> {
    let message = match root {
        Some(root) if ROOTS.contains(&root.category.as_str()) => return Ok(()),
        Some(root) => Message::new("exchange-no-tbx").with("element", root.category.as_str()),
        None => Message::new("exchange-no-xml"),
    };
    Err(Problem { span: root.map_or(Span::at(0), Element::span), message })
}

/// What a file has and the term base has no place for: how often, and where first.
#[derive(Default)]
pub(super) struct LeftOut {
    unknown: BTreeMap<String, (usize, Span)>,
    categories: BTreeMap<String, (usize, Span)>,
    languages: BTreeMap<String, (usize, Span)>,
}

impl LeftOut {
    /// An element of a category that is not kept, or that TBX does not know.
    pub(super) fn element(&mut self, element: &Element) {
        let counts = if element.is_known { &mut self.categories } else { &mut self.unknown };
        count(counts, &element.category, element.span());
    }

    /// The terms of another language.
    pub(super) fn language(&mut self, language: &str, span: Span) {
        count(&mut self.languages, language, span);
    }

    /// What TBX does not know is a mistake: there may be terms in it.
    fn report(self, reading: &mut Reading<'_>) {
        for (element, (count, span)) in self.unknown {
            let message = Message::new("exchange-unknown-element").with("element", element);
            reading.error(span, message.with("count", count));
        }
        for (category, (count, span)) in self.categories {
            let message = Message::new("exchange-left-out").with("category", category);
            reading.warning(span, message.with("count", count));
        }
        for (language, (count, span)) in self.languages {
            let message = Message::new("exchange-language").with("language", language);
            reading.warning(span, message.with("count", count));
        }
    }
}

fn count(counts: &mut BTreeMap<String, (usize, Span)>, name: &str, span: Span) {
    counts.entry(name.to_owned()).or_insert((0, span)).0 += 1;
}
