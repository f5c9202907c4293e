//! The places of a document that an anchor may lead to: its headings, by what tools make of their
//! words, and elements with an id.

use std::collections::{BTreeMap, BTreeSet};

use memchr::memmem;
use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};

use crate::model::{Block, BlockKind, Document};

/// How an id is written: of a heading, of an element.
const IDS: [(&str, &[char]); 6] = [
    ("{#", &['}', ' ']),
    ("{: #", &['}', ' ']),
    ("id=\"", &['"']),
    ("id='", &['\'']),
    ("name=\"", &['"']),
    ("name='", &['\'']),
];

/// What the anchors of a document are. Each is known by its letters and digits alone, as tools
/// differ in all else. Those of all documents are held at a time, so that they are lists.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Anchors {
    /// Sorted by names.
    headings: Box<[(Box<str>, usize)]>,
    /// Sorted.
    ids: Box<[Box<str>]>,
    /// The block of each heading, in order.
    blocks: Box<[usize]>,
}

/// The anchors of a document as they are collected.
#[derive(Default)]
struct Collected {
    headings: BTreeMap<String, usize>,
    blocks: Vec<usize>,
}

/// Where an anchor leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Goal {
    /// To a heading, counted from 0.
    Heading(usize),
    /// To another element.
    Element,
}

impl Anchors {
    /// Those of a document.
    #[must_use]
    pub(super) fn of(document: &Document) -> Self {
        let mut anchors = Collected::default();
        for (index, block) in document.blocks.iter().enumerate() {
            if matches!(block.kind, BlockKind::Heading(_)) {
                anchors.add(document, index, block);
            }
        }
        let ids: BTreeSet<String> = ids(&document.text).map(known).collect();
        let Collected { headings, blocks } = anchors;
        let headings = headings.into_iter().map(|(name, heading)| (name.into(), heading));
        Self {
            headings: headings.collect(),
            ids: ids.into_iter().map(String::into).collect(),
            blocks: blocks.into(),
        }
    }

    /// How many headings there are.
    pub(super) fn headings(&self) -> usize {
        self.blocks.len()
    }

    /// The heading that is a block.
    pub(super) fn heading_of(&self, block: usize) -> Option<usize> {
        self.blocks.binary_search(&block).ok()
    }

    /// Where an anchor leads.
    pub(super) fn find(&self, anchor: &str) -> Option<Goal> {
        let name = known(&percent_decode_str(anchor).decode_utf8_lossy());
        let name = name.as_str();
        let at = self.headings.binary_search_by(|(known, _)| (**known).cmp(name)).ok();
        let heading = at.and_then(|at| Some(Goal::Heading(self.headings.get(at)?.1)));
        let is_id = || self.ids.binary_search_by(|known| (**known).cmp(name)).is_ok();
        heading.or_else(|| is_id().then_some(Goal::Element))
    }
}

impl Collected {
    fn add(&mut self, document: &Document, index: usize, block: &Block) {
        let ordinal = self.blocks.len();
        self.blocks.push(index);
        let slug = known(&document.prose_of(&block.segments));
        let twin = (1..=MOST_TWINS).map(|count| format!("{slug}{count}"));
        let free = std::iter::once(slug.clone())
            .chain(twin)
            .find(|name| !self.headings.contains_key(name));
        if let Some(name) = free {
            self.headings.insert(name, ordinal);
        }
        let rest = document.text.get(block.span.start..).unwrap_or_default();
        let line = rest.lines().next().unwrap_or_default();
        for id in ids(line) {
            self.headings.insert(known(id), ordinal);
        }
    }
}

/// Headings of the same words that get numbers.
const MOST_TWINS: usize = 50;

/// No id is longer, in bytes: what no mark closes is none.
const LONGEST_ID: usize = 400;

/// The ids in a text.
fn ids(text: &str) -> impl Iterator<Item = &str> {
    // Most texts have neither of the marks that one needs.
    let may_have = memchr::memchr2(b'=', b'{', text.as_bytes()).is_some();
    let openings = if may_have { IDS.as_slice() } else { &[] };
    openings.iter().flat_map(move |(opening, closing)| {
        memmem::find_iter(text.as_bytes(), opening).filter_map(move |at| {
            let rest = &text[at + opening.len()..];
            let near = &rest[..rest.floor_char_boundary(LONGEST_ID)];
            let id = near.lines().next()?.split(*closing).next()?;
            (!id.is_empty()).then_some(id)
        })
    })
}

/// The letters and digits, in lower case.
fn known(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        formats::{Options, parse},
        model::{Language, RepoPath},
    };

    fn anchors(text: &str) -> Anchors {
        let path = RepoPath::new("a.md");
        Anchors::of(&parse(path, Language::Russian, text.to_owned(), &Options::default()))
    }

    #[test]
    fn headings_are_found_by_words_and_ids() {
        let all = anchors("# Как жить\n\n## Дом {#house}\n\n## Дом\n\n<a id=\"end\"></a>Всё.\n");
        for (anchor, goal) in [
            ("как-жить", Some(Goal::Heading(0))),
            ("%D0%BA%D0%B0%D0%BA-%D0%B6%D0%B8%D1%82%D1%8C", Some(Goal::Heading(0))),
            ("house", Some(Goal::Heading(1))),
            ("дом", Some(Goal::Heading(1))),
            ("дом-1", Some(Goal::Heading(2))),
            ("end", Some(Goal::Element)),
            ("сад", None),
        ] {
            assert_eq!(all.find(anchor), goal, "{anchor}");
        }
    }
}
