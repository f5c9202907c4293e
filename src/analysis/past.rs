//! What is known of the documents from the ledger and from git, for all pairs of a project at
//! once.

use std::sync::atomic::{AtomicUsize, Ordering};

use serde::{Deserialize, Serialize};

use super::cache::{Cache, Key};
use crate::{
    align::{Evidence, align},
    breakdown::{Breakdown, guard},
    glossary::Glossary,
    history::{Archive, Replay, Unknown, revision::revise_documents},
    ledger::{Ledger, LedgerRead},
    model::{
        Alignment, Diagnostic, Direction, Document, DocumentPair, Language, Message, RepoPath,
        State, TranslationUnit,
    },
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
    /// Versions that are not there or are damaged.
    missing: usize,
    /// Versions that are no text.
    passed_over: usize,
}

/// The ledger and the history of a project's documents, and what of it could not be had.
pub(super) struct Past {
    evidence: Evidence,
    ledger: LedgerRead,
    archive: Option<Archive>,
    cache: Option<Cache>,
    /// Of the ledger and the term base: what every replay depends on.
    dependencies: String,
    unknown: Option<Unknown>,
    /// The pairs in which history says that the English leads: how many, and the first of them.
    led: (usize, Option<RepoPath>),
    /// Whether a shallow clone and a missing repository are faults here.
    must_know: bool,
    /// Segments about which only history could tell, where there is none.
    unjudged: AtomicUsize,
    cut: AtomicUsize,
    missing: AtomicUsize,
    /// Segments that were compared without the versions that are missing.
    doubtful: AtomicUsize,
    passed_over: AtomicUsize,
}

impl Past {
    /// The history of `pairs`.
    pub(super) fn of<'a>(
        project: &Project,
        glossary: &Glossary,
        pairs: impl IntoIterator<Item = &'a DocumentPair>,
    ) -> Self {
        let pairs: Vec<&DocumentPair> = pairs.into_iter().collect();
        let opened = guard(|| Archive::open(&project.root, pairs.iter().copied()));
        let broken =
            |broken: Breakdown| Err(Unknown::Unreadable(broken.message("breakdown-of-history")));
        let (archive, unknown) = match opened.unwrap_or_else(broken) {
            Ok(archive) => (archive, None),
            Err(unknown) => (None, Some(unknown)),
        };
        let ledger = Ledger::read(&project.root, &project.config.ledger);
        let evidence = Evidence::from_terms(glossary.terms());
        let entries = ledger.ledger.entries().iter();
        let entries: String = entries.map(|entry| entry.to_line() + "\n").collect();
        let terms: Vec<_> = glossary.terms().collect();
        let dependencies = format!("{entries}{terms:?}");
        let led = archive.as_ref().map_or((0, None), |archive| led_by_english(archive, &pairs));
        Self {
            evidence,
            ledger,
            archive,
            cache: Cache::in_repository(&project.root, "replay"),
            dependencies: blake3::hash(dependencies.as_bytes()).to_hex().to_string(),
            unknown,
            led,
            must_know: project.config.must_know_history,
            unjudged: AtomicUsize::new(0),
            cut: AtomicUsize::new(0),
            missing: AtomicUsize::new(0),
            doubtful: AtomicUsize::new(0),
            passed_over: AtomicUsize::new(0),
        }
    }

    /// What people have confirmed.
    pub(super) const fn ledger(&self) -> &Ledger {
        &self.ledger.ledger
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
        let replayed = self.archive.as_ref().and_then(|archive| {
            let versions = format!("{:?}{}", pair.direction, archive.versions(index)?);
            let key = self.key(versions, documents, &alignment, config);
            let kept = self.cache.as_ref().and_then(|cache| cache.get(pair, &key));
            kept.or_else(|| {
                let replayed =
                    self.replay(archive, (index, pair), documents, &alignment, config)?;
                self.keep(pair, &key, &replayed);
                Some(replayed)
            })
        });
        match replayed {
            Some(replayed) => {
                self.count(&replayed);
                (replayed.units, replayed.passages)
            }
            None => {
                let units = self.by_texts(alignment, documents, pair.direction());
                self.unjudged.fetch_add(unconfirmed(&units), Ordering::Relaxed);
                (units, Vec::new())
            }
        }
    }

    /// The units in the states that texts and ledger show.
    fn by_texts(
        &self,
        alignment: Alignment,
        documents: (&Document, &Document),
        direction: Direction,
    ) -> Vec<TranslationUnit> {
        let alignment = states::bind(alignment, documents, self.ledger());
        let mut units = states::from_texts(alignment, documents, direction);
        states::apply_ledger(&mut units, documents, self.ledger(), direction);
        units
    }

    /// Counts what a replay could not know.
    fn count(&self, replayed: &Replayed) {
        let doubtful = if replayed.missing > 0 { unconfirmed(&replayed.units) } else { 0 };
        for (counter, count) in [
            (&self.cut, replayed.cut),
            (&self.missing, replayed.missing),
            (&self.doubtful, doubtful),
            (&self.passed_over, replayed.passed_over),
        ] {
            counter.fetch_add(count, Ordering::Relaxed);
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
        (index, pair): (usize, &DocumentPair),
        documents: (&Document, &Document),
        alignment: &Alignment,
        config: &Config,
    ) -> Option<Replayed> {
        let leads = archive.direction(index);
        let roles = leads.roles(documents);
        archive.replay(index, roles, &config.segment, |replay| {
            let former = self.former(roles, replay);
            let carried = former.as_ref().and_then(|former| {
                let present = in_roles(alignment.clone(), leads);
                Some(in_roles(carry(former, roles.0, &present)?, leads))
            });
            let alignment = carried.unwrap_or_else(|| alignment.clone());
            let units = self.by_texts(alignment, documents, pair.direction());
            let mut units = units_in_roles(units, leads);
            let cut = states::apply_history(&mut units, roles, replay);
            let passages = former.as_ref().map_or_else(Vec::new, |former| {
                states::stale_passages(&units, former, roles, replay)
            });
            let units = units_in_roles(units, leads);
            let (missing, passed_over) = (replay.missing(), replay.passed_over());
            Replayed { units, passages, cut, missing, passed_over }
        })
    }

    /// The original that the translation was made from, where that is another than today's.
    fn former(
        &self,
        (original, translation): (&Document, &Document),
        replay: &Replay<'_>,
    ) -> Option<Former> {
        let version = replay.last_touch().filter(|&version| replay.has_original(version))?;
        let then = replay.source_document(version)?;
        if then.text == original.text {
            return None;
        }
        let alignment = match original.language {
            Language::Russian => align(&then, translation, &self.evidence),
            Language::English => align(translation, &then, &self.evidence).swapped(),
        };
        Some(Former { version, source: then, alignment })
    }

    /// What could not be known, each said once.
    pub(super) fn into_gaps(self) -> Gaps {
        let mut gaps = Gaps { limits: self.ledger.damaged, faults: self.ledger.unreadable };
        let is_limited = self.archive.as_ref().is_some_and(Archive::is_limited);
        let counted = |id: &'static str, count: AtomicUsize| {
            let count = count.into_inner();
            (count > 0).then(|| Message::new(id).with("count", count))
        };
        let missing = if is_limited { "history-missing" } else { "history-damaged" };
        let doubtful = self.doubtful.into_inner();
        let missing = counted(missing, self.missing).map(|gap| gap.with("segments", doubtful));
        for gap in [counted("history-cut", self.cut), missing] {
            gaps.add(gap, is_limited && !self.must_know);
        }
        let (led, first) = self.led;
        gaps.add(
            first.map(|path| {
                let message = Message::new("direction-english").with("count", led);
                message.with("path", path.as_str())
            }),
            true,
        );
        gaps.add(counted("history-passed-over", self.passed_over), true);
        match self.unknown {
            Some(Unknown::NoRepository) => {
                gaps.add(counted("history-none", self.unjudged), !self.must_know);
            }
            Some(unknown) => gaps.add(Some(unknown.into()), false),
            None => {}
        }
        gaps
    }
}

