//! Putting changes back: into the bytes of a file, or into the parts of a package.
//!
//! In a package a change is cut down to the words that differ. New words take the run, and with it
//! the formatting, of those that they replace; all other runs and all other parts stay as they are.

use std::collections::BTreeMap;

use similar::{ChangeTag, TextDiff};

use super::{format_of, package};
use crate::model::{Document, Edit, Message, Origin, OriginRun, Span};

/// The bytes of the file that `document` was read from, with `edits` of its text made, which are in
/// order and do not overlap.
///
/// # Errors
/// Where a change touches what cannot be written: a tracked change, a field, the end of a paragraph.
pub fn splice(document: &Document, edits: &[Edit]) -> Result<Vec<u8>, Message> {
    match &document.origin {
        None => in_text(document, edits),
        Some(origin) => repacked(document, origin, edits),
    }
}

/// The text of a file with changes of it made, and with what they take with them.
fn in_text(document: &Document, edits: &[Edit]) -> Result<Vec<u8>, Message> {
    let text = match format_of(&document.path).and_then(|format| format.fit) {
        Some(fit) => spliced(&document.text, &fit(document, edits)?),
        None => spliced(&document.text, edits),
    };
    Ok(text.into_bytes())
}

/// A text with changes of it made.
#[must_use]
pub fn spliced(text: &str, edits: &[Edit]) -> String {
    let (mut after, mut end) = (String::with_capacity(text.len()), 0);
    for edit in edits {
        after.push_str(text.get(end..edit.span.start).unwrap_or_default());
        after.push_str(&edit.replacement);
        end = edit.span.end.max(end);
    }
    after.push_str(text.get(end..).unwrap_or_default());
    after
}

fn repacked(document: &Document, origin: &Origin, edits: &[Edit]) -> Result<Vec<u8>, Message> {
    let mut by_part: BTreeMap<usize, Vec<Edit>> = BTreeMap::new();
    for edit in edits.iter().flat_map(|edit| narrowed(&document.text, edit)) {
        let refusal = || {
            let line = document.lines.line(edit.span.start);
            Message::new("splice-refused").with("path", document.path.as_str()).with("line", line)
        };
        for (part, edit) in in_parts(origin, &edit).ok_or_else(refusal)? {
            by_part.entry(part).or_default().push(edit);
        }
    }
    let mut changed: BTreeMap<&str, String> = BTreeMap::new();
    for (part, mut edits) in by_part {
        let Some(part) = origin.parts.get(part) else { continue };
        edits.sort_by_key(|edit| edit.span);
        changed.insert(&part.name, spliced(&part.text, &edits));
    }
    package::repack(&origin.bytes, &changed)
        .ok_or_else(|| Message::new("package-damaged").with("path", document.path.as_str()))
}

/// A change cut down to the words that differ.
fn narrowed(text: &str, edit: &Edit) -> Vec<Edit> {
    let old = edit.span.of(text);
    let diff = TextDiff::from_unicode_words(old, edit.replacement.as_str());
    let mut edits: Vec<Edit> = Vec::new();
    let mut at = edit.span.start;
    // Whether the change before goes on.
    let mut open = false;
    for change in diff.iter_all_changes() {
        let value = change.value();
        if change.tag() == ChangeTag::Equal {
            at += value.len();
            open = false;
            continue;
        }
        if !open {
            edits.push(Edit { span: Span::at(at), replacement: String::new() });
        }
        open = true;
        if let Some(last) = edits.last_mut() {
            match change.tag() {
                ChangeTag::Delete => {
                    at += value.len();
                    last.span.end = at;
                }
                _ => last.replacement.push_str(value),
            }
        }
    }
    edits
}

/// The change in the parts: the first run that it touches takes the new text, the others lose what
/// was theirs. None where it touches what is no run.
fn in_parts(origin: &Origin, edit: &Edit) -> Option<Vec<(usize, Edit)>> {
    let touched: Vec<&OriginRun> = if edit.span.is_empty() {
        vec![run_at(origin, edit.span.start)?]
    } else {
        let first = origin.runs.partition_point(|run| run.view.end <= edit.span.start);
        let runs = origin.runs.get(first..)?.iter();
        runs.take_while(|run| run.view.start < edit.span.end).collect()
    };
    let covered: usize = touched.iter().map(|run| overlap(run.view, edit.span).len()).sum();
    let is_writable = touched.iter().all(|run| run.is_free) && covered == edit.span.len();
    if !is_writable || edit.replacement.contains(['\n', '\r']) || touched.is_empty() {
        return None;
    }
    let mut replacement = edit.replacement.as_str();
    let mut edits = Vec::new();
    for run in touched {
        let part = origin.parts.get(run.part)?;
        let inside = overlap(run.view, edit.span);
        edits.push((run.part, in_run(&part.text, run, inside, replacement)?));
        replacement = "";
    }
    Some(edits)
}

/// The run that text put in at `offset` goes on with: the one before it, or else the one after.
fn run_at(origin: &Origin, offset: usize) -> Option<&OriginRun> {
    let after = origin.runs.partition_point(|run| run.view.end < offset);
    let near = origin.runs.get(after..)?.iter().take_while(|run| run.view.start <= offset);
    near.filter(|run| run.view.end >= offset).find(|run| run.is_free)
}

fn overlap(run: Span, edit: Span) -> Span {
    let start = run.start.max(edit.start).min(run.end);
    Span::new(start, run.end.min(edit.end).max(start))
}

/// The change of one run. A character reference is replaced as a whole.
fn in_run(part: &str, run: &OriginRun, inside: Span, text: &str) -> Option<Edit> {
    let is_same = run.span.len() == run.view.len();
    let span = if is_same {
        let start = run.span.start + (inside.start - run.view.start);
        Span::new(start, start + inside.len())
    } else if inside == run.view {
        run.span
    } else if inside.is_empty() {
        Span::at(if inside.start == run.view.start { run.span.start } else { run.span.end })
    } else {
        return None;
    };
    let replacement = escaped(text);
    Some(keeping_spaces(part, Edit { span, replacement }))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// White space at either end of a run of Word is kept only where its tag says so.
fn keeping_spaces(part: &str, edit: Edit) -> Edit {
    const TAG: &str = "<w:t>";
    let before = part.get(..edit.span.start).unwrap_or_default();
    let Some(tag) = before.rfind('>').map(|end| end + 1) else { return edit };
    let Some(start) = tag.checked_sub(TAG.len()) else { return edit };
    let end = part.get(edit.span.end..).and_then(|rest| rest.find('<')).unwrap_or_default();
    let head = part.get(tag..edit.span.start).unwrap_or_default();
    let tail = part.get(edit.span.end..edit.span.end + end).unwrap_or_default();
    let content = format!("{head}{}{tail}", edit.replacement);
    let is_bare = part.get(start..tag) == Some(TAG);
    if !is_bare || content.trim() == content {
        return edit;
    }
    let replacement = format!("<w:t xml:space=\"preserve\">{head}{}", edit.replacement);
    Edit { span: Span::new(start, edit.span.end), replacement }
}
