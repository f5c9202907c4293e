//! What a translation has in brackets or in quotation marks: a note of its translators, somebody
//! else's words.

/// Whether what follows `before` in its text stands in a note.
pub(super) fn is_in_note(before: &str) -> bool {
    before.matches('[').count() > before.matches(']').count()
}

/// Whether what follows `before` in its text is quoted, and keeps the spelling that it has there.
pub(super) fn is_quoted(before: &str) -> bool {
    let count = |mark: char| before.matches(mark).count();
    count('“') > count('”') || count('"') % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_between_marks_is_quoted() {
        assert!(is_quoted("He wrote: “the "));
        assert!(is_quoted("He wrote: \"the "));
        assert!(!is_quoted("He wrote “no”, the "));
        assert!(!is_quoted("He wrote \"no\", the "));
    }
}
