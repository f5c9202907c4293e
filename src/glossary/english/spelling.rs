//! British and American spellings of one word.

use std::{
    collections::{BTreeSet, HashMap},
    sync::LazyLock,
};

const PAIRS: &str = include_str!("spelling.txt");

/// Beginnings of words, British and American; the shorter of two may begin another word, so that
/// a line that ends in `*` holds for all words that begin so and others for themselves alone.
static WHOLE: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| table(false));
static BEGINNINGS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let mut beginnings: Vec<_> = table(true).into_iter().collect();
    beginnings.sort_unstable();
    beginnings
});

/// Words in `-ise` and `-yse` that are written so everywhere.
const ALWAYS_ISE: [&str; 30] = [
    "advertise",
    "advise",
    "apprise",
    "arise",
    "bruise",
    "chastise",
    "circumcise",
    "comprise",
    "compromise",
    "cruise",
    "demise",
    "despise",
    "devise",
    "disguise",
    "enterprise",
    "excise",
    "exercise",
    "expertise",
    "franchise",
    "improvise",
    "incise",
    "merchandise",
    "noise",
    "poise",
    "praise",
    "premise",
    "promise",
    "raise",
    "rise",
    "supervise",
];

/// Endings of words in `-ise` and `-ize`.
const ENDINGS: [&str; 9] = ["e", "es", "ed", "er", "ers", "ing", "ation", "ations", "ational"];

fn table(of_beginnings: bool) -> HashMap<&'static str, &'static str> {
    let lines = PAIRS.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let pairs = lines.filter_map(|line| line.split_once(char::is_whitespace));
    let wanted = pairs.filter(|(british, _)| british.ends_with('*') == of_beginnings);
    let both = wanted.flat_map(|(british, american)| {
        let (british, american) =
            (british.trim_end_matches('*'), american.trim().trim_end_matches('*'));
        [(british, american), (american, british)]
    });
    both.collect()
}

/// The word and its other spelling, if it has one, in its capitals.
pub(super) fn spellings(word: &str) -> BTreeSet<String> {
    let lower = word.to_lowercase();
    let mut all = BTreeSet::from([word.to_owned()]);
    let found = WHOLE.get(lower.as_str()).map(|other| (*other).to_owned());
    if let Some(other) = found.or_else(|| by_beginning(&lower)).or_else(|| by_ending(&lower)) {
        all.insert(in_capitals_of(word, other));
    }
    all
}

fn by_beginning(word: &str) -> Option<String> {
    let found = BEGINNINGS.iter().filter(|(beginning, _)| word.starts_with(beginning));
    let (beginning, other) = found.max_by_key(|(beginning, _)| beginning.len())?;
    Some(format!("{other}{}", &word[beginning.len()..]))
}

/// `mobilization` ↔ `mobilisation`, `analyse` ↔ `analyze`.
fn by_ending(word: &str) -> Option<String> {
    let ending =
        ENDINGS.iter().filter(|ending| word.ends_with(**ending)).max_by_key(|e| e.len())?;
    let stem = &word[..word.len() - ending.len()];
    if stem.len() < 4 || ALWAYS_ISE.contains(&format!("{stem}e").as_str()) {
        return None;
    }
    [("is", "iz"), ("iz", "is"), ("ys", "yz"), ("yz", "ys")]
        .into_iter()
        .find_map(|(from, to)| stem.strip_suffix(from).map(|root| format!("{root}{to}{ending}")))
}

fn in_capitals_of(word: &str, other: String) -> String {
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return other };
    if !first.is_uppercase() {
        return other;
    }
    if word.len() > 1 && letters.all(|c| !c.is_lowercase()) {
        return other.to_uppercase();
    }
    let mut rest = other.chars();
    rest.next().into_iter().flat_map(char::to_uppercase).chain(rest).collect()
}
