//! Addresses of links and images, compared without what a translation rightly changes.

use crate::{
    model::Severity,
    text::{
        addresses::{is_same_name, page_parts, place_and_name},
        normalize::is_cyrillic,
    },
};

/// Parts of an address that name one of the two languages.
const LANGUAGES: [&str; 12] = [
    "ru", "rus", "russian", "ru-ru", "ru_ru", "en", "eng", "english", "en-us", "en_us", "en-gb",
    "en_gb",
];

/// Hosts where a page has a name of its own in each language.
const NAMED_BY_LANGUAGE: [&str; 4] = ["wikipedia", "wikisource", "wiktionary", "fandom"];

/// Sites whose addresses are made of numbers and letters that say nothing of what they lead to.
const OPAQUE: [&str; 9] =
    ["youtube", "youtu", "vimeo", "goo", "bit", "clck", "forms", "asciinema", "rutube"];

/// Pages that every folder may have, and endings of files: they name no page by themselves.
const UNNAMED: [&str; 6] = ["index", "readme", "md", "mdx", "html", "htm"];

/// An address without its language, its last slash, white space in templates.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Address {
    /// The host without `www` and its top-level domain; none in an address within the project.
    host: Option<Vec<String>>,
    path: Vec<Part>,
    /// How many parts of it come after a question mark.
    queried: usize,
    /// The anchor, unless it is that of a Russian heading.
    anchor: Option<Anchor>,
    /// The page of the project that it leads to.
    page: Option<usize>,
    /// Whether a part of it names one of the two languages.
    is_marked: bool,
}

/// Where in its page an address leads.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Anchor {
    /// As it is written: no heading is known by it.
    Written(String),
    /// To this heading of the translation.
    Heading(usize),
}

/// A part of a path.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Part {
    Fixed(String),
    /// Named in Russian: it has another name in English.
    Russian,
}

impl Address {
    pub(super) fn of(url: &str) -> Self {
        let url: String = url.split_whitespace().collect();
        let url = named_page(&url).unwrap_or_else(|| without_root(&url));
        let (page, anchor) = url.split_once('#').unwrap_or((url, ""));
        let anchor = (!is_russian(anchor)).then(|| Anchor::Written(anchor.to_owned()));
        let mut parts = page.split(['/', '.', '?', '&', '=']);
        let is_marked = parts.any(|part| is_language(&part.to_lowercase()));
        let (host, path) = match page.split_once("//").filter(|(scheme, _)| is_scheme(scheme)) {
            Some((_, rest)) => {
                let end = rest.find(['/', '?']).unwrap_or(rest.len());
                (Some(host(&rest[..end])), &rest[end..])
            }
            None => (None, page),
        };
        let (page, query) = path.split_once('?').unwrap_or((path, ""));
        let (mut path, query) = (path_parts(page), query_parts(query));
        let queried = query.len();
        path.extend(query);
        Self { host, path, queried, anchor, page: None, is_marked }
    }

    /// The same, known to lead to a page of the project.
    pub(super) fn with_page(self, page: Option<usize>) -> Self {
        Self { page, ..self }
    }

    /// The same, with what is known of its anchor.
    pub(super) fn with_anchor(self, anchor: Option<Anchor>) -> Self {
        Self { anchor, ..self }
    }

