//! Tables: drawn as a grid, or simple ones between lines of equals signs.
//!
//! Cells stand in columns, so that a cell of several lines is cut out of each of them. What stands
//! in a cell is read as any body is.

use std::{collections::BTreeMap, ops::Range};

use super::{
    Place, Reader,
    lines::{self, Line},
};
use crate::model::{BlockKind, Span};

/// A cell that is open: the rows of borders above it, and its lines.
#[derive(Debug, Default)]
struct Cell {
    row: usize,
    lines: Vec<Line>,
}

impl Reader<'_> {
    /// The table that begins at a line; gives where it ends.
    pub(super) fn table(
        &mut self,
        at: usize,
        end: usize,
        indent: usize,
        place: &Place,
    ) -> Option<usize> {
        let content = self.content(at);
        if is_grid_border(content) {
            let after = self.paragraph_end(at, end, indent);
            self.grid(at..after, place);
            return Some(after);
        }
        if !is_simple_border(content) {
            return None;
        }
        let borders: Vec<usize> = (at..self.indented(at, end, indent))
            .filter(|at| is_simple_border(self.content(*at)))
            .take(3)
            .collect();
        let last = *borders.last().filter(|_| borders.len() > 1)?;
        self.simple(at..last, place);
        Some(last + 1)
    }

    /// A table without lines between its cells: columns begin where the border does.
    fn simple(&mut self, range: Range<usize>, place: &Place) {
        let (border, indent) = (self.content(range.start), self.line(range.start).indent);
        let columns: Vec<usize> = simple_columns(border).collect();
        let mut rows: Vec<BTreeMap<usize, Cell>> = Vec::new();
        for at in range.clone().skip(1) {
            let content = self.content(at);
            let is_rule = !content.is_empty() && content.chars().all(|c| "=- ".contains(c));
            if is_rule || content.is_empty() {
                continue;
            }
            let shift = self.line(at).indent.saturating_sub(indent);
            let offsets = Offsets::of(self.text, self.line(at).content, shift);
            let is_gap = |column: &usize| {
                column.checked_sub(1).is_none_or(|gap| offsets.sign(gap).is_none_or(|c| c == ' '))
            };
            let starts: Vec<usize> = columns.iter().copied().filter(is_gap).collect();
            let cells = pieces(&starts, |start, end| offsets.span(start, end));
            let begins =
                cells.first().is_some_and(|(_, span)| !trimmed(self.text, *span).is_empty());
            // A row whose first cell is empty is one more line of the row above.
            if begins || rows.is_empty() {
                rows.push(BTreeMap::new());
            }
            let row = rows.len();
            if let Some(open) = rows.last_mut() {
                for (start, span) in cells {
                    let cell = open.entry(start).or_insert_with(|| Cell { row, ..Cell::default() });
                    cell.lines.push(self.line_of(span));
                }
            }
        }
        let base = self.line(range.start).content.start;
        rows.into_iter().flatten().for_each(|(_, cell)| self.cell(&cell, base, place));
    }

    /// A table drawn with lines: cells stand between bars, and may span rows and columns.
    fn grid(&mut self, range: Range<usize>, place: &Place) {
        let base = self.line(range.start).content.start;
        let mut columns: Vec<usize> =
            range.clone().flat_map(|at| grid_columns(self.content(at))).collect();
        columns.sort_unstable();
        columns.dedup();
        let mut open: BTreeMap<usize, Cell> = BTreeMap::new();
        let mut borders = 0;
        for at in range {
            borders += usize::from(self.content(at).starts_with('+'));
            let offsets = Offsets::of(self.text, self.line(at).content, 0);
            let is_bar = |column: &usize| matches!(offsets.sign(*column), Some('|' | '+'));
            let starts: Vec<usize> = columns.iter().copied().filter(is_bar).collect();
            let mut cells = pieces(&starts, |start, end| {
                let inside = start + 1;
                offsets.span(inside, end.map(|end| end.max(inside)))
            });
            // Nothing stands behind the last bar.
            cells.pop();
            for (start, span) in cells {
                let content = span.of(self.text);
                let is_border = content.starts_with(['-', '='])
                    && content.chars().all(|c| matches!(c, '-' | '=' | '+'));
                if is_border {
                    let end =
                        starts.iter().find(|end| **end > start).copied().unwrap_or(usize::MAX);
                    let closed: Vec<usize> =
                        open.range(start..end).map(|(column, _)| *column).collect();
                    for column in closed {
                        let cell = open.remove(&column).unwrap_or_default();
                        self.cell(&cell, base, place);
                    }
                } else {
                    let row = borders;
                    let cell = open.entry(start).or_insert_with(|| Cell { row, ..Cell::default() });
                    cell.lines.push(self.line_of(span));
                }
            }
        }
        open.into_values().for_each(|cell| self.cell(&cell, base, place));
    }

    /// A stretch of a line as a line of its own.
    fn line_of(&self, span: Span) -> Line {
        let content = lines::trimmed(self.text, span);
        let indent = if content.is_empty() { 0 } else { content.start - span.start };
        Line { indent, content }
    }

    /// What stands in a cell: a text, or a body of its own.
    fn cell(&mut self, cell: &Cell, base: usize, place: &Place) {
        // Rows of all tables have numbers of their own.
        let row = Some(base + cell.row);
        let kind = Some(BlockKind::TableCell);
        let place = Place { kind, row, label: None, ..place.deeper() };
        let full: Vec<Span> =
            cell.lines.iter().filter(|line| !line.is_blank()).map(|line| line.content).collect();
        if full.len() < 2 {
            self.text_block(&full, BlockKind::TableCell, &place);
            return;
        }
        let (parsed, styles) = (std::mem::take(&mut self.parsed), std::mem::take(&mut self.styles));
        let mut inner = Reader { text: self.text, lines: &cell.lines, parsed, styles };
        inner.body(0..cell.lines.len(), &place);
        let Reader { parsed, styles, .. } = inner;
        (self.parsed, self.styles) = (parsed, styles);
    }
}

