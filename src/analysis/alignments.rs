//! The alignment of every document pair, kept for the next run.

use std::sync::OnceLock;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::{
    cache::{Cache, Key},
    load::Loaded,
};
use crate::{
    align::{Evidence, Lesson, align_and_learn},
    breakdown::{Breakdown, guard},
    glossary::Glossary,
    model::{Alignment, Document, Message},
    progress::Progress,
    project::Project,
};

/// A pair of segments less sure than this makes its document worth a second look with what the
/// whole project has taught.
const DOUBTFUL: f64 = 0.9;

/// What is known of the alignment of a pair.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Aligned {
    /// By what the lexicon and the term base know.
    first: Alignment,
    lesson: Lesson,
    /// By what the whole project has taught besides, with the key of that.
    taught: Option<(String, Alignment)>,
}

/// What is known of a pair, and for what.
struct Known {
    aligned: Aligned,
    key: Key,
    /// Whether it is not kept yet.
    is_new: bool,
}

/// Aligns every pair that has both files, unless that panics; those that leave doubts once more, with the words that
/// the others taught.
pub(super) fn align_all(
    project: &Project,
    pairs: &[Loaded],
    glossary: &Glossary,
    progress: &dyn Progress,
) -> Vec<Result<Option<Alignment>, Breakdown>> {
    progress.stage(Message::new("progress-aligning"), pairs.len());
    let aligner = Aligner::new(project, glossary);
    let first = |loaded: &Loaded| guard(|| aligner.first(loaded));
    let known: Vec<Result<Option<Known>, Breakdown>> =
        pairs.par_iter().map(first).inspect(|_| progress.step()).collect();
    let lessons: Vec<&Lesson> =
        known.iter().flatten().flatten().map(|known| &known.aligned.lesson).collect();
    let taught = Taught::by(&aligner, &lessons);
    let last = |(loaded, known): (&Loaded, &Result<Option<Known>, Breakdown>)| match known {
        Ok(Some(known)) => guard(|| Some(taught.last(loaded, known))),
        Ok(None) => Ok(None),
        Err(broken) => Err(broken.clone()),
    };
    pairs.par_iter().zip(&known).map(last).collect()
}

/// Aligns one pair at a time by the lexicon and the term base.
struct Aligner {
    cache: Option<Cache>,
    evidence: Evidence,
    /// Of the term base and the options: what every alignment depends on.
    dependencies: String,
}

impl Aligner {
    fn new(project: &Project, glossary: &Glossary) -> Self {
        let terms: Vec<_> = glossary.terms().collect();
        Self {
            cache: Cache::in_repository(&project.root, "alignment"),
            evidence: Evidence::from_terms(terms.iter().copied()),
            dependencies: format!("{:?}{terms:?}", project.config.segment),
        }
    }

    fn first(&self, loaded: &Loaded) -> Option<Known> {
        let (source, target) = (loaded.source.as_ref()?, loaded.target.as_ref()?);
        let key = Key::new().and(&self.dependencies).and(&source.text).and(&target.text);
        let kept = self.cache.as_ref().and_then(|cache| cache.get(&loaded.pair, &key));
        let is_new = kept.is_none();
        let aligned = kept.unwrap_or_else(|| {
            let (first, lesson) = align_and_learn(source, target, &self.evidence);
            Aligned { first, lesson, taught: None }
        });
        Some(Known { aligned, key, is_new })
    }
}

fn key_of(lesson: &Lesson) -> String {
    Key::new().and(&format!("{lesson:?}")).text()
}

/// Aligns with what the whole project has taught.
struct Taught<'a> {
    aligner: &'a Aligner,
    lessons: &'a [&'a Lesson],
    /// Of all lessons.
    key: String,
    /// Learned when it is first needed.
    evidence: OnceLock<Evidence>,
}

impl<'a> Taught<'a> {
    fn by(aligner: &'a Aligner, lessons: &'a [&'a Lesson]) -> Self {
        let parts: Vec<String> = lessons.par_iter().map(|lesson| key_of(lesson)).collect();
        let key = parts.iter().fold(Key::new(), |key, part| key.and(part)).text();
        Self { aligner, lessons, key, evidence: OnceLock::new() }
    }

    /// The alignment of a pair, which is kept.
    fn last(&self, loaded: &Loaded, known: &Known) -> Alignment {
        let taught = is_doubtful(&known.aligned.first).then(|| self.again(loaded, known)).flatten();
        let is_same = taught.as_ref() == known.aligned.taught.as_ref();
        if let Some(cache) = self.aligner.cache.as_ref().filter(|_| known.is_new || !is_same) {
            let aligned = Aligned { taught: taught.clone(), ..known.aligned.clone() };
            cache.keep(&loaded.pair, &known.key, &aligned);
        }
        taught.map_or_else(|| known.aligned.first.clone(), |(_, alignment)| alignment)
    }

    /// The alignment by all lessons, with their key.
    fn again(&self, loaded: &Loaded, known: &Known) -> Option<(String, Alignment)> {
        let kept = known.aligned.taught.as_ref().filter(|(by, _)| *by == self.key);
        if let Some(kept) = kept {
            return Some(kept.clone());
        }
        let documents: (&Document, &Document) = (loaded.source.as_ref()?, loaded.target.as_ref()?);
        let evidence = self.evidence.get_or_init(|| {
            let mut evidence = self.aligner.evidence.clone();
            evidence.learn(self.lessons.iter().copied());
            evidence
        });
        let alignment = align_and_learn(documents.0, documents.1, evidence).0;
        Some((self.key.clone(), alignment))
    }
}

fn is_doubtful(alignment: &Alignment) -> bool {
    alignment.beads.iter().any(|bead| !bead.is_pair() || bead.score < DOUBTFUL)
}
