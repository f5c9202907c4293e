//! Numerals in words. The tables are data beside this file.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::decimal::Decimal;
use crate::model::Language;

/// What a word means as a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numeral {
    /// A number: `двадцать`.
    Number(Decimal),
    /// What multiplies the number before it: `million`.
    Scale(Decimal),
    /// An ordinal (`двадцатый`) and other words that may stand for the number and need not.
    Vague(Decimal),
}

/// The numeral that a folded word is.
pub(super) fn numeral(folded: &str, language: Language) -> Option<Numeral> {
    let table = match language {
        Language::Russian => {
            static RUSSIAN: OnceLock<Table> = OnceLock::new();
            RUSSIAN.get_or_init(|| parse(include_str!("russian.txt")))
        }
        Language::English => {
            static ENGLISH: OnceLock<Table> = OnceLock::new();
            ENGLISH.get_or_init(|| parse(include_str!("english.txt")))
        }
    };
    table.get(folded).copied().or_else(|| match language {
        Language::Russian => {
            ordinal(folded).or_else(|| half(folded)).or_else(|| compound(folded, table))
        }
        Language::English => None,
    })
}

type Table = FxHashMap<&'static str, Numeral>;

fn parse(file: &'static str) -> Table {
    let mut table = Table::default();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split_whitespace();
        let (Some(value), Some(kind)) = (fields.next(), fields.next()) else { continue };
        let Ok(value) = value.parse::<Decimal>() else { continue };
        let numeral = match kind {
            "n" => Numeral::Number(value),
            "s" => Numeral::Scale(value),
            _ => Numeral::Vague(value),
        };
        table.extend(fields.map(|word| (word, numeral)));
    }
    table
}

/// Stems of Russian ordinals.
const ORDINALS: [(&str, u32); 38] = [
    ("нулев", 0),
    ("перв", 1),
    ("втор", 2),
    ("трет", 3),
    ("четверт", 4),
    ("пят", 5),
    ("шест", 6),
    ("седьм", 7),
    ("восьм", 8),
    ("девят", 9),
    ("десят", 10),
    ("одиннадцат", 11),
    ("двенадцат", 12),
    ("тринадцат", 13),
    ("четырнадцат", 14),
    ("пятнадцат", 15),
    ("шестнадцат", 16),
    ("семнадцат", 17),
    ("восемнадцат", 18),
    ("девятнадцат", 19),
    ("двадцат", 20),
    ("тридцат", 30),
    ("сороков", 40),
    ("пятидесят", 50),
    ("шестидесят", 60),
    ("семидесят", 70),
    ("восьмидесят", 80),
    ("девяност", 90),
    ("сот", 100),
    ("двухсот", 200),
    ("трехсот", 300),
    ("четырехсот", 400),
    ("пятисот", 500),
    ("шестисот", 600),
    ("семисот", 700),
    ("восьмисот", 800),
    ("девятисот", 900),
    ("тысячн", 1000),
];

/// Endings of adjectives; `трет` has its own.
const ENDINGS: [&str; 33] = [
    "ый", "ий", "ой", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ая", "яя", "ую", "юю",
    "ые", "ие", "ых", "их", "ыми", "ими", "ое", "ее", "ья", "ье", "ью", "ьи", "ьего", "ьей",
    "ьему", "ьем", "ьих", "ей",
];

fn ordinal(folded: &str) -> Option<Numeral> {
    ORDINALS.iter().find_map(|&(stem, value)| {
        let ending = folded.strip_prefix(stem)?;
        ENDINGS.contains(&ending).then(|| Numeral::Vague(Decimal::whole(value)))
    })
}

/// What is measured in halves, in the genitive.
const HALVED: [&str; 26] = [
    "мили",
    "километра",
    "метра",
    "версты",
    "часа",
    "года",
    "дня",
    "ночи",
    "минуты",
    "недели",
    "месяца",
    "века",
    "литра",
    "стакана",
    "чашки",
    "ложки",
    "килограмма",
    "кило",
    "тонны",
    "пуда",
    "фунта",
    "страницы",
    "листа",
    "миллиона",
    "процента",
    "пути",
];

