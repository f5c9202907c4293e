//! Whether what the source calls by a term is called by an approved rendering in the target.
//!
//! The checker is to be right about the word and modest about the sense: where the source may mean
//! something else (another lemma of the same form, a person's name, the title of a work), or the
//! rendering stands in the neighbouring segment, it does not insist.

use std::{collections::BTreeSet, ops::Range};

use super::{
    concept::{Concept, Status},
    matcher::{Match, longest},
    nearest::nearest,
    patterns::TermIndex,
    sense::{is_abbreviated, is_attribute, is_name_here, is_other_name, is_other_word, is_title},
    term_base::Glossary,
    tokens::{Token, tokens},
};

/// A source segment, its translation, and the translations next to it.
#[derive(Debug, Clone, Copy)]
pub struct Pair<'a> {
    /// The Russian.
    pub source: &'a str,
    /// The English.
    pub target: &'a str,
    /// The Russian and the English before and after.
    pub neighbours: [(&'a str, &'a str); 2],
}

/// What is wrong with a term in a segment pair.
#[derive(Debug, Clone)]
pub struct TermFault<'a> {
    /// The concept.
    pub concept: &'a Concept,
    /// What is wrong.
    pub kind: FaultKind,
    /// The source term; empty where the concept has none.
    pub term: &'a str,
    /// The form in which it stands in the source, and its bytes there.
    pub form: Option<(String, Range<usize>)>,
    /// What the target should have, the preferred rendering first.
    pub expected: Vec<&'a str>,
    /// What it has instead, and its bytes there.
    pub found: Option<(String, Range<usize>)>,
    /// Whether the neighbouring segment has an approved rendering.
    pub is_next_door: bool,
}

/// The kinds of faults.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// No approved rendering.
    Missing,
    /// A forbidden one.
    Forbidden,
    /// A deprecated one.
    Deprecated,
}

/// A place of the source with what may be meant there.
struct Occurrence {
    range: Range<usize>,
    words: Range<usize>,
    terms: Vec<TermIndex>,
}

/// The texts of a pair, cut into words, and the terms found in them.
struct Reading<'a> {
    pair: Pair<'a>,
    source_words: Vec<Token>,
    occurrences: Vec<Occurrence>,
    /// Every rendering of the target, hidden by longer ones or not.
    renderings: Vec<Match>,
    /// Those that no longer one hides.
    plain: Vec<Match>,
}

