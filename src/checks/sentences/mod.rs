//! Sentences that became something else: a question that is now a statement, a translation much
//! longer or shorter than this translator's are.

mod questions;

use super::{
    Check, Findings, Rule, Scope,
    pairs::{Pair, Pairs},
};
use crate::model::{Message, Severity};

const QUESTION_CHANGED: Rule = Rule::info("question-changed");
const LENGTH: Rule = Rule::info("length");

/// Reports both.
pub(super) const CHECK: Check =
    Check { rules: &[QUESTION_CHANGED, LENGTH], run: Scope::Pairs(run) };

/// Pairs from which a distribution can be told.
const ENOUGH: usize = 30;

/// Characters of a source that make its length tell something.
const LONG: usize = 40;

/// Deviations from the median beyond which a length is no accident. Lengths are spread like a
/// normal distribution with heavier tails; six are met once in thousands of clean pairs.
const FAR: f64 = 6.0;

/// The least deviation, a tenth of the length: where all sentences are alike a letter more would
/// be far.
const LEAST_DEVIATION: f64 = 0.1;

/// What makes a median absolute deviation a standard deviation, if the spread is normal.
const MAD_SCALE: f64 = 1.4826;

fn run(pairs: &Pairs<'_>, findings: &mut Findings<'_>) {
    for (index, pair) in pairs.all.iter().enumerate().filter(|(_, pair)| !pair.stale) {
        if is_question_changed(pairs, index) && !questions::asks_how_to(&pair.target.text) {
            // Translators make questions of quoted thoughts more often than they lose one.
            let is_lost = asks(&pair.direction.roles((&pair.source, &pair.target)).0.text);
            let id = if is_lost { "question-changed-lost" } else { "question-changed-added" };
            let is_sure = is_lost && questions::is_stated(pair);
            let found = pair.draft_saying(Message::new(id), QUESTION_CHANGED.code);
            findings.push(found.at_most(if is_sure { Severity::Warn } else { Severity::Info }));
        }
    }
    let Some(usual) = Usual::of(pairs) else { return };
    for pair in pairs.fresh().filter(|pair| usual.is_far(pair)) {
        findings.push(pair.draft(LENGTH.code));
    }
}

/// Whether the last sentence asks; a question quoted at the end of a sentence is none of it.
fn asks(text: &str) -> bool {
    let is_quote = |c: char| "\"'»”’".contains(c);
    let quotes_part = text.ends_with(is_quote) && !text.starts_with(|c: char| "\"'«“‘".contains(c));
    let bare = text.trim_end_matches(|c: char| is_quote(c) || ")*_ !".contains(c));
    bare.ends_with('?') && !quotes_part
}

/// Whether one side asks, the other has no question mark, and the neighbours do not make up for
/// it: a question may have moved to the next pair.
fn is_question_changed(pairs: &Pairs<'_>, index: usize) -> bool {
    let near = &pairs.all[index.saturating_sub(1)..(index + 2).min(pairs.all.len())];
    let marks = |text: &str| text.matches('?').count();
    let source: usize = near.iter().map(|pair| marks(&pair.source.text)).sum();
    let target: usize = near.iter().map(|pair| marks(&pair.target.text)).sum();
    let pair = &pairs.all[index];
    let is_lost = asks(&pair.source.text) && marks(&pair.target.text) == 0 && source > target;
    let is_added = asks(&pair.target.text) && marks(&pair.source.text) == 0 && target > source;
    is_lost || is_added
}

/// The lengths usual in a document.
struct Usual {
    median: f64,
    deviation: f64,
}

impl Usual {
    fn of(pairs: &Pairs<'_>) -> Option<Self> {
        let ratios: Vec<f64> = pairs.all.iter().filter_map(ratio).collect();
        if ratios.len() < ENOUGH {
            return None;
        }
        let median = middle(ratios.clone());
        let distances = ratios.iter().map(|ratio| (ratio - median).abs()).collect();
        let deviation = (middle(distances) * MAD_SCALE).max(LEAST_DEVIATION);
        Some(Self { median, deviation })
    }

    fn is_far(&self, pair: &Pair<'_>) -> bool {
        ratio(pair).is_some_and(|ratio| (ratio - self.median).abs() > FAR * self.deviation)
    }
}

/// How much longer the target is, as a logarithm; nothing for short sources.
fn ratio(pair: &Pair<'_>) -> Option<f64> {
    let (source, target) = (pair.source.text.chars().count(), pair.target.text.chars().count());
    (source >= LONG && target > 0).then(|| (target as f64 / source as f64).ln())
}

fn middle(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
