//! Links, images, code, placeholders, tags and footnotes that the translation changed or lost.
//!
//! They are compared within their unit first, so that two links swapped are found, then near by,
//! then in the whole document, so that what merely moved is not reported.

mod address;
mod comparison;
mod key;
mod pieces;
mod sequence;
mod skeleton;

use self::{
    comparison::Comparison,
    pieces::{Home, Piece},
};
use super::{Check, Findings, Rule, Scope, findings::Draft, pairs::Pairs};
use crate::{
    model::{Code, Message, Severity, VerbatimKind},
    text::normalize::is_cyrillic,
};

const LINK_CHANGED: Rule = Rule::error("link-changed");
const LINK_LOST: Rule = Rule::warn("link-lost");
const IMAGE_CHANGED: Rule = Rule::error("image-changed");
const IMAGE_LOST: Rule = Rule::error("image-lost");
const CODE_CHANGED: Rule = Rule::error("code-changed");
const CODE_LOST: Rule = Rule::warn("code-lost");
const PLACEHOLDER_CHANGED: Rule = Rule::error("placeholder-changed");
const PLACEHOLDER_LOST: Rule = Rule::error("placeholder-lost");
const TAG_CHANGED: Rule = Rule::warn("tag-changed");
const TAG_LOST: Rule = Rule::warn("tag-lost");
const FOOTNOTE_CHANGED: Rule = Rule::error("footnote-changed");
const FOOTNOTE_LOST: Rule = Rule::error("footnote-lost");

/// Reports pieces of the original that the translation does not have.
pub(super) const CHECK: Check = Check {
    rules: &[
        LINK_CHANGED,
        LINK_LOST,
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
    let mut comparison = Comparison::of(pairs);
    for (was, is) in comparison.settle() {
        let (was, is) = (&comparison.source[was], &comparison.target[is]);
        if !is_stale(pairs, was) {
            findings.push(changed(pairs, was, is).at_most(severity(&comparison, was, is)));
        }
    }
    let lost =
        comparison.source.iter().filter(|piece| !piece.settled && piece.home != Home::Unpaired);
    for piece in lost.filter(|piece| !is_stale(pairs, piece) && !is_told(pairs, piece)) {
        findings.push(lost_draft(pairs, piece));
    }
}

/// What stands elsewhere in the original was taken for another by mistake.
fn severity(comparison: &Comparison<'_>, was: &Piece<'_>, is: &Piece<'_>) -> Severity {
    let is_elsewhere = comparison.source.iter().any(|other| other.key == is.key);
    if is_elsewhere { Severity::Error } else { was.key.severity(&is.key) }
}

/// Whether code stands in the translation as plain text, with spaces or hyphens between its words.
fn is_told(pairs: &Pairs<'_>, piece: &Piece<'_>) -> bool {
    let Home::Pair { pair, .. } = piece.home else { return false };
    let joined = |text: &str| text.replace(|c: char| c == '-' || c.is_whitespace(), "");
    let code = joined(&piece.verbatim.text);
    piece.verbatim.kind == VerbatimKind::Code
        && joined(&pairs.all[pair].target.text).contains(&code)
}

fn is_stale(pairs: &Pairs<'_>, piece: &Piece<'_>) -> bool {
    matches!(piece.home, Home::Pair { pair, .. } if pairs.all[pair].stale)
}

fn changed(pairs: &Pairs<'_>, was: &Piece<'_>, is: &Piece<'_>) -> Draft {
    let code = codes(was.verbatim.kind).0;
    let (old, new) = first_difference(&was.verbatim.text, &is.verbatim.text);
    let message = Message::new(code.as_str()).with("was", shown(old)).with("is", shown(new));
    Draft::new(code, message)
        .in_source(pairs.source.place(was.verbatim.span))
        .in_target(pairs.target.place(is.verbatim.span))
        .with("was", was.verbatim.text.clone())
        .with("is", is.verbatim.text.clone())
}

fn lost_draft(pairs: &Pairs<'_>, lost: &Piece<'_>) -> Draft {
    let code = codes(lost.verbatim.kind).1;
    let message = Message::new(code.as_str()).with("was", shown(&lost.verbatim.text));
    let draft = Draft::new(code, message)
        .in_source(pairs.source.place(lost.verbatim.span))
        .with("was", lost.verbatim.text.clone());
    match lost.home {
        Home::Pair { pair, .. } => draft.in_target(pairs.all[pair].target.whole()),
        _ => draft,
    }
}

/// The first lines in which two pieces differ; lines with words of Russian are rightly translated.
fn first_difference<'a>(was: &'a str, is: &'a str) -> (&'a str, &'a str) {
    let differs = |line: &&str, other: &str| {
        !line.contains(is_cyrillic) && !other.lines().any(|other| other.trim() == line.trim())
    };
    let old = was.lines().find(|line| differs(line, is));
    let new = is.lines().find(|line| differs(line, was));
    old.zip(new).unwrap_or((was, is))
}

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
