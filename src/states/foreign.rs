//! Whether a passage of the English side is in another language, or Russian in Latin letters.

use std::{cell::OnceCell, sync::LazyLock};

use rustc_hash::FxHashSet;

use crate::text::{
    language,
    settled::{Question, Settled, Topic},
    words::{Word, words},
};

/// The commonest words of Russian as they are written in Latin letters; those that English has,
/// too, are left out.
const TRANSLITERATED: &str = "na ne chto kak ona ony oni ya vy eto etot eta byl byla \
    bylo byli iz ot dlya ego yego ikh ih kotoryy kotoraya kotorye kogda ili uzhe tolko pri \
    mne nas nam vam ey emu tak zhe esli vse gde potom tam zdes ochen bez nado mozhno";

/// A passage of fewer words tells nothing.
const FEWEST: usize = 4;

/// So many of its words must be Russian in Latin letters.
const SHARE: f64 = 0.15;

/// Whether `prose` is surely no English.
pub(super) fn is_foreign(prose: &str, settled: &Settled) -> bool {
    const IS_ENGLISH: Question =
        Question { topic: Topic::Language, is_settled: |_, prose| !is_other(prose) };
    !settled.is(&IS_ENGLISH, &OnceCell::new(), ("", prose)) && is_other(prose)
}

fn is_other(prose: &str) -> bool {
    let all: Vec<Word<'_>> =
        words(prose).filter(|word| word.text.chars().all(char::is_alphabetic)).collect();
    static RUSSIAN: LazyLock<FxHashSet<&str>> =
        LazyLock::new(|| TRANSLITERATED.split_whitespace().collect());
    let russian = all.iter().filter(|word| RUSSIAN.contains(word.as_folded().as_ref())).count();
    let is_transliterated = russian >= 2 && russian as f64 >= SHARE * all.len() as f64;
    // Cyrillic letters are the business of those who look for what is left in Russian.
    let is_latin = !prose.chars().any(crate::text::normalize::is_cyrillic);
    all.len() >= FEWEST && is_latin && (is_transliterated || language::is_foreign(&spoken(prose)))
}

/// The words that are written as words: `TODO` is no Spanish, nor `LES` French.
fn spoken(prose: &str) -> String {
    let is_shouted = |word: &str| word.len() > 1 && !word.chars().any(char::is_lowercase);
    let spoken: Vec<&str> = words(prose).map(|word| word.text).collect();
    let kept: Vec<&str> = spoken.iter().copied().filter(|word| !is_shouted(word)).collect();
    // Capitals throughout are how some headings are written.
    if kept.is_empty() { spoken.join(" ") } else { kept.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_told_from_its_neighbours_and_from_russian_in_latin_letters() {
        for foreign in [
            "Der Zug kam erst nach Mitternacht, und niemand wartete auf uns.",
            "Nous avons attendu le train, mais il n'est pas venu.",
            "La carta llegó por la mañana y no decía nada de los niños.",
            "My zhdali poezd do utra, no on tak i ne prishel.",
        ] {
            assert!(is_other(foreign), "{foreign}");
        }
        for english in [
            "The train came only after midnight, and nobody was waiting for us.",
            "He sang \"La donna è mobile\" all the way to the station.",
            "Install nginx 1.25, then run make.",
            "Vera, Nadezhda and Lyubov",
            "No, no, my friend.",
            "TODO(vera): cover the usual typos in patterns. TODO(vera): a Regex Ninja?",
        ] {
            assert!(!is_other(english), "{english}");
        }
    }
}
