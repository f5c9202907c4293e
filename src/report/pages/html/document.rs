//! The page of a document pair.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::{
    bar::{bar, legend},
    finding::{finding, meanings},
    frame::{Frame, Tab},
    unit::{LANGUAGES, Page, row},
};
use crate::{
    glossary::{Concept, Glossary},
    model::{Code, RepoPath, State},
    report::pages::{
        document::{DocumentView, Row},
        overview::document_id,
        runs::Mark,
        unit::FindingView,
    },
    ui::printable_line,
};

/// The page of a document pair, whole; `next` is the next document, by its path, that somebody is to
/// look at.
#[must_use]
pub fn document_page(
    view: &DocumentView<'_>,
    next: Option<&RepoPath>,
    glossary: &Glossary,
    frame: &Frame<'_>,
) -> String {
    let (folder, name) = view.summary.folder_and_name();
    let content = html! {
        (head(view, folder, name, frame))
        (tools(view, frame))
        @if !view.elsewhere.is_empty() { (elsewhere(view, frame)) }
        section #text .pages aria-label=(frame.say("page-texts")) data-document=(view.summary.id)
            data-picked=(frame.say("page-picked")) data-original=(view.summary.original) {
            div .row .heads {
                h2 { (frame.say("page-original")) }
                span {}
                h2 { (frame.say("page-translation")) }
            }
            (rows(view, frame))
            p #nothing hidden { (frame.say("page-nothing")) }
        }
        p .next {
            @if let Some(next) = next {
                (frame.say("page-next-document")) " "
                a href=(format!("{}#work", frame.document(&document_id(next)))) { (printable_line(next.as_str())) }
            }
        }
        (concepts(view, glossary, frame))
        (meanings(&codes(view), frame))
        @if frame.live.is_some_and(|live| !live.read_only) { (deciding(frame)) }
    };
    frame.page(Tab::Document, name, &content)
}

fn rows(view: &DocumentView<'_>, frame: &Frame<'_>) -> Markup {
    let mut number = 0;
    let numbered = view.rows.iter().map(|row| {
        number += usize::from(matches!(row, Row::Unit(_)));
        (row, number)
    });
    let page = Page { frame, is_from_english: view.summary.is_from_english() };
    html! { @for (each, number) in numbered { (row(each, number, page)) } }
}

fn head(view: &DocumentView<'_>, folder: &str, name: &str, frame: &Frame<'_>) -> Markup {
    let summary = &view.summary;
    let words = &summary.tally.words;
    let [source, target] = summary.paths();
    let expected = summary.expected_target.as_deref();
    html! {
        div .head {
            p .folder { a href=(frame.home()) { (frame.say("page-overview")) } " / " (printable_line(folder)) }
            h1 { (printable_line(name)) }
            p .paths {
                @if let Some(source) = source { span { (printable_line(source)) } }
                " → "
                @if let Some(target) = target { span { (printable_line(target)) } }
                @else { span .missing { (printable_line(expected.unwrap_or("—"))) " (" (frame.say("page-no-file")) ")" } }
            }
            (bar(words, frame))
            p .figures {
                strong { (words.percent()) "\u{a0}%" } " "
                (frame.say("page-done")) " · " (frame.words(words.total))
            }
            (legend(words, frame))
            @if frame.live.is_some_and(|live| !live.read_only) && target.is_none() && (expected.is_some() || summary.is_from_english()) {
                p { button type="button" data-do="begin" { (frame.say("page-do-begin")) } }
            }
            @let open = summary.tally.units_in(State::Unconfirmed);
            @if frame.live.is_some_and(|live| !live.read_only) && open > 0 {
                p { button type="button" data-do="confirm-all" { (frame.count("page-do-confirm-all", open)) } }
            }
            @let ready = open + summary.tally.units_in(State::Confirmed);
            @if frame.live.is_some_and(|live| !live.read_only) && ready > 0 {
                p { button type="button" data-do="approve-all" { (frame.count("page-do-approve-all", ready)) } }
            }
        }
    }
}

