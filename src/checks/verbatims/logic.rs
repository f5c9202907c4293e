//! Tags of a template language that decide or count: a language may need others, as for the forms of
//! its plural. `{% if n == 1 %}` and `{% if n != 1 %}`, an `{% elsif %}` for «два–четыре».

use std::collections::HashSet;

use super::pieces::Piece;
use crate::{
    checks::pairs::Pairs,
    model::{Document, VerbatimKind},
};

/// Words that open a decision, and that close one.
const OPENING: [&str; 3] = ["if", "unless", "case"];
const CLOSING: [&str; 3] = ["endif", "endunless", "endcase"];

/// Words of a decision that go on with it.
const BRANCHES: [&str; 4] = ["elsif", "elif", "else", "when"];

/// Words by which a value is kept.
const KEEPING: [&str; 2] = ["assign", "set"];

/// Whether a tag that the translation lacks decides about nothing that the translation does not
/// decide about as well, or keeps a value that it keeps in another way.
pub(super) fn is_decided_otherwise(pairs: &Pairs<'_>, lost: &Piece<'_>) -> bool {
    let Some((word, rest)) = statement(lost) else { return false };
    if !is_balanced(pairs.target) {
        return false;
    }
    let told = names_in_statements(pairs.target);
    match word {
        _ if KEEPING.contains(&word) => {
            let kept = rest.split('=').next().unwrap_or_default().trim();
            let mut all = statements(pairs.target);
            all.any(|(word, rest)| {
                KEEPING.contains(&word) && rest.split('=').next().map(str::trim) == Some(kept)
            })
        }
        _ if is_of_decision(word) => names(rest).all(|name| told.contains(name)),
        _ => false,
    }
}

/// Whether a tag that is lost closes something, of which all that the translation opens is closed:
/// the tag that opens it is lost as well, or the original closes more than it opens.
pub(super) fn is_closed(pairs: &Pairs<'_>, lost: &Piece<'_>) -> bool {
    let Some(opening) = statement(lost).and_then(|(word, _)| word.strip_prefix("end")) else {
        return false;
    };
    let count = |wanted: &dyn Fn(&str) -> bool| {
        statements(pairs.target).filter(|(word, _)| wanted(word)).count()
    };
    count(&|word| word == opening) == count(&|word| word.strip_prefix("end") == Some(opening))
}

/// Whether two tags, one of which closes something, are of different statements: the one did not
/// become the other.
pub(super) fn are_unlike(was: &Piece<'_>, is: &Piece<'_>) -> bool {
    let word = |piece| statement(piece).map(|(word, _)| word);
    let closes = |word: Option<&str>| word.is_some_and(|word| word.starts_with("end"));
    let (was, is) = (word(was), word(is));
    was != is && (closes(was) || closes(is))
}

/// Whether two tags decide about the same, each for the numbers of its language.
pub(super) fn decides_alike(was: &Piece<'_>, is: &Piece<'_>) -> bool {
    let (Some((one, was)), Some((other, is))) = (statement(was), statement(is)) else {
        return false;
    };
    let counts = |rest: &str| rest.contains(|c: char| c.is_ascii_digit());
    one == other && is_of_decision(one) && counts(was) && counts(is) && names(was).eq(names(is))
}

fn is_of_decision(word: &str) -> bool {
    OPENING.contains(&word) || CLOSING.contains(&word) || BRANCHES.contains(&word)
}

/// The word of a statement and what follows it: `if n == 1` of `{% if n == 1 %}`.
fn statement<'p>(piece: &'p Piece<'_>) -> Option<(&'p str, &'p str)> {
    (piece.verbatim.kind == VerbatimKind::Template).then(|| parted(&piece.verbatim.text))?
}

fn parted(tag: &str) -> Option<(&str, &str)> {
    let inner = tag.strip_prefix("{%")?.strip_suffix("%}")?;
    let inner = inner.trim_matches(|c: char| c == '-' || c.is_whitespace());
    Some(inner.split_once(char::is_whitespace).unwrap_or((inner, "")))
}

fn statements(document: &Document) -> impl Iterator<Item = (&str, &str)> {
    let tags = document.verbatims.iter().filter(|verbatim| verbatim.kind == VerbatimKind::Template);
    tags.filter_map(|tag| parted(&tag.text))
}

/// Whether each decision that a document opens is closed.
fn is_balanced(document: &Document) -> bool {
    let count =
        |words: &[&str]| statements(document).filter(|(word, _)| words.contains(word)).count();
    count(&OPENING) == count(&CLOSING)
}

fn names_in_statements(document: &Document) -> HashSet<&str> {
    statements(document).flat_map(|(_, rest)| names(rest)).collect()
}

/// The names of values in a statement; what it has in quotation marks is no name.
fn names(rest: &str) -> impl Iterator<Item = &str> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.');
    let words =
        rest.split(['"', '\'']).step_by(2).flat_map(move |bare| bare.split(move |c| !is_part(c)));
    words.filter(|word| word.starts_with(|c: char| c.is_ascii_alphabetic()))
}
