//! From files to what is known of them: every document pair read, aligned, judged.
//!
//! One definition serves `status`, `check`, `todo` and `diff`, so that they never disagree; which
//! paths are asked for only chooses what is reported, never how it is judged.

mod alignments;
mod cache;
mod checked;
mod chronicle;
mod collections;
mod contents;
mod idle;
mod judge;
mod load;
mod numbered;
mod pairs;
mod past;
mod policies;
mod questions;
mod renames;
mod waivers;
mod watched;

use std::collections::BTreeMap;

pub use checked::{Asked, Known, Looked, check, look};
pub use chronicle::{Chronicle, DocumentCourse};
pub use pairs::PairJudge;
use rayon::prelude::*;
pub use watched::{Look, PAUSE, Watched};

use self::{
    alignments::Aligner,
    judge::{Judge, Judged},
    load::{Loaded, load},
    past::{Counts, Past},
    questions::Questions,
};
use crate::{
    checks::{self, Pages},
    glossary::Glossary,
    model::{Diagnostic, DocumentPair, DocumentReport, Message},
    progress::Progress,
    project::{Documents, Project},
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
    let Documents { pairs, strays, unread, others, mut unreadable, .. } = project.documents();
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
    let pairs = numbered::split(project, pairs);
    let strays = if may_join(pairs.iter().chain(&strays)) { strays } else { Vec::new() };
    let pairs = pairs.into_par_iter().map(|pair| load(project, pair)).inspect(|_| step());
    let strays = strays.into_par_iter().map(|pair| load(project, pair));
    renames::join(pairs.collect(), strays.collect())
}

/// The same, but reads only documents that may be joined to others.
fn load_lone(
    project: &Project,
    pairs: Vec<DocumentPair>,
    strays: Vec<DocumentPair>,
) -> Vec<Loaded> {
    let pairs = numbered::split(project, pairs);
    let may_join = may_join(pairs.iter().chain(&strays));
    let strays = if may_join { strays } else { Vec::new() };
    let look = |pair: DocumentPair| {
        let is_lone = pair.source.is_none() || pair.target.is_none();
        if may_join && (is_lone || contents::may_list(&pair)) {
            load(project, pair)
        } else {
            Loaded::unread(pair)
        }
    };
    let pairs = pairs.into_par_iter().map(look);
    let strays = strays.into_par_iter().map(|pair| load(project, pair));
    renames::join(pairs.collect(), strays.collect())
}

/// Whether there are originals without translations and translations without originals.
fn may_join<'a>(pairs: impl Iterator<Item = &'a DocumentPair> + Clone) -> bool {
    pairs.clone().any(|pair| pair.target.is_none())
        && pairs.clone().any(|pair| pair.source.is_none())
}

/// Reads, aligns and judges every document pair of `project`.
pub fn analyse(project: &Project, progress: &dyn Progress) -> Analysis {
    analyse_and(project, progress, |_, _| ()).0
}

/// The same, and how the documents came to be what they are.
pub fn analyse_with_chronicle(project: &Project, progress: &dyn Progress) -> (Analysis, Chronicle) {
    analyse_and(project, progress, |past, reports| past.chronicle(reports, &project.config))
}

/// Analyses, and gives what `look` makes of the history of the documents.
fn analyse_and<Found>(
    project: &Project,
    progress: &dyn Progress,
    look: impl FnOnce(&Past, &[DocumentReport]) -> Found,
) -> (Analysis, Found) {
    let documents = project.documents();
    let count = documents.pairs.len();
    progress.stage(Message::new("progress-reading"), count);
    let mut pairs = load_all(project, documents.pairs, documents.strays, &|| progress.step());
    // Without rules nothing tells a document from any other file.
    let unread = if project.rules.is_empty() { Vec::new() } else { documents.unread };
    pairs.extend(unread.into_iter().map(Loaded::unread));
    pairs.sort_by(|a, b| a.pair.path().cmp(&b.pair.path()));
    let (glossary, mistakes) = Glossary::read(&project.root, &project.config.glossary);
    let aligner = Aligner::new(project, &glossary);
    let past = Past::of(project, &glossary, pairs.iter().map(|loaded| &loaded.pair), |_| true);
    progress.stage(Message::new("progress-judging"), count);
    let pages =
        Pages::of(pairs.iter().map(|loaded| (loaded.source.as_ref(), loaded.target.as_ref())));
    let (config, glossary) = (&project.config, &glossary);
    let questions = Questions::new(project);
    let judge = Judge {
        config,
        glossary,
        pages: &pages,
        aligner: &aligner,
        past: &past,
        questions: &questions,
    };
    let judged: Vec<Judged> = pairs
        .into_par_iter()
        .enumerate()
        .map(|(index, loaded)| judge.judge(index, loaded))
        .inspect(|_| progress.step())
        .collect();
    let (mut counts, mut mistakes) = (Counts::default(), mistakes);
    let (mut reports, mut rewordings) = (Vec::new(), Vec::new());
    for judged in judged {
        counts += judged.counts;
        mistakes.extend(judged.broken);
        rewordings.push(judged.rewordings);
        reports.push(judged.report);
    }
    // Nothing is shelved here, so that all can be read.
    let _ = checks::merge_rewordings(&mut reports, &rewordings);
    collections::lower_in_collections(&mut reports, project.found_out);
    let found = look(&past, &reports);
    let gaps = past.into_gaps(counts);
    let judged: Vec<&DocumentPair> = reports.iter().map(|report| &report.pair).collect();
    let idle = idle::idle(&project.config, &judged);
    let limits = idle.into_iter().chain(documents.dangling).chain(gaps.limits).collect();
    let incomplete = documents.unreadable.into_iter().chain(gaps.faults).collect();
    let analysis = Analysis {
        documents: reports,
        others: documents.others,
        diagnostics: limits,
        incomplete,
        mistakes,
    };
    (analysis, found)
}

impl Analysis {
    /// All that could not be known, for reports.
    #[must_use]
    pub fn notes(&self) -> Vec<Diagnostic> {
        self.incomplete.iter().chain(&self.diagnostics).cloned().collect()
    }
}
