//! What the translation lacks and what it has beyond the original.
//!
//! Neighbouring segments of one block make one finding: a lost paragraph is one loss, whatever
//! the number of its sentences. So do the cells of a table row.

use std::{cell::OnceCell, collections::HashSet, mem, ops::Range};

use super::{
    Check, Findings, Rule, Scope, View, documents,
    findings::Draft,
    interjections,
    leftovers::is_note,
    notices,
    pages::Pages,
    retold::{self, Retold},
};
use crate::model::{
    Bead, Block, BlockKind, Direction, Document, Language, Message, Place, Segment, Severity, Span,
    State, Stranger, TranslationUnit, Verbatim, VerbatimKind, hull,
};
use crate::{states::may_render, text::normalize::is_cyrillic};

pub(super) const UNTRANSLATED: Rule = Rule::error("untranslated").unfinished();
const EXTRA: Rule = Rule::warn("extra");
const ORPHAN: Rule = Rule::warn("orphan");

/// What is lost where it is no whole block.
const PART: &str = "sentence";
const PARAGRAPH: &str = "paragraph";

/// A sentence or a paragraph less surely alone than this may well be rendered by what stands beside it.
const UNSURE: f64 = 0.4;

/// The same of a sentence that was added: what is extra does less harm than what is lost.
const UNSURE_EXTRA: f64 = 0.5;

/// So many blocks that were added one after the other are one passage: another chapter, another text.
const MANY_BLOCKS: usize = 12;

/// Fewer letters and digits than this stand in a long text by chance.
const SHORTEST_MOVED: usize = 12;

/// Reports segments of the original without a translation and those of the translation without an
/// original.
pub(super) const CHECK: Check =
    Check { rules: &[UNTRANSLATED, EXTRA, ORPHAN], run: Scope::View(run) };

fn run(view: &View<'_>, findings: &mut Findings<'_>) {
    let Some((source, target)) = view.documents().filter(|_| !documents::is_empty(view)) else {
        return;
    };
    let sides = Sides::of(view, (source, target));
    let mut added = Added::default();
    for run in runs(view.units, source, target) {
        let is_added = matches!(run.state, State::Extra | State::Orphan);
        if !is_added || run.first.evidence.stranger.is_some() {
            sides.say(&mut added, findings);
        }
        match run.state {
            _ if run.first.evidence.stranger.is_some() => {
                findings.push(stranger(&run, source, target));
            }
            State::Untranslated => findings.push(sides.untranslated(&run)),
            // A note to oneself is reported as such.
            State::Extra | State::Orphan if is_note(&sides.translation_of(&run)) => {}
            State::Extra if !sides.translation_of(&run).contains(char::is_alphanumeric) => {}
            State::Extra | State::Orphan => {
                let (at, draft) = (sides.ranges(&run).1, sides.extra(&run));
                let is_whole = draft.is(EXTRA) && is_whole_block(sides.translation, at);
                if !is_whole || !added.is_followed_by(at) {
                    sides.say(&mut added, findings);
                }
                match is_whole {
                    true => added.push(at.clone(), draft),
                    false => findings.push(draft),
                }
            }
            _ => {}
        }
    }
    sides.say(&mut added, findings);
}

/// The two documents by what they are to each other.
struct Sides<'a> {
    units: &'a [TranslationUnit],
    direction: Direction,
    original: &'a Document,
    translation: &'a Document,
    /// The pages of the project.
    pages: &'a Pages,
    /// The letters and digits of the original, once something seems to be deleted from it.
    letters: OnceCell<String>,
    /// What [`copied`] finds, once something is lost.
    copied: OnceCell<HashSet<usize>>,
    /// What is told elsewhere, likewise.
    retold: OnceCell<Retold<'a>>,
}

