//! Findings where they stand, and what their kinds mean.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::frame::{Frame, severity_icon};
use crate::{
    model::{Code, Message, Severity},
    report::pages::unit::FindingView,
};

/// Kinds of findings that the state of a unit says.
const SEEN: [&str; 5] = ["untranslated", "stale", "edited", "extra", "orphan"];

/// A finding with its cure.
pub(super) fn finding(view: &FindingView<'_>, frame: &Frame<'_>) -> Markup {
    let finding = view.finding;
    let severity = severity(finding.severity, frame);
    html! {
        li class=(format!("finding {}", finding.severity.as_str())) data-code=(finding.code.as_str())
            data-fingerprint=(finding.fingerprint.as_str()) {
            (severity_icon(finding.severity, Some(&severity)))
            div {
                p .what {
                    (frame.messages.text(&finding.message)) " "
                    a .code href=(format!("#why-{}", finding.code)) { (finding.code.as_str()) }
                }
                @if let Some(cure) = frame.messages.cure(finding).filter(|_| !is_seen(finding.code)) {
                    p .cure { (cure) }
                }
            }
        }
    }
}

/// Whether the page shows by itself what a finding is about and what can be done: a gap, a diff.
fn is_seen(code: Code) -> bool {
    SEEN.contains(&code.as_str())
}

fn severity(severity: Severity, frame: &Frame<'_>) -> String {
    frame.say(&format!("severity-{}", severity.as_str()))
}

/// What kinds of findings mean, once a page.
pub(super) fn meanings(codes: &BTreeSet<Code>, frame: &Frame<'_>) -> Markup {
    let words = |code: &Code, part: &str| {
        frame.messages.find(&Message::new(format!("explain-{code}{part}")))
    };
    html! {
        @if !codes.is_empty() {
            section .meanings aria-labelledby="meanings" {
                h2 #meanings { (frame.say("page-meanings")) }
                dl {
                    @for code in codes {
                        dt id=(format!("why-{code}")) {
                            code { (code.as_str()) }
                            @if let Some(title) = words(code, ".title") { " " (title) }
                        }
                        dd {
                            @if let Some(why) = words(code, "") { p { (why) } }
                            @if let Some(cure) = words(code, ".cure") { p .cure { (cure) } }
                        }
                    }
                }
            }
        }
    }
}
