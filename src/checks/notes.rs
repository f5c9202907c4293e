//! Notes and questions that people left at segments.

use super::{Check, Findings, Rule, Scope, View, findings::Draft};
use crate::model::{Direction, Document, Message, Place};

const NOTE: Rule = Rule::info("note");

/// Reports each note at its segment, until somebody settles it.
pub(super) const CHECK: Check = Check { rules: &[NOTE], run: Scope::Files(run) };

fn run(view: &View<'_>, findings: &mut Findings<'_>) {
    for (unit, entry) in view.notes {
        let Some(unit) = view.units.get(*unit) else { continue };
        let place = |document: Option<&Document>, segments| -> Option<Place> {
            let document = document?;
            Some(document.place(document.span_of(segments)?))
        };
        let id = if entry.who.is_some() { "note-by" } else { "note" };
        let said = |text: &Option<String>| text.clone().unwrap_or_default();
        let message =
            Message::new(id).with("note", said(&entry.note)).with("who", said(&entry.who));
        let sides = (place(view.source, &unit.bead.source), place(view.target, &unit.bead.target));
        let draft = Draft::new(NOTE.code, message);
        findings.push(draft.between(Direction::RuEn, sides.0, sides.1));
    }
}
