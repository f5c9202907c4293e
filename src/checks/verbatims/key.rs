//! By what two verbatim pieces are compared: a link to the Russian page and one to the English
//! page of the same site are the same.

use crate::{
    model::{Verbatim, VerbatimKind},
    text::normalize::is_cyrillic,
};

/// Parts of an address that name one of the two languages.
const LANGUAGES: [&str; 12] = [
    "ru", "rus", "russian", "ru-ru", "ru_ru", "en", "eng", "english", "en-us", "en_us", "en-gb",
    "en_gb",
];

/// Hosts where a page has a name of its own in each language.
const NAMED_BY_LANGUAGE: [&str; 3] = ["wikipedia", "wikisource", "wiktionary"];

/// What must be alike.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Key {
    /// The piece itself; none where it is rightly translated, in a way that is not known.
    text: Option<String>,
    /// The anchor of an address, unless it is that of a Russian heading.
    anchor: Option<String>,
}

impl Key {
    /// What `verbatim` is compared by.
    pub(super) fn of(verbatim: &Verbatim) -> Self {
        match verbatim.kind {
            VerbatimKind::Link | VerbatimKind::Image => Self::of_address(&verbatim.text),
            VerbatimKind::Html => Self::plain(tag(&verbatim.text)),
            VerbatimKind::Template => Self::of_code(&verbatim.text),
            VerbatimKind::Code => Self::of_code(&verbatim.text),
            VerbatimKind::FootnoteReference => Self::plain(verbatim.text.clone()),
        }
    }

    /// Whether one may stand for the other.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        let alike = |one: &Option<String>, other: &Option<String>| match (one, other) {
            (Some(one), Some(other)) => one == other,
            _ => true,
        };
        alike(&self.text, &other.text) && alike(&self.anchor, &other.anchor)
    }

    fn plain(text: String) -> Self {
        Self { text: Some(text), anchor: None }
    }

    fn of_code(text: &str) -> Self {
        let is_translated = text.chars().any(is_cyrillic);
        let text = (!is_translated).then(|| text.split_whitespace().collect());
        Self { text, anchor: None }
    }

    fn of_address(url: &str) -> Self {
        let (page, anchor) = url.split_once('#').unwrap_or((url, ""));
        let is_localised = anchor.contains('%') || anchor.chars().any(is_cyrillic);
        Self { text: Some(address(page)), anchor: (!is_localised).then(|| anchor.to_owned()) }
    }
}

/// An address without what a translation rightly changes: its language, the last slash.
fn address(page: &str) -> String {
    let page = page.trim_start_matches("https:").trim_start_matches("http:");
    let parts: Vec<String> = page
        .split(['/', '.', '?', '&', '='])
        .map(without_language_suffix)
        .filter(|part| !part.is_empty() && part != "www" && !LANGUAGES.contains(&part.as_str()))
        .collect();
    let site = parts.first().and_then(|host| NAMED_BY_LANGUAGE.iter().find(|site| host == *site));
    site.map_or_else(|| parts.join("/"), |&site| site.to_owned())
}

/// `readme_ru` as `readme`, in lower case.
fn without_language_suffix(part: &str) -> String {
    let part = part.to_lowercase();
    let plain = LANGUAGES.iter().find_map(|language| {
        let rest = part.strip_suffix(language)?;
        rest.strip_suffix(['-', '_'])
    });
    plain.map_or_else(|| part.clone(), str::to_owned)
}

/// The name of a tag, with its slash; attributes may hold text.
pub(super) fn tag(tag: &str) -> String {
    let inner = tag.trim_start_matches('<');
    let (slash, name) = inner.strip_prefix('/').map_or(("", inner), |name| ("/", name));
    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    format!("{slash}{}", name[..end].to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_two_languages_agree() {
        for (russian, english) in [
            ("https://site.org/ru/page", "https://site.org/en/page"),
            ("https://ru.site.org/page/", "https://site.org/page"),
            ("setup.ru.md#установка", "setup.md#installation"),
            ("README_RU.md", "README.md"),
            ("https://ru.wikipedia.org/wiki/Волга", "https://en.wikipedia.org/wiki/Volga"),
            ("https://site.org/?lang=ru", "https://site.org/?lang=en"),
            ("#раздел", "#section"),
        ] {
            assert!(Key::of_address(russian).agrees(&Key::of_address(english)), "{russian}");
        }
    }

    #[test]
    fn other_pages_differ() {
        for (one, other) in [
            ("https://site.org/a", "https://site.org/b"),
            ("page.md#top", "page.md#end"),
            ("../01.md", "../02.md"),
        ] {
            assert!(!Key::of_address(one).agrees(&Key::of_address(other)));
        }
    }

    #[test]
    fn tags_are_known_by_name() {
        assert_eq!(tag("<a href=\"x/y\">"), "a");
        assert_eq!(tag("</b>"), "/b");
        assert_eq!(tag("<hr/>"), "hr");
    }
}
