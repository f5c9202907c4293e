//! `diff --format markdown`: a comment for a pull request.
//!
//! GitHub takes comments of up to 65,536 characters; what does not fit is counted, not cut in the
//! middle.

use super::{
    super::word_diff::{Fate, word_diff},
    summary,
};
use crate::{
    comparison::{DocumentChange, Edit, SegmentChange},
    model::{Message, Place},
    ui::{Messages, printable},
};

/// Characters of a comment, with room for the last line.
const ROOM: usize = 65_000;

/// The changes as Markdown tables, the original beside the translation.
#[must_use]
pub fn text(documents: &[DocumentChange], is_whole: bool, messages: &Messages) -> String {
    let (mut comment, mut room, mut left_out) = (String::new(), ROOM, 0);
    for document in documents {
        let mut head = Some(heading(document, messages));
        for change in &document.changes {
            let text = head.clone().unwrap_or_default() + &row(change);
            let size = text.chars().count();
            if left_out > 0 || size > room {
                left_out += 1;
                continue;
            }
            room -= size;
            head = None;
            comment.push_str(&text);
        }
    }
    let closing = match left_out {
        0 => summary(documents, is_whole),
        _ => Message::new("diff-left-out").with("count", left_out),
    };
    format!("{comment}\n{}\n", messages.text(&closing))
}

fn heading(document: &DocumentChange, messages: &Messages) -> String {
    let path = document.source.as_ref().or(document.target.as_ref());
    let column = |id: &'static str| messages.text(&Message::new(id));
    format!(
        "\n### {}\n\n| | {} | {} |\n| --- | --- | --- |\n",
        path.map(|path| escaped(path.as_str())).unwrap_or_default(),
        column("diff-original"),
        column("diff-translation"),
    )
}

fn row(change: &SegmentChange) -> String {
    let line =
        |place: Option<&Place>| place.map(|place| place.start.line.to_string()).unwrap_or_default();
    let lines = [line(change.source_place.as_ref()), line(change.target_place.as_ref())];
    format!("| {} | {} | {} |\n", lines.join(" / "), marked(&change.source), marked(&change.target))
}

/// What went struck out, what came in bold.
fn marked(edit: &Edit) -> String {
    if !edit.is_change() {
        return escaped(&edit.now);
    }
    let stretch = |(fate, text): (Fate, String)| {
        let trimmed = text.trim();
        let framed =
            |mark: &str| text.replacen(trimmed, &format!("{mark}{}{mark}", escaped(trimmed)), 1);
        match fate {
            _ if trimmed.is_empty() => text.clone(),
            Fate::Kept => escaped(&text),
            Fate::Deleted => framed("~~"),
            Fate::Inserted => framed("**"),
        }
    };
    word_diff(&edit.was, &edit.now).into_iter().map(stretch).collect()
}

/// The text as itself: no markup, no table cell, no mention of a user, no HTML.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in printable(text).chars() {
        match c {
            '\n' | '\r' => escaped.push(' '),
            '<' => escaped.push_str("&lt;"),
            '&' => escaped.push_str("&amp;"),
            '@' => escaped.push_str("&#64;"),
            '#' => escaped.push_str("&#35;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '!' => {
                escaped.push('\\');
                escaped.push(c);
            }
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_text_is_no_markup() {
        let edit =
            Edit { was: "в семь | <b>".to_owned(), now: "в восемь | <b>".to_owned() };
        assert_eq!(marked(&edit), r"в ~~семь~~**восемь** \| &lt;b>");
    }
}
