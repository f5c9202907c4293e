//! `.resx` of .NET: `data` with a name and a `value`; those with a type are no texts.

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

/// Reads `.resx`.
pub(in crate::formats) fn parse(input: &Input<'_>) -> Parsed {
    let text = input.text;
    let mut entries = Entries::default();
    let (pieces, broken) = pieces(text);
    let (mut key, mut open): (Option<String>, Option<Prose>) = (None, None);
    for piece in &pieces {
        match piece {
            Piece::Open(name, attributes, _) if name == "data" => {
                let is_object =
                    ["type", "mimetype"].iter().any(|name| attribute(attributes, name).is_some());
                key = attribute(attributes, "name").filter(|_| !is_object).map(str::to_owned);
            }
            Piece::Open(name, ..) if name == "value" => {
                open = key.is_some().then(Prose::default);
            }
            Piece::Text(span) => {
                if let Some(prose) = &mut open {
                    push_text(text, *span, Style::Raw, prose);
                }
            }
            Piece::Close(name, _) if name == "value" => {
                if let (Some(key), Some(prose)) = (key.take(), open.take()) {
                    entries.add(key, prose);
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
