//! DOCX: the paragraphs of Word, in the accepted view of tracked changes.

mod paragraph;
mod reader;
mod relations;
mod styles;

use self::{reader::Reader, relations::Relations, styles::Styles};
use super::{
    package::{Package, Refused},
    view::View,
    xml,
};
use crate::model::Language;

/// What a document is unless its package says otherwise.
const DOCUMENT: &str = "word/document.xml";

/// Reads the text, the notes, then headers and footers.
pub(super) fn read(package: &mut Package<'_>, _: Language) -> Result<View, Refused> {
    let root = Relations::of(package, "")?;
    let main = root.of_type("officeDocument").next().unwrap_or(DOCUMENT).to_owned();
    let relations = Relations::of(package, &main)?;
    let styles = match relations.of_type("styles").next() {
        Some(name) => Styles::read(&package.text(name)?.unwrap_or_default()),
        None => Styles::default(),
    };
    let mut view = View::default();
    let mut notes = Vec::new();
    let mut names = vec![main];
    for kind in ["footnotes", "endnotes", "header", "footer"] {
        let mut parts: Vec<String> = relations.of_type(kind).map(str::to_owned).collect();
        parts.sort();
        parts.dedup();
        names.extend(parts);
    }
    for (index, name) in names.iter().enumerate() {
        let Some(text) = package.text(name)? else {
            if index == 0 {
                return Err(Refused::Damaged);
            }
            continue;
        };
        let own = Relations::of(package, name)?;
        let pieces = xml::strict(&text).ok_or(Refused::Damaged)?;
        let mut reader = Reader::new(&text, &styles, &own, &mut notes);
        pieces.iter().for_each(|piece| reader.piece(piece));
        let blocks = reader.finish();
        view.add(name, text, blocks);
    }
    Ok(view)
}
