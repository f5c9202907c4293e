//! Writing TBX-Basic of 2008.

use std::io::{self, Write};

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};

use super::{STATUS_ENDING, STATUSES, id::encode};
use crate::glossary::{Concept, TargetTerm};

type Xml<'a> = Writer<&'a mut dyn Write>;

pub(in super::super) fn write(concepts: &[Concept], output: &mut dyn Write) -> io::Result<()> {
    let mut xml = Writer::new_with_indent(output, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = xml.create_element("martif");
    let root = root.with_attributes([("type", "TBX-Basic"), ("xml:lang", "ru")]);
    root.write_inner_content(|xml| {
        write_header(xml)?;
        inside("text", xml, |xml| {
            inside("body", xml, |xml| {
                concepts.iter().try_for_each(|concept| write_entry(concept, xml))
            })
        })
    })?;
    let output = xml.into_inner();
    writeln!(output)?;
    output.flush()
}

/// What a file of TBX-Basic has to say of itself.
fn write_header(xml: &mut Xml<'_>) -> io::Result<()> {
    inside("martifHeader", xml, |xml| {
        inside("fileDesc", xml, |xml| {
            inside("sourceDesc", xml, |xml| plain("p", "Term base of Sverka", xml))
        })?;
        inside("encodingDesc", xml, |xml| typed("p", "XCSURI", "TBXBasicXCSV02.xcs", xml))
    })
}

fn write_entry(concept: &Concept, xml: &mut Xml<'_>) -> io::Result<()> {
    let id = encode(&concept.id);
    let entry = xml.create_element("termEntry").with_attribute(("id", id.as_str()));
    entry.write_inner_content(|xml| {
        optional("descrip", "subjectField", concept.domain.as_deref(), xml)?;
        optional("descrip", "definition", concept.definition.as_deref(), xml)?;
        optional("admin", "source", concept.origin.as_deref(), xml)?;
        if let Some(note) = &concept.note {
            plain("note", note, xml)?;
        }
        let source = concept.source.iter().map(|term| &term.text);
        language("ru", source, xml, |term, xml| {
            inside("tig", xml, |xml| plain("term", term, xml))
        })?;
        language("en", concept.target.iter(), xml, write_rendering)
    })?;
    Ok(())
}

/// The terms of a language, if there are any.
fn language<T>(
    code: &str,
    terms: impl ExactSizeIterator<Item = T>,
    xml: &mut Xml<'_>,
    write: impl Fn(T, &mut Xml<'_>) -> io::Result<()>,
) -> io::Result<()> {
    if terms.len() == 0 {
        return Ok(());
    }
    let section = xml.create_element("langSet").with_attribute(("xml:lang", code));
    section.write_inner_content(|xml| terms.into_iter().try_for_each(|term| write(term, xml)))?;
    Ok(())
}

/// A rendering and its other spellings.
fn write_rendering(term: &TargetTerm, xml: &mut Xml<'_>) -> io::Result<()> {
    let status = STATUSES.iter().find(|(_, status)| *status == term.status);
    let status = status.map(|(name, _)| format!("{name}{STATUS_ENDING}"));
    let spellings = std::iter::once((&term.text, None));
    let variants = term.variants.iter().map(|variant| (variant, Some("variant")));
    for (text, kind) in spellings.chain(variants) {
        inside("tig", xml, |xml| {
            plain("term", text, xml)?;
            optional("termNote", "termType", kind, xml)?;
            optional("termNote", "administrativeStatus", status.as_deref(), xml)
        })?;
    }
    Ok(())
}

fn inside(
    name: &str,
    xml: &mut Xml<'_>,
    write: impl FnOnce(&mut Xml<'_>) -> io::Result<()>,
) -> io::Result<()> {
    xml.create_element(name).write_inner_content(write)?;
    Ok(())
}

fn plain(name: &str, text: &str, xml: &mut Xml<'_>) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(&permitted(text)))?;
    Ok(())
}

fn typed(name: &str, category: &str, text: &str, xml: &mut Xml<'_>) -> io::Result<()> {
    let element = xml.create_element(name).with_attribute(("type", category));
    element.write_text_content(BytesText::new(&permitted(text)))?;
    Ok(())
}

fn optional(name: &str, category: &str, text: Option<&str>, xml: &mut Xml<'_>) -> io::Result<()> {
    text.map_or(Ok(()), |text| typed(name, category, text, xml))
}

/// The text without the control characters that XML 1.0 has no place for.
fn permitted(text: &str) -> String {
    text.chars().filter(|&c| c >= ' ' || matches!(c, '\n' | '\t')).collect()
}
