//! From what one side lacks to entries that say it is meant so.

use super::{Decision, Entry};
use crate::model::{DocumentReport, TranslationUnit};

/// Entries that record the units at `chosen` as left out on purpose; units that have a translation
/// are passed over.
#[must_use]
pub fn omissions(
    report: &DocumentReport,
    chosen: impl IntoIterator<Item = usize>,
    note: &str,
    who: Option<&str>,
) -> Vec<Entry> {
    let Some(source) = &report.source else { return Vec::new() };
    let entry = |unit: &TranslationUnit| {
        let text = source.prose_of(&unit.bead.source);
        unit.bead.is_omission().then(|| Entry::new(text, "", Decision::Omitted))
    };
    noted(report, chosen, entry, note, who)
}

/// Entries that record the units at `chosen` as the translator's own; units that have a source are
/// passed over.
#[must_use]
pub fn additions(
    report: &DocumentReport,
    chosen: impl IntoIterator<Item = usize>,
    note: &str,
    who: Option<&str>,
) -> Vec<Entry> {
    let Some(target) = &report.target else { return Vec::new() };
    let entry = |unit: &TranslationUnit| {
        let text = target.prose_of(&unit.bead.target);
        unit.bead.is_addition().then(|| Entry::new("", text, Decision::Added))
    };
    noted(report, chosen, entry, note, who)
}

fn noted(
    report: &DocumentReport,
    chosen: impl IntoIterator<Item = usize>,
    entry: impl Fn(&TranslationUnit) -> Option<Entry>,
    note: &str,
    who: Option<&str>,
) -> Vec<Entry> {
    let entries = chosen.into_iter().filter_map(|index| entry(report.units.get(index)?));
    entries
        .map(|entry| Entry { who: who.map(str::to_owned), note: Some(note.to_owned()), ..entry })
        .collect()
}
