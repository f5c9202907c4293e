//! What is known of the documents from the ledger and from git, for all pairs of a project at
//! once.

use std::sync::atomic::{AtomicUsize, Ordering};

use serde::{Deserialize, Serialize};

use super::cache::{Cache, Key};
use crate::{
    align::{Evidence, align},
    glossary::Glossary,
    history::{Archive, Replay, revision::revise_documents},
    ledger::Ledger,
    model::{Alignment, Diagnostic, Direction, Document, DocumentPair, Message, TranslationUnit},
    project::{Config, Project},
    states::{self, Former, StalePassage},
};

/// The result of a replay.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Replayed {
    units: Vec<TranslationUnit>,
    passages: Vec<StalePassage>,
    /// Units of which a shallow clone does not know enough.
    cut: usize,
    /// Versions that could not be read.
    missing: usize,
}

/// The ledger and the history of a project's documents, and what of it could not be had.
pub(super) struct Past {
    evidence: Evidence,
    ledger: Ledger,
    damaged: Vec<Diagnostic>,
    archive: Option<Archive>,
    cache: Option<Cache>,
    /// Of the ledger and the term base: what every replay depends on.
    dependencies: String,
    note: Option<Message>,
    cut: AtomicUsize,
    missing: AtomicUsize,
}

impl Past {
    /// The history of `pairs`.
    pub(super) fn of<'a>(
        project: &Project,
        glossary: &Glossary,
        pairs: impl IntoIterator<Item = &'a DocumentPair>,
    ) -> Self {
        let (archive, note) = match Archive::open(&project.root, pairs) {
            Ok(archive) => (archive, None),
            Err(note) => (None, Some(note)),
        };
        let (ledger, damaged) = Ledger::read(&project.root, &project.config.ledger);
        let (cut, missing) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let evidence = Evidence::from_terms(glossary.terms());
        let entries: String = ledger.entries().iter().map(|entry| entry.to_line() + "\n").collect();
        let terms: Vec<_> = glossary.terms().collect();
        let dependencies = format!("{entries}{terms:?}");
        let dependencies = blake3::hash(dependencies.as_bytes()).to_hex().to_string();
        let cache = Cache::in_repository(&project.root, "replay");
        Self { evidence, ledger, damaged, archive, cache, dependencies, note, cut, missing }
    }

    /// What people have confirmed.
    pub(super) const fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The units of `pair`, the one at `index`, in the states that its texts and its history show, and
    /// what is stale beside them.
    pub(super) fn units(
        &self,
        (index, pair): (usize, &DocumentPair),
        documents: (&Document, &Document),
        alignment: Alignment,
        config: &Config,
    ) -> (Vec<TranslationUnit>, Vec<StalePassage>) {
        // Where the English leads, no change of the Russian makes it stale.
        let archive = self.archive.as_ref().filter(|_| pair.direction != Some(Direction::EnRu));
        let replayed = archive.and_then(|archive| {
            let key = self.key(archive.versions(index)?, documents, &alignment, config);
            let kept = self.cache.as_ref().and_then(|cache| cache.get(pair, &key));
            kept.or_else(|| {
                let replayed = self.replay(archive, index, documents, &alignment, config)?;
                self.keep(pair, &key, &replayed);
                Some(replayed)
            })
        });
        match replayed {
            Some(Replayed { units, passages, cut, missing }) => {
                self.cut.fetch_add(cut, Ordering::Relaxed);
                self.missing.fetch_add(missing, Ordering::Relaxed);
                (units, passages)
            }
            None => {
                let alignment = states::bind(alignment, documents, &self.ledger);
                let mut units = states::from_texts(alignment, documents.0, documents.1);
                states::apply_ledger(&mut units, documents, &self.ledger);
                (units, Vec::new())
            }
        }
    }

    /// Keeps a result, unless something of it could not be read: that may be there the next time.
    fn keep(&self, pair: &DocumentPair, key: &Key, replayed: &Replayed) {
        if let Some(cache) = self.cache.as_ref().filter(|_| replayed.missing == 0) {
            cache.keep(pair, key, replayed);
        }
    }

    /// All that a replay depends on.
    fn key(
        &self,
        versions: String,
        (source, target): (&Document, &Document),
        alignment: &Alignment,
        config: &Config,
    ) -> Key {
        Key::new()
            .and(&self.dependencies)
            .and(&format!("{:?}", config.segment))
            .and(&versions)
            .and(&source.text)
            .and(&target.text)
            .and(&format!("{:?}", alignment.beads))
    }

    /// What the history of a pair says of its units.
    fn replay(
        &self,
        archive: &Archive,
        index: usize,
        documents: (&Document, &Document),
        alignment: &Alignment,
        config: &Config,
    ) -> Option<Replayed> {
        archive.replay(index, documents, &config.segment, |replay| {
            let former = self.former(documents, replay);
            let carried = former.as_ref().and_then(|former| carry(former, documents.0, alignment));
            let alignment = carried.unwrap_or_else(|| alignment.clone());
            let alignment = states::bind(alignment, documents, &self.ledger);
            let mut units = states::from_texts(alignment, documents.0, documents.1);
            states::apply_ledger(&mut units, documents, &self.ledger);
            let cut = states::apply_history(&mut units, documents, replay);
            let passages = former.as_ref().map_or_else(Vec::new, |former| {
                states::stale_passages(&units, former, documents, replay)
            });
            Replayed { units, passages, cut, missing: replay.missing() }
        })
    }

    /// The original that the translation was made from, where that is another than today's.
    fn former(
        &self,
        (source, target): (&Document, &Document),
        replay: &Replay<'_>,
    ) -> Option<Former> {
        let version = replay.last_touch().filter(|&version| replay.has_original(version))?;
        let then = replay.source_document(version)?;
        if then.text == source.text {
            return None;
        }
        let alignment = align(&then, target, &self.evidence);
        Some(Former { version, source: then, alignment })
    }

    /// What could not be known, each said once.
    pub(super) fn into_diagnostics(self) -> Vec<Diagnostic> {
        let counted = |id: &'static str, count: AtomicUsize| {
            let count = count.into_inner();
            (count > 0).then(|| Message::new(id).with("count", count))
        };
        let notes =
            [self.note, counted("history-cut", self.cut), counted("history-missing", self.missing)];
        let notes = notes.into_iter().flatten().map(Diagnostic::new);
        self.damaged.into_iter().chain(notes).collect()
    }
}

/// The alignment with the former original, carried over what changed since; none where no segment
/// did.
fn carry(former: &Former, source: &Document, present: &Alignment) -> Option<Alignment> {
    let revision = revise_documents(&former.source, source);
    let is_same = revision.passages.iter().all(|passage| passage.same);
    let moved = revision.passages.windows(2).any(|two| two[0].old.start > two[1].old.start);
    if is_same && !moved { None } else { states::carry(&former.alignment, &revision, present) }
}