/// A line of a text by its columns.
struct Offsets {
    line: Span,
    /// Where each character stands.
    at: Vec<(usize, char)>,
    /// Columns before the first.
    shift: usize,
}

impl Offsets {
    fn of(text: &str, line: Span, shift: usize) -> Self {
        Self { line, at: line.of(text).char_indices().collect(), shift }
    }

    fn sign(&self, column: usize) -> Option<char> {
        self.at.get(column.checked_sub(self.shift)?).map(|(_, sign)| *sign)
    }

    fn offset(&self, column: usize) -> usize {
        let index = column.saturating_sub(self.shift);
        self.at.get(index).map_or(self.line.end, |(at, _)| self.line.start + at)
    }

    /// The bytes from a column up to another, or to the end.
    fn span(&self, start: usize, end: Option<usize>) -> Span {
        let start = self.offset(start);
        Span::new(start, end.map_or(self.line.end, |end| self.offset(end)).max(start))
    }
}

/// The stretches that begin at columns, each up to the next.
fn pieces(starts: &[usize], span: impl Fn(usize, Option<usize>) -> Span) -> Vec<(usize, Span)> {
    let ends = starts.iter().skip(1).copied().map(Some).chain([None]);
    starts.iter().copied().zip(ends).map(|(start, end)| (start, span(start, end))).collect()
}

fn trimmed(text: &str, span: Span) -> Span {
    lines::trimmed(text, span)
}

/// Whether a line is the border of a grid.
pub(super) fn is_grid_border(line: &str) -> bool {
    (line.starts_with("+-") || line.starts_with("+=")) && line.ends_with('+')
}

/// Whether a line is the border of a simple table.
pub(super) fn is_simple_border(line: &str) -> bool {
    line.contains(' ') && line.starts_with('=') && line.chars().all(|c| matches!(c, '=' | ' '))
}

/// The columns of the bars of a grid, as a border shows them.
pub(super) fn grid_columns(line: &str) -> impl Iterator<Item = usize> {
    let is_border = line.starts_with('+') || line.contains("+-");
    let signs = line.chars().enumerate().filter(move |(_, sign)| is_border && *sign == '+');
    signs.map(|(column, _)| column)
}

/// The columns in which the cells of a simple table begin.
pub(super) fn simple_columns(border: &str) -> impl Iterator<Item = usize> {
    [0].into_iter().chain(border.match_indices(" =").map(|(at, _)| at + 1))
}
