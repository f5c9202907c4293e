//! An entry of a TBX file as a concept.

use super::{STATUS_ENDING, STATUSES, id::decode, read::LeftOut, xml::Element};
use crate::{
    glossary::{
        SourceTerm, Status, TargetTerm,
        exchange::reading::{Entry, Reading, term},
    },
    model::Message,
};

/// Elements that only hold others together.
const GROUPS: [&str; 4] = ["descripGrp", "adminGrp", "termNoteGrp", "termGrp"];

/// Takes an entry over.
pub(super) fn read_entry(element: &Element, reading: &mut Reading<'_>, left_out: &mut LeftOut) {
    let id = element.id.as_deref().map(decode).unwrap_or_default();
    let number = reading.begin(id.trim(), element.span());
    for part in parts(element) {
        match part.category.as_str() {
            "langSec" | "langSet" => read_language(part, number, reading, left_out),
            _ => describe(part, reading.entry(number), left_out),
        }
    }
}

/// The elements in an element, those of groups included.
fn parts(element: &Element) -> Vec<&Element> {
    let is_group = |part: &Element| GROUPS.contains(&part.category.as_str());
    let of_part = |part| if is_group(part) { parts(part) } else { vec![part] };
    element.elements.iter().flat_map(of_part).collect()
}

/// Takes what is said of a concept, wherever in its entry.
fn describe(part: &Element, entry: &mut Entry, left_out: &mut LeftOut) {
    let concept = &mut entry.concept;
    let field = match part.category.as_str() {
        "definition" => &mut concept.definition,
        "subjectField" => &mut concept.domain,
        "source" => &mut concept.origin,
        "note" => return entry.add_note(&part.text()),
        _ => return left_out.element(part),
    };
    let text = part.text();
    match field {
        Some(known) if *known != text => left_out.element(part),
        Some(_) => {}
        none => *none = Some(text).filter(|text| !text.is_empty()),
    }
}

/// Takes the terms of a language.
fn read_language(
    section: &Element,
    number: usize,
    reading: &mut Reading<'_>,
    left_out: &mut LeftOut,
) {
    let language = section.language.clone().unwrap_or_default().to_lowercase();
    let add = match language.split(['-', '_']).next().unwrap_or_default() {
        "" => return reading.error(section.span(), Message::new("exchange-no-language")),
        "ru" => add_source,
        "en" => add_target,
        _ => return left_out.language(&language, section.span()),
    };
    for part in parts(section) {
        match part.category.as_str() {
            "termSec" | "tig" | "ntig" => {
                let term = Term::read(part, reading.entry(number), left_out);
                add(term, number, reading);
            }
            _ => describe(part, reading.entry(number), left_out),
        }
    }
}

/// A term with what is said of it.
struct Term<'a> {
    element: &'a Element,
    text: Option<String>,
    status: Option<String>,
    is_variant: bool,
}

impl<'a> Term<'a> {
    fn read(element: &'a Element, entry: &mut Entry, left_out: &mut LeftOut) -> Self {
        let mut read = Self { element, text: None, status: None, is_variant: false };
        for part in parts(element) {
            match part.category.as_str() {
                "term" => read.text = term(&part.text()),
                "administrativeStatus" | "normativeAuthorization" => {
                    read.status = Some(part.text());
                }
                "termType" if part.text() == "variant" => read.is_variant = true,
                "source" | "definition" => left_out.element(part),
                _ => describe(part, entry, left_out),
            }
        }
        read
    }
}

fn add_source(term: Term<'_>, number: usize, reading: &mut Reading<'_>) {
    if let Some(text) = term.text {
        reading.entry(number).add_source(SourceTerm::plain(&text));
    }
}

/// Adds a rendering, or another spelling of the one before.
fn add_target(term: Term<'_>, number: usize, reading: &mut Reading<'_>) {
    let Some(text) = term.text else { return };
    let given = term.status.as_deref().map(status);
    if given == Some(None) {
        let message = Message::new("exchange-status").with("rendering", text);
        let message = message.with("status", term.status.unwrap_or_default());
        return reading.warning(term.element.span(), message);
    }
    let given = given.flatten();
    let entry = reading.entry(number);
    match entry.concept.target.last_mut() {
        Some(main) if term.is_variant && given.is_none_or(|given| given == main.status) => {
            main.variants.push(text);
        }
        _ => entry.add_target(TargetTerm::plain(&text, given.unwrap_or(Status::Preferred))),
    }
}

fn status(word: &str) -> Option<Status> {
    let word = word.strip_suffix(STATUS_ENDING).unwrap_or(word);
    STATUSES.iter().find(|(name, _)| *name == word).map(|(_, status)| *status)
}
