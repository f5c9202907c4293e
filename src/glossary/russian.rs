//! All forms of a Russian term.
//!
//! A term of several words inflects word by word: its main noun, what agrees with it, and nothing
//! else (`частичная мобилизация` → `частичной мобилизации`, `министерство обороны` →
//! `министерством обороны`).

use std::collections::BTreeSet;

use super::concept::{Case, SourceTerm};
use crate::{
    morphology::{Features, Form, Paradigm, PartOfSpeech, paradigms},
    text::{
        normalize::{fold, is_cyrillic},
        words::{Word, words},
    },
};

/// Where the forms of a term come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Derivation {
    /// The term base gives them.
    Given,
    /// The dictionary knows every word that inflects.
    Known,
    /// A word was guessed by its ending.
    Guessed,
    /// Nothing inflects.
    Fixed,
}

/// The forms of a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forms {
    /// Folded, sorted, the term itself among them.
    pub texts: BTreeSet<String>,
    /// Where they come from.
    pub derivation: Derivation,
}

/// Every form in which `term` is to be recognised.
#[must_use]
pub fn forms(term: &SourceTerm, case: Case) -> Forms {
    let (mut texts, derivation) = if term.forms.is_empty() {
        inflected(&term.text, case)
    } else {
        (term.forms.iter().map(|form| fold(form)).collect(), Derivation::Given)
    };
    texts.insert(fold(&term.text));
    for form in &term.not_forms {
        texts.remove(&fold(form));
    }
    Forms { texts, derivation }
}

fn inflected(term: &str, case: Case) -> (BTreeSet<String>, Derivation) {
    let mut parts: Vec<Part> = parts(term, case);
    let Some(head) = head(&parts).or_else(|| head_without_noun(&mut parts)) else {
        return (BTreeSet::new(), Derivation::Fixed);
    };
    let Some(noun) = &parts[head].noun else { return (BTreeSet::new(), Derivation::Fixed) };
    let agreeing: Vec<Option<Agreeing>> = parts
        .iter()
        .enumerate()
        .map(|(index, part)| {
            let agrees = index != head && part.agrees(&parts[head], index < head);
            agrees.then(|| part.agreeing()).flatten()
        })
        .collect();
    let known = agreeing.iter().flatten().all(|part| part.is_known) && noun.is_known;
    let forms = noun.forms();
    let animacy = forms.iter().find_map(|form| form.features.animacy);
    let mut texts = BTreeSet::new();
    for form in forms.iter().filter(|form| keeps_number(noun, form)) {
        if parts.len() == 1 {
            texts.insert(form.text.clone());
            continue;
        }
        let variants =
            parts.iter().zip(&agreeing).enumerate().map(
                |(index, (part, agreeing))| match agreeing {
                    _ if index == head => vec![form.text.clone()],
                    Some(agreeing) => agreeing.with(form, animacy),
                    None => vec![fold(part.text)],
                },
            );
        texts.extend(combine(term, &parts, &variants.collect::<Vec<_>>()));
    }
    (texts, if known { Derivation::Known } else { Derivation::Guessed })
}

/// The forms of a word that inflects with the main noun.
struct Agreeing {
    forms: Vec<Form>,
    is_adjective: bool,
    is_known: bool,
}

impl Agreeing {
    /// The forms that stand with `noun`, a form of a noun of this animacy.
    fn with(&self, noun: &Form, animacy: Option<&str>) -> Vec<String> {
        let wanted = &noun.features;
        let animacy = wanted.animacy.or(animacy);
        let fits = |form: &&Form| {
            let own = &form.features;
            let same_gender = own.gender == wanted.gender || wanted.gender.is_none();
            own.case == wanted.case
                && own.number == wanted.number
                && (!self.is_adjective
                    || ((own.gender.is_none() || same_gender)
                        && (own.animacy.is_none() || own.animacy == animacy)))
        };
        let texts: BTreeSet<&String> =
            self.forms.iter().filter(fits).map(|form| &form.text).collect();
        texts.into_iter().cloned().collect()
    }
}

