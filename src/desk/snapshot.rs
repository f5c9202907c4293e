//! What the desk knows of its project, and how that is renewed.

use std::{
    path::PathBuf,
    sync::{
        Mutex, PoisonError, RwLock, RwLockReadGuard,
        atomic::{AtomicU64, Ordering},
    },
};

use tokio::sync::watch::{self, Receiver, Sender};

use crate::{
    analysis::{Analysis, Chronicle, PairJudge, analyse_with_chronicle},
    checks,
    decisions::Step,
    glossary::Glossary,
    history::Day,
    model::{Diagnostic, DocumentReport, RepoPath},
    progress::Silent,
    project::Project,
    report::pages::document_id,
    ui::{Locale, Messages},
};

/// On what terms a desk is opened.
#[derive(Debug, Clone)]
pub struct Terms {
    /// Whether decisions are refused.
    pub read_only: bool,
    /// The language of a reader who has not chosen one.
    pub locale: Locale,
    /// The documents and folders that are shown; none is all.
    pub paths: Vec<RepoPath>,
    /// What day it is, whenever that is asked.
    pub today: fn() -> Day,
}

/// A project on the desk.
#[derive(Debug)]
pub struct Desk {
    root: PathBuf,
    pub(super) terms: Terms,
    state: RwLock<State>,
    /// Counts the decisions that changed what is known before it was analysed anew.
    patches: AtomicU64,
    pub(super) done: Mutex<Vec<Step>>,
    changes: Sender<u64>,
    pub(super) languages: [(Locale, Messages); 2],
}

/// All that is known at one time.
#[derive(Debug)]
pub(super) struct State {
    pub(super) project: Project,
    pub(super) documents: Vec<DocumentReport>,
    pub(super) chronicle: Chronicle,
    pub(super) notes: Vec<Diagnostic>,
    pub(super) glossary: Glossary,
    pub(super) judge: PairJudge,
}

impl Desk {
    /// Opens the project at `project`, of which `known` is known.
    #[must_use]
    pub fn new(project: Project, known: (Analysis, Chronicle), terms: Terms) -> Self {
        let root = project.root.clone();
        Self {
            root,
            state: RwLock::new(State::of(project, known, &terms)),
            terms,
            patches: AtomicU64::new(0),
            done: Mutex::new(Vec::new()),
            changes: watch::channel(0).0,
            languages: Locale::ALL.map(|locale| (locale, Messages::new(locale))),
        }
    }

    /// What is known now.
    pub(super) fn state(&self) -> RwLockReadGuard<'_, State> {
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes what is known, until the files have been looked at anew.
    pub(super) fn patch(&self, change: impl FnOnce(&mut State)) {
        self.patches.fetch_add(1, Ordering::SeqCst);
        change(&mut self.state.write().unwrap_or_else(PoisonError::into_inner));
        self.tell();
    }

    /// Looks at all files anew; what is decided meanwhile is not forgotten. A configuration with
    /// mistakes leaves everything as it is.
    pub(super) fn renew(&self) {
        loop {
            let before = self.patches.load(Ordering::SeqCst);
            let Ok(project) = Project::open(&self.root, &checks::codes()) else { return };
            let known = analyse_with_chronicle(&project, &Silent);
            let state = State::of(project, known, &self.terms);
            let mut known = self.state.write().unwrap_or_else(PoisonError::into_inner);
            if self.patches.load(Ordering::SeqCst) == before {
                *known = state;
                break;
            }
        }
        self.tell();
    }

    fn tell(&self) {
        self.changes.send_modify(|number| *number += 1);
    }

    /// A number that grows whenever something changed.
    pub(super) fn changes(&self) -> Receiver<u64> {
        self.changes.subscribe()
    }

    /// The messages of a language.
    pub(super) fn messages(&self, locale: Locale) -> &Messages {
        let [(first, english), (_, russian)] = &self.languages;
        if locale == *first { english } else { russian }
    }
}

impl State {
    fn of(project: Project, known: (Analysis, Chronicle), terms: &Terms) -> Self {
        let (analysis, chronicle) = known;
        let notes = analysis.notes().into_iter().chain(analysis.mistakes).collect();
        let (glossary, _) = Glossary::read(&project.root, &project.config.glossary);
        let (judge, _) = PairJudge::of(&project.root, &project.config);
        let mut documents = analysis.documents;
        documents.retain(|report| !report.is_unread() && is_shown(report, &terms.paths));
        let chronicle = chronicle.only(&documents);
        Self { project, documents, chronicle, notes, glossary, judge }
    }

    /// The document of that name in addresses.
    pub(super) fn document(&self, id: &str) -> Option<usize> {
        let is_it = |report: &DocumentReport| {
            report.pair.path().is_some_and(|path| document_id(path) == id)
        };
        self.documents.iter().position(is_it)
    }
}

fn is_shown(report: &DocumentReport, paths: &[RepoPath]) -> bool {
    let pair = &report.pair;
    let sides = || [&pair.source, &pair.target, &pair.expected_target].into_iter().flatten();
    let is_below = |path: &RepoPath| sides().any(|side| side == path || side.is_below(path));
    paths.is_empty() || paths.iter().any(is_below)
}
