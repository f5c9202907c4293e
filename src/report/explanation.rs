//! What the kinds of findings mean.

use std::io;

use super::{Page, columns, excerpt::Excerpt};
use crate::{
    checks::{Rule, rules},
    model::{Message, Severity},
};

/// All kinds of findings, a line each.
///
/// # Errors
/// When the output cannot be written.
pub fn list(page: &mut Page<'_>) -> io::Result<()> {
    let longest = |text: &dyn Fn(&Rule) -> String| {
        rules().map(|rule| columns::width(&text(rule))).max().unwrap_or(0) + 2
    };
    let codes = longest(&|rule| rule.code.to_string());
    let levels = longest(&|rule| level(rule.severity, page));
    for rule in rules() {
        page.styled(page.palette().strong, &columns::left(rule.code.as_str(), codes))?;
        page.text(&columns::left(&level(rule.severity, page), levels))?;
        page.line(&part(rule, ".title", page))?;
    }
    page.end_line()?;
    page.message(&Message::new("explain-hint"))
}

/// One kind: its title, its usual level, what it means, how to cure it and how to silence it.
///
/// # Errors
/// When the output cannot be written.
pub fn of(rule: &Rule, page: &mut Page<'_>) -> io::Result<()> {
    let (title, level) = (part(rule, ".title", page), level(rule.severity, page));
    page.styled(page.palette().strong, rule.code.as_str())?;
    page.line(&format!(" ({level}): {title}"))?;
    page.end_line()?;
    write_paragraphs(&part(rule, "", page), page)?;
    page.end_line()?;
    page.styled(page.palette().strong, &format!("{}:", page.messages().phrase("label-cure")))?;
    page.line(&format!(" {}", part(rule, ".cure", page)))?;
    page.end_line()?;
    page.message(&Message::new("explain-silence").with("code", rule.code.as_str()))
}

/// Writes each line of `text` within the width of the page.
fn write_paragraphs(text: &str, page: &mut Page<'_>) -> io::Result<()> {
    for paragraph in text.lines() {
        if paragraph.is_empty() {
            page.end_line()?;
        }
        for line in Excerpt::plain(paragraph).wrapped(page.width()) {
            page.line(&line)?;
        }
    }
    Ok(())
}

fn part(rule: &Rule, part: &str, page: &Page<'_>) -> String {
    page.messages().text(&Message::new(format!("explain-{}{part}", rule.code)))
}

fn level(severity: Option<Severity>, page: &Page<'_>) -> String {
    page.messages().phrase(match severity {
        Some(Severity::Error) => "severity-error",
        Some(Severity::Warn) => "severity-warn",
        Some(Severity::Info) => "severity-info",
        None => "severity-off",
    })
}
