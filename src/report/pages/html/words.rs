//! Words with their marks: emphasis, terms, findings, what came and went.

use maud::{Markup, html};

use super::frame::Frame;
use crate::{
    model::State,
    report::pages::{
        runs::{FactMark, Mark, Run},
        unit::{ChangeView, DiffPart, FateView, FindingView, Kind, SegmentView, UnitView},
    },
};

/// The words of a segment.
pub(super) fn runs(runs: &[Run], findings: &[FindingView<'_>]) -> Markup {
    let is_continued = |index: usize, fact: &Mark| {
        runs.get(index + 1).is_some_and(|next: &Run| next.marks.contains(fact))
    };
    html! {
        @for (index, run) in runs.iter().enumerate() {
            @match run.marks.iter().find(|mark| matches!(mark, Mark::Fact(_))) {
                Some(fact) => (fact_of(fact, is_continued(index, fact), marked(&run.text, &run.marks, findings))),
                None => (marked(&run.text, &run.marks, findings)),
            }
        }
    }
}

/// A number, date or name with the number of what stands for it, which the script shows when asked.
/// One that goes on in the next run shows it there.
fn fact_of(mark: &Mark, is_continued: bool, words: Markup) -> Markup {
    let Mark::Fact(FactMark { number, .. }) = mark else { return words };
    let number = number.map(|number| number.to_string()).unwrap_or_default();
    html! { span data-fact=(number) data-on[is_continued] { (words) } }
}

/// Text within its marks, the first outermost.
fn marked(text: &str, marks: &[Mark], findings: &[FindingView<'_>]) -> Markup {
    let Some((mark, rest)) = marks.split_first() else { return html! { (text) } };
    let inner = marked(text, rest, findings);
    match mark {
        Mark::Finding(index) => match findings.get(*index) {
            Some(view) => {
                let class = format!("about {}", view.finding.severity.as_str());
                html! { mark class=(class) data-fingerprint=(view.finding.fingerprint.as_str()) { (inner) } }
            }
            None => inner,
        },
        Mark::Term(concept) => html! { span .term data-concept=(concept) { (inner) } },
        Mark::Fact(_) => inner,
        Mark::Link => html! { span .link { (inner) } },
        Mark::Strong => html! { strong { (inner) } },
        Mark::Emphasis => html! { em { (inner) } },
        Mark::Struck => html! { s { (inner) } },
        Mark::Code => html! { code { (inner) } },
    }
}

/// What became of a text, word by word.
pub(super) fn diff(parts: &[DiffPart]) -> Markup {
    html! {
        @for DiffPart { fate, text } in parts {
            @match fate {
                FateView::Kept => (text),
                FateView::Deleted => del { (text) },
                FateView::Inserted => ins { (text) },
            }
        }
    }
}

/// One side of a unit, segment by segment, or the gap where it has none.
pub(super) fn side(
    unit: &UnitView<'_>,
    segments: &[SegmentView],
    is_original: bool,
    frame: &Frame<'_>,
) -> Markup {
    html! {
        @for segment in segments { (block(segment, &unit.findings)) }
        @if segments.is_empty() {
            p .gap { (frame.say(gap(unit.state, is_original))) }
        }
    }
}

/// What a gap means.
const fn gap(state: State, is_original: bool) -> &'static str {
    match state {
        State::Omitted | State::Added if is_original => "page-gap-added",
        State::Omitted | State::Added => "page-gap-omitted",
        State::Orphan => "page-gap-orphan",
        _ if is_original => "page-gap-source",
        _ => "page-gap-target",
    }
}

/// A segment in the clothes of its block.
fn block(segment: &SegmentView, findings: &[FindingView<'_>]) -> Markup {
    let words = runs(&segment.runs, findings);
    let block = &segment.block;
    let level = block.level.clamp(1, 6);
    let label = block.label.as_deref().filter(|_| segment.begins_block);
    let quoted = if block.quoted { " quoted" } else { "" };
    let begins = if segment.begins_block { " begins" } else { "" };
    let class = |kind: &str| format!("{kind}{begins}{quoted}");
    html! {
        @match block.kind {
            Kind::Heading => p class=(class(&format!("heading h{level}"))) role="heading" aria-level=(level + 1) { (words) },
            Kind::ListItem => p class=(class(&format!("item depth{level}"))) {
                @if segment.begins_block { span .marker { (label.map_or_else(|| "•".to_owned(), |n| format!("{n}."))) } }
                (words)
            },
            Kind::TableCell => p class=(class(if block.begins_row { "cell first" } else { "cell" })) { (words) },
            Kind::Footnote => p class=(class("footnote")) {
                @if let Some(label) = label { span .marker { (label) } }
                (words)
            },
            Kind::FrontMatter => p class=(class("front")) {
                @if let Some(label) = label { span .key { (label) } }
                (words)
            },
            Kind::Paragraph => p class=(class("paragraph")) { (words) },
        }
    }
}

/// How a text changed, with who changed it and when.
pub(super) fn change(change: &ChangeView, frame: &Frame<'_>) -> Markup {
    let intro = if change.of_original { "page-source-changed" } else { "page-target-changed" };
    html! {
        div .change {
            p .label {
                (frame.say(intro))
                @if let Some(commit) = &change.commit {
                    " · " (commit.author) ", " time { (commit.date) }
                }
            }
            p .diff lang=(change.language) { (diff(&change.diff)) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_markup() {
        let run = |marks| Run { text: "<script>alert(1)</script>".to_owned(), marks };
        let shown = runs(&[run(vec![]), run(vec![Mark::Term("\"><img>".to_owned())])], &[]);
        let shown = shown.into_string();
        assert!(!shown.contains("<script") && !shown.contains("<img"), "{shown}");
    }
}
