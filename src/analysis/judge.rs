//! One document pair aligned and judged.

use super::{
    alignments::Aligner,
    load::Loaded,
    past::{Alignments, Counts, Past, Units},
    policies::Policies,
    questions::Questions,
    waivers::unwaived,
};
use crate::{
    breakdown::{Breakdown, guard},
    checks::{self, Findings, Pages, Rewording, View},
    glossary::Glossary,
    ledger,
    model::{Diagnostic, Direction, Document, DocumentReport, TranslationUnit, Words},
    project::Config,
    states,
    text::settled::Settled,
};

/// What every document pair is judged by.
#[derive(Clone, Copy)]
pub(super) struct Judge<'a> {
    pub(super) config: &'a Config,
    pub(super) glossary: &'a Glossary,
    pub(super) pages: &'a Pages,
    pub(super) aligner: &'a Aligner,
    pub(super) past: &'a Past,
    pub(super) questions: &'a Questions,
}

/// What was found out about a document pair.
pub(super) struct Judged {
    pub(super) report: DocumentReport,
    /// What its history does not tell.
    pub(super) counts: Counts,
    /// What of it may be told together with what is found elsewhere.
    pub(super) rewordings: Vec<Rewording>,
    /// How we broke down on it.
    pub(super) broken: Vec<Diagnostic>,
}

impl Judge<'_> {
    /// States and findings of one document pair, the one at `index`, and how we broke down on it.
    /// What panicked before the checks leaves nothing to say of the pair.
    pub(super) fn judge(self, index: usize, loaded: Loaded) -> Judged {
        let pair = loaded.pair.clone();
        let judged = match loaded.broken.clone() {
            Some(broken) => Err(broken),
            None => guard(|| self.judged(index, loaded)),
        };
        let (report, counts, broken) = judged.unwrap_or_else(|broken| {
            (DocumentReport::nothing_of(pair.clone()), Counts::default(), vec![broken])
        });
        let broken = broken.iter().map(|broken| broken.about(pair.path())).collect();
        let rewordings = Rewording::among(&report.findings);
        Judged { report, counts, rewordings, broken }
    }

    fn judged(self, index: usize, loaded: Loaded) -> (DocumentReport, Counts, Vec<Breakdown>) {
        let settled = self.questions.of(&loaded.pair);
        let Units { units, passages, counts } = self.units(index, &loaded, &settled);
        let Loaded { pair, source, target, unreadable, .. } = loaded;
        let policies = Policies::of(self.config, &pair);
        let levels = policies.levels(self.config);
        let sides = [source.as_ref(), target.as_ref()];
        let segments = sides.into_iter().flatten().map(|document| document.segments.len()).sum();
        let mut findings =
            Findings::new(&levels).for_segments(segments).in_direction(pair.direction());
        let notes = ledger::attached(self.past.ledger(), &units, (sides[0], sides[1]));
        let view = View {
            settled: &settled,
            notes: &notes,
            pair: &pair,
            source: source.as_ref(),
            target: target.as_ref(),
            units: &units,
            stale_passages: &passages,
            words: Words::of((source.as_ref(), target.as_ref()), &units, pair.direction()),
            minimum: policies.minimum(),
            required: policies.required(),
            glossary: self.glossary,
            pages: self.pages,
            unreadable: &unreadable,
            leading: self.past.direction(index, &pair),
        };
        let broken = checks::run(&view, &mut findings);
        self.questions.keep(&pair, settled);
        let mut findings = findings.into_sorted();
        if pair.is_one_file() && pair.direction() == Direction::EnRu {
            // What is known by its text is not to be mended: all languages are keyed by it.
            findings.iter_mut().for_each(|finding| finding.fix = None);
        }
        if let (Some(source), Some(target)) = (&source, &target) {
            findings = unwaived(findings, self.past.ledger(), &units, (source, target));
        }
        let segments = TranslationUnit::count_originals(&units, pair.direction());
        (
            DocumentReport { pair, source, target, units, segments, findings, shelved: None },
            counts,
            broken,
        )
    }

    /// The units in their states.
    fn units(self, index: usize, loaded: &Loaded, settled: &Settled) -> Units {
        let nothing = |units| Units { units, passages: Vec::new(), counts: Counts::default() };
        let aligned = self.aligner.align(loaded);
        match (&loaded.source, &loaded.target, aligned) {
            (Some(source), Some(target), Some(aligned)) => {
                let pair = (index, &loaded.pair);
                let align_former = |source: &Document, target: &Document| {
                    self.aligner.former(&loaded.pair, (source, target), &aligned)
                };
                let alignments =
                    Alignments { now: &aligned.alignment, settled, former: &align_former };
                let mut known = self.past.units(pair, (source, target), alignments, self.config);
                states::mark_strangers(&mut known.units, (source, target), settled);
                known
            }
            (None, _, _) | (_, None, _) if loaded.unreadable.is_empty() => {
                let sides = (loaded.source.as_ref(), loaded.target.as_ref());
                let lone = loaded.pair.direction().roles(sides).0;
                nothing(lone.map_or_else(Vec::new, states::all_untranslated))
            }
            _ => nothing(Vec::new()),
        }
    }
}