/// The segments that stand in the original as in the translation where it is a draft: it still has the sentences of the translation, each
/// beside its own; none of any other.
fn copied(sides: &Sides<'_>) -> HashSet<usize> {
    const FEWEST: usize = 3;
    const WORDS: usize = 4;
    let pairs = sides.units.iter().filter(|unit| unit.bead.is_pair()).filter_map(|unit| {
        let (from, to) = sides.direction.roles((&unit.bead.source, &unit.bead.target));
        let text = sides.original.prose_of(from);
        (text == sides.translation.prose_of(to)).then_some((from.clone(), text))
    });
    let copies: Vec<(Range<usize>, String)> =
        pairs.filter(|(_, text)| text.split_whitespace().nth(1).is_some()).collect();
    let is_sentence = |text: &str| text.split_whitespace().nth(WORDS - 1).is_some();
    let sentences = copies.iter().filter(|(_, text)| is_sentence(text)).count();
    let segments = copies.into_iter().flat_map(|(segments, _)| segments);
    if sentences >= FEWEST { segments.collect() } else { HashSet::new() }
}

impl<'a> Sides<'a> {
    fn of(view: &View<'a>, documents: (&'a Document, &'a Document)) -> Self {
        let View { units, pages, .. } = *view;
        let direction = view.pair.direction();
        let (original, translation) = direction.roles(documents);
        let (letters, copied, retold) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        Self { units, direction, original, translation, pages, letters, copied, retold }
    }

