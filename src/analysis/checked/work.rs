//! The part of a run that reads, aligns and judges: the pairs of which nothing is kept that holds.
//!
//! A pair is read, judged, kept, and its texts are dropped, the largest first, so that all cores
//! are busy to the end and memory holds what is being worked on: what is kept of a pair is on the disk
//! as soon as it is known.

use std::{
    cmp::Reverse,
    ops::Range,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use rayon::prelude::*;

use super::{
    super::{
        Analysis,
        alignments::Aligner,
        collections::is_weighed,
        judge::{Judge, Judged},
        load::Loaded,
        past::{Counts, Past},
        questions::Questions,
    },
    Asked, Known,
    confirmed::{Entries, beginnings},
    digest::{Digest, Hash},
    files::{Seen, Stamp},
    listed::Listed,
    record,
    run::{Room, Run},
    store::{Draft, Entry, Parts, Said},
};
use crate::{
    checks::{Page, Pages, Rewording, has_links},
    glossary::Glossary,
    history::is_settled,
    ledger::Ledger,
    model::{Diagnostic, DocumentReport, Message, RepoPath, Shelved},
    progress::Progress,
};

/// Bytes of text that are held from the first look to the judgement; more are read twice.
const HELD: usize = 1024 * 1024;

/// A pair that was read, with what was seen of its files.
struct Read {
    loaded: Loaded,
    stamps: Vec<(RepoPath, Option<Stamp>)>,
}

/// The pages of all pairs, and the texts that were read for them.
struct Survey {
    pages: Vec<Page>,
    hash: Hash,
    /// The sizes of the texts that were read.
    sizes: Vec<usize>,
    held: Vec<Held>,
}

/// A pair that was read, until it is judged.
type Held = Mutex<Option<Box<Read>>>;

/// What was found out about a pair, as little of it as is asked for.
struct Found {
    /// Where the texts are asked for, with them; where it is not kept, without.
    report: Option<Box<DocumentReport>>,
    /// Otherwise the findings, in bytes or where they lie, for those of all are wanted once the last
    /// pair is judged, and how many segments there are.
    findings: Written,
    segments: usize,
    counts: Counts,
    rewordings: Vec<Rewording>,
    broken: Vec<Diagnostic>,
}

/// Findings that were written.
enum Written {
    Bytes(Vec<u8>),
    Shelved(Range<usize>),
}

/// What is to be kept of a pair: with how its texts begin and its findings, in bytes.
type Keeping = (Entry, [Vec<u8>; 2]);

/// The reports, and of each what may be told together with what is found elsewhere.
type Told = (Vec<DocumentReport>, Vec<Vec<Rewording>>);

/// What to do about each pair.
struct Plan {
    /// Whether it must be judged.
    wanted: Vec<bool>,
    /// Whether its texts are asked for.
    whole: Vec<bool>,
    /// Of what git knows of it.
    histories: Vec<Hash>,
    /// What people have confirmed.
    ledger: Entries,
    /// For what is found.
    room: Room,
    draft: Mutex<Draft>,
}

impl Run<'_> {
    /// The answer where something must be looked at. None where what is kept cannot be read.
    pub(super) fn work(&mut self, asked: Asked<'_>, progress: &dyn Progress) -> Option<Analysis> {
        progress.stage(Message::new("progress-reading"), self.pairs.len());
        let whole: Vec<bool> =
            self.pairs.iter().map(|listed| (asked.whole)(&listed.pair)).collect();
        let both = self.pairs.iter().zip(&whole);
        let mut wanted: Vec<bool> =
            both.map(|(listed, whole)| *whole || self.held(listed, asked).is_none()).collect();
        let survey = self.survey(&wanted, progress)?;
        self.want(&mut wanted, |entry, _| {
            survey.hash != self.kept.contents.pages && entry.has_links
        });
        let ledger = Ledger::read(&self.project.root, &self.project.config.ledger).ledger;
        let ledger = Entries::of(&ledger);
        if self.grounds.ledger != self.kept.contents.ledger {
            self.want(&mut wanted, |entry, _| {
                let beginnings = self.kept.part(&entry.beginnings).unwrap_or_default();
                ledger.about(&record::read_beginnings(&beginnings)) != entry.ledger
            });
        }
        let folder = &self.project.config.glossary;
        let (glossary, mistakes) = Glossary::read(&self.project.root, folder);
        let is_same = self.has_same_history();
        let pairs = self.pairs.iter().map(|listed| &listed.pair);
        // Where history says which side leads, all pairs have a voice.
        let is_settled = self.pairs.iter().all(|listed| is_settled(&listed.pair));
        let is_asked =
            |at: usize| !is_same || !is_settled || wanted.get(at).copied().unwrap_or_default();
        let past = Past::of(self.project, &glossary, pairs, is_asked);
        let histories = self.histories(&past, is_asked);
        self.want(&mut wanted, |entry, at| histories.get(at) != Some(&entry.history));
        let whole = whole.into_iter().map(|whole| whole || asked.held.is_some()).collect();
        let aligner = Aligner::new(self.project, &glossary);
        let draft = Mutex::new(self.draft());
        let room = Room::default();
        let plan = Plan { wanted, whole, histories, ledger, room, draft };
        let pages: Pages = survey.pages.into_iter().collect();
        let config = &self.project.config;
        let questions = Questions::new(self.project);
        let judge = Judge {
            config,
            glossary: &glossary,
            pages: &pages,
            aligner: &aligner,
            past: &past,
            questions: &questions,
        };
        progress.stage(Message::new("progress-judging"), self.pairs.len());
        let found = self.judge_all(judge, &plan, (&survey.sizes, &survey.held), progress);
        drop(pages);
        // Whoever holds texts and units asks for their course, too.
        let past = if asked.held.is_some() { past } else { past.without_versions() };
        self.fresh = found.iter().map(Option::is_some).collect();
        let (draft, told, counts, broken) = self.assemble(found, plan, asked)?;
        if asked.held.is_some() {
            self.hold(&draft, &told.0, &past);
        }
        let mistakes = (mistakes, broken);
        self.finish(draft, survey.hash, (told, counts), mistakes, past)
    }

    /// Wants the pairs whose entries no longer hold.
    fn want(&self, wanted: &mut [bool], is_stale: impl Fn(&Entry, usize) -> bool) {
        for (at, (wanted, listed)) in wanted.iter_mut().zip(&self.pairs).enumerate() {
            *wanted = *wanted || self.entry(listed).is_none_or(|entry| is_stale(entry, at));
        }
    }

    /// The pages of all pairs: of the wanted from their texts, of the others as they were kept.
    fn survey(&self, wanted: &[bool], progress: &dyn Progress) -> Option<Survey> {
        let room = AtomicUsize::new(HELD);
        let look = |(listed, wanted): (&Listed, &bool)| {
            progress.step();
            if !wanted {
                let page = record::read_page(&self.kept.part(&self.entry(listed)?.page)?)?;
                return Some((page, 0, None));
            }
            let read = Box::new(self.read(listed));
            let (source, target) = (read.loaded.source.as_ref(), read.loaded.target.as_ref());
            let page = Page::of(source, target);
            let size = source.into_iter().chain(target).map(|side| side.text.len()).sum();
            let taken = room
                .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |room| room.checked_sub(size));
            Some((page, size, taken.is_ok().then_some(read)))
        };
        let looked = self.pairs.par_iter().zip(wanted).map(look).collect::<Option<Vec<_>>>()?;
        let count = looked.len();
        let mut survey = Survey {
            pages: Vec::with_capacity(count),
            sizes: Vec::with_capacity(count),
            held: Vec::with_capacity(count),
            hash: [0; 32],
        };
        for (page, size, read) in looked {
            survey.pages.push(page);
            survey.sizes.push(size);
            survey.held.push(Mutex::new(read));
        }
        let add = |digest: Digest, page| Some(digest.bytes(&record::write_page(page)?));
        survey.hash = survey.pages.iter().try_fold(Digest::new(), add)?.finish();
        Some(survey)
    }

    /// The stamps come first: what changes after them shows in the next run.
    fn read(&self, listed: &Listed) -> Read {
        let stamp = |path: &RepoPath| (path.clone(), Stamp::of(self.project, path));
        let stamps = listed.paths().map(stamp).collect();
        Read { loaded: listed.load(self.project), stamps }
    }

    /// Of what git knows of each pair; of those that were not asked about, what was kept.
    fn histories(&self, past: &Past, is_asked: impl Fn(usize) -> bool) -> Vec<Hash> {
        let of = |(at, listed): (usize, &Listed)| match self.entry(listed) {
            Some(entry) if !is_asked(at) => entry.history,
            _ => Digest::new().maybe(past.versions(at).as_deref()).finish(),
        };
        self.pairs.iter().enumerate().map(of).collect()
    }

    /// Judges what is wanted, the largest first.
    fn judge_all(
        &self,
        judge: Judge<'_>,
        plan: &Plan,
        (sizes, held): (&[usize], &[Held]),
        progress: &dyn Progress,
    ) -> Vec<Option<Found>> {
        let mut order: Vec<usize> =
            (0..self.pairs.len()).filter(|&at| plan.wanted.get(at) == Some(&true)).collect();
        order.sort_by_key(|&at| (Reverse(sizes.get(at)), at));
        let judge_one = |at: usize| {
            let listed = self.pairs.get(at)?;
            let read = held.get(at).and_then(|held| held.lock().ok()?.take());
            let read = read.unwrap_or_else(|| Box::new(self.read(listed)));
            let found = self.judge_one(judge, (at, listed), *read, plan);
            progress.step();
            Some((at, found))
        };
        let found: Vec<(usize, Found)> =
            order.into_iter().par_bridge().filter_map(judge_one).collect();
        let mut all: Vec<Option<Found>> = self.pairs.iter().map(|_| None).collect();
        for (at, found) in found {
            if let Some(place) = all.get_mut(at) {
                *place = Some(found);
            }
        }
        all
    }

    fn judge_one(
        &self,
        judge: Judge<'_>,
        (at, listed): (usize, &Listed),
        Read { loaded, stamps }: Read,
        plan: &Plan,
    ) -> Found {
        let texts: Vec<Hash> =
            loaded.hashes.iter().flatten().map(|hash| *hash.as_bytes()).collect();
        let is_sound = loaded.unreadable.is_empty() && texts.len() == stamps.len();
        let sides = (loaded.source.as_ref(), loaded.target.as_ref());
        let has_links = [sides.0, sides.1].into_iter().flatten().any(has_links);
        let beginnings = beginnings([sides.0, sides.1]);
        let seen = stamps
            .into_iter()
            .zip(&texts)
            .filter_map(|((path, stamp), hash)| Some((path, Seen::new(stamp?, *hash, self.now))));
        let seen = if is_sound { seen.collect() } else { Vec::new() };
        let judged = judge.judge(at, loaded);
        let is_sound = is_sound && judged.broken.is_empty() && judged.counts.missing == 0;
        let findings = is_sound.then(|| record::write_findings(&judged.report.findings)).flatten();
        let entry = findings.zip(plan.histories.get(at)).map(|(findings, history)| {
            let entry = Entry {
                key: self.key_of(listed, &texts),
                history: *history,
                ledger: plan.ledger.about(&beginnings),
                has_links,
                counts: judged.counts,
                segments: judged.report.segments,
                is_weighed: is_weighed(&judged.report.findings),
                rewordings: judged.rewordings.clone(),
                beginnings: 0..0,
                page: 0..0,
                findings: 0..0,
            };
            (entry, [record::write_beginnings(&beginnings), findings])
        });
        let page = judge.pages.page(at).and_then(record::write_page);
        let shelved = plan.keep(listed, entry.as_ref().zip(page), seen);
        let written = entry.map(|(entry, [_, findings])| match shelved {
            Some(range) if !entry.is_weighed && !plan.room.has(findings.len()) => {
                Written::Shelved(range)
            }
            _ => Written::Bytes(findings),
        });
        Found::of(judged, written, plan.whole.get(at) == Some(&true))
    }

    /// Puts together what was found out and what is kept: the next store, the reports, what the
    /// history does not tell, and how we broke down.
    fn assemble(
        &self,
        found: Vec<Option<Found>>,
        Plan { draft, room, .. }: Plan,
        asked: Asked<'_>,
    ) -> Option<(Draft, Told, Counts, Vec<Diagnostic>)> {
        let mut draft = draft.into_inner().ok()?;
        let (mut counts, mut broken) = (Counts::default(), Vec::new());
        let (mut reports, mut rewordings) = (Vec::new(), Vec::new());
        let shelf = draft.shelf();
        for (path, seen) in &self.files {
            draft.contents.files.entry(path.clone()).or_insert(*seen);
        }
        for (listed, found) in self.pairs.iter().zip(found) {
            if let Some(mut found) = found {
                counts += found.counts;
                broken.append(&mut found.broken);
                rewordings.push(std::mem::take(&mut found.rewordings));
                reports.push(found.into_report(listed, shelf.as_ref())?);
                continue;
            }
            let entry = self.entry(listed)?;
            counts += entry.counts;
            rewordings.push(entry.rewordings.clone());
            reports.push(self.report(listed, entry, asked, &room)?);
            // The page of a pair that was not read is the one that is kept.
            let parts = self.kept.parts(entry)?;
            draft.add(listed.name, entry.clone(), parts.each_ref().map(Vec::as_slice));
        }
        Some((draft, (reports, rewordings), counts, broken))
    }

    /// Notes what is held of the pairs of which something is kept, and how those that are fresh came
    /// to be what they are.
    fn hold(&mut self, draft: &Draft, reports: &[DocumentReport], past: &Past) {
        let is_fresh = |at: usize| self.fresh.get(at) == Some(&true);
        self.chronicle = past.chronicle_of(reports, &self.project.config, is_fresh);
        let entry = |listed: &Listed| draft.contents.entries.get(&listed.name);
        self.known = Known::of(self.pairs.iter().map(|listed| (listed.name, entry(listed))));
    }

    /// Keeps what was found out and answers.
    fn finish(
        &mut self,
        mut draft: Draft,
        pages: Hash,
        (told, counts): (Told, Counts),
        (mistakes, broken): (Vec<Diagnostic>, Vec<Diagnostic>),
        past: Past,
    ) -> Option<Analysis> {
        let (damaged, is_readable) = past.said();
        let said = Said { key: self.grounds.all(), mistakes: mistakes.clone(), damaged };
        draft.contents.said = is_readable.then_some(said);
        draft.contents.led = past.led();
        (draft.contents.history, draft.contents.pages) = (self.history, pages);
        draft.contents.ledger = self.grounds.ledger;
        self.write(draft)?;
        let mistakes = mistakes.into_iter().chain(broken).collect();
        self.answer(told, past.into_gaps(counts), mistakes)
    }
}

