//! A translation unit on a page: both sides, its state between them, what is known below.

use maud::{Markup, PreEscaped, html};

use super::{
    finding::finding,
    frame::{Frame, state_icon},
    words::{change, side},
};
use crate::{
    model::{Fingerprint, State},
    report::pages::{document::Row, unit::UnitView},
};

/// The languages of the two sides.
pub(super) const LANGUAGES: [&str; 2] = ["ru", "en"];

/// A row of a document.
pub(super) fn row(row: &Row<'_>, number: usize, frame: &Frame<'_>) -> Markup {
    match row {
        Row::Unit(view) => unit(view, number, frame),
        Row::Code { source, target } => html! {
            div .row .code {
                div .side .source { @if let Some(code) = source { pre { (code) } } }
                div .between {}
                div .side .target { @if let Some(code) = target { pre { (code) } } }
            }
        },
    }
}

fn unit(view: &UnitView<'_>, number: usize, frame: &Frame<'_>) -> Markup {
    let content = content(view, number, frame).into_string();
    // A page that is looked at anew exchanges the units that changed and leaves the others alone.
    let hash = frame.live.map(|_| Fingerprint::of([content.as_str()]));
    let label = frame.with("page-unit", "number", number.to_string());
    let label = format!("{label}: {}", frame.state(view.state));
    html! {
        article .row .unit .(class(view)) id=(view.id) tabindex="-1" aria-label=(label)
            data-state=(view.state.as_str()) data-work=[is_work(view).then_some("")]
            data-codes=[codes(view)] data-hash=[hash.as_ref().map(Fingerprint::as_str)] {
            (PreEscaped(content))
        }
    }
}

fn class(view: &UnitView<'_>) -> String {
    let first = view.source.first().or(view.target.first());
    let begins = first.is_some_and(|segment| segment.begins_block);
    let begins = if begins { " begins" } else { "" };
    format!("is-{}{begins}", view.state.as_str())
}

/// Whether somebody is to look at a unit.
fn is_work(view: &UnitView<'_>) -> bool {
    let is_open = matches!(
        view.state,
        State::Untranslated | State::Stale | State::Edited | State::Extra | State::Orphan
    );
    is_open || !view.findings.is_empty()
}

fn codes(view: &UnitView<'_>) -> Option<String> {
    let codes: Vec<&str> = view.findings.iter().map(|view| view.finding.code.as_str()).collect();
    (!codes.is_empty()).then(|| codes.join(" "))
}

fn content(view: &UnitView<'_>, number: usize, frame: &Frame<'_>) -> Markup {
    let shape = (view.source.len(), view.target.len());
    html! {
        div .side .source .many[shape.0 > 1] lang=(LANGUAGES[0]) { (side(view, &view.source, frame)) }
        div .between {
            a .number href=(format!("#{}", view.id)) { (number) }
            (state_icon(view.state, Some(&frame.state(view.state))))
            @if shape.0 > 1 || shape.1 > 1 {
                span .shape title=(frame.say("page-shape")) { (shape.0) ":" (shape.1) }
            }
        }
        div .side .target .many[shape.1 > 1] lang=(LANGUAGES[1]) { (side(view, &view.target, frame)) }
        @if is_known(view) { div .known { (known(view, frame)) } }
    }
}

fn is_known(view: &UnitView<'_>) -> bool {
    view.source_change.is_some()
        || view.target_change.is_some()
        || view.note.is_some()
        || !view.findings.is_empty()
}

/// What is known of a unit besides its texts.
fn known(view: &UnitView<'_>, frame: &Frame<'_>) -> Markup {
    html! {
        @if let Some(of_source) = &view.source_change {
            (change(of_source, "page-source-changed", LANGUAGES[0], frame))
        }
        @if let Some(of_target) = &view.target_change {
            (change(of_target, "page-target-changed", LANGUAGES[1], frame))
        }
        @if let Some(note) = &view.note {
            p .note { (frame.say("page-note")) ": " (note) @if let Some(who) = &view.who { " — " (who) } }
        }
        @if !view.findings.is_empty() {
            ul .findings { @for view in &view.findings { (finding(view, frame)) } }
        }
    }
}
