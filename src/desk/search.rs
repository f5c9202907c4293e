//! The search in all texts, through inflection in both languages.

use rayon::prelude::*;
use serde::Serialize;

use crate::{
    align::english_stem,
    glossary::Query,
    model::{DocumentReport, Language},
    report::pages::{document_id, unit_ids},
    text::{normalize::fold, words::words},
};

/// So many units are given, and one more where there are more.
const MOST: usize = 100;

/// A unit that has the words.
#[derive(Debug, Serialize)]
pub(super) struct Hit {
    document: String,
    name: String,
    unit: String,
    source: String,
    target: String,
}

/// A word that is looked for.
#[derive(Debug)]
struct Word {
    query: Query,
    /// Of an English word: a verb is found by it, too.
    stem: Option<String>,
}

impl Word {
    fn of(word: &str) -> Self {
        let query = Query::of(word);
        let stem = (query.language == Language::English).then(|| english_stem(&fold(word)));
        Self { query, stem }
    }

    fn stands_in(&self, source: &str, target: &str) -> bool {
        let Some(stem) = &self.stem else { return !self.query.find_in(source).is_empty() };
        words(target).any(|word| english_stem(&word.folded()) == *stem)
            || !self.query.find_in(target).is_empty()
    }
}

/// The units in which each of `words` stands, in some form and on either side.
pub(super) fn hits(reports: &[DocumentReport], words: &str) -> Vec<Hit> {
    let queries: Vec<Word> = words.split_whitespace().map(Word::of).collect();
    if queries.is_empty() {
        return Vec::new();
    }
    let of_documents: Vec<Vec<Hit>> =
        reports.par_iter().map(|report| hits_in(report, &queries)).collect();
    of_documents.into_iter().flatten().take(MOST + 1).collect()
}

fn hits_in(report: &DocumentReport, queries: &[Word]) -> Vec<Hit> {
    let texts = report.units.iter().map(|unit| {
        let side = |document: &Option<crate::model::Document>, segments| {
            document.as_ref().map(|document| document.prose_of(segments)).unwrap_or_default()
        };
        (side(&report.source, &unit.bead.source), side(&report.target, &unit.bead.target))
    });
    let has = |(source, target): &(String, String)| {
        queries.iter().all(|word| word.stands_in(source, target))
    };
    let found: Vec<(usize, (String, String))> =
        texts.enumerate().filter(|(_, texts)| has(texts)).collect();
    if found.is_empty() {
        return Vec::new();
    }
    let Some(path) = report.pair.path() else { return Vec::new() };
    let ids = unit_ids(report);
    let hit = |(index, (source, target)): (usize, (String, String))| {
        let unit = ids.get(index)?.clone();
        let (document, name) = (document_id(path), path.as_str().to_owned());
        Some(Hit { document, name, unit, source, target })
    };
    found.into_iter().filter_map(hit).collect()
}
