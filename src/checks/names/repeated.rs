//! A name that the original has more than once, or a month, and another name that the translation
//! has in its place.

use std::ops::Range;

use super::words::{SHORTEST, capitalised, is_capitalised, may_render, strangers};
use crate::{
    align::EnglishWords,
    text::{
        quantities::is_russian_month,
        words::{Word, words},
    },
};

/// Names of one segment that are counted; a sentence has fewer.
const MOST_NAMES: usize = 40;

/// The first name that the translation has less often than the original, or the month that it does
/// not have, and the one stranger that it has beside.
pub(super) fn taken<'s>(source: &'s str, target: &str) -> Option<(Word<'s>, Range<usize>)> {
    let is_month = |word: &Word<'_>| is_russian_month(&word.as_folded());
    let may_be_told = |word: &Word<'_>| word.text.starts_with(char::is_uppercase) || is_month(word);
    let names: Vec<Word<'_>> = words(source).filter(may_be_told).take(MOST_NAMES).collect();
    let is_told = |word: &Word<'_>| is_month(word) || is_capitalised(source, word);
    let is_rarer = |name: &&Word<'_>| {
        let told = names.iter().filter(|other| is_alike(other.text, name.text)).count();
        (told > 1 || is_month(name)) && is_told(name) && !is_rendered(name.text, target, told)
    };
    let name = names.iter().find(is_rarer)?;
    match strangers(source, target).as_slice() {
        [other] => Some((*name, other.clone())),
        _ => None,
    }
}

/// Whether two Russian words begin alike: forms of one name.
fn is_alike(one: &str, other: &str) -> bool {
    one.chars().take(SHORTEST).eq(other.chars().take(SHORTEST))
}

/// Whether an English text has the name so many `times`.
fn is_rendered(name: &str, target: &str, times: usize) -> bool {
    let renders =
        |word: &Word<'_>| may_render(name, word.text) || EnglishWords::of(word.text).render(name);
    capitalised(target).filter(renders).take(times).count() == times
}
