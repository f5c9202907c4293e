//! The pages of a project, each in both languages, and which of them an address leads to.
//!
//! An address is that of a file, from the document or from the root, or that of a site, which is
//! the end of a path without its extension. A page may have an address of its own in its front
//! matter.

use std::hash::BuildHasher;

use rustc_hash::FxBuildHasher;
use serde::{Deserialize, Serialize};

use super::anchors::Anchors;
use crate::{
    formats::head,
    model::{Document, RepoPath},
    text::addresses::unplaced,
};

/// Keys of the front matter that give a page an address.
const SLUGS: [&str; 3] = ["slug", "permalink", "url"];

/// Lines at the top of a file among which they are looked for.
const TOP: usize = 40;

/// A page in one language: its paths and its anchors.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Side {
    paths: Vec<String>,
    anchors: Anchors,
}

/// A page in both languages, source and target, as links see it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Page([Side; 2]);

impl Page {
    /// The page of a document pair.
    #[must_use]
    pub fn of(source: Option<&Document>, target: Option<&Document>) -> Self {
        Self([source, target].map(|document| document.map(Side::of).unwrap_or_default()))
    }
}

/// Whether a document has anything that may lead to pages of the project.
#[must_use]
pub fn has_links(document: &Document) -> bool {
    let address = |text: &str| text.split('#').next().unwrap_or_default().to_owned();
    document.verbatims.iter().any(|verbatim| !is_foreign(&address(&verbatim.text)))
}

/// Whether an address leads out of the project.
fn is_foreign(address: &str) -> bool {
    address.contains("//") || address.contains(':') || address.contains('{')
}

/// The document pairs of a project as addresses lead to them.
#[derive(Debug, Default)]
pub struct Pages {
    pages: Vec<Page>,
    /// The pages by a hash of how their paths end.
    by_name: Vec<(u64, usize)>,
}

impl Pages {
    /// The pages of these documents, pair by pair.
    #[must_use]
    pub fn of<'a>(
        pairs: impl Iterator<Item = (Option<&'a Document>, Option<&'a Document>)>,
    ) -> Self {
        pairs.map(|(source, target)| Page::of(source, target)).collect()
    }

    /// The page of the pair at `index`.
    #[must_use]
    pub fn page(&self, index: usize) -> Option<&Page> {
        self.pages.get(index)
    }

    /// The page that `address`, without its anchor, leads to from the document at `from`.
    pub(super) fn find(&self, from: &RepoPath, address: &str) -> Option<usize> {
        if address.is_empty() || is_foreign(address) {
            return None;
        }
        let folder = parts(from.folder());
        let file = named(parts(from.as_str()));
        match address.strip_prefix('/') {
            Some(rest) => self.ending(&named(parts(rest))),
            None => {
                let below = |base: &[String]| named(joined(base, address)).join("/");
                self.at(&below(&folder)).or_else(|| self.at(&below(&file)))
            }
        }
    }

    fn at(&self, path: &str) -> Option<usize> {
        self.named(path).find(|index| self.has(*index, |own| own == path))
    }

    /// The only page whose path ends so.
    fn ending(&self, path: &[String]) -> Option<usize> {
        let end = path.join("/");
        let ends_so = |own: &str| {
            own.strip_suffix(end.as_str())
                .is_some_and(|before| before.is_empty() || before.ends_with('/'))
        };
        let mut all = self.named(&end).filter(|index| self.has(*index, ends_so));
        let first = all.next().filter(|_| !path.is_empty())?;
        all.next().is_none().then_some(first)
    }

    /// The pages of which a path may end as this one does.
    fn named(&self, path: &str) -> impl Iterator<Item = usize> {
        let name = name_of(path);
        let start = self.by_name.partition_point(|(own, _)| *own < name);
        let found = self.by_name.iter().skip(start).take_while(move |(own, _)| *own == name);
        found.map(|(_, index)| *index)
    }

    fn has(&self, index: usize, is_it: impl Fn(&str) -> bool) -> bool {
        self.pages[index].0.iter().flat_map(|side| &side.paths).any(|path| is_it(path))
    }

    /// Whether a page is known in one language alone.
    pub(super) fn is_lone(&self, page: usize) -> bool {
        let is_missing = |side: &Side| side.paths.is_empty();
        self.pages.get(page).is_some_and(|Page(sides)| sides.iter().any(is_missing))
    }

    /// The anchors of a page in the source and in the target.
    pub(super) fn anchors(&self, page: usize) -> Option<(&Anchors, &Anchors)> {
        self.pages.get(page).map(|Page([source, target])| (&source.anchors, &target.anchors))
    }
}