/// What narrows the view: all, work, a state, a kind of finding, words.
fn tools(view: &DocumentView<'_>, frame: &Frame<'_>) -> Markup {
    let tally = &view.summary.tally;
    let states = tally.units.iter().filter(|(_, count)| **count > 0);
    html! {
        form #filter .tools role="search" hidden {
            label { span { (frame.say("page-show")) }
                select name="show" {
                    option value="" { (frame.say("page-show-all")) }
                    option value="work" { (frame.say("page-show-work")) }
                    optgroup label=(frame.say("page-by-state")) {
                        @for (state, count) in states {
                            option value=(format!("state:{}", state.as_str())) { (frame.state(*state)) " (" (count) ")" }
                        }
                    }
                    @if !tally.codes.is_empty() {
                        optgroup label=(frame.say("page-by-finding")) {
                            @for (code, count) in &tally.codes {
                                option value=(format!("code:{code}")) { (code) " (" (count) ")" }
                            }
                        }
                    }
                }
            }
            label { span { (frame.say("page-find")) }
                input type="search" name="words" autocomplete="off" spellcheck="false";
            }
            div .steps {
                button type="button" data-step="-1" title=(frame.say("page-previous-key")) { (frame.say("page-previous")) }
                button type="button" data-step="1" title=(frame.say("page-next-key")) { (frame.say("page-next")) }
            }
            button #facts type="button" aria-pressed="false" aria-keyshortcuts="M"
                data-pair=(frame.say("page-facts-pair")) data-alone=(frame.say("page-facts-alone"))
                { (frame.say("page-facts")) " " kbd { "M" } }
            p .shown aria-live="polite" data-words=(frame.say("page-shown")) {}
            p .key-to-facts hidden { (frame.say("page-facts-key")) }
        }
    }
}

fn elsewhere(view: &DocumentView<'_>, frame: &Frame<'_>) -> Markup {
    html! {
        section .elsewhere aria-labelledby="elsewhere" {
            h2 #elsewhere { (frame.say("page-elsewhere")) }
            ul .findings { @for view in &view.elsewhere { (finding(view, frame)) } }
        }
    }
}

fn codes(view: &DocumentView<'_>) -> BTreeSet<Code> {
    let of_units = view.units().flat_map(|unit| &unit.findings);
    let all = of_units.chain(&view.elsewhere);
    all.map(|view: &FindingView<'_>| view.finding.code).collect()
}

/// The concepts that the texts mention, for the card that a term shows.
fn concepts(view: &DocumentView<'_>, glossary: &Glossary, frame: &Frame<'_>) -> Markup {
    let segments = view.units().flat_map(|unit| unit.source.iter().chain(&unit.target));
    let marks = segments.flat_map(|segment| &segment.runs).flat_map(|run| &run.marks);
    let ids: BTreeSet<&str> = marks
        .filter_map(|mark| if let Mark::Term(id) = mark { Some(id.as_str()) } else { None })
        .collect();
    let concepts: Vec<&Concept> = ids.into_iter().filter_map(|id| glossary.concept(id)).collect();
    html! {
        @if !concepts.is_empty() {
            section .terms aria-labelledby="terms" {
                h2 #terms { (frame.say("page-terms")) }
                dl {
                    @for concept in concepts {
                        div data-concept=(concept.id) {
                            dt { a href=(format!("{}#c-{}", frame.glossary(), concept.id)) lang=(LANGUAGES[0]) { (terms(concept)) } }
                            dd { (super::concepts::renderings(concept, frame)) }
                        }
                    }
                }
            }
        }
    }
}

fn terms(concept: &Concept) -> String {
    let terms: Vec<&str> = concept.source.iter().map(|term| term.text.as_str()).collect();
    if terms.is_empty() { concept.id.clone() } else { terms.join(", ") }
}

/// The decisions that can be taken, and the forms that some of them need: what the script puts
/// below the chosen unit.
fn deciding(frame: &Frame<'_>) -> Markup {
    html! {
        template #deciding {
            div .deciding role="toolbar" aria-label=(frame.say("page-decisions")) {
                @for (name, key) in DECISIONS {
                    button type="button" data-do=(name) aria-keyshortcuts=(key) {
                        (frame.say(&format!("page-do-{name}"))) " " kbd { (key) }
                    }
                }
            }
        }
        template #editing { (editing(frame)) }
        template #noting { (noting(frame)) }
        template #splitting { (splitting(frame)) }
        (keys(frame))
    }
}

