//! `todo` for people: a line where, a line what.

use std::io;

use super::{
    super::{Page, columns, location},
    Work,
};
use crate::model::{Finding, Message};

/// What stands before the text of an item.
const INDENT: &str = "    ";

pub(super) fn write(work: &Work<'_>, page: &mut Page<'_>) -> io::Result<()> {
    for finding in &work.items {
        write_item(finding, page)?;
    }
    page.message(&Message::new("todo-summary").with("count", work.items.len()))
}

fn write_item(finding: &Finding, page: &mut Page<'_>) -> io::Result<()> {
    let place = finding.target.as_ref().or(finding.source.as_ref());
    page.styled(page.palette().path, &place.map(location::path_and_line).unwrap_or_default())?;
    page.text("  ")?;
    page.styled(page.palette().strong, &page.messages().text(&finding.message))?;
    page.end_line()?;
    if let Some(text) = excerpt(finding) {
        let room = page.width().saturating_sub(INDENT.len());
        page.line(&format!("{INDENT}{}", columns::cut(&text, room)))?;
    }
    Ok(())
}

/// The text to translate or to look at, on one line.
fn excerpt(finding: &Finding) -> Option<String> {
    let texts = [&finding.source, &finding.target].into_iter().flatten().map(|place| &place.text);
    let folded = texts.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
    folded.into_iter().find(|text| !text.is_empty())
}
