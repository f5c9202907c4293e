//! Where a segment that is not translated yet belongs, and in which clothes.

use super::Subject;
use crate::model::{Bead, Document, DocumentReport, TranslationUnit};

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
        let Subject { report, unit, .. } = subject;
        let (source, target) = (report.source.as_ref()?, report.target.as_ref()?);
        let bead = &report.units.get(unit)?.bead;
        let block = source.block_of(bead.source.start);
        let is_near = |other: &&TranslationUnit| {
            let near = other.bead.source.start;
            !other.bead.source.is_empty()
                && !other.bead.target.is_empty()
                && block.segments.contains(&near)
        };
        if let Some(before) = report.units[..unit].iter().rev().find(is_near) {
            return after(target, &before.bead, " ");
        }
        if let Some(next) = report.units[unit + 1..].iter().find(is_near) {
            let offset = target.segments.get(next.bead.target.start)?.span.start;
            return Some(Self { offset, before: String::new(), after: " ".to_owned() });
        }
        block_of_its_own(report, unit, source, target)
    }
}

/// After the last segment of a bead.
fn after(target: &Document, bead: &Bead, before: &str) -> Option<Insertion> {
    let offset = target.segments.get(bead.target.end.checked_sub(1)?)?.span.end;
    Some(Insertion { offset, before: before.to_owned(), after: String::new() })
}

/// A new block after the translation of the block before it. What parts the two in the original
/// parts them in the translation, list markers and the like included.
fn block_of_its_own(
    report: &DocumentReport,
    unit: usize,
    source: &Document,
    target: &Document,
) -> Option<Insertion> {
    let index = source.segments.get(report.units.get(unit)?.bead.source.start)?.block;
    let block = source.blocks.get(index)?;
    let before = source.blocks.get(index.checked_sub(1)?)?;
    let parts = source.text.get(before.span.end..block.span.start)?;
    if parts.chars().any(char::is_alphabetic) || !parts.contains('\n') {
        return None;
    }
    let translated = |unit: &&TranslationUnit| {
        before.segments.contains(&unit.bead.source.start) && !unit.bead.target.is_empty()
    };
    let neighbour = report.units[..unit].iter().rev().find(translated)?;
    let last = neighbour.bead.target.end.checked_sub(1)?;
    let offset = target.block_of(last).span.end.max(target.segments.get(last)?.span.end);
    let ends = if target.text.contains("\r\n") { "\r\n" } else { "\n" };
    let before = parts.replace("\r\n", "\n").replace('\n', ends);
    Some(Insertion { offset, before, after: String::new() })
}
