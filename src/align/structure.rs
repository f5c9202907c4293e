//! What the structure of the documents says: headings pair with headings, paragraphs begin
//! together, code is the same.
//!
//! The weights are logarithms of rough odds, in the same unit as those of words and lengths:
//! structure decides where words are silent and yields where they speak.

use std::ops::Range;

use super::unit::{Kind, Side};

/// Odds that two kinds of blocks correspond, against chance.
const SAME_KIND: f32 = 1.0;
const SAME_HEADING_LEVEL: f32 = 2.5;
const OTHER_HEADING_LEVEL: f32 = 0.5;
const HEADING_AND_TEXT: f32 = -4.0;
const OTHER_KIND: f32 = -1.0;
const TEXT_AND_CODE: f32 = -40.0;
const SAME_LABEL: f32 = 4.0;
const OTHER_LABEL: f32 = -8.0;

/// Paragraphs that begin, or fail to begin, together.
const BEGIN_TOGETHER: f32 = 1.5;
const BEGIN_APART: f32 = -2.5;

/// A bead that runs on into the next paragraph on one side only, or on both.
const ACROSS_ONE: f32 = -5.0;
const ACROSS_BOTH: f32 = -7.0;

/// The same where the first of two items ends in a colon.
const LEADS_UP: f32 = -1.0;

/// A sentence more or fewer than the shape of the bead lets expect.
const SENTENCE_APART: f32 = -1.5;

/// What the numbers of sentences say where units hold several: a line of two sentences is likelier
/// the translation of two lines than of one of them.
pub(super) fn sentence_counts(sentences: (usize, usize), units: (usize, usize)) -> f32 {
    let apart = sentences.0.abs_diff(sentences.1);
    SENTENCE_APART * (apart as f32 - expected(units) as f32)
}

/// More than they can say.
pub(super) fn most_of_sentence_counts(units: (usize, usize)) -> f32 {
    -SENTENCE_APART * expected(units) as f32
}

/// By how many sentences the sides of a bead of so many units may differ.
const fn expected(units: (usize, usize)) -> usize {
    units.0.abs_diff(units.1)
}

/// Whether a unit of a bead holds several sentences, and both sides as many.
pub(super) const fn are_lines_of_as_many_sentences(
    sentences: (usize, usize),
    units: (usize, usize),
) -> bool {
    sentences.0 == sentences.1 && sentences.0 + sentences.1 > units.0 + units.1
}

/// What the kinds and boundaries of the blocks say of a bead that begins with these two units.
pub(super) fn meeting(source: &Side, target: &Side, row: usize, column: usize) -> f32 {
    if !source.structured || !target.structured {
        return 0.0;
    }
    let (first, counterpart) = (&source.units[row], &target.units[column]);
    let kinds = kinds(&first.kind, &counterpart.kind);
    let beginning = match (first.begins_block, counterpart.begins_block) {
        (true, true) => BEGIN_TOGETHER,
        (false, false) => 0.0,
        _ => BEGIN_APART,
    };
    kinds + beginning
}

/// More than that can be.
pub(super) const MOST_OF_A_MEETING: f32 = SAME_LABEL + BEGIN_TOGETHER;

/// What they say of it that either side runs on into the next block, or does not.
pub(super) fn across(
    (source, target): (&Side, &Side),
    (from, to): (&Range<usize>, &Range<usize>),
    crosses: (bool, bool),
) -> f32 {
    if !source.structured || !target.structured {
        return 0.0;
    }
    match crosses {
        (false, false) => 0.0,
        (true, true) => ACROSS_BOTH,
        _ if leads_up(source, from) || leads_up(target, to) => LEADS_UP,
        _ => ACROSS_ONE,
    }
}

/// Whether one line leads up to another, which is the whole of what it promises: `Logs:` and below
/// it a path are as well one line.
fn leads_up(side: &Side, units: &Range<usize>) -> bool {
    let [first, second] = &side.units[units.clone()] else { return false };
    first.leads_up && second.kind == Kind::ListItem && first.kind == second.kind
}

/// What the kinds of two blocks say.
pub(super) fn kinds(source: &Kind, target: &Kind) -> f32 {
    match (source, target) {
        (Kind::Code, Kind::Code) => SAME_KIND,
        (Kind::Code, _) | (_, Kind::Code) => TEXT_AND_CODE,
        (Kind::Heading(level), Kind::Heading(other)) if level == other => SAME_HEADING_LEVEL,
        (Kind::Heading(_), Kind::Heading(_)) => OTHER_HEADING_LEVEL,
        (Kind::Heading(_), _) | (_, Kind::Heading(_)) => HEADING_AND_TEXT,
        (Kind::Labelled(label), Kind::Labelled(other)) => {
            if label == other {
                SAME_LABEL
            } else {
                OTHER_LABEL
            }
        }
        (Kind::Labelled(_), _) | (_, Kind::Labelled(_)) => OTHER_LABEL,
        (source, target) if source == target => {
            if *source == Kind::Paragraph {
                0.0
            } else {
                SAME_KIND
            }
        }
        _ => OTHER_KIND,
    }
}
