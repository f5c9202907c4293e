//! Links, images, code, placeholders, tags and footnotes that the translation changed or lost.
//!
//! They are compared within their unit first, so that two links swapped are found, then near by,
//! then in the whole document, so that what merely moved is not reported.

mod address;
mod comparison;
mod excuses;
mod key;
mod links;
mod localised;
mod logic;
mod mentions;
mod otherwise;
mod pictures;
mod pieces;
mod sequence;
mod skeleton;

use std::collections::HashSet;

use self::{
    comparison::Comparison,
    links::Links,
    mentions::Mentions,
    otherwise::is_written_otherwise,
    pictures::Pictures,
    pieces::{Home, Piece, stands_among},
    skeleton::bare_line,
};
use super::{
    Check, Findings, Rule, Scope,
    findings::Draft,
    pairs::{Pair, Pairs},
};
use crate::model::{BlockKind, Code, Direction, Message, Severity, Span, VerbatimKind};

const LINK_CHANGED: Rule = Rule::error("link-changed");
const LINK_LOST: Rule = Rule::warn("link-lost");
const ANCHOR_NOWHERE: Rule = Rule::warn("anchor-nowhere");
const IMAGE_CHANGED: Rule = Rule::info("image-changed");
const IMAGE_LOST: Rule = Rule::warn("image-lost");
const CODE_CHANGED: Rule = Rule::error("code-changed");
const CODE_LOST: Rule = Rule::warn("code-lost");
pub(super) const PLACEHOLDER_CHANGED: Rule = Rule::error("placeholder-changed");
pub(super) const PLACEHOLDER_LOST: Rule = Rule::error("placeholder-lost");
const TAG_CHANGED: Rule = Rule::warn("tag-changed");
const TAG_LOST: Rule = Rule::warn("tag-lost");
const FOOTNOTE_CHANGED: Rule = Rule::error("footnote-changed");
const FOOTNOTE_LOST: Rule = Rule::error("footnote-lost");

/// Reports pieces of the original that the translation does not have.
pub(super) const CHECK: Check = Check {
    rules: &[
        LINK_CHANGED,
        LINK_LOST,
        ANCHOR_NOWHERE,
        IMAGE_CHANGED,
        IMAGE_LOST,
        CODE_CHANGED,
        CODE_LOST,
        PLACEHOLDER_CHANGED,
        PLACEHOLDER_LOST,
        TAG_CHANGED,
        TAG_LOST,
        FOOTNOTE_CHANGED,
        FOOTNOTE_LOST,
    ],
    run: Scope::Pairs(run),
};

fn run(pairs: &Pairs<'_>, findings: &mut Findings<'_>) {
    let links = Links::of(pairs);
    let mut comparison = Comparison::of(pairs, &links);
    let changes = comparison.settle();
    let nowhere = report_nowhere(pairs, &comparison, &links, findings);
    let mut changed_tags: Vec<&Piece<'_>> =
        changes.iter().map(|&(was, _)| &comparison.source[was]).collect();
    changed_tags.sort_by_key(|piece| piece.verbatim.span);
    let shown = Pictures::of(&comparison.source, &comparison.target);
    let are_strewn = shown.are_strewn(&comparison, &changes);
    let has_own_notes = !changes.is_empty() && notes_are_own(pairs);
    for &(was, is) in &changes {
        let (was, is) = (&comparison.source[was], &comparison.target[is]);
        let is_right = excuses::is_same_note(pairs, was, is)
            || excuses::is_same_file(pairs, was, is)
            || excuses::is_import_enough(pairs, was)
            || is_same_page(&links, was, is)
            || excuses::is_closed_with(was, &changed_tags)
            || excuses::is_same_path(was, is)
            || excuses::is_same_sum(was, is)
            || excuses::is_same_variable(was, is)
            || excuses::is_joined(pairs, was, is)
            || excuses::is_file_of_language(pairs, was, is)
            || localised::is_of_language(was, is)
            || logic::decides_alike(was, is)
            || excuses::is_covered(pairs, was)
            || is_doubtful(pairs, was)
            || excuses::is_cut_otherwise(pairs, was, is);
        if !is_stale(pairs, was) && !is_right && !nowhere.contains(&is.verbatim.span) {
            let is_own_note = has_own_notes && was.verbatim.kind == VerbatimKind::FootnoteReference;
            let is_shown = is_own_note
                || are_strewn && shown.is_elsewhere(was)
                || pictures::is_same_file(was, is)
                || excuses::is_of_other_name(pairs, was, is)
                || links.are_lone(&was.verbatim.text, &is.verbatim.text)
                || is_beside_stranger(pairs, was)
                || is_other_entry(pairs, &comparison, was, is);
            let level = if is_shown { Severity::Info } else { severity(&comparison, was, is) };
            findings.push(changed(pairs, was, is).at_most(level));
        }
    }
    match pairs.direction {
        Direction::RuEn => {
            let sides = (comparison.source.as_slice(), comparison.target.as_slice());
            report_lost(pairs, &links, (sides, &shown), findings);
        }
        Direction::EnRu => {
            let turned = pairs.turned();
            let sides = (comparison.target.as_slice(), comparison.source.as_slice());
            let shown = Pictures::of(sides.0, sides.1);
            report_lost(&turned, &Links::of(&turned), (sides, &shown), findings);
        }
    }
}

