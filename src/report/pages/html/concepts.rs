//! The glossary: concepts, what they are called, where they occur.

use maud::{Markup, html};

use super::{
    frame::{Frame, Tab, severity_icon},
    suggestions::suggestions,
    unit::LANGUAGES,
};
use crate::{
    glossary::{Concept, Derivation, Forms, Remark, Status, forms},
    model::Severity,
    report::pages::concepts::{ConceptView, GlossaryView, OccurrenceView},
};

/// The page of the term base, whole.
#[must_use]
pub fn concepts_page(view: &GlossaryView<'_>, frame: &Frame<'_>) -> String {
    let views = &view.concepts;
    let content = html! {
        div .head {
            h1 { (frame.say("page-glossary")) }
            p .figures { (frame.count("page-concepts", views.len())) }
        }
        @if views.is_empty() { p .empty { (frame.say("page-no-concepts")) } }
        form #filter .tools role="search" hidden {
            label { span { (frame.say("page-show")) }
                select name="show" {
                    option value="" { (frame.say("page-show-all")) }
                    option value="doubtful" { (frame.say("page-show-doubtful")) }
                }
            }
            label { span { (frame.say("page-find")) } input type="search" name="concept" autocomplete="off" spellcheck="false"; }
            p .shown aria-live="polite" data-words=(frame.say("page-shown")) {}
        }
        @if is_writable(frame) { (editing(frame)) }
        div .concepts { @for view in views { (concept(view, frame)) } }
        (suggestions(&view.suggestions, is_writable(frame), frame))
    };
    frame.page(Tab::Glossary, &frame.say("page-glossary"), &content)
}

fn is_writable(frame: &Frame<'_>) -> bool {
    frame.live.is_some_and(|live| !live.read_only)
}

/// The button for a new concept, and the form of one: what the script puts in its place.
fn editing(frame: &Frame<'_>) -> Markup {
    let lines = |name: &str, lang: &str| {
        html! {
            label { span { (frame.say(&format!("page-concept-{name}"))) }
                textarea name=(name) rows="1" lang=(lang) spellcheck="true" {}
            }
        }
    };
    html! {
        p { button #new-concept type="button" hidden { (frame.say("page-concept-new")) } }
        template #concept-form {
            form .editing .concept-form {
                (lines("source", LANGUAGES[0]))
                div .choices {
                    @for name in ["preferred", "admitted", "deprecated", "forbidden"] { (lines(name, LANGUAGES[1])) }
                }
                label { span { (frame.say("page-concept-definition")) } input name="definition" autocomplete="off"; }
                label { span { (frame.say("page-concept-note")) } input name="note" autocomplete="off"; }
                div .preview role="status" aria-live="polite" { p {} ul .occurrences {} }
                div .deciding {
                    button type="submit" { (frame.say("page-save")) " " kbd { "Ctrl+Enter" } }
                    button type="button" data-do="cancel" { (frame.say("page-cancel")) " " kbd { "Esc" } }
                }
            }
        }
    }
}

/// The lines of the form as a concept fills them, as JSON.
fn filled(concept: &Concept) -> String {
    let lines = |texts: Vec<&str>| texts.join("\n");
    let with = |status: Status| {
        let terms = concept.target.iter().filter(move |term| term.status == status);
        lines(terms.map(|term| term.text.as_str()).collect())
    };
    serde_json::json!({
        "id": concept.id,
        "source": lines(concept.source.iter().map(|term| term.text.as_str()).collect()),
        "preferred": with(Status::Preferred),
        "admitted": with(Status::Admitted),
        "deprecated": with(Status::Deprecated),
        "forbidden": with(Status::Forbidden),
        "definition": concept.definition.clone().unwrap_or_default(),
        "note": concept.note.clone().unwrap_or_default(),
    })
    .to_string()
}

fn concept(view: &ConceptView<'_>, frame: &Frame<'_>) -> Markup {
    let concept = view.concept;
    let id = format!("c-{}", concept.id);
    html! {
        article .concept id=(id) tabindex="-1" data-doubtful[view.is_doubtful()] data-form=[is_writable(frame).then(|| filled(concept))] {
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
            @if !view.remarks.is_empty() { (remarks(&view.remarks, frame)) }
            @if !concept.source.is_empty() { (forms_of(concept, frame)) }
            @if !view.occurrences.is_empty() { (occurrences(view, frame)) }
            @if is_writable(frame) {
                p { button type="button" data-do="edit-concept" hidden { (frame.say("page-do-edit")) } }
            }
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

/// What is doubtful in a concept.
fn remarks(remarks: &[Remark], frame: &Frame<'_>) -> Markup {
    html! {
        ul .findings {
            @for remark in remarks {
                @let severity = frame.say(&format!("severity-{}", remark.severity.as_str()));
                li class=(format!("finding {}", remark.severity.as_str())) {
                    (severity_icon(remark.severity, Some(&severity)))
                    p .what { (frame.messages.text(&remark.diagnostic.message)) }
                }
            }
        }
    }
}

/// The forms by which the terms of a concept are found, and where they come from.
fn forms_of(concept: &Concept, frame: &Frame<'_>) -> Markup {
    html! {
        details .forms {
            summary { (frame.say("page-forms")) }
            dl {
                @for term in &concept.source {
                    @let Forms { texts, derivation } = forms(term, concept.case);
                    dt { span lang=(LANGUAGES[0]) { (term.text) } " " span .status { (frame.say(whence(derivation))) } }
                    dd lang=(LANGUAGES[0]) { (texts.into_iter().collect::<Vec<_>>().join(", ")) }
                }
            }
        }
    }
}

const fn whence(derivation: Derivation) -> &'static str {
    match derivation {
        Derivation::Given => "derivation-given",
        Derivation::Known => "derivation-known",
        Derivation::Guessed => "derivation-guessed",
        Derivation::Fixed => "derivation-fixed",
    }
}

fn occurrences(view: &ConceptView<'_>, frame: &Frame<'_>) -> Markup {
    html! {
        details {
            summary { (frame.say("page-where")) }
            ul .occurrences {
                @for each in &view.occurrences { (occurrence(each, frame)) }
            }
            @if view.count > view.occurrences.len() { p .figures { (frame.say("page-and-more")) } }
        }
    }
}

fn occurrence(view: &OccurrenceView, frame: &Frame<'_>) -> Markup {
    html! {
        li .is-fault[view.is_fault] {
            span .place {
                @if view.is_fault { (severity_icon(Severity::Error, Some(&frame.say("page-term-fault")))) " " }
                a href=(format!("{}#{}", frame.document(&view.document), view.unit)) { (view.name) }
            }
            span lang=(LANGUAGES[0]) { (view.source) }
            span lang=(LANGUAGES[1]) { (view.target) }
        }
    }
}
