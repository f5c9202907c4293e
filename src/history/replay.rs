//! The history of one document pair, replayed: when each segment of the translation was touched,
//! and what the original said at any time.

use std::{
    borrow::Cow,
    cell::RefCell,
    collections::{HashMap, HashSet},
    rc::Rc,
    sync::Arc,
};

use git2::{Oid, Repository};

use super::{
    revision::{Revision, revise},
    text::VersionText,
    timeline::{Stored, Timeline},
    touch::{Touched, Touches, Touching},
};
use crate::{
    formats::{self, Options},
    model::{Commit, Document, Language},
    text::memory::Memory,
};

/// The blobs of two versions of the original; none is the file on disk.
type Originals = (Option<Oid>, Option<Oid>);

/// What is known of one document pair. Versions are numbered as in the timeline, parents before
/// children; one past the last is the files on disk.
pub struct Replay<'git> {
    store: Store<'git>,
    now: Rc<VersionText>,
    target: Touched,
    unread: usize,
    sources: RefCell<HashMap<Oid, Option<Rc<VersionText>>>>,
    /// The original that was read last, as a document: who asks for its text asks for it next.
    last: RefCell<Option<(Oid, Cow<'git, Document>)>>,
    /// Whether each original is in its own language; the file on disk has no blob.
    languages: RefCell<HashMap<Option<Oid>, Option<bool>>>,
    revisions: RefCell<HashMap<Originals, Rc<Revision>>>,
}

/// Where versions are read from.
pub(super) struct Store<'git> {
    pub(super) git: &'git Repository,
    pub(super) options: &'git Options,
    pub(super) timeline: &'git Timeline,
    /// Of the original and of the translation.
    pub(super) languages: (Language, Language),
    /// The files on disk, where they are.
    pub(super) disk: (Option<&'git Document>, Option<&'git Document>),
    /// Objects that are not there, or are damaged.
    pub(super) missing: RefCell<HashSet<Oid>>,
}

impl<'git> Store<'git> {
    pub(super) fn text(&self, stored: &Stored, language: Language) -> Option<VersionText> {
        self.document(stored, language).as_deref().map(VersionText::of)
    }

    /// A version; none where it is not there, or its bytes are no text. One that says what the file on
    /// disk says is not read again, which most last versions are.
    fn document(&self, stored: &Stored, language: Language) -> Option<Cow<'git, Document>> {
        static KNOWN: Memory<Option<Arc<Document>>> = Memory::of_few();
        let Ok(blob) = self.git.find_blob(stored.blob) else {
            self.missing.borrow_mut().insert(stored.blob);
            return None;
        };
        let bytes = blob.content();
        let is_it = |disk: &&Document| {
            disk.language == language && formats::is_version(disk, &stored.path, bytes)
        };
        if let Some(disk) = [self.disk.0, self.disk.1].into_iter().flatten().find(is_it) {
            return Some(Cow::Borrowed(disk));
        }
        let key = format!("{} {} {language:?} {:?}", stored.blob, stored.path, self.options);
        KNOWN
            .of(&key, || {
                let (path, bytes) = (stored.path.clone(), bytes.to_vec());
                formats::read_version(path, language, bytes, self.options).ok().map(Arc::new)
            })
            .map(|document| Cow::Owned(Arc::unwrap_or_clone(document)))
    }

    /// The pieces of the translation on disk with their touches, and how many versions of it are no
    /// text.
    fn follow_target(&self, now: VersionText) -> (Touched, usize) {
        let (mut touching, mut unread) = (Touching::default(), 0);
        let mut touched: Vec<Option<Rc<Touched>>> = Vec::new();
        for version in 0..self.timeline.versions.len() {
            let next = self.touched_at(version, &touched, &mut touching, &mut unread);
            touched.push(next);
        }
        let heads = known(&self.timeline.heads, &touched);
        let heads: Vec<&Touched> = heads.iter().map(Rc::as_ref).collect();
        (touching.follow(self.timeline.versions.len(), now, &heads), unread)
    }

    /// The touches after a version; none where there is no translation. A version that cannot be
    /// read is passed over: the next one is compared with what came before it.
    fn touched_at(
        &self,
        index: usize,
        touched: &[Option<Rc<Touched>>],
        touching: &mut Touching,
        unread: &mut usize,
    ) -> Option<Rc<Touched>> {
        let version = &self.timeline.versions[index];
        let parents = known(&version.parents, touched);
        // A translation that was deleted may be restored.
        let Some(stored) = version.target.as_ref() else { return parents.first().cloned() };
        if self.has_target_of_parent(index) {
            return parents.first().cloned();
        }
        let Some(text) = self.text(stored, self.languages.1) else {
            *unread += usize::from(!self.missing.borrow().contains(&stored.blob));
            return parents.first().cloned();
        };
        let parents: Vec<&Touched> = parents.iter().map(Rc::as_ref).collect();
        Some(Rc::new(touching.follow(index, text, &parents)))
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
}

fn known(versions: &[usize], touched: &[Option<Rc<Touched>>]) -> Vec<Rc<Touched>> {
    versions.iter().filter_map(|&version| touched[version].clone()).collect()
}

