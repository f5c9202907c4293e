//! Candidate terms of a corpus, with the renderings that its translations give them.
//!
//! Candidates are Russian phrases of certain patterns of parts of speech ([`candidates`]), ranked by
//! their C-value (Frantzi, Ananiadou and Mima, “Automatic recognition of multi-word terms”, 2000);
//! renderings are English phrases that go with them, ranked by the log-likelihood ratio of Dunning,
//! “Accurate methods for the statistics of surprise and coincidence”, 1993 ([`renderings`]).
//! Names rendered in several ways come first, then what is rendered most steadily. Words that are
//! rendered as every dictionary has them are left out.

mod candidates;
mod renderings;

use std::cmp::Reverse;

pub(super) use candidates::Candidate;

use self::{
    candidates::candidates,
    renderings::{Phrases, Rendering},
};
use super::{concept::Status, new_concept::NewConcept, term_base::Glossary, tokens::tokens};
use crate::align::mention;

/// A phrase rarer than this is no term of a corpus.
const RAREST: usize = 3;

/// So many of the best candidates get renderings, for each that is asked for.
const LOOKED_AT: usize = 12;

/// A single word that is no name is a term only where its rendering goes with it alone: the share
/// of its segments that have the rendering, times the share of the rendering's that have the word.
const STEADY: f64 = 0.4;

/// So many renderings are proposed.
const PROPOSED: usize = 3;

/// A term that a corpus seems to have.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// The term in its dictionary form.
    pub term: String,
    /// In how many segments it occurs.
    pub count: usize,
    /// What it is rendered as, the likeliest first, with the number of segments.
    pub renderings: Vec<(String, usize)>,
    /// Whether it is a name that is rendered in several ways.
    pub is_inconsistent: bool,
}

impl Suggestion {
    /// The concept that a person would add.
    #[must_use]
    pub fn concept(&self) -> NewConcept {
        let rendering = self.renderings.first().map_or("", |(text, _)| text);
        let renderings = vec![(rendering.to_owned(), Status::Preferred)];
        NewConcept::new(None, self.term.clone(), renderings, None)
    }
}

/// The first `count` candidate terms of segment pairs (Russian, English) that the term base does
/// not have.
#[must_use]
pub fn suggest(pairs: &[(&str, &str)], known: &Glossary, count: usize) -> Vec<Suggestion> {
    let mut found = candidates(pairs, RAREST);
    found.retain(|candidate| !is_known(&candidate.term, known));
    found.sort_by(|a, b| b.c_value.total_cmp(&a.c_value).then_with(|| a.term.cmp(&b.term)));
    found.truncate(count * LOOKED_AT);
    let phrases = Phrases::of(pairs);
    let mut weighed: Vec<(f64, Suggestion)> =
        found.iter().filter_map(|candidate| weighed(candidate, &phrases)).collect();
    weighed.sort_by(|(a_weight, a), (b_weight, b)| {
        Reverse(a.is_inconsistent)
            .cmp(&Reverse(b.is_inconsistent))
            .then(b_weight.total_cmp(a_weight))
            .then_with(|| a.term.cmp(&b.term))
    });
    weighed.into_iter().take(count).map(|(_, suggestion)| suggestion).collect()
}

fn is_known(term: &str, known: &Glossary) -> bool {
    let mut words = Vec::new();
    tokens(term, &mut words);
    known.source.find(term, &words).iter().any(|found| found.words == (0..words.len()))
}

/// A candidate with its renderings, weighed by its C-value and by how steadily it is rendered.
fn weighed(candidate: &Candidate, phrases: &Phrases) -> Option<(f64, Suggestion)> {
    let renderings = phrases.renderings(&candidate.segments, candidate.words);
    let best = renderings.first()?;
    let is_inconsistent = candidate.is_name && is_split(&renderings);
    if is_everyday(candidate, best) && !is_inconsistent {
        return None;
    }
    let share = best.together as f64 / candidate.segments.len() as f64;
    if candidate.words == 1 && !candidate.is_name && share * best.precision() < STEADY {
        return None;
    }
    let weight = candidate.c_value * share * share * best.precision();
    let proposed = renderings.iter().take(PROPOSED);
    let suggestion = Suggestion {
        term: candidate.term.clone(),
        count: candidate.segments.len(),
        renderings: proposed
            .map(|rendering| (rendering.text.clone(), rendering.together))
            .collect(),
        is_inconsistent,
    };
    Some((weight, suggestion))
}

/// Whether it is a word that is no name and is rendered as every dictionary has it: no glossary
/// needs it.
fn is_everyday(candidate: &Candidate, best: &Rendering) -> bool {
    candidate.words == 1 && !candidate.is_name && mention(&candidate.term, &best.text).is_some()
}

/// Whether the two best renderings are two spellings of one name, each used more than once.
fn is_split(renderings: &[Rendering]) -> bool {
    let [first, second, ..] = renderings else { return false };
    let alike = strsim::normalized_damerau_levenshtein(
        &first.text.to_lowercase(),
        &second.text.to_lowercase(),
    );
    let contains = first.text.contains(&second.text) || second.text.contains(&first.text);
    second.together > 1 && alike >= 0.6 && !contains && first.is_capital && second.is_capital
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_steady_term_is_proposed_with_its_rendering() {
        let pairs = [
            ("Вчера началась частичная мобилизация.", "A partial mobilization began yesterday."),
            ("О частичной мобилизации говорили все.", "Everyone talked of partial mobilization."),
            (
                "Частичную мобилизацию объявили осенью.",
                "Partial mobilization was declared in autumn.",
            ),
            ("Мы говорили о погоде.", "We talked about the weather."),
            ("Осенью шли дожди.", "It rained in autumn."),
        ];
        let found = suggest(&pairs, &Glossary::default(), 5);
        assert_eq!(found[0].term, "частичная мобилизация");
        assert_eq!(found[0].renderings[0], ("partial mobilization".to_owned(), 3));
    }

    #[test]
    fn a_word_that_every_dictionary_has_is_not_proposed() {
        let pairs = [
            ("Собака лаяла у крыльца.", "The dog barked at the porch."),
            ("Собаку звали Туман.", "The dog was called Tuman."),
            ("Мы искали собаку.", "We looked for the dog."),
            ("Щёлкнул затвор.", "A boltlock clicked."),
            ("Затвор заело.", "The boltlock jammed."),
            ("Он чистил затвор.", "He cleaned the boltlock."),
        ];
        let found = suggest(&pairs, &Glossary::default(), 5);
        let terms: Vec<&str> = found.iter().map(|found| found.term.as_str()).collect();
        assert!(terms.contains(&"затвор") && !terms.contains(&"собака"), "{terms:?}");
    }

    #[test]
    fn a_name_in_two_spellings_comes_first() {
        let pairs = [
            ("Мы жили в Мценске.", "We lived in Mtsensk."),
            ("Поезд на Мценск ушёл.", "The train to Mtsensk had left."),
            ("Из Мценска писали.", "They wrote from Mzensk."),
            ("Мценск стоит на реке.", "Mzensk stands on a river."),
            ("Поезд стоял.", "The train stood still."),
        ];
        let found = suggest(&pairs, &Glossary::default(), 5);
        assert!(found[0].is_inconsistent && found[0].term == "Мценск", "{found:?}");
    }
}
