//! Places as people and terminals name them.

use crate::model::{Inside, Place, Position};

/// `path:line`, which terminals and editors open; in a package the part and the paragraph, of a
/// catalogue the key besides.
pub(super) fn path_and_line(place: &Place) -> String {
    match &place.inside {
        Some(Inside::Paragraph { part, number }) => format!("{}:{part}:{number}", place.path),
        Some(Inside::Key(key)) => format!("{}:{} [{key}]", place.path, place.start.line),
        None => format!("{}:{}", place.path, place.start.line),
    }
}

/// `path:line`; the path alone where a whole file is meant.
pub(super) fn named(place: &Place) -> String {
    let is_file = place.span.is_empty() && place.start == Position { line: 1, column: 1 };
    if is_file { place.path.to_string() } else { path_and_line(place) }
}
