//! What the desk knows of its project, and how that is renewed.

use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::{
        Mutex, PoisonError, RwLock, RwLockReadGuard,
        atomic::{AtomicU64, Ordering},
    },
};

use tokio::sync::watch::{self, Receiver, Sender};

use crate::{
    analysis::{Chronicle, Known, Looked, PairJudge, look},
    checks,
    decisions::Step,
    glossary::Glossary,
    history::Day,
    model::{Diagnostic, DocumentPair, DocumentReport, RepoPath},
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
    /// Held by whoever looks at the files anew.
    renewing: Mutex<()>,
    pub(super) done: Mutex<Vec<Step>>,
    changes: Sender<u64>,
    pub(super) languages: [(Locale, Messages); 2],
}

/// All that is known at one time.
#[derive(Debug)]
pub(super) struct State {
    pub(super) project: Project,
    pub(super) documents: Vec<DocumentReport>,
    /// Which of them have been read just now.
    is_fresh: Vec<bool>,
    pub(super) chronicle: Chronicle,
    pub(super) notes: Vec<Diagnostic>,
    pub(super) glossary: Glossary,
    pub(super) judge: PairJudge,
    /// For what the texts and units of the documents hold.
    known: Known,
}

impl Desk {
    /// Opens the project at `project`, as it was `looked` at, whole.
    #[must_use]
    pub fn new(project: Project, looked: Looked, terms: Terms) -> Self {
        let root = project.root.clone();
        Self {
            root,
            state: RwLock::new(State::of(project, looked, &terms)),
            terms,
            patches: AtomicU64::new(0),
            renewing: Mutex::new(()),
            done: Mutex::new(Vec::new()),
            changes: watch::channel(0).0,
            languages: Locale::ALL.map(|locale| (locale, Messages::new(locale))),
        }
    }

    /// What is known now.
    pub(super) fn state(&self) -> RwLockReadGuard<'_, State> {
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes what is known of a document, until the files have been looked at anew.
    pub(super) fn patch(&self, document: usize, change: impl FnOnce(&mut State)) {
        self.patches.fetch_add(1, Ordering::SeqCst);
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(report) = state.documents.get(document) {
            let pair = report.pair.clone();
            state.known.forget(&pair);
        }
        change(&mut state);
        drop(state);
        self.tell();
    }

    /// Looks at the files anew, as far as they changed; what is decided meanwhile is not forgotten.
    /// A configuration with mistakes leaves everything as it is.
    pub(super) fn renew(&self) {
        let _renewing = self.renewing.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            let before = self.patches.load(Ordering::SeqCst);
            let Ok(project) = Project::open(&self.root, &checks::codes()) else { return };
            let known = self.state().known.clone();
            let looked = look(&project, &known, &Silent);
            let mut state = State::of(project, looked, &self.terms);
            let mut held = self.state.write().unwrap_or_else(PoisonError::into_inner);
            if self.patches.load(Ordering::SeqCst) != before {
                continue;
            }
            if state.complete(&mut held) {
                *held = state;
                break;
            }
            held.known = Known::default();
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
    fn of(project: Project, looked: Looked, terms: &Terms) -> Self {
        let Looked { analysis, chronicle, fresh, known } = looked;
        let notes = analysis.notes().into_iter().chain(analysis.mistakes).collect();
        let (glossary, _) = Glossary::read(&project.root, &project.config.glossary);
        let (judge, _) = PairJudge::of(&project.root, &project.config);
        let all = analysis.documents.into_iter().zip(fresh);
        let shown = all.filter(|(report, _)| !report.is_unread() && is_shown(report, &terms.paths));
        let (documents, is_fresh): (Vec<DocumentReport>, _) = shown.unzip();
        let chronicle = chronicle.only(&documents);
        Self { project, documents, is_fresh, chronicle, notes, glossary, judge, known }
    }

    /// Takes from what is held what did not change. Gives whether that is all that was missing;
    /// where it is not, nothing was taken.
    fn complete(&mut self, held: &mut Self) -> bool {
        let places: BTreeMap<&DocumentPair, usize> =
            held.documents.iter().map(|report| &report.pair).zip(0..).collect();
        let missing = self.documents.iter().zip(&self.is_fresh);
        let missing = missing.enumerate().filter(|(_, (_, is_fresh))| !**is_fresh);
        let found: Option<Vec<(usize, usize)>> = missing
            .map(|(at, (report, _))| Some((at, places.get(&report.pair).copied()?)))
            .collect();
        let Some(found) = found else { return false };
        let mut courses = std::mem::take(&mut held.chronicle.documents);
        for (at, place) in found {
            let pair = self.documents.get_mut(at).zip(held.documents.get_mut(place));
            if let Some((report, known)) = pair {
                report.take_texts(known);
                let course = report.pair.path().and_then(|path| courses.remove_entry(path));
                self.chronicle.documents.extend(course);
            }
        }
        true
    }

    /// The document of that name in addresses, or of the name that it had before its original in
    /// the other language was translated.
    pub(super) fn document(&self, id: &str) -> Option<usize> {
        let is_it = |report: &DocumentReport| {
            let DocumentPair { source, target, .. } = &report.pair;
            [source, target].into_iter().flatten().any(|path| document_id(path) == id)
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
