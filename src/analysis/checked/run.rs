//! A run: what there is, what is kept of it, and what of that still holds.

use std::{
    path::PathBuf,
    sync::atomic::{AtomicUsize, Ordering},
    time::SystemTime,
};

use super::{
    super::{
        Analysis, Chronicle, collections,
        idle::idle,
        past::{Counts, Gaps, Limits},
    },
    Asked, Known,
    digest::{Digest, Hash},
    files::{self, Files},
    grounds::Grounds,
    listed::{Listed, listed},
    record,
    store::{Draft, Entry, Kept},
};
use crate::{
    checks::{self, Rewording},
    history::{Head, git_folder, head},
    model::{Diagnostic, DocumentPair, DocumentReport, Shelved},
    progress::Progress,
    project::{Documents, Project},
};

/// A run over a project in a repository.
#[derive(Debug)]
pub(super) struct Run<'a> {
    pub(super) project: &'a Project,
    git_folder: PathBuf,
    head: Option<Head>,
    /// When it began.
    pub(super) now: SystemTime,
    documents: Documents,
    pub(super) pairs: Vec<Listed>,
    pub(super) kept: Kept,
    pub(super) files: Files,
    /// Whether all files look as they did.
    looks_alike: bool,
    pub(super) grounds: Grounds,
    /// Of what is checked out, and of the pairs there are.
    pub(super) history: Hash,
    /// Which reports have their texts and units.
    pub(super) fresh: Vec<bool>,
    /// What the asker holds once it has the answer.
    pub(super) known: Known,
    /// Of the fresh reports.
    pub(super) chronicle: Chronicle,
}

impl<'a> Run<'a> {
    /// None where there is no repository, or where something could not be looked at.
    pub(super) fn of(project: &'a Project) -> Option<Self> {
        let now = SystemTime::now();
        let git_folder = git_folder(&project.root)?;
        let head = head(&project.root).ok()?;
        let mut documents = project.documents();
        if !documents.unreadable.is_empty() {
            return None;
        }
        let pairs = listed(project, &mut documents);
        let mut kept = Kept::read(&git_folder);
        let known = &kept.contents.files;
        let mut files = files::look(project, pairs.iter().flat_map(Listed::paths), known, now);
        let grounds = Grounds::of(project, known, &mut files, now)?;
        let history = history(head.as_ref(), &pairs);
        let looks_alike = files == std::mem::take(&mut kept.contents.files);
        let run = Self {
            project,
            git_folder,
            head,
            now,
            documents,
            pairs,
            kept,
            files,
            looks_alike,
            grounds,
            history,
            fresh: Vec::new(),
            known: Known::default(),
            chronicle: Chronicle::default(),
        };
        Some(run)
    }

    /// None where what is kept cannot be read after all.
    pub(super) fn check(&mut self, asked: Asked<'_>, progress: &dyn Progress) -> Option<Analysis> {
        let is_kept =
            |listed: &Listed| self.held(listed, asked).is_some() && !(asked.whole)(&listed.pair);
        let is_said =
            self.kept.contents.said.as_ref().is_some_and(|said| said.key == self.grounds.all());
        let is_same = is_said && self.has_same_history() && self.pairs.iter().all(is_kept);
        if is_same { self.unchanged(asked) } else { self.work(asked, progress) }
    }

    /// Whether what is checked out and which pairs there are is as it was.
    pub(super) fn has_same_history(&self) -> bool {
        self.history == self.kept.contents.history
    }

    /// What is kept of a pair, if it holds for its texts and settings.
    pub(super) fn entry(&self, listed: &Listed) -> Option<&Entry> {
        let entry = self.kept.contents.entries.get(&listed.name)?;
        (self.key(listed)? == entry.key).then_some(entry)
    }

    /// The same, if the asker holds the texts and units that go with it, or does not ask for them.
    pub(super) fn held(&self, listed: &Listed, asked: Asked<'_>) -> Option<&Entry> {
        let is_held =
            |entry: &&Entry| asked.held.is_none_or(|held| held.holds(&listed.name, entry));
        self.entry(listed).filter(is_held)
    }

    /// Of all that the findings of a pair depend on but history, the ledger and other pages; none
    /// where a file was not read.
    fn key(&self, listed: &Listed) -> Option<Hash> {
        let mut paths = listed.paths();
        let hashes = paths.try_fold(Vec::new(), |mut hashes, path| {
            hashes.push(self.files.get(path)?.hash);
            Some(hashes)
        });
        Some(self.key_of(listed, &hashes?))
    }

    /// The same for texts of which these are the hashes.
    pub(super) fn key_of(&self, listed: &Listed, texts: &[Hash]) -> Hash {
        let digest = Digest::new().bytes(&listed.settings);
        let digest = digest.bytes(&self.grounds.glossary);
        texts.iter().fold(digest, |digest, text| digest.bytes(text)).finish()
    }

