//! A translation unit on a page: both sides, its state between them, what is known below.

use maud::{Markup, PreEscaped, html};

use super::{
    finding::finding,
    frame::{Frame, state_icon},
    words::{change, side},
};
use crate::{
    model::{Fingerprint, Severity},
    report::pages::{document::Row, unit::UnitView, walk::is_open},
};

/// The languages of the two sides.
pub(super) const LANGUAGES: [&str; 2] = ["ru", "en"];

/// A document as its rows are shown: the original on the left.
#[derive(Debug, Clone, Copy)]
pub(super) struct Page<'f> {
    pub(super) frame: &'f Frame<'f>,
    pub(super) is_from_english: bool,
}

impl Page<'_> {
    /// What belongs to the original and what to the translation.
    fn roles<T>(self, sides: [T; 2]) -> [T; 2] {
        let [russian, english] = sides;
        if self.is_from_english { [english, russian] } else { [russian, english] }
    }
}

/// A row of a document.
pub(super) fn row(row: &Row<'_>, number: usize, page: Page<'_>) -> Markup {
    match row {
        Row::Unit(view) => unit(view, number, page),
        Row::Code { source, target } => {
            let [original, translation] = page.roles([source, target]);
            html! {
                div .row .code {
                    div .side .source { @if let Some(code) = original { pre { (code) } } }
                    div .between {}
                    div .side .target { @if let Some(code) = translation { pre { (code) } } }
                }
            }
        }
    }
}

fn unit(view: &UnitView<'_>, number: usize, page: Page<'_>) -> Markup {
    let frame = page.frame;
    let content = content(view, number, page).into_string();
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
    // As `todo` has it, remarks are no work.
    is_open(view.state) || view.findings.iter().any(|view| view.finding.severity > Severity::Info)
}

fn codes(view: &UnitView<'_>) -> Option<String> {
    let codes: Vec<&str> = view.findings.iter().map(|view| view.finding.code.as_str()).collect();
    (!codes.is_empty()).then(|| codes.join(" "))
}

fn content(view: &UnitView<'_>, number: usize, page: Page<'_>) -> Markup {
    let frame = page.frame;
    let [original, translation] = page.roles([&view.source, &view.target]);
    let [from, to] = page.roles(LANGUAGES);
    let shape = (original.len(), translation.len());
    html! {
        div .side .source .many[shape.0 > 1] lang=(from) { (side(view, original, true, frame)) }
        div .between {
            a .number href=(format!("#{}", view.id)) { (number) }
            (state_icon(view.state, Some(&frame.state(view.state))))
            @if shape.0 > 1 || shape.1 > 1 {
                span .shape title=(frame.say("page-shape")) { (shape.0) ":" (shape.1) }
            }
        }
        div .side .target .many[shape.1 > 1] lang=(to) { (side(view, translation, false, frame)) }
        @if is_known(view) { div .known { (known(view, frame)) } }
    }
}

fn is_known(view: &UnitView<'_>) -> bool {
    !view.changes.is_empty() || view.note.is_some() || !view.findings.is_empty()
}

/// What is known of a unit besides its texts.
fn known(view: &UnitView<'_>, frame: &Frame<'_>) -> Markup {
    html! {
        @for of_side in &view.changes { (change(of_side, frame)) }
        @if let Some(note) = &view.note {
            p .note { (frame.say("page-note")) ": " (note) @if let Some(who) = &view.who { " — " (who) } }
        }
        @if !view.findings.is_empty() {
            ul .findings { @for view in &view.findings { (finding(view, frame)) } }
        }
    }
}
