//! The concepts of a project, ready to be looked for in both languages.

use std::{collections::BTreeMap, path::Path};

use rayon::prelude::*;

use super::{
    concept::{Case, Concept, SourceTerm, TargetTerm},
    english,
    matcher::Matcher,
    patterns::{Capitals, Patterns, TermIndex},
    query::Query,
    read::read,
    russian,
};
use crate::{
    disk::{self, Walked, walked},
    model::{Diagnostic, Message, Position, RepoPath},
};

/// The file for new concepts that name no other.
pub const USUAL_FILE: &str = "terms.toml";

/// Concepts whose forms are made at a time.
const CHUNK: usize = 256;

/// The term base: concepts and the patterns of all forms of their terms.
#[derive(Debug, Default)]
pub struct Glossary {
    concepts: Vec<Concept>,
    pub(super) source: Matcher,
    pub(super) target: Matcher,
}

impl Glossary {
    /// Reads every `.toml` file below `folder` of the project at `root`; none is an empty term
    /// base. What is wrong costs only the concept it stands in, and is reported.
    #[must_use]
    pub fn read(root: &Path, folder: &RepoPath) -> (Self, Vec<Diagnostic>) {
        let Walked { files, unreadable } = walked(root, folder, "toml", false);
        let read: Vec<(Vec<Concept>, Vec<Diagnostic>)> =
            files.into_par_iter().map(|path| read_file(root, &path)).collect();
        let (concepts, diagnostics): (Vec<_>, Vec<_>) = read.into_iter().unzip();
        let mut diagnostics: Vec<Diagnostic> =
            unreadable.into_iter().chain(diagnostics.into_iter().flatten()).collect();
        let concepts = unique(concepts.into_iter().flatten().collect(), &mut diagnostics);
        (Self::of(concepts), diagnostics)
    }

    /// The concepts of the term file `path`, whose text is `text`, as far as they can be read.
    #[must_use]
    pub fn concepts_in(path: &RepoPath, text: &str) -> Vec<Concept> {
        read(path, text, &mut Vec::new())
    }

    /// The term base of these concepts.
    #[must_use]
    pub fn of(concepts: Vec<Concept>) -> Self {
        let patterns = |add: fn(&mut Patterns, u32, &Concept)| -> Vec<Patterns> {
            let chunks = concepts.par_chunks(CHUNK).enumerate();
            let of = |(chunk, concepts): (usize, &[Concept])| {
                let mut patterns = Patterns::default();
                for (index, concept) in concepts.iter().enumerate() {
                    add(&mut patterns, (chunk * CHUNK + index) as u32, concept);
                }
                patterns
            };
            chunks.map(of).collect()
        };
        let (source, target) = rayon::join(
            || Matcher::new(patterns(add_source)),
            || Matcher::new(patterns(add_target)),
        );
        Self { concepts, source, target }
    }

    /// Whether there is no concept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.concepts.is_empty()
    }

    /// All concepts, in the order of files and lines.
    #[must_use]
    pub fn concepts(&self) -> &[Concept] {
        &self.concepts
    }

    /// Every Russian term with each approved rendering of it.
    pub fn terms(&self) -> impl Iterator<Item = (&str, &str)> {
        self.concepts.iter().flat_map(|concept| {
            concept.source.iter().enumerate().flat_map(|(index, term)| {
                let renderings = concept.expected(Some(index));
                renderings.into_iter().map(|rendering| (term.text.as_str(), rendering))
            })
        })
    }

    /// The concept of a name.
    #[must_use]
    pub fn concept(&self, id: &str) -> Option<&Concept> {
        self.concepts.iter().find(|concept| concept.id == id)
    }

    /// Whether a term or a rendering of `concept` has the words of `query`.
    #[must_use]
    pub fn has(concept: &Concept, query: &Query) -> bool {
        let is_whole = |text: &String| {
            query.find_in(text).into_iter().any(|range| range.len() == text.trim().len())
        };
        concept.source.iter().map(|term| &term.text).any(is_whole)
            || concept.target.iter().map(|term| &term.text).any(is_whole)
    }

    pub(super) fn concept_of(&self, index: TermIndex) -> &Concept {
        &self.concepts[index.concept as usize]
    }

    pub(super) fn source_term(&self, index: TermIndex) -> Option<&SourceTerm> {
        self.concept_of(index).source.get(usize::from(index.term?))
    }

    pub(super) fn target_term(&self, index: TermIndex) -> Option<&TargetTerm> {
        self.concept_of(index).target.get(usize::from(index.term?))
    }
}

