//! What is counted of a document, and of many, for bars and filters.

use std::{collections::BTreeMap, ops::AddAssign};

use schemars::JsonSchema;
use serde::Serialize;

use super::super::record::Severities;
use crate::model::{DocumentReport, State, TranslationUnit};

/// Words of the original by what is known of their units. An addition has none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WordsByState {
    /// All.
    pub total: usize,
    /// In units that an editor approved.
    pub approved: usize,
    /// In units that a translator confirmed.
    pub confirmed: usize,
    /// In units that are translated and of which nobody said anything.
    pub unconfirmed: usize,
    /// In units whose translation changed after it was confirmed.
    pub edited: usize,
    /// In units whose source says something else since they were translated.
    pub stale: usize,
    /// In units that have no translation.
    pub untranslated: usize,
    /// In units that are left out on purpose.
    pub omitted: usize,
}

/// What is counted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Tally {
    /// Source words.
    pub words: WordsByState,
    /// Translation units by state.
    pub units: BTreeMap<State, usize>,
    /// Findings by severity.
    pub findings: Severities,
    /// Findings by kind.
    pub codes: BTreeMap<String, usize>,
}

impl WordsByState {
    /// The parts of the whole, from done to missing, with the states that name them.
    #[must_use]
    pub const fn parts(&self) -> [(State, usize); 7] {
        [
            (State::Approved, self.approved),
            (State::Confirmed, self.confirmed),
            (State::Unconfirmed, self.unconfirmed),
            (State::Omitted, self.omitted),
            (State::Edited, self.edited),
            (State::Stale, self.stale),
            (State::Untranslated, self.untranslated),
        ]
    }

    /// How many are translated and not stale, in percent, rounded down: a hundred is all.
    #[must_use]
    pub const fn percent(&self) -> usize {
        let done = self.total.saturating_sub(self.stale + self.untranslated);
        match (done * 100).checked_div(self.total) {
            Some(percent) => percent,
            None => 100,
        }
    }

    fn count(&mut self, unit: &TranslationUnit, words: usize) {
        self.total += words;
        match unit.state {
            State::Approved => self.approved += words,
            State::Confirmed => self.confirmed += words,
            State::Stale if unit.is_out_of_date() => self.stale += words,
            State::Edited => self.edited += words,
            State::Untranslated => self.untranslated += words,
            State::Omitted => self.omitted += words,
            _ => self.unconfirmed += words,
        }
    }
}

impl Tally {
    /// The counts of a document.
    #[must_use]
    pub fn of(report: &DocumentReport) -> Self {
        let mut tally = Self { findings: Severities::of(&report.findings), ..Self::default() };
        for unit in &report.units {
            *tally.units.entry(unit.state).or_default() += 1;
            let documents = (report.source.as_ref(), report.target.as_ref());
            tally.words.count(unit, unit.words(documents, report.pair.direction()));
        }
        for finding in &report.findings {
            *tally.codes.entry(finding.code.as_str().to_owned()).or_default() += 1;
        }
        tally
    }

    /// The sum of many.
    pub fn sum<'a>(tallies: impl IntoIterator<Item = &'a Self>) -> Self {
        tallies.into_iter().fold(Self::default(), |mut sum, tally| {
            sum += tally;
            sum
        })
    }

    /// How many units are in a state.
    #[must_use]
    pub fn units_in(&self, state: State) -> usize {
        self.units.get(&state).copied().unwrap_or_default()
    }
}

impl AddAssign<&Self> for Tally {
    fn add_assign(&mut self, other: &Self) {
        self.words += other.words;
        self.findings += other.findings;
        for (state, count) in &other.units {
            *self.units.entry(*state).or_default() += count;
        }
        for (code, count) in &other.codes {
            *self.codes.entry(code.clone()).or_default() += count;
        }
    }
}

impl AddAssign for WordsByState {
    fn add_assign(&mut self, other: Self) {
        self.total += other.total;
        self.approved += other.approved;
        self.confirmed += other.confirmed;
        self.unconfirmed += other.unconfirmed;
        self.edited += other.edited;
        self.stale += other.stale;
        self.untranslated += other.untranslated;
        self.omitted += other.omitted;
    }
}