    /// The segments of the original and of the translation.
    fn ranges<'r>(&self, run: &'r Run<'_>) -> (&'r Range<usize>, &'r Range<usize>) {
        self.direction.roles((&run.bead.source, &run.bead.target))
    }

    fn retold(&self) -> &Retold<'a> {
        self.retold.get_or_init(|| {
            Retold::of(self.units, self.direction, (self.original, self.translation))
        })
    }

    fn translation_of(&self, run: &Run<'_>) -> String {
        self.translation.prose_of(self.ranges(run).1)
    }

    fn untranslated(&self, run: &Run<'_>) -> Draft {
        let Self { original, translation, .. } = self;
        let (from, to) = self.ranges(run);
        let (reason, at) = if to.is_empty() {
            (missing_part(original, from), belongs((original, from), (translation, to)))
        } else {
            let reason = still_original(translation, to, original.language);
            (reason, translation.place(span(translation, to)))
        };
        let is_unsure = matches!(reason, PART | PARAGRAPH)
            && (run.bead.score < UNSURE
                || to.is_empty() && interjections::says_little(&original.prose_of(from)));
        let id = format!("untranslated-{reason}{}", if is_unsure { "-unsure" } else { "" });
        let is_told = || {
            to.is_empty()
                && (self.is_told(from)
                    || self.retold().is_told(&run.bead)
                    || self.names_lone_pages(from))
        };
        let level = match is_unsure {
            _ if is_told() => Severity::Info,
            _ if to.is_empty() && self.may_be_meant(&run.bead) => Severity::Warn,
            true => Severity::Info,
            false => Severity::Error,
        };
        Draft::new(UNTRANSLATED.code, Message::new(id))
            .between(self.direction, Some(original.place(span(original, from))), Some(at))
            .with("reason", reason)
            .at_most(level)
    }

    /// Whether a heading stands nearby by another name, or an entry was left out with most others.
    fn may_be_meant(&self, bead: &Bead) -> bool {
        let retold = self.retold();
        retold.has_namesake(bead) || retold.is_in_selection(bead)
    }

    /// Whether segments of the original stand beside a copy of themselves, or are a notice about
    /// the translation.
    fn is_told(&self, from: &Range<usize>) -> bool {
        let copied = self.copied.get_or_init(|| copied(self));
        let is_copied = |segment: usize| copied.contains(&segment);
        let is_beside_copy =
            from.start.checked_sub(1).is_some_and(is_copied) || is_copied(from.end);
        is_beside_copy
            || notices::is_notice(self.original, from)
            || notices::is_of_one_language(self.original, from)
    }

    /// Whether segments are an entry of a table of contents whose pages stand in one language alone:
    /// that a page has no translation is said of the page.
    fn names_lone_pages(&self, from: &Range<usize>) -> bool {
        let block = self.original.block_of(from.start);
        let verbatims = &self.original.verbatims[block.verbatims.clone()];
        let mut links =
            verbatims.iter().filter(|verbatim| verbatim.kind == VerbatimKind::Link).peekable();
        let is_lone = |link: &Verbatim| {
            let address = link.text.split('#').next().unwrap_or_default();
            let page = self.pages.find(&self.original.path, address);
            page.is_some_and(|page| self.pages.is_lone(page))
        };
        block.kind == BlockKind::ListItem && links.peek().is_some() && links.all(is_lone)
    }

    /// Whether the original still has what seems to be deleted from it: it was moved, or set anew.
    fn still_has(&self, deleted: &str) -> bool {
        // The file of a catalogue tells what its entries were, too.
        if self.original.keyed {
            return false;
        }
        let all = self.letters.get_or_init(|| letters(&self.original.text));
        let wanted = letters(deleted);
        // A segment that says the same is another, which has a translation of its own.
        let is_another = |segment: &Segment| letters(&segment.text) == wanted;
        wanted.chars().nth(SHORTEST_MOVED).is_some()
            && all.contains(&wanted)
            && !self.original.segments.iter().any(is_another)
    }

    /// Says of blocks that follow one another what each of them is; of many, once what they are.
    fn say(&self, added: &mut Added, findings: &mut Findings<'_>) {
        let Added { at, drafts } = mem::take(added);
        if drafts.len() < MANY_BLOCKS {
            return drafts.into_iter().for_each(|draft| findings.push(draft));
        }
        let message = Message::new("extra-passage").with("count", drafts.len());
        let place = self.translation.place(span(self.translation, &at));
        findings.push(Draft::new(EXTRA.code, message).between(self.direction, None, Some(place)));
    }

    fn extra(&self, run: &Run<'_>) -> Draft {
        let (_, to) = self.ranges(run);
        let place = Some(self.translation.place(span(self.translation, to)));
        let needs_none = notices::is_notice(self.translation, to)
            || retold::leads_in(self.translation, to)
            || notices::is_of_one_language(self.translation, to);
        let deleted = run.first.change_of_original().filter(|(direction, deleted)| {
            may_render(&deleted.was, &self.translation_of(run), direction.original())
        });
        match deleted {
            Some((direction, deleted)) => Draft::new(ORPHAN.code, Message::new("orphan"))
                .between(direction, None, place)
                .was(deleted.was.clone())
                .at_most(match needs_none || self.still_has(&deleted.was) {
                    true => Severity::Info,
                    false => Severity::Error,
                }),
            _ => {
                let is_part = !is_whole_block(self.translation, to);
                let may_stand_beside = is_part && run.bead.score < UNSURE_EXTRA;
                let level = match may_stand_beside || needs_none {
                    true => Severity::Info,
                    false => Severity::Error,
                };
                Draft::new(EXTRA.code, Message::new("extra"))
                    .between(self.direction, None, place)
                    .at_most(level)
            }
        }
    }
}

/// The letters and digits of a text without its tags: what is left when it is set in another way.
fn letters(text: &str) -> String {
    let mut is_tag = false;
    let is_read = |c: &char| {
        is_tag = *c == '<' || is_tag && *c != '>' && *c != '\n';
        // Letters of the two languages are told without a table.
        !is_tag
            && (c.is_ascii_alphanumeric()
                || is_cyrillic(*c)
                || !c.is_ascii() && c.is_alphanumeric())
    };
    text.chars().filter(is_read).collect()
}

/// Blocks of the translation that were added one after the other, with what is said of each.
#[derive(Default)]
struct Added {
    at: Range<usize>,
    drafts: Vec<Draft>,
}

impl Added {
    fn is_followed_by(&self, at: &Range<usize>) -> bool {
        self.drafts.is_empty() || self.at.end == at.start
    }

