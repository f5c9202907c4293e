//! From files to what is known of them: every document pair read, aligned, judged.
//!
//! One definition serves `status`, `check`, `todo` and `diff`, so that they never disagree; which
//! paths are asked for only chooses what is reported, never how it is judged.

mod alignments;
mod cache;
mod idle;
mod load;
mod pairs;
mod past;
mod renames;
mod waivers;

use std::collections::BTreeMap;

pub use pairs::PairJudge;
use rayon::prelude::*;

use self::{
    alignments::align_all,
    load::{Loaded, load},
    past::Past,
    waivers::unwaived,
};
use crate::{
    breakdown::{Breakdown, guard},
    checks::{self, Findings, Levels, Pages, View},
    glossary::Glossary,
    model::{Alignment, Diagnostic, DocumentPair, DocumentReport, Message, Severity, State, Words},
    progress::Progress,
    project::{Config, Documents, Policy, Project},
    states,
    text::language::Tongue,
};

/// What is known of a project.
#[derive(Debug)]
pub struct Analysis {
    /// Every document pair, sorted by path.
    pub documents: Vec<DocumentReport>,
    /// How many files stand there in which other languages.
    pub others: BTreeMap<Tongue, usize>,
    /// What is doubtful or not known, though the answer is right as far as it goes.
    pub diagnostics: Vec<Diagnostic>,
    /// What is there and could not be looked at: the answer may lack findings because of it.
    pub incomplete: Vec<Diagnostic>,
    /// What else keeps the answer from being whole: mistakes in the term base, whose concepts were
    /// not looked for, and documents on which we broke down.
    pub mistakes: Vec<Diagnostic>,
}

/// The documents of a project as they belong together, before anything is judged.
#[derive(Debug)]
pub struct Inventory {
    /// Every document pair, sorted by path.
    pub pairs: Vec<DocumentPair>,
    /// Files in formats that are not read.
    pub unread: Vec<DocumentPair>,
    /// How many files stand there in which other languages.
    pub others: BTreeMap<Tongue, usize>,
    /// What could not be read.
    pub unreadable: Vec<Diagnostic>,
}

/// Which documents of `project` belong together.
#[must_use]
pub fn take_inventory(project: &Project) -> Inventory {
    let Documents { pairs, strays, unread, others, mut unreadable } = project.documents();
    let loaded = load_all(project, pairs, strays, &|| {});
    let pairs = loaded.into_iter().map(|loaded| {
        unreadable.extend(loaded.unreadable);
        loaded.pair
    });
    Inventory { pairs: pairs.collect(), unread, others, unreadable }
}

/// Reads the documents and joins by content what the rules leave alone.
fn load_all(
    project: &Project,
    pairs: Vec<DocumentPair>,
    strays: Vec<DocumentPair>,
    step: &(dyn Fn() + Sync),
) -> Vec<Loaded> {
    let pairs: Vec<Loaded> =
        pairs.into_par_iter().map(|pair| load(project, pair)).inspect(|_| step()).collect();
    let lacks = |side: fn(&DocumentPair) -> bool| {
        pairs.iter().map(|loaded| &loaded.pair).chain(&strays).any(side)
    };
    let may_join = lacks(|pair| pair.target.is_none()) && lacks(|pair| pair.source.is_none());
    let strays = if may_join { strays } else { Vec::new() };
    let strays = strays.into_par_iter().map(|pair| load(project, pair)).collect();
    renames::join(pairs, strays)
}

/// Reads, aligns and judges every document pair of `project`.
pub fn analyse(project: &Project, progress: &dyn Progress) -> Analysis {
    let documents = project.documents();
    let count = documents.pairs.len();
    progress.stage(Message::new("progress-reading"), count);
    let mut pairs = load_all(project, documents.pairs, documents.strays, &|| progress.step());
    // Without rules nothing tells a document from any other file.
    let unread = if project.rules.is_empty() { Vec::new() } else { documents.unread };
    pairs.extend(unread.into_iter().map(Loaded::unread));
    pairs.sort_by(|a, b| a.pair.path().cmp(&b.pair.path()));
    let (glossary, mistakes) = Glossary::read(&project.root, &project.config.glossary);
    let (alignments, past) = rayon::join(
        || align_all(project, &pairs, &glossary, progress),
        || Past::of(project, &glossary, pairs.iter().map(|loaded| &loaded.pair)),
    );
    progress.stage(Message::new("progress-judging"), count);
    let pages =
        Pages::of(pairs.iter().map(|loaded| (loaded.source.as_ref(), loaded.target.as_ref())));
    let knowledge = Knowledge { config: &project.config, glossary: &glossary, pages: &pages };
    let (mut documents_judged, broken): (Vec<_>, Vec<_>) = pairs
        .into_par_iter()
        .zip(alignments)
        .enumerate()
        .map(|(index, (loaded, alignment))| {
            judge_guarded(knowledge, &past, index, loaded, alignment)
        })
        .inspect(|_| progress.step())
        .unzip();
    let mistakes = mistakes.into_iter().chain(broken.into_iter().flatten()).collect();
    checks::run_across(&mut documents_judged);
    let gaps = past.into_gaps();
    let judged: Vec<&DocumentPair> = documents_judged.iter().map(|report| &report.pair).collect();
    let limits = idle::idle(&project.config, &judged).into_iter().chain(gaps.limits).collect();
    let incomplete = documents.unreadable.into_iter().chain(gaps.faults).collect();
    Analysis {
        documents: documents_judged,
        others: documents.others,
        diagnostics: limits,
        incomplete,
        mistakes,
    }
}

