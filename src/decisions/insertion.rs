//! Where a segment that is not translated yet belongs, and in which clothes.

use std::ops::Range;

use super::Subject;
use crate::model::{Document, TranslationUnit};

/// A place in a translation, and what stands before and after the words that go there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Insertion {
    pub(super) offset: usize,
    pub(super) before: String,
    pub(super) after: String,
}

impl Insertion {
    /// The place of a unit without a translation: beside its neighbours in the paragraph, or as a
    /// block of its own with the marks that the original has.
    pub(super) fn of(subject: Subject<'_>) -> Option<Self> {
        let (original, translation) = subject.documents();
        let (original, translation) = (original?, translation?);
        let (before, rest) = subject.report.units.split_at_checked(subject.first()?)?;
        let (from, _) = subject.roles(rest.first()?);
        let block = original.block_of(from.start);
        let near = |other: &TranslationUnit| {
            let (from, to) = subject.roles(other);
            let is_near = !from.is_empty() && block.segments.contains(&from.start);
            (is_near && !to.is_empty()).then(|| to.clone())
        };
        if let Some(last) = before.iter().rev().find_map(near) {
            let offset = translation.segments.get(last.end.checked_sub(1)?)?.span.end;
            return Some(Self { offset, before: " ".to_owned(), after: String::new() });
        }
        if let Some(next) = rest.iter().skip(1).find_map(near) {
            let offset = translation.segments.get(next.start)?.span.start;
            return Some(Self { offset, before: String::new(), after: " ".to_owned() });
        }
        block_of_its_own(subject, from, (original, translation))
    }
}

/// A new block after the translation of the block before it. What parts the two in the original
/// parts them in the translation, list markers and the like included.
fn block_of_its_own(
    subject: Subject<'_>,
    from: &Range<usize>,
    (original, translation): (&Document, &Document),
) -> Option<Insertion> {
    let index = original.segments.get(from.start)?.block;
    let block = original.blocks.get(index)?;
    let before = original.blocks.get(index.checked_sub(1)?)?;
    let parts = original.text.get(before.span.end..block.span.start)?;
    if parts.chars().any(char::is_alphabetic) || !parts.contains('\n') {
        return None;
    }
    let translated = |unit: &TranslationUnit| {
        let (from, to) = subject.roles(unit);
        (before.segments.contains(&from.start) && !to.is_empty()).then(|| to.clone())
    };
    let before = subject.report.units.get(..subject.first()?)?;
    let neighbour = before.iter().rev().find_map(translated)?;
    let last = neighbour.end.checked_sub(1)?;
    let offset = translation.block_of(last).span.end.max(translation.segments.get(last)?.span.end);
    let ends = if translation.text.contains("\r\n") { "\r\n" } else { "\n" };
    let before = parts.replace("\r\n", "\n").replace('\n', ends);
    Some(Insertion { offset, before, after: String::new() })
}
