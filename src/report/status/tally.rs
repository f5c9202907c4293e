//! Counts of a document, and of many.

use std::ops::AddAssign;

use schemars::JsonSchema;
use serde::Serialize;

use super::super::record::Severities;
use crate::model::{DocumentReport, Severity, State};

/// Translation units by state. `total` counts those with a source side, so it leaves `extra` and
/// `added` out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct Segments {
    pub(super) total: usize,
    pub(super) untranslated: usize,
    pub(super) stale: usize,
    pub(super) unconfirmed: usize,
    pub(super) edited: usize,
    pub(super) confirmed: usize,
    pub(super) approved: usize,
    /// Target segments without a source, those whose source was deleted among them.
    pub(super) extra: usize,
    /// Of `extra`, those whose source was deleted.
    pub(super) orphan: usize,
    pub(super) omitted: usize,
    pub(super) added: usize,
}

/// Source words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct SourceWords {
    pub(super) total: usize,
    /// In units that have a translation, stale or not.
    pub(super) translated: usize,
    /// In units whose source changed after it was translated.
    pub(super) stale: usize,
}

/// Everything that is counted of a document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct Tally {
    pub(super) segments: Segments,
    pub(super) words: SourceWords,
    pub(super) findings: Severities,
    /// Findings about terms, above remarks.
    #[serde(skip)]
    pub(super) terms: usize,
    /// Other findings above remarks that no other column of the table counts.
    #[serde(skip)]
    pub(super) other: usize,
}

/// Kinds of findings that the table counts by segments.
const COUNTED_AS_SEGMENTS: [&str; 4] =
    ["document-untranslated", "untranslated", "left-in-source-language", "stale"];

impl Tally {
    pub(super) fn of(report: &DocumentReport) -> Self {
        let words = report.words();
        let notable = || report.findings.iter().filter(|f| f.severity > Severity::Info);
        let is_term = |code: &str| code.starts_with("term-");
        let is_other = |code: &str| !is_term(code) && !COUNTED_AS_SEGMENTS.contains(&code);
        Self {
            segments: Segments::of(report),
            words: SourceWords {
                total: words.total,
                translated: words.translated,
                stale: words.stale,
            },
            findings: Severities::of(&report.findings),
            terms: notable().filter(|finding| is_term(finding.code.as_str())).count(),
            other: notable().filter(|finding| is_other(finding.code.as_str())).count(),
        }
    }

    /// The sum of many.
    pub(super) fn sum<'a>(tallies: impl IntoIterator<Item = &'a Self>) -> Self {
        tallies.into_iter().fold(Self::default(), |mut sum, tally| {
            sum += *tally;
            sum
        })
    }

    /// Source words that wait for a translator.
    pub(super) const fn words_open(&self) -> usize {
        self.words.total - self.words.translated + self.words.stale
    }

    /// The share of source words translated and not stale in whole percent, rounded down: 100
    /// means all. `None` where there are no words.
    pub(super) fn percent(&self) -> Option<usize> {
        ((self.words.total - self.words_open()) * 100).checked_div(self.words.total)
    }
}

impl Segments {
    fn of(report: &DocumentReport) -> Self {
        let orphan = report.count(State::Orphan);
        Self {
            total: report.segments,
            untranslated: report.count(State::Untranslated),
            stale: report.count(State::Stale),
            unconfirmed: report.count(State::Unconfirmed),
            edited: report.count(State::Edited),
            confirmed: report.count(State::Confirmed),
            approved: report.count(State::Approved),
            extra: report.count(State::Extra) + orphan,
            orphan,
            omitted: report.count(State::Omitted),
            added: report.count(State::Added),
        }
    }
}

impl Segments {
    /// The share of the segments that are to be translated about which somebody has decided as
    /// `required`, in whole percent, rounded down. `None` where there are no such segments.
    pub(super) const fn decided(&self, required: State) -> Option<usize> {
        let confirmed = if matches!(required, State::Approved) { 0 } else { self.confirmed };
        ((self.approved + confirmed) * 100).checked_div(self.total.saturating_sub(self.omitted))
    }
}

impl AddAssign for Segments {
    fn add_assign(&mut self, other: Self) {
        self.total += other.total;
        self.untranslated += other.untranslated;
        self.stale += other.stale;
        self.unconfirmed += other.unconfirmed;
        self.edited += other.edited;
        self.confirmed += other.confirmed;
        self.approved += other.approved;
        self.extra += other.extra;
        self.orphan += other.orphan;
        self.omitted += other.omitted;
        self.added += other.added;
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.segments += other.segments;
        self.words.total += other.words.total;
        self.words.translated += other.words.translated;
        self.words.stale += other.words.stale;
        self.findings += other.findings;
        self.terms += other.terms;
        self.other += other.other;
    }
}
