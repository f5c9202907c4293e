//! What elements of HTML are to a reader.

use super::tokens::Tag;

/// Elements whose contents are no text of the page.
const SKIPPED: [&str; 12] = [
    "script", "style", "template", "svg", "math", "iframe", "object", "canvas", "textarea",
    "audio", "video", "noembed",
];

/// Elements that stand inside a line of text.
const INLINE: [&str; 35] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "mark", "nobr", "q", "ruby", "rp", "rt", "s", "samp",
    "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
];

/// Elements that have no contents.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr", "param",
];

/// Attributes that a reader meets.
const SHOWN: [&str; 5] = ["alt", "title", "aria-label", "placeholder", "summary"];

/// What `meta` says in words, by its name or property.
const DESCRIPTIONS: [&str; 5] =
    ["description", "og:title", "og:description", "twitter:title", "twitter:description"];

/// Whether the contents are no text.
pub(super) fn is_skipped(name: &str) -> bool {
    SKIPPED.contains(&name)
}

/// Whether the element stands in a line.
pub(super) fn is_inline(name: &str) -> bool {
    INLINE.contains(&name) || matches!(name, "br" | "wbr" | "var")
}

/// Whether it has no contents.
pub(super) fn is_void(tag: &Tag) -> bool {
    VOID.contains(&tag.name.as_str())
}

/// Whether it is a list or a quotation, which what stands in it is deeper for.
pub(super) fn is_deep(name: &str) -> bool {
    matches!(name, "ul" | "ol" | "menu" | "blockquote")
}

/// The level of a heading.
pub(super) fn heading_level(name: &str) -> Option<u8> {
    let level: u8 = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

/// Whether an open element ends where one called `name` begins, though nothing says so.
pub(super) fn ends_before(open: &str, name: &str) -> bool {
    match name {
        "li" => open == "li",
        "dt" | "dd" => matches!(open, "dt" | "dd"),
        "td" | "th" => matches!(open, "td" | "th"),
        "tr" => matches!(open, "td" | "th" | "tr"),
        "thead" | "tbody" | "tfoot" => {
            matches!(open, "td" | "th" | "tr" | "thead" | "tbody" | "tfoot")
        }
        "option" => open == "option",
        _ => heading_level(name).is_some() && heading_level(open).is_some(),
    }
}

/// Whether such an end is looked for no further than here.
pub(super) fn is_boundary(open: &str) -> bool {
    matches!(open, "ul" | "ol" | "menu" | "dl" | "table" | "blockquote" | "select")
}

/// The attributes of `tag` that are text, by their place in it.
pub(super) fn shown(tag: &Tag) -> impl Iterator<Item = usize> {
    let is_description = tag.name == "meta"
        && [tag.value("name"), tag.value("property")]
            .iter()
            .any(|name| DESCRIPTIONS.contains(&name.to_lowercase().as_str()));
    let is_button =
        tag.name == "input" && matches!(tag.value("type"), "submit" | "button" | "reset");
    tag.attributes.iter().enumerate().filter_map(move |(index, attribute)| {
        // The text of a picture in a line is part of the line.
        let is_in_line = tag.name == "img" && attribute.name == "alt";
        let is_shown = (SHOWN.contains(&attribute.name.as_str()) && !is_in_line)
            || (is_description && attribute.name == "content")
            || (is_button && attribute.name == "value");
        is_shown.then_some(index)
    })
}
