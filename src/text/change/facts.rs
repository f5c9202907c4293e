//! Words whose change matters more than that of others: numbers, dates, negations, names.

use std::{collections::HashSet, sync::LazyLock};

use crate::text::words::Word;

/// What a word states; ordered by how much its change matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fact {
    Name,
    Date,
    Negation,
    Number,
}

/// Beginnings of the names of months; a word that begins so and is no longer than three letters
/// more is taken for one.
const MONTHS: [&str; 23] = [
    "январ",
    "феврал",
    "март",
    "апрел",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "мая",
];

const NEGATIONS: [&str; 22] = [
    "не",
    "ни",
    "нет",
    "без",
    "нельзя",
    "никогда",
    "никто",
    "никого",
    "ничего",
    "ничто",
    "нигде",
    "no",
    "not",
    "never",
    "without",
    "cannot",
    "nobody",
    "nothing",
    "none",
    "nowhere",
    "neither",
    "nor",
];

/// Numerals in the forms that are met; `один` and `one` are left out, being articles as often.
const NUMERALS: &str = "\
два две двух двум двумя двое двоих три трёх трех трём трем тремя трое троих четыре четырёх четырех \
четверо пять пяти пятью пятеро шесть шести шестью семь семи семью восемь восьми девять девяти \
десять десяти десятью одиннадцать двенадцать двенадцати тринадцать четырнадцать пятнадцать \
пятнадцати шестнадцать семнадцать восемнадцать девятнадцать двадцать двадцати тридцать тридцати \
сорок сорока пятьдесят пятидесяти шестьдесят семьдесят восемьдесят девяносто сто ста двести триста \
трёхсот трехсот четыреста пятьсот пятисот шестьсот семьсот восемьсот девятьсот тысяча тысячи тысяч \
тысячу миллион миллиона миллионов миллиард миллиарда миллиардов полтора полторы первый второй \
третий four two three five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds \
thousand thousands million millions billion billions";

/// What the word at `index` of `words`, all the words of `text`, states.
pub(super) fn fact(text: &str, words: &[Word<'_>], index: usize) -> Option<Fact> {
    let word = words[index].folded();
    let near_month = || {
        let neighbours = [index.checked_sub(1), Some(index + 1)];
        neighbours
            .into_iter()
            .flatten()
            .filter_map(|at| words.get(at))
            .any(|w| is_month(&w.folded()))
    };
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return Some(if is_date(&word) || near_month() { Fact::Date } else { Fact::Number });
    }
    if is_month(&word) {
        return Some(Fact::Date);
    }
    if is_numeral(&word) {
        return Some(if near_month() { Fact::Date } else { Fact::Number });
    }
    if is_negation(&word) {
        return Some(Fact::Negation);
    }
    is_name(text, &words[index]).then_some(Fact::Name)
}

pub(super) fn is_negation(word: &str) -> bool {
    NEGATIONS.contains(&word) || word.ends_with("n't")
}

fn is_numeral(word: &str) -> bool {
    static FORMS: LazyLock<HashSet<&str>> = LazyLock::new(|| NUMERALS.split(' ').collect());
    FORMS.contains(word)
}

fn is_month(word: &str) -> bool {
    MONTHS.iter().any(|month| {
        word.strip_prefix(month).is_some_and(|ending| {
            ending.is_empty() || (word.chars().count() > 3 && ending.chars().count() <= 2)
        })
    })
}

/// `12.05.2024`, and years of four digits from 1000 to 2199.
fn is_date(word: &str) -> bool {
    let parts: Vec<&str> = word.split('.').collect();
    let is_year = |part: &str| {
        part.len() == 4 && part.parse::<u16>().is_ok_and(|year| (1000..2200).contains(&year))
    };
    match parts.as_slice() {
        [year] => is_year(year),
        [_, _, year] => year.len() == 2 || is_year(year),
        _ => false,
    }
}

/// A capital inside a sentence, or capitals and digits mixed in any place.
fn is_name(text: &str, word: &Word<'_>) -> bool {
    let first_is_capital = word.text.chars().next().is_some_and(char::is_uppercase);
    first_is_capital && !begins_sentence(&text[..word.start])
}

fn begins_sentence(before: &str) -> bool {
    let before = before.trim_end_matches(|c: char| !c.is_alphanumeric() && !".!?…:\n".contains(c));
    before.is_empty() || before.ends_with(['.', '!', '?', '…', ':'])
}
