//! From translation units to ledger entries.

use super::{Decision, Entry};
use crate::model::{DocumentReport, State, TranslationUnit};

/// What can be confirmed of a document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Confirmation {
    /// The entries to add.
    pub entries: Vec<Entry>,
    /// How many of the units are no translations and were refused.
    pub refused: usize,
}

/// Entries that say that the findings of the kinds `codes` about the units at `chosen` are right
/// and not to be reported, for as long as both texts stay as they are.
#[must_use]
pub fn waivers(
    report: &DocumentReport,
    chosen: impl IntoIterator<Item = usize>,
    codes: &[String],
    note: Option<&str>,
    who: Option<&str>,
) -> Vec<Entry> {
    let (Some(source), Some(target)) = (&report.source, &report.target) else { return Vec::new() };
    let units = chosen.into_iter().filter_map(|index| report.units.get(index));
    let entry = |unit: &TranslationUnit| {
        let state = match unit.state {
            State::Approved => Decision::Approved,
            _ => Decision::Confirmed,
        };
        let (source, target) = unit.bead.texts(source, target);
        Entry {
            waives: codes.to_vec(),
            note: note.map(str::to_owned),
            who: who.map(str::to_owned),
            ..Entry::new(source, target, state)
        }
    };
    units.filter(|unit| unit.bead.is_pair()).map(entry).collect()
}

/// Confirms the units whose indices `is_chosen` accepts, as they stand now, with `state` and in the name of
/// `who`. What is already recorded so is passed over.
#[must_use]
pub fn confirm(
    report: &DocumentReport,
    is_chosen: impl Fn(usize) -> bool,
    state: Decision,
    who: Option<&str>,
) -> Confirmation {
    let (Some(source), Some(target)) = (&report.source, &report.target) else {
        return Confirmation::default();
    };
    let mut confirmation = Confirmation::default();
    for (_, unit) in report.units.iter().enumerate().filter(|(index, _)| is_chosen(*index)) {
        if unit.state == State::Untranslated || !unit.bead.is_pair() {
            confirmation.refused += usize::from(unit.state == State::Untranslated);
            continue;
        }
        if !is_recorded(unit.state, state) {
            let (source, target) = unit.bead.texts(source, target);
            let entry = Entry::new(source, target, state);
            confirmation.entries.push(Entry { who: who.map(str::to_owned), ..entry });
        }
    }
    confirmation
}

fn is_recorded(known: State, state: Decision) -> bool {
    match state {
        Decision::Approved => known == State::Approved,
        _ => matches!(known, State::Approved | State::Confirmed),
    }
}