/// A word of a term with what it may be.
struct Part<'a> {
    text: &'a str,
    start: usize,
    /// As a noun (or, alone, a verb) in its dictionary form.
    noun: Option<Paradigm>,
    /// As what agrees with a noun, in the nominative.
    adjective: Option<Paradigm>,
    is_preposition: bool,
}

impl<'a> Part<'a> {
    /// A word that does not inflect.
    fn fixed(word: Word<'a>) -> Self {
        let (text, start) = (word.text, word.start);
        Self { text, start, noun: None, adjective: None, is_preposition: false }
    }
}

impl Part<'_> {
    /// Whether the word inflects with the main noun: an adjective of its number and gender, or a
    /// noun in apposition before it (`город-герой`).
    fn agrees(&self, head: &Self, is_before: bool) -> bool {
        let of_head = |features: &Features| {
            let readings = head.noun.iter().flat_map(|noun| &noun.readings);
            readings.filter(|head| head.is_nominative()).any(|head| {
                features.number == head.number
                    && (features.gender.is_none()
                        || head.gender.is_none()
                        || head.number == Some("Plur")
                        || features.gender == head.gender)
            })
        };
        let agrees = |paradigm: &Paradigm| {
            paradigm.readings.iter().any(|reading| reading.is_nominative() && of_head(reading))
        };
        self.adjective.as_ref().is_some_and(agrees)
            || (is_before && self.noun.as_ref().is_some_and(agrees))
    }

    fn agreeing(&self) -> Option<Agreeing> {
        let paradigm = self.adjective.as_ref().or(self.noun.as_ref())?;
        Some(Agreeing {
            forms: paradigm.forms(),
            is_adjective: self.adjective.is_some(),
            is_known: paradigm.is_known,
        })
    }
}

/// A term in the plural means the plural: `выборы` is no `выбор`, `вооружённые силы` no force.
fn keeps_number(paradigm: &Paradigm, form: &Form) -> bool {
    let is_plural = |features: &Features| features.number == Some("Plur");
    let mut nominative = paradigm.readings.iter().filter(|reading| reading.is_nominative());
    !nominative.clone().all(is_plural) || nominative.next().is_none() || is_plural(&form.features)
}

fn parts(term: &str, case: Case) -> Vec<Part<'_>> {
    let found: Vec<Word<'_>> = words(term).collect();
    let is_alone = found.len() == 1;
    let mut parts = Vec::with_capacity(found.len());
    for word in found {
        let is_fixed = is_shortened(term, &word);
        parts.push(if is_fixed { Part::fixed(word) } else { part(word, case, is_alone) });
    }
    parts
}

/// Whether a word is one of an abbreviation with slashes or stops: `ж/д`, `с.-х.`
fn is_shortened(term: &str, word: &Word<'_>) -> bool {
    const LONGEST: usize = 3;
    let after = term[word.range().end..].chars().next();
    let before = term[..word.start].chars().next_back();
    let has_slash = before == Some('/') || after == Some('/');
    let letters = word.text.chars().count();
    letters == 1 || (has_slash && letters <= LONGEST) || (after == Some('.') && letters <= LONGEST)
}

