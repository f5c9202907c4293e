//! Whether a question that became a statement was changed, or merely told in another way.
//!
//! English asks indirectly («Любопытно, кто там?», “I wonder who is there.”), heads a chapter with
//! “How to …”, and exclaims where Russian asks. Only a plain statement with the words of the
//! question says something else.

use crate::{align::EnglishWords, checks::pairs::Pair, model::BlockKind, text::words::words};

/// Words by which English asks without a question mark, in lower case.
const INDIRECT: [&str; 40] = [
    "whether",
    "if",
    "wonder",
    "wondered",
    "wonders",
    "wondering",
    "ask",
    "asked",
    "asks",
    "asking",
    "inquired",
    "know",
    "knew",
    "knows",
    "see",
    "saw",
    "tell",
    "told",
    "say",
    "guess",
    "curious",
    "interesting",
    "understand",
    "understood",
    "learn",
    "explain",
    "question",
    "doubt",
    "suppose",
    "think",
    "hope",
    "perhaps",
    "maybe",
    "probably",
    "surely",
    "course",
    "must",
    "please",
    "let",
    "what",
];

/// Words with which a question begins that lacks nothing but its mark: `Where is he.`
const ASKING: [&str; 9] = ["who", "whom", "whose", "what", "which", "where", "when", "why", "how"];

/// Words that stand before the subject of an English question.
const AUXILIARIES: [&str; 24] = [
    "is", "are", "was", "were", "am", "do", "does", "did", "has", "have", "had", "can", "could",
    "will", "would", "shall", "should", "may", "might", "isn't", "aren't", "didn't", "don't",
    "doesn't",
];

/// Words with which Russian asks what it denies: English says so («Разве это вода?», “This is no
/// water.”).
const RHETORICAL: [&str; 2] = ["разве", "неужели"];

/// The share of the words of a question that its translation has, at least, for a literal one.
const LITERAL: f64 = 0.75;

/// Such words that a question has, at least: one is rendered by whatever is said («Нашли?», “You
/// found it.”).
const FEWEST: usize = 2;

/// Whether a text is headed as instructions are: `How to …`.
pub(super) fn asks_how_to(text: &str) -> bool {
    let first: Vec<String> = words(text).take(2).map(|word| word.folded()).collect();
    matches!(first.as_slice(), [how, to] if how == "how" && to == "to")
}

/// Whether the translation of a question is a plain statement of the same words, or a question that
/// lost its mark.
pub(super) fn is_stated(pair: &Pair<'_>) -> bool {
    let text = pair.target.text.trim_end_matches(['"', '”', '’', '»', ')']);
    if words(&pair.source.text).any(|word| RHETORICAL.contains(&word.folded().as_ref())) {
        return false;
    }
    let is_prose = !matches!(pair.target.kind(), BlockKind::Heading(_) | BlockKind::ListItem);
    if !is_prose || !text.ends_with('.') || text.ends_with("..") {
        return false;
    }
    let folded: Vec<String> = words(text).map(|word| word.folded().replace('’', "'")).collect();
    is_inverted(&folded)
        || (!folded.iter().any(|word| INDIRECT.contains(&word.as_str())) && is_literal(pair))
}

/// Whether the words stand in the order of a question.
fn is_inverted(words: &[String]) -> bool {
    let is_auxiliary =
        |word: Option<&String>| word.is_some_and(|word| AUXILIARIES.contains(&word.as_str()));
    let asks = words.first().is_some_and(|word| ASKING.contains(&word.as_str()));
    let place = usize::from(asks);
    is_auxiliary(words.get(place)) && words.len() > place + 1
}

/// Whether the translation has nearly all the words of the question.
fn is_literal(pair: &Pair<'_>) -> bool {
    let (rendered, all) = EnglishWords::of(&pair.target.text).rendered_of(&pair.source.text);
    all >= FEWEST && rendered as f64 >= LITERAL * all as f64
}
