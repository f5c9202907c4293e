//! `diff` for people: the original old and new, the translation beside it.

use std::io;

use super::super::{Page, excerpt::Excerpt, location};
use crate::{
    comparison::{DocumentChange, Edit, SegmentChange},
    model::{DocumentReport, Message, Place},
};

/// Writes every change, document by document.
pub fn write(documents: &[DocumentChange], page: &mut Page<'_>) -> io::Result<()> {
    for document in documents {
        for change in &document.changes {
            write_change(document, change, page)?;
        }
    }
    let count: usize = documents.iter().map(|document| document.changes.len()).sum();
    page.message(&Message::new("diff-summary").with("count", count))
}

/// Writes one change of a document.
///
/// # Errors
/// When the output cannot be written.
pub fn write_segment(
    report: &DocumentReport,
    change: &SegmentChange,
    page: &mut Page<'_>,
) -> io::Result<()> {
    let (source, target) = (report.pair.source.clone(), report.pair.target.clone());
    write_change(&DocumentChange { source, target, changes: Vec::new() }, change, page)
}

fn write_change(
    document: &DocumentChange,
    change: &SegmentChange,
    page: &mut Page<'_>,
) -> io::Result<()> {
    let grade = Message::new(format!("grade-{}", change.grade.as_str()));
    page.styled(page.palette().strong, &page.messages().text(&grade))?;
    page.end_line()?;
    let source = document.source.as_ref().map(ToString::to_string);
    write_side(&change.source, change.source_place.as_ref(), source, page)?;
    let target = document.target.as_ref().map(ToString::to_string);
    write_side(&change.target, change.target_place.as_ref(), target, page)?;
    page.end_line()
}

fn write_side(
    edit: &Edit,
    place: Option<&Place>,
    path: Option<String>,
    page: &mut Page<'_>,
) -> io::Result<()> {
    if edit.was.is_empty() && edit.now.is_empty() {
        return Ok(());
    }
    let at = place.map(location::path_and_line).or(path).unwrap_or_default();
    page.styled(page.palette().path, &format!("  {at}"))?;
    page.end_line()?;
    let excerpt = if edit.is_change() {
        Excerpt::diff(&edit.was, &edit.now)
    } else {
        Excerpt::plain(&edit.now)
    };
    excerpt.write_whole(page)
}
