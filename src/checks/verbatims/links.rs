//! Where the links of both sides lead: to pages of the project, which are the same in both
//! languages, and to headings, by the heading that stands for them in the translation.

use std::collections::HashMap;

use super::address::{Address, Anchor};
use crate::{
    checks::{
        anchors::{Anchors, Goal},
        pages::Pages,
        pairs::Pairs,
    },
    model::RepoPath,
};

/// What links of the two documents lead to.
pub(super) struct Links<'p> {
    pages: &'p Pages,
    paths: [&'p RepoPath; 2],
    source: Anchors,
    target: Anchors,
    /// The heading of the translation that stands for each of the original, where there is one.
    renderings: HashMap<usize, usize>,
}

impl<'p> Links<'p> {
    /// Those of the two documents of `pairs`.
    pub(super) fn of(pairs: &Pairs<'p>) -> Self {
        let (source, target) = (Anchors::of(pairs.source), Anchors::of(pairs.target));
        let rendering = |(was, is)| Some((source.heading_of(was)?, target.heading_of(is)?));
        let blocks = pairs.all.iter().map(|pair| (pair.source.block(), pair.target.block()));
        let renderings = blocks.filter_map(rendering).collect();
        let paths = [&pairs.source.path, &pairs.target.path];
        Self { pages: pairs.pages, paths, source, target, renderings }
    }

    /// Where a link of the original leads.
    pub(super) fn of_source(&self, url: &str) -> Address {
        let (page, address) = self.address(self.paths[0], url);
        let anchor = match self.source_goal(page, url) {
            Some(Goal::Heading(heading)) => self.rendering(page, url, heading),
            Some(Goal::Element) => None,
            None => return address,
        };
        address.with_anchor(anchor.map(Anchor::Heading))
    }

    /// Where a link of the translation leads.
    pub(super) fn of_target(&self, url: &str) -> Address {
        let (page, address) = self.address(self.paths[1], url);
        match self.target_goal(page, url) {
            Some(Goal::Heading(heading)) => {
                let is_known = is_own(url) || self.has_same_headings(page);
                address.with_anchor(is_known.then_some(Anchor::Heading(heading)))
            }
            Some(Goal::Element) => address.with_anchor(None),
            None => address,
        }
    }

    /// Whether a link of the original leads to a place that the translation has, too.
    pub(super) fn leads(&self, url: &str) -> bool {
        let page = self.page(self.paths[0], url);
        match self.source_goal(page, url) {
            Some(Goal::Heading(heading)) => self.rendering(page, url, heading).is_some(),
            Some(Goal::Element) => true,
            None => false,
        }
    }

    /// Whether a link of the original leads to the translation itself, which needs no link to it: an
    /// entry in a menu of languages.
    pub(super) fn leads_to_itself(&self, url: &str) -> bool {
        let own = self.page(self.paths[1], "");
        !url.contains('#') && own.is_some() && self.page(self.paths[0], url) == own
    }

    /// Whether two names of files are those of one page of the project in its two languages.
    pub(super) fn name_one_page(&self, was: &str, is: &str) -> bool {
        let page = |from: &RepoPath, name: &str| {
            let is_name = name.contains('.') && !name.contains(char::is_whitespace);
            let from_root = || self.pages.find(from, &format!("/{}", name.trim_start_matches('/')));
            if is_name { self.pages.find(from, name).or_else(from_root) } else { None }
        };
        let (was, is) = (page(self.paths[0], was), page(self.paths[1], is));
        was.is_some() && was == is
    }

    /// Whether each of two links leads to a page that is known in its own language alone: they may
    /// be one page for all that can be told.
    pub(super) fn are_lone(&self, was: &str, is: &str) -> bool {
        let is_lone = |from, url| self.page(from, url).is_some_and(|page| self.pages.is_lone(page));
        is_lone(self.paths[0], was) && is_lone(self.paths[1], is)
    }

    /// The anchor of a link of the translation that leads to no place of a page that is known.
    pub(super) fn nowhere<'u>(&self, url: &'u str) -> Option<&'u str> {
        let (_, anchor) = url.split_once('#').filter(|(_, anchor)| !anchor.is_empty())?;
        let page = self.page(self.paths[1], url);
        let is_known = is_own(url) || page.is_some();
        (is_known && self.target_goal(page, url).is_none()).then_some(anchor)
    }

    fn address(&self, from: &RepoPath, url: &str) -> (Option<usize>, Address) {
        let page = self.page(from, url);
        (page, Address::of(url).with_page(page))
    }

    fn page(&self, from: &RepoPath, url: &str) -> Option<usize> {
        let address = url.split('#').next().unwrap_or_default();
        let own = from.file_name();
        self.pages.find(from, if address.is_empty() { own } else { address })
    }

    fn source_goal(&self, page: Option<usize>, url: &str) -> Option<Goal> {
        let anchors = page.and_then(|page| self.pages.anchors(page));
        goal(&self.source, anchors.map(|(source, _)| source), url)
    }

    fn target_goal(&self, page: Option<usize>, url: &str) -> Option<Goal> {
        let anchors = page.and_then(|page| self.pages.anchors(page));
        goal(&self.target, anchors.map(|(_, target)| target), url)
    }

    /// The heading of the translation that stands for one of the original; of another page it is
    /// the one in its place, where both have as many.
    fn rendering(&self, page: Option<usize>, url: &str, heading: usize) -> Option<usize> {
        match is_own(url) {
            true => self.renderings.get(&heading).copied(),
            false => self.has_same_headings(page).then_some(heading),
        }
    }

    fn has_same_headings(&self, page: Option<usize>) -> bool {
        let anchors = page.and_then(|page| self.pages.anchors(page));
        anchors.is_some_and(|(source, target)| source.headings() == target.headings())
    }
}

/// Where the anchor of `url` leads: in its own page, or in another.
fn goal(own: &Anchors, other: Option<&Anchors>, url: &str) -> Option<Goal> {
    let (page, anchor) = url.split_once('#')?;
    if page.is_empty() { own.find(anchor) } else { other?.find(anchor) }
}

/// Whether an address leads to another place of its own page.
fn is_own(url: &str) -> bool {
    url.starts_with('#')
}
