//! Which findings belong to what a branch brings or touches.

use std::{collections::BTreeSet, io, ops::Range};

use rayon::prelude::*;

use crate::{
    formats::{self, Options},
    history::{Branch, revision::revise_documents},
    model::{Document, DocumentPair, DocumentReport, Finding, RepoPath, TranslationUnit},
    project::PathRule,
};

/// Drops the findings that do not belong to what `branch` changed: those of untouched documents,
/// and in touched ones those of segments that did not change on either side. What is found of
/// `concepts`, which the branch changed, belongs to it wherever it stands.
///
/// # Errors
/// When findings that are shelved cannot be read.
pub fn keep_touched(
    branch: &Branch,
    concepts: &BTreeSet<String>,
    (rules, options): (&[PathRule], &Options),
    documents: &mut [DocumentReport],
) -> io::Result<()> {
    documents.par_iter_mut().try_for_each(|document| {
        document.take_down()?;
        let mut kept = kept(branch, document, (rules, options)).into_iter();
        document.findings.retain(|finding| {
            kept.next().unwrap_or_default() || is_about_concept(finding, concepts)
        });
        Ok(())
    })
}

fn is_about_concept(finding: &Finding, concepts: &BTreeSet<String>) -> bool {
    let concept = finding.data.get("concept").and_then(|concept| concept.as_str());
    concept.is_some_and(|concept| concepts.contains(concept))
}

/// For each finding of a document whether it belongs to the branch.
fn kept(
    branch: &Branch,
    report: &DocumentReport,
    (rules, options): (&[PathRule], &Options),
) -> Vec<bool> {
    let pair = &report.pair;
    if lost_its_counterpart(branch, pair, rules) {
        return vec![true; report.findings.len()];
    }
    if !is_touched(branch, pair) {
        return vec![false; report.findings.len()];
    }
    let side = |document: &Option<Document>| {
        document.as_ref().map(|document| Touched::of(branch, document, options)).unwrap_or_default()
    };
    let (source, target) = (side(&report.source), side(&report.target));
    let is_touched =
        |unit: &TranslationUnit| source.has(&unit.bead.source) || target.has(&unit.bead.target);
    let units: Vec<&TranslationUnit> =
        report.units.iter().filter(|unit| is_touched(unit)).collect();
    // A finding that stands in no unit is about the document.
    let is_about = |finding: &Finding, unit: &TranslationUnit, report: &DocumentReport| {
        unit.holds(finding, report.source.as_ref(), report.target.as_ref())
    };
    let belongs = |finding: &Finding| {
        !report.units.iter().any(|unit| is_about(finding, unit, report))
            || units.iter().any(|unit| is_about(finding, unit, report))
    };
    report.findings.iter().map(belongs).collect()
}

/// Drops the findings of documents whose translations `branch` left as they were: a new or changed
/// original is news for translators, not a mistake of its author.
pub fn keep_translated(branch: &Branch, documents: &mut [DocumentReport]) {
    for document in documents {
        let pair = &document.pair;
        let (_, translation) = pair.direction().roles((&pair.source, &pair.target));
        let translation = translation.as_ref().or(pair.expected_target.as_ref());
        if !translation.is_some_and(|path| branch.changed(path)) {
            document.findings.clear();
        }
    }
}

/// Whether the branch changed a file of a pair.
#[must_use]
pub fn is_touched(branch: &Branch, pair: &DocumentPair) -> bool {
    let paths = [&pair.source, &pair.target, &pair.expected_target];
    paths.into_iter().flatten().any(|path| branch.changed(path))
}

/// Whether the branch deleted the one file that the other is the counterpart of, and left that
/// behind.
fn lost_its_counterpart(branch: &Branch, pair: &DocumentPair, rules: &[PathRule]) -> bool {
    let is_gone = |path: &RepoPath| branch.deleted().any(|gone| gone == path);
    match (&pair.source, &pair.target) {
        (Some(_), None) => pair.expected_target.as_ref().is_some_and(is_gone),
        (None, Some(target)) => rules.iter().any(|rule| {
            let shared = rule.target_shared(target);
            shared.is_some_and(|shared| is_gone(&rule.source.path(&shared)))
        }),
        _ => false,
    }
}

/// The segments of a document that a branch changed.
#[derive(Debug, Default)]
struct Touched {
    segments: BTreeSet<usize>,
    /// Segments before which something was deleted.
    gaps: BTreeSet<usize>,
}

impl Touched {
    fn of(branch: &Branch, document: &Document, options: &Options) -> Self {
        if !branch.changed(&document.path) {
            return Self::default();
        }
        let read =
            |bytes| formats::read(document.path.clone(), document.language, bytes, options).ok();
        let Some(before) = branch.before(&document.path).and_then(read) else {
            return Self { segments: (0..document.segments.len()).collect(), ..Self::default() };
        };
        let mut touched = Self::default();
        for passage in revise_documents(&before, document).passages {
            if passage.new.is_empty() {
                touched.gaps.insert(passage.new.start);
            } else if passage.same && passage.old.len() == passage.new.len() {
                let both = passage.old.zip(passage.new);
                let changed = both.filter(|(old, new)| line(&before, *old) != line(document, *new));
                touched.segments.extend(changed.map(|(_, new)| new));
            } else if !passage.same {
                touched.segments.extend(passage.new);
            }
        }
        touched
    }

    /// Whether one of these segments changed, or something between them is gone. Where there are
    /// none, it is what is gone that would belong there.
    fn has(&self, segments: &Range<usize>) -> bool {
        if segments.is_empty() {
            return self.gaps.contains(&segments.start);
        }
        self.segments.range(segments.clone()).next().is_some()
            || self
                .gaps
                .range(segments.start + 1..segments.end.max(segments.start + 1))
                .next()
                .is_some()
    }
}

/// A segment as it is written, in one line: to break lines elsewhere is to touch nothing.
fn line(document: &Document, segment: usize) -> String {
    let raw = document.segments[segment].span.of(&document.text);
    let lines = raw.lines().map(|line| line.trim_start_matches([' ', '\t', '>']).trim_end());
    lines.collect::<Vec<_>>().join(" ")
}
