//! `status` for people: a table that fits 80 columns and needs no colour.

use std::{cmp::Reverse, collections::BTreeMap, io};

use anstyle::Style;

use super::{
    super::{Page, columns},
    Order, StatusReport,
    tally::{Segments, Tally},
};
use crate::model::{DocumentReport, Message, RepoPath, State};

/// What the table has a row for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// Every document, below its folder.
    Documents,
    /// Every folder.
    Folders,
    /// Every state that a segment can be in.
    States,
}

/// More documents than this are summed by folder unless the user wants to see each.
const MANY: usize = 60;
/// Cells of the progress bar.
const BAR: usize = 10;
/// The columns of the four counts.
const COUNT_WIDTHS: [usize; 4] = [8, 6, 6, 6];
const WORDS_WIDTH: usize = 8;
/// Two spaces, the bar in its brackets, a space, `100%`.
const DONE_WIDTH: usize = 2 + BAR + 2 + 1 + 4;
const NAME_LEAST: usize = 20;
/// The column of what a policy asks to be decided, for which long names are shortened more.
const DECIDED_WIDTH: usize = 11;
const NAME_LEAST_BESIDE: usize = 16;

/// A line of the table.
struct Row<'a> {
    name: String,
    tally: Tally,
    style: Style,
    /// The document, unless the row sums several.
    document: Option<&'a DocumentReport>,
}

pub(super) fn write(
    report: &StatusReport<'_>,
    order: Order,
    rows: Option<Rows>,
    page: &mut Page<'_>,
) -> io::Result<()> {
    let mut table = table(report, order, rows, page);
    table.push(total_row(report, page));
    let layout = Layout::of(&table, report.required, page);
    write_header(layout, page)?;
    for row in &table {
        write_row(row, layout, page)?;
    }
    write_notes(report, page)
}

/// The rows without the total.
fn table<'a>(
    report: &StatusReport<'a>,
    order: Order,
    rows: Option<Rows>,
    page: &Page<'_>,
) -> Vec<Row<'a>> {
    let is_long = report.documents.len() > MANY && order == Order::Path;
    let usual = if is_long { Rows::Folders } else { Rows::Documents };
    match (rows.unwrap_or(usual), order) {
        (Rows::Folders, _) => folder_rows(report, order, page),
        (_, Order::Path) => tree(report, page),
        (_, Order::Worst) => worst_first(report),
    }
}

fn total_row<'a>(report: &StatusReport<'_>, page: &Page<'_>) -> Row<'a> {
    let count = Message::new("status-total").with("count", report.documents.len());
    Row {
        name: page.messages().text(&count),
        tally: total(report),
        style: page.palette().strong,
        document: None,
    }
}

pub(super) fn total(report: &StatusReport<'_>) -> Tally {
    let tallies: Vec<Tally> = report.documents.iter().map(Tally::of).collect();
    Tally::sum(&tallies)
}

/// Folders with their documents below them, each folder with its sum.
fn tree<'a>(report: &StatusReport<'a>, page: &Page<'_>) -> Vec<Row<'a>> {
    let folders = by_folder(report);
    let is_flat = folders.len() < 2;
    let mut rows = Vec::new();
    for (folder, documents) in folders {
        let indent = if is_flat { "" } else { "  " };
        let below: Vec<Row<'_>> = documents
            .into_iter()
            .map(|document| {
                let name = name(document).map_or("", RepoPath::file_name);
                let name = if is_flat { full_name(document) } else { name.to_owned() };
                Row { name: format!("{indent}{name}"), ..row(document) }
            })
            .collect();
        if !is_flat {
            rows.push(folder_row(folder, below.iter().map(|row| &row.tally), page));
        }
        rows.extend(below);
    }
    rows
}

