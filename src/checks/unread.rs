//! Files on either side that hold text in a format that is not read.

use super::{Check, Findings, Rule, Scope, View, documents::nowhere, findings::Draft};
use crate::{formats, model::Message};

const UNREAD: Rule = Rule::warn("unread");

/// Reports a document that nothing else is known of, for it is in another format.
pub(super) const CHECK: Check = Check { rules: &[UNREAD], run: Scope::View(run) };

fn run(view: &View<'_>, findings: &mut Findings<'_>) {
    let Some(path) = view.pair.path().filter(|path| formats::is_unread(path)) else { return };
    let extension = path.extension().unwrap_or_default().to_lowercase();
    let message = Message::new(UNREAD.code.as_str())
        .with("path", path.as_str())
        .with("extension", extension.as_str());
    let draft = Draft::new(UNREAD.code, message).noting("extension", extension);
    findings.push(match (&view.pair.source, &view.pair.target) {
        (Some(source), Some(target)) => draft.in_source(nowhere(source)).in_target(nowhere(target)),
        (Some(source), None) => draft.in_source(nowhere(source)),
        (None, _) => draft.in_target(nowhere(path)),
    });
}
