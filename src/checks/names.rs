//! Names that the translation lost or took for others.
//!
//! A name is a word with a capital inside a sentence, whose dictionary form is no common word. Its
//! counterpart is found by sound («Волгоград», `Volgograd`) or in the lexicon (`Köln`, `Cologne`).

use std::ops::Range;

use super::{
    Check, Findings, Rule, Scope,
    pairs::{Pair, Pairs},
};
use crate::{
    align::{EnglishWords, is_common_english, likeness},
    glossary::Glossary,
    model::{Message, Severity},
    morphology,
    text::{
        normalize::{fold, is_cyrillic},
        words::{Word, words},
    },
};

const NAME_CHANGED: Rule = Rule::warn("name-changed");
const NAME_LOST: Rule = Rule::info("name-lost");

/// Reports names of the source that nothing in the target sounds like.
pub(super) const CHECK: Check = Check { rules: &[NAME_CHANGED, NAME_LOST], run: Scope::Pairs(run) };

/// Letters of a name, at least: shorter ones sound like too many words.
const SHORTEST: usize = 4;

/// Names and other words that sound so much alike are the same, spelt freely.
const ALIKE: f64 = 0.6;

/// Words that sound less alike than this have nothing to do with one another.
const RATHER_ALIKE: f64 = 0.5;