impl Analysis {
    /// All that could not be known, for reports.
    #[must_use]
    pub fn notes(&self) -> Vec<Diagnostic> {
        self.incomplete.iter().chain(&self.diagnostics).cloned().collect()
    }
}

/// What every document pair is judged by.
#[derive(Clone, Copy)]
struct Knowledge<'a> {
    config: &'a Config,
    glossary: &'a Glossary,
    pages: &'a Pages,
}

/// States and findings of one document pair, and how we broke down on it. What panicked before the
/// checks leaves nothing to say of the pair.
fn judge_guarded(
    knowledge: Knowledge<'_>,
    past: &Past,
    index: usize,
    loaded: Loaded,
    alignment: Result<Option<Alignment>, Breakdown>,
) -> (DocumentReport, Vec<Diagnostic>) {
    let pair = loaded.pair.clone();
    let earlier = loaded.broken.clone().map_or(alignment, Err);
    let judged =
        earlier.and_then(|alignment| guard(|| judge(knowledge, past, index, loaded, alignment)));
    let (report, broken) = judged.unwrap_or_else(|broken| (nothing_of(&pair), vec![broken]));
    (report, broken.iter().map(|broken| broken.about(pair.path())).collect())
}

/// What there is to say of a pair on which we broke down.
fn nothing_of(pair: &DocumentPair) -> DocumentReport {
    let (units, findings) = (Vec::new(), Vec::new());
    DocumentReport { pair: pair.clone(), source: None, target: None, units, findings }
}

/// States and findings of one document pair, and the checks that broke down on it.
fn judge(
    Knowledge { config, glossary, pages }: Knowledge<'_>,
    past: &Past,
    index: usize,
    loaded: Loaded,
    alignment: Option<Alignment>,
) -> (DocumentReport, Vec<Breakdown>) {
    let Loaded { pair, source, target, unreadable, .. } = loaded;
    let (units, stale_passages) = match (&source, &target, alignment) {
        (Some(source), Some(target), Some(alignment)) => {
            let (mut units, passages) =
                past.units((index, &pair), (source, target), alignment, config);
            states::mark_strangers(&mut units, source, target);
            (units, passages)
        }
        (None, _, _) | (_, None, _) if unreadable.is_empty() => {
            let lone = pair.direction().roles((source.as_ref(), target.as_ref())).0;
            (lone.map_or_else(Vec::new, states::all_untranslated), Vec::new())
        }
        _ => (Vec::new(), Vec::new()),
    };
    let policies = Policies::of(config, &pair);
    let levels = policies.levels(config);
    let sides = [source.as_ref(), target.as_ref()];
    let segments = sides.into_iter().flatten().map(|document| document.segments.len()).sum();
    let mut findings = Findings::new(&levels).for_segments(segments).in_direction(pair.direction());
    let view = View {
        pair: &pair,
        source: source.as_ref(),
        target: target.as_ref(),
        units: &units,
        stale_passages: &stale_passages,
        words: Words::of((source.as_ref(), target.as_ref()), &units, pair.direction()),
        minimum: policies.minimum(),
        required: policies.required(),
        glossary,
        pages,
        unreadable: &unreadable,
    };
    let broken = checks::run(&view, &mut findings);
    let findings = match (&source, &target) {
        (Some(source), Some(target)) => {
            unwaived(findings.into_sorted(), past.ledger(), &units, (source, target))
        }
        _ => findings.into_sorted(),
    };
    (DocumentReport { pair, source, target, units, findings }, broken)
}

/// The policies that cover one document; where they differ the last one wins.
struct Policies<'a>(Vec<&'a Policy>);

impl<'a> Policies<'a> {
    fn of(config: &'a Config, pair: &DocumentPair) -> Self {
        Self(config.policies.iter().filter(|policy| idle::covers(policy, pair)).collect())
    }

    fn minimum(&self) -> Option<u8> {
        self.0.iter().rev().find_map(|policy| policy.minimum)
    }

    fn required(&self) -> Option<State> {
        self.0.iter().rev().find_map(|policy| policy.required)
    }

    /// The checks' own levels, then the configuration's, then the policies'. Where less than all
    /// must be translated, what is not yet translated is no fault in itself.
    fn levels(&self, config: &Config) -> Levels {
        let mut levels = Levels::defaults();
        if self.minimum().is_some_and(|minimum| minimum < 100) {
            for code in checks::incomplete() {
                levels.set(code, Some(Severity::Info));
            }
        }
        let of_places = self.0.iter().flat_map(|policy| &policy.levels);
        config.levels.iter().chain(of_places).for_each(|setting| levels.apply(setting));
        levels
    }
}
