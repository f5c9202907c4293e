//! Tables: drawn as a grid, or simple ones between lines of equals signs.

use std::ops::Range;

use super::{Place, Reader, lines};
use crate::model::{BlockKind, Span};

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
        if content.starts_with("+-") && content.ends_with('+') {
            let after = self.paragraph_end(at, end, indent);
            self.grid(at..after, place);
            return Some(after);
        }
        let is_border = |line: &str| {
            line.contains(' ')
                && line.starts_with('=')
                && line.chars().all(|c| matches!(c, '=' | ' '))
        };
        if !is_border(content) {
            return None;
        }
        let borders: Vec<usize> = (at..self.indented(at, end, indent))
            .filter(|at| is_border(self.content(*at)))
            .take(3)
            .collect();
        let last = *borders.last().filter(|_| borders.len() > 1)?;
        self.simple(at..last, place);
        Some(last + 1)
    }

    /// A table without lines between its cells: columns begin where the border does.
    fn simple(&mut self, range: Range<usize>, place: &Place) {
        let (border, indent) = (self.content(range.start), self.line(range.start).indent);
        let mut columns: Vec<usize> = vec![0];
        columns.extend(border.match_indices(" =").map(|(at, _)| at + 1));
        let mut rows: Vec<Vec<Vec<Span>>> = Vec::new();
        for at in range.skip(1) {
            let content = self.content(at);
            let is_rule = !content.is_empty() && content.chars().all(|c| "=- ".contains(c));
            if is_rule || content.is_empty() {
                continue;
            }
            let cells = self.cells(at, &columns, self.line(at).indent.saturating_sub(indent));
            // A row whose first cell is empty is one more line of the row above.
            let goes_on = cells.first().is_some_and(|cell| cell.is_empty());
            match rows.last_mut().filter(|_| goes_on) {
                Some(row) => row.iter_mut().zip(cells).for_each(|(cell, more)| {
                    cell.extend((!more.is_empty()).then_some(more));
                }),
                None => rows.push(cells.into_iter().map(|cell| vec![cell]).collect()),
            }
        }
        self.rows(rows, place);
    }

    /// The stretches of a line that stand in the columns.
    fn cells(&self, at: usize, columns: &[usize], shift: usize) -> Vec<Span> {
        let line = self.line(at).content;
        let content = line.of(self.text);
        let offset = |column: usize| {
            let column = column.saturating_sub(shift);
            content.char_indices().nth(column).map_or(content.len(), |(at, _)| at)
        };
        let ends = columns.iter().skip(1).copied().map(Some).chain([None]);
        let cell = |(start, end): (&usize, Option<usize>)| {
            let (start, end) = (offset(*start), end.map_or(content.len(), offset));
            lines::trimmed(self.text, Span::new(line.start + start, line.start + end.max(start)))
        };
        columns.iter().zip(ends).map(cell).collect()
    }

    /// A table drawn with lines: cells stand between bars.
    fn grid(&mut self, range: Range<usize>, place: &Place) {
        let mut rows: Vec<Vec<Vec<Span>>> = Vec::new();
        let mut is_new = true;
        for at in range {
            let content = self.content(at);
            if content.starts_with('+') {
                is_new = true;
                continue;
            }
            let line = self.line(at).content;
            let mut cells = Vec::new();
            let mut start = line.start + usize::from(content.starts_with('|'));
            for cell in content.trim_start_matches('|').split('|') {
                let span = Span::new(start, start + cell.len());
                cells.push(lines::trimmed(self.text, span));
                start += cell.len() + 1;
            }
            cells.pop();
            match rows.last_mut().filter(|row| !is_new && row.len() == cells.len()) {
                Some(row) => row.iter_mut().zip(cells).for_each(|(cell, more)| cell.push(more)),
                None => rows.push(cells.into_iter().map(|cell| vec![cell]).collect()),
            }
            is_new = false;
        }
        self.rows(rows, place);
    }

    fn rows(&mut self, rows: Vec<Vec<Vec<Span>>>, place: &Place) {
        let first =
            rows.iter().flatten().flatten().map(|span| span.start).next().unwrap_or_default();
        for (number, row) in rows.into_iter().enumerate() {
            for cell in row {
                // Rows of all tables have numbers of their own.
                let place = Place { row: Some(first + number), label: None, ..place.clone() };
                self.text_block(&cell, BlockKind::TableCell, &place);
            }
        }
    }
}
