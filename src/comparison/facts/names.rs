//! Names that stand for one another: by sound, in the lexicon, or as English calls them.

use std::{cell::OnceCell, collections::HashSet, ops::Range};

use super::{FactKind, Mention, near};
use crate::{
    align::EnglishWords,
    checks::names::{
        capitalised, is_capitalised, is_foreign_name, is_name, may_be, may_render, renders,
    },
    glossary::Glossary,
    text::{
        normalize::is_cyrillic,
        quantities::Quantity,
        words::{Word, words},
    },
};

/// Letters of a name, at least.
const SHORTEST: usize = 2;

/// The names of both texts.
pub(super) fn pairs(
    texts: [&str; 2],
    found: [&[Quantity]; 2],
    glossary: &Glossary,
) -> [Vec<Mention>; 2] {
    let source = candidates(texts[0], found[0], |word| is_russian_name(texts[0], word));
    let target = candidates(texts[1], found[1], |_| true);
    let (forth, back) = paired(&source, &target);
    let terms = OnceCell::new();
    let is_term = |word: &Word<'_>| {
        let find =
            || -> HashSet<usize> { glossary.terms_in(texts[0]).into_iter().flatten().collect() };
        terms.get_or_init(find).contains(&word.start)
    };
    let lost = |word: &Word<'_>| is_name(texts[0], word) && !is_term(word);
    let heard = OnceCell::new();
    let is_heard = |word: &Word<'_>| {
        let all: &Vec<Word<'_>> = heard.get_or_init(|| words(texts[0]).collect());
        let beside = all.get(near(word.start, texts[1].len(), all.len())).unwrap_or_default();
        beside.iter().any(|other| may_be(other.text, word.text))
    };
    let invented = |word: &Word<'_>| is_foreign_name(texts[1], word) && !is_heard(word);
    [mentions(&source, &forth, lost), mentions(&target, &back, invented)]
}

/// The capitalised words of a text that are no quantities and fit.
fn candidates<'t>(
    text: &'t str,
    quantities: &[Quantity],
    fits: impl Fn(&Word<'t>) -> bool,
) -> Vec<Word<'t>> {
    let is_quantity = |range: Range<usize>| {
        let after = quantities.partition_point(|quantity| quantity.range.end <= range.start);
        quantities.get(after).is_some_and(|quantity| quantity.range.start < range.end)
    };
    capitalised(text)
        .filter(|word| word.text.chars().nth(SHORTEST - 1).is_some())
        .filter(|word| !is_quantity(word.range()) && fits(word))
        .collect()
}

/// Whether a word is a name by its capital, or written in Latin letters.
fn is_russian_name(text: &str, word: &Word<'_>) -> bool {
    is_capitalised(text, word) || !word.text.contains(is_cyrillic)
}

/// The classes of both sides: each name takes the first that renders it, or else the first that it
/// may be, spelt freely.
fn paired(source: &[Word<'_>], target: &[Word<'_>]) -> (Vec<Option<usize>>, Vec<Option<usize>>) {
    let english: Vec<EnglishWords> =
        target.iter().map(|word| EnglishWords::of(word.text)).collect();
    let (mut forth, mut back) = (vec![None; source.len()], vec![None; target.len()]);
    for is_free in [false, true] {
        for (at, name) in source.iter().enumerate() {
            if forth.get(at) != Some(&None) {
                continue;
            }
            let stands_for = |place: &usize| {
                let (Some(word), Some(keys)) = (target.get(*place), english.get(*place)) else {
                    return false;
                };
                back.get(*place) == Some(&None)
                    && if is_free {
                        may_render(name.text, word.text)
                    } else {
                        is_rendered(name, word, keys)
                    }
            };
            if let Some(place) = near(at, source.len(), target.len()).find(stands_for) {
                (forth[at], back[place]) = (Some(at), Some(at));
            }
        }
    }
    (forth, back)
}

fn is_rendered(name: &Word<'_>, word: &Word<'_>, keys: &EnglishWords) -> bool {
    if name.text.contains(is_cyrillic) {
        renders(name.text, keys, word.text)
    } else {
        keys.has_stem_of(name.text)
    }
}

/// The words that have a class, and those that have none though they should.
fn mentions(
    words: &[Word<'_>],
    classes: &[Option<usize>],
    is_alone: impl Fn(&Word<'_>) -> bool,
) -> Vec<Mention> {
    let shown = words.iter().zip(classes);
    let shown = shown.filter(|(word, class)| class.is_some() || is_alone(word));
    let mention = |(word, class): (&Word<'_>, &Option<usize>)| Mention {
        range: word.range(),
        kind: FactKind::Name,
        class: *class,
    };
    shown.map(mention).collect()
}
