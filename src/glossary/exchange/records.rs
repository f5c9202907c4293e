//! Comma-separated values (RFC 4180), read strictly.
//!
//! A quotation mark that is never closed swallows the rest of a file without a word where readers
//! are lenient; here it is an error at its place, and so is what follows a closed one.

use crate::model::{Message, Problem, Span};

/// A cell without its quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) text: String,
    /// Where it stands, with its quotation marks.
    pub(super) span: Span,
}

/// The cells of a row.
pub(super) type Record = Vec<Cell>;

/// The rows of `text` in which there is anything. A row that is never closed is none.
pub(super) fn records(text: &str, delimiter: char, errors: &mut Vec<Problem>) -> Vec<Record> {
    let at = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut reader = Reader { text, delimiter, at, errors, is_open: false };
    let mut records = Vec::new();
    while reader.at < text.len() {
        records.push(reader.record());
    }
    if reader.is_open {
        records.pop();
    }
    records.retain(|record| record.iter().any(|cell| !cell.text.trim().is_empty()));
    records
}

struct Reader<'a> {
    text: &'a str,
    delimiter: char,
    at: usize,
    errors: &'a mut Vec<Problem>,
    /// Whether the last cell is cut off by the end of the file.
    is_open: bool,
}

impl Reader<'_> {
    fn record(&mut self) -> Record {
        let mut cells = vec![self.cell()];
        while self.take(self.delimiter) {
            cells.push(self.cell());
        }
        let _ = self.take('\r') | self.take('\n');
        cells
    }

    fn cell(&mut self) -> Cell {
        let start = self.at;
        let text = if self.take('"') { self.quoted() } else { self.plain().to_owned() };
        Cell { text, span: Span::new(start, self.at) }
    }

    /// All up to the end of the cell.
    fn plain(&mut self) -> &str {
        let rest = &self.text[self.at..];
        let length = rest.find([self.delimiter, '\r', '\n']).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    /// A cell whose opening mark is read.
    fn quoted(&mut self) -> String {
        let open = self.at - 1;
        let mut text = String::new();
        while let Some(length) = self.text[self.at..].find('"') {
            text.push_str(&self.text[self.at..self.at + length]);
            self.at += length + 1;
            if !self.take('"') {
                self.end_of_quoted();
                return text.replace("\r\n", "\n");
            }
            text.push('"');
        }
        self.at = self.text.len();
        self.is_open = true;
        self.report(Span::new(open, open + 1), "exchange-quote-open");
        text
    }

    /// Nothing may stand between a closing mark and the end of the cell.
    fn end_of_quoted(&mut self) {
        let start = self.at;
        if !self.plain().is_empty() {
            self.report(Span::new(start, self.at), "exchange-quote-text");
        }
    }

    fn take(&mut self, expected: char) -> bool {
        let found = self.text[self.at..].starts_with(expected);
        if found {
            self.at += expected.len_utf8();
        }
        found
    }

    fn report(&mut self, span: Span, message: &'static str) {
        self.errors.push(Problem { span, message: Message::new(message) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<Vec<String>>, Vec<(usize, String)>) {
        let mut errors = Vec::new();
        let records = records(text, ',', &mut errors);
        let texts = records.into_iter().map(|record| record.into_iter().map(|cell| cell.text));
        let errors = errors.into_iter().map(|e| (e.span.start, e.message.id.into_owned()));
        (texts.map(Iterator::collect).collect(), errors.collect())
    }

    #[test]
    fn quotation_marks_hold_delimiters_and_line_breaks() {
        let (records, errors) = read("\u{feff}a,\"b, \"\"c\"\"\"\r\n\r\n\"d\r\ne\",\r\n");
        assert_eq!(records, [["a", "b, \"c\""], ["d\ne", ""]]);
        assert_eq!(errors, []);
    }

    #[test]
    fn broken_quotation_marks_are_errors() {
        assert_eq!(read("a,\"b\n").1, [(2, "exchange-quote-open".to_owned())]);
        assert_eq!(read("a,\"b\"c\nd,e\n").1, [(5, "exchange-quote-text".to_owned())]);
    }
}