/// The decisions about a unit and their keys, in their order.
const DECISIONS: [(&str, &str); 13] = [
    ("confirm", "Y"),
    ("approve", "P"),
    ("edit", "E"),
    ("write", "E"),
    ("omit", "O"),
    ("add", "O"),
    ("waive", "W"),
    ("link", "L"),
    ("unlink", "D"),
    ("split", "S"),
    ("note", "Q"),
    ("settle", "R"),
    ("undo", "U"),
];

fn editing(frame: &Frame<'_>) -> Markup {
    html! {
        form .editing .text {
            label { span { (frame.say("page-edit-label")) } textarea name="text" rows="3" spellcheck="true" {} }
            ul .findings aria-live="polite" {}
            div .conflict hidden { p { (frame.say("page-conflict")) } pre {} }
            div .deciding {
                button type="submit" { (frame.say("page-save")) " " kbd { "Ctrl+Enter" } }
                button type="button" data-do="cancel" { (frame.say("page-cancel")) " " kbd { "Esc" } }
            }
        }
    }
}

fn noting(frame: &Frame<'_>) -> Markup {
    html! {
        form .editing {
            label .choice { span { (frame.say("page-waive-label")) } select name="code" {} }
            label { span { (frame.say("page-note-label")) } input name="note" autocomplete="off"; }
            div .deciding {
                button type="submit" { (frame.say("page-record")) " " kbd { "Enter" } }
                button type="button" data-do="cancel" { (frame.say("page-cancel")) " " kbd { "Esc" } }
            }
        }
    }
}

/// Where a unit is split, on each side.
fn splitting(frame: &Frame<'_>) -> Markup {
    html! {
        form .editing {
            p .label { (frame.say("page-split-label")) }
            label { span { (frame.say("page-original")) } select name="original" {} }
            label { span { (frame.say("page-translation")) } select name="translation" data-none=(frame.say("page-split-nothing")) {} }
            div .deciding {
                button type="submit" { (frame.say("page-do-split")) " " kbd { "Enter" } }
                button type="button" data-do="cancel" { (frame.say("page-cancel")) " " kbd { "Esc" } }
            }
        }
    }
}

fn keys(frame: &Frame<'_>) -> Markup {
    html! {
        dialog #keys aria-labelledby="keys-title" {
            h2 #keys-title { (frame.say("page-keys")) }
            dl {
                @for (keys, id) in KEYS {
                    div { dt { @for key in keys { kbd { (key) } " " } } dd { (frame.say(id)) } }
                }
            }
            form method="dialog" { button { (frame.say("page-close")) } }
        }
        p .hint { button #help type="button" hidden { (frame.say("page-keys")) " " kbd { "?" } } }
    }
}

/// The keys of the page and the messages that say what they do.
const KEYS: [(&[&str], &str); 20] = [
    (&["J", "↓"], "page-key-next"),
    (&["K", "↑"], "page-key-previous"),
    (&["N"], "page-key-next-work"),
    (&["Y"], "page-do-confirm"),
    (&["P"], "page-do-approve"),
    (&["E"], "page-key-edit"),
    (&["O"], "page-key-deliberate"),
    (&["W"], "page-do-waive"),
    (&["Q"], "page-do-note"),
    (&["R"], "page-do-settle"),
    (&["U"], "page-do-undo"),
    (&["X"], "page-key-pick"),
    (&["Shift+J", "Shift+K"], "page-key-extend"),
    (&["L"], "page-do-link"),
    (&["D"], "page-do-unlink"),
    (&["S"], "page-do-split"),
    (&["M"], "page-facts"),
    (&["T"], "page-key-term"),
    (&["/"], "page-key-search"),
    (&["?"], "page-keys"),
];
