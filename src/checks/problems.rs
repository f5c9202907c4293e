//! What is wrong with a file that could still be read: conflict markers, unclosed fences.

use super::{Check, Findings, Rule, View, findings::Draft};
use crate::model::{Document, Language};

const PROBLEM: Rule = Rule::error("malformed-file");

/// Reports each problem that reading a file met.
pub(super) const CHECK: Check = Check { rules: &[PROBLEM], run };

fn run(view: &View<'_>, findings: &mut Findings<'_>) {
    for document in [view.source, view.target].into_iter().flatten() {
        for draft in problems(document) {
            findings.push(draft);
        }
    }
}

fn problems(document: &Document) -> impl Iterator<Item = Draft> {
    document.problems.iter().map(|problem| {
        let place = document.place(problem.span);
        let draft = Draft::new(PROBLEM.code, problem.message.clone());
        match document.language {
            Language::Russian => draft.in_source(place),
            Language::English => draft.in_target(place),
        }
    })
}
