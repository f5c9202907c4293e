//! All pages of a project as files that need no server.

use std::io;

use rayon::prelude::*;

use super::{
    assets::ASSETS,
    badge::badge,
    changes::ChangesView,
    concepts::Occurrences,
    document::{DocumentView, Lens},
    html::{Frame, Links, changes_page, concepts_page, document_page, overview_page},
    overview::{Before, Overview},
    search::SearchTexts,
    summary::summary,
    walk::next_with_work,
};
use crate::{
    comparison::DocumentChange,
    glossary::Glossary,
    model::DocumentReport,
    report::json_text,
    ui::{Locale, Messages},
};

/// Documents whose pages are made at a time: so many texts are in memory twice.
const AT_A_TIME: usize = 64;

/// What a static report is made of.
#[derive(Debug)]
pub struct SiteReport<'a> {
    /// The name of the project.
    pub project: &'a str,
    /// The revision from which on findings are reported.
    pub base: Option<&'a str>,
    /// Where the report will stand on the web, ending in `/`; empty where that is not known.
    pub url: &'a str,
    /// What changed since that revision.
    pub changes: Option<&'a [DocumentChange]>,
    /// What came before today.
    pub before: Before<'a>,
    /// The documents, sorted by path.
    pub documents: &'a [DocumentReport],
    /// The project's terms.
    pub glossary: &'a Glossary,
    /// What could not be known, in the languages of [`Locale::ALL`].
    pub notes: [Vec<String>; 2],
    /// The language that a reader meets first.
    pub locale: Locale,
}

/// Writes every file of the site through `write`, which is given its path and its bytes.
///
/// # Errors
/// When `write` fails.
pub fn write_site(
    report: &SiteReport<'_>,
    write: &(dyn Fn(&str, &[u8]) -> io::Result<()> + Sync),
) -> io::Result<()> {
    let languages = Locale::ALL.map(|locale| (locale, Messages::new(locale)));
    let english = Messages::english();
    let lens = Lens { glossary: report.glossary, english: &english };
    let overview = Overview::of(report.project, report.base, report.documents, report.before);
    let next = next_with_work(report.documents);
    let (mut occurrences, mut texts) = (Occurrences::default(), SearchTexts::default());
    for (some, next) in report.documents.chunks(AT_A_TIME).zip(next.chunks(AT_A_TIME)) {
        let views: Vec<DocumentView<'_>> =
            some.par_iter().map(|document| DocumentView::of(document, lens)).collect();
        // What all pages are gathered into has an order; it is gathered while these are written.
        let pages = || {
            let all = views.par_iter().zip(next);
            all.try_for_each(|(view, next)| write_document(view, *next, report, &languages, write))
        };
        let gathering = || {
            for view in &views {
                occurrences.add(view);
                texts.add(view);
            }
        };
        rayon::join(gathering, pages).1?;
    }
    let terms = occurrences.of(report.glossary);
    for ((locale, messages), notes) in languages.iter().zip(&report.notes) {
        let folder = folder(*locale, report);
        let frame = |page: &str| frame(report, *locale, messages, page);
        let home = overview_page(&overview, notes, &frame("index.html"));
        write(&format!("{folder}index.html"), home.as_bytes())?;
        let glossary = concepts_page(&terms, &frame("glossary.html"));
        write(&format!("{folder}glossary.html"), glossary.as_bytes())?;
        if let Some(changes) = report.changes {
            let view = ChangesView::of(report.base.unwrap_or_default(), changes);
            let page = changes_page(&view, &frame("changes.html"));
            write(&format!("{folder}changes.html"), page.as_bytes())?;
        }
    }
    let usual = languages.iter().find(|(locale, _)| *locale == report.locale);
    let messages = usual.map_or(&english, |(_, messages)| messages);
    write("badge.svg", badge(&overview.total.words, messages).as_bytes())?;
    write("summary.md", summary(&overview, report.url, messages).as_bytes())?;
    write("report.json", &json(&overview)?)?;
    write("assets/search.js", texts.script().as_bytes())?;
    ASSETS
        .iter()
        .try_for_each(|asset| write(&format!("assets/{}", asset.name), asset.text.as_bytes()))
}

fn write_document(
    view: &DocumentView<'_>,
    next: Option<usize>,
    report: &SiteReport<'_>,
    languages: &[(Locale, Messages); 2],
    write: &(dyn Fn(&str, &[u8]) -> io::Result<()> + Sync),
) -> io::Result<()> {
    let path = format!("documents/{}", view.summary.id);
    let next = next.and_then(|next| report.documents.get(next)?.pair.path());
    for (locale, messages) in languages {
        let frame = frame(report, *locale, messages, &format!("{path}.html"));
        let page = document_page(view, next, report.glossary, &frame);
        write(&format!("{}{path}.html", folder(*locale, report)), page.as_bytes())?;
    }
    write(&format!("{path}.json"), &json(view)?)
}

fn json(value: &impl serde::Serialize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    json_text::write(&mut bytes, value)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Where the pages of a language stand: those of the first at the root.
fn folder(locale: Locale, report: &SiteReport<'_>) -> String {
    if locale == report.locale { String::new() } else { format!("{}/", locale.code()) }
}

fn frame<'a>(
    report: &SiteReport<'a>,
    locale: Locale,
    messages: &'a Messages,
    page: &str,
) -> Frame<'a> {
    let pages = "../".repeat(page.matches('/').count());
    let is_usual = locale == report.locale;
    let shared = if is_usual { pages.clone() } else { format!("{pages}../") };
    let other = Locale::ALL.into_iter().find(|other| *other != locale).unwrap_or_default();
    let other_language = if is_usual {
        format!("{pages}{}/{page}", other.code())
    } else {
        format!("{shared}{page}")
    };
    let links = Links { pages, shared, ending: ".html", other_language };
    let has_changes = report.changes.is_some();
    Frame { messages, locale, project: report.project, links, has_changes, live: None }
}
