//! Tables between `|===`: cells begin with a bar, several in a line or one.

use std::ops::Range;

use super::{Reader, inline};
use crate::{
    formats::{builder::RawBlock, prose::Prose},
    model::{BlockKind, Span},
};

impl Reader<'_> {
    /// Reads the lines of a table.
    pub(super) fn table(&mut self, range: Range<usize>) {
        let mut cells: Vec<(usize, Vec<Span>)> = Vec::new();
        // Cells of one line, or of lines without an empty one between, stand in one row.
        let mut row = self.span(range.start).start;
        let is_wide = range.clone().any(|at| self.content(at).matches('|').count() > 1);
        for at in range {
            let (line, content) = (self.span(at), self.content(at));
            if content.is_empty() || is_wide {
                row = line.start;
            }
            let mut start = 0;
            for (index, part) in content.split('|').enumerate() {
                let span = Span::new(line.start + start, line.start + start + part.len());
                start += part.len() + 1;
                match (index, cells.last_mut()) {
                    (0, Some((_, lines))) if !is_specification(part) => lines.push(span),
                    (0, _) => {}
                    _ => cells.push((row, vec![span])),
                }
            }
        }
        for (row, spans) in cells {
            self.cell(row, &spans);
        }
    }

    fn cell(&mut self, row: usize, spans: &[Span]) {
        let mut raw = Prose::default();
        for span in spans {
            let content = span.of(self.text);
            let trimmed = content.trim();
            let start = span.start + content.len() - content.trim_start().len();
            // What is said of the next cell, as `2+` or `a`, stands before its bar.
            let text = trimmed.rsplit_once(' ').filter(|(_, last)| is_specification(last));
            let text = text.map_or(trimmed, |(text, _)| text.trim_end());
            if !text.is_empty() {
                if raw.len() > 0 {
                    raw.push_break(Span::at(start));
                }
                raw.push(text, Span::new(start, start + text.len()));
            }
        }
        let Some(span) = raw.extent() else { return };
        let (prose, verbatims) = inline::read(&raw);
        let block = RawBlock::bare(BlockKind::TableCell, span, 0);
        self.parsed.blocks.push(RawBlock { row: Some(row), prose, verbatims, ..block });
    }
}

/// Whether a text before a bar says how the cell after it is set.
fn is_specification(text: &str) -> bool {
    let text = text.trim();
    let signs = |c: char| c.is_ascii_digit() || ".+*<>^".contains(c);
    let rest = text.trim_start_matches(signs);
    let is_style = rest.is_empty() || (rest.len() == 1 && "adehlmsv".contains(rest));
    is_style
        && (text.is_empty() || text.contains(['+', '*', '<', '>', '^']) || rest.len() == text.len())
}
