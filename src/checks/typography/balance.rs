//! Quotation marks and brackets that are opened and not closed, or the reverse.
//!
//! A block is the measure, not a sentence: a speech may have several. A quotation of several
//! blocks opens in one and closes in another; one without its partner there is odd.

use std::{collections::BTreeMap, ops::Range};

use crate::checks::pairs::{Pair, Pairs, Passage};

/// A quotation may be closed so many blocks after it was opened.
const LONGEST_QUOTATION: usize = 4;

/// A quotation within a quotation as Russian has it, `«… „…“ …»`: its closing mark is the opening
/// one of English.
const GERMAN: (char, char) = ('„', '“');

/// A mark without a partner, with the pair that it stands in.
type Odd<'b, 'a> = (&'b Pair<'a>, Range<usize>);

/// The odd marks of blocks whose originals have such marks in order.
pub(super) fn unbalanced<'b, 'a>(pairs: &'b Pairs<'a>) -> Vec<Odd<'b, 'a>> {
    let blocks: Vec<&[Pair<'a>]> = pairs
        .all
        .chunk_by(|one, next| {
            one.target.block() == next.target.block() || one.source.block() == next.source.block()
        })
        .collect();
    let mut quotations = Quotations::default();
    for block in &blocks {
        let marks = odd_marks(block.iter().map(|pair| &pair.target));
        // Nearly no block has an odd mark.
        let may_go_on = !marks.is_empty() && ends_quoted(block);
        quotations.add(marks, may_go_on);
    }
    let odd: Vec<(usize, Mark)> = quotations.odd.into_iter().flatten().collect();
    // Asked once for each block, not once for each mark.
    let of_block = |marks: &[(usize, Mark)]| {
        let (index, _) = marks.first()?;
        Some((*index, families_in_order(blocks[*index])))
    };
    let in_order: BTreeMap<usize, Vec<Family>> =
        odd.chunk_by(|(one, _), (next, _)| one == next).filter_map(of_block).collect();
    let reported = odd.into_iter().filter(|(index, mark)| in_order[index].contains(&mark.family));
    reported.map(|(index, mark)| (&blocks[index][mark.text], mark.range())).collect()
}

/// The odd marks of blocks, quotations of several blocks joined.
#[derive(Default)]
struct Quotations {
    /// With the block of each; nothing where one has found its partner.
    odd: Vec<Option<(usize, Mark)>>,
    /// The places of those that open a quotation which may go on, with their blocks.
    openings: Vec<(usize, usize)>,
    blocks: usize,
}

impl Quotations {
    /// Adds the odd marks of the next block, after which a quotation may go on or not.
    fn add(&mut self, marks: Vec<Mark>, may_go_on: bool) {
        for mark in marks {
            let is_continued = self.close(&mark);
            if is_continued && !mark.opens {
                continue;
            }
            if may_go_on && mark.opens && mark.family == Family::Quotation {
                self.openings.push((self.odd.len(), self.blocks));
            }
            self.odd.push(Some((self.blocks, mark)));
        }
        self.blocks += 1;
    }

    /// Gives the mark that a mark goes on from its partner.
    fn close(&mut self, mark: &Mark) -> bool {
        let near = self.openings.iter().rev();
        let mut near = near.take_while(|(_, block)| self.blocks - block <= LONGEST_QUOTATION);
        let may_go_on = mark.family == Family::Quotation && (mark.first || !mark.opens);
        let goes_on = |&(_, block): &(usize, usize)| mark.goes_on_from(self.blocks - block);
        let Some(back) = may_go_on.then(|| near.position(goes_on)).flatten() else {
            return false;
        };
        let (at, _) = self.openings.remove(self.openings.len() - 1 - back);
        self.odd[at] = None;
        true
    }
}

/// The kinds of marks that stand in the original of a block, each with its partner, while one of the
/// translation has none even where its sentences without a counterpart are counted.
fn families_in_order(block: &[Pair<'_>]) -> Vec<Family> {
    let odd = odd_marks(block.iter().map(|pair| &pair.source));
    let whole = block.first().zip(block.last());
    let whole = whole.map(|(first, last)| first.target.blocks_until(&last.target));
    let odd_in_whole = odd_marks(whole.iter());
    let is_in_order = |family: &Family| {
        block.iter().any(|pair| family.stands_in(&pair.source.text))
            && !odd.iter().any(|mark| mark.family == *family)
            && odd_in_whole.iter().any(|mark| mark.family == *family)
    };
    Family::ALL.into_iter().filter(is_in_order).collect()
}

/// Whether a quotation may go on after a block: its original ends with one, has an odd mark, or
/// quotes nothing.
fn ends_quoted(block: &[Pair<'_>]) -> bool {
    let texts = || block.iter().map(|pair| pair.source.text.as_str());
    let is_quotation = |mark: &Mark| mark.family == Family::Quotation;
    let last = texts().next_back().unwrap_or_default();
    let bare = last.trim_end_matches(|c: char| ".,!?… ".contains(c));
    bare.ends_with(['»', '“', '”', '"'])
        || !texts().any(|text| Family::Quotation.stands_in(text))
        || odd_marks(block.iter().map(|pair| &pair.source)).iter().any(is_quotation)
}

/// What encloses the same kind of thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Round,
    Square,
    Quotation,
}

impl Family {
    const ALL: [Self; 3] = [Self::Round, Self::Square, Self::Quotation];

    fn stands_in(self, text: &str) -> bool {
        let marks: &[char] = match self {
            Self::Round => &['('],
            Self::Square => &['['],
            Self::Quotation => &['«', '“', '„', '"'],
        };
        text.contains(marks)
    }
}

#[derive(Debug, Clone)]
struct Mark {
    /// Which of the block's texts it stands in.
    text: usize,
    at: usize,
    character: char,
    family: Family,
    opens: bool,
    /// The first of its block: a quotation that goes on opens anew.
    first: bool,
    /// May be no bracket at all: `1)`, `:)`. It closes what is open, and is not missed.
    is_label: bool,
}

impl Mark {
    fn closes(&self, open: &Self) -> bool {
        !self.opens || (open.character, self.character) == GERMAN
    }

    fn opens_anew(&self) -> bool {
        self.opens && self.first && self.family == Family::Quotation
    }

    /// Whether two marks may stand about one quotation: a typographic and a straight one may not.
    fn is_of_kind_of(&self, closing: &Self) -> bool {
        (self.character == '"') == (closing.character == '"')
    }

    fn range(&self) -> Range<usize> {
        self.at..self.at + self.character.len_utf8()
    }

    /// Whether a mark of a quotation closes what was opened so many blocks before, or the first of
    /// its block opens it anew in the next.
    fn goes_on_from(&self, blocks: usize) -> bool {
        if self.opens { blocks == 1 } else { blocks <= LONGEST_QUOTATION }
    }
}

/// The marks of one block that have no partner in it.
fn odd_marks<'b, 'a: 'b>(passages: impl Iterator<Item = &'b Passage<'a>>) -> Vec<Mark> {
    let mut odd = OddMarks::default();
    let all = passages.enumerate().flat_map(|(text, passage)| marks(text, passage));
    all.for_each(|mark| odd.add(mark));
    odd.marks.into_iter().flatten().collect()
}

/// The marks without a partner so far.
#[derive(Default)]
struct OddMarks {
    /// In order; nothing where one has found its partner.
    marks: Vec<Option<Mark>>,
    /// The places of those that open something, by family.
    open: [Vec<usize>; Family::ALL.len()],
}

impl OddMarks {
    fn add(&mut self, mark: Mark) {
        let open = &mut self.open[mark.family as usize];
        let partner = open.last().copied().and_then(|at| self.marks[at].as_ref().zip(Some(at)));
        match partner {
            Some((opening, at)) if mark.closes(opening) => {
                let is_of_kind = opening.is_of_kind_of(&mark);
                open.pop();
                self.marks[at] = None;
                if !is_of_kind {
                    self.push(mark);
                }
            }
            // A quotation that goes on over paragraphs of one original opens in each.
            Some((_, at)) if mark.opens_anew() => self.marks[at] = Some(mark),
            _ if mark.is_label => {}
            _ => self.push(mark),
        }
    }

    fn push(&mut self, mark: Mark) {
        if mark.opens {
            self.open[mark.family as usize].push(self.marks.len());
        }
        self.marks.push(Some(mark));
    }
}

/// Whether a character is one of the marks that are looked at.
const fn is_mark(c: char) -> bool {
    matches!(c, '(' | ')' | '[' | ']' | '“' | '„' | '«' | '”' | '»' | '"')
}

/// The marks of a passage outside of its code.
fn marks(text: usize, passage: &Passage<'_>) -> Vec<Mark> {
    let content = passage.text.as_str();
    if !content.contains(is_mark) {
        return Vec::new();
    }
    let code = passage.verbatim_ranges();
    let is_code = |at: usize| {
        let next = code.partition_point(|range| range.end <= at);
        code.get(next).is_some_and(|range| range.contains(&at))
    };
    let mut straight = 0_usize;
    let all = content.char_indices().filter(|(at, c)| is_mark(*c) && !is_code(*at));
    let found = all.filter_map(|(at, character)| {
        let (family, opens) = match character {
            '(' => (Family::Round, true),
            ')' => (Family::Round, false),
            '[' => (Family::Square, true),
            ']' => (Family::Square, false),
            '“' | '„' | '«' => (Family::Quotation, true),
            '”' | '»' => (Family::Quotation, false),
            '"' => (Family::Quotation, opens(content, at, straight)),
            _ => return None,
        };
        straight += usize::from(character == '"');
        let first = at == 0 && passage.begins_block();
        let is_label = character == ')' && is_label(&content[..at]);
        let mark = Mark { text, at, character, family, opens, first, is_label };
        (!is_exempt(content, at, character, straight)).then_some(mark)
    });
    found.collect()
}

/// Whether a straight mark opens, by what stands beside it; in doubt they take turns. After a
/// stop it closes, even where another follows (`… laugh,""`).
fn opens(content: &str, at: usize, before: usize) -> bool {
    let is_free = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || "([—–-/".contains(c));
    let left = content[..at].chars().next_back();
    if left.is_some_and(|c| ".,!?…".contains(c)) {
        return false;
    }
    let right = content[at + 1..].chars().next();
    match (is_free(left), right.is_none_or(|c| c.is_whitespace() || ".,;:!?)]".contains(c))) {
        (true, false) => true,
        (false, true) => false,
        _ => before.is_multiple_of(2),
    }
}

/// Whether a bracket after `before` may close the label of an item in running text (`1)`, `b)`) or
/// a smiley.
fn is_label(before: &str) -> bool {
    let may_be = |c: char| c.is_alphanumeric() || matches!(c, ':' | ';' | '-');
    if before.ends_with(['=', ':', ';']) && !before.ends_with("==") {
        return !before[..before.len() - 1].ends_with(|c: char| c.is_alphanumeric() || c == '(');
    }
    let mut word = before.chars().rev().take_while(|c| !c.is_whitespace());
    match (word.next(), word.next(), word.next()) {
        (Some(last), second, None) => may_be(last) && second.is_none_or(may_be),
        _ => false,
    }
}

/// Emoticons, inches, and the apostrophe of a plural that some editors make a quotation mark
/// (`the Lakers" coach`).
fn is_exempt(content: &str, at: usize, character: char, straight: usize) -> bool {
    let before = &content[..at];
    match character {
        '(' => before.ends_with(':') || before.ends_with(":-"),
        '"' if straight.is_multiple_of(2) => false,
        '"' => {
            let after = &content[at + 1..];
            before.ends_with(|c: char| c.is_ascii_digit())
                || (before.ends_with('s') && after.starts_with(' '))
        }
        _ => false,
    }
}
