//! Quotation marks and brackets that are opened and not closed, or the reverse.
//!
//! A block is the measure, not a sentence: a speech may have several. A quotation of several
//! blocks opens in one and closes in another; one without its partner there is odd.

use std::ops::Range;

use crate::checks::pairs::{Pair, Pairs};

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
    let mut odd: Vec<(usize, Mark)> = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        for mark in odd_marks(block.iter().map(|pair| pair.target.text.as_str())) {
            let opened = odd.iter().rposition(|(earlier, opening)| {
                ends_quoted(blocks[*earlier]) && mark.goes_on_from(opening, index - earlier)
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
        let texts = blocks[*index].iter().map(|pair| pair.source.text.as_str());
        let is_kin = |other: &Mark| other.family == mark.family;
        texts.clone().any(|text| mark.family.stands_in(text))
            && !odd_marks(texts).iter().any(is_kin)
    };
    let reported = odd.into_iter().filter(in_order);
    reported.map(|(index, mark)| (&blocks[index][mark.text], mark.range())).collect()
}

/// Whether a quotation may go on after a block: its original ends with one, has an odd mark, or
/// quotes nothing.
fn ends_quoted(block: &[Pair<'_>]) -> bool {
    let texts = || block.iter().map(|pair| pair.source.text.as_str());
    let last = texts().next_back().unwrap_or_default();
    let bare = last.trim_end_matches(|c: char| ".,!?… ".contains(c));
    bare.ends_with(['»', '“', '”', '"'])
        || !texts().any(|text| Family::Quotation.stands_in(text))
        || odd_marks(texts()).iter().any(|mark| mark.family == Family::Quotation)
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
}

impl Mark {
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
fn odd_marks<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<Mark> {
    let mut odd: Vec<Mark> = Vec::new();
    for mark in texts.enumerate().flat_map(|(text, content)| marks(text, content)) {
        let partner = odd.iter().rposition(|open| open.opens && open.family == mark.family);
        let closes = |open: &Mark| !mark.opens || (open.character, mark.character) == GERMAN;
        match partner {
            Some(at) if closes(&odd[at]) => {
                odd.remove(at);
            }
            _ => odd.push(mark),
        }
    }
    odd
}

fn marks(text: usize, content: &str) -> Vec<Mark> {
    let mut straight = 0_usize;
    let found = content.char_indices().filter_map(|(at, character)| {
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
        let mark = Mark { text, at, character, family, opens, first: at == 0 && text == 0 };
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

/// Items of a list in running text (`1)`, `b)`), emoticons, inches, and the apostrophe of a plural
/// that some editors make a quotation mark (`the Lakers" coach`).
fn is_exempt(content: &str, at: usize, character: char, straight: usize) -> bool {
    let before = &content[..at];
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_label = |c: char| c.is_alphanumeric() || matches!(c, ':' | ';' | '-');
    match character {
        ')' => (1..=2).contains(&word.chars().count()) && word.chars().all(is_label),
        '(' => word.ends_with(':') || word.ends_with(":-"),
        '"' if straight.is_multiple_of(2) => false,
        '"' => {
            let after = &content[at + 1..];
            before.ends_with(|c: char| c.is_ascii_digit())
                || (before.ends_with('s') && after.starts_with(' '))
        }
        _ => false,
    }
}
