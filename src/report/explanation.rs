//! What the kinds of findings mean.

use std::io;

use super::{Page, columns};
use crate::{
    checks::{Rule, rules},
    model::{Message, Severity},
};

/// All kinds of findings, a line each.
///
/// # Errors
/// When the output cannot be written.
pub fn list(page: &mut Page<'_>) -> io::Result<()> {
    let longest = rules().map(|rule| rule.code.as_str().len()).max().unwrap_or(0);
    for rule in rules() {
        page.styled(page.palette().strong, &columns::left(rule.code.as_str(), longest))?;
        page.text("  ")?;
        page.text(&columns::left(&level(rule.severity, page), 8))?;
        page.line(&part(rule, ".title", page))?;
    }
    page.end_line()?;
    page.message(&Message::new("explain-hint"))
}

/// One kind: its title, its usual level, what it means, how to cure and how to silence it.
///
/// # Errors
/// When the output cannot be written.
pub fn of(rule: &Rule, page: &mut Page<'_>) -> io::Result<()> {
    let (title, level) = (part(rule, ".title", page), level(rule.severity, page));
    page.styled(page.palette().strong, rule.code.as_str())?;
    page.line(&format!(" ({level}): {title}"))?;
    page.end_line()?;
    page.line(&part(rule, "", page))?;
    page.end_line()?;
    page.message(&Message::new("explain-silence").with("code", rule.code.as_str()))
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
