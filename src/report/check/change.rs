//! How the text changed that a finding is about.

use crate::{
    model::{Finding, Message, Place},
    report::word_diff::{Fate, word_diff},
    ui::Messages,
};

/// So many stretches are named one by one.
const NAMED: usize = 3;

/// Longer stretches are cut, in characters.
const LONGEST: usize = 80;

/// The text that stood where one side of a finding stands now, if it is known.
pub(super) fn earlier<'a>(finding: &'a Finding, place: &Place) -> Option<&'a str> {
    let is_here = |side: Option<&Place>| side.is_some_and(|side| std::ptr::eq(side, place));
    let was = finding.was.as_deref().filter(|_| is_here(finding.original()));
    let told = || finding.data.get("target_was").and_then(|was| was.as_str());
    was.or_else(|| told().filter(|_| is_here(finding.target.as_ref())))
}

/// What stands at `place` without its markup, for texts of the past have none.
pub(super) fn prose(place: &Place) -> &str {
    if place.around.prose.is_empty() { &place.text } else { &place.around.prose }
}

/// What a finding says, and how the original changed.
pub(super) fn with_message(finding: &Finding, messages: &Messages) -> String {
    let message = messages.text(&finding.message);
    match told(finding, messages) {
        Some(change) => format!("{message}: {change}"),
        None => message,
    }
}

/// How the original changed, in words: «“4 hours” became “5 hours”». None where it did not.
fn told(finding: &Finding, messages: &Messages) -> Option<String> {
    let original = finding.original()?;
    let stretches = stretches(earlier(finding, original)?, prose(original));
    let named = stretches.iter().take(NAMED).map(|stretch| messages.text(&stretch.message()));
    let more = (stretches.len() > NAMED).then(|| "…".to_owned());
    let named: Vec<String> = named.chain(more).collect();
    (!named.is_empty()).then(|| named.join(", "))
}

/// Words that became others.
#[derive(Debug, Default, PartialEq)]
struct Stretch {
    old: String,
    new: String,
}

impl Stretch {
    fn message(&self) -> Message {
        let (old, new) = (cut(self.old.trim()), cut(self.new.trim()));
        match (old.is_empty(), new.is_empty()) {
            (_, true) => Message::new("change-deleted").with("old", old),
            (true, _) => Message::new("change-inserted").with("new", new),
            _ => Message::new("change-replaced").with("old", old).with("new", new),
        }
    }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}

/// The stretches that differ; what only white space parts is one.
fn stretches(old: &str, new: &str) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut between = String::new();
    for (fate, text) in word_diff(old, new) {
        if fate == Fate::Kept {
            between = text;
            continue;
        }
        let gap = std::mem::take(&mut between);
        if !gap.trim().is_empty() || stretches.is_empty() {
            stretches.push(Stretch::default());
        } else if let Some(last) = stretches.last_mut() {
            last.old.push_str(&gap);
            last.new.push_str(&gap);
        }
        if let Some(last) = stretches.last_mut() {
            if fate == Fate::Deleted { &mut last.old } else { &mut last.new }.push_str(&text);
        }
    }
    stretches.retain(|stretch| stretch.old.trim() != stretch.new.trim());
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_beside_each_other_change_together() {
        let stretch = |old: &str, new: &str| Stretch { old: old.to_owned(), new: new.to_owned() };
        for (old, new, expected) in [
            ("Шёл 4 часа до Ларса.", "Шёл 5 часов до Ларса.", vec![stretch("4 часа", "5 часов")]),
            ("Он ушёл.", "Он рано ушёл.", vec![stretch("", "рано ")]),
            ("Он рано ушёл.", "Он ушёл.", vec![stretch("рано ", "")]),
            ("Он ушёл.", "Он ушёл.", vec![]),
            ("а б в", "я б ю", vec![stretch("а", "я"), stretch("в", "ю")]),
        ] {
            assert_eq!(stretches(old, new), expected, "{old} → {new}");
        }
    }
}