fn read_file(root: &Path, path: &RepoPath) -> (Vec<Concept>, Vec<Diagnostic>) {
    let bytes = match disk::read(root, path, disk::LARGEST) {
        Ok(bytes) => bytes,
        Err(refusal) => return (Vec::new(), vec![refusal.about(path)]),
    };
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let detail = error.utf8_error().to_string();
            let message = Message::new("term-base-unreadable").with("detail", detail);
            return (Vec::new(), vec![Diagnostic::about(path.clone(), message)]);
        }
    };
    let mut problems = Vec::new();
    let concepts = read(path, &text, &mut problems);
    (concepts, Diagnostic::in_text(path, &text, problems))
}

/// The first concept of each name; the others are reported.
fn unique(concepts: Vec<Concept>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Concept> {
    let mut places: BTreeMap<String, (RepoPath, Position)> = BTreeMap::new();
    let mut kept = Vec::with_capacity(concepts.len());
    for concept in concepts {
        if let Some((path, position)) = places.get(&concept.id) {
            let message = Message::new("term-base-duplicate")
                .with("concept", concept.id.clone())
                .with("path", path.as_str().to_owned())
                .with("line", position.line);
            let (path, position) = concept.place;
            diagnostics.push(Diagnostic { path: Some(path), position: Some(position), message });
            continue;
        }
        places.insert(concept.id.clone(), concept.place.clone());
        kept.push(concept);
    }
    kept
}

fn add_source(patterns: &mut Patterns, index: u32, concept: &Concept) {
    for (number, term) in concept.source.iter().enumerate() {
        let capitals = source_capitals(&term.text, concept.case);
        let index = TermIndex { concept: index, term: Some(number as u16) };
        for form in &russian::forms(term, concept.case).texts {
            patterns.push(form, capitals.clone(), index);
        }
    }
    let index = TermIndex { concept: index, term: None };
    for phrase in &concept.unless {
        for form in &russian::forms(&SourceTerm::plain(phrase), Case::Any).texts {
            patterns.push(form, Capitals::Any, index);
        }
    }
}

fn source_capitals(term: &str, case: Case) -> Capitals {
    let first = term.chars().find(|c| c.is_alphanumeric());
    match case {
        Case::Exact => Capitals::exact(term),
        Case::Initial if first.is_some_and(char::is_uppercase) => Capitals::Initial,
        _ if is_abbreviation(term) => Capitals::Abbreviation,
        _ => Capitals::Any,
    }
}

fn add_target(patterns: &mut Patterns, index: u32, concept: &Concept) {
    let is_verb = !concept.source.is_empty() && concept.source.iter().all(SourceTerm::is_verb);
    for (number, term) in concept.target.iter().enumerate() {
        let index = TermIndex { concept: index, term: Some(number as u16) };
        for text in std::iter::once(&term.text).chain(&term.variants) {
            let capitals = target_capitals(text, concept);
            for form in english::forms(text, is_verb) {
                patterns.push(&form, form_capitals(&capitals, &form), index);
            }
        }
    }
    let index = TermIndex { concept: index, term: None };
    for phrase in concept.target.iter().flat_map(|term| &term.except) {
        for form in english::forms(phrase, false) {
            patterns.push(&form, Capitals::Any, index);
        }
    }
}

/// The capitals of a form of a rendering, given those of the rendering.
fn form_capitals(of_text: &Capitals, form: &str) -> Capitals {
    match of_text {
        Capitals::Exact(_) => Capitals::exact(form),
        other => other.clone(),
    }
}

/// Abbreviations (`US` is not `us`) and renderings of one concept that differ in capitals alone
/// (`COVID-19`, `Covid-19`) are told apart by all their letters. Capitals tell a name from a common
/// noun only where it is a single word (`Turkey`).
fn target_capitals(text: &str, concept: &Concept) -> Capitals {
    let mut all =
        concept.target.iter().flat_map(|term| std::iter::once(&term.text).chain(&term.variants));
    let lower = text.to_lowercase();
    let mut has_twin = || all.any(|other| other != text && other.to_lowercase() == lower);
    let first = text.chars().find(|c| c.is_alphanumeric());
    match concept.case {
        Case::Exact => Capitals::exact(text),
        _ if text.split([' ', '-']).any(is_abbreviation) || has_twin() => Capitals::exact(text),
        Case::Initial if first.is_some_and(char::is_uppercase) && !text.contains(' ') => {
            Capitals::Initial
        }
        _ => Capitals::Any,
    }
}

/// Whether a word is an abbreviation of two or more capitals: `US`, `U.S.`, `ИИ`.
fn is_abbreviation(word: &str) -> bool {
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    letters.len() > 1 && letters.iter().all(|c| c.is_uppercase()) && !word.contains(' ')
}
