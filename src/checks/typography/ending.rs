//! A paragraph that ends without a full stop where its original has one.

use std::ops::Range;

use crate::{
    checks::{
        Rule,
        findings::Findings,
        pairs::{Pair, Pairs},
    },
    model::{BlockKind, Language, Severity},
    text::{normalize::is_cyrillic, sentences::is_abbreviation},
};

/// What may follow the last mark of a sentence.
const CLOSERS: &[char] =
    &['"', '\'', '”', '’', '“', '»', ')', ']', '*', '_', ' ', '\u{a0}', '`', '}'];

/// Paragraphs from which the habit of a translation can be told, and the share of those without a
/// mark, in percent, from which on it is one.
const ENOUGH: usize = 8;
const HABIT: usize = 15;

/// Reports paragraphs without a mark at their end; where a translation often has none, remarks.
pub(super) fn report(pairs: &Pairs<'_>, rule: Rule, findings: &mut Findings<'_>) {
    let marked: Vec<&Pair<'_>> =
        pairs.all.iter().filter(|pair| is_marked_paragraph(pair)).collect();
    let missing: Vec<(&Pair<'_>, Range<usize>)> =
        marked.iter().filter_map(|pair| Some((*pair, missing(pair)?))).collect();
    let is_habit = marked.len() >= ENOUGH && missing.len() * 100 > marked.len() * HABIT;
    for (pair, range) in missing.iter().filter(|(pair, range)| !pair.target.is_verbatim(range)) {
        let is_remark =
            is_habit || is_step_among_others(pair, &pairs.all) || is_among_bare(pair, &pairs.all);
        let level = if is_remark { Severity::Info } else { Severity::Error };
        findings.push(super::draft(pair, rule, range).at_most(level));
    }
}

/// Whether a paragraph begins with its number, as those beside it, which have no mark either: the
/// steps of a list.
fn is_step_among_others(pair: &Pair<'_>, all: &[Pair<'_>]) -> bool {
    let is_step = |text: &str| {
        let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
        number.len() < text.len() && number.starts_with(['.', ')'])
    };
    let is_bare_step = |other: &Pair<'_>| {
        let text = other.target.block_prose();
        is_step(&text) && is_bare(&text)
    };
    is_step(&pair.target.text) && beside(pair, all).into_iter().flatten().any(is_bare_step)
}

/// Whether the blocks before and after it have no mark at their ends either: captions, the lines of
/// a poem, items of a list.
fn is_among_bare(pair: &Pair<'_>, all: &[Pair<'_>]) -> bool {
    let is_bare_text = |other: &Pair<'_>| {
        !matches!(other.target.kind(), BlockKind::Heading(_))
            && is_bare(&other.target.block_prose())
    };
    beside(pair, all).into_iter().all(|other| other.is_some_and(is_bare_text))
}

