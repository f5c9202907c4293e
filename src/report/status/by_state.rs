//! `status --by state`: how many segments are in each state.

use std::io;

use super::{
    super::{Page, columns},
    StatusReport,
    human::{bar, total, write_notes},
};

const COUNT_WIDTH: usize = 10;

pub(super) fn write(report: &StatusReport<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let segments = total(report).segments;
    // In the order of the work: what is still to do, what waits for somebody, what is done.
    let counts = [
        ("untranslated", segments.untranslated),
        ("stale", segments.stale),
        ("edited", segments.edited),
        ("unconfirmed", segments.unconfirmed),
        ("confirmed", segments.confirmed),
        ("approved", segments.approved),
        ("omitted", segments.omitted),
        ("added", segments.added),
        ("extra", segments.extra - segments.orphan),
        ("orphan", segments.orphan),
    ];
    let name = |state: &str| page.messages().phrase(&format!("page-state-{state}"));
    let rows: Vec<(String, usize)> =
        counts.into_iter().filter(|(_, count)| *count > 0).map(|(s, n)| (name(s), n)).collect();
    let all: usize = rows.iter().map(|(_, count)| count).sum();
    let heads = ["status-state", "status-segments"].map(|id| page.messages().phrase(id));
    let names = rows.iter().map(|(name, _)| name).chain([&heads[0]]);
    let width = names.map(|name| columns::width(name)).max().unwrap_or_default();
    let head = columns::left(&heads[0], width) + &columns::right(&heads[1], COUNT_WIDTH);
    page.styled(page.palette().faint, &head)?;
    page.end_line()?;
    for (name, count) in rows {
        let percent = (count * 100).checked_div(all).unwrap_or_default();
        let count = columns::right(&count.to_string(), COUNT_WIDTH);
        page.line(&format!(
            "{}{count}  {} {percent:3}%",
            columns::left(&name, width),
            bar(percent)
        ))?;
    }
    write_notes(report, page)
}
