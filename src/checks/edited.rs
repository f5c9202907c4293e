//! Translations that changed after somebody confirmed them.

use std::ops::Range;

use super::{Check, Findings, Rule, Scope, View, findings::Draft};
use crate::model::{Document, Grade, Message, Place, Severity, Span, State};

const EDITED: Rule = Rule::warn("edited");

/// Reports each unit whose translation was edited while its original stayed. Punctuation is a
/// remark.
pub(super) const CHECK: Check = Check { rules: &[EDITED], run: Scope::View(run) };

fn run(view: &View<'_>, findings: &mut Findings<'_>) {
    let Some(documents) = view.documents() else { return };
    let (original, translation) = view.pair.direction().roles(documents);
    for unit in view.units.iter().filter(|unit| unit.state == State::Edited) {
        let evidence = &unit.evidence;
        let Some(change) = evidence.target.as_ref().or(evidence.source.as_ref()) else { continue };
        let (from, to) = view.pair.direction().roles((&unit.bead.source, &unit.bead.target));
        let draft = Draft::new(EDITED.code, Message::new("edited"))
            .between(
                view.pair.direction(),
                Some(place(original, from)),
                Some(place(translation, to)),
            )
            .with("was", change.was.clone())
            .with("grade", change.grade.as_str())
            .at_most(severity(change.grade));
        findings.push(draft);
    }
}

const fn severity(grade: Grade) -> Severity {
    match grade {
        Grade::Typography => Severity::Info,
        _ => Severity::Error,
    }
}

fn place(document: &Document, segments: &Range<usize>) -> Place {
    document.place(document.span_of(segments).unwrap_or(Span::at(0)))
}
