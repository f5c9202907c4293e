//! Quotation marks and brackets that are opened and not closed, or the reverse.
//!
//! A block is the measure, not a sentence: a speech may have several. A quotation of several
//! blocks opens in one and closes in another; one without its partner there is odd.

use std::ops::Range;

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
    // Asked once for each block, not once for each mark.
    let may_go_on: Vec<bool> = blocks.iter().map(|block| ends_quoted(block)).collect();
    let odd_in_sources: Vec<Vec<Mark>> =
        blocks.iter().map(|block| odd_marks(block.iter().map(|pair| &pair.source))).collect();
    let mut odd: Vec<(usize, Mark)> = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        for mark in odd_marks(block.iter().map(|pair| &pair.target)) {
            let opened = odd.iter().rposition(|(earlier, opening)| {
                may_go_on[*earlier] && mark.goes_on_from(opening, index - earlier)
            });
            if let Some(at) = opened {
                odd.remove(at);
            }
            if opened.is_none() || mark.opens {
                odd.push((index, mark));
            }
        }
    }
    let in_order = |(index, mark): &(usize, Mark)| {
        let is_kin = |other: &Mark| other.family == mark.family;
        blocks[*index].iter().any(|pair| mark.family.stands_in(&pair.source.text))
            && !odd_in_sources[*index].iter().any(is_kin)
    };
    let reported = odd.into_iter().filter(in_order);
    reported.map(|(index, mark)| (&blocks[index][mark.text], mark.range())).collect()
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

    /// Whether it closes what `opening` opened so many blocks before, or opens it anew in the next.
    fn goes_on_from(&self, opening: &Self, blocks: usize) -> bool {
        let is_quotation = self.family == Family::Quotation && opening.family == self.family;
        let goes_on =
            if self.opens { self.first && blocks == 1 } else { blocks <= LONGEST_QUOTATION };
        is_quotation && opening.opens && goes_on
    }
}

/// The marks of one block that have no partner in it.
fn odd_marks<'b, 'a: 'b>(passages: impl Iterator<Item = &'b Passage<'a>>) -> Vec<Mark> {
    let mut odd: Vec<Mark> = Vec::new();
    let all = passages.enumerate().flat_map(|(text, passage)| marks(text, passage));
    for mark in all {
        let partner = odd.iter().rposition(|open| open.opens && open.family == mark.family);
        match partner {
            Some(at) if mark.closes(&odd[at]) => {
                let open = odd.remove(at);
                if !open.is_of_kind_of(&mark) {
                    odd.push(mark);
                }
            }
            // A quotation that goes on over paragraphs of one original opens in each.
            Some(at) if mark.opens_anew() => odd[at] = mark,
            _ if mark.is_label => {}
            _ => odd.push(mark),
        }
    }
    odd
}

/// All marks that are looked at.
const MARKS: &str = "()[]“„«”»\"";

/// The marks of a passage outside of its code.
fn marks(text: usize, passage: &Passage<'_>) -> Vec<Mark> {
    let content = passage.text.as_str();
    if !content.contains(|c| MARKS.contains(c)) {
        return Vec::new();
    }
    let code = passage.verbatim_ranges();
    let is_code = |at: usize| code.iter().any(|range| range.contains(&at));
    let mut straight = 0_usize;
    let all = content.char_indices().filter(|(at, c)| MARKS.contains(*c) && !is_code(*at));
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
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let may_be = |c: char| c.is_alphanumeric() || matches!(c, ':' | ';' | '-');
    (1..=2).contains(&word.chars().count()) && word.chars().all(may_be)
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
