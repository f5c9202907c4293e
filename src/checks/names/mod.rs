//! Names that the translation lost or took for others.
//!
//! A name is a word with a capital inside a sentence, whose dictionary form is no common word. Its
//! counterpart is found by sound («Волгоград», `Volgograd`) or in the lexicon (`Köln`, `Cologne`).

mod renderings;
mod repeated;
mod words;

use std::ops::Range;

pub(crate) use self::words::{
    capitalised, is_capitalised, is_foreign_name, is_name, may_be, may_render, renders,
    source_names,
};
use self::{
    renderings::Renderings,
    words::{SHORTEST, strangers},
};
use super::{
    Check, Findings, Rule, Scope,
    pairs::{Pair, Pairs},
};
use crate::{
    align::{EnglishWords, is_listed},
    glossary::Glossary,
    model::{Language, Message, Severity},
    text::{
        settled::{Question, Topic},
        words::{Word, words},
    },
};

const NAME_CHANGED: Rule = Rule::info("name-changed");
const NAME_LOST: Rule = Rule::info("name-lost");

/// Reports names of the source that nothing in the target sounds like.
pub(super) const CHECK: Check = Check { rules: &[NAME_CHANGED, NAME_LOST], run: Scope::Pairs(run) };

fn run(pairs: &Pairs<'_>, findings: &mut Findings<'_>) {
    for (index, pair) in pairs.all.iter().enumerate() {
        if pair.stale || pairs.is_settled(pair, &ALL_RENDERED) {
            continue;
        }
        let text = pair.source.text.as_str();
        let lost = lost(pair, pairs.glossary);
        if lost.is_empty() {
            if let Some((name, other)) = repeated::taken(text, &pair.target.text) {
                let found = draft(pair, NAME_CHANGED, &name.range(), Some(other));
                findings.push(found.at_most(Severity::Info));
            }
            continue;
        }
        let is_sure = |word: &&Word<'_>| is_name(text, word) && !is_near(pairs, index, word.text);
        match (lost.as_slice(), strangers(text, &pair.target.text).as_slice()) {
            ([name], [other]) => {
                let found = draft(pair, NAME_CHANGED, &name.range(), Some(other.clone()));
                let written = &pair.target.text[other.clone()];
                let is_name = is_name(text, name) || is_rendered_elsewhere(pairs, index, name.text);
                let is_other = is_name
                    && (!is_near(pairs, index, name.text)
                        || is_nowhere_else(pairs, index, written))
                    && !is_usual(pairs, index, name.text, written)
                    && !is_told_near(pairs, index, written);
                let level = if is_other { Severity::Warn } else { Severity::Info };
                findings.push(found.at_most(level));
            }
            ([_, _, ..], [other]) => {
                let name = lost.iter().find(is_sure).unwrap_or(&lost[0]);
                let found = draft(pair, NAME_CHANGED, &name.range(), Some(other.clone()));
                findings.push(found.at_most(Severity::Info));
            }
            _ => {
                if let Some(name) = lost.iter().find(is_sure) {
                    findings.push(draft(pair, NAME_LOST, &name.range(), None));
                }
            }
        }
    }
}

/// The names of the source that the target does not render in any way. What the term base has is
/// looked after there.
fn lost<'s>(pair: &'s Pair<'_>, glossary: &Glossary) -> Vec<Word<'s>> {
    let (text, target) = (pair.source.text.as_str(), pair.target.text.as_str());
    let mut lost = unrendered(text, target);
    if lost.is_empty() {
        return lost;
    }
    let terms = glossary.terms_in(text);
    lost.retain(|name| !terms.iter().any(|term| term.contains(&name.start)));
    let label = if pair.source.begins_block() { speaker(text) } else { Vec::new() };
    let renderings = Renderings::of(text, target);
    if label.iter().any(|name| renderings.render(name)) {
        lost.retain(|name| !label.iter().any(|word| word.start == name.start));
    }
    lost
}

/// The names of a Russian text that the English one does not render.
fn unrendered<'s>(source: &'s str, target: &str) -> Vec<Word<'s>> {
    let mut names = words(source).filter(|word| is_capitalised(source, word)).peekable();
    if names.peek().is_none() {
        return Vec::new();
    }
    let renderings = Renderings::of(source, target);
    names.filter(|name| !is_coined(name.text) && !renderings.render(name)).collect()
}

