//! Numbers that lost or gained a minus, and numbers of another unit.

use std::cell::LazyCell;

use super::{NUMBER_CHANGED, UNIT_CHANGED, drafts::changed_to};
use crate::{
    checks::{Rule, findings::Draft, pairs::Pair},
    model::Severity,
    text::{
        normalize::fold,
        quantities::{Form, Quantity},
    },
};

/// Beginnings of words that say the same as a minus.
const LESS: [&str; 26] = [
    "minus", "negativ", "below", "under", "debt", "deficit", "loss", "lost", "frost", "freez",
    "decreas", "drop", "fell", "fall", "declin", "down", "less", "lower", "reduc", "owe", "bc",
    "cut", "shr", "off", "behind", "ago",
];

/// The same in Russian.
const LESS_RUSSIAN: [&str; 22] = [
    "минус",
    "отрицательн",
    "ниже",
    "мороз",
    "холод",
    "убыт",
    "долг",
    "дефицит",
    "сниз",
    "сниж",
    "упал",
    "паден",
    "пада",
    "меньше",
    "потер",
    "сокра",
    "уменьш",
    "должен",
    "должн",
    "до н",
    "недоста",
    "скидк",
];

/// Words that take something away: `без двух пальцев` is `minus two fingers`.
const WITHOUT: [&str; 4] = ["without", "missing", "except", "lacking"];
const WITHOUT_RUSSIAN: [&str; 4] = ["без", "кроме", "нет", "лишился"];

/// What is to be said of signs and units of numbers that both sides have.
pub(super) fn differences(pair: &Pair<'_>, source: &[Quantity], target: &[Quantity]) -> Vec<Draft> {
    let firm = source.iter().filter(|was| was.form < Form::Name);
    let open = firm.filter(|was| !pair.source.is_verbatim(&was.range));
    // Each text is read for such words once, however many numbers it has, and mostly never.
    let in_words = LazyCell::new(|| InWords {
        source: says_less(&pair.source.text, &LESS_RUSSIAN, &WITHOUT_RUSSIAN),
        target: says_less(&pair.target.text, &LESS, &WITHOUT),
    });
    let is_in_words = |is_in_source| if is_in_source { in_words.source } else { in_words.target };
    open.filter_map(|was| {
        sign(pair, was, target, is_in_words).or_else(|| unit(pair, was, (source, target)))
    })
    .collect()
}

/// Whether the texts of a pair say in words that something is less than nothing.
struct InWords {
    source: bool,
    target: bool,
}

/// A minus that only one side has, in a sign or in words. `is_in_words` tells of the source, or of
/// the target, whether it may say the same without one.
fn sign(
    pair: &Pair<'_>,
    was: &Quantity,
    target: &[Quantity],
    is_in_words: impl Fn(bool) -> bool,
) -> Option<Draft> {
    let mut equals = target.iter().filter(|is| is.form < Form::Name && is.number() == was.number());
    let is = equals.next().filter(|is| is.is_negative != was.is_negative)?;
    let is_said_otherwise = equals.any(|is| is.is_negative == was.is_negative)
        || pair.target.is_verbatim(&is.range)
        || is_cut_year(&pair.target.text, is)
        || is_speech(&pair.target.text)
        || is_in_words(is.is_negative);
    (!is_said_otherwise).then(|| whole(NUMBER_CHANGED, pair, was, is))
}

/// A unit of the same kind that only the one side has beside the number. That both numbers are the
/// same may also be chance, where either is converted from another.
fn unit(
    pair: &Pair<'_>,
    was: &Quantity,
    (source, target): (&[Quantity], &[Quantity]),
) -> Option<Draft> {
    let mut equals = target.iter().filter(|is| is.number() == was.number());
    let is = equals.next().filter(|is| was.has_other_unit(is))?;
    let by_chance = source.iter().any(|other| other.is_converted(is))
        || target.iter().any(|other| other.is_converted(was));
    let is_changed = !by_chance && equals.all(|is| was.has_other_unit(is));
    is_changed.then(|| whole(UNIT_CHANGED, pair, was, is))
}

/// Shows the numbers with what stands around them.
fn whole(rule: Rule, pair: &Pair<'_>, was: &Quantity, is: &Quantity) -> Draft {
    changed_to(rule, pair, (was, &was.whole), (is, &is.whole)).at_most(Severity::Warn)
}

/// Whether an English number is a year without its century, `’44`, which Russian may write with a
/// dash.
fn is_cut_year(text: &str, number: &Quantity) -> bool {
    let before = text.get(..number.range.start).unwrap_or_default();
    before.ends_with(['’', '‘', '\''])
}

/// Speech, where a dash may stand right before a number.
fn is_speech(text: &str) -> bool {
    text.trim_start().starts_with(['“', '"', '‘', '«', '—'])
}

/// Whether a text has a word that begins like one of `stems`, or one of `words`.
fn says_less(text: &str, stems: &[&str], words: &[&str]) -> bool {
    let folded = fold(text);
    let mut said = folded.split(|c: char| !c.is_alphanumeric());
    let says =
        |word: &str| words.contains(&word) || stems.iter().any(|stem| word.starts_with(stem));
    said.any(says) || folded.contains("до н.")
}
