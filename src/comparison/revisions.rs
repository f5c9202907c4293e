//! Comparing two revisions of a project.

use std::{collections::BTreeMap, ops::Range, path::Path};

use rayon::prelude::*;

use super::{DocumentChange, Edit, SegmentChange};
use crate::{
    align::{Evidence, align},
    formats,
    history::{
        Snapshot, former_names,
        revision::{Passage, Revision, revise_documents},
    },
    model::{Bead, Diagnostic, Document, DocumentPair, Grade, Language, Message, RepoPath},
    project::Project,
    text::change::grade,
};

/// Two revisions: the old one, and the new one unless that is the files on disk.
#[derive(Debug, Clone)]
pub struct Revisions {
    old: Snapshot,
    new: Option<Snapshot>,
    /// The files that were renamed in between: their old names by their new ones.
    former: BTreeMap<RepoPath, RepoPath>,
}

impl Revisions {
    /// `REV` is that revision and the files on disk, `A..B` two revisions, `A...B` the place where
    /// A and B parted and B, as git has it; a side left out is HEAD.
    ///
    /// # Errors
    /// When there is no such revision.
    pub fn parse(project: &Project, range: &str) -> Result<Self, Message> {
        let root = &project.root;
        let or_head =
            |name: &str| if name.is_empty() { "HEAD".to_owned() } else { name.to_owned() };
        if let Some((one, other)) = range.split_once("...") {
            let (one, other) = (or_head(one), or_head(other));
            let old = Snapshot::fork(root, &one, &other)?;
            return Ok(Self::of(root, old, Some(Snapshot::open(root, &other)?)));
        }
        let (old, new) = match range.split_once("..") {
            Some((old, new)) => {
                let new = Snapshot::open(root, &or_head(new))?;
                (Snapshot::open(root, &or_head(old))?, Some(new))
            }
            None => (Snapshot::open(root, range)?, None),
        };
        Ok(Self::of(root, old, new))
    }

    fn of(root: &Path, old: Snapshot, new: Option<Snapshot>) -> Self {
        let former = former_names(root, &old, new.as_ref());
        Self { old, new, former }
    }

    /// What a file said in the old revision, under whatever name.
    fn before(&self, path: &RepoPath) -> Result<Option<Vec<u8>>, Diagnostic> {
        if path.as_str().is_empty() {
            return Ok(None);
        }
        let about = |message| Diagnostic::about(path.clone(), message);
        self.old.read(self.former.get(path).unwrap_or(path)).map_err(about)
    }

    /// What a file says in the new revision.
    fn after(&self, path: &RepoPath, project: &Project) -> Result<Option<Vec<u8>>, Diagnostic> {
        let about = |message| Diagnostic::about(path.clone(), message);
        match &self.new {
            _ if path.as_str().is_empty() => Ok(None),
            Some(snapshot) => snapshot.read(path).map_err(about),
            None => project.read_present(path),
        }
    }
}

/// What changed in `pairs` from one revision to the other, and why some could not be compared;
/// pairs without changes are left out.
#[must_use]
pub fn between(
    project: &Project,
    revisions: &Revisions,
    pairs: &[DocumentPair],
) -> (Vec<DocumentChange>, Vec<Diagnostic>) {
    let compared: Vec<_> = pairs.par_iter().map(|pair| compare(project, revisions, pair)).collect();
    let (mut changes, mut unreadable) = (Vec::new(), Vec::new());
    for compared in compared {
        match compared {
            Ok(change) => changes.extend(change),
            Err(diagnostic) => unreadable.push(diagnostic),
        }
    }
    (changes, unreadable)
}

/// A side of a document pair in both revisions; empty where it was not there.
struct Side {
    old: Document,
    new: Document,
    revision: Revision,
}

