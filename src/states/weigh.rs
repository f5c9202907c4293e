//! How much a change of the original matters, the translation of it considered.

use strsim::osa_distance;

use super::{
    answer::{Answer, Edited, answer, is_answered, is_rendered},
    terms::Terms,
};
use crate::{
    align::{is_function_word, is_listed, word_stems},
    model::{Change, Grade, Language},
    text::{
        change::{differ_in_links_alone, is_negation},
        normalize::{content, is_cyrillic},
        settled::{Settled, Topic},
        words::words,
    },
};

/// Words of a translation in another language than that of its original are one text where this
/// share of them is the same.
const SAME_TEXT: f64 = 0.5;

/// The share of an original's words that must be rendered by what was there before it.
const RENDERED: f64 = 0.5;

/// Shorter words are too close to other words for a slip of the pen.
const SHORTEST_SLIP: usize = 4;

/// Words of a label before its colon, at most.
const LONGEST_LABEL: usize = 2;

/// Letters that the forms of a pronoun begin with: `который`, `которое`.
const SAME_BEGINNING: usize = 4;

/// More words than this in other forms are no mended slip.
const MOST_MENDED: usize = 2;

/// The same as [`weigh`] says, which was found out before where it is `settled`.
pub(super) fn weigh_once(change: Change, edited: &Edited<'_>, settled: &Settled) -> Option<Change> {
    let find = || {
        let weighed = weigh(Change { was: String::new(), commit: None, ..change }, edited);
        weighed.map_or(0, |weighed| 1 + weighed.grade as u16)
    };
    let number = edited.number(Topic::Change, change.grade, settled, find);
    let grade = *Grade::ALL.get(usize::from(number.checked_sub(1)?))?;
    Some(Change { grade, ..change })
}

/// The change as it matters; none where the translation says already what the original says, or
/// where there was no original yet.
pub(super) fn weigh(change: Change, edited: &Edited<'_>) -> Option<Change> {
    if is_no_original(edited) || is_switch_alone(edited) || are_addresses(edited) {
        return None;
    }
    let grade = match change.grade {
        Grade::Typography => typography(edited),
        _ if is_slip(edited) => Grade::Spelling,
        grade if grade > Grade::Spelling && is_answered(edited) => return None,
        grade if is_label_alone(edited) => grade.min(Grade::Rewording),
        grade => match answer(edited) {
            Answer::Said => return None,
            // The loss of a link is reported as such.
            _ if differ_in_links_alone(edited.was, edited.now) => grade.min(Grade::Rewording),
            // A letter made another word of it: a tower became a fable.
            Answer::Lacking if edited.is_seen && grade <= Grade::Wording => Grade::Rewording,
            Answer::Lacking => grade.max(Grade::Wording),
            _ if grade == Grade::Spelling => grade,
            Answer::Inflected if is_mended(edited) || is_reordered(edited) => Grade::Spelling,
            Answer::Reworded if is_pronoun_mended(edited) => Grade::Spelling,
            // Whoever said it in other words had the translation before their eyes.
            Answer::Inflected | Answer::Reworded if edited.is_seen => Grade::Spelling,
            Answer::Inflected | Answer::Reworded => Grade::Rewording,
        },
    };
    Some(Change { grade, ..change })
}

/// Whether nothing came or went but the line of a link to the other language.
fn is_switch_alone(edited: &Edited<'_>) -> bool {
    const NAMES: [&str; 5] = ["english", "английск", "русск", "по-русски", "russian"];
    let is_switch = |line: &str| {
        let line = line.trim_matches([' ', '>', '*', '_', '|', '\t', '\\']);
        let lower = line.to_lowercase();
        let is_link = line.starts_with('[') && line.ends_with(')') && line.contains("](");
        is_link && NAMES.iter().any(|name| lower.contains(name))
    };
    let rest = |text: &str| {
        content(&text.lines().filter(|line| !is_switch(line)).collect::<Vec<_>>().join("\n"))
    };
    let has_switch = |text: &str| text.lines().any(is_switch);
    has_switch(edited.was) != has_switch(edited.now) && rest(edited.was) == rest(edited.now)
}

/// Whether both texts are addresses and nothing else: where a link leads is compared as such.
fn are_addresses(edited: &Edited<'_>) -> bool {
    let is_address = |text: &str| {
        let mut parts = text.split(|c: char| c.is_whitespace() || "[]()<>".contains(c));
        text.contains("://")
            && parts.all(|part| {
                part.contains("://") || part.contains('%') || !part.contains(char::is_alphanumeric)
            })
    };
    is_address(edited.was) && is_address(edited.now)
}