/// `полмили`, `полстакана`: a half, by the genitives of what is measured in halves. Other words begin
/// so, too: `полный`, `полдень`.
fn half(folded: &str) -> Option<Numeral> {
    let rest = after_half(folded)?;
    let is_half = HALVED.contains(&rest) || adjective_unit(rest).is_some();
    is_half.then_some(Numeral::Vague(Decimal::HALF))
}

/// What a word is half of: `полчаса`, `получаса`, `полугодовой`.
fn after_half(folded: &str) -> Option<&str> {
    folded.strip_prefix("полу").or_else(|| folded.strip_prefix("пол"))
}

/// Stems of adjectives made of units, each with its unit.
const MEASURED: [(&str, &str); 16] = [
    ("часов", "час"),
    ("минутн", "минута"),
    ("секундн", "секунда"),
    ("дневн", "день"),
    ("недельн", "неделя"),
    ("месячн", "месяц"),
    ("летн", "год"),
    ("годов", "год"),
    ("годичн", "год"),
    ("километров", "километр"),
    ("метров", "метр"),
    ("сантиметров", "сантиметр"),
    ("миллиметров", "миллиметр"),
    ("литров", "литр"),
    ("килограммов", "килограмм"),
    ("тонн", "тонна"),
];

/// The unit of an adjective: `часовой`, `метровая`.
pub(super) fn adjective_unit(folded: &str) -> Option<&'static str> {
    let is_of = |(stem, _): &&(&str, &str)| {
        folded.strip_prefix(stem).is_some_and(|ending| ENDINGS.contains(&ending))
    };
    MEASURED.iter().find(is_of).map(|(_, unit)| *unit)
}

/// The unit that a word has in itself behind its numeral: `полчаса`, `полуторачасовой`.
pub(super) fn inner_unit(folded: &str) -> Option<&str> {
    if let Some(rest) = after_half(folded) {
        let unit = adjective_unit(rest).or_else(|| HALVED.contains(&rest).then_some(rest));
        if unit.is_some() {
            return unit;
        }
    }
    let starts = MEASURED.iter().filter_map(|(stem, _)| folded.rfind(stem));
    let mut parts = starts.filter_map(|at| folded.split_at_checked(at));
    parts.find_map(|(number, rest)| {
        numeral(number, Language::Russian).and_then(|_| adjective_unit(rest))
    })
}

/// Whether it is an adjective that says of how many there is one, as `одностраничный` does; others
/// that begin so count nothing.
fn is_of_one(folded: &str) -> bool {
    const OTHERS: [&str; 6] = ["времен", "знач", "образ", "род", "имен", "слож"];
    let rest = folded.strip_prefix("одно").unwrap_or(folded);
    let is_adjective = ENDINGS.iter().any(|ending| rest.ends_with(ending));
    is_adjective && !OTHERS.iter().any(|other| rest.starts_with(other))
}

/// `двухлетний`, `пятидесятиэтажный`: the longest genitive that the word begins with.
fn compound(folded: &str, table: &Table) -> Option<Numeral> {
    const SHORTEST_REST: usize = 4;
    let ends = folded.char_indices().map(|(at, _)| at).rev();
    let beginnings = ends
        .filter(|&at| folded.get(at..).is_some_and(|rest| rest.chars().count() >= SHORTEST_REST));
    beginnings.filter_map(|at| folded.get(..at)).find_map(|start| match table.get(start)? {
        Numeral::Number(value) if start.ends_with(['х', 'и', 'а']) => {
            Some(Numeral::Vague(*value))
        }
        Numeral::Vague(value) if start == "одно" && is_of_one(folded) => {
            Some(Numeral::Vague(*value))
        }
        _ => None,
    })
}
