//! What translators write to themselves and forget: `TODO`, `(?)`, `[check]`, `XXX`.

use std::ops::Range;

use super::{Check, Findings, Rule, Scope, View, findings::Draft, pairs::Passage};
use crate::{
    model::{Document, Message, State},
    text::normalize::fold,
};

const LEFTOVER: Rule = Rule::error("leftover");

/// Reports notes to oneself that the original does not have.
pub(super) const CHECK: Check = Check { rules: &[LEFTOVER], run: Scope::View(run) };

/// Marks that mean nothing else.
const MARKS: [&str; 6] = ["(?)", "[?]", "(??)", "[??]", "???", "@@@"];

/// An original that has a mark as often as this marks by it what nobody could read.
const CONVENTION: usize = 3;

/// Words in capitals, alone.
const WORDS: [&str; 5] = ["TODO", "FIXME", "TBD", "XXX", "TRANSLATE"];

/// How a note in brackets begins, in lower case; `[` before it.
const NOTES: [&str; 12] = [
    "check",
    "to check",
    "verify",
    "todo",
    "translate",
    "translation?",
    "unclear",
    "unsure",
    "not sure",
    "tbd",
    "fix",
    "find ",
];

fn run(view: &View<'_>, findings: &mut Findings<'_>) {
    let Some((source, target)) = view.documents() else { return };
    let present = view.units.iter().filter(|unit| !unit.bead.target.is_empty());
    for unit in present.filter(|unit| unit.state != State::Untranslated) {
        let has_all = |mark: &str| {
            let count = |text: &str| text.matches(mark).count();
            let of_original = count(&source.text);
            (MARKS.contains(&mark)
                && (of_original >= count(&target.text) || of_original >= CONVENTION))
                || is_subject(mark, source, target)
        };
        let source = Passage::new(source, unit.bead.source.clone());
        let target = Passage::new(target, unit.bead.target.clone());
        if let Some(range) = leftover(&target.text, &source.text)
            && !target.is_verbatim(&range)
            // The doubts of an original may stand in other lines of it.
            && !has_all(&target.text[range.clone()])
        {
            findings.push(draft(&source, &target, &range));
        }
    }
}

/// Whether a document is about such notes: its name says so, or both texts speak of them more than
/// once.
fn is_subject(word: &str, source: &Document, target: &Document) -> bool {
    let name = target.path.as_str().rsplit('/').next().unwrap_or_default().to_lowercase();
    let mut parts = name.split(|c: char| !c.is_alphanumeric());
    let is_named = parts.any(|part| part.trim_end_matches('s') == word.to_lowercase());
    let is_spoken_of = |text: &str| text.match_indices(word).nth(1).is_some();
    WORDS.contains(&word) && (is_named || is_spoken_of(&source.text) && is_spoken_of(&target.text))
}

fn draft(source: &Passage<'_>, target: &Passage<'_>, range: &Range<usize>) -> Draft {
    let text = &target.text[range.clone()];
    let message = Message::new(LEFTOVER.code.as_str()).with("text", text);
    let draft =
        Draft::new(LEFTOVER.code, message).in_target(target.place(range)).with("text", text);
    if source.segments.is_empty() { draft } else { draft.in_source(source.whole()) }
}

/// Whether a text is a note to oneself and nothing else.
pub(super) fn is_note(text: &str) -> bool {
    leftover(text, "").is_some_and(|range| {
        let rest = [&text[..range.start], &text[range.end..]];
        !rest.iter().any(|rest| rest.contains(char::is_alphanumeric))
    })
}

fn leftover(target: &str, source: &str) -> Option<Range<usize>> {
    mark(target, source).or_else(|| word(target, source)).or_else(|| note(target, source))
}

