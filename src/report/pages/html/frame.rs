//! What every page has: its head, the way to other pages, the language.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::{
    model::{Argument, Message, Severity, State},
    ui::{Locale, Messages},
};

/// The shapes by which states and severities are told apart without colour.
const ICONS: &str = include_str!("../assets/icons.svg");

/// What a page of a static site may load. A server says more in a header.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
                      base-uri 'none'; form-action 'none'";

/// How pages name one another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Links {
    /// From a page to those of its language.
    pub pages: String,
    /// From a page to what all languages share.
    pub shared: String,
    /// What the name of a page ends with.
    pub ending: &'static str,
    /// The same page in the other language.
    pub other_language: String,
}

/// What a page that is served can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Live {
    /// Whether decisions are refused.
    pub read_only: bool,
    /// The number of the last change that it shows.
    pub change: u64,
}

/// What surrounds the content of a page.
#[derive(Debug, Clone)]
pub struct Frame<'a> {
    /// The reader's words.
    pub messages: &'a Messages,
    /// Their language.
    pub locale: Locale,
    /// The name of the project.
    pub project: &'a str,
    /// The way to other pages.
    pub links: Links,
    /// Whether there is a page of changes.
    pub has_changes: bool,
    /// What it can do where it is served; none for a static page.
    pub live: Option<Live>,
}

/// The pages that every page leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tab {
    Overview,
    Document,
    Glossary,
    Changes,
}

impl Frame<'_> {
    /// A message without arguments.
    pub(super) fn say(&self, id: &str) -> String {
        self.messages.phrase(id)
    }

    /// A message with one number.
    pub(super) fn count(&self, id: &'static str, count: usize) -> String {
        self.messages.text(&Message::new(id).with("count", count))
    }

    /// A message with one argument.
    pub(super) fn with(
        &self,
        id: &'static str,
        name: &'static str,
        value: impl Into<Argument>,
    ) -> String {
        self.messages.text(&Message::new(id).with(name, value))
    }

    /// What a state is called.
    pub(super) fn state(&self, state: State) -> String {
        self.say(&format!("page-state-{}", state.as_str()))
    }

    /// So many words of the originals.
    pub(super) fn words(&self, count: usize) -> String {
        self.messages.text(&words_message(count, self.locale))
    }

    /// A number as the language writes it.
    pub(super) fn number(&self, number: usize) -> String {
        grouped(number, self.locale)
    }

    /// The address of the first page.
    pub(super) fn home(&self) -> String {
        let name = if self.live.is_some() { "" } else { "index.html" };
        format!("{}{name}", self.links.pages)
    }

    /// The address of the changes.
    pub(super) fn changes(&self) -> String {
        format!("{}changes{}", self.links.pages, self.links.ending)
    }

    /// The address of the glossary.
    pub(super) fn glossary(&self) -> String {
        format!("{}glossary{}", self.links.pages, self.links.ending)
    }

    /// The address of a document.
    pub(super) fn document(&self, id: &str) -> String {
        format!("{}documents/{id}{}", self.links.pages, self.links.ending)
    }

    /// The whole page.
    pub(super) fn page(&self, tab: Tab, title: &str, content: &Markup) -> String {
        let asset = |name: &str| format!("{}assets/{name}", self.links.shared);
        let markup = html! {
            (DOCTYPE)
            html lang=(self.locale.code()) {
                head {
                    meta charset="utf-8";
                    @if self.live.is_none() {
                        meta http-equiv="Content-Security-Policy" content=(POLICY);
                    }
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="referrer" content="no-referrer";
                    meta name="color-scheme" content="light dark";
                    title { (title) " · " (self.project) }
                    link rel="icon" type="image/svg+xml" href=(asset("icon.svg"));
                    link rel="stylesheet" href=(asset("pages.css"));
                    script src=(asset("pages.js")) defer {}
                }
                body data-live=[self.live.map(|live| if live.read_only { "reading" } else { "yes" })]
                    data-change=[self.live.map(|live| live.change)]
                    data-shared=(self.links.shared) data-pages=(self.links.pages)
                    data-ending=(self.links.ending) {
                    (PreEscaped(ICONS))
                    a .skip href="#content" { (self.say("page-skip")) }
                    (self.top(tab))
                    main #content tabindex="-1" { (content) }
                    div #said role="status" aria-live="polite" {}
                    footer { (self.say("page-made-by")) }
                }
            }
        };
        markup.into_string()
    }

    fn top(&self, tab: Tab) -> Markup {
        let current = |of: Tab| (of == tab).then_some("page");
        html! {
            header .top {
                a .name href=(self.home()) { svg .logo aria-hidden="true" { use href="#i-sverka"; } (self.project) }
                nav aria-label=(self.say("page-pages")) {
                    a href=(self.home()) aria-current=[current(Tab::Overview)] { (self.say("page-overview")) }
                    a href=(self.glossary()) aria-current=[current(Tab::Glossary)] { (self.say("page-glossary")) }
                    @if self.has_changes {
                        a href=(self.changes()) aria-current=[current(Tab::Changes)] { (self.say("page-changes")) }
                    }
                }
                div .switches {
                    button #theme type="button" hidden aria-label=(self.say("page-theme")) title=(self.say("page-theme")) {
                        svg aria-hidden="true" { use href="#i-theme"; }
                    }
                    a #language href=(self.links.other_language) lang=(self.other().code()) hreflang=(self.other().code()) {
                        (self.say("page-other-language"))
                    }
                }
            }
        }
    }

    fn other(&self) -> Locale {
        match self.locale {
            Locale::English => Locale::Russian,
            Locale::Russian => Locale::English,
        }
    }
}

/// So many words of the originals, as a message.
pub(in crate::report::pages) fn words_message(count: usize, locale: Locale) -> Message {
    Message::new("page-words").with("count", count).with("written", grouped(count, locale))
}

/// A number with its thousands apart, as the language writes it: four digits stay together in
/// Russian.
fn grouped(number: usize, locale: Locale) -> String {
    let digits = number.to_string();
    let (separator, least) = if locale == Locale::Russian { ('\u{a0}', 5) } else { (',', 4) };
    let mut written = String::new();
    for (index, digit) in digits.chars().enumerate() {
        let begins_group = index > 0 && (digits.len() - index).is_multiple_of(3);
        if begins_group && digits.len() >= least {
            written.push(separator);
        }
        written.push(digit);
    }
    written
}

/// The shape of a state, which its colour repeats.
pub(super) fn state_icon(state: State, label: Option<&str>) -> Markup {
    icon(state.as_str(), &format!("state-{}", state.as_str()), label)
}

/// The shape of a severity.
pub(super) fn severity_icon(severity: Severity, label: Option<&str>) -> Markup {
    icon(severity.as_str(), &format!("severity-{}", severity.as_str()), label)
}

fn icon(name: &str, class: &str, label: Option<&str>) -> Markup {
    let target = format!("#i-{name}");
    html! {
        @if let Some(label) = label {
            svg .icon .(class) role="img" aria-label=(label) { use href=(target); }
        } @else {
            svg .icon .(class) aria-hidden="true" { use href=(target); }
        }
    }
}
