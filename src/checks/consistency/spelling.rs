//! British and American spelling in one document.
//!
//! Each family of words is judged by itself: Oxford spelling has `-ize` beside `-our`.

use std::{ops::Range, sync::OnceLock};

use rustc_hash::FxHashMap;

use super::SPELLING_MIXED;
use crate::{
    checks::{
        bracketed::is_quoted,
        findings::{Draft, Findings},
        pairs::{Pair, Pairs},
    },
    model::Message,
    text::{
        settled::{Question, Topic},
        words::{Word, words},
    },
};

/// A family and the side of it that a word is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Spelling {
    family: usize,
    is_british: bool,
}

/// A word met in one of its spellings.
struct Met<'b, 'a> {
    pair: &'b Pair<'a>,
    range: Range<usize>,
    spelling: Spelling,
}

/// Whether no word of a translation is spelt in one of two ways.
const NONE_LISTED: Question =
    Question { topic: Topic::Spelling, is_settled: |_, target| listed(target).is_empty() };

pub(super) fn report(pairs: &Pairs<'_>, findings: &mut Findings<'_>) {
    let open = pairs.all.iter().filter(|pair| !pairs.is_settled(pair, &NONE_LISTED));
    let met: Vec<Met<'_, '_>> = open.flat_map(met_in).collect();
    if met.len() < 2 {
        return;
    }
    let count = |spelling: Spelling| met.iter().filter(|met| met.spelling == spelling).count();
    // Where a family has as many of both, the others tell.
    let are_british = met.iter().filter(|met| met.spelling.is_british).count();
    let is_british = 2 * are_british > met.len();
    for family in 0..families() {
        let british = count(Spelling { family, is_british: true });
        let american = count(Spelling { family, is_british: false });
        if british == 0 || american == 0 {
            continue;
        }
        let odd = Spelling {
            family,
            is_british: british < american || british == american && !is_british,
        };
        if let Some(met) = met.iter().find(|met| met.spelling == odd) {
            findings.push(draft(met));
        }
    }
}

fn draft(met: &Met<'_, '_>) -> Draft {
    let word = &met.pair.target.text[met.range.clone()];
    let id =
        if met.spelling.is_british { "spelling-mixed-british" } else { "spelling-mixed-american" };
    Draft::new(SPELLING_MIXED.code, Message::new(id).with("word", word))
        .in_source(met.pair.source.whole())
        .in_target(met.pair.target.place(&met.range))
        .with("word", word)
}

/// The listed words of a pair, unless it quotes somebody else; one with a capital may be part of a
/// name (`Labour`, `Center`).
fn met_in<'b, 'a>(pair: &'b Pair<'a>) -> impl Iterator<Item = Met<'b, 'a>> {
    let is_quotation = pair.target.beside(pair.target.span()).0.trim_start().starts_with('>');
    let listed = if is_quotation { Vec::new() } else { listed(&pair.target.text) };
    listed.into_iter().filter_map(move |(range, spelling)| {
        // What the original has as well is a name: of a colour, of a command.
        let word = &pair.target.text[range.clone()];
        let is_name = words(&pair.source.text).any(|other| other.text == word);
        let is_of_another = is_quoted(&pair.target.text[..range.start]);
        (!is_name && !is_of_another && !pair.target.is_verbatim(&range)).then_some(Met {
            pair,
            range,
            spelling,
        })
    })
}

/// The words of a text that are spelt in one of two ways.
fn listed(text: &str) -> Vec<(Range<usize>, Spelling)> {
    let spelt = |word: Word<'_>| Some((word.range(), *spellings().get(word.text)?));
    words(text).filter_map(spelt).collect()
}

fn families() -> usize {
    spellings().values().map(|spelling| spelling.family + 1).max().unwrap_or(0)
}

fn spellings() -> &'static FxHashMap<String, Spelling> {
    static SPELLINGS: OnceLock<FxHashMap<String, Spelling>> = OnceLock::new();
    SPELLINGS.get_or_init(|| {
        let mut table = FxHashMap::default();
        let mut family = 0;
        for line in include_str!("spelling.txt").lines() {
            if line.starts_with('#') {
                family += 1;
                continue;
            }
            let Some((british, american)) = line.split_once(' ') else { continue };
            for ending in ["", "s", "d", "r", "ed", "ing", "al"] {
                let add = |word: &str| match ending {
                    "ing" => format!("{}ing", word.strip_suffix('e').unwrap_or(word)),
                    _ => format!("{word}{ending}"),
                };
                table.insert(add(british), Spelling { family: family - 1, is_british: true });
                table.insert(add(american), Spelling { family: family - 1, is_british: false });
            }
        }
        // The plural of a noun that both spell alike.
        table.remove("analyses");
        table
    })
}
