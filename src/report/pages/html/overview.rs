//! The first page: every document at a glance.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::{
    bar::{bar, legend},
    frame::{Frame, Tab, severity_icon},
    past::past,
};
use crate::{
    model::{Severity, State},
    report::pages::{
        overview::{DocumentSummary, Overview},
        tally::Tally,
    },
    ui::printable_line,
};

/// The first page, whole. `notes` are what could not be known.
#[must_use]
pub fn overview_page(view: &Overview, notes: &[String], frame: &Frame<'_>) -> String {
    let content = html! {
        div .head {
            h1 { (view.project) }
            @if let Some(base) = &view.base { p .paths { (frame.with("page-since", "base", base.as_str())) } }
            (bar(&view.total.words, frame))
            p .figures {
                strong { (view.total.words.percent()) "\u{a0}%" } " " (frame.say("page-done"))
                " · " (frame.words(view.total.words.total))
                " · " (frame.count("count-documents", view.documents.len()))
            }
            (legend(&view.total.words, frame))
            p .ready { (frame.messages.text(&ready(view))) }
            @for note in notes { p .warning { (severity_icon(Severity::Warn, None)) (note) } }
        }
        @if let Some(view) = &view.past { (past(view, frame)) }
        (tools(view, frame))
        div #hits hidden aria-live="polite" {}
        (table(view, frame))
    };
    frame.page(Tab::Overview, &frame.say("page-overview"), &content)
}

/// How many documents can be published: translated, up to date, without an error.
fn ready(view: &Overview) -> crate::model::Message {
    let ready = view.documents.iter().filter(|document| is_ready(&document.tally)).count();
    crate::model::Message::new("page-ready")
        .with("ready", ready)
        .with("count", view.documents.len())
}

const fn is_ready(tally: &Tally) -> bool {
    tally.words.percent() == 100 && tally.findings.error == 0
}

fn tools(view: &Overview, frame: &Frame<'_>) -> Markup {
    let states = [State::Untranslated, State::Stale, State::Edited, State::Unconfirmed];
    html! {
        form #filter .tools role="search" hidden {
            label { span { (frame.say("page-show")) }
                select name="show" {
                    option value="" { (frame.say("page-show-all")) }
                    option value="ready" { (frame.say("page-show-ready")) }
                    option value="work" { (frame.say("page-show-work")) }
                    optgroup label=(frame.say("page-by-state")) {
                        @for state in states.into_iter().filter(|state| view.total.units_in(*state) > 0) {
                            option value=(format!("state:{}", state.as_str())) { (frame.state(state)) }
                        }
                    }
                    optgroup label=(frame.say("page-by-finding")) {
                        @for (code, count) in &view.total.codes {
                            option value=(format!("code:{code}")) { (code) " (" (count) ")" }
                        }
                    }
                }
            }
            @let people = view.people();
            @if !people.is_empty() {
                label { span { (frame.say("page-person")) }
                    select name="person" {
                        option value="" { (frame.say("page-person-all")) }
                        @for person in people { option value=(person) { (printable_line(person)) } }
                    }
                }
            }
            label { span { (frame.say("page-path")) } input type="search" name="path" autocomplete="off" spellcheck="false"; }
            label { span { (frame.say("page-find-texts")) } input type="search" name="texts" autocomplete="off" spellcheck="false"; }
            p .shown aria-live="polite" data-words=(frame.say("page-shown"))
                data-none=(frame.say("page-nothing")) data-more=(frame.say("page-more")) {}
        }
    }
}

fn table(view: &Overview, frame: &Frame<'_>) -> Markup {
    let heading = |id: &str, sort: &str| {
        html! {
            th scope="col" data-sort=(sort) class=(format!("col-{sort}")) {
                span { (frame.say(id)) }
            }
        }
    };
    html! {
        table #documents {
            caption .unseen { (frame.say("page-documents")) }
            thead { tr {
                (heading("page-column-document", "path"))
                (heading("page-column-progress", "done"))
                (heading("page-column-words", "words"))
                (heading("page-column-missing", "missing"))
                (heading("page-column-stale", "stale"))
                (heading("page-column-findings", "findings"))
                @if view.past.is_some() { (heading("page-column-changed", "changed")) }
            } }
            tbody {
                @for line in lines(view) {
                    @match line {
                        Line::Folder { path, depth, tally } => (folder(&path, depth, &tally, view, frame)),
                        Line::Document { document, depth } => (document_row(document, depth, view, frame)),
                    }
                }
            }
        }
    }
}

/// A line of the tree.
enum Line<'a> {
    Folder { path: String, depth: usize, tally: Tally },
    Document { document: &'a DocumentSummary, depth: usize },
}

