//! Addresses in a text, compared by where they lead: the same page may be written with its ending
//! or without, with its place in the order (`01-setup.md`) or without, in a folder of its language.

use std::ops::Range;

/// Domains of countries in Cyrillic letters, which may stand without a name before them: `.рф`.
#[must_use]
pub fn is_domain_of_country(word: &str) -> bool {
    matches!(word, "рф" | "рус" | "бел" | "укр")
}

/// Parts of a path that name one of the two languages.
const LANGUAGES: [&str; 2] = ["ru", "en"];

/// Endings of the files of pages.
const ENDINGS: [&str; 5] = [".md", ".mdx", ".markdown", ".html", ".htm"];

/// Names of files that stand for their folder.
const FIRST_PAGES: [&str; 3] = ["index", "_index", "readme"];

/// Digits of a place in an order, at most: more of them are a year.
const LONGEST_PLACE: usize = 3;

/// Letters that a name has after its place, at least.
const SHORTEST_NAME: usize = 3;

/// Whether two texts are the same but for the writing of addresses that lead to the same pages.
#[must_use]
pub fn differ_in_writing_alone(one: &str, other: &str) -> bool {
    let (ones, others) = (addresses(one), addresses(other));
    let gaps = |text: &str, ranges: &[Range<usize>]| -> Vec<String> {
        let starts = std::iter::once(0).chain(ranges.iter().map(|range| range.end));
        let ends = ranges.iter().map(|range| range.start).chain([text.len()]);
        starts.zip(ends).map(|(from, to)| text[from..to].to_owned()).collect()
    };
    ones.len() == others.len()
        && gaps(one, &ones) == gaps(other, &others)
        && ones.into_iter().zip(others).all(|(a, b)| lead_to_same(&one[a], &other[b]))
}

/// Whether two addresses lead to the same place.
#[must_use]
pub fn lead_to_same(one: &str, other: &str) -> bool {
    let ((one, place), (other, other_place)) = (with_place(one), with_place(other));
    let (one, other) = (parts(one), parts(other));
    let is_same = |(one, other): (&String, &String)| is_same_name(one, other);
    place == other_place && one.len() == other.len() && one.iter().zip(&other).all(is_same)
}

/// Whether two names in a path are the same but for a place in an order that one of them has:
/// `01-setup` and `setup`, but not `01-setup` and `02-setup`.
#[must_use]
pub fn is_same_name(one: &str, other: &str) -> bool {
    one == other || unplaced(one) == Some(other) || unplaced(other) == Some(one)
}

/// A name without its place in an order, if it has one.
#[must_use]
pub fn unplaced(name: &str) -> Option<&str> {
    place_and_name(name).map(|(_, name)| name)
}

/// A place in an order and the name after it: `01` and `setup`.
#[must_use]
pub fn place_and_name(name: &str) -> Option<(&str, &str)> {
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = name.len() - rest.len();
    let rest = rest.strip_prefix(['-', '_', '.'])?.trim_start_matches([' ', '-', '_']);
    let letters = rest.chars().take_while(|c| c.is_alphabetic()).count();
    let is_place = (1..=LONGEST_PLACE).contains(&digits) && letters >= SHORTEST_NAME;
    is_place.then(|| (&name[..digits], rest))
}

/// The page and the place in it.
fn with_place(address: &str) -> (&str, &str) {
    address.split_once('#').unwrap_or((address, ""))
}

/// The names of a path from the host on, without languages.
fn parts(page: &str) -> Vec<String> {
    let plain = |part: String| {
        let of_language = LANGUAGES.iter().find_map(|language| part.strip_prefix(language));
        of_language.and_then(|rest| rest.strip_prefix('.')).map_or(part.clone(), str::to_owned)
    };
    let is_named = |part: &String| !LANGUAGES.contains(&part.as_str());
    page_parts(page).into_iter().filter(is_named).map(plain).collect()
}

/// The names of a path in lower case; the first page of a folder is the folder, and a page has no
/// ending.
#[must_use]
pub fn page_parts(page: &str) -> Vec<String> {
    let page = page.to_lowercase();
    let mut parts: Vec<&str> = page.split('/').filter(|part| !matches!(*part, "" | ".")).collect();
    if let Some(last) = parts.last_mut() {
        *last = ENDINGS.iter().find_map(|ending| last.strip_suffix(ending)).unwrap_or(last);
    }
    if parts.last().is_some_and(|last| is_first_page(last)) {
        parts.pop();
    }
    parts.into_iter().map(str::to_owned).collect()
}

/// Whether a name is that of the first page of a folder, in a language or in none: `readme_ru`.
fn is_first_page(name: &str) -> bool {
    FIRST_PAGES.iter().any(|first| {
        let mark = name.strip_prefix(first).map(|rest| rest.trim_start_matches(['.', '-', '_']));
        mark.is_some_and(|mark| mark.is_empty() || LANGUAGES.contains(&mark))
    })
}

/// Where the addresses of a text stand: those of Markdown's links, and those with a scheme.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, mark) in text.match_indices("](").chain(text.match_indices("://")) {
        let (start, ends): (usize, fn(char) -> bool) = match mark {
            "](" => (at + mark.len(), |c| c == ')' || c.is_whitespace()),
            _ => (scheme_start(text, at), |c| c.is_whitespace() || "()<>\"'[]".contains(c)),
        };
        let end = text[start..].find(ends).map_or(text.len(), |length| start + length);
        if !found.iter().any(|known| known.start < end && start < known.end) && start < end {
            found.push(start..end);
        }
    }
    found.sort_by_key(|range| range.start);
    found
}

fn scheme_start(text: &str, at: usize) -> usize {
    let before = &text[..at];
    before.trim_end_matches(|c: char| c.is_ascii_alphanumeric()).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_one_page_lead_to_the_same() {
        for (one, other) in [
            ("/docs/contacts.md", "/docs/contacts"),
            ("/ru/docs/contacts.md", "/docs/contacts"),
            ("setup/01-start.md", "setup/start"),
            ("setup/4.start.md", "setup/start/"),
            ("setup/index.md#top", "setup/#top"),
            ("https://ru.site.org/Setup", "https://site.org/setup/"),
            ("./README.md", ""),
        ] {
            assert!(lead_to_same(one, other), "{one} {other}");
        }
    }

    #[test]
    fn addresses_of_two_pages_do_not() {
        for (one, other) in [
            ("/docs/contacts.md", "/docs/contract"),
            ("01-start.md", "02-start.md"),
            ("01.md", "02.md"),
            ("2022-start.md", "start.md"),
            ("/docs/2.x/", "/docs/3.x/"),
            ("/docs/2.x/", "/docs/x/"),
            ("setup.md#top", "setup.md#end"),
            ("setup.md", "setup/linux.md"),
        ] {
            assert!(!lead_to_same(one, other), "{one} {other}");
        }
    }

    #[test]
    fn texts_may_differ_in_the_writing_of_addresses_alone() {
        let was = "Пишите [нам](/ru/docs/01-mail.md) или на https://site.org/ru/help/.";
        let is = "Пишите [нам](/docs/mail) или на https://site.org/help.";
        assert!(!differ_in_writing_alone(was, "Пишите [нам](/docs/mail)."));
        assert!(differ_in_writing_alone(was.trim_end_matches('.'), is.trim_end_matches('.')));
        assert!(!differ_in_writing_alone(was, &is.replace("Пишите", "Звоните")));
        assert!(!differ_in_writing_alone(was, &is.replace("mail", "phone")));
    }
}