/// The pieces of the original and of the translation.
type Sides<'s, 'a> = (&'s [Piece<'a>], &'s [Piece<'a>]);

/// Reports what is left of the pieces of the original, which is the source of `pairs`.
fn report_lost(
    pairs: &Pairs<'_>,
    links: &Links<'_>,
    ((original, translation), shown): (Sides<'_, '_>, &Pictures),
    findings: &mut Findings<'_>,
) {
    let is_lost = |piece: &&Piece<'_>| !piece.settled && piece.home != Home::Unpaired;
    let lost: Vec<&Piece<'_>> = original.iter().filter(is_lost).collect();
    if lost.is_empty() {
        return;
    }
    let (mentions, has_own_notes) = (Mentions::of(original, translation), notes_are_own(pairs));
    for piece in &lost {
        let is_right = excuses::is_told(pairs, piece)
            || localised::is_told(translation, piece)
            || excuses::is_closed_with(piece, &lost)
            || (piece.verbatim.kind == VerbatimKind::Link
                && links.leads_to_itself(&piece.verbatim.text));
        if !is_stale(pairs, piece) && !is_right {
            // The markup around paragraphs is the business of a page's design.
            let is_bare_tag = piece.home == Home::Bare && piece.verbatim.kind == VerbatimKind::Html;
            let is_note = piece.verbatim.kind == VerbatimKind::FootnoteReference;
            let is_remark = is_bare_tag
                || is_note && has_own_notes
                || shown.is_elsewhere(piece)
                || excuses::is_entry(piece)
                || mentions.has(piece)
                || is_written_otherwise(pairs, piece)
                || logic::is_decided_otherwise(pairs, piece)
                || logic::is_closed(pairs, piece);
            let level = if is_remark { Severity::Info } else { Severity::Error };
            findings.push(lost_draft(pairs, piece).at_most(level));
        }
    }
}

/// Whether the translation numbers its notes by itself, of which it has others: most notes that
/// answer to one another have other labels.
fn notes_are_own(pairs: &Pairs<'_>) -> bool {
    const FEWEST: usize = 3;
    let is_note = |pair: &&Pair<'_>| {
        pair.source.kind() == BlockKind::Footnote && pair.target.kind() == BlockKind::Footnote
    };
    let notes = || pairs.all.iter().filter(is_note);
    let same = notes().filter(|pair| pair.source.label() == pair.target.label()).count();
    let all = notes().count();
    all >= FEWEST && 2 * same < all
}

