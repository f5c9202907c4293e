//! `check` for people: each finding with its two texts, the change and the cure.

use std::io;

use anstyle::Style;

use super::{
    super::{Page, excerpt::Excerpt, location, record::Severities},
    CheckReport, change,
};
use crate::model::{Finding, Message, Place, Severity};

pub(super) fn write(report: &CheckReport<'_>, page: &mut Page<'_>) -> io::Result<()> {
    report.each(|_, finding| {
        if report.with_remarks || finding.severity > Severity::Info {
            write_finding(finding, page)?;
            page.end_line()?;
        }
        Ok(())
    })?;
    if report.with_summary { write_summary(report, page) } else { Ok(()) }
}

/// One finding: what, where in the original, where in the translation, what to do.
fn write_finding(finding: &Finding, page: &mut Page<'_>) -> io::Result<()> {
    write_heading(finding, page)?;
    for place in [&finding.source, &finding.target].into_iter().flatten() {
        write_path(place, page)?;
        excerpt(finding, place).write(page)?;
    }
    if let (None, Some(was)) = (finding.original(), &finding.was) {
        page.line(&format!("  {}", page.messages().phrase("label-deleted-source")))?;
        Excerpt::plain(was).write(page)?;
    }
    write_cure(finding, page)
}

fn write_heading(finding: &Finding, page: &mut Page<'_>) -> io::Result<()> {
    let (label, style) = severity(finding.severity, page);
    page.styled(style, &format!("{label}[{}]", finding.code))?;
    let message = page.messages().text(&finding.message);
    page.styled(page.palette().strong, &format!(": {message}"))?;
    page.end_line()
}

/// The severity's name and style.
pub(super) fn severity(severity: Severity, page: &Page<'_>) -> (String, Style) {
    let palette = page.palette();
    let (id, style) = match severity {
        Severity::Error => ("severity-error", palette.error),
        Severity::Warn => ("severity-warn", palette.warn),
        Severity::Info => ("severity-info", palette.info),
    };
    (page.messages().text(&Message::new(id)), style)
}

fn write_path(place: &Place, page: &mut Page<'_>) -> io::Result<()> {
    page.text("  ")?;
    page.styled(page.palette().path, &location::named(place))?;
    page.end_line()
}

/// A side; where it changed since it was translated, how.
fn excerpt(finding: &Finding, place: &Place) -> Excerpt {
    match change::earlier(finding, place) {
        Some(was) => Excerpt::diff(was, change::prose(place)),
        None => Excerpt::of(place),
    }
}

/// What to do.
fn write_cure(finding: &Finding, page: &mut Page<'_>) -> io::Result<()> {
    let Some(cure) = page.messages().cure(finding) else { return Ok(()) };
    page.text("  ")?;
    page.styled(page.palette().strong, &format!("{}:", page.messages().phrase("label-cure")))?;
    page.line(&format!(" {cure}"))
}

/// How much was found.
pub(super) fn write_summary(report: &CheckReport<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let (mut severities, mut fixable) = (Severities::default(), 0);
    report.each(|_, finding| {
        severities += Severities::of([finding]);
        fixable += usize::from(finding.fix.is_some());
        Ok(())
    })?;
    let Severities { error, warn, info } = severities;
    let id = match error + warn {
        0 if report.is_whole => "check-clean",
        0 => "check-clean-so-far",
        _ => "check-summary",
    };
    page.message(
        &Message::new(id)
            .with("errors", error)
            .with("warnings", warn)
            .with("documents", report.documents.len()),
    )?;
    if fixable > 0 {
        page.message(&Message::new("check-fixable").with("count", fixable))?;
    }
    if report.accepted > 0 {
        page.message(&Message::new("check-accepted").with("count", report.accepted))?;
    }
    if info > 0 && !report.with_remarks {
        page.message(&Message::new("check-remarks-hidden").with("count", info))?;
    }
    Ok(())
}
