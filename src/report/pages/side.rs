//! One side of a document pair: its segments with their styles, terms and findings.

use std::{collections::BTreeSet, ops::Range};

use super::{
    document::Lens,
    prose_map::ProseMap,
    runs::{Mark, Marked, runs},
    styles::Styles,
    unit::{BlockView, Kind, SegmentView},
};
use crate::model::{Block, BlockKind, Document, Finding, Place, Segment};

/// A document about to be shown.
#[derive(Debug)]
pub(super) struct Side<'a> {
    document: &'a Document,
    styles: Styles,
    /// The terms of each segment: their bytes in its prose and their concepts.
    terms: Vec<Vec<(Range<usize>, usize)>>,
    lens: Lens<'a>,
}

impl<'a> Side<'a> {
    /// A side of a document pair for which the concepts hold that `covers` says.
    pub(super) fn of(document: &'a Document, covers: &[bool], lens: Lens<'a>) -> Self {
        let terms = |segment: &Segment| {
            let mentions = lens.glossary.mentions(&segment.text, document.language);
            let holds = |(_, concept): &(Range<usize>, usize)| covers.get(*concept) == Some(&true);
            mentions.into_iter().filter(holds).collect()
        };
        let terms = document.segments.iter().map(terms).collect();
        Self { document, styles: Styles::of(document), terms, lens }
    }

    /// The concepts that are mentioned in some segments.
    pub(super) fn concepts(&self, segments: &Range<usize>) -> BTreeSet<usize> {
        let terms = self.terms.get(segments.clone()).unwrap_or_default();
        terms.iter().flatten().map(|(_, concept)| *concept).collect()
    }

    /// Some segments as a reader sees them, the terms of the concepts `mentioned` marked, and the
    /// findings of which `place` gives a place on this side.
    pub(super) fn segments(
        &self,
        segments: &Range<usize>,
        mentioned: &BTreeSet<usize>,
        findings: &[&'a Finding],
        place: impl Fn(&'a Finding) -> Option<&'a Place>,
    ) -> Vec<SegmentView> {
        let places: Vec<(usize, &Place)> = findings
            .iter()
            .enumerate()
            .filter_map(|(index, finding)| Some((index, place(finding)?)))
            .filter(|(_, place)| place.path == self.document.path && !place.span.is_empty())
            .collect();
        segments.clone().filter_map(|index| self.segment(index, mentioned, &places)).collect()
    }

    fn segment(
        &self,
        index: usize,
        mentioned: &BTreeSet<usize>,
        places: &[(usize, &Place)],
    ) -> Option<SegmentView> {
        let segment = self.document.segments.get(index)?;
        let map = ProseMap::of(self.document, segment, &self.styles.skipped);
        let styled = self.styles.within(segment.span);
        let mut marks: Vec<Marked> =
            styled.filter_map(|(span, mark)| Some((map.prose_of(span)?, mark.clone()))).collect();
        let pointed = places.iter().filter(|(_, place)| place.span.overlaps(segment.span));
        let whole = 0..segment.text.len();
        // A finding about all of a segment has no words to point at.
        marks.extend(pointed.filter_map(|(finding, place)| {
            let words = map.prose_of(place.span).filter(|words| *words != whole)?;
            Some((words, Mark::Finding(*finding)))
        }));
        let terms = self.terms.get(index).map(Vec::as_slice).unwrap_or_default();
        marks.extend(terms.iter().filter(|(_, concept)| mentioned.contains(concept)).filter_map(
            |(range, concept)| {
                let concept = self.lens.glossary.concepts().get(*concept)?;
                Some((range.clone(), Mark::Term(concept.id.clone())))
            },
        ));
        let block = self.document.blocks.get(segment.block)?;
        Some(SegmentView {
            block: block_view(self.document, block),
            begins_block: block.segments.start == index,
            line: self.document.lines.line(segment.span.start),
            runs: runs(&segment.text, &marks),
        })
    }
}

fn block_view(document: &Document, block: &Block) -> BlockView {
    let marker = marker(document, block);
    let (kind, level) = match block.kind {
        BlockKind::Heading(level) => (Kind::Heading, level),
        BlockKind::ListItem => (Kind::ListItem, block.depth),
        BlockKind::TableCell => (Kind::TableCell, block.depth),
        BlockKind::Footnote => (Kind::Footnote, block.depth),
        BlockKind::FrontMatter => (Kind::FrontMatter, block.depth),
        _ => (Kind::Paragraph, block.depth),
    };
    let number = marker.trim_matches(|c: char| !c.is_ascii_digit());
    let label = match kind {
        Kind::ListItem if !number.is_empty() => Some(number.to_owned()),
        _ => block.label.clone(),
    };
    BlockView { kind, level, label, quoted: marker.contains('>') }
}

/// What stands before a block on its line, unless that holds letters: list markers, quotes.
fn marker<'d>(document: &'d Document, block: &Block) -> &'d str {
    let before = document.text.get(..block.span.start).unwrap_or_default();
    let line = before.rsplit(['\n', '\r']).next().unwrap_or_default();
    if line.chars().any(char::is_alphabetic) { "" } else { line }
}