    /// Whether a translation may lead to `other` where its original leads here.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        self.leads_to_page_of(other) && self.has_anchor_of(other)
    }

    /// How much it matters that the two do not agree: to lead to a page elsewhere is a choice, as
    /// a rule, to lead to another page of the same place a slip.
    pub(super) fn severity(&self, other: &Self) -> Severity {
        match (&self.host, &other.host) {
            (one, two) if one != two => Severity::Info,
            _ if self.adds_to(other) || other.adds_to(self) => Severity::Info,
            _ if self.differs_in_words(other) => Severity::Info,
            _ if self.is_named_otherwise(other) => Severity::Info,
            _ if self.leads_to_page_of(other) => self.severity_of_anchors(other),
            _ if self.is_of_readers(other) => Severity::Warn,
            _ => Severity::Error,
        }
    }

    /// Anchors that name no known heading are names that each side gives as it likes.
    const fn severity_of_anchors(&self, other: &Self) -> Severity {
        match (&self.anchor, &other.anchor) {
            (Some(Anchor::Heading(_)), Some(Anchor::Heading(_))) => Severity::Warn,
            _ => Severity::Info,
        }
    }

    fn has_anchor_of(&self, other: &Self) -> bool {
        match (&self.anchor, &other.anchor) {
            // What the original leads to is not known; the translation leads to a heading.
            (Some(Anchor::Written(_)), Some(Anchor::Heading(_))) => true,
            // Nor are the headings of the page that the translation leads to.
            (Some(Anchor::Heading(_)), Some(Anchor::Written(_))) => {
                other.page.is_none() && !other.path.is_empty()
            }
            // A page in two languages has headings in two languages.
            (Some(Anchor::Written(_)), Some(Anchor::Written(_)))
                if self.host.is_some() && (self.is_marked || other.is_marked) =>
            {
                true
            }
            (Some(one), Some(two)) => one == two,
            _ => true,
        }
    }

    /// Whether it is the other with more to it: parameters of the same picture.
    fn adds_to(&self, other: &Self) -> bool {
        let longer = self.path.len() > other.path.len() && other.path.len() >= LONG_PATH;
        let is_same_page = self.path.len() - self.queried == other.path.len() - other.queried;
        self.host.is_some() && longer && is_same_page && is_alike(&other.path, &self.path)
    }

    /// Whether nothing differs but what a page is told in words, as the title of a donation, the
    /// name by which the usual branch of a repository is called, or its revision.
    fn differs_in_words(&self, other: &Self) -> bool {
        let first_queried = self.path.len().saturating_sub(self.queried);
        let is_free = |(place, (one, two)): (usize, (&Part, &Part))| match (one, two) {
            (Part::Fixed(one), Part::Fixed(two)) if one != two => {
                let are_words = place >= first_queried && has_spaces(one) && has_spaces(two);
                are_words
                    || is_usual_branch(one) && is_usual_branch(two)
                    || is_revision(one) && is_revision(two)
            }
            _ => true,
        };
        (self.path.len(), self.queried) == (other.path.len(), other.queried)
            && self.path.iter().zip(&other.path).enumerate().all(is_free)
    }

    /// Whether the readers of each language may be led to what is theirs: from a page that a site
    /// marks as Russian to one that it does not, or from one recording, form or short address to
    /// another, whose names say nothing.
    fn is_of_readers(&self, other: &Self) -> bool {
        let is_opaque =
            |host: &[String]| host.last().is_some_and(|label| OPAQUE.contains(&label.as_str()));
        let is_left = self.is_marked && !other.is_marked;
        self.host.as_deref().is_some_and(|host| is_left || is_opaque(host))
    }

    /// Whether both lead to pages of one folder of a site that marks languages, and the pages are
    /// called by words that have none in common: a page that is named in its own language.
    fn is_named_otherwise(&self, other: &Self) -> bool {
        const FEWEST: usize = 3;
        let (Some((Part::Fixed(one), above)), Some((Part::Fixed(two), beside))) =
            (self.path.split_last(), other.path.split_last())
        else {
            return false;
        };
        let words = |name: &'_ str| name.split('-').filter(|word| word.len() > 2).count();
        let is_shared = |word: &str| word.len() > 2 && two.split('-').any(|other| other == word);
        self.host.is_some()
            && self.is_marked
            && other.is_marked
            && above == beside
            && words(one) >= FEWEST
            && words(two) >= FEWEST
            && !one.split('-').any(is_shared)
    }

    /// How likely it is that the one was made of the other, from a half to 1.
    pub(super) fn likeness(&self, other: &Self) -> f64 {
        let common = self.path.iter().filter(|part| other.path.contains(part)).count();
        let all = self.path.len().max(other.path.len()).max(1);
        let is_there = if self.host == other.host { 1.0 } else { 0.0 };
        0.5 + 0.25 * is_there + 0.25 * common as f64 / all as f64
    }

    fn leads_to_page_of(&self, other: &Self) -> bool {
        (self.page.is_some() && self.page == other.page) || self.is_written_as(other)
    }

    fn is_written_as(&self, other: &Self) -> bool {
        match (&self.host, &other.host) {
            (Some(one), Some(two)) => {
                one == two && (is_named_by_language(one) || self.has_path_of(other))
            }
            _ => self.has_path_of(other) || self.ends_as(other) || other.ends_as(self),
        }
    }

    fn has_path_of(&self, other: &Self) -> bool {
        self.path.len() == other.path.len() && is_alike(&self.path, &other.path)
    }

    /// Whether the path is the end of the other, which says where the page is from elsewhere.
    fn ends_as(&self, other: &Self) -> bool {
        let is_named = self.path.iter().any(|part| match part {
            Part::Fixed(part) => !UNNAMED.contains(&part.as_str()),
            Part::Russian => false,
        });
        let rest = other.path.len().checked_sub(self.path.len());
        rest.is_some_and(|rest| is_named && is_alike(&self.path, &other.path[rest..]))
    }
}

