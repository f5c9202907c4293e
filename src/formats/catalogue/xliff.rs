//! XLIFF 1.2 and 2: units by their id, the side that is in the language that is read.

use super::{
    super::{
        Input,
        builder::Parsed,
        prose::Prose,
        xml::{Piece, attribute, comment, pieces, push_text},
    },
    Entries,
    escapes::Style,
};
use crate::model::Language;

/// Reads XLIFF.
pub(in crate::formats) fn parse(input: &Input<'_>) -> Parsed {
    let text = input.text;
    let (pieces, broken) = pieces(text);
    let side = if reads_source(&pieces, input.language) { "source" } else { "target" };
    let mut entries = Entries::default();
    let (mut key, mut open, mut segments) = (String::new(), None::<Prose>, 0_usize);
    for piece in &pieces {
        match piece {
            Piece::Open(name, attributes, _) if matches!(name.as_str(), "trans-unit" | "unit") => {
                let named = attribute(attributes, "resname").or(attribute(attributes, "id"));
                (key, segments) = (named.unwrap_or_default().to_owned(), 0);
            }
            Piece::Open(name, ..) if name == side => open = Some(Prose::default()),
            Piece::Close(name, _) if name == side => {
                let number = if segments == 0 { String::new() } else { format!(".{segments}") };
                entries.add(format!("{key}{number}"), open.take().unwrap_or_default());
                segments += 1;
            }
            Piece::Open(.., span) | Piece::Close(_, span) if open.is_some() && !span.is_empty() => {
                if let Some(prose) = &mut open {
                    prose.push_markup(text, *span);
                }
            }
            Piece::Text(span) | Piece::Data(span) => {
                if let Some(prose) = &mut open {
                    push_text(text, *span, Style::Raw, prose);
                }
            }
            Piece::Comment(span) => entries.comment(*span, comment(span.of(text))),
            _ => {}
        }
    }
    if let Some(at) = broken {
        entries.broken(text, at);
    }
    entries.finish()
}

/// Whether the sources are in the language that is read.
fn reads_source(pieces: &[Piece], language: Language) -> bool {
    let code = match language {
        Language::Russian => "ru",
        Language::English => "en",
    };
    let is_in =
        |value: Option<&str>| value.is_some_and(|value| value.to_lowercase().starts_with(code));
    let has_target =
        pieces.iter().any(|piece| matches!(piece, Piece::Open(name, ..) if name == "target"));
    let languages = pieces.iter().find_map(|piece| match piece {
        Piece::Open(name, attributes, _) if matches!(name.as_str(), "file" | "xliff") => {
            let source =
                attribute(attributes, "source-language").or(attribute(attributes, "srcLang"));
            let target =
                attribute(attributes, "target-language").or(attribute(attributes, "trgLang"));
            source.map(|source| (is_in(Some(source)), is_in(target)))
        }
        _ => None,
    });
    match languages {
        Some((_, true)) => false,
        Some((true, _)) => true,
        _ => !has_target,
    }
}