/// Reports links of the translation whose anchors lead to no place, beside links of the original
/// that lead to one; gives where they stand.
fn report_nowhere(
    pairs: &Pairs<'_>,
    comparison: &Comparison<'_>,
    links: &Links<'_>,
    findings: &mut Findings<'_>,
) -> HashSet<Span> {
    let pair_of = |piece: &Piece<'_>| match piece.home {
        Home::Pair { pair, .. } if piece.verbatim.kind == VerbatimKind::Link => Some(pair),
        _ => None,
    };
    let leading = comparison.source.iter().filter(|piece| links.leads(&piece.verbatim.text));
    let led: HashSet<usize> = leading.filter_map(pair_of).collect();
    let mut reported = HashSet::new();
    for piece in &comparison.target {
        let Some(pair) = pair_of(piece).filter(|pair| led.contains(pair)) else { continue };
        let Some(anchor) = links.nowhere(&piece.verbatim.text) else { continue };
        let message = Message::new(ANCHOR_NOWHERE.code.as_str()).with("anchor", anchor);
        let draft = Draft::new(ANCHOR_NOWHERE.code, message).with("anchor", anchor);
        let place = pairs.target.place(piece.verbatim.span);
        findings.push(draft.in_source(pairs.all[pair].source.whole()).in_target(place));
        reported.insert(piece.verbatim.span);
    }
    reported
}

/// What stands elsewhere in the original was taken for another by mistake; not where one leads out
/// of the project and the other does not. That readers are led to another place which the original
/// also names may be meant for them, unless the two places are exchanged.
fn severity(comparison: &Comparison<'_>, was: &Piece<'_>, is: &Piece<'_>) -> Severity {
    let by_key = was.key.severity(&is.key);
    if was.leads_out() != is.leads_out() || !stands_among(&comparison.source, is) {
        return by_key;
    }
    match stands_among(&comparison.target, was) || !was.leads_out() {
        true => Severity::Error,
        false => by_key.max(Severity::Warn),
    }
}

/// Whether code names a page of the project as the translation names it: `docs/en/a.md`.
fn is_same_page(links: &Links<'_>, was: &Piece<'_>, is: &Piece<'_>) -> bool {
    was.verbatim.kind == VerbatimKind::Code
        && links.name_one_page(&was.verbatim.text, &is.verbatim.text)
}

fn is_stale(pairs: &Pairs<'_>, piece: &Piece<'_>) -> bool {
    matches!(piece.home, Home::Pair { pair, .. } if pairs.all[pair].stale)
}

/// Whether a piece stands in a sentence that likely belongs to another than it is paired with.
fn is_beside_stranger(pairs: &Pairs<'_>, piece: &Piece<'_>) -> bool {
    matches!(piece.home, Home::Pair { pair, .. } if pairs.all[pair].is_left_over())
}

/// Whether two links are those of two entries of lists that hardly belong together, while each of
/// them stands on the other side, too: the lists have orders of their own.
fn is_other_entry(
    pairs: &Pairs<'_>,
    comparison: &Comparison<'_>,
    was: &Piece<'_>,
    is: &Piece<'_>,
) -> bool {
    let Home::Pair { pair, .. } = was.home else { return false };
    let pair = &pairs.all[pair];
    let is_entry = matches!(pair.source.kind(), BlockKind::ListItem | BlockKind::TableCell);
    was.verbatim.kind == VerbatimKind::Link
        && is_entry
        && !pair.is_likely()
        && stands_among(&comparison.target, was)
        && stands_among(&comparison.source, is)
}

/// Whether a piece of code stands among sentences that may well be rendered by others.
fn is_doubtful(pairs: &Pairs<'_>, piece: &Piece<'_>) -> bool {
    let Home::Pair { pair, .. } = piece.home else { return false };
    let pair = &pairs.all[pair];
    let is_even = pair.source.segments.len() == pair.target.segments.len();
    piece.verbatim.kind == VerbatimKind::Code && !is_even && !pair.is_likely()
}