fn folder_rows<'a>(report: &StatusReport<'a>, order: Order, page: &Page<'_>) -> Vec<Row<'a>> {
    let folders = by_folder(report).into_iter().map(|(folder, documents)| {
        let tallies: Vec<Tally> = documents.into_iter().map(Tally::of).collect();
        folder_row(folder, &tallies, page)
    });
    let mut rows: Vec<Row<'_>> = folders.collect();
    if order == Order::Worst {
        rows.sort_by_key(|row| Reverse(urgency(&row.tally)));
    }
    rows
}

fn worst_first<'a>(report: &StatusReport<'a>) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'_>> = report.documents.iter().map(row).collect();
    rows.sort_by_key(|row| Reverse(urgency(&row.tally)));
    rows
}

/// How much there is to do: words first, then errors, then warnings.
const fn urgency(tally: &Tally) -> (usize, usize, usize) {
    (tally.words_open(), tally.findings.error, tally.findings.warn)
}

fn by_folder<'a>(report: &StatusReport<'a>) -> BTreeMap<&'a str, Vec<&'a DocumentReport>> {
    let mut folders: BTreeMap<&str, Vec<&DocumentReport>> = BTreeMap::new();
    for document in report.documents {
        let folder = name(document).map_or("", RepoPath::folder);
        folders.entry(folder).or_default().push(document);
    }
    folders
}

fn folder_row<'a, 'b>(
    folder: &str,
    tallies: impl IntoIterator<Item = &'b Tally>,
    page: &Page<'_>,
) -> Row<'a> {
    let name = if folder.is_empty() { "./".to_owned() } else { format!("{folder}/") };
    Row { name, tally: Tally::sum(tallies), style: page.palette().strong, document: None }
}

fn row(document: &DocumentReport) -> Row<'_> {
    Row {
        name: full_name(document),
        tally: Tally::of(document),
        style: Style::new(),
        document: Some(document),
    }
}

fn full_name(document: &DocumentReport) -> String {
    name(document).map(ToString::to_string).unwrap_or_default()
}

fn name(document: &DocumentReport) -> Option<&RepoPath> {
    document.pair.path()
}

/// How a table is laid out.
#[derive(Clone, Copy)]
struct Layout {
    name_width: usize,
    /// What has a column because some policy asks for it.
    required: Option<State>,
}