/// Marks of doubt that the original does not have, be it in another form.
fn mark(target: &str, source: &str) -> Option<Range<usize>> {
    if !target.contains(['?', '@']) {
        return None;
    }
    let is_rendered = doubts(source) >= MARKS.iter().map(|mark| target.matches(mark).count()).sum();
    MARKS.iter().filter(|mark| !source.contains(**mark)).find_map(|mark| {
        let at = target.find(mark).filter(|_| !is_rendered)?;
        let is_read = *mark == UNREAD && target[..at].ends_with(char::is_alphabetic);
        let is_doubt = !is_read && (*mark != CRY || !is_cry(target, at, source));
        is_doubt.then_some(at..at + mark.len())
    })
}

/// Which, right behind a word, is how editors print a reading that is not certain: `posting[?]`.
const UNREAD: &str = "[?]";

/// Which may also ask loudly.
const CRY: &str = "???";

/// Whether the mark asks loudly where the original asks as well, or none is known, or begins a box
/// that folds: `??? note "Title"`.
fn is_cry(target: &str, at: usize, source: &str) -> bool {
    let before = target.get(..at).unwrap_or_default();
    let after = target.get(at + CRY.len()..).unwrap_or_default();
    let is_box = before.trim().is_empty()
        && after.trim_start_matches('+').trim_start().starts_with(|c: char| c.is_ascii_lowercase())
        && after.contains('"');
    let asks = source.is_empty() || source.contains('?');
    is_box || (asks && before.ends_with(char::is_alphanumeric))
}

/// How often an original marks what cannot be read or is not certain: `[нрзб.]`, `[сад?]`, `(?)`.
fn doubts(text: &str) -> usize {
    let lower = text.to_lowercase();
    ILLEGIBLE.iter().map(|mark| lower.matches(mark).count()).sum()
}

/// What stands in an original where it is not certain.
const ILLEGIBLE: [&str; 6] = ["нрзб", "неразб", "нечитаем", "?]", "?)", "утрачен"];

/// Words by which Russian says of a thing what a note to oneself would.
const RENDERED: [(&str, &[&str]); 2] = [
    ("TBD", &["уточн", "определ", "позже", "объявлен", "сообщ", "неизвестн", "согласов", "будет"]),
    ("TODO", &["сделать", "задач", "надо ", "чернов", "помет", "отмет", "заготов", "доработ"]),
];

fn word(target: &str, source: &str) -> Option<Range<usize>> {
    if !target.as_bytes().windows(2).any(|two| two.iter().all(u8::is_ascii_uppercase)) {
        return None;
    }
    let folded = fold(source);
    let is_rendered = |word: &str| {
        let mut all = RENDERED.iter().filter(|(rendered, _)| *rendered == word);
        all.any(|(_, beginnings)| beginnings.iter().any(|beginning| folded.contains(beginning)))
            || (word == "XXX" && folded.contains("ххх"))
    };
    let is_noted = |word: &str| source.contains(word) || is_rendered(word);
    WORDS.iter().filter(|word| !is_noted(word)).find_map(|word| {
        let is_alone = |at: usize| {
            let is_part = |c: char| c.is_alphanumeric() || c == '_';
            !target[..at].ends_with(is_part) && !target[at + word.len()..].starts_with(is_part)
        };
        let at = target.match_indices(word).map(|(at, _)| at).find(|&at| is_alone(at))?;
        Some(at..at + word.len())
    })
}

/// Characters of what stands in brackets that tell whether it is a note.
const TELLING: usize = 64;

/// `[check the name]`; a word that merely begins so (`[fixed]`) is none, nor what the original has
/// letter by letter: `[verify: :none]`.
fn note(target: &str, source: &str) -> Option<Range<usize>> {
    let mut end = 0;
    for (at, _) in target.match_indices('[') {
        // Brackets that nothing closes are many at worst: each bracket is looked for once.
        if end <= at {
            end = at + target[at..].find(']')?;
        }
        let inside = target[at + 1..end].trim().chars().take(TELLING);
        let inside: String = inside.flat_map(char::to_lowercase).collect();
        let is_note = NOTES.iter().any(|note| {
            inside.strip_prefix(note).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
        });
        if is_note && !source.contains(&target[at..=end]) {
            return Some(at..end + 1);
        }
    }
    None
}
