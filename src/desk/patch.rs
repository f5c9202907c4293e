//! What a decision changes of what is known, before the files are looked at anew: the page shows
//! it at once.

use super::snapshot::State;
use crate::{
    decisions::Action,
    model::{DocumentReport, Evidence, State as UnitState, TranslationUnit},
};

/// Kinds of findings that a confirmed unit does not have.
const ANSWERED: [&str; 2] = ["stale", "edited"];
/// Kinds of findings that a deliberate gap or addition does not have.
const DELIBERATE: [&str; 3] = ["untranslated", "extra", "orphan"];

/// Notes a decision about a unit.
pub(super) fn decided(state: &mut State, (document, unit): (usize, usize), action: &Action) {
    let Some(report) = state.documents.get_mut(document) else { return };
    let (new, codes): (UnitState, &[&str]) = match action {
        Action::Confirm => (UnitState::Confirmed, &ANSWERED),
        Action::Approve => (UnitState::Approved, &ANSWERED),
        Action::Omit { .. } => (UnitState::Omitted, &DELIBERATE),
        Action::Add { .. } => (UnitState::Added, &DELIBERATE),
        Action::Waive { code, .. } => {
            let confirmed = match report.units.get(unit).map(|unit| unit.state) {
                Some(UnitState::Approved) => UnitState::Approved,
                _ => UnitState::Confirmed,
            };
            drop_findings(report, unit, &[code.as_str()]);
            (confirmed, &ANSWERED)
        }
        Action::ConfirmAll | Action::Edit { .. } => return,
    };
    drop_findings(report, unit, codes);
    let note = match action {
        Action::Omit { note } | Action::Add { note } | Action::Waive { note, .. } => Some(note),
        _ => None,
    };
    if let Some(known) = report.units.get_mut(unit) {
        let who = known.evidence.who.take();
        known.state = new;
        known.evidence = Evidence { note: note.cloned(), who, ..Evidence::default() };
    }
}

fn drop_findings(report: &mut DocumentReport, unit: usize, codes: &[&str]) {
    let Some(unit): Option<TranslationUnit> = report.units.get(unit).cloned() else { return };
    let (source, target) = (report.source.as_ref(), report.target.as_ref());
    report.findings.retain(|finding| {
        !codes.contains(&finding.code.as_str()) || !unit.holds(finding, source, target)
    });
}
