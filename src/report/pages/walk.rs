//! From one document on to the next that somebody is to look at.

use crate::model::{DocumentReport, Severity, State};

/// For each document the place of the next one with work, the first coming after the last; none
/// where there is no other.
#[must_use]
pub fn next_with_work(reports: &[DocumentReport]) -> Vec<Option<usize>> {
    let has_work: Vec<bool> = reports.iter().map(has_work).collect();
    let mut next = has_work.iter().position(|has_work| *has_work);
    let mut all = vec![None; reports.len()];
    for (at, has_work) in has_work.into_iter().enumerate().rev() {
        all[at] = next.filter(|next| *next != at);
        if has_work {
            next = Some(at);
        }
    }
    all
}

/// Whether a unit is to be looked at for its state.
pub(super) const fn is_open(state: State) -> bool {
    matches!(
        state,
        State::Untranslated | State::Stale | State::Edited | State::Extra | State::Orphan
    )
}

fn has_work(report: &DocumentReport) -> bool {
    // As `todo` has it, remarks are no work.
    report.units.iter().any(|unit| is_open(unit.state))
        || report.findings.iter().any(|finding| finding.severity > Severity::Info)
}
