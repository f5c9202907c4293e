//! `diff` for people: the original old and new, the translation beside it.

use std::io;

use super::{
    super::{Page, excerpt::Excerpt, location},
    summary,
};
use crate::{
    comparison::{DocumentChange, Edit, SegmentChange},
    model::{DocumentReport, Message, Place},
};

/// Columns from which the two sides stand beside each other.
const SIDE_BY_SIDE: usize = 110;

/// Writes every change, document by document; `is_whole` says whether all could be looked at.
///
/// # Errors
/// When the output cannot be written.
pub fn write(documents: &[DocumentChange], is_whole: bool, page: &mut Page<'_>) -> io::Result<()> {
    for document in documents {
        for change in &document.changes {
            write_change(document, change, page)?;
        }
    }
    page.message(&summary(documents, is_whole))
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
    let target = document.target.as_ref().map(ToString::to_string);
    let (source_place, target_place) = (change.source_place.as_ref(), change.target_place.as_ref());
    if page.width() >= SIDE_BY_SIDE {
        for (place, path) in [(source_place, &source), (target_place, &target)] {
            write_place(place, path.as_deref(), page)?;
        }
        excerpt(&change.source).write_beside(&excerpt(&change.target), page)?;
    } else {
        write_side(&change.source, source_place, source.as_deref(), page)?;
        write_side(&change.target, target_place, target.as_deref(), page)?;
    }
    page.end_line()
}

fn write_side(
    edit: &Edit,
    place: Option<&Place>,
    path: Option<&str>,
    page: &mut Page<'_>,
) -> io::Result<()> {
    if edit.was.is_empty() && edit.now.is_empty() {
        return Ok(());
    }
    write_place(place, path, page)?;
    excerpt(edit).write_whole(page)
}

fn write_place(place: Option<&Place>, path: Option<&str>, page: &mut Page<'_>) -> io::Result<()> {
    let place = place.map(location::path_and_line);
    let at = place.as_deref().or(path).unwrap_or_default();
    page.styled(page.palette().path, &format!("  {at}"))?;
    page.end_line()
}

fn excerpt(edit: &Edit) -> Excerpt {
    if edit.is_change() { Excerpt::diff(&edit.was, &edit.now) } else { Excerpt::plain(&edit.now) }
}
