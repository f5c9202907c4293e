//! What a decision changes of what is known, before the files are looked at anew: the page shows
//! it at once.

use super::{deciding::Chosen, snapshot::State};
use crate::{
    decisions::Action,
    model::{Direction, DocumentReport, Evidence, State as UnitState, TranslationUnit},
};

/// Kinds of findings that a confirmed unit does not have.
const ANSWERED: [&str; 2] = ["stale", "edited"];
/// Kinds of findings that a deliberate gap or addition does not have.
const DELIBERATE: [&str; 3] = ["untranslated", "extra", "orphan"];

/// Whether all that a decision changes is the state of its units.
pub(super) const fn suits(action: &Action) -> bool {
    use Action::{Add, Approve, Confirm, Omit, Waive};
    matches!(action, Confirm | Approve | Omit { .. } | Add { .. } | Waive { .. })
}

/// Notes a decision about units. Those that it did not suit are left as they are.
pub(super) fn decided(state: &mut State, chosen: &Chosen, action: &Action) {
    let Some(report) = state.documents.get_mut(chosen.document) else { return };
    for &unit in &chosen.units {
        let direction = report.pair.direction();
        if report.units.get(unit).is_some_and(|known| has_place(known, action, direction)) {
            decided_of(report, unit, action);
        }
    }
}

/// Whether a unit can be decided so: a pair is confirmed, a gap is left out.
fn has_place(unit: &TranslationUnit, action: &Action, direction: Direction) -> bool {
    let gaps = (unit.bead.is_omission(), unit.bead.is_addition());
    match action {
        Action::Omit { .. } => direction.roles(gaps).0,
        Action::Add { .. } => direction.roles(gaps).1,
        _ => unit.bead.is_pair() && unit.state != UnitState::Untranslated,
    }
}

fn decided_of(report: &mut DocumentReport, unit: usize, action: &Action) {
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
        _ => return,
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