/// The complete pairs that the configuration says nothing of and that the English leads: how many
/// they are, and the first translation among them.
fn led_by_english(archive: &Archive, pairs: &[&DocumentPair]) -> (usize, Option<RepoPath>) {
    let is_led = |(index, pair): &(usize, &&DocumentPair)| {
        let is_complete = pair.source.is_some() && pair.target.is_some();
        is_complete && pair.direction.is_none() && archive.direction(*index) == Direction::EnRu
    };
    let mut led = pairs.iter().enumerate().filter(is_led).map(|(_, pair)| pair);
    let first = led.next();
    let count = usize::from(first.is_some()) + led.count();
    (count, first.and_then(|pair| pair.source.clone()))
}

/// How many segments nobody has confirmed and nothing is known against.
fn unconfirmed(units: &[TranslationUnit]) -> usize {
    units.iter().filter(|unit| unit.state == State::Unconfirmed).count()
}

/// What could not be known of the ledger and the history.
#[derive(Debug, Default)]
pub(super) struct Gaps {
    /// Known limits: the answer is right as far as it goes.
    pub(super) limits: Vec<Diagnostic>,
    /// What is there and could not be read: the answer may lack something because of it.
    pub(super) faults: Vec<Diagnostic>,
}

impl Gaps {
    fn add(&mut self, gap: Option<Message>, is_limit: bool) {
        let place = if is_limit { &mut self.limits } else { &mut self.faults };
        place.extend(gap.map(Diagnostic::new));
    }
}

/// An alignment of source and target as one of original and translation, or the other way round.
fn in_roles(alignment: Alignment, direction: Direction) -> Alignment {
    match direction {
        Direction::RuEn => alignment,
        Direction::EnRu => alignment.swapped(),
    }
}

/// Units of source and target as units of original and translation, or the other way round.
fn units_in_roles(units: Vec<TranslationUnit>, direction: Direction) -> Vec<TranslationUnit> {
    match direction {
        Direction::RuEn => units,
        Direction::EnRu => units.into_iter().map(TranslationUnit::swapped).collect(),
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
