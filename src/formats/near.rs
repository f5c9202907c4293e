//! How far markup in a line is looked for.

/// No markup in a line encloses more bytes: what is never closed is not looked for to the end of the
/// text from every mark anew.
const LONGEST: usize = 10_000;

/// The beginning of a text in which markup is looked for.
pub(super) fn near(text: &str) -> &str {
    &text[..text.floor_char_boundary(LONGEST)]
}