impl Glossary {
    /// The faults of the terms in `pair` of the concepts that `covers` says hold there, in the
    /// order of the source.
    pub fn judge<'a>(
        &'a self,
        pair: Pair<'_>,
        covers: impl Fn(&Concept) -> bool,
    ) -> Vec<TermFault<'a>> {
        let reading = self.read_pair(pair);
        let mut concepts: Vec<u32> = Vec::new();
        for term in reading.occurrences.iter().flat_map(|occurrence| &occurrence.terms) {
            if !concepts.contains(&term.concept) {
                concepts.push(term.concept);
            }
        }
        let holds = |index: &u32| {
            let concept = &self.concepts()[*index as usize];
            concept.severity().is_some() && covers(concept)
        };
        let faults = concepts.iter().filter(|index| holds(index)).filter_map(|index| {
            self.fault(*index, &reading).filter(|fault| !self.is_excused(fault, *index, &reading))
        });
        let everywhere = reading.plain.iter().filter(|found| {
            self.concept_of(found.term).source.is_empty() && holds(&found.term.concept)
        });
        faults.chain(everywhere.filter_map(|found| self.misuse(found, None, &reading))).collect()
    }

    /// Where terms stand in the Russian `text`, as bytes.
    #[must_use]
    pub fn terms_in(&self, text: &str) -> Vec<Range<usize>> {
        if self.is_empty() {
            return Vec::new();
        }
        let mut words = Vec::new();
        tokens(text, &mut words);
        let found = without_exceptions(self.source.find(text, &words));
        found.into_iter().map(|found| found.range).collect()
    }

    /// The approved renderings of `pair`, each once with its concept and the source term that it
    /// stands for, where there is no doubt which.
    pub fn renderings(
        &self,
        pair: Pair<'_>,
        covers: impl Fn(&Concept) -> bool,
    ) -> Vec<(&str, &str, &str)> {
        let reading = self.read_pair(pair);
        let mut used = Vec::new();
        for occurrence in &reading.occurrences {
            let [term] = occurrence.terms.as_slice() else { continue };
            let concept = self.concept_of(*term);
            let Some(source) = self.source_term(*term).filter(|_| covers(concept)) else {
                continue;
            };
            let approved = self.approved(&reading.renderings, *term);
            let mut texts: Vec<&str> = approved
                .iter()
                .filter_map(|found| self.target_term(found.term))
                .map(|term| term.text.as_str())
                .collect();
            texts.dedup();
            if let [text] = texts.as_slice() {
                used.push((concept.id.as_str(), source.text.as_str(), *text));
            }
        }
        used.dedup();
        used
    }

    fn read_pair<'a>(&self, pair: Pair<'a>) -> Reading<'a> {
        let mut source_words = Vec::new();
        tokens(pair.source, &mut source_words);
        let found = self.source.find(pair.source, &source_words);
        if found.is_empty() && !self.forbids_everywhere() {
            let (occurrences, renderings, plain) = (Vec::new(), Vec::new(), Vec::new());
            return Reading { pair, source_words, occurrences, renderings, plain };
        }
        let occurrences = occurrences(without_exceptions(found));
        let mut words = Vec::new();
        tokens(pair.target, &mut words);
        let renderings = without_exceptions(self.target.find(pair.target, &words));
        let plain = longest(renderings.clone());
        Reading { pair, source_words, occurrences, renderings, plain }
    }

    /// What is wrong with the concept `index` where the source has it; none where all is well.
    fn fault<'a>(&'a self, index: u32, reading: &Reading<'_>) -> Option<TermFault<'a>> {
        let meant: Vec<(&Occurrence, TermIndex)> = self.meant(index, reading);
        let (first, term) = *meant.first()?;
        let concept = self.concept_of(term);
        let approved = self.approved(&reading.renderings, term);
        let needed = if concept.count { meant.len() } else { 1 };
        if approved.len() >= needed {
            return None;
        }
        let wrong = |status: Status| {
            reading.plain.iter().find(|found| {
                found.term.concept == index
                    && self.target_term(found.term).is_some_and(|term| term.status == status)
                    && !self.is_approved_elsewhere(found, reading)
            })
        };
        if let Some(found) = wrong(Status::Forbidden).or_else(|| wrong(Status::Deprecated)) {
            return self.misuse(found, Some((first, term)), reading);
        }
        let expected = concept.expected(term.term.map(usize::from));
        let form = reading.pair.source[first.range.clone()].to_owned();
        let found = nearest(&expected, reading.pair.target);
        Some(TermFault {
            concept,
            kind: FaultKind::Missing,
            term: &self.source_term(term)?.text,
            form: Some((form, first.range.clone())),
            found: found.map(|range| (reading.pair.target[range.clone()].to_owned(), range)),
            is_next_door: self.is_next_door(term, reading),
            expected,
        })
    }

    /// The occurrences at which nothing says that another thing is meant.
    fn meant<'r>(&self, index: u32, reading: &'r Reading<'_>) -> Vec<(&'r Occurrence, TermIndex)> {
        let of_concept = reading.occurrences.iter().filter_map(|occurrence| {
            let term = occurrence.terms.iter().find(|term| term.concept == index)?;
            Some((occurrence, *term))
        });
        of_concept
            .filter(|(occurrence, term)| {
                let (source, words) = (reading.pair.source, &reading.source_words);
                let Some(text) = self.source_term(*term).map(|term| term.text.as_str()) else {
                    return false;
                };
                !is_name_here(text, source, words, &occurrence.words)
                    && !is_abbreviated(text, source, words, &occurrence.words)
                    && !is_attribute(text, source, words, &occurrence.words)
                    && !is_title(source, &occurrence.range)
            })
            .collect()
    }

    /// A rendering that must not be there, with the source term it stands for.
    fn misuse<'a>(
        &'a self,
        found: &Match,
        meant: Option<(&Occurrence, TermIndex)>,
        reading: &Reading<'_>,
    ) -> Option<TermFault<'a>> {
        let concept = self.concept_of(found.term);
        let kind = match self.target_term(found.term)?.status {
            Status::Forbidden => FaultKind::Forbidden,
            Status::Deprecated => FaultKind::Deprecated,
            Status::Preferred | Status::Admitted => return None,
        };
        let term = meant.and_then(|(_, term)| self.source_term(term));
        let form = meant.map(|(occurrence, _)| {
            (reading.pair.source[occurrence.range.clone()].to_owned(), occurrence.range.clone())
        });
        let text = reading.pair.target[found.range.clone()].to_owned();
        Some(TermFault {
            concept,
            kind,
            term: term.map_or("", |term| &term.text),
            form,
            expected: concept.expected(meant.and_then(|(_, term)| term.term).map(usize::from)),
            found: Some((text, found.range.clone())),
            is_next_door: false,
        })
    }

    /// The approved renderings of the source term among `renderings`.
    fn approved<'r>(&self, renderings: &'r [Match], term: TermIndex) -> Vec<&'r Match> {
        let source = self.source_term(term);
        let mut approved: Vec<&Match> = renderings
            .iter()
            .filter(|found| {
                found.term.concept == term.concept
                    && self
                        .target_term(found.term)
                        .is_some_and(|term| term.status.is_approved() && term.renders(source))
            })
            .collect();
        approved.dedup_by_key(|found| found.range.clone());
        approved
    }

    /// Whether another concept of the source asks for the very words found.
    fn is_approved_elsewhere(&self, found: &Match, reading: &Reading<'_>) -> bool {
        let in_source = |concept: u32| {
            let terms = reading.occurrences.iter().flat_map(|occurrence| &occurrence.terms);
            terms.into_iter().any(|term| term.concept == concept)
        };
        reading.renderings.iter().any(|other| {
            other.term.concept != found.term.concept
                && other.range == found.range
                && self.target_term(other.term).is_some_and(|term| term.status.is_approved())
                && in_source(other.term.concept)
        })
    }

    /// Whether the source form is another word here: one of another concept, which is rendered, or
    /// one of the lexicon, which the target has.
    fn is_excused(&self, fault: &TermFault<'_>, index: u32, reading: &Reading<'_>) -> bool {
        if fault.kind != FaultKind::Missing {
            return false;
        }
        let forms: Vec<&Occurrence> = reading
            .occurrences
            .iter()
            .filter(|occurrence| occurrence.terms.iter().any(|term| term.concept == index))
            .collect();
        let is_other_concept = |occurrence: &&Occurrence| {
            let others = occurrence.terms.iter().filter(|term| term.concept != index);
            others.into_iter().any(|term| !self.approved(&reading.renderings, *term).is_empty())
        };
        let is_other = |occurrence: &&Occurrence| {
            let form = &reading.pair.source[occurrence.range.clone()];
            is_other_concept(occurrence)
                || (occurrence.words.len() == 1
                    && (is_other_word(fault.term, form, reading.pair.target)
                        || is_other_name(fault.term, form, reading.pair.target)))
        };
        forms.iter().all(is_other)
    }

    /// Whether a neighbouring segment has the rendering, and not for a term of its own.
    fn is_next_door(&self, term: TermIndex, reading: &Reading<'_>) -> bool {
        let mut words = Vec::new();
        reading.pair.neighbours.iter().any(|(source, target)| {
            tokens(target, &mut words);
            let found = self.target.find(target, &words);
            let renderings = self.approved(&found, term).len();
            if renderings == 0 {
                return false;
            }
            tokens(source, &mut words);
            let own = longest(without_exceptions(self.source.find(source, &words)));
            let needed = own.iter().filter(|found| found.term.concept == term.concept);
            renderings > needed.map(|found| found.words.start).collect::<BTreeSet<_>>().len()
        })
    }

    fn forbids_everywhere(&self) -> bool {
        self.concepts().iter().any(|concept| concept.source.is_empty())
    }
}

/// The matches that stand in no phrase in which their concept is not meant.
fn without_exceptions(found: Vec<Match>) -> Vec<Match> {
    let (exceptions, terms): (Vec<Match>, Vec<Match>) =
        found.into_iter().partition(|found| found.term.term.is_none());
    let is_meant = |found: &Match| {
        !exceptions.iter().any(|exception| {
            exception.term.concept == found.term.concept
                && exception.words.start <= found.words.start
                && found.words.end <= exception.words.end
        })
    };
    terms.into_iter().filter(is_meant).collect()
}

/// What stands at each place: one term, or several that share a form.
fn occurrences(found: Vec<Match>) -> Vec<Occurrence> {
    let mut occurrences: Vec<Occurrence> = Vec::new();
    for found in longest(found) {
        match occurrences.last_mut() {
            Some(last) if last.words == found.words => last.terms.push(found.term),
            _ => occurrences.push(Occurrence {
                range: found.range,
                words: found.words,
                terms: vec![found.term],
            }),
        }
    }
    occurrences
}
