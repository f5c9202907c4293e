//! Translations whose original has changed since they were made.

use std::ops::Range;

use super::{Check, Findings, Rule, Scope, View, findings::Draft};
use crate::{
    model::{Change, Commit, Document, Grade, Message, Place, Severity, Span, State},
    text::normalize::is_cyrillic,
};

const STALE: Rule = Rule::error("stale");

/// Reports each stale unit: the changed source segment, the whole translation of it, what the
/// source said. A comma matters less than a number: the grade of the change caps the severity.
pub(super) const CHECK: Check = Check { rules: &[STALE], run: Scope::View(run) };

fn run(view: &View<'_>, findings: &mut Findings<'_>) {
    let Some((source, target)) = view.documents() else { return };
    for unit in view.units.iter().filter(|unit| unit.state == State::Stale) {
        if let Some(change) = &unit.evidence.source {
            let renewed = place(source, &unit.bead.source);
            let draft = stale(change, Some(renewed), place(target, &unit.bead.target));
            findings.push(draft.graded(change.grade));
        }
    }
    for passage in view.stale_passages {
        let renewed = Some(passage.source).filter(|span| !span.is_empty());
        let renewed = renewed.map(|span| source.place(span));
        let draft = stale(&passage.change, renewed, target.place(passage.target));
        findings.push(if passage.change.grade == Grade::Extent {
            draft.at_most(extent(&passage.change, passage.source.of(&source.text)))
        } else {
            draft.graded(passage.change.grade)
        });
    }
}

fn place(document: &Document, segments: &Range<usize>) -> Place {
    document.place(document.span_of(segments).unwrap_or(Span::at(0)))
}

fn stale(change: &Change, source: Option<Place>, target: Place) -> Draft {
    let draft = Draft::new(STALE.code, Message::new("stale"));
    let draft = match source {
        Some(source) => draft.in_source(source),
        None => draft,
    };
    let draft = draft
        .in_target(target)
        .was(change.was.clone())
        .noting("grade", change.grade.as_str())
        .at_most(severity(change.grade));
    match &change.commit {
        Some(commit) => draft
            .noting("commit", commit.id.clone())
            .noting("author", commit.author.clone())
            .noting("date", date(commit)),
        None => draft,
    }
}

/// How much it matters that something was added or cut. Text that was added is reported in its own
/// right.
fn extent(change: &Change, now: &str) -> Severity {
    let is_added_text = change.was.is_empty() && now.chars().any(is_cyrillic);
    if is_added_text { Severity::Info } else { Severity::Warn }
}

const fn severity(grade: Grade) -> Severity {
    match grade {
        Grade::Typography | Grade::Spelling => Severity::Info,
        Grade::Rewording => Severity::Warn,
        _ => Severity::Error,
    }
}

/// The author's date, `2026-11-02`.
fn date(commit: &Commit) -> String {
    let days = (commit.time + i64::from(commit.offset) * 60).div_euclid(86_400);
    let (year, month, day) = civil(days);
    format!("{year:04}-{month:02}-{day:02}")
}

/// Year, month and day of a day counted from 1970-01-01, after Howard Hinnant's `civil_from_days`
/// (<https://howardhinnant.github.io/date_algorithms.html>).
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day_of_year - (153 * from_march + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::civil;

    #[test]
    fn days_are_dates() {
        for (days, date) in [
            (0, (1970, 1, 1)),
            (-1, (1969, 12, 31)),
            (11_016, (2000, 2, 29)),
            (20_454, (2026, 1, 1)),
        ] {
            assert_eq!(civil(days), date);
        }
    }
}