/// Whether the text before was in the language of the translation: a copy that was translated
/// later, and no original that anybody rendered.
fn is_no_original(edited: &Edited<'_>) -> bool {
    let is_leading = |text: &str| match edited.leading {
        Language::Russian => text.chars().any(is_cyrillic),
        Language::English => !text.chars().any(is_cyrillic),
    };
    if edited.was.is_empty() || is_leading(edited.was) || !is_leading(edited.now) {
        return false;
    }
    likeness(edited.was, edited.translation) >= SAME_TEXT || rendered_share(edited) >= RENDERED
}

/// The share of words that two texts of one language have in common.
fn likeness(one: &str, other: &str) -> f64 {
    let (one, other) = (folded(one), folded(other));
    let common = one.iter().filter(|word| other.contains(word)).count();
    2.0 * common as f64 / (one.len() + other.len()).max(1) as f64
}

fn rendered_share(edited: &Edited<'_>) -> f64 {
    let terms = Terms::of(edited.now, edited.leading);
    let telling: Vec<&str> = terms.telling().collect();
    let there = telling.iter().filter(|term| is_rendered(term, edited)).count();
    there as f64 / telling.len().max(2) as f64
}

/// Marks alone differ: what is asked, code, and `все` or `всё`, may still differ in meaning.
fn typography(edited: &Edited<'_>) -> Grade {
    if is_other_code(edited) {
        return Grade::Wording;
    }
    let asks = |text: &str| text.contains('?');
    let is_other_mood =
        asks(edited.was) != asks(edited.now) && asks(edited.now) != asks(edited.translation);
    if is_other_mood || is_other_all(edited) { Grade::Rewording } else { Grade::Typography }
}

/// Whether code in the text came that the translation lacks: marks are part of it.
fn is_other_code(edited: &Edited<'_>) -> bool {
    let (was, there) = (code_spans(edited.was), code_spans(edited.translation));
    code_spans(edited.now).iter().any(|code| !was.contains(code) && !there.contains(code))
}

/// The pieces of code between backticks, one or two.
fn code_spans(text: &str) -> Vec<String> {
    let single = text.replace("``", "`");
    single.split('`').skip(1).step_by(2).map(|code| code.trim().to_owned()).collect()
}

/// Whether everybody became everything, or the other way round: the one word of the text whose
/// `ё` came or went.
fn is_other_all(edited: &Edited<'_>) -> bool {
    let lower =
        |text: &str| -> Vec<String> { words(text).map(|w| w.text.to_lowercase()).collect() };
    let (was, now) = (lower(edited.was), lower(edited.now));
    let mut differing = was.iter().zip(&now).filter(|(was, now)| was != now).peekable();
    let says_all = |word: &str| matches!(word, "все" | "всё");
    edited.leading == Language::Russian
        && was.len() == now.len()
        && differing.peek().is_some()
        && differing.all(|(was, now)| says_all(was) && says_all(now))
}

/// Whether a few words stand in other forms, or a doubled one was taken out.
fn is_mended(edited: &Edited<'_>) -> bool {
    let (was, now) = (undoubled(edited.was), undoubled(edited.now));
    let differing: Vec<_> = was.iter().zip(&now).filter(|(was, now)| was != now).collect();
    let is_form = |was: &str, now: &str| {
        let (was, now) = (word_stems(was, edited.leading), word_stems(now, edited.leading));
        was.iter().any(|stem| now.contains(stem))
    };
    was.len() == now.len()
        && differing.len() <= MOST_MENDED
        && differing.iter().all(|(was, now)| is_form(was, now))
        && !differing.iter().any(|(was, now)| is_past(was) != is_past(now))
}

/// Whether the very same words stand in another order, none of which denies or counts.
fn is_reordered(edited: &Edited<'_>) -> bool {
    let sorted = |text: &str| {
        let mut words = folded(text);
        words.sort_unstable();
        words
    };
    let words = sorted(edited.now);
    let is_bound = |word: &String| is_negation(word) || word.starts_with(char::is_numeric);
    words == sorted(edited.was) && !words.iter().any(is_bound)
}

/// Whether pronouns alone stand in other forms: `ответ на который`, `ответ на которое`.
fn is_pronoun_mended(edited: &Edited<'_>) -> bool {
    let (was, now) = (folded(edited.was), folded(edited.now));
    let mut differing = was.iter().zip(&now).filter(|(was, now)| was != now).peekable();
    was.len() == now.len()
        && differing.peek().is_some()
        && differing.all(|(was, now)| is_same_pronoun(was, now))
}

