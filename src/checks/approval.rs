//! Approval: what somebody must have read and confirmed before it is published, where a policy
//! says so.

use super::{Check, Findings, Rule, Scope, View, documents::whole, findings::Draft};
use crate::model::{Message, State, TranslationUnit};

const MISSING: Rule = Rule::error("approval-missing");

/// Reports a document in which nobody has confirmed or approved some of the translations.
pub(super) const CHECK: Check = Check { rules: &[MISSING], run: Scope::View(run) };

fn run(view: &View<'_>, findings: &mut Findings<'_>) {
    let (Some(required), Some(path)) = (view.required, &view.pair.target) else { return };
    let pairs = || view.units.iter().filter(|unit| unit.bead.is_pair());
    let has = |unit: &&TranslationUnit| {
        unit.state == State::Approved || (required == State::Confirmed && unit.state == required)
    };
    let (all, done) = (pairs().count(), pairs().filter(has).count());
    if done == all {
        return;
    }
    let id = if required == State::Approved { MISSING.code.as_str() } else { "approval-confirmed" };
    let message = Message::new(id).with("missing", all - done).with("of", all);
    let first = pairs().find(|unit| !has(unit)).and_then(|unit| {
        let target = view.target?;
        Some(target.place(target.span_of(&unit.bead.target)?))
    });
    let place = first.unwrap_or_else(|| whole(view.target, path));
    let draft = Draft::new(MISSING.code, message).in_target(place);
    findings.push(draft.noting("missing", all - done).noting("of", all));
}
