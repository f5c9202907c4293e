//! The page of what a branch or a range of revisions did to both sides.

use maud::{Markup, html};

use super::{
    frame::{Frame, Tab},
    unit::LANGUAGES,
    words::diff,
};
use crate::{
    history::RecentCommit,
    report::pages::changes::{ChangedDocument, ChangedSegment, ChangedText, ChangesView},
    ui::printable_line,
};

/// The page of changes, whole.
#[must_use]
pub fn changes_page(view: &ChangesView, frame: &Frame<'_>) -> String {
    let content = html! {
        div .head {
            h1 { (frame.say("page-changes")) }
            p .figures { (frame.with("page-changes-since", "since", view.since.as_str())) }
        }
        @if frame.live.is_some() { (choice(view, frame)) }
        @if let Some(refused) = &view.refused { p .warning { (refused) } }
        @else if view.documents.is_empty() { p .empty { (frame.say("page-changes-none")) } }
        @for document in &view.documents { (changed(document, frame)) }
    };
    frame.page(Tab::Changes, &frame.say("page-changes"), &content)
}

fn choice(view: &ChangesView, frame: &Frame<'_>) -> Markup {
    html! {
        form .tools method="get" action=(frame.changes()) {
            label { span { (frame.say("page-changes-range")) }
                input name="since" value=(view.since) placeholder="main..." autocomplete="off" spellcheck="false";
            }
            button type="submit" { (frame.say("page-changes-show")) }
        }
        @if !view.commits.is_empty() { (commits(view, frame)) }
    }
}

/// The last commits: what one of them changed, and all that changed since.
fn commits(view: &ChangesView, frame: &Frame<'_>) -> Markup {
    let link = |range: String| format!("{}?since={range}", frame.changes());
    html! {
        details .commits {
            summary { (frame.say("page-changes-commits")) }
            ul {
                @for RecentCommit { commit, subject, has_parent } in &view.commits {
                    li {
                        time datetime=(commit.date()) { (commit.date()) } " "
                        span .subject { (printable_line(subject)) } " — " (printable_line(&commit.author)) " "
                        @if *has_parent {
                            a href=(link(format!("{0}~..{0}", commit.id))) { (frame.say("page-changes-its-own")) } " · "
                        }
                        a href=(link(commit.id.clone())) { (frame.say("page-changes-from-then")) }
                    }
                }
            }
        }
    }
}

fn changed(document: &ChangedDocument, frame: &Frame<'_>) -> Markup {
    html! {
        section .changed {
            h2 { a href=(frame.document(&document.id)) { (printable_line(&document.name)) } }
            @for change in &document.changes { (segment(change)) }
        }
    }
}

fn segment(change: &ChangedSegment) -> Markup {
    html! {
        div .row .unit .begins {
            div .side .source .same[!change.source.is_change] lang=(LANGUAGES[0]) { (text(&change.source)) }
            div .between {}
            div .side .target .same[!change.target.is_change] lang=(LANGUAGES[1]) { (text(&change.target)) }
        }
    }
}

fn text(text: &ChangedText) -> Markup {
    html! { p { (diff(&text.diff)) } }
}
