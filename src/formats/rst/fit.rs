//! Changes in a table that is drawn: columns stay where they are, blanks give way.

use std::collections::BTreeMap;

use super::tables;
use crate::model::{BlockKind, Document, Edit, Message, Span};

/// The changes with those of the blanks in the same cells.
///
/// # Errors
/// Where a cell is too narrow, or a change goes over more than one line of it.
pub(in crate::formats) fn fitted(
    document: &Document,
    edits: &[Edit],
) -> Result<Vec<Edit>, Message> {
    let line = edits.first().map_or(1, |edit| document.lines.line(edit.span.start));
    with_blanks(document, edits).ok_or_else(|| {
        Message::new("cell-too-narrow").with("path", document.path.as_str()).with("line", line)
    })
}

/// The same; none where they do not fit.
fn with_blanks(document: &Document, edits: &[Edit]) -> Option<Vec<Edit>> {
    let text = document.text.as_str();
    let mut fitted = edits.to_vec();
    // By where a cell ends, how much longer it gets.
    let mut longer: BTreeMap<usize, (Span, isize)> = BTreeMap::new();
    for edit in edits.iter().filter(|edit| is_in_cell(document, edit.span)) {
        let old = edit.span.of(text);
        if old.contains('\n') || edit.replacement.contains(['\n', '\r']) {
            return None;
        }
        let width = |text: &str| isize::try_from(text.chars().count()).unwrap_or(isize::MAX);
        let change = width(&edit.replacement).saturating_sub(width(old));
        if let Some(blanks) = blanks(text, edit.span.end).filter(|_| change != 0) {
            let cell = longer.entry(blanks.end).or_insert((blanks, 0));
            cell.1 = cell.1.saturating_add(change);
        }
    }
    for (blanks, change) in longer.into_values() {
        let count = change.unsigned_abs();
        if change > 0 && count >= blanks.len() {
            return None;
        }
        let span = Span::new(blanks.end - if change > 0 { count } else { 0 }, blanks.end);
        let replacement = if change > 0 { String::new() } else { " ".repeat(count) };
        fitted.push(Edit { span, replacement });
    }
    fitted.sort_by_key(|edit| edit.span);
    Some(fitted)
}

/// Whether a change stands in a cell of a table.
fn is_in_cell(document: &Document, span: Span) -> bool {
    let cells = document.blocks.iter().filter(|block| block.kind == BlockKind::TableCell);
    cells.into_iter().any(|cell| cell.span.start <= span.end && span.start <= cell.span.end)
}

/// The blanks between the text of a cell, which goes on at `offset`, and the next column; none in
/// the last column of a simple table, which may be as wide as it likes.
fn blanks(text: &str, offset: usize) -> Option<Span> {
    let start = text.get(..offset)?.rfind('\n').map_or(0, |at| at + 1);
    let line = text.get(start..)?.split(['\n', '\r']).next()?;
    let indent = line.len() - line.trim_start().len();
    let signs: Vec<(usize, char)> = line.char_indices().collect();
    let here = signs.iter().position(|(at, _)| start + at >= offset).unwrap_or(signs.len());
    let is_grid = line.get(indent..)?.starts_with(['|', '+']);
    let above = text.get(..start)?.lines().rev().map(|line| line.get(indent..).unwrap_or_default());
    let columns: Vec<usize> = if is_grid {
        above
            .take_while(|line| line.starts_with(['|', '+']))
            .flat_map(tables::grid_columns)
            .collect()
    } else {
        let mut above = above;
        let border = above.find(|line| tables::is_simple_border(line))?;
        tables::simple_columns(border).collect()
    };
    let is_end = |column: &usize| {
        *column >= here && (!is_grid || signs.get(*column).is_some_and(|(_, sign)| *sign == '|'))
    };
    let end = columns.into_iter().map(|column| column + indent).filter(is_end).min()?;
    let end = signs.get(end).map(|(at, _)| *at)?;
    let before = line.get(..end)?.trim_end_matches(' ').len().max(offset - start);
    Some(Span::new(start + before, start + end))
}
