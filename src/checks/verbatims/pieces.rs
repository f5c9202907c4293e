//! The verbatim pieces of a document, each with the unit it belongs to.

use super::{
    key::{Key, tag},
    links::Links,
};
use crate::{
    checks::pairs::{Pair, Pairs, Passage},
    model::{Block, Document, Verbatim, VerbatimKind},
};

/// Where a piece stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Home {
    /// In a pair, as an index into [`Pairs::all`]; `part` counts the parts of all pairs, which are
    /// sentences where both sides have as many of them.
    Pair { pair: usize, part: usize },
    /// In a block without prose.
    Bare,
    /// In a sentence that has no counterpart, or in a block after one: reported as such.
    Unpaired,
}

/// A verbatim piece and what is known of it so far.
#[derive(Debug)]
pub(super) struct Piece<'a> {
    pub(super) verbatim: &'a Verbatim,
    pub(super) key: Key,
    pub(super) home: Home,
    /// The last pair that begins before it; none is before all pairs.
    pub(super) after: Option<usize>,
    /// Whether it needs no further look.
    pub(super) settled: bool,
}

impl Piece<'_> {
    /// Whether it is an address that names its site.
    pub(super) fn leads_out(&self) -> bool {
        self.verbatim.text.contains("://")
    }
}

/// Whether one of the pieces is compared by the same as another.
pub(super) fn stands_among(pieces: &[Piece<'_>], wanted: &Piece<'_>) -> bool {
    pieces.iter().any(|other| other.key == wanted.key)
}

/// The pieces of the source.
pub(super) fn of_source<'a>(pairs: &Pairs<'a>, links: &Links<'_>) -> Vec<Piece<'a>> {
    let homes = homes(pairs, pairs.source, |pair| &pair.source);
    of_side(pairs.source, homes, |url| Key::Address(links.of_source(url)))
}

/// The pieces of the target.
pub(super) fn of_target<'a>(pairs: &Pairs<'a>, links: &Links<'_>) -> Vec<Piece<'a>> {
    let homes = homes(pairs, pairs.target, |pair| &pair.target);
    of_side(pairs.target, homes, |url| Key::Address(links.of_target(url)))
}

/// The home of each segment of `document`, one side of `pairs`.
fn homes<'a>(
    pairs: &Pairs<'a>,
    document: &Document,
    side: for<'b> fn(&'b Pair<'a>) -> &'b Passage<'a>,
) -> Vec<Home> {
    let mut homes = vec![Home::Unpaired; document.segments.len()];
    let mut part = 0;
    for (index, pair) in pairs.all.iter().enumerate() {
        let is_even = pair.source.segments.len() == pair.target.segments.len();
        for (offset, segment) in side(pair).segments.clone().enumerate() {
            let part = if is_even { part + offset } else { part };
            homes[segment] = Home::Pair { pair: index, part };
        }
        part += if is_even { pair.source.segments.len() } else { 1 };
    }
    homes
}

fn of_side(document: &Document, homes: Vec<Home>, of_link: impl Fn(&str) -> Key) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut last = Home::Bare;
    let mut after = None;
    for block in &document.blocks {
        last = block.segments.clone().last().map_or(last, |segment| homes[segment]);
        if let Home::Pair { pair, .. } = last {
            after = Some(pair);
        }
        let bare = if last == Home::Unpaired { last } else { Home::Bare };
        let verbatims = &document.verbatims[block.verbatims.clone()];
        for verbatim in verbatims.iter().filter(|verbatim| is_compared(verbatim)) {
            let home = segment_of(document, block, verbatim).map_or(bare, |at| homes[at]);
            let key = match verbatim.kind {
                VerbatimKind::Link => of_link(&verbatim.text),
                _ => Key::of(verbatim),
            };
            pieces.push(Piece { verbatim, key, home, after, settled: false });
        }
    }
    pieces
}

/// The segment that a piece stands in or after.
fn segment_of(document: &Document, block: &Block, verbatim: &Verbatim) -> Option<usize> {
    let segments = document.segments.get(block.segments.clone()).filter(|s| !s.is_empty())?;
    let after = segments.partition_point(|segment| segment.span.start <= verbatim.span.start);
    Some(block.segments.start + after.saturating_sub(1))
}

/// Comments and line breaks are the translator's business; `#` leads nowhere.
fn is_compared(verbatim: &Verbatim) -> bool {
    match verbatim.kind {
        VerbatimKind::Html => {
            !(verbatim.text.is_empty() || tag(&verbatim.text).trim_matches('/') == "br")
        }
        VerbatimKind::Link => verbatim.text != "#",
        _ => true,
    }
}