/// The pairs before and after a pair, in the order of the translation.
fn beside<'p, 'a>(pair: &Pair<'a>, all: &'p [Pair<'a>]) -> [Option<&'p Pair<'a>>; 2] {
    let at = all.partition_point(|other| other.target.segments.start < pair.target.segments.start);
    [at.checked_sub(1), Some(at + 1)].map(|at| all.get(at?))
}

/// Whether a text ends without a mark.
fn is_bare(text: &str) -> bool {
    text.trim_end_matches(CLOSERS).ends_with(char::is_alphanumeric)
}

/// Whether a pair ends a paragraph on both sides, in the original with a mark. What begins a
/// document is likely its title.
fn is_marked_paragraph(pair: &Pair<'_>) -> bool {
    let is_prose = |kind| matches!(kind, BlockKind::Paragraph | BlockKind::Footnote);
    let is_title = pair.target.segments.start == 0;
    let ends_blocks = !is_title && pair.source.ends_block() && pair.target.ends_block();
    let ends_blocks = ends_blocks && pair.source.is_in_one_block() && pair.target.is_in_one_block();
    ends_blocks
        && is_prose(pair.source.kind())
        && is_prose(pair.target.kind())
        && pair.source.text.trim_end_matches(CLOSERS).ends_with(['.', '!', '?', '…'])
}

/// The last character of a translation that has no mark at its end.
fn missing(pair: &Pair<'_>) -> Option<Range<usize>> {
    let image = pair.target.last_image_text().unwrap_or_default();
    let text = pair.target.text.strip_suffix(image).unwrap_or(&pair.target.text);
    let bare = text.trim_end_matches(CLOSERS);
    let last = bare.chars().next_back().filter(|c| c.is_alphanumeric())?;
    let ends = pair.target.verbatim_ranges().last().is_some_and(|range| range.end >= bare.len());
    // What was meant for a heading and lacks the space behind its mark.
    let is_heading = bare.starts_with("##");
    let needs_mark = !ends
        && !is_heading
        && !is_numbered(bare)
        && !is_title(bare)
        && !ends_with_address(bare)
        && !ends_before_note(bare)
        && !ends_before_remark(text)
        && !ends_abbreviated(&pair.source.block_prose());
    needs_mark.then(|| bare.len() - last.len_utf8()..bare.len())
}

/// Whether a text is a number, or a word with one: `II`, `Chapter 4`.
fn is_numbered(text: &str) -> bool {
    let is_numeral = |word: &str| {
        word.chars().all(|c| c.is_ascii_digit()) || word.chars().all(|c| "IVXLCDM".contains(c))
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    words.len() <= 2 && words.last().is_some_and(|word| is_numeral(word))
}

/// Whether a text is set as titles are, its words with capitals: `Scene 4. All Aboard`.
fn is_title(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_capital = |word: &&&str| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let is_small = |word: &&&str| word.chars().count() <= LONGEST_SMALL_WORD;
    let capitals = words.iter().filter(is_capital).count();
    (2..=LONGEST_TITLE).contains(&words.len())
        && capitals > 1
        && words.iter().filter(|word| !is_small(word)).all(|word| is_capital(&word))
        && words.last().is_some_and(|last| is_capital(&last))
}

/// Words of a title, at most, and letters of a word that has no capital in it.
const LONGEST_TITLE: usize = 8;
const LONGEST_SMALL_WORD: usize = 3;

/// Whether a sentence ends before the number of a note: `… in the article.6`.
fn ends_before_note(text: &str) -> bool {
    let before = text.trim_end_matches(|c: char| c.is_ascii_digit());
    before.len() < text.len() && is_ended(before)
}

/// Whether a sentence ends before a remark in brackets: `… of my life... (emphasis added)`.
fn ends_before_remark(text: &str) -> bool {
    let remark = text.trim_end_matches(['*', '_', ' ']).strip_suffix(')');
    remark.and_then(|text| text.rsplit_once('(')).is_some_and(|(before, _)| is_ended(before))
}

fn is_ended(text: &str) -> bool {
    let text = text.trim_end_matches(CLOSERS);
    text.trim_end_matches(['[', '(', '^']).trim_end_matches(CLOSERS).ends_with(['.', '!', '?', '…'])
}

/// Whether a text ends with an address, which a stop would spoil.
fn ends_with_address(text: &str) -> bool {
    let last = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    last.contains('@') || last.contains("://") || last.starts_with("www.")
}

/// Whether the last stop of a Russian paragraph may be that of an abbreviation alone: of a known
/// one, or, in brackets, of a short word where others are abbreviated («(пох. Люберецкое клад.)»).
fn ends_abbreviated(text: &str) -> bool {
    let Some(bare) = text.trim_end_matches(CLOSERS).strip_suffix('.') else { return false };
    let last = bare.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_short = |word: &str| {
        (1..=LONGEST_ABBREVIATION).contains(&word.chars().count())
            && word.chars().all(|c| is_cyrillic(c) && c.is_lowercase())
            && !word.ends_with(|c: char| "аеёиоуыэюяйь".contains(c))
    };
    let before = &bare[..bare.len() - last.len()];
    let abbreviates = || {
        let words = before.split_whitespace().filter_map(|word| word.strip_suffix('.'));
        words.map(|word| word.trim_start_matches('(')).any(is_short)
    };
    let is_year = last == "г" && before.trim_end().ends_with(|c: char| c.is_ascii_digit());
    is_abbreviation(last, Language::Russian)
        || is_year
        || (text.starts_with('(') && is_short(last) && abbreviates())
}

/// Letters of an abbreviation, at most.
const LONGEST_ABBREVIATION: usize = 5;