    fn push(&mut self, at: Range<usize>, draft: Draft) {
        self.at = if self.drafts.is_empty() { at } else { hull(&self.at, &at) };
        self.drafts.push(draft);
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
                run.bead.score = run.bead.score.max(unit.bead.score);
                if is_silent(run.state, &run.bead) {
                    (run.state, run.first) = (unit.state, unit);
                }
            }
            _ => runs.push(Run { state: unit.state, bead: unit.bead.clone(), first: unit }),
        }
    }
    runs
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
    let is_of_one_kind = run.state == unit.state
        || (is_silent(run.state, &run.bead) && unit.state == State::Untranslated)
        || (is_silent(unit.state, &unit.bead) && run.state == State::Untranslated);
    is_of_one_kind
        && one_block(source, &run.bead.source, &unit.bead.source)
        && one_block(target, &run.bead.target, &unit.bead.target)
}

/// Whether a unit lacks a counterpart and needs none: a number in a row that is lost.
fn is_silent(state: State, bead: &Bead) -> bool {
    state == State::Unconfirmed && !bead.is_pair()
}

/// Whether a segment stands in one block, or in one row of a table, with the one before it.
fn is_joined(document: &Document, segment: usize) -> bool {
    let Some(before) = segment.checked_sub(1) else { return false };
    let (first, second) = (document.block_of(before), document.block_of(segment));
    second.segments.contains(&before) || (first.row.is_some() && first.row == second.row)
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

/// Whether the segments are all that their block has.
fn is_whole_block(document: &Document, segments: &Range<usize>) -> bool {
    let last = segments.end.saturating_sub(1);
    document.block_of(segments.start).segments.start == segments.start
        && document.block_of(last).segments.end == segments.end
}

/// What the source loses: a whole block by its kind, or sentences of one.
fn missing_part(source: &Document, segments: &Range<usize>) -> &'static str {
    let block: &Block = source.block_of(segments.start);
    if block.kind == BlockKind::TableCell && segments.end > block.segments.end {
        return "table-row";
    }
    if !is_whole_block(source, segments) {
        return PART;
    }
    match block.kind {
        BlockKind::Heading(_) => "heading",
        BlockKind::ListItem => "list-item",
        BlockKind::TableCell => "table-cell",
        BlockKind::Footnote => "footnote",
        BlockKind::FrontMatter => "front-matter",
        BlockKind::Value => "value",
        _ => PARAGRAPH,
    }
}

/// Why a counterpart is no translation.
fn still_original(
    translation: &Document,
    segments: &Range<usize>,
    original: Language,
) -> &'static str {
    let prose = translation.prose_of(segments);
    let is_russian = prose.chars().any(is_cyrillic);
    match original {
        Language::Russian if is_russian => "russian",
        Language::English if prose.chars().any(char::is_alphabetic) && !is_russian => "english",
        _ => "placeholder",
    }
}

/// Where a missing segment belongs: after the segment before it in the same paragraph, otherwise
/// before the next block, otherwise at the end.
fn belongs(
    (original, from): (&Document, &Range<usize>),
    (translation, to): (&Document, &Range<usize>),
) -> Place {
    let begins_block = original.block_of(from.start).segments.start == from.start;
    let before = to.start.checked_sub(1).and_then(|index| translation.segments.get(index));
    let after = translation.segments.get(to.start);
    let offset = match (before, after) {
        (Some(before), _) if !begins_block => before.span.end,
        (_, Some(after)) => translation.blocks[after.block].span.start.min(after.span.start),
        (Some(before), None) => before.span.end,
        (None, None) => translation.text.len(),
    };
    translation.place(Span::at(offset))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_in_another_way_has_the_same_letters() {
        let was = "<Tab value=\"a\">\n  send(letter)\n</Tab>";
        assert_eq!(letters(was), letters("send( letter )"));
        assert_ne!(letters(was), letters("send(letters)"));
        assert_eq!(letters("при a < b\nи после"), "приaипосле");
    }
}