impl Layout {
    /// The names as wide as the longest, and as narrow as the page wants them.
    fn of(rows: &[Row<'_>], required: Option<State>, page: &Page<'_>) -> Self {
        let (decided, least) =
            if required.is_some() { (DECIDED_WIDTH, NAME_LEAST_BESIDE) } else { (0, NAME_LEAST) };
        let counts: usize = COUNT_WIDTHS.iter().sum();
        let left = page.width().saturating_sub(counts + decided + WORDS_WIDTH + DONE_WIDTH);
        let longest = rows.iter().map(|row| columns::width(&row.name)).max().unwrap_or(0);
        Self { name_width: longest.clamp(least, left.max(least)), required }
    }
}

fn write_header(layout: Layout, page: &mut Page<'_>) -> io::Result<()> {
    let word = |id: &'static str| page.messages().phrase(id);
    let mut header = columns::left(&word("status-document"), layout.name_width);
    header.push_str(&columns::right(&word("status-words"), WORDS_WIDTH));
    header.push_str(&columns::left(&format!("  {}", word("status-done")), DONE_WIDTH));
    if let Some(required) = layout.required {
        let is_approval = required == State::Approved;
        let id = if is_approval { "status-approved" } else { "status-confirmed" };
        header.push_str(&columns::right(&word(id), DECIDED_WIDTH));
    }
    let counts = ["status-missing", "status-stale", "status-terms", "status-other"];
    for (id, width) in counts.into_iter().zip(COUNT_WIDTHS) {
        header.push_str(&columns::right(&word(id), width));
    }
    page.styled(page.palette().faint, header.trim_end())?;
    page.end_line()
}

fn write_row(row: &Row<'_>, layout: Layout, page: &mut Page<'_>) -> io::Result<()> {
    let Tally { segments, words, terms, other, .. } = row.tally;
    let Layout { name_width, required } = layout;
    let name = columns::left(&columns::shorten(&row.name, name_width), name_width);
    page.styled(row.style, &name)?;
    page.text(&columns::right(&words.total.to_string(), WORDS_WIDTH))?;
    page.text("  ")?;
    write_done(row, page)?;
    let palette = page.palette();
    if let Some(required) = required {
        let share = segments.decided(required).map_or_else(|| "-".into(), |it| format!("{it}%"));
        page.text(&columns::right(&share, DECIDED_WIDTH))?;
    }
    let cells = [
        (segments.untranslated, palette.error),
        (segments.stale, palette.error),
        (terms, palette.warn),
        (other, palette.warn),
    ];
    for ((count, style), width) in cells.into_iter().zip(COUNT_WIDTHS) {
        let (text, style) =
            if count == 0 { ("-".to_owned(), palette.faint) } else { (count.to_string(), style) };
        page.styled(style, &columns::right(&text, width))?;
    }
    page.end_line()
}

/// The bar and the percentage, or why there is none.
fn write_done(row: &Row<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let lacks_file = row.document.is_some_and(|document| {
        let roles = |sides| document.pair.direction().roles(sides);
        let named = (document.pair.source.is_some(), document.pair.target.is_some());
        let read = (document.source.is_some(), document.target.is_some());
        !roles(named).0 || !roles(read).0
    });
    let width = DONE_WIDTH - 2;
    let Some(percent) = row.tally.percent().filter(|_| !lacks_file) else {
        return page.styled(page.palette().faint, &columns::left("-", width));
    };
    let style = if percent == 100 { page.palette().good } else { Style::new() };
    page.styled(style, &columns::left(&format!("{} {percent:3}%", bar(percent)), width))
}

/// `[#######>..]`: a cell is full when all its tenth is done.
pub(super) fn bar(percent: usize) -> String {
    let full = percent * BAR / 100;
    let head = if percent == 0 || full == BAR { "" } else { ">" };
    let rest = BAR - full - head.len();
    format!("[{}{head}{}]", "#".repeat(full), ".".repeat(rest))
}

/// What the numbers do not say: files that are missing, what waits for confirmation, what could
/// not be known.
pub(super) fn write_notes(report: &StatusReport<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let Segments { unconfirmed, edited, confirmed, approved, .. } = total(report).segments;
    let lacking = |lacks: fn((bool, bool)) -> bool| {
        let sides = |document: &&DocumentReport| {
            let pair = &document.pair;
            pair.direction().roles((pair.source.is_none(), pair.target.is_none()))
        };
        report.documents.iter().filter(|document| lacks(sides(document))).count()
    };
    let has_ledger = confirmed + approved > 0;
    let notes = [
        ("status-note-missing", lacking(|(_, translation)| translation)),
        ("status-note-orphans", lacking(|(original, _)| original)),
        ("status-note-unconfirmed", if has_ledger { unconfirmed } else { 0 }),
        ("status-note-edited", edited),
    ];
    for (id, count) in notes.into_iter().filter(|(_, count)| *count > 0) {
        page.message(&Message::new(id).with("count", count))?;
    }
    for document in report.documents.iter().filter(|document| document.pair.renamed) {
        write_renamed(document, page)?;
    }
    for diagnostic in report.diagnostics {
        page.message(&diagnostic.message)?;
    }
    Ok(())
}

fn write_renamed(document: &DocumentReport, page: &mut Page<'_>) -> io::Result<()> {
    let path = |side: &Option<RepoPath>| side.as_ref().map(ToString::to_string).unwrap_or_default();
    page.message(
        &Message::new("status-note-renamed")
            .with("source", path(&document.pair.source))
            .with("target", path(&document.pair.target)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_is_full_only_when_all_is_done() {
        for (percent, expected) in [
            (0, "[..........]"),
            (3, "[>.........]"),
            (71, "[#######>..]"),
            (99, "[#########>]"),
            (100, "[##########]"),
        ] {
            assert_eq!(bar(percent), expected);
        }
    }
}