/// The tree, each folder before what stands in it.
fn lines(view: &Overview) -> Vec<Line<'_>> {
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    for document in &view.documents {
        for folder in folders(document.path()) {
            *tallies.entry(folder.to_owned()).or_default() += &document.tally;
        }
    }
    let mut lines = Vec::new();
    for document in &view.documents {
        let folders: Vec<&str> = folders(document.path()).collect();
        let depth = folders.len();
        for (depth, folder) in folders.into_iter().enumerate() {
            if let Some(tally) = tallies.remove(folder) {
                lines.push(Line::Folder { path: folder.to_owned(), depth, tally });
            }
        }
        lines.push(Line::Document { document, depth });
    }
    lines
}

/// The folders that a path lies in, the outermost first.
fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').filter_map(|(at, _)| path.get(..at)).filter(|folder| !folder.is_empty())
}

fn folder(path: &str, depth: usize, tally: &Tally, view: &Overview, frame: &Frame<'_>) -> Markup {
    let name = path.rsplit('/').next().unwrap_or(path);
    html! {
        tr .folder data-folder=(path) {
            th scope="row" class=(indent(depth)) {
                button type="button" .fold aria-expanded="true" { (printable_line(name)) "/" }
            }
            (cells(tally, frame))
            @if view.past.is_some() { td .col-changed {} }
        }
    }
}

fn indent(depth: usize) -> String {
    format!("indent-{}", depth.min(6))
}

fn document_row(
    document: &DocumentSummary,
    depth: usize,
    view: &Overview,
    frame: &Frame<'_>,
) -> Markup {
    let people: Vec<&str> = document.people().collect();
    let changed = document.changed().map(|change| change.date.as_str());
    let (_, name) = document.folder_and_name();
    let Tally { words, codes, units, .. } = &document.tally;
    let states: Vec<&str> = units.keys().map(|state| state.as_str()).collect();
    let codes: Vec<&str> = codes.keys().map(String::as_str).collect();
    let missing = words.untranslated;
    html! {
        tr .document data-path=(document.path()) data-done=(words.percent()) data-words=(words.total)
            data-missing=(missing) data-stale=(words.stale)
            data-findings=(document.tally.findings.error * 1000 + document.tally.findings.warn)
            data-states=(states.join(" ")) data-codes=(codes.join(" "))
            data-changed=[changed] data-people=(people.join("\n"))
            data-ready=[is_ready(&document.tally).then_some("")] {
            th scope="row" class=(indent(depth)) {
                a href=(frame.document(&document.id)) { (printable_line(name)) }
                @if document.paths()[1].is_none() { " " span .missing { (frame.say("page-no-translation")) } }
                @if document.paths()[0].is_none() { " " span .missing { (frame.say("page-no-original")) } }
            }
            (cells(&document.tally, frame))
            @if view.past.is_some() { td .col-changed { (changed_by(document, frame)) } }
        }
    }
}

/// Who changed a document last, and when; who changed which side is told by the title.
fn changed_by(document: &DocumentSummary, frame: &Frame<'_>) -> Markup {
    let sides = [
        ("page-original", &document.original_changed),
        ("page-translation", &document.translation_changed),
    ];
    let sides = sides.into_iter().filter_map(|(id, change)| Some((id, change.as_ref()?)));
    let title = sides.map(|(id, change)| {
        format!("{}: {}, {}", frame.say(id), change.date, printable_line(&change.author))
    });
    let title = title.collect::<Vec<_>>().join("; ");
    html! {
        @if let Some(change) = document.changed() {
            span title=(title) {
                time datetime=(change.date) { (change.date) } " "
                span .who { (printable_line(&change.author)) }
            }
        }
    }
}

fn cells(tally: &Tally, frame: &Frame<'_>) -> Markup {
    let words = &tally.words;
    let count = |count: usize| if count == 0 { "–".to_owned() } else { frame.number(count) };
    let severities = [
        (Severity::Error, tally.findings.error),
        (Severity::Warn, tally.findings.warn),
        (Severity::Info, tally.findings.info),
    ];
    html! {
        td .col-done { (bar(words, frame)) span .percent { (words.percent()) "\u{a0}%" } }
        td .col-words { (frame.number(words.total)) }
        td .col-missing { (count(words.untranslated)) }
        td .col-stale { (count(words.stale)) }
        td .col-findings {
            @for (severity, number) in severities.into_iter().filter(|(_, number)| *number > 0) {
                span class=(format!("tag {}", severity.as_str())) {
                    (severity_icon(severity, Some(&frame.say(&format!("severity-{}", severity.as_str())))))
                    (number)
                }
            }
        }
    }
}
