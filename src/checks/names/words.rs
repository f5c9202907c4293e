//! Which words are names, and what stands for them in English: by their letters, the dictionary, the
//! sound.

use std::{ops::Range, sync::LazyLock};

use crate::{
    align::{EnglishWords, is_common_english, likeness},
    checks::bracketed::is_in_note,
    model::Language,
    morphology,
    text::{
        normalize::{fold, is_cyrillic},
        sentences::is_abbreviation,
        words::{Word, is_letter_or_digit, words},
    },
};

/// Letters of a name, at least: shorter ones sound like too many words.
pub(super) const SHORTEST: usize = 4;

/// Letters of what renders a name, at least, unless all are capitals.
const SHORTEST_RENDERING: usize = 3;

/// Names and other words that sound so much alike are the same, spelt freely.
const ALIKE: f64 = 0.6;

/// Words that sound less alike than this have nothing to do with one another.
const RATHER_ALIKE: f64 = 0.5;

/// Whether an English text, of which `words` are those, has a Russian name: by sound, in the lexicon,
/// or as English calls it.
pub(crate) fn renders(name: &str, words: &EnglishWords, english: &str) -> bool {
    words.render(name) || has_exonym(name, english) || words.have_made_of(name)
}

/// Whether an English name may be a Russian one, spelt freely.
pub(crate) fn may_render(name: &str, english: &str) -> bool {
    likeness(name, english) >= ALIKE
}

/// The beginnings of Russian names, each with those of the forms that English gives to it.
static EXONYMS: LazyLock<Vec<(&str, Vec<&str>)>> = LazyLock::new(|| {
    let lines = include_str!("exonyms.txt").lines().filter(|line| !line.starts_with('#'));
    let pairs = lines.filter_map(|line| line.split_once(' '));
    pairs.map(|(russian, forms)| (russian, forms.split(' ').collect())).collect()
});

/// Whether the English text has the form that English gives to a Russian name.
fn has_exonym(name: &str, english: &str) -> bool {
    let folded = fold(name);
    let known = EXONYMS.iter().filter(|(russian, _)| folded.starts_with(russian));
    let mut forms = known.flat_map(|(_, forms)| forms);
    forms.any(|form| words(english).any(|word| word.folded().starts_with(form)))
}

/// The words of a text that begin with a capital.
pub(crate) fn capitalised(text: &str) -> impl Iterator<Item = Word<'_>> {
    words(text).filter(|word| word.text.starts_with(char::is_uppercase))
}

/// Whether a Russian word may stand behind an English name; one without a capital, such as
/// `немецкий` for `German`, must sound more like it.
pub(crate) fn may_be(source: &str, name: &str) -> bool {
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

/// Names of the target that nothing in the source sounds like, those in notes of its translators left
/// out.
pub(super) fn strangers(source: &str, target: &str) -> Vec<Range<usize>> {
    let is_stranger = |word: &Word<'_>| {
        is_foreign_name(target, word)
            && !is_in_note(&target[..word.start])
            && !source.contains(word.text)
            && !words(source).any(|source| may_be(source.text, word.text))
            && !EnglishWords::of(word.text).render_any(source)
    };
    capitalised(target).filter(is_stranger).map(|word| word.range()).collect()
}

/// The words of an English text that may stand for a name: `St` of `St. Petersburg` does not.
pub(super) fn english_names(text: &str) -> EnglishWords {
    let is_enough = |word: &Word<'_>| {
        word.text.chars().count() >= SHORTEST_RENDERING || word.text.chars().all(char::is_uppercase)
    };
    words(text).filter(is_enough).map(|word| word.folded()).collect()
}

/// Whether a word of an English text is a name by its capital inside a sentence, and no word of the
/// language.
pub(crate) fn is_foreign_name(text: &str, word: &Word<'_>) -> bool {
    uncontracted(word.text).chars().count() >= SHORTEST
        && word.text.chars().skip(1).all(|c| !c.is_uppercase())
        && !begins_sentence(&text[..word.start])
        && !is_common_english(uncontracted(word.text))
        && !is_compound(word.text)
}

/// The names of a Russian text.
pub(crate) fn source_names(text: &str) -> impl Iterator<Item = Range<usize>> {
    words(text).filter(move |word| is_name(text, word)).map(|word| word.range())
}

/// Whether a word of a Russian text is a name, by the dictionary.
pub(crate) fn is_name(text: &str, word: &Word<'_>) -> bool {
    has_shape_of_name(word.text)
        && morphology::name_probability(word.text) > sure(&text[..word.start])
}

/// Whether a word is a name by its capital inside a sentence, or by the dictionary.
pub(crate) fn is_capitalised(text: &str, word: &Word<'_>) -> bool {
    has_shape_of_name(word.text)
        && (!begins_sentence(&text[..word.start])
            || morphology::name_probability(word.text) > sure(&text[..word.start]))
}

fn has_shape_of_name(word: &str) -> bool {
    if !word.starts_with(char::is_uppercase) {
        return false;
    }
    let letters: Vec<char> = word.chars().collect();
    letters.len() >= SHORTEST
        && letters[1..].iter().any(|c| c.is_lowercase())
        && letters.iter().all(|&c| is_cyrillic(c) || c == '-')
}

/// How likely a word must be a name after `before`: where a sentence begins, all have capitals.
fn sure(before: &str) -> f64 {
    if begins_sentence(before) { 0.95 } else { 0.5 }
}

/// Whether nothing but a mark of sentence, speech or quotation stands before. Where a quotation
/// ends with a comma, and after an abbreviation (`St.`, «ул.»), the sentence goes on.
fn begins_sentence(before: &str) -> bool {
    let before = before.trim_end();
    let goes_on = before.ends_with([',', '-'])
        || before.strip_suffix('.').is_some_and(ends_with_abbreviation)
        || before.strip_suffix(['"', '”', '’']).is_some_and(|quoted| quoted.ends_with(','));
    before.is_empty() || (!goes_on && before.ends_with(|c: char| !is_letter_or_digit(c)))
}

fn ends_with_abbreviation(before: &str) -> bool {
    let last = before.rsplit(|c: char| !is_letter_or_digit(c)).next().unwrap_or_default();
    let language = if last.contains(is_cyrillic) { Language::Russian } else { Language::English };
    !last.is_empty() && is_abbreviation(last, language)
}
