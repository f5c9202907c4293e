//! Typography of the English text: what Russian habits and slips of the hand leave in it.

mod balance;
mod doubled;
mod ending;

use std::ops::Range;

use super::{
    Check, Findings, Rule, Scope,
    findings::Draft,
    pairs::{Pair, Pairs},
};
use crate::model::{BlockKind, Message};

const GUILLEMETS: Rule = Rule::error("guillemets");
const NUMERO_SIGN: Rule = Rule::error("numero-sign");
const UNBALANCED: Rule = Rule::warn("unbalanced");
const DASH_DIALOGUE: Rule = Rule::warn("dash-dialogue");
const DOUBLE_SPACE: Rule = Rule::warn("double-space");
const SPACE_BEFORE: Rule = Rule::warn("space-before-punctuation");
const DOUBLED_WORD: Rule = Rule::warn("doubled-word");
const SENTENCE_END: Rule = Rule::warn("sentence-end");

/// Reports slips of typography in the translation.
pub(super) const CHECK: Check = Check {
    rules: &[
        GUILLEMETS,
        NUMERO_SIGN,
        UNBALANCED,
        DASH_DIALOGUE,
        DOUBLE_SPACE,
        SPACE_BEFORE,
        DOUBLED_WORD,
        SENTENCE_END,
    ],
    run: Scope::Pairs(run),
};

fn run(pairs: &Pairs<'_>, findings: &mut Findings<'_>) {
    for pair in &pairs.all {
        let mut report = |rule: Rule, range: Option<Range<usize>>| {
            if let Some(range) = range.filter(|range| !pair.target.is_verbatim(range)) {
                findings.push(draft(pair, rule, &range));
            }
        };
        report(GUILLEMETS, guillemet(&pair.target.text, &pair.source.text));
        report(NUMERO_SIGN, found(&pair.target.text, "№"));
        report(DASH_DIALOGUE, dash_dialogue(pair));
        report(SPACE_BEFORE, space_before_punctuation(pair));
        report(DOUBLED_WORD, doubled::word(&pair.target.text, &pair.source.text));
        report(SENTENCE_END, ending::missing(pair));
        if let Some(place) = pair.target.double_space() {
            let draft = Draft::new(DOUBLE_SPACE.code, Message::new(DOUBLE_SPACE.code.as_str()));
            findings.push(draft.in_source(pair.source.whole()).in_target(place));
        }
    }
    for (pair, range) in balance::unbalanced(pairs) {
        findings.push(draft(pair, UNBALANCED, &range));
    }
}

fn draft(pair: &Pair<'_>, rule: Rule, range: &Range<usize>) -> Draft {
    let text = &pair.target.text[range.clone()];
    Draft::new(rule.code, Message::new(rule.code.as_str()).with("text", text))
        .in_source(pair.source.whole())
        .in_target(pair.target.place(range))
        .with("text", text)
}

fn found(text: &str, wanted: &str) -> Option<Range<usize>> {
    text.find(wanted).map(|at| at..at + wanted.len())
}

/// A Russian quotation mark; around Russian words it quotes on purpose.
fn guillemet(target: &str, source: &str) -> Option<Range<usize>> {
    let at = target.find(['«', '»', '„'])?;
    let mark = target[at..].chars().next()?;
    let quoted = &target[at + mark.len_utf8()..];
    let is_russian = quoted.starts_with(crate::text::normalize::is_cyrillic);
    (!is_russian && !source.is_empty()).then_some(at..at + mark.len_utf8())
}

/// A dash before a speech, where the original has one.
fn dash_dialogue(pair: &Pair<'_>) -> Option<Range<usize>> {
    let dash = |text: &str| {
        let mark = text.chars().next().filter(|c| matches!(c, '—' | '–' | '-'))?;
        text[mark.len_utf8()..].starts_with([' ', '\u{a0}']).then_some(mark.len_utf8())
    };
    dash(&pair.source.text)?;
    let length = dash(&pair.target.text)?;
    let is_speech = pair.target.kind() == BlockKind::Paragraph && pair.target.begins_block();
    is_speech.then_some(0..length)
}

/// `word ,`: not before an ellipsis, a file extension, an emoticon, and not where the original
/// has the same.
fn space_before_punctuation(pair: &Pair<'_>) -> Option<Range<usize>> {
    let text = &pair.target.text;
    let verbatim = pair.target.verbatim_ranges();
    text.match_indices([' ', '\u{a0}'])
        .find(|(at, space)| {
            let (before, after) = (&text[..*at], &text[at + space.len()..]);
            let Some(mark) = after.chars().next().filter(|c| ",.;:!?".contains(*c)) else {
                return false;
            };
            let next = after[mark.len_utf8()..].chars().next();
            let is_last = next.is_none_or(|c| c.is_whitespace() || "\"'”’)".contains(c));
            is_last
                && before.ends_with(|c: char| c.is_alphanumeric() || "\"'”’)]".contains(c))
                && !pair.source.text.contains(&format!(" {mark}"))
                && !verbatim.iter().any(|range| range.contains(at))
        })
        .map(|(at, space)| at..at + space.len() + 1)
}
