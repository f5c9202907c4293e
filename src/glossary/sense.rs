//! Signs that a form does not mean the term: it names a person, stands in a title, or belongs to
//! another word.

use std::ops::Range;

use super::tokens::Token;
use crate::{
    align::{likeness, mention},
    morphology::{Features, Paradigm, PartOfSpeech, lemmas, paradigms},
    text::{
        normalize::fold,
        words::{Word, words as text_words},
    },
};

/// A quoted title has no more words.
const TITLE_WORDS: usize = 8;

/// Whether a common noun stands here as a name: `Роман` beside «роман», with a capital where no
/// sentence begins, or before another capital.
pub(super) fn is_name_here(
    term: &str,
    source: &str,
    words: &[Token],
    found: &Range<usize>,
) -> bool {
    let is_common = term.chars().next().is_some_and(char::is_lowercase);
    let word = &words[found.start];
    if !is_common || found.len() != 1 || !word.is_capital {
        return false;
    }
    let is_inside = !begins_sentence(source, word.start);
    let before_capital = words.get(found.end).is_some_and(|next| {
        next.is_capital
            && source[word.end..next.start].trim().is_empty()
            && !is_shouted(source, next)
    });
    (is_inside || before_capital)
        && !is_shouted(source, word)
        && paradigms(&source[word.range()]).iter().any(|paradigm| paradigm.is_name)
}

/// Whether a word is all capitals: a headline says nothing of names.
fn is_shouted(source: &str, word: &Token) -> bool {
    let mut letters = source[word.range()].chars().filter(|c| c.is_alphabetic());
    letters.clone().count() > 1 && letters.all(char::is_uppercase)
}

fn begins_sentence(source: &str, start: usize) -> bool {
    let before = source[..start].trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '«' | '"' | '„' | '“' | '(' | '*' | '_' | '—' | '–' | '-')
    });
    before.is_empty() || before.ends_with(['.', '!', '?', '…', ':', ';', '»'])
}

/// Whether the words stand inside a quoted title or name, which has a rendering of its own:
/// «Новый мир», but not quoted speech.
pub(super) fn is_title(source: &str, found: &Range<usize>) -> bool {
    let Some(open) = source[..found.start].rfind('«') else { return false };
    if source[open..found.start].contains('»') {
        return false;
    }
    let Some(length) = source[found.end..].find('»') else { return false };
    let quoted = &source[open + '«'.len_utf8()..found.end + length];
    let is_alone = quoted.len() == found.len();
    let begins = quoted.chars().next().is_some_and(char::is_uppercase)
        && quoted.chars().any(char::is_lowercase);
    let after = &source[found.end + length + '»'.len_utf8()..];
    let is_led = source[..open].trim_end().ends_with([':', '—', '–']);
    let is_followed =
        after.strip_prefix(',').is_some_and(|after| after.trim_start().starts_with(['—', '–']));
    let is_speech = quoted.contains(['.', '!', '?', '…', ',', ':']) || is_led || is_followed;
    let is_named = !is_alone || has_title(&source[..open]);
    begins && is_named && !is_speech && quoted.split_whitespace().count() <= TITLE_WORDS
}

/// Whether the last words of `before` are of a thing that has a title: «газета», «корабль».
fn has_title(before: &str) -> bool {
    let entitled = include_str!("entitled.txt").split_whitespace();
    let near: Vec<Word<'_>> = text_words(before).collect();
    let lemmas: Vec<String> = near.iter().rev().take(NEAR).flat_map(|w| lemmas(w.text)).collect();
    entitled.into_iter().any(|word| lemmas.iter().any(|lemma| lemma == word))
}

/// Words before a title among which its kind stands.
const NEAR: usize = 2;

/// Whether a common noun stands here as an abbreviation: `ГАЗ-3110` beside «газ», all in capitals
/// among words that are not.
pub(super) fn is_abbreviated(
    term: &str,
    source: &str,
    words: &[Token],
    found: &Range<usize>,
) -> bool {
    let is_common = term.chars().all(|c| !c.is_uppercase());
    let [word] = words.get(found.clone()).unwrap_or_default() else { return false };
    let near = [found.start.checked_sub(1), Some(found.end)];
    let mut beside = near.into_iter().flatten().filter_map(|at| words.get(at));
    let is_number = |word: &Token| source[word.range()].chars().all(|c| c.is_ascii_digit());
    is_common
        && is_shouted(source, word)
        && words.len() > 1
        && beside.all(|other| is_number(other) || !is_shouted(source, other))
}