impl Side {
    fn read(
        project: &Project,
        revisions: &Revisions,
        path: Option<&RepoPath>,
        language: Language,
    ) -> Result<Self, Diagnostic> {
        let options = &project.config.segment;
        let nowhere = RepoPath::new("");
        let path = path.unwrap_or(&nowhere);
        let empty = || formats::parse(path.clone(), language, String::new(), options);
        let read = |bytes| formats::read(path.clone(), language, bytes, options);
        // What was no text then and is one now is new.
        let old = revisions.before(path)?.and_then(|bytes| read(bytes).ok()).unwrap_or_else(empty);
        let about = |message| Diagnostic::about(path.clone(), message);
        let new = revisions.after(path, project)?.map(read).transpose().map_err(about)?;
        let new = new.unwrap_or_else(empty);
        let revision = revise_documents(&old, &new);
        Ok(Self { old, new, revision })
    }

    /// How segments of the new revision changed.
    fn edit(&self, segments: &Range<usize>) -> Edit {
        let old = self.revision.touching(segments.clone()).map(|passage| passage.old.clone());
        let was: Vec<String> = old.map(|old| self.old.prose_of(&old)).collect();
        let changed = self.revision.touching(segments.clone()).any(|passage| !passage.same);
        let now = self.new.prose_of(segments);
        if changed { Edit { was: was.join(" ").trim().to_owned(), now } } else { Edit::none(now) }
    }

    fn deleted(&self) -> impl Iterator<Item = &Passage> {
        self.revision.passages.iter().filter(|passage| passage.new.is_empty())
    }
}

fn compare(
    project: &Project,
    revisions: &Revisions,
    pair: &DocumentPair,
) -> Result<Option<DocumentChange>, Diagnostic> {
    let source = Side::read(project, revisions, pair.source.as_ref(), Language::Russian)?;
    let target = Side::read(project, revisions, pair.target.as_ref(), Language::English)?;
    let is_same = |side: &Side| side.revision.passages.iter().all(|passage| passage.same);
    if is_same(&source) && is_same(&target) {
        return Ok(None);
    }
    let beads = align(&source.new, &target.new, &Evidence::default()).beads;
    let mut changes: Vec<SegmentChange> =
        beads.iter().filter_map(|bead| bead_change(bead, &source, &target)).collect();
    changes.extend(source.deleted().map(|passage| gone(&source, passage)));
    changes.extend(target.deleted().map(|passage| gone(&target, passage)));
    let (source, target) = (pair.source.clone(), pair.target.clone());
    Ok(Some(DocumentChange { source, target, changes }))
}

fn bead_change(bead: &Bead, source: &Side, target: &Side) -> Option<SegmentChange> {
    let (original, translation) = (source.edit(&bead.source), target.edit(&bead.target));
    if !original.is_change() && !translation.is_change() {
        return None;
    }
    let grades = [(&original, Language::Russian), (&translation, Language::English)];
    let grades = grades.into_iter().filter(|(edit, _)| edit.is_change());
    let place =
        |document: &Document, segments| document.span_of(segments).map(|s| document.place(s));
    Some(SegmentChange {
        grade: grades.map(|(edit, language)| edit_grade(edit, language)).max()?,
        source_place: place(&source.new, &bead.source),
        target_place: place(&target.new, &bead.target),
        source: original,
        target: translation,
        commit: None,
    })
}

fn edit_grade(edit: &Edit, language: Language) -> Grade {
    if edit.was.is_empty() || edit.now.is_empty() {
        return Grade::Extent;
    }
    grade(&edit.was, &edit.now, language)
}

/// Segments that the new revision no longer has.
fn gone(side: &Side, passage: &Passage) -> SegmentChange {
    let edit = Edit { was: side.old.prose_of(&passage.old), now: String::new() };
    let (source, target) = match side.old.language {
        Language::Russian => (edit, Edit::default()),
        Language::English => (Edit::default(), edit),
    };
    let (source_place, target_place) = (None, None);
    SegmentChange { source, target, source_place, target_place, grade: Grade::Extent, commit: None }
}
