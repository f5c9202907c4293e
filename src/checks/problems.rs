//! What is wrong with the files themselves: unreadable ones, conflict markers, unclosed fences.

use super::{Check, Findings, Rule, Scope, View, documents::nowhere, findings::Draft};
use crate::{
    formats,
    model::{Diagnostic, Document, Language},
};

const UNREADABLE: Rule = Rule::error("unreadable-file");
const MALFORMED: Rule = Rule::error("malformed-file");
const TRACKED: Rule = Rule::info(formats::TRACKED_CHANGES);

/// Reports files that could not be read, and each problem in those that could.
pub(super) const CHECK: Check =
    Check { rules: &[UNREADABLE, MALFORMED, TRACKED], run: Scope::Files(run) };

fn run(view: &View<'_>, findings: &mut Findings<'_>) {
    for diagnostic in view.unreadable {
        findings.push(unreadable(view, diagnostic));
    }
    for document in [view.source, view.target].into_iter().flatten() {
        for draft in problems(document) {
            findings.push(draft);
        }
    }
}

fn unreadable(view: &View<'_>, diagnostic: &Diagnostic) -> Draft {
    let draft = Draft::new(UNREADABLE.code, diagnostic.message.clone());
    match &diagnostic.path {
        Some(path) if view.pair.target.as_ref() == Some(path) => draft.in_target(nowhere(path)),
        Some(path) => draft.in_source(nowhere(path)),
        None => draft,
    }
}

fn problems(document: &Document) -> impl Iterator<Item = Draft> {
    document.problems.iter().map(|problem| {
        let place = document.place(problem.span);
        let is_remark = problem.message.id == formats::TRACKED_CHANGES;
        let rule = if is_remark { TRACKED } else { MALFORMED };
        let draft = Draft::new(rule.code, problem.message.clone());
        match document.language {
            Language::Russian => draft.in_source(place),
            Language::English => draft.in_target(place),
        }
    })
}
