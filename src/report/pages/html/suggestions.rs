//! Terms that the term base seems to lack, each with what it is called.

use maud::{Markup, html};

use super::{frame::Frame, unit::LANGUAGES};
use crate::{glossary::Suggestion, model::Message, report::pages::suggestions::SuggestionsView};

/// The section of the suggestions; where the desk may write, each can be added.
pub(super) fn suggestions(view: &SuggestionsView, is_writable: bool, frame: &Frame<'_>) -> Markup {
    html! {
        section .suggestions aria-labelledby="suggestions" {
            @if !view.suggestions.is_empty() {
                h2 #suggestions { (frame.say("page-suggestions")) }
                @if view.looked < view.all { p .figures { (sampled(view, frame)) } }
                ul { @for each in &view.suggestions { (suggestion(each, is_writable, frame)) } }
            }
        }
    }
}

fn sampled(view: &SuggestionsView, frame: &Frame<'_>) -> String {
    let message =
        Message::new("page-suggestions-sampled").with("looked", frame.number(view.looked));
    frame.messages.text(&message.with("all", frame.number(view.all)))
}

fn suggestion(suggestion: &Suggestion, is_writable: bool, frame: &Frame<'_>) -> Markup {
    html! {
        li .suggestion data-form=[is_writable.then(|| filled(suggestion))] {
            span lang=(LANGUAGES[0]) { (suggestion.term) }
            span .renderings lang=(LANGUAGES[1]) {
                @for (text, count) in &suggestion.renderings {
                    span { (text) " " span .status { (frame.number(*count)) } }
                }
            }
            span .figures {
                (frame.count("page-suggestion-segments", suggestion.count))
                @if suggestion.is_inconsistent { " · " (frame.say("page-suggestion-split")) }
            }
            @if is_writable {
                button type="button" data-do="add-concept" hidden { (frame.say("page-suggestion-add")) }
            }
        }
    }
}

/// The lines of the form of a concept as the suggestion fills them, as JSON.
fn filled(suggestion: &Suggestion) -> String {
    let rendering = suggestion.renderings.first().map_or("", |(text, _)| text);
    serde_json::json!({ "source": suggestion.term, "preferred": rendering }).to_string()
}