impl FromIterator<Page> for Pages {
    fn from_iter<All: IntoIterator<Item = Page>>(all: All) -> Self {
        let pages: Vec<Page> = all.into_iter().collect();
        let names = pages.iter().enumerate().flat_map(|(index, Page(sides))| {
            let paths = sides.iter().flat_map(|side| &side.paths);
            paths.map(move |path| (name_of(path), index))
        });
        let mut by_name: Vec<(u64, usize)> = names.collect();
        by_name.sort_unstable();
        by_name.dedup();
        Self { pages, by_name }
    }
}

/// A hash of the last part of a path.
fn name_of(path: &str) -> u64 {
    FxBuildHasher.hash_one(path.rsplit('/').next().unwrap_or_default())
}

impl Side {
    fn of(document: &Document) -> Self {
        let path = named(parts(document.path.as_str()));
        let mut paths = Vec::new();
        for slug in slugs(&document.text) {
            let base = path.split_last().map_or(&[][..], |(_, folder)| folder);
            let own = if slug.starts_with('/') { parts(slug) } else { joined(base, slug) };
            paths.push(named(own).join("/"));
        }
        let plain = |part: &String| unplaced(part).map_or_else(|| part.clone(), str::to_owned);
        let unplaced: Vec<String> = path.iter().map(plain).collect();
        if unplaced != path {
            paths.push(unplaced.join("/"));
        }
        paths.push(path.join("/"));
        Self { paths, anchors: Anchors::of(document) }
    }
}

/// The addresses that the front matter gives a page.
fn slugs(text: &str) -> impl Iterator<Item = &str> {
    let entries = head::lines(text).take(TOP).filter_map(head::entry);
    let slugs = entries.filter(|(key, value)| SLUGS.contains(key) && !value.is_empty());
    slugs.map(|(_, value)| value)
}

/// What links to a file call it: its path without extension, that of its folder where it is the
/// first page there.
#[must_use]
pub fn address_of(path: &RepoPath) -> String {
    named(parts(path.as_str())).join("/")
}

/// The file that a link in the file at `from` leads to, called so; none outside the project.
#[must_use]
pub fn led_to(from: &RepoPath, address: &str) -> Option<String> {
    let base = if address.starts_with('/') { Vec::new() } else { parts(from.folder()) };
    let is_inside = !address.is_empty() && !is_foreign(address);
    is_inside.then(|| named(joined(&base, address)).join("/"))
}

fn parts(path: &str) -> Vec<String> {
    joined(&[], path)
}

/// The parts of `path` from `base` on.
fn joined(base: &[String], path: &str) -> Vec<String> {
    let mut joined = base.to_vec();
    for part in path.split(['?', '#']).next().unwrap_or_default().split('/') {
        match part {
            "" | "." => {}
            ".." => {
                joined.pop();
            }
            part => joined.push(part.to_lowercase()),
        }
    }
    joined
}

/// A path without its extension; the first page of a folder is the folder.
fn named(mut path: Vec<String>) -> Vec<String> {
    const EXTENSIONS: [&str; 6] = [".md", ".mdx", ".markdown", ".html", ".htm", ".txt"];
    if let Some(last) = path.last_mut()
        && let Some(plain) = EXTENSIONS.iter().find_map(|ending| last.strip_suffix(ending))
    {
        *last = plain.to_owned();
    }
    if path.last().is_some_and(|last| matches!(last.as_str(), "index" | "_index" | "readme")) {
        path.pop();
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        formats::{Options, parse},
        model::Language,
    };

    fn document(path: &str, text: &str) -> Document {
        parse(RepoPath::new(path), Language::Russian, text.to_owned(), &Options::default())
    }

    #[test]
    fn addresses_lead_to_pages() {
        let documents = [
            ("content/ru/lyudi/ivanov.md", "content/en/people/ivanov.md", "Иванов."),
            ("content/ru/_index.md", "content/en/_index.md", "Дом."),
            ("content/ru/sad.md", "content/en/garden.md", "---\nslug: /ru/cvety\n---\nСад."),
        ]
        .map(|(source, target, text)| (document(source, text), document(target, "")));
        let pages = Pages::of(documents.iter().map(|(one, two)| (Some(one), Some(two))));
        for (from, address, page) in [
            ("content/ru/_index.md", "/lyudi/ivanov/", Some(0)),
            ("content/en/_index.md", "/en/people/ivanov/", Some(0)),
            ("content/en/people/ivanov.md", "../garden.md", Some(2)),
            ("content/ru/lyudi/ivanov.md", "../../sad/", Some(2)),
            ("content/ru/_index.md", "/ru/cvety", Some(2)),
            ("content/ru/_index.md", "https://site.org/people/ivanov", None),
            ("content/ru/_index.md", "petrov.md", None),
        ] {
            assert_eq!(pages.find(&RepoPath::new(from), address), page, "{address}");
        }
    }
}