impl Found {
    /// What was found out of a pair, `is_whole` if it is wanted so; its findings may be `written`.
    fn of(judged: Judged, written: Option<Written>, is_whole: bool) -> Self {
        let Judged { mut report, counts, rewordings, broken } = judged;
        let segments = report.segments;
        let findings = written.filter(|_| !is_whole);
        if !is_whole {
            let DocumentReport { pair, findings, .. } = report;
            report = DocumentReport { segments, findings, ..DocumentReport::nothing_of(pair) };
        }
        let report = findings.is_none().then(|| Box::new(report));
        let findings = findings.unwrap_or(Written::Bytes(Vec::new()));
        Self { report, findings, segments, counts, rewordings, broken }
    }

    /// None where what was written cannot be read.
    fn into_report(self, listed: &Listed, shelf: Option<&Arc<Parts>>) -> Option<DocumentReport> {
        if let Some(report) = self.report {
            return Some(*report);
        }
        let nothing = DocumentReport::nothing_of(listed.pair.clone());
        let mut report = DocumentReport { segments: self.segments, ..nothing };
        match self.findings {
            Written::Bytes(bytes) => report.findings = record::read_findings(&bytes)?,
            Written::Shelved(range) => {
                let shelf = Arc::<Parts>::clone(shelf?);
                report.shelved = Some(Box::new(Shelved::new(shelf, range)));
            }
        }
        Some(report)
    }
}

impl Plan {
    /// Keeps what was found out of a pair, with its page, if it is to be kept, and of its files;
    /// gives where its findings lie then.
    fn keep(
        &self,
        listed: &Listed,
        kept: Option<(&Keeping, Vec<u8>)>,
        seen: Vec<(RepoPath, Seen)>,
    ) -> Option<Range<usize>> {
        let mut draft = self.draft.lock().ok()?;
        draft.contents.files.extend(seen);
        let ((entry, [beginnings, findings]), page) = kept?;
        let place = draft.add(listed.name, entry.clone(), [beginnings, &page, findings]);
        draft.shelf().map(|_| place)
    }
}
