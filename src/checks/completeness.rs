//! What the translation lacks and what it has beyond the original.
//!
//! Neighbouring segments of one block make one finding: a lost paragraph is one loss, whatever
//! the number of its sentences. So do the cells of a table row.

use std::ops::Range;

use super::{Check, Findings, Rule, Scope, View, findings::Draft, leftovers::is_note};
use crate::model::{
    Bead, Block, BlockKind, Document, Message, Place, Span, State, Stranger, TranslationUnit,
};

pub(super) const UNTRANSLATED: Rule = Rule::error("untranslated").unfinished();
const EXTRA: Rule = Rule::warn("extra");
const ORPHAN: Rule = Rule::warn("orphan");

/// Reports source segments without a translation and target segments without a source.
pub(super) const CHECK: Check =
    Check { rules: &[UNTRANSLATED, EXTRA, ORPHAN], run: Scope::View(run) };

fn run(view: &View<'_>, findings: &mut Findings<'_>) {
    let Some((source, target)) = view.documents() else { return };
    for run in runs(view.units, source, target) {
        match run.state {
            _ if run.first.evidence.stranger.is_some() => {
                findings.push(stranger(&run, source, target));
            }
            State::Untranslated => findings.push(untranslated(&run, source, target)),
            // A note to oneself is reported as such.
            State::Extra | State::Orphan if is_note(&target.prose_of(&run.bead.target)) => {}
            State::Extra | State::Orphan => findings.push(extra(&run, target)),
            _ => {}
        }
    }
}

/// Neighbouring units of one state within one block, or one row of a table, of each side, or a
/// passage that is no translation.
struct Run<'a> {
    state: State,
    bead: Bead,
    first: &'a TranslationUnit,
}

fn runs<'a>(units: &'a [TranslationUnit], source: &Document, target: &Document) -> Vec<Run<'a>> {
    let mut runs: Vec<Run<'a>> = Vec::new();
    for unit in units {
        match runs.last_mut() {
            Some(run) if continues(run, unit, source, target) => {
                run.bead.source = hull(&run.bead.source, &unit.bead.source);
                run.bead.target = hull(&run.bead.target, &unit.bead.target);
            }
            _ => runs.push(Run { state: unit.state, bead: unit.bead.clone(), first: unit }),
        }
    }
    runs
}

/// The segments from the first to the last of both.
fn hull(one: &Range<usize>, other: &Range<usize>) -> Range<usize> {
    match (one.is_empty(), other.is_empty()) {
        (true, false) => other.clone(),
        (false, true) => one.clone(),
        _ => one.start.min(other.start)..one.end.max(other.end),
    }
}

fn continues(run: &Run<'_>, unit: &TranslationUnit, source: &Document, target: &Document) -> bool {
    let one_block = |document: &Document, before: &Range<usize>, after: &Range<usize>| match (
        before.is_empty(),
        after.is_empty(),
    ) {
        (true, true) => true,
        (false, false) => before.end == after.start && is_joined(document, after.start),
        _ => false,
    };
    let stranger = run.first.evidence.stranger;
    if stranger.is_some() || unit.evidence.stranger.is_some() {
        return stranger == unit.evidence.stranger;
    }
    run.state == unit.state
        && one_block(source, &run.bead.source, &unit.bead.source)
        && one_block(target, &run.bead.target, &unit.bead.target)
}

/// Whether a segment stands in one block, or in one row of a table, with the one before it.
fn is_joined(document: &Document, segment: usize) -> bool {
    let Some(before) = segment.checked_sub(1) else { return false };
    let (first, second) = (document.block_of(before), document.block_of(segment));
    second.segments.contains(&before) || (first.row.is_some() && first.row == second.row)
}

fn untranslated(run: &Run<'_>, source: &Document, target: &Document) -> Draft {
    let place = source.place(span(source, &run.bead.source));
    let (reason, at) = if run.bead.target.is_empty() {
        (missing_part(source, &run.bead.source), belongs(source, target, &run.bead))
    } else {
        (still_source(target, &run.bead.target), target.place(span(target, &run.bead.target)))
    };
    let message = Message::new(format!("untranslated-{reason}"));
    Draft::new(UNTRANSLATED.code, message).in_source(place).in_target(at).with("reason", reason)
}

/// A passage that stands where a translation should and is none.
fn stranger(run: &Run<'_>, source: &Document, target: &Document) -> Draft {
    let reason = match run.first.evidence.stranger {
        Some(Stranger::Language) => "language",
        _ => "unrelated",
    };
    let Bead { source: from, target: to, .. } = &run.bead;
    let (code, id) = match (from.is_empty(), to.is_empty()) {
        (true, _) => (EXTRA.code, "extra".to_owned()),
        _ => (UNTRANSLATED.code, format!("untranslated-{reason}")),
    };
    let draft = Draft::new(code, Message::new(id)).in_target(target.place(span(target, to)));
    let draft =
        if from.is_empty() { draft } else { draft.in_source(source.place(span(source, from))) };
    draft.with("reason", reason)
}

fn span(document: &Document, segments: &Range<usize>) -> Span {
    document.span_of(segments).unwrap_or(Span::at(0))
}

/// What the source loses: a whole block by its kind, or sentences of one.
fn missing_part(source: &Document, segments: &Range<usize>) -> &'static str {
    let block: &Block = source.block_of(segments.start);
    if block.kind == BlockKind::TableCell && segments.end > block.segments.end {
        return "table-row";
    }
    if block.segments != *segments {
        return "sentence";
    }
    match block.kind {
        BlockKind::Heading(_) => "heading",
        BlockKind::ListItem => "list-item",
        BlockKind::TableCell => "table-cell",
        BlockKind::Footnote => "footnote",
        BlockKind::FrontMatter => "front-matter",
        BlockKind::Value => "value",
        _ => "paragraph",
    }
}

/// Why a counterpart is no translation.
fn still_source(target: &Document, segments: &Range<usize>) -> &'static str {
    if target.prose_of(segments).chars().any(crate::text::normalize::is_cyrillic) {
        "russian"
    } else {
        "placeholder"
    }
}

/// Where a missing segment belongs: after the segment before it in the same paragraph, otherwise
/// before the next block, otherwise at the end.
fn belongs(source: &Document, target: &Document, bead: &Bead) -> Place {
    let begins_block = source.block_of(bead.source.start).segments.start == bead.source.start;
    let before = bead.target.start.checked_sub(1).and_then(|index| target.segments.get(index));
    let after = target.segments.get(bead.target.start);
    let offset = match (before, after) {
        (Some(before), _) if !begins_block => before.span.end,
        (_, Some(after)) => target.blocks[after.block].span.start.min(after.span.start),
        (Some(before), None) => before.span.end,
        (None, None) => target.text.len(),
    };
    target.place(Span::at(offset))
}

fn extra(run: &Run<'_>, target: &Document) -> Draft {
    let place = target.place(span(target, &run.bead.target));
    match &run.first.evidence.source {
        Some(deleted) if run.state == State::Orphan => {
            Draft::new(ORPHAN.code, Message::new("orphan"))
                .in_target(place)
                .was(deleted.was.clone())
        }
        _ => Draft::new(EXTRA.code, Message::new("extra")).in_target(place),
    }
}
