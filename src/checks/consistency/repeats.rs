//! Segments that say the same on one side and not on the other.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{TRANSLATED_ALIKE, TRANSLATED_DIFFERENTLY};
use crate::{
    checks::{
        Rule,
        findings::Findings,
        pairs::{Pair, Pairs},
    },
    model::{BlockKind, Message},
    text::{memory::Memory, words::words_alone},
};

/// Words that make a sentence one of its own; shorter ones may well mean two things.
const ENOUGH_WORDS: usize = 4;

pub(super) fn report(pairs: &Pairs<'_>, findings: &mut Findings<'_>) {
    let folded: Vec<(Arc<str>, Arc<str>)> =
        pairs.all.iter().map(|pair| (bare(&pair.source.text), bare(&pair.target.text))).collect();
    let mut of_source: FxHashMap<&str, usize> = FxHashMap::default();
    let mut of_target: FxHashMap<&str, usize> = FxHashMap::default();
    for (index, (source, target)) in folded.iter().enumerate() {
        let pair = &pairs.all[index];
        let first = *of_source.entry(source).or_insert(index);
        if folded[first].1 != *target && is_long(source) {
            findings.push(draft(pair, TRANSLATED_DIFFERENTLY, &pairs.all[first].target.text));
        }
        let first = *of_target.entry(target).or_insert(index);
        let is_told_twice = (is_title(&pairs.all[first]) && is_title(pair))
            || stands_for_picture(&pairs.all[first])
            || stands_for_picture(pair);
        let is_copy = source == target || folded[first].0 == *target;
        let differs = differ(&folded[first].0, source) && !is_told_twice && !is_copy;
        if is_long(target) && is_long(source) && differs {
            findings.push(draft(pair, TRANSLATED_ALIKE, &pairs.all[first].source.text));
        }
    }
}

fn draft(pair: &Pair<'_>, rule: Rule, other: &str) -> crate::checks::findings::Draft {
    let message = Message::new(rule.code.as_str()).with("other", other);
    pair.draft_saying(message, rule.code).with("other", other)
}

/// Whether a text is what its document is called: the title of the front matter may say more than
/// the heading, or less.
fn is_title(pair: &Pair<'_>) -> bool {
    matches!(pair.source.kind(), BlockKind::Heading(1) | BlockKind::FrontMatter)
}

/// Whether a text stands in the place of a picture: it may say what stands below, in other words.
fn stands_for_picture(pair: &Pair<'_>) -> bool {
    pair.source.label() == Some("alt")
}

/// The words alone.
fn bare(text: &str) -> Arc<str> {
    static KNOWN: Memory<Arc<str>> = Memory::new();
    KNOWN.of(text, || words_alone(text).into())
}

fn is_long(bare: &str) -> bool {
    bare.split(' ').count() >= ENOUGH_WORDS
}

/// Whether two sources say different things, not one thing in other words: fewer than half of
/// their words are the same.
fn differ(one: &str, other: &str) -> bool {
    let words: Vec<&str> = one.split(' ').collect();
    let shared = other.split(' ').filter(|word| words.contains(word)).count();
    2 * shared < words.len().max(other.split(' ').count())
}