fn part(word: Word<'_>, case: Case, is_alone: bool) -> Part<'_> {
    let has_cyrillic = word.text.chars().any(is_cyrillic);
    let all = if has_cyrillic { paradigms(word.text) } else { Vec::new() };
    let of = |kind| all.iter().filter(move |paradigm| paradigm.part_of_speech == kind);
    Part {
        text: word.text,
        start: word.start,
        noun: noun(&all, word.text, case, is_alone),
        adjective: of(PartOfSpeech::Adjective).find(|p| p.has_nominative()).cloned(),
        is_preposition: of(PartOfSpeech::Preposition).any(|paradigm| paradigm.is_known),
    }
}

/// The reading of a word as the main word of a term: a noun in the nominative; where capitals
/// count, a name before another; a verb or an adjective only where it stands alone.
fn noun(all: &[Paradigm], word: &str, case: Case, alone: bool) -> Option<Paradigm> {
    let is_name = case != Case::Any || word.chars().next().is_some_and(char::is_uppercase);
    let is_noun = |paradigm: &&Paradigm| {
        paradigm.part_of_speech == PartOfSpeech::Noun && paradigm.has_nominative()
    };
    let by_rank = |paradigm: &&Paradigm| {
        (paradigm.is_known, paradigm.is_name == is_name, (paradigm.likelihood * 1e6) as u64)
    };
    let noun = all.iter().filter(is_noun).max_by_key(by_rank);
    let other = || {
        all.iter().find(|paradigm| {
            alone
                && matches!(paradigm.part_of_speech, PartOfSpeech::Verb | PartOfSpeech::Adjective)
                && (paradigm.lemma == fold(word)
                    || (paradigm.is_participle() && paradigm.has_nominative()))
        })
    };
    match (noun, other()) {
        (Some(noun), Some(other)) if !noun.is_known && other.likelihood > noun.likelihood => {
            Some(other.clone())
        }
        (noun, other) => noun.or(other).cloned(),
    }
}

/// The main word where no noun is one: an adjective or a participle in the place of a noun, which
/// inflects as those do («уполномоченный по правам человека»).
fn head_without_noun(parts: &mut [Part<'_>]) -> Option<usize> {
    let governed = parts.iter().position(|part| part.is_preposition).unwrap_or(parts.len());
    let head = parts.iter().take(governed).position(|part| part.adjective.is_some())?;
    let part = parts.get_mut(head)?;
    part.noun = part.adjective.take();
    Some(head)
}

/// The main noun: the first noun in the nominative that no preposition governs.
fn head(parts: &[Part<'_>]) -> Option<usize> {
    let governed = parts.iter().position(|part| part.is_preposition).unwrap_or(parts.len());
    let candidates = 0..governed.max(1).min(parts.len());
    let is_noun = |&index: &usize| {
        parts[index].noun.is_some() && !parts[index].is_adjective_before(parts.get(index + 1))
    };
    candidates
        .clone()
        .find(is_noun)
        .or_else(|| candidates.clone().find(|&index| parts[index].noun.is_some()))
}

impl Part<'_> {
    /// Whether the word is rather an adjective of the noun that follows: `Дальний Восток`,
    /// `рабочий день`.
    fn is_adjective_before(&self, next: Option<&Self>) -> bool {
        next.is_some_and(|next| {
            next.noun.as_ref().is_some_and(Paradigm::has_nominative)
                && self.adjective.is_some()
                && self.agrees(next, true)
        })
    }
}

/// The term with each of its words replaced by each of its variants.
fn combine(term: &str, parts: &[Part<'_>], variants: &[Vec<String>]) -> Vec<String> {
    let mut texts = vec![String::new()];
    let mut end = 0;
    for (part, variants) in parts.iter().zip(variants) {
        let between = &term[end..part.start];
        texts = texts
            .iter()
            .flat_map(|text| variants.iter().map(move |word| format!("{text}{between}{word}")))
            .collect();
        end = part.start + part.text.len();
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    const CASES: &str = include_str!("../../tests/cases/glossary/russian-forms.txt");

    /// A line a case: the term, forms that it has, forms (after `!`) that it has not.
    #[test]
    fn forms_of_the_cases() {
        for line in CASES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (text, expected) = line.split_once(':').unwrap();
            let found = forms(&SourceTerm::plain(text.trim()), Case::Any).texts;
            for form in expected.split(',').map(str::trim) {
                match form.strip_prefix('!') {
                    Some(form) => assert!(!found.contains(&fold(form)), "{text}: {form} is none"),
                    None => {
                        assert!(found.contains(&fold(form)), "{text}: {form} is lacking: {found:?}")
                    }
                }
            }
        }
    }
}