/// A path of fewer parts says little of what is behind it.
const LONG_PATH: usize = 3;

/// Whether a part of a query holds several words.
fn has_spaces(part: &str) -> bool {
    part.contains('+') && part.chars().any(char::is_alphabetic)
}

/// Whether a part of a path is one of the names by which the branch is called that a repository
/// shows first.
fn is_usual_branch(part: &str) -> bool {
    matches!(part, "head" | "main" | "master")
}

/// Whether a part of a path names a revision of a repository by its hash.
fn is_revision(part: &str) -> bool {
    const DIGITS: usize = 40;
    part.len() == DIGITS && part.chars().all(|c| c.is_ascii_hexdigit())
}

fn is_language(part: &str) -> bool {
    LANGUAGES.contains(&part)
}

fn is_alike(one: &[Part], other: &[Part]) -> bool {
    let is_same = |(one, other): (&Part, &Part)| match (one, other) {
        (Part::Fixed(one), Part::Fixed(other)) => is_same_name(one, other),
        _ => true,
    };
    one.iter().zip(other).all(is_same)
}

fn is_named_by_language(host: &[String]) -> bool {
    host.iter().any(|label| NAMED_BY_LANGUAGE.contains(&label.as_str()))
}

fn is_scheme(text: &str) -> bool {
    text.is_empty() || text.strip_suffix(':').is_some_and(|s| s.chars().all(char::is_alphanumeric))
}

fn is_russian(text: &str) -> bool {
    text.contains('%') || text.contains(is_cyrillic)
}

fn host(host: &str) -> Vec<String> {
    let labels = host.rsplit_once('.').map_or(host, |(labels, _)| labels);
    names(labels.split('.')).filter(|label| label != "www").collect()
}

/// The names of a page; one with its place in an order stays whole.
fn path_parts(page: &str) -> Vec<Part> {
    let page = page_parts(page);
    let split = |part: &'_ String| match place_and_name(part) {
        Some(_) => vec![part.clone()],
        None => part.split('.').map(str::to_owned).collect(),
    };
    let parts: Vec<String> = page.iter().flat_map(split).collect();
    as_parts(parts.iter().map(String::as_str))
}

fn query_parts(query: &str) -> Vec<Part> {
    as_parts(query.split(['/', '.', '?', '&', '=']))
}

fn as_parts<'a>(parts: impl Iterator<Item = &'a str>) -> Vec<Part> {
    let part = |part: String| if is_russian(&part) { Part::Russian } else { Part::Fixed(part) };
    names(parts).map(part).collect()
}

/// Parts in lower case, without those that name a language: `readme_ru` as `readme`.
fn names<'a>(parts: impl Iterator<Item = &'a str>) -> impl Iterator<Item = String> {
    let plain = |part: &str| {
        let part = part.to_lowercase();
        let plain = LANGUAGES.iter().find_map(|language| {
            let rest = part.strip_suffix(language)?;
            rest.strip_suffix(['-', '_'])
        });
        plain.map_or_else(|| part.clone(), str::to_owned)
    };
    parts.map(plain).filter(|part| !part.is_empty() && !is_language(part))
}

/// The page that a shortcode of Hugo leads to, `{{<relref"a.md">}}`; from the root of the site as
/// well as beside the page it is one.
fn named_page(url: &str) -> Option<&str> {
    let inner = url.strip_prefix("{{<").or_else(|| url.strip_prefix("{{%"))?;
    let (name, rest) = inner.split_once('"')?;
    let (page, _) = rest.split_once('"')?;
    matches!(name, "relref" | "ref").then(|| page.trim_start_matches('/'))
}

/// An address without the template tags that stand for the root of a site: `{{site.baseurl}}/a`.
fn without_root(url: &str) -> &str {
    let mut rest = url;
    while let Some((tag, after)) = rest.strip_prefix("{{").and_then(|tag| tag.split_once("}}")) {
        if !tag.to_lowercase().ends_with("url") || !after.starts_with(['/', '{']) {
            break;
        }
        rest = after;
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    const CASES: &str = include_str!("../../../tests/cases/checks/addresses.txt");

    /// A line a case: `agree`, or how severe a difference it is, then the two addresses.
    #[test]
    fn addresses_of_the_cases() {
        for line in CASES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (expected, addresses) = line.split_once(": ").unwrap();
            let (one, other) = addresses.split_once(" -> ").unwrap();
            let (one, other) = (Address::of(one), Address::of(other));
            let found = if one.agrees(&other) { "agree" } else { one.severity(&other).as_str() };
            assert_eq!(found, expected, "{line}");
        }
    }
}