fn changed(pairs: &Pairs<'_>, was: &Piece<'_>, is: &Piece<'_>) -> Draft {
    let places = (pairs.source.place(was.verbatim.span), pairs.target.place(is.verbatim.span));
    let (from, to) = pairs.direction.roles(places);
    let (was, is) = pairs.direction.roles((was.verbatim, is.verbatim));
    let code = codes(was.kind).0;
    let (old, new) = first_difference(&was.text, &is.text);
    let message = Message::new(code.as_str()).with("was", shown(old)).with("is", shown(new));
    Draft::new(code, message)
        .between(pairs.direction, Some(from), Some(to))
        .with("was", was.text.clone())
        .with("is", is.text.clone())
}

/// What a piece of the source of `pairs` is reported by, be they turned.
fn lost_draft(pairs: &Pairs<'_>, lost: &Piece<'_>) -> Draft {
    let code = codes(lost.verbatim.kind).1;
    let message = Message::new(code.as_str()).with("was", shown(&lost.verbatim.text));
    let original = pairs.source.place(lost.verbatim.span);
    let translation = match lost.home {
        Home::Pair { pair, .. } => Some(pairs.all[pair].target.whole()),
        _ => None,
    };
    let draft = Draft::new(code, message).with("was", lost.verbatim.text.clone());
    let direction = Direction::from_original(pairs.source.language);
    draft.between(direction, Some(original), translation)
}

/// The first line in which two pieces differ and what became of it: the line most like it of those
/// that the other has alone. Lines with words of Russian are rightly translated.
fn first_difference<'a>(was: &'a str, is: &'a str) -> (&'a str, &'a str) {
    let (old, new) = (lines_alone(was, is), lines_alone(is, was));
    let likeness =
        |one: &str, other: &str| strsim::normalized_levenshtein(one.trim(), other.trim());
    let nearest = |line: &str| {
        let alike = new.iter().map(|&(_, other)| (likeness(line, other), other));
        let alike = alike.filter(|(likeness, _)| *likeness >= ALIKE);
        alike.max_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, other)| other)
    };
    let both = old.iter().find_map(|&(_, line)| Some((line, nearest(line)?)));
    both.unwrap_or_else(|| match (old.first(), new.first()) {
        (Some(&(_, old)), Some(&(_, new))) => (old, new),
        (Some(&(at, old)), None) => (old, is.lines().nth(at).unwrap_or(is)),
        (None, Some(&(at, new))) => (was.lines().nth(at).unwrap_or(was), new),
        (None, None) => (was, is),
    })
}

/// The lines of a piece, with their numbers, that the other does not have, comments apart.
fn lines_alone<'a>(piece: &'a str, other: &str) -> Vec<(usize, &'a str)> {
    let there: HashSet<String> = other.lines().filter_map(bare_line).collect();
    let is_alone = |line: &str| bare_line(line).is_some_and(|bare| !there.contains(&bare));
    let lines = piece.lines().enumerate().filter(|(_, line)| line.len() <= LONGEST_LINE);
    lines.filter(|(_, line)| is_alone(line)).take(MOST_LINES).collect()
}

/// A line was made of another that is as like it as this.
const ALIKE: f64 = 0.5;

/// Lines of either side among which those that became others are looked for, and how long they are.
const MOST_LINES: usize = 40;
const LONGEST_LINE: usize = 400;

/// A block of code is too long for a message.
fn shown(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or_default();
    line.chars().take(LONGEST_SHOWN).collect()
}

/// Characters of a piece that a message shows.
const LONGEST_SHOWN: usize = 80;

/// The codes for pieces of a kind: changed, and lost.
const fn codes(kind: VerbatimKind) -> (Code, Code) {
    let (changed, lost) = match kind {
        VerbatimKind::Link => (LINK_CHANGED, LINK_LOST),
        VerbatimKind::Image => (IMAGE_CHANGED, IMAGE_LOST),
        VerbatimKind::Code => (CODE_CHANGED, CODE_LOST),
        VerbatimKind::Template => (PLACEHOLDER_CHANGED, PLACEHOLDER_LOST),
        VerbatimKind::Html => (TAG_CHANGED, TAG_LOST),
        VerbatimKind::FootnoteReference => (FOOTNOTE_CHANGED, FOOTNOTE_LOST),
    };
    (changed.code, lost.code)
}