impl<'git> Replay<'git> {
    /// Replays all versions of the translation up to `target`, the file on disk.
    pub(super) fn new(store: Store<'git>, source: &Document, target: &Document) -> Self {
        let (target, unread) = store.follow_target(VersionText::of(target));
        Self {
            store,
            now: Rc::new(VersionText::of(source)),
            target,
            unread,
            sources: RefCell::default(),
            last: RefCell::default(),
            languages: RefCell::default(),
            revisions: RefCell::default(),
        }
    }

    /// The number of the files on disk.
    #[must_use]
    pub fn disk(&self) -> usize {
        self.store.timeline.versions.len()
    }

    /// How many versions, of those asked for until now, are not there or are damaged.
    #[must_use]
    pub fn missing(&self) -> usize {
        self.store.missing.borrow().len()
    }

    /// How many versions of the translation were passed over because they are no text.
    #[must_use]
    pub fn passed_over(&self) -> usize {
        self.unread
    }

    /// The pieces of the original on disk.
    #[must_use]
    pub fn now(&self) -> &VersionText {
        &self.now
    }

    /// The pieces of the translation on disk, and when each was touched.
    #[must_use]
    pub fn target(&self) -> (&VersionText, &[Touches]) {
        (&self.target.text, &self.target.touches)
    }

    /// The commit of a version; none for the files on disk.
    #[must_use]
    pub fn commit(&self, version: usize) -> Option<&Commit> {
        self.store.timeline.versions.get(version).map(|version| version.commit.as_ref())
    }

    /// The versions that `version` was made from.
    #[must_use]
    pub fn parents(&self, version: usize) -> &[usize] {
        self.store
            .timeline
            .versions
            .get(version)
            .map_or(&self.store.timeline.heads, |version| &version.parents)
    }

    /// Whether older history of the version exists and is not here.
    #[must_use]
    pub fn is_cut(&self, version: usize) -> bool {
        self.store.timeline.versions.get(version).is_some_and(|version| version.cut)
    }

    /// Whether a version has an original, though it may not be to be had.
    #[must_use]
    pub fn has_source(&self, version: usize) -> bool {
        let versions = &self.store.timeline.versions;
        versions.get(version).is_none_or(|version| version.source.is_some())
    }

    /// Whether a version has an original in its own language: a copy in that of the translation is
    /// none yet. One that cannot be read may be one.
    #[must_use]
    pub fn has_original(&self, version: usize) -> bool {
        self.has_source(version)
            && !(self.is_in_its_language(version) == Some(false)
                && self.is_in_its_language(self.disk()) == Some(true))
    }

    /// Whether the original of a version that has one is in its language; asked of each once.
    fn is_in_its_language(&self, version: usize) -> Option<bool> {
        let blob = self.source_blob(version);
        if let Some(known) = self.languages.borrow().get(&blob) {
            return *known;
        }
        let found = self.source(version).map(|text| text.is_in_its_language());
        self.languages.borrow_mut().insert(blob, found);
        found
    }

    /// What the original said in a version; none where there was none, or it cannot be read.
    #[must_use]
    pub fn source(&self, version: usize) -> Option<Rc<VersionText>> {
        let Some(version) = self.store.timeline.versions.get(version) else {
            return Some(self.now.clone());
        };
        let stored = version.source.as_ref()?;
        let known = self.sources.borrow().get(&stored.blob).cloned();
        known.unwrap_or_else(|| {
            let document = self.store.document(stored, self.store.languages.0);
            let text = document.as_ref().map(|document| match document {
                Cow::Borrowed(_) => self.now.clone(),
                Cow::Owned(document) => Rc::new(VersionText::of(document)),
            });
            self.sources.borrow_mut().insert(stored.blob, text.clone());
            *self.last.borrow_mut() = document.map(|document| (stored.blob, document));
            text
        })
    }

    /// The version that last touched any part of the translation.
    #[must_use]
    pub fn last_touch(&self) -> Option<usize> {
        let real = self.target.touches.iter().filter_map(|touches| touches.first());
        real.map(|touch| self.joining(touch.version)).max()
    }

    /// The version of this very document in which the text of another one came into it.
    fn joining(&self, version: usize) -> usize {
        let joined = self.store.timeline.versions.get(version).and_then(|version| version.joined);
        joined.map_or(version, |joined| self.joining(joined))
    }

    /// Whether a version has another translation than the one it was made from.
    #[must_use]
    pub fn renews_target(&self, version: usize) -> bool {
        version < self.disk() && !self.store.has_target_of_parent(version)
    }

    /// The original in a version; none where it says what the file on disk says, or cannot be read.
    #[must_use]
    pub fn source_document(&self, version: usize) -> Option<Document> {
        let stored = self.store.timeline.versions.get(version)?.source.as_ref()?;
        let is_it = |(blob, document): &(Oid, Cow<'_, Document>)| {
            *blob == stored.blob && document.path == stored.path
        };
        let last = self.last.borrow_mut().take().filter(is_it).map(|(_, document)| document);
        let found = last.or_else(|| self.store.document(stored, self.store.languages.0));
        match found? {
            Cow::Borrowed(_) => None,
            Cow::Owned(document) => Some(document),
        }
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
        self.store.timeline.versions.get(version)?.source.as_ref().map(|stored| stored.blob)
    }
}
