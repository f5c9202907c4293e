//! Russian that is no prose and is read all the same: the titles and descriptions in tags and links,
//! the comments in code.

use std::{collections::HashSet, ops::Range};

use super::CYRILLIC_LEFT;
use crate::{
    checks::{
        findings::{Draft, Findings},
        pairs::Pairs,
    },
    model::{BlockKind, Document, Message, Severity, Span, VerbatimKind},
    text::{language_names::names_languages_alone, normalize::is_cyrillic},
};

/// Attributes that a reader sees or hears.
const READ: [&str; 7] =
    ["title", "alt", "aria-label", "placeholder", "label", "data-title", "summary"];

/// How a comment begins, in the languages of programs.
const COMMENTS: [&str; 8] = ["#", "//", "--", ";", "/*", "*", "<!--", "%"];

/// Reports both.
pub(super) fn report(pairs: &Pairs<'_>, findings: &mut Findings<'_>) {
    let target = pairs.target;
    for verbatim in &target.verbatims {
        let range = match verbatim.kind {
            VerbatimKind::Html => attribute(&verbatim.text),
            VerbatimKind::Link | VerbatimKind::Image => title(verbatim.span.of(&target.text)),
            _ => None,
        };
        let is_whole = verbatim.text == verbatim.span.of(&target.text);
        let range = range.filter(|_| is_whole || verbatim.kind != VerbatimKind::Html);
        if let Some(range) = range {
            findings.push(draft(target, verbatim.span.part(range)));
        }
    }
    for (span, level) in comments(pairs.source, target) {
        findings.push(draft(target, span).at_most(level));
    }
}

fn draft(target: &Document, span: Span) -> Draft {
    let text = span.of(&target.text);
    let message = Message::new(CYRILLIC_LEFT.code.as_str()).with("text", text);
    Draft::new(CYRILLIC_LEFT.code, message).in_target(target.place(span)).with("text", text)
}

/// The first Russian value of an attribute that is read.
fn attribute(tag: &str) -> Option<Range<usize>> {
    let mut at = 0;
    while let Some(found) = tag[at..].find('=').map(|next| at + next) {
        let name = tag[..found].trim_end().rsplit(|c: char| c.is_whitespace() || c == '<').next();
        let value = quoted(tag, found + 1);
        at = value.as_ref().map_or(found + 1, |value| value.end);
        let is_read = name.is_some_and(|name| READ.contains(&name.to_lowercase().as_str()));
        if let Some(value) = value.filter(|value| is_read && is_russian(&tag[value.clone()])) {
            return Some(value);
        }
    }
    None
}

/// The title of a Markdown link or image, if it is Russian.
fn title(link: &str) -> Option<Range<usize>> {
    let address = link.rfind("](")? + "](".len();
    let start = address + link[address..].find([' ', '\n'])?;
    quoted(link, start).filter(|value| is_russian(&link[value.clone()]))
}

/// What stands in the quotation marks that follow `from`, white space apart.
fn quoted(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = text.get(from..)?;
    let bare = rest.trim_start();
    let mark = bare.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let start = from + rest.len() - bare.len() + mark.len_utf8();
    Some(start..start + text[start..].find(mark)?)
}

fn is_russian(text: &str) -> bool {
    text.contains(is_cyrillic) && !names_languages_alone(text)
}

/// Comments in the code of the translation that are still those of the original; where the block
/// has others that were translated they were forgotten, otherwise it may be a choice.
fn comments(source: &Document, target: &Document) -> Vec<(Span, Severity)> {
    let originals: Vec<HashSet<&str>> =
        code(source).map(|span| russian(source, span).collect()).collect();
    let mut left = Vec::new();
    for span in code(target) {
        let comments: Vec<&str> = russian(target, span).collect();
        let common =
            |all: &&HashSet<&str>| comments.iter().filter(|line| all.contains(*line)).count();
        let Some(original) = originals.iter().max_by_key(common).filter(|_| !comments.is_empty())
        else {
            continue;
        };
        let is_mixed = original.iter().any(|line| !comments.contains(line));
        let level = if is_mixed { Severity::Warn } else { Severity::Info };
        let first = comments.iter().find(|line| original.contains(*line));
        let place = first.and_then(|line| Some((line, span.of(&target.text).find(line)?)));
        left.extend(place.map(|(line, at)| (span.part(at..at + line.len()), level)));
    }
    left
}

fn code(document: &Document) -> impl Iterator<Item = Span> {
    document.blocks.iter().filter(|block| block.kind == BlockKind::Code).map(|block| block.span)
}

/// The comments in Russian of a block of code.
fn russian(document: &Document, code: Span) -> impl Iterator<Item = &str> {
    code.of(&document.text).lines().filter_map(|line| {
        let line = line.trim();
        let starts = COMMENTS.iter().any(|mark| line.starts_with(mark));
        let trailing = [" # ", " // ", " -- "].iter().filter_map(|mark| line.find(mark)).min();
        let comment = if starts { line } else { line[trailing?..].trim() };
        comment.contains(is_cyrillic).then_some(comment)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_that_are_read_are_found() {
        for (tag, value) in [
            ("<img src=\"карта.png\" alt=\"Карта\">", Some("Карта")),
            ("<abbr title='Российская Федерация'>", Some("Российская Федерация")),
            ("<img data-id=\"Карта\">", None),
            ("<a title=\"Русский\">", None),
            ("<a title=\"Map\" href=\"=\">", None),
        ] {
            assert_eq!(attribute(tag).map(|range| &tag[range]), value, "{tag}");
        }
        let link = "[map](a.png \"Карта\")";
        assert_eq!(title(link).map(|range| &link[range]), Some("Карта"));
    }
}
