//! One side of a document pair: its segments with their styles, terms and findings.

use std::{collections::BTreeSet, ops::Range};

use super::{
    document::Lens,
    prose_map::ProseMap,
    runs::{FactMark, Mark, Marked, runs},
    styles::Styles,
    unit::{BlockView, Kind, SegmentView},
};
use crate::{
    comparison::Fact,
    model::{Block, BlockKind, Document, Finding, Place, Segment},
};

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

    /// Some segments as a reader sees them, the terms of the concepts `mentioned` and the facts of
    /// their prose marked, and the findings of which `place` gives a place on this side.
    pub(super) fn segments(
        &self,
        segments: &Range<usize>,
        (mentioned, facts): (&BTreeSet<usize>, &[Fact]),
        findings: &[&'a Finding],
        place: impl Fn(&'a Finding) -> Option<&'a Place>,
    ) -> Vec<SegmentView> {
        let places: Vec<(usize, &Place)> = findings
            .iter()
            .enumerate()
            .filter_map(|(index, finding)| Some((index, place(finding)?)))
            .filter(|(_, place)| place.path == self.document.path && !place.span.is_empty())
            .collect();
        let mut facts = Facts { all: facts, begin: 0 };
        let view = |index: usize| {
            let length = self.document.segments.get(index)?.text.len();
            self.segment(index, mentioned, facts.next(length), &places)
        };
        segments.clone().filter_map(view).collect()
    }

    fn segment(
        &self,
        index: usize,
        mentioned: &BTreeSet<usize>,
        facts: Vec<Marked>,
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
        marks.extend(facts);
        let block = self.document.blocks.get(segment.block)?;
        Some(SegmentView {
            block: block_view(self.document, block),
            begins_block: block.segments.start == index,
            line: self.document.lines.line(segment.span.start),
            runs: runs(&segment.text, &marks),
        })
    }
}

/// The facts of the prose of several segments, handed out segment by segment.
struct Facts<'a> {
    all: &'a [Fact],
    /// Where the next segment begins in the prose.
    begin: usize,
}

impl Facts<'_> {
    /// Those of the next segment, whose text has that length.
    fn next(&mut self, length: usize) -> Vec<Marked> {
        let (begin, end) = (self.begin, self.begin + length);
        let count = self.all.iter().take_while(|fact| fact.range.start < end).count();
        let (own, rest) = self.all.split_at_checked(count).unwrap_or_default();
        // Between two segments stands a space.
        (self.all, self.begin) = (rest, end + 1);
        let within = own.iter().filter(|fact| fact.range.start >= begin && fact.range.end <= end);
        let mark = |fact: &Fact| {
            let range = fact.range.start - begin..fact.range.end - begin;
            (range, Mark::Fact(FactMark { kind: fact.kind, number: fact.number }))
        };
        within.map(mark).collect()
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
    let begins_row = kind == Kind::TableCell && begins_row(document, block);
    BlockView { kind, level, label, quoted: marker.contains('>'), begins_row }
}

/// So far back the tag of a row is looked for.
const LONGEST_ROW: usize = 4_096;

/// Whether a cell is the first of its row: of a table of HTML after the tag of the row, of one that
/// is drawn at the beginning of its line. A package keeps its rows elsewhere.
fn begins_row(document: &Document, block: &Block) -> bool {
    if document.origin.is_some() {
        return false;
    }
    let before = document.text.get(..block.span.start).unwrap_or_default();
    let near = before.char_indices().rev().take(LONGEST_ROW).last().map_or(0, |(at, _)| at);
    let near = before.get(near..).unwrap_or_default();
    let line = near.rsplit('\n').next().unwrap_or_default();
    match near.rfind("<tr").and_then(|row| near.get(row..)).filter(|row| !row.contains("</t")) {
        Some(row) => row.matches("<td").count() + row.matches("<th").count() == 1,
        None => {
            line.matches('|').count() < 2 && line.trim_matches([' ', '\t', '>', '|']).is_empty()
        }
    }
}

/// What stands before a block on its line, unless that holds letters: list markers, quotes.
fn marker<'d>(document: &'d Document, block: &Block) -> &'d str {
    let before = document.text.get(..block.span.start).unwrap_or_default();
    let line = before.rsplit(['\n', '\r']).next().unwrap_or_default();
    if line.chars().any(char::is_alphabetic) { "" } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        formats::{self, Options},
        model::{Language, RepoPath},
    };

    fn first_cells(name: &str, text: &str) -> Vec<String> {
        let path = RepoPath::new(name);
        let options = Options::default();
        let document = formats::parse(path, Language::Russian, text.to_owned(), &options);
        let cells = document.blocks.iter().filter(|block| begins_row(&document, block));
        cells.map(|block| block.span.of(&document.text).trim().to_owned()).collect()
    }

    #[test]
    fn the_first_cell_of_a_row_is_known() {
        let drawn = "| Порт | Год |\n|---|---|\n| 12 | 1990 |\n| Пермь | 1985 |\n";
        assert_eq!(first_cells("a.md", drawn), ["Порт", "12", "Пермь"]);
        let tags = "<table><tr><th>Порт</th><th>Год</th></tr>\n<tr>\n<td>Пермь</td>\n<td>1985</td>\n</tr></table>\n";
        assert_eq!(first_cells("a.html", tags), ["Порт", "Пермь"]);
    }
}
