//! Where the concepts of the term base occur in a project.

use std::ops::Range;

use rayon::prelude::*;

use super::{
    concept::Concept, matcher::longest, term_base::Glossary, tokens::locate, tokens::tokens,
};
use crate::model::{DocumentReport, Language, Place, TranslationUnit};

/// A term in a document.
#[derive(Debug, Clone)]
pub struct Occurrence<'a> {
    /// The concept, as an index into [`Glossary::concepts`].
    pub concept: usize,
    /// Where the term stands in the original.
    pub place: Place,
    /// The unit it stands in.
    pub unit: &'a TranslationUnit,
    /// The document pair.
    pub report: &'a DocumentReport,
}

impl Glossary {
    /// Every occurrence of a term in the originals, in the order of the documents.
    #[must_use]
    pub fn occurrences<'a>(&self, documents: &'a [DocumentReport]) -> Vec<Occurrence<'a>> {
        documents.par_iter().flat_map_iter(|report| self.occurrences_in(report)).collect()
    }

    fn occurrences_in<'a>(&self, report: &'a DocumentReport) -> Vec<Occurrence<'a>> {
        let Some(source) = &report.source else { return Vec::new() };
        let covers = |concept: &Concept| {
            let paths = report.pair.source.iter().chain(&report.pair.target);
            concept.covers(paths)
        };
        let (mut occurrences, mut words) = (Vec::new(), Vec::new());
        for unit in &report.units {
            let Some(whole) = source.span_of(&unit.bead.source) else { continue };
            let prose = source.prose_of(&unit.bead.source);
            tokens(&prose, &mut words);
            for found in longest(self.source.find(&prose, &words)) {
                if found.term.term.is_none() || !covers(self.concept_of(found.term)) {
                    continue;
                }
                let located = locate(&prose, &found.range, whole.of(&source.text));
                let span = located.map_or(whole, |range| whole.part(range));
                occurrences.push(Occurrence {
                    concept: found.term.concept as usize,
                    place: source.place(span),
                    unit,
                    report,
                });
            }
        }
        occurrences
    }

    /// The terms of one language that `text` mentions, each with its bytes and the index of its
    /// concept; where several concepts share a term, the first.
    #[must_use]
    pub fn mentions(&self, text: &str, language: Language) -> Vec<(Range<usize>, usize)> {
        if self.is_empty() {
            return Vec::new();
        }
        let mut words = Vec::new();
        tokens(text, &mut words);
        let matcher = match language {
            Language::Russian => &self.source,
            Language::English => &self.target,
        };
        let found = longest(matcher.find(text, &words)).into_iter();
        let terms = found.filter(|found| found.term.term.is_some());
        let mut mentions: Vec<(Range<usize>, usize)> =
            terms.map(|found| (found.range, found.term.concept as usize)).collect();
        mentions.dedup_by(|later, earlier| later.0 == earlier.0);
        mentions
    }
}
