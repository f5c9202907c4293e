//! Coverage: how much of a document must be translated, where a policy says so.

use super::{Check, Findings, Rule, Scope, View, documents::nowhere, findings::Draft};
use crate::model::Message;

const BELOW_MINIMUM: Rule = Rule::error("coverage-below-minimum");

/// Reports a document of which less is translated and current than its policy asks.
pub(super) const CHECK: Check = Check { rules: &[BELOW_MINIMUM], run: Scope::Files(run) };

fn run(view: &View<'_>, findings: &mut Findings<'_>) {
    let (Some(minimum), Some(path)) = (view.minimum, view.pair.original()) else { return };
    let words = view.words;
    let current = words.translated.saturating_sub(words.stale);
    if current * 100 >= usize::from(minimum) * words.total {
        return;
    }
    let percent = current * 100 / words.total.max(1);
    let message = Message::new(BELOW_MINIMUM.code.as_str())
        .with("path", path.as_str())
        .with("percent", percent)
        .with("minimum", usize::from(minimum));
    let draft = Draft::new(BELOW_MINIMUM.code, message).in_source(nowhere(path));
    findings.push(draft.noting("percent", percent).noting("minimum", minimum));
}
