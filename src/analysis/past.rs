//! What is known of the documents from the ledger and from git, for all pairs of a project at
//! once.

use std::ops::AddAssign;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::{
    cache::{Cache, Key},
    chronicle::{Chronicle, DocumentCourse},
};
use crate::{
    breakdown::{Breakdown, guard},
    glossary::Glossary,
    history::{Archive, Replay, Unknown, revision::revise_documents},
    ledger::{Decision, Ledger, LedgerRead},
    model::{
        Alignment, Diagnostic, Direction, Document, DocumentPair, DocumentReport, Language,
        Message, RepoPath, State, TranslationUnit,
    },
    project::{Config, Project},
    states::{self, Former, StalePassage},
    text::settled::Settled,
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
    ledger: LedgerRead,
    archive: Option<Archive>,
    cache: Option<Cache>,
    /// Of the ledger and the term base: what every replay depends on.
    dependencies: String,
    limits: Limits,
}

/// The pairs in which history says that the English leads: how many, and the first of them.
pub(super) type Led = (usize, Option<RepoPath>);

/// What keeps the history from telling all.
#[derive(Debug)]
pub(super) struct Limits {
    /// Whether the clone is shallow or partial.
    pub(super) is_limited: bool,
    /// Whether a shallow clone and a missing repository are faults here.
    pub(super) must_know: bool,
    pub(super) unknown: Option<Unknown>,
    pub(super) led: Led,
}

/// What the ledger and the history of documents do not tell, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Counts {
    /// Segments about which only history could tell, where there is none.
    unjudged: usize,
    /// Units of which a shallow clone does not know enough.
    cut: usize,
    /// Versions that are not there or are damaged.
    pub(super) missing: usize,
    /// Segments that were compared without the versions that are missing.
    doubtful: usize,
    /// Versions that are no text.
    passed_over: usize,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.unjudged += other.unjudged;
        self.cut += other.cut;
        self.missing += other.missing;
        self.doubtful += other.doubtful;
        self.passed_over += other.passed_over;
    }
}

/// The alignment of a pair, and how its translation is aligned with another original.
#[derive(Clone, Copy)]
pub(super) struct Alignments<'a> {
    pub(super) now: &'a Alignment,
    /// What was asked of its texts in an earlier run.
    pub(super) settled: &'a Settled,
    pub(super) former: &'a dyn Fn(&Document, &Document) -> Alignment,
}

/// What is known of the units of a pair.
pub(super) struct Units {
    pub(super) units: Vec<TranslationUnit>,
    /// What is stale beside them.
    pub(super) passages: Vec<StalePassage>,
    pub(super) counts: Counts,
}