    /// The report of a pair from what is kept.
    pub(super) fn report(
        &self,
        listed: &Listed,
        entry: &Entry,
        asked: Asked<'_>,
        room: &Room,
    ) -> Option<DocumentReport> {
        let mut report = DocumentReport::nothing_of(listed.pair.clone());
        report.segments = entry.segments;
        if entry.is_weighed || asked.held.is_some() || room.has(entry.findings.len()) {
            report.findings = record::read_findings(&self.kept.part(&entry.findings)?)?;
        } else {
            let shelved = Shelved::new(self.kept.shelf()?, entry.findings.clone());
            report.shelved = Some(Box::new(shelved));
        }
        Some(report)
    }

    /// The answer where nothing changed.
    fn unchanged(&mut self, asked: Asked<'_>) -> Option<Analysis> {
        let mut counts = Counts::default();
        let (mut rewordings, room) = (Vec::new(), Room::default());
        let known = |listed: &Listed| {
            let entry = self.entry(listed)?;
            counts += entry.counts;
            rewordings.push(entry.rewordings.clone());
            self.report(listed, entry, asked, &room)
        };
        let reports = self.pairs.iter().map(known).collect::<Option<Vec<_>>>()?;
        self.fresh = vec![false; reports.len()];
        self.known = Known::of(self.pairs.iter().map(|listed| (listed.name, self.entry(listed))));
        if !self.looks_alike {
            self.keep_again();
        }
        let said = self.kept.contents.said.take()?;
        let mut gaps = Gaps { limits: said.damaged, faults: Vec::new() };
        let is_limited = self.head.as_ref().is_some_and(|head| head.is_limited);
        let must_know = self.project.config.must_know_history;
        let led = self.kept.contents.led.clone();
        gaps.add_history(counts, Limits { is_limited, must_know, unknown: None, led });
        self.answer((reports, rewordings), gaps, said.mistakes)
    }

    /// Keeps the same for files that look otherwise.
    fn keep_again(&mut self) {
        let mut draft = self.draft();
        draft.contents.said.clone_from(&self.kept.contents.said);
        draft.contents.led.clone_from(&self.kept.contents.led);
        (draft.contents.history, draft.contents.pages) =
            (self.kept.contents.history, self.kept.contents.pages);
        draft.contents.ledger = self.kept.contents.ledger;
        for (name, entry) in &self.kept.contents.entries {
            if let Some(parts) = self.kept.parts(entry) {
                draft.add(*name, entry.clone(), parts.each_ref().map(Vec::as_slice));
            }
        }
        draft.contents.files = std::mem::take(&mut self.files);
        let _ = self.write(draft);
    }

    /// What is to be kept for the next run, before anything is known.
    pub(super) fn draft(&self) -> Draft {
        Draft::new(&self.git_folder)
    }

    /// None where what was to lie on the shelf of the draft does not.
    pub(super) fn write(&self, draft: Draft) -> Option<()> {
        draft.write(&self.git_folder)
    }

    /// The answer, once the project was looked at as a whole. None where what is shelved cannot be
    /// read.
    pub(super) fn answer(
        &mut self,
        (mut reports, rewordings): (Vec<DocumentReport>, Vec<Vec<Rewording>>),
        gaps: Gaps,
        mistakes: Vec<Diagnostic>,
    ) -> Option<Analysis> {
        checks::merge_rewordings(&mut reports, &rewordings).ok()?;
        collections::lower_in_collections(&mut reports, self.project.found_out);
        let pairs: Vec<&DocumentPair> = reports.iter().map(|report| &report.pair).collect();
        let idle = idle(&self.project.config, &pairs);
        Some(Analysis {
            documents: reports,
            others: std::mem::take(&mut self.documents.others),
            diagnostics: idle
                .into_iter()
                .chain(std::mem::take(&mut self.documents.dangling))
                .chain(gaps.limits)
                .collect(),
            incomplete: gaps.faults,
            mistakes,
        })
    }
}

/// Room for findings in memory: those that find none lie on the shelf, and are read as often as they
/// are asked for.
#[derive(Debug)]
pub(super) struct Room(AtomicUsize);

/// Bytes of findings that are held; few where we are tested, so that small projects show both ways.
const FINDINGS: usize = if cfg!(debug_assertions) { 1024 } else { 256 * 1024 };

impl Default for Room {
    fn default() -> Self {
        Self(AtomicUsize::new(FINDINGS))
    }
}

impl Room {
    /// Whether there is room for so many bytes, which are then taken.
    pub(super) fn has(&self, size: usize) -> bool {
        let take = |room: usize| room.checked_sub(size);
        self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take).is_ok()
    }
}

fn history(head: Option<&Head>, pairs: &[Listed]) -> Hash {
    let digest = match head {
        Some(Head { commit, is_limited, folder }) => {
            Digest::new().text(commit).text(folder).number(usize::from(*is_limited))
        }
        None => Digest::new(),
    };
    pairs.iter().fold(digest, |digest, listed| digest.bytes(&listed.name)).finish()
}
