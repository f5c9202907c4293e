//! Editing in place: exactly the bytes of a unit's translation become others.

use std::ops::Range;

use super::{Refused, Subject, insertion::Insertion};
use crate::{
    disk::{Held, update},
    formats::{self, MAX_BYTES},
    model::{Block, BlockKind, Document, RepoPath, Span},
};

/// The translation of a unit as it stands in the file, markup included; empty where it has none.
///
/// # Errors
/// When the unit has no place in a translation, or the file is not its text byte for byte.
pub fn editable(subject: Subject<'_>) -> Result<String, Refused> {
    let (target, segments) = translation(subject)?;
    if segments.is_empty() {
        Insertion::of(subject).ok_or(Refused::Placeless)?;
    }
    Ok(target.raw_of(segments).to_owned())
}

/// The translation that a unit stands in, and its segments there, if they can be edited in place.
fn translation(subject: Subject<'_>) -> Result<(&Document, &Range<usize>), Refused> {
    let (_, segments) = subject.roles(subject.unit()?);
    let target = subject.documents().1.ok_or(Refused::Placeless)?;
    if lies_across(target, segments) { Err(Refused::Placeless) } else { Ok((target, segments)) }
}

/// Whether other cells stand among the bytes of these, as they do in a table that is drawn.
fn lies_across(document: &Document, segments: &Range<usize>) -> bool {
    let Some(span) = document.span_of(segments) else { return false };
    let others = (0..document.segments.len()).filter(|at| !segments.contains(at));
    let cells = others.filter(|at| document.block_of(*at).kind == BlockKind::TableCell);
    cells.into_iter().any(|at| document.segments[at].span.overlaps(span))
}

/// Puts `text` where the translation of a unit stands, or belongs.
pub(super) fn edit(
    subject: Subject<'_>,
    was: &str,
    text: &str,
    held: &Held,
) -> Result<(), Refused> {
    if text.trim().is_empty() {
        return Err(Refused::Empty);
    }
    let (target, segments) = translation(subject)?;
    let stands = target.raw_of(segments);
    // A page knows line feeds alone.
    if in_lines(stands) != in_lines(was) {
        return Err(Refused::Changed { theirs: stands.to_owned() });
    }
    let text = with_ends_of(target, text.trim_matches(['\n', '\r']));
    let change = match target.span_of(segments) {
        Some(span) => Change { span, stands, text },
        None => {
            let Insertion { offset, before, after } =
                Insertion::of(subject).ok_or(Refused::Placeless)?;
            Change { span: Span::at(offset), stands: "", text: format!("{before}{text}{after}") }
        }
    };
    splice(&change, target, segments, subject, held)
}

/// Bytes of the translation as it was read and what is to stand there.
struct Change<'a> {
    span: Span,
    stands: &'a str,
    text: String,
}

fn splice(
    change: &Change<'_>,
    target: &Document,
    segments: &Range<usize>,
    subject: Subject<'_>,
    held: &Held,
) -> Result<(), Refused> {
    update(held, &target.path, MAX_BYTES as u64, |now| {
        let now = now.ok_or_else(|| theirs("", target, segments, subject))?;
        let text = std::str::from_utf8(now).map_err(|_| Refused::Placeless)?;
        let at = place_now(change, &target.text, text)
            .ok_or_else(|| theirs(text, target, segments, subject))?;
        let new = format!("{}{}{}", &text[..at.start], change.text, &text[at.end..]);
        if !keeps_the_rest(text, at, &new, target, subject) {
            return Err(Refused::Breaks);
        }
        Ok::<_, Refused>((new.as_bytes() != now).then(|| new.into_bytes()))
    })
    .map(drop)
}

/// Whether all blocks before and after the place stay what they are: a quotation mark in a
/// catalogue, or a fence in a text, could swallow them.
fn keeps_the_rest(old: &str, at: Span, new: &str, target: &Document, subject: Subject<'_>) -> bool {
    let options = &subject.project.config.segment;
    let parse =
        |text: &str| formats::parse(target.path.clone(), target.language, text.to_owned(), options);
    let (old, new) = (parse(old), parse(new));
    let raw = |document: &Document, block: &Block| block.span.of(&document.text).to_owned();
    let same = |(before, after): (&Block, &Block)| raw(&old, before) == raw(&new, after);
    let before = old.blocks.iter().take_while(|block| block.span.end < at.start);
    let after = old.blocks.iter().rev().take_while(|block| block.span.start > at.end);
    let rest = before.clone().count() + after.clone().count();
    rest <= new.blocks.len()
        && new.problems.len() <= old.problems.len()
        && before.zip(&new.blocks).all(same)
        && after.zip(new.blocks.iter().rev()).all(same)
}

/// Where the change goes in the file as it is now: where it went in the text that was read, or at
/// the only place that has the same words around it.
fn place_now(change: &Change<'_>, read: &str, now: &str) -> Option<Span> {
    if read == now {
        return Some(change.span);
    }
    let (line_start, line_end) = line_around(read, change.span);
    let line = read.get(line_start..line_end)?;
    if line.trim().is_empty() || change.stands.is_empty() || read.matches(line).count() != 1 {
        return None;
    }
    let mut places = now.match_indices(line);
    let (at, _) = places.next().filter(|_| places.next().is_none())?;
    let start = at + (change.span.start - line_start);
    Some(Span::new(start, start + change.span.len()))
}

/// The whole lines that a span touches, without the last line end.
fn line_around(text: &str, span: Span) -> (usize, usize) {
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[span.end..].find('\n').map_or(text.len(), |at| span.end + at);
    (start, end)
}

/// What stands by now where the segments stood.
fn theirs(now: &str, read: &Document, segments: &Range<usize>, subject: Subject<'_>) -> Refused {
    let options = &subject.project.config.segment;
    let path = RepoPath::new(read.path.as_str());
    let document = formats::parse(path, read.language, now.to_owned(), options);
    let end = segments.end.min(document.segments.len());
    let theirs = document.raw_of(&(segments.start.min(end)..end)).to_owned();
    Refused::Changed { theirs }
}

fn in_lines(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// The text with the line ends of the file.
fn with_ends_of(target: &Document, text: &str) -> String {
    let text = in_lines(text);
    if target.text.contains("\r\n") { text.replace('\n', "\r\n") } else { text }
}