impl Past {
    /// The history of those of `pairs`, by their index, that are `wanted`.
    pub(super) fn of<'a>(
        project: &Project,
        glossary: &Glossary,
        pairs: impl IntoIterator<Item = &'a DocumentPair>,
        wanted: impl Fn(usize) -> bool,
    ) -> Self {
        let pairs: Vec<&DocumentPair> = pairs.into_iter().collect();
        let opened = guard(|| Archive::open_for(&project.root, pairs.iter().copied(), wanted));
        let broken =
            |broken: Breakdown| Err(Unknown::Unreadable(broken.message("breakdown-of-history")));
        let (archive, unknown) = match opened.unwrap_or_else(broken) {
            Ok(archive) => (archive, None),
            Err(unknown) => (None, Some(unknown)),
        };
        let is_limited = archive.as_ref().is_some_and(Archive::is_limited);
        let ledger = Ledger::read(&project.root, &project.config.ledger);
        // Notes say nothing of states.
        let entries = ledger.ledger.entries().iter().filter(|entry| entry.state != Decision::Noted);
        let entries: String = entries.map(|entry| entry.to_line() + "\n").collect();
        let terms: Vec<_> = glossary.terms().collect();
        let dependencies = format!("{entries}{terms:?}");
        let led = archive.as_ref().map_or((0, None), |archive| led_by_english(archive, &pairs));
        Self {
            ledger,
            archive,
            cache: Cache::in_repository(&project.root, "replay"),
            dependencies: blake3::hash(dependencies.as_bytes()).to_hex().to_string(),
            limits: Limits {
                is_limited,
                must_know: project.config.must_know_history,
                unknown,
                led,
            },
        }
    }

    /// All that the history of the pair at `index` has, as a text that is the same only for the same.
    pub(super) fn versions(&self, index: usize) -> Option<String> {
        let archive = self.archive.as_ref()?;
        Some(format!("{:?}{}", archive.direction(index), archive.versions(index)?))
    }

    /// What is wrong in the ledger, and whether all of it could be read.
    pub(super) fn said(&self) -> (Vec<Diagnostic>, bool) {
        (self.ledger.damaged.clone(), self.ledger.unreadable.is_empty())
    }

    /// Which side of `pair`, the one at `index`, leads.
    pub(super) fn direction(&self, index: usize, pair: &DocumentPair) -> Direction {
        let archive = self.archive.as_ref();
        archive.map_or_else(|| pair.direction(), |archive| archive.direction(index))
    }

    /// The pairs in which history says that the English leads.
    pub(super) fn led(&self) -> Led {
        self.limits.led.clone()
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
        alignments: Alignments<'_>,
        config: &Config,
    ) -> Units {
        let replayed = self.archive.as_ref().and_then(|archive| {
            let versions = format!("{:?}{}", pair.direction, archive.versions(index)?);
            let key = self.key(versions, documents, alignments.now, config);
            let kept = self.cache.as_ref().and_then(|cache| cache.get(pair, &key));
            kept.or_else(|| {
                let replayed =
                    self.replay(archive, (index, pair), documents, alignments, config)?;
                self.keep(pair, &key, &replayed);
                Some(replayed)
            })
        });
        match replayed {
            Some(replayed) => {
                let counts = replayed.counts();
                Units { units: replayed.units, passages: replayed.passages, counts }
            }
            None => {
                let units = self.by_texts(alignments.now.clone(), documents, pair.direction());
                let counts = Counts { unjudged: unconfirmed(&units), ..Counts::default() };
                Units { units, passages: Vec::new(), counts }
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
            .and_document(source)
            .and_document(target)
            .and(&format!("{:?}", alignment.beads))
    }

    /// What the history of a pair says of its units.
    fn replay(
        &self,
        archive: &Archive,
        (index, pair): (usize, &DocumentPair),
        documents: (&Document, &Document),
        alignments: Alignments<'_>,
        config: &Config,
    ) -> Option<Replayed> {
        let leads = archive.direction(index);
        let roles = leads.roles(documents);
        archive.replay(index, roles, &config.segment, |replay| {
            let present = in_roles(alignments.now.clone(), leads);
            let former = former(roles, replay, alignments.former);
            let follows = former.as_ref().is_some_and(|former| fits_better(&present, former));
            let former = former.filter(|_| !follows);
            let carried = former
                .as_ref()
                .and_then(|former| Some(in_roles(carry(former, roles.0, &present)?, leads)));
            let alignment = carried.unwrap_or_else(|| alignments.now.clone());
            let units = self.by_texts(alignment, documents, pair.direction());
            let mut units = units_in_roles(units, leads);
            let cut =
                states::apply_history(&mut units, roles, (replay, follows), alignments.settled);
            let passages = former.as_ref().map_or_else(Vec::new, |former| {
                states::stale_passages(&units, former, roles, replay)
            });
            let units = units_in_roles(units, leads);
            let (missing, passed_over) = (replay.missing(), replay.passed_over());
            Replayed { units, passages, cut, missing, passed_over }
        })
    }

    /// How the documents that the reports tell of came to be what they are.
    pub(super) fn chronicle(&self, reports: &[DocumentReport], config: &Config) -> Chronicle {
        self.chronicle_of(reports, config, |_| true)
    }

    /// The same of those reports, by their index, that are `wanted`.
    pub(super) fn chronicle_of(
        &self,
        reports: &[DocumentReport],
        config: &Config,
        wanted: impl Fn(usize) -> bool + Sync,
    ) -> Chronicle {
        let Some(archive) = &self.archive else { return Chronicle::default() };
        let course = |(index, report): (usize, &DocumentReport)| {
            let path = report.pair.path()?.clone();
            let mut course = guard(|| self.course(archive, (index, report), config)).ok()??;
            course.changes = archive.last_changes(index);
            Some((path, course))
        };
        let reports = reports.par_iter().enumerate().filter(|(index, _)| wanted(*index));
        let courses = reports.filter_map(course);
        Chronicle { documents: courses.collect::<Vec<_>>().into_iter().collect() }
    }

    /// The course of one document, from an earlier run where nothing of it changed.
    fn course(
        &self,
        archive: &Archive,
        (index, report): (usize, &DocumentReport),
        config: &Config,
    ) -> Option<DocumentCourse> {
        let versions = archive.versions(index)?;
        let key = Key::new().and(&format!("{:?}", config.segment)).and(&versions);
        let documents = (report.source.as_ref(), report.target.as_ref());
        let sides = [documents.0, documents.1].into_iter().flatten();
        let key = sides.fold(key, Key::and_document).and(&format!("{:?}", report.units));
        let cache = self.cache.as_ref().filter(|_| !archive.is_short(index));
        let cache = cache.map(|cache| cache.of_kind("course"));
        let kept = cache.as_ref().and_then(|cache| cache.get(&report.pair, &key));
        kept.or_else(|| {
            let direction = report.pair.direction();
            let course = archive.course(index, documents, direction, &config.segment)?;
            let course = DocumentCourse::of(report, &course);
            if let Some(cache) = &cache {
                cache.keep(&report.pair, &key, &course);
            }
            Some(course)
        })
    }

    /// The same, of which no version is known any more.
    pub(super) fn without_versions(self) -> Self {
        Self { archive: None, ..self }
    }

    /// What could not be known, each said once.
    pub(super) fn into_gaps(self, counts: Counts) -> Gaps {
        let mut gaps = Gaps { limits: self.ledger.damaged, faults: self.ledger.unreadable };
        gaps.add_history(counts, self.limits);
        gaps
    }
}

impl Replayed {
    /// What the replay could not know.
    fn counts(&self) -> Counts {
        let doubtful = if self.missing > 0 { unconfirmed(&self.units) } else { 0 };
        let Self { cut, missing, passed_over, .. } = *self;
        Counts { unjudged: 0, cut, missing, doubtful, passed_over }
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
    /// Adds what the history of the documents does not tell, each said once.
    pub(super) fn add_history(&mut self, counts: Counts, limits: Limits) {
        let Limits { is_limited, must_know, unknown, led } = limits;
        let counted = |id: &'static str, count: usize| {
            (count > 0).then(|| Message::new(id).with("count", count))
        };
        let missing = if is_limited { "history-missing" } else { "history-damaged" };
        // In a partial clone what is missing is what cuts the history: one limit, said once.
        let is_one = is_limited && counts.missing > 0;
        let segments = if is_one { counts.doubtful.max(counts.cut) } else { counts.doubtful };
        let missing = counted(missing, counts.missing).map(|gap| gap.with("segments", segments));
        let cut = counted("history-cut", counts.cut).filter(|_| !is_one);
        for gap in [cut, missing] {
            self.add(gap, is_limited && !must_know);
        }
        let by_english = |path: RepoPath| {
            Message::new("direction-english").with("count", led.0).with("path", path.as_str())
        };
        self.add(led.1.clone().map(by_english), true);
        self.add(counted("history-passed-over", counts.passed_over), true);
        match unknown {
            Some(Unknown::NoRepository) => {
                self.add(counted("history-none", counts.unjudged), !must_know);
            }
            Some(unknown) => self.add(Some(unknown.into()), false),
            None => {}
        }
    }

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

/// The original that the translation was made from, where that is another than today's.
fn former(
    (original, translation): (&Document, &Document),
    replay: &Replay<'_>,
    align: &dyn Fn(&Document, &Document) -> Alignment,
) -> Option<Former> {
    let version = replay.last_touch().filter(|&version| replay.has_original(version))?;
    let then = replay.source_document(version)?;
    if then.text == original.text {
        return None;
    }
    let alignment = match original.language {
        Language::Russian => align(&then, translation),
        Language::English => align(translation, &then).swapped(),
    };
    Some(Former { version, source: then, alignment })
}

/// Whether a translation corresponds to today's original clearly better than to the one that was
/// there when it was last touched: it was changed first, and the original followed it.
fn fits_better(present: &Alignment, former: &Former) -> bool {
    let (now, then) = (present.alone(), former.alignment.alone());
    then >= FEWEST_ALONE && then > MORE_ALONE * now
}

/// So many segments, and so many times as many as now, must have been without a counterpart.
const FEWEST_ALONE: usize = 6;
const MORE_ALONE: usize = 3;

/// The alignment with the former original, carried over what changed since; none where no segment
/// did.
fn carry(former: &Former, source: &Document, present: &Alignment) -> Option<Alignment> {
    let revision = revise_documents(&former.source, source);
    let is_same = revision.passages.iter().all(|passage| passage.same);
    let moved = revision.passages.windows(2).any(|two| two[0].old.start > two[1].old.start);
    if is_same && !moved { None } else { states::carry(&former.alignment, &revision, present) }
}
