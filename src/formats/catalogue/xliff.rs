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
use crate::model::{Language, Span, Standing};

/// Reads XLIFF.
pub(in crate::formats) fn parse(input: &Input<'_>) -> Parsed {
    let text = input.text;
    let (pieces, broken) = pieces(text);
    let side = if reads_source(&pieces, input.language) { "source" } else { "target" };
    let mut entries = Entries::default();
    // Elements of code that are open.
    let mut code = 0_usize;
    let (mut key, mut open, mut segments) = (String::new(), None::<Prose>, 0_usize);
    // What is said of the unit, and of the segment of it, as a translation.
    let (mut is_approved, mut state) = (false, None::<String>);
    for piece in &pieces {
        match piece {
            Piece::Open(name, attributes, _) if matches!(name.as_str(), "trans-unit" | "unit") => {
                is_approved = attribute(attributes, "approved") == Some("yes");
                state = None;
                let named = attribute(attributes, "resname").or(attribute(attributes, "id"));
                (key, segments) = (named.unwrap_or_default().to_owned(), 0);
            }
            Piece::Open(name, attributes, _) if name == "segment" => {
                state = attribute(attributes, "state").map(str::to_owned);
            }
            Piece::Open(name, attributes, _) if name == side => {
                state = attribute(attributes, "state").map(str::to_owned).or(state);
                open = Some(Prose::default());
            }
            Piece::Close(name, _) if name == side => {
                let number = if segments == 0 { String::new() } else { format!(".{segments}") };
                let standing = standing(state.as_deref(), is_approved).filter(|_| side == "target");
                let prose = open.take().unwrap_or_default();
                entries.add_standing(format!("{key}{number}"), prose, standing);
                segments += 1;
            }
            Piece::Open(name, attributes, span) if open.is_some() => {
                code += usize::from(is_code(name));
                if let Some(prose) = &mut open {
                    push_code(text, (name, attributes, *span), prose);
                }
            }
            Piece::Close(name, span) if open.is_some() => {
                code = code.saturating_sub(usize::from(is_code(name)));
                if let Some(prose) = open.as_mut().filter(|_| !is_code(name)) {
                    prose.push_markup(text, *span);
                }
            }
            Piece::Text(span) | Piece::Data(span) => {
                if let Some(prose) = open.as_mut().filter(|_| code == 0) {
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

/// Whether an element stands for code of the original format, and holds no text.
fn is_code(name: &str) -> bool {
    matches!(name, "x" | "ph" | "bx" | "ex" | "bpt" | "ept" | "it" | "sc" | "ec" | "cp")
}

/// Adds what an element within a text stands for: what is filled in is known by its number.
fn push_code(text: &str, element: (&str, &[(String, String)], Span), prose: &mut Prose) {
    let (name, attributes, span) = element;
    match attribute(attributes, "id").filter(|_| matches!(name, "x" | "ph")) {
        Some(id) => prose.push_atomic(&format!("{{{id}}}"), span),
        None => prose.push_markup(text, span),
    }
}

/// What a file says its languages are.
#[derive(Debug)]
pub(super) struct Languages {
    pub(super) source: String,
    pub(super) target: Option<String>,
}

/// The languages that a file names.
pub(super) fn languages(pieces: &[Piece]) -> Option<Languages> {
    pieces.iter().find_map(|piece| match piece {
        Piece::Open(name, attributes, _) if matches!(name.as_str(), "file" | "xliff") => {
            let named = |one, other| attribute(attributes, one).or(attribute(attributes, other));
            let source = named("source-language", "srcLang")?.to_owned();
            let target = named("target-language", "trgLang").map(str::to_owned);
            Some(Languages { source, target })
        }
        _ => None,
    })
}

/// Whether the sources are in the language that is read.
fn reads_source(pieces: &[Piece], language: Language) -> bool {
    let code = match language {
        Language::Russian => "ru",
        Language::English => "en",
    };
    let is_in = |value: &str| value.to_lowercase().starts_with(code);
    let has_target =
        pieces.iter().any(|piece| matches!(piece, Piece::Open(name, ..) if name == "target"));
    match languages(pieces) {
        Some(Languages { target: Some(target), .. }) if is_in(&target) => false,
        Some(Languages { source, .. }) if is_in(&source) => true,
        _ => !has_target,
    }
}

/// What a file says of a translation by its `state` or `approved`.
fn standing(state: Option<&str>, is_approved: bool) -> Option<Standing> {
    match state {
        Some("new" | "needs-translation" | "initial") => Some(Standing::Missing),
        Some("final" | "signed-off") => Some(Standing::Approved),
        Some("reviewed") => Some(Standing::Confirmed),
        _ => is_approved.then_some(Standing::Approved),
    }
}
