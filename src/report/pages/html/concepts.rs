//! The glossary: concepts, what they are called, where they occur.

use maud::{Markup, html};

use super::{
    frame::{Frame, Tab},
    unit::LANGUAGES,
};
use crate::{
    glossary::{Concept, Status},
    report::pages::concepts::ConceptView,
};

/// The page of the term base, whole.
#[must_use]
pub fn concepts_page(views: &[ConceptView<'_>], frame: &Frame<'_>) -> String {
    let content = html! {
        div .head {
            h1 { (frame.say("page-glossary")) }
            p .figures { (frame.count("page-concepts", views.len())) }
        }
        @if views.is_empty() { p .empty { (frame.say("page-no-concepts")) } }
        form #filter .tools role="search" hidden {
            label { span { (frame.say("page-find")) } input type="search" name="concept" autocomplete="off" spellcheck="false"; }
            p .shown aria-live="polite" data-words=(frame.say("page-shown")) {}
        }
        div .concepts { @for view in views { (concept(view, frame)) } }
    };
    frame.page(Tab::Glossary, &frame.say("page-glossary"), &content)
}

fn concept(view: &ConceptView<'_>, frame: &Frame<'_>) -> Markup {
    let concept = view.concept;
    let id = format!("c-{}", concept.id);
    html! {
        article .concept id=(id) tabindex="-1" {
            h2 lang=(LANGUAGES[0]) {
                @for (index, term) in concept.source.iter().enumerate() {
                    @if index > 0 { ", " }
                    (term.text)
                }
                @if concept.source.is_empty() { span .id { (concept.id) } }
            }
            (renderings(concept, frame))
            @if let Some(definition) = &concept.definition { p .definition { (definition) } }
            @if let Some(note) = &concept.note { p .note { (frame.say("page-note")) ": " (note) } }
            p .figures {
                @if let Some(domain) = &concept.domain { (domain) " · " }
                (frame.count("page-occurrences", view.count))
                @if view.missing > 0 { " · " span .missing { (frame.count("page-term-faults", view.missing)) } }
            }
            @if !view.occurrences.is_empty() { (occurrences(view, frame)) }
        }
    }
}

/// The renderings of a concept, each with its standing.
pub(super) fn renderings(concept: &Concept, frame: &Frame<'_>) -> Markup {
    html! {
        ul .renderings lang=(LANGUAGES[1]) {
            @for term in &concept.target {
                li class=(term.status.as_str()) {
                    (term.text)
                    @if !term.variants.is_empty() { " (" (term.variants.join(", ")) ")" }
                    @if term.status != Status::Preferred {
                        " " span .status lang=(frame.locale.code()) { (frame.say(&format!("page-term-{}", term.status.as_str()))) }
                    }
                }
            }
        }
    }
}

fn occurrences(view: &ConceptView<'_>, frame: &Frame<'_>) -> Markup {
    html! {
        details {
            summary { (frame.say("page-where")) }
            ul .occurrences {
                @for occurrence in &view.occurrences {
                    li {
                        a href=(format!("{}#{}", frame.document(&occurrence.document), occurrence.unit)) { (occurrence.name) }
                        span lang=(LANGUAGES[0]) { (occurrence.source) }
                        span lang=(LANGUAGES[1]) { (occurrence.target) }
                    }
                }
            }
            @if view.count > view.occurrences.len() { p .figures { (frame.say("page-and-more")) } }
        }
    }
}
