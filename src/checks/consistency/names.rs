//! One name in two spellings: `Kavanaugh` a dozen times, `Kavanagh` once.

use std::{collections::BTreeMap, ops::Range};

use super::NAME_SPELT_TWO_WAYS;
use crate::{
    align::likeness,
    checks::{
        bracketed::is_quoted,
        findings::{Draft, Findings},
        names::{capitalised, source_names},
        pairs::{Pair, Pairs},
    },
    model::Message,
    morphology,
    text::{
        memory::Memory,
        normalize::fold,
        settled::{Question, Topic},
        words::Word,
    },
};

/// How alike a name and its rendering sound, at least.
const ALIKE: f64 = 0.7;

/// Letters in which two spellings of one name differ, at most.
const MOST_LETTERS: usize = 2;

/// Letters of a name, at least: `Ivan` and `Ivana` are two people.
const SHORTEST: usize = 5;

/// Where each spelling of a name stands, the pair by its index.
type Spellings = BTreeMap<String, Vec<(usize, Range<usize>)>>;

pub(super) fn report(pairs: &Pairs<'_>, findings: &mut Findings<'_>) {
    for (usual, rare, index, range) in odd_spellings(pairs) {
        findings.push(draft(&pairs.all[index], &usual, &rare, &range));
    }
}

fn draft(pair: &Pair<'_>, usual: &str, rare: &str, range: &Range<usize>) -> Draft {
    let message =
        Message::new(NAME_SPELT_TWO_WAYS.code.as_str()).with("rare", rare).with("usual", usual);
    Draft::new(NAME_SPELT_TWO_WAYS.code, message)
        .in_source(pair.source.whole())
        .in_target(pair.target.place(range))
        .with("rare", rare)
        .with("usual", usual)
}

/// The usual spelling, the rare one, and where it stands.
fn odd_spellings(pairs: &Pairs<'_>) -> Vec<(String, String, usize, Range<usize>)> {
    let mut odd = Vec::new();
    for spellings in by_name(pairs).into_values().filter(|spellings| spellings.len() > 1) {
        let Some((usual, places)) = spellings.iter().max_by_key(|(_, places)| places.len()) else {
            continue;
        };
        for (rare, met) in
            spellings.iter().filter(|(other, met)| *other != usual && met.len() < places.len())
        {
            let meet = met.iter().any(|(index, _)| places.iter().any(|(other, _)| other == index));
            if is_variant(usual, rare)
                && !meet
                && let Some((index, range)) = met.first()
            {
                odd.push((usual.clone(), rare.clone(), *index, range.clone()));
            }
        }
    }
    odd.sort_by_key(|(.., index, range)| (*index, range.start));
    odd
}

/// The spellings in which each source name, by its lemma, is rendered.
fn by_name(pairs: &Pairs<'_>) -> BTreeMap<String, Spellings> {
    static KNOWN: Memory<Vec<Named>> = Memory::new();
    let mut names: BTreeMap<String, Spellings> = BTreeMap::new();
    for (index, pair) in pairs.all.iter().enumerate() {
        if pairs.is_settled(pair, &NONE_NAMED) {
            continue;
        }
        let (source, target) = (&pair.source.text, &pair.target.text);
        for Named { lemma, rendered } in KNOWN.of_both(source, target, || named(source, target)) {
            let spellings = names.entry(lemma).or_default();
            let own = rendered.filter(|(_, range)| !is_quoted(&target[..range.start]));
            if let Some((spelling, range)) = own {
                spellings.entry(spelling).or_default().push((index, range));
            }
        }
    }
    names
}

/// Whether an original has no name.
const NONE_NAMED: Question = Question {
    topic: Topic::SpellingOfNames,
    is_settled: |source, _| source_names(source).next().is_none(),
};

/// A name of an original.
#[derive(Debug, Clone)]
struct Named {
    lemma: String,
    /// How the translation spells it, and where.
    rendered: Option<(String, Range<usize>)>,
}

fn named(source: &str, target: &str) -> Vec<Named> {
    let named = |name: Range<usize>| {
        let text = &source[name];
        let rendered =
            rendering(text, target).filter(|word| likest(word.text, source) == Some(text));
        let lemma = morphology::lemmas(text).into_iter().next().unwrap_or_else(|| fold(text));
        Named { lemma, rendered: rendered.map(|word| (base(word.text), word.range())) }
    };
    source_names(source).map(named).collect()
}

/// The word of an English text that sounds most like a Russian name.
fn rendering<'t>(name: &str, english: &'t str) -> Option<Word<'t>> {
    let heard = capitalised(english).map(|word| (likeness(name, word.text), word));
    let best = heard.reduce(|best, other| if other.0 > best.0 { other } else { best });
    best.filter(|(likeness, _)| *likeness >= ALIKE).map(|(_, word)| word)
}

/// The name of a Russian text that sounds most like an English word.
fn likest<'s>(word: &str, russian: &'s str) -> Option<&'s str> {
    let names = capitalised(russian).map(|name| (likeness(name.text, word), name.text));
    let best = names.reduce(|best, other| if other.0 > best.0 { other } else { best });
    best.map(|(_, name)| name)
}

/// Without the possessive.
fn base(word: &str) -> String {
    word.trim_end_matches("'s").trim_end_matches("’s").trim_end_matches(['\'', '’']).to_owned()
}

/// Whether two words are one name: a letter or two differ, not at the end, where a plural or an
/// adjective would.
fn is_variant(one: &str, other: &str) -> bool {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    one != other
        && one.chars().count() >= SHORTEST
        && other.chars().count() >= SHORTEST
        && !one.starts_with(&other)
        && !other.starts_with(&one)
        && one.chars().last() == other.chars().last()
        && strsim::levenshtein(&one, &other) <= MOST_LETTERS
}
