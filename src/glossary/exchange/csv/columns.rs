//! The columns of a table of terms, which its first row names in any order.

use super::write::FORMULA;
use crate::{
    glossary::exchange::{
        reading::Reading,
        records::{Cell, Record, records},
    },
    model::{Message, Span},
    toml_source::nearest,
};

/// The columns in the order in which they are written, by the names that term files use.
pub(super) const COLUMNS: [&str; 20] = [
    "id",
    "ru",
    "derived",
    "forms",
    "not_forms",
    "en",
    "status",
    "variants",
    "for",
    "except",
    "definition",
    "domain",
    "level",
    "scope",
    "exclude",
    "unless",
    "case",
    "count",
    "note",
    "source",
];

/// Other names that people give to columns.
const OTHER_NAMES: [(&str, &str); 26] = [
    ("russian", "ru"),
    ("ru-ru", "ru"),
    ("original", "ru"),
    ("term", "ru"),
    ("source term", "ru"),
    ("русский", "ru"),
    ("термин", "ru"),
    ("оригинал", "ru"),
    ("english", "en"),
    ("en-us", "en"),
    ("en-gb", "en"),
    ("translation", "en"),
    ("target", "en"),
    ("target term", "en"),
    ("rendering", "en"),
    ("английский", "en"),
    ("перевод", "en"),
    ("соответствие", "en"),
    ("comment", "note"),
    ("comments", "note"),
    ("notes", "note"),
    ("комментарий", "note"),
    ("примечание", "note"),
    ("определение", "definition"),
    ("subject", "domain"),
    ("область", "domain"),
];

/// The delimiter with which the first row has most known names.
pub(super) fn delimiter(text: &str) -> char {
    let first = text.lines().next().unwrap_or_default();
    let known = |delimiter: char| {
        let cells = records(first, delimiter, &mut Vec::new()).into_iter().flatten();
        cells.filter(|cell| column(&cell.text).is_some()).count()
    };
    let better = |best: char, other| if known(other) > known(best) { other } else { best };
    [';', '\t'].into_iter().fold(',', better)
}

/// The column of a name.
fn column(name: &str) -> Option<&'static str> {
    let name = name.trim().to_lowercase();
    let other = OTHER_NAMES.iter().find(|(other, _)| *other == name).map(|(_, column)| *column);
    COLUMNS.into_iter().find(|column| *column == name).or(other)
}

/// The column of a cell of the first row. Another name counts where the name itself is not there;
/// beside `target`, `source` is the term and not where a decision comes from.
fn column_in(header: &Record, cell: &Cell) -> Option<&'static str> {
    let is_there = |name: &str| header.iter().any(|cell| is_named(cell, name));
    match column(&cell.text)? {
        "source" if is_there("target") => Some("ru").filter(|name| !is_there(name)),
        column if is_named(cell, column) || !is_there(column) => Some(column),
        _ => None,
    }
}

fn is_named(cell: &Cell, name: &str) -> bool {
    cell.text.trim().eq_ignore_ascii_case(name)
}

/// What the columns of a table are; none is one that is left out.
pub(super) struct Header(Vec<Option<&'static str>>);

impl Header {
    /// The columns that the first row names; none where there is no use in reading on.
    pub(super) fn read(record: &Record, reading: &mut Reading<'_>) -> Option<Self> {
        let mut columns = Vec::new();
        for cell in record {
            let column = column_in(record, cell);
            if column.is_none() && !cell.text.trim().is_empty() {
                reading.warning(cell.span, unknown(&cell.text));
            }
            if column.is_some() && columns.contains(&column) {
                let message = Message::new("exchange-column-twice");
                reading.error(cell.span, message.with("column", cell.text.trim()));
            }
            columns.push(column);
        }
        let is_useful = columns.contains(&Some("en"));
        if !is_useful {
            let span = record.first().map_or(Span::at(0), |cell| cell.span);
            let message = Message::new("exchange-no-header").with("known", COLUMNS.join(", "));
            reading.error(span, message);
        }
        is_useful.then_some(Self(columns))
    }

    /// A row of as many cells as there are columns.
    pub(super) fn row(&self, mut cells: Record, reading: &mut Reading<'_>) -> Option<Row<'_>> {
        cells.iter_mut().for_each(|cell| take_off_apostrophe(&mut cell.text));
        let (expected, found) = (self.0.len(), cells.len());
        let row = Row { header: self, cells };
        if expected == found {
            return Some(row);
        }
        let message = Message::new("exchange-row-length");
        reading.error(row.span(), message.with("expected", expected).with("found", found));
        None
    }
}

/// Takes off the apostrophe by which a text that looks like a formula is known to be none.
fn take_off_apostrophe(text: &mut String) {
    if text.starts_with('\'') && text.trim_start_matches('\'').starts_with(FORMULA) {
        text.remove(0);
    }
}

fn unknown(name: &str) -> Message {
    let name = name.trim();
    let message = match nearest(&name.to_lowercase(), COLUMNS) {
        Some(known) => Message::new("exchange-column-nearest").with("nearest", known),
        None => Message::new("exchange-column-unknown").with("known", COLUMNS.join(", ")),
    };
    message.with("column", name)
}

/// A row whose cells are known by the names of their columns.
pub(super) struct Row<'a> {
    header: &'a Header,
    cells: Record,
}

impl Row<'_> {
    /// The cell of a column, if there is anything in it.
    pub(super) fn get(&self, column: &str) -> Option<&Cell> {
        let place = self.header.0.iter().position(|known| *known == Some(column))?;
        self.cells.get(place).filter(|cell| !cell.text.trim().is_empty())
    }

    /// Where the row stands.
    pub(super) fn span(&self) -> Span {
        let (start, end) = (self.cells.first(), self.cells.last());
        Span::new(start.map_or(0, |cell| cell.span.start), end.map_or(0, |cell| cell.span.end))
    }
}