/// Whether a translation renders every name of its original, and as often.
const ALL_RENDERED: Question = Question {
    topic: Topic::Names,
    is_settled: |source, target| {
        unrendered(source, target).is_empty() && repeated::taken(source, target).is_none()
    },
};

/// Whether a word with a capital is coined of a prefix and a common word, both of which a translator
/// renders by what they mean: «Сверхдуша», “Supersoul”.
fn is_coined(word: &str) -> bool {
    const PREFIXES: [&str; 6] = ["сверх", "супер", "мета", "псевдо", "анти", "меж"];
    let folded = word.to_lowercase();
    let mut rests = PREFIXES.iter().filter_map(|prefix| folded.strip_prefix(prefix));
    rests.any(|rest| rest.chars().count() >= SHORTEST && is_listed(rest, Language::Russian))
}

/// The names that label a speech (`Анна Андреевна. Куда?`), all of them names; English editions
/// keep one of them.
fn speaker(text: &str) -> Vec<Word<'_>> {
    let mut label: Vec<Word<'_>> = Vec::new();
    for word in words(text) {
        let joined = label.last().is_none_or(|last| text[last.range().end..word.start] == *" ");
        if !joined || !word.text.starts_with(char::is_uppercase) {
            break;
        }
        label.push(word);
    }
    let end = label.last().map_or(0, |last| last.range().end);
    let is_label = text[end..].trim_start_matches(['*', '_', ' ']).starts_with(['.', ':', '(']);
    if label.len() > 1 && is_label { label } else { Vec::new() }
}

/// Whether other pairs render the name of the source by the same word: the translation's own name
/// for it.
fn is_usual(pairs: &Pairs<'_>, index: usize, name: &str, other: &str) -> bool {
    let beginning: String = name.chars().take(SHORTEST).collect();
    let others = pairs.all.iter().enumerate().filter(|(at, _)| *at != index);
    others
        .into_iter()
        .any(|(_, pair)| pair.source.text.contains(&beginning) && pair.target.text.contains(other))
}

fn draft(
    pair: &Pair<'_>,
    rule: Rule,
    name: &Range<usize>,
    other: Option<Range<usize>>,
) -> super::findings::Draft {
    let written = &pair.source.text[name.clone()];
    let mut message = Message::new(rule.code.as_str()).with("name", written);
    let place = match &other {
        Some(other) => {
            message = message.with("other", &pair.target.text[other.clone()]);
            pair.target.place(other)
        }
        None => pair.target.whole(),
    };
    super::findings::Draft::new(rule.code, message)
        .in_source(pair.source.place(name))
        .in_target(place)
        .with("name", written)
}

/// Whether a neighbouring original has what the name of the translation sounds like.
fn is_told_near(pairs: &Pairs<'_>, index: usize, name: &str) -> bool {
    let near = index.saturating_sub(2)..(index + 3).min(pairs.all.len());
    pairs.all[near].iter().any(|pair| words(&pair.source.text).any(|word| may_be(word.text, name)))
}

/// Whether another pair has the name, by its beginning, and an English one that sounds like it: so it
/// is a name that no dictionary need know.
fn is_rendered_elsewhere(pairs: &Pairs<'_>, index: usize, name: &str) -> bool {
    let beginning: String = name.chars().take(SHORTEST).collect();
    let mut others = pairs.all.iter().enumerate().filter(|(at, _)| *at != index);
    others.any(|(_, pair)| {
        pair.source.text.contains(&beginning)
            && capitalised(&pair.target.text).any(|word| may_render(name, word.text))
    })
}

/// Whether no other pair of the translation has a name: where what stands beside renders the name of
/// the source, this is still somebody else.
fn is_nowhere_else(pairs: &Pairs<'_>, index: usize, name: &str) -> bool {
    let mut others = pairs.all.iter().enumerate().filter(|(at, _)| *at != index);
    !others.any(|(_, pair)| pair.target.text.contains(name))
}

/// Whether a neighbouring pair renders the name: the sentence may have been cut otherwise.
fn is_near(pairs: &Pairs<'_>, index: usize, name: &str) -> bool {
    let near = index.saturating_sub(2)..(index + 3).min(pairs.all.len());
    pairs.all[near].iter().any(|pair| EnglishWords::of(&pair.target.text).render(name))
}