fn run(pairs: &Pairs<'_>, findings: &mut Findings<'_>) {
    for (index, pair) in pairs.all.iter().enumerate().filter(|(_, pair)| !pair.stale) {
        let lost = lost(pair, pairs.glossary);
        if lost.is_empty() {
            continue;
        }
        let text = pair.source.text.as_str();
        let is_sure = |word: &&Word<'_>| is_name(text, word) && !is_near(pairs, index, word.text);
        match (lost.as_slice(), strangers(pair).as_slice()) {
            ([name], [other]) => {
                let found = draft(pair, NAME_CHANGED, &name.range(), Some(other.clone()));
                let written = &pair.target.text[other.clone()];
                let is_other = is_sure(&name)
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
    let text = pair.source.text.as_str();
    let mut names = words(text).filter(|word| is_capitalised(text, word)).peekable();
    if names.peek().is_none() {
        return Vec::new();
    }
    let terms = glossary.terms_in(text);
    let target = EnglishWords::of(&pair.target.text);
    let capitals: Vec<&str> = capitalised(&pair.target.text).map(|word| word.text).collect();
    let is_rendered = |name: &Word<'_>| {
        target.render(name.text)
            || has_exonym(name.text, &pair.target.text)
            || capitals.iter().any(|other| likeness(name.text, other) >= ALIKE)
    };
    let label = if pair.source.begins_block() { speaker(text) } else { Vec::new() };
    let label = if label.iter().any(is_rendered) { label } else { Vec::new() };
    names
        .filter(|name| !terms.iter().any(|term| term.contains(&name.start)))
        .filter(|name| !is_rendered(name) && !label.iter().any(|word| word.start == name.start))
        .collect()
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

/// Whether the English text has the form that English gives to a Russian name.
fn has_exonym(name: &str, english: &str) -> bool {
    let folded = fold(name);
    let lines = include_str!("exonyms.txt").lines().filter(|line| !line.starts_with('#'));
    let mut forms = lines
        .filter_map(|line| line.split_once(' '))
        .filter(|(russian, _)| folded.starts_with(russian))
        .flat_map(|(_, forms)| forms.split(' '));
    forms.any(|form| words(english).any(|word| word.folded().starts_with(form)))
}

/// The words of a text that begin with a capital.
pub(super) fn capitalised(text: &str) -> impl Iterator<Item = Word<'_>> {
    words(text).filter(|word| word.text.starts_with(char::is_uppercase))
}

/// Whether a Russian word may stand behind an English name; one without a capital, such as
/// `немецкий` for `German`, must sound more like it.
fn may_be(source: &str, name: &str) -> bool {
    let is_capital = source.starts_with(char::is_uppercase);
    likeness(source, name) >= if is_capital { RATHER_ALIKE } else { ALIKE }
}

/// A word without the verb that is drawn together with it: `I` of `I’ll`.
fn uncontracted(word: &str) -> &str {
    const ENDINGS: [&str; 7] = ["s", "ll", "re", "ve", "d", "m", "t"];
    match word.rsplit_once(['\'', '’']) {
        Some((plain, ending)) if ENDINGS.contains(&ending.to_lowercase().as_str()) => plain,
        _ => word,
    }
}

/// Whether a word is put together of others, only the first with a capital: `God-seer`.
fn is_compound(word: &str) -> bool {
    word.split_once('-').is_some_and(|(_, rest)| rest.starts_with(char::is_lowercase))
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

/// Names of the target that nothing in the source sounds like.
fn strangers(pair: &Pair<'_>) -> Vec<Range<usize>> {
    let text = pair.target.text.as_str();
    let is_stranger = |word: &Word<'_>| {
        uncontracted(word.text).chars().count() >= SHORTEST
            && word.text.chars().skip(1).all(|c| !c.is_uppercase())
            && !begins_sentence(&text[..word.start])
            && !is_common_english(uncontracted(word.text))
            && !is_compound(word.text)
            && !pair.source.text.contains(word.text)
            && !words(&pair.source.text).any(|source| may_be(source.text, word.text))
    };
    capitalised(text).filter(is_stranger).map(|word| word.range()).collect()
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

/// The names of a Russian text.
pub(super) fn source_names(text: &str) -> impl Iterator<Item = Range<usize>> {
    words(text).filter(move |word| is_name(text, word)).map(|word| word.range())
}

fn is_name(text: &str, word: &Word<'_>) -> bool {
    has_shape_of_name(word.text)
        && morphology::name_probability(word.text) > sure(&text[..word.start])
}

/// Whether a word is a name by its capital inside a sentence, or by the dictionary.
fn is_capitalised(text: &str, word: &Word<'_>) -> bool {
    has_shape_of_name(word.text)
        && (!begins_sentence(&text[..word.start])
            || morphology::name_probability(word.text) > sure(&text[..word.start]))
}

fn has_shape_of_name(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    letters.len() >= SHORTEST
        && letters[0].is_uppercase()
        && letters[1..].iter().any(|c| c.is_lowercase())
        && letters.iter().all(|&c| is_cyrillic(c) || c == '-')
}

/// How likely a word must be a name after `before`: where a sentence begins, all have capitals.
fn sure(before: &str) -> f64 {
    if begins_sentence(before) { 0.95 } else { 0.5 }
}

/// Whether nothing but a mark of sentence, speech or quotation stands before. Where a quotation
/// ends with a comma, the sentence goes on.
fn begins_sentence(before: &str) -> bool {
    let before = before.trim_end();
    let goes_on = before.ends_with([',', '-'])
        || before.strip_suffix(['"', '”', '’']).is_some_and(|quoted| quoted.ends_with(','));
    before.is_empty() || (!goes_on && before.ends_with(|c: char| !c.is_alphanumeric()))
}

/// Whether a neighbouring original has what the name of the translation sounds like.
fn is_told_near(pairs: &Pairs<'_>, index: usize, name: &str) -> bool {
    let near = index.saturating_sub(2)..(index + 3).min(pairs.all.len());
    pairs.all[near].iter().any(|pair| words(&pair.source.text).any(|word| may_be(word.text, name)))
}

/// Whether a neighbouring pair renders the name: the sentence may have been cut otherwise.
fn is_near(pairs: &Pairs<'_>, index: usize, name: &str) -> bool {
    let near = index.saturating_sub(2)..(index + 3).min(pairs.all.len());
    pairs.all[near].iter().any(|pair| EnglishWords::of(&pair.target.text).render(name))
}
