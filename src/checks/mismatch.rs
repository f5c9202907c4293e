//! A translation that is another text: another file, another chapter, another language.

use super::{Check, Findings, Rule, Scope, View, documents::whole, findings::Draft};
use crate::model::{Message, Stranger};

const MISMATCH: Rule = Rule::error("document-mismatch");

/// Reports it once; the two texts are then not compared.
pub(super) const CHECK: Check = Check { rules: &[MISMATCH], run: Scope::Files(run) };

fn run(view: &View<'_>, findings: &mut Findings<'_>) {
    let (Some(stranger), Some((source, target))) = (of(view), view.documents()) else { return };
    let id = match stranger {
        Stranger::Language => "document-mismatch-language",
        Stranger::Text => "document-mismatch-text",
    };
    let message = Message::new(id).with("path", source.path.as_str());
    let draft = Draft::new(MISMATCH.code, message)
        .in_source(whole(Some(source), &source.path))
        .in_target(whole(Some(target), &target.path));
    findings.push(draft);
}

/// Why the translation as a whole is none; nothing where a part of it is one.
pub(super) fn of(view: &View<'_>) -> Option<Stranger> {
    let first = view.units.first()?.evidence.stranger?;
    view.units.iter().all(|unit| unit.evidence.stranger == Some(first)).then_some(first)
}