/// Whether two common words are forms of one.
fn is_same_pronoun(was: &str, now: &str) -> bool {
    let common = was.chars().zip(now.chars()).take_while(|(was, now)| was == now).count();
    common >= SAME_BEGINNING && is_function_word(was) && is_function_word(now)
}

/// Whether a Russian word may be a verb of the past.
fn is_past(word: &str) -> bool {
    const ENDINGS: [&str; 8] = ["л", "ла", "ло", "ли", "лся", "лась", "лось", "лись"];
    word.chars().count() > 3 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// Whether a label came to the text or left it, and nothing else: `Важно: …` made a note of its own
/// says the same.
fn is_label_alone(edited: &Edited<'_>) -> bool {
    let unlabelled = |text: &str| {
        let (label, rest) = text.split_once(':')?;
        (1..=LONGEST_LABEL).contains(&words(label).count()).then(|| folded(rest))
    };
    let (was, now) = (edited.was, edited.now);
    unlabelled(was).is_some_and(|rest| rest == folded(now))
        || unlabelled(now).is_some_and(|rest| rest == folded(was))
}

/// Whether one word that is none, or that nobody rendered, became one that is, by a letter.
fn is_slip(edited: &Edited<'_>) -> bool {
    let (was, now) = (undoubled(edited.was), undoubled(edited.now));
    let mut differing = was.iter().zip(&now).filter(|(was, now)| was != now);
    let (Some((was_word, now_word)), None) = (differing.next(), differing.next()) else {
        return false;
    };
    was.len() == now.len()
        && was_word.chars().count().min(now_word.chars().count()) >= SHORTEST_SLIP
        && osa_distance(was_word, now_word) == 1
        && is_listed(now_word, edited.leading)
        && (!is_listed(was_word, edited.leading) || !is_rendered(was_word, edited))
}

/// The words of a text, one said twice in a row once.
fn undoubled(text: &str) -> Vec<String> {
    let mut words = folded(text);
    words.dedup();
    words
}

/// The words of a text, those with a hyphen by their parts: `Linux-системы` and `Linux системы` are
/// the same.
fn folded(text: &str) -> Vec<String> {
    let parts = |word: String| word.split('-').map(str::to_owned).collect::<Vec<_>>();
    words(text).flat_map(|word| parts(word.folded())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::change;

    /// A line a case: what becomes of the change (`-` for nothing), before, now, the translation.
    const CASES: &str = include_str!("../../tests/cases/change/answers.txt");

    #[test]
    fn changes_of_the_cases() {
        for line in CASES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let fields: Vec<&str> = line.split('|').map(str::trim).collect();
            let &[expected, was, now, translation] = fields.as_slice() else { panic!("{line}") };
            let (is_ahead, expected) = match expected.strip_prefix("ahead ") {
                Some(expected) => (true, expected),
                None => (false, expected),
            };
            let (is_seen, expected) = match expected.strip_prefix("seen ") {
                Some(expected) => (true, expected),
                None => (false, expected),
            };
            let leading = Language::Russian;
            let grade = change::grade(was, now, leading);
            let change = Change { was: was.to_owned(), grade, commit: None };
            let edited = Edited { was, now, translation, leading, is_ahead, is_seen };
            let found = weigh(change, &edited).map_or("-", |change| change.grade.as_str());
            assert_eq!(found, expected, "{line}");
        }
    }

    /// A text before and now, with a translation that stays as it is.
    fn weighed(was: &str, now: &str, translation: &str) -> Option<Grade> {
        let leading = Language::Russian;
        let grade = change::grade(was, now, leading);
        let change = Change { was: was.to_owned(), grade, commit: None };
        let edited = Edited { was, now, translation, leading, is_ahead: false, is_seen: false };
        weigh(change, &edited).map(|change| change.grade)
    }

    #[test]
    fn a_line_that_leads_to_the_other_language_is_no_change() {
        let text = "Наставление о том, как ухаживать за садом.";
        let translation = "How to look after a garden.";
        for line in
            ["[Read in English](README.md)", "> [English](en/index.md)", "**[In English](a.md)**"]
        {
            assert_eq!(weighed(text, &format!("{line}\n{text}"), translation), None, "{line}");
            assert_eq!(weighed(&format!("{line}\n{text}"), text, translation), None, "{line}");
        }
        let line = "[О заборе и о калитке](fence.md)";
        assert!(weighed(text, &format!("{line}\n{text}"), translation).is_some());
    }
}
