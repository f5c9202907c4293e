//! What a translation has in square brackets: a note of its translators.

/// Whether what follows `before` in its text stands in a note.
pub(super) fn is_in_note(before: &str) -> bool {
    before.matches('[').count() > before.matches(']').count()
}
