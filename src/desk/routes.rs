//! What can be asked of the desk: pages, files of the pages, a search, decisions.

use super::{
    answer::{Answer, Request},
    deciding, search,
    snapshot::{Desk, State},
};
use crate::{
    comparison::{Revisions, between},
    glossary::Glossary,
    history::recent,
    model::DocumentPair,
    report::pages::{
        Before, ChangesView, DocumentView, Frame, Lens, Links, Live, Occurrences, Overview, asset,
        changes_page, concepts_page, document_page, next_with_work, overview_page,
    },
    ui::{Locale, Messages},
};

/// So many commits are offered to compare with.
const COMMITS: usize = 50;

/// The query and the cookie by which a reader chooses a language.
const LANGUAGE: &str = "lang";
const LANGUAGE_COOKIE: &str = "sverka-language";

/// The answer to a request that the guard let pass.
pub(super) fn answer(desk: &Desk, request: &Request) -> Answer {
    let parts: Vec<&str> = request.path().split('/').skip(1).collect();
    let locale = locale(desk, request);
    match (request.method(), parts.as_slice()) {
        ("GET", [""]) => page(request, locale, home(desk, locale)),
        ("GET", ["changes"]) => page(request, locale, changes(desk, request, locale)),
        ("GET", ["glossary"]) => page(request, locale, glossary(desk, locale)),
        ("GET", ["documents", id]) => match document(desk, id, locale) {
            Some(html) => page(request, locale, html),
            None => not_found(),
        },
        ("GET", ["assets", name]) => match asset(name) {
            Some(asset) => Answer::new(200, asset.media_type, asset.text),
            None => not_found(),
        },
        ("GET", ["search"]) => {
            let words = request.query("words").unwrap_or_default();
            Answer::json(200, &search::hits(&desk.state().documents, &words))
        }
        ("POST", ["decide" | "edit" | "check" | "concept"]) => {
            deciding::answer(desk, request, locale)
        }
        ("GET" | "POST", _) => not_found(),
        _ => Answer::new(405, "text/plain; charset=utf-8", ""),
    }
}

fn not_found() -> Answer {
    Answer::new(404, "text/plain; charset=utf-8", "")
}

/// The language that the reader chose, now or before.
fn locale(desk: &Desk, request: &Request) -> Locale {
    let chosen = request.query(LANGUAGE).or_else(|| request.cookie(LANGUAGE_COOKIE));
    chosen.and_then(|name| Locale::from_name(&name)).unwrap_or(desk.terms.locale)
}

/// A page; a language that is chosen is remembered.
fn page(request: &Request, locale: Locale, html: String) -> Answer {
    let page = Answer::page(html);
    if request.query(LANGUAGE).is_none() {
        return page;
    }
    let cookie = format!("{LANGUAGE_COOKIE}={}; Path=/; HttpOnly; SameSite=Strict", locale.code());
    page.with("set-cookie", cookie)
}

/// The frame of a page whose state is held: no later change has a number yet.
fn frame<'a>(desk: &'a Desk, project: &'a str, locale: Locale) -> Frame<'a> {
    let other = Locale::ALL.into_iter().find(|other| *other != locale).unwrap_or_default();
    let links = Links {
        pages: "/".to_owned(),
        shared: "/".to_owned(),
        ending: "",
        other_language: format!("?{LANGUAGE}={}", other.code()),
    };
    let live = Some(Live { read_only: desk.terms.read_only, change: *desk.changes().borrow() });
    Frame { messages: desk.messages(locale), locale, project, links, has_changes: true, live }
}

fn lens<'a>(desk: &'a Desk, glossary: &'a Glossary) -> Lens<'a> {
    Lens { glossary, english: desk.messages(Locale::English) }
}

fn home(desk: &Desk, locale: Locale) -> String {
    let state = desk.state();
    let name = state.project.name();
    let before = Before { chronicle: &state.chronicle, today: (desk.terms.today)() };
    let view = Overview::of(&name, None, &state.documents, before);
    let notes = notes(&state, desk.messages(locale));
    overview_page(&view, &notes, &frame(desk, &name, locale))
}

fn notes(state: &State, messages: &Messages) -> Vec<String> {
    state.notes.iter().map(|note| messages.text(&note.message)).collect()
}

fn glossary(desk: &Desk, locale: Locale) -> String {
    let state = desk.state();
    let name = state.project.name();
    let mut occurrences = Occurrences::default();
    for report in &state.documents {
        occurrences.add(&DocumentView::of(report, lens(desk, &state.glossary)));
    }
    concepts_page(&occurrences.of(&state.glossary), &frame(desk, &name, locale))
}

/// What changed since a revision that the reader names, or since the last commit.
fn changes(desk: &Desk, request: &Request, locale: Locale) -> String {
    let state = desk.state();
    let name = state.project.name();
    let since = request.query("since").filter(|since| !since.trim().is_empty());
    let since = since.unwrap_or_else(|| "HEAD".to_owned());
    let view = match Revisions::parse(&state.project, since.trim()) {
        Ok(revisions) => {
            let pairs: Vec<DocumentPair> =
                state.documents.iter().map(|report| report.pair.clone()).collect();
            let (changes, unread) = between(&state.project, &revisions, &pairs);
            let refused = unread.first().map(|it| desk.messages(locale).text(&it.message));
            ChangesView { refused, ..ChangesView::of(&since, &changes) }
        }
        Err(message) => {
            let refused = Some(desk.messages(locale).text(&message));
            ChangesView { since, refused, ..ChangesView::default() }
        }
    };
    let view = ChangesView { commits: recent(&state.project.root, COMMITS), ..view };
    changes_page(&view, &frame(desk, &name, locale))
}

fn document(desk: &Desk, id: &str, locale: Locale) -> Option<String> {
    let state = desk.state();
    let name = state.project.name();
    let at = state.document(id)?;
    let report = state.documents.get(at)?;
    let next = next_with_work(&state.documents).get(at).copied().flatten();
    let next = next.and_then(|next| state.documents.get(next)?.pair.path());
    let view = DocumentView::of(report, lens(desk, &state.glossary));
    Some(document_page(&view, next, &state.glossary, &frame(desk, &name, locale)))
}
