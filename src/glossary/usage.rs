//! Where the concepts of the term base occur in a project.

use std::ops::Range;

use rayon::prelude::*;

use super::{
    concept::Concept, judge::Pair, matcher::longest, term_base::Glossary, tokens::locate,
    tokens::tokens,
};
use crate::model::{DocumentReport, Language, Place, RepoPath, State, TranslationUnit};

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

/// A translated unit that does not call a concept as it is to be called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alarm {
    /// The translation.
    pub path: RepoPath,
    /// The line that the unit begins on, from 1.
    pub line: usize,
    /// The source.
    pub source: String,
    /// The target.
    pub target: String,
}

impl Glossary {
    /// The units that would be reported if there were no other concepts than these.
    #[must_use]
    pub fn alarms(&self, documents: &[DocumentReport]) -> Vec<Alarm> {
        documents.par_iter().flat_map_iter(|report| self.alarms_in(report)).collect()
    }

    fn alarms_in(&self, report: &DocumentReport) -> Vec<Alarm> {
        let (Some(source), Some(target)) = (&report.source, &report.target) else {
            return Vec::new();
        };
        let is_translated =
            |unit: &&TranslationUnit| unit.bead.is_pair() && unit.state != State::Untranslated;
        let alarm = |unit: &TranslationUnit| {
            let texts = unit.bead.texts(source, target);
            let pair = Pair { source: &texts.0, target: &texts.1, neighbours: [("", ""); 2] };
            let is_alarm = !self.judge(pair, |_| true).is_empty();
            let span = target.span_of(&unit.bead.target);
            let line = span.map_or(0, |span| target.place(span).start.line);
            let path = target.path.clone();
            is_alarm.then_some(Alarm { path, line, source: texts.0, target: texts.1 })
        };
        report.units.iter().filter(is_translated).filter_map(alarm).collect()
    }

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
