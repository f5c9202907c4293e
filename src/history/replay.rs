//! The history of one document pair, replayed: when each segment of the translation was touched,
//! and what the original said at any time.

use std::{cell::RefCell, collections::HashMap, rc::Rc};

use git2::{Oid, Repository};

use super::{
    revision::{Revision, revise},
    text::VersionText,
    timeline::{Stored, Timeline},
    touch::{Touched, Touches, Touching},
};
use crate::{
    formats::Options,
    model::{Commit, Document, Language},
};

/// The blobs of two versions of the original; none is the file on disk.
type Originals = (Option<Oid>, Option<Oid>);

/// What is known of one document pair. Versions are numbered as in the timeline, parents before
/// children; one past the last is the files on disk.
pub struct Replay<'git> {
    git: &'git Repository,
    options: &'git Options,
    timeline: &'git Timeline,
    now: Rc<VersionText>,
    touches: Vec<Touches>,
    sources: RefCell<HashMap<Oid, Option<Rc<VersionText>>>>,
    revisions: RefCell<HashMap<Originals, Rc<Revision>>>,
    missing: usize,
}

impl<'git> Replay<'git> {
    /// Replays all versions of the translation up to `target`, the file on disk.
    pub(super) fn new(
        git: &'git Repository,
        options: &'git Options,
        timeline: &'git Timeline,
        source: &Document,
        target: &Document,
    ) -> Self {
        let mut replay = Self {
            git,
            options,
            timeline,
            now: Rc::new(VersionText::of(source)),
            touches: Vec::new(),
            sources: RefCell::default(),
            revisions: RefCell::default(),
            missing: 0,
        };
        replay.follow_target(&VersionText::of(target));
        replay
    }

    fn follow_target(&mut self, now: &VersionText) {
        let mut touching = Touching::default();
        let mut touched: Vec<Option<Rc<Touched>>> = Vec::new();
        for index in 0..self.timeline.versions.len() {
            let next = self.touched_at(index, &touched, &mut touching);
            touched.push(next);
        }
        let heads = known(&self.timeline.heads, &touched);
        let heads: Vec<&Touched> = heads.iter().map(Rc::as_ref).collect();
        self.touches = touching.follow(self.disk(), now, &heads).touches;
    }

    /// The touches after a version; none where there is no translation.
    fn touched_at(
        &mut self,
        index: usize,
        touched: &[Option<Rc<Touched>>],
        touching: &mut Touching,
    ) -> Option<Rc<Touched>> {
        let version = &self.timeline.versions[index];
        let stored = version.target.as_ref()?;
        let parents = known(&version.parents, touched);
        if self.has_target_of_parent(index) {
            return parents.first().cloned();
        }
        let Some(text) = self.text(stored, Language::English) else {
            // A version that cannot be read is passed over: the next one is compared with what
            // came before it.
            self.missing += 1;
            return parents.first().cloned();
        };
        let parents: Vec<&Touched> = parents.iter().map(Rc::as_ref).collect();
        Some(Rc::new(touching.follow(index, &text, &parents)))
    }

    /// Whether the version has the very translation of its only parent.
    fn has_target_of_parent(&self, version: usize) -> bool {
        let blob = |version: usize| {
            let stored = self.timeline.versions[version].target.as_ref();
            stored.map(|stored| stored.blob)
        };
        let [parent] = self.timeline.versions[version].parents.as_slice() else { return false };
        blob(*parent) == blob(version)
    }

    fn text(&self, stored: &Stored, language: Language) -> Option<VersionText> {
        let blob = self.git.find_blob(stored.blob).ok()?;
        VersionText::parse(&stored.path, language, blob.content(), self.options)
    }

    /// The number of the files on disk.
    #[must_use]
    pub fn disk(&self) -> usize {
        self.timeline.versions.len()
    }

    /// How many versions of the translation are not to be had.
    #[must_use]
    pub fn missing(&self) -> usize {
        self.missing
    }

    /// When each segment of the translation was touched.
    #[must_use]
    pub fn touches(&self) -> &[Touches] {
        &self.touches
    }

    /// The commit of a version; none for the files on disk.
    #[must_use]
    pub fn commit(&self, version: usize) -> Option<&Commit> {
        self.timeline.versions.get(version).map(|version| &version.commit)
    }

    /// The versions that `version` was made from.
    #[must_use]
    pub fn parents(&self, version: usize) -> &[usize] {
        self.timeline.versions.get(version).map_or(&self.timeline.heads, |version| &version.parents)
    }

    /// Whether older history of the version exists and is not here.
    #[must_use]
    pub fn is_cut(&self, version: usize) -> bool {
        self.timeline.versions.get(version).is_some_and(|version| version.cut)
    }

    /// What the original said in a version; none where there was none, or it cannot be read.
    #[must_use]
    pub fn source(&self, version: usize) -> Option<Rc<VersionText>> {
        let Some(version) = self.timeline.versions.get(version) else {
            return Some(self.now.clone());
        };
        let stored = version.source.as_ref()?;
        let known = self.sources.borrow().get(&stored.blob).cloned();
        known.unwrap_or_else(|| {
            let text = self.text(stored, Language::Russian).map(Rc::new);
            self.sources.borrow_mut().insert(stored.blob, text.clone());
            text
        })
    }

    /// The bytes of the original in a version.
    #[must_use]
    pub fn source_document(&self, version: usize) -> Option<Document> {
        let stored = self.timeline.versions.get(version)?.source.as_ref()?;
        let blob = self.git.find_blob(stored.blob).ok()?;
        let bytes = blob.content().to_vec();
        crate::formats::read(stored.path.clone(), Language::Russian, bytes, self.options).ok()
    }

    /// How the original changed from one version to another; none where one of them has none.
    #[must_use]
    pub fn revision(&self, from: usize, to: usize) -> Option<Rc<Revision>> {
        let between = (self.source_blob(from), self.source_blob(to));
        if let Some(known) = self.revisions.borrow().get(&between) {
            return Some(known.clone());
        }
        let (old, new) = (self.source(from)?, self.source(to)?);
        let revision = Rc::new(revise(&old.keys, &new.keys));
        self.revisions.borrow_mut().insert(between, revision.clone());
        Some(revision)
    }

    /// The blob of the original; none for the file on disk.
    fn source_blob(&self, version: usize) -> Option<Oid> {
        self.timeline.versions.get(version)?.source.as_ref().map(|stored| stored.blob)
    }
}

fn known(versions: &[usize], touched: &[Option<Rc<Touched>>]) -> Vec<Rc<Touched>> {
    versions.iter().filter_map(|&version| touched[version].clone()).collect()
}