/// Whether a participle or an adjective that is a term as a noun stands here before a noun of its
/// own: «мобилизованный» in «мобилизованных солдат».
pub(super) fn is_attribute(
    term: &str,
    source: &str,
    words: &[Token],
    found: &Range<usize>,
) -> bool {
    let ([word], Some(next)) = (words.get(found.clone()).unwrap_or_default(), words.get(found.end))
    else {
        return false;
    };
    let between = &source[word.end..next.start];
    if !between.chars().all(char::is_whitespace) {
        return false;
    }
    let is_noun = |paradigm: &Paradigm| paradigm.part_of_speech == PartOfSpeech::Noun;
    let readings = |text: &str, noun: bool| -> Vec<Features> {
        let all = paradigms(text).into_iter();
        let is_likely = |word: &Paradigm| word.is_known && word.likelihood >= LIKELY;
        let fitting = all.filter(|word| is_likely(word) && is_noun(word) == noun);
        fitting.flat_map(|word| word.readings).filter(|reading| reading.case.is_some()).collect()
    };
    if paradigms(term).iter().any(|word| word.is_known && is_noun(word)) {
        return false;
    }
    let (own, of_next) =
        (readings(&source[word.range()], false), readings(&source[next.range()], true));
    let agrees = |one: &Features, other: &Features| {
        let genders = one.gender.zip(other.gender);
        one.case == other.case
            && one.number == other.number
            && (one.number == Some("Plur") || genders.is_none_or(|(one, other)| one == other))
    };
    own.iter().any(|one| of_next.iter().any(|other| agrees(one, other)))
}

/// A reading less likely than this says nothing of the word before.
const LIKELY: f64 = 0.3;

/// Whether a form of a name is another name, which the target has: «Кулаков», of `Kulakov`, beside
/// «Кулак».
pub(super) fn is_other_name(term: &str, form: &str, target: &str) -> bool {
    let (own, folded) = (fold(term), fold(form));
    let is_name = term.starts_with(char::is_uppercase) && form.starts_with(char::is_uppercase);
    is_name
        && folded != own
        && paradigms(form).iter().any(|word| word.lemma == folded && word.has_nominative())
        && text_words(target).any(|word| {
            word.text.starts_with(char::is_uppercase)
                && likeness(form, word.text) > likeness(term, word.text).max(SOUNDS_ALIKE)
        })
}

/// How alike a name and its rendering sound, at least.
const SOUNDS_ALIKE: f64 = 0.8;

/// Whether `form` is also a form of another word than `term`, and the target has what the bundled
/// lexicon gives for that one.
pub(super) fn is_other_word(term: &str, form: &str, target: &str) -> bool {
    // A participle has the lemma of its verb.
    let own: Vec<String> = lemmas(term).into_iter().chain([fold(term)]).collect();
    let others = lemmas(form).into_iter().filter(|lemma| !own.contains(lemma));
    others.into_iter().any(|lemma| mention(&lemma, target).is_some())
}

#[cfg(test)]
mod tests {
    use super::{super::tokens::tokens, *};

    fn name(term: &str, source: &str, word: usize) -> bool {
        let mut words = Vec::new();
        tokens(source, &mut words);
        is_name_here(term, source, &words, &(word..word + 1))
    }

    #[test]
    fn a_capital_inside_a_sentence_makes_a_name() {
        assert!(name("роман", "Вчера Роман вернулся домой.", 1));
        assert!(name("роман", "Роман Сергеев вернулся домой.", 0));
        assert!(!name("роман", "Роман вышел осенью.", 0));
        assert!(!name("роман", "Вчера вышел роман.", 2));
    }

    #[test]
    fn a_title_is_no_speech() {
        let title = |source: &str, word: &str| {
            let start = source.find(word).unwrap();
            is_title(source, &(start..start + word.len()))
        };
        assert!(title("Он печатался в «Новом мире» и в газетах.", "мире"));
        assert!(!title("«Весь мир ждёт», — сказала она.", "мир"));
        assert!(!title("Она сказала: «Весь мир ждёт»", "мир"));
        assert!(!title("Слово «мир» значит многое.", "мир"));
        assert!(title("Мы читали газету «Москва» вслух.", "Москва"));
        assert!(!title("На знаке было написано «Москва» и больше ничего.", "Москва"));
    }

    #[test]
    fn a_form_of_two_words_may_be_the_other() {
        assert!(is_other_word("суд", "судов", "Three ships left the port."));
        assert!(!is_other_word("суд", "судом", "He was tried last week."));
    }
}
