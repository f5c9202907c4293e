//! Document pairs and what is known of them after analysis.

use std::{borrow::Cow, io, ops::AddAssign};

use serde::{Deserialize, Serialize};

use super::{
    Bead, Change, Direction, Document, Evidence, Finding, Place, RepoPath, Segment, Severity,
    Shelved, State, shelf,
};

/// An original and its translation; one of the two may be missing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DocumentPair {
    /// The original.
    pub source: Option<RepoPath>,
    /// The translation; when it is missing, [`DocumentPair::expected_target`] says where it belongs.
    pub target: Option<RepoPath>,
    /// Where the path rule puts the translation.
    pub expected_target: Option<RepoPath>,
    /// The part of the path that both sides share under their rule.
    pub shared: String,
    /// Whether the two were found to belong together by content, their paths saying otherwise.
    pub renamed: bool,
    /// Which side leads, where the configuration says it.
    pub direction: Option<Direction>,
}

impl DocumentPair {
    /// Which side is to be complete: the one that translates the other, the English one unless the
    /// configuration says otherwise.
    #[must_use]
    pub fn direction(&self) -> Direction {
        self.direction.unwrap_or_default()
    }

    /// Whether original and translation stand in one file.
    #[must_use]
    pub fn is_one_file(&self) -> bool {
        self.source.is_some() && self.source == self.target
    }

    /// The path of the original, if there is one.
    #[must_use]
    pub fn original(&self) -> Option<&RepoPath> {
        self.direction().roles((self.source.as_ref(), self.target.as_ref())).0
    }

    /// The path a person would name the pair by: the original's, or the translation's where there
    /// is no original.
    #[must_use]
    pub fn path(&self) -> Option<&RepoPath> {
        self.source.as_ref().or(self.target.as_ref())
    }
}

/// A bead with its state: what translators call a translation unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TranslationUnit {
    /// Which segments.
    pub bead: Bead,
    /// What is known of them.
    pub state: State,
    /// Why.
    pub evidence: Evidence,
}

impl TranslationUnit {
    /// How many of `units` stand in the original.
    #[must_use]
    pub fn count_originals(units: &[Self], direction: Direction) -> usize {
        let original =
            |unit: &&Self| !direction.roles((&unit.bead.source, &unit.bead.target)).0.is_empty();
        units.iter().filter(original).count()
    }

    /// How many words it has in the original.
    #[must_use]
    pub fn words(
        &self,
        documents: (Option<&Document>, Option<&Document>),
        direction: Direction,
    ) -> usize {
        let (segments, _) = direction.roles((&self.bead.source, &self.bead.target));
        let original = direction.roles(documents).0;
        let segments = original.and_then(|original| original.segments.get(segments.clone()));
        segments.unwrap_or_default().iter().map(Segment::words).sum()
    }

    /// The same with its sides exchanged.
    #[must_use]
    pub fn swapped(self) -> Self {
        let Evidence { source, target, .. } = self.evidence;
        let evidence = Evidence { source: target, target: source, ..self.evidence };
        Self { bead: self.bead.swapped(), state: self.state, evidence }
    }

    /// How the original changed since the unit was translated, and which side that is.
    #[must_use]
    pub fn change_of_original(&self) -> Option<(Direction, &Change)> {
        if !matches!(self.state, State::Stale | State::Orphan) {
            return None;
        }
        let Evidence { source, target, .. } = &self.evidence;
        let of_target = || target.as_ref().map(|change| (Direction::EnRu, change));
        source.as_ref().map(|change| (Direction::RuEn, change)).or_else(of_target)
    }

    /// Whether the original says something else since the unit was translated: a comma, a mended
    /// slip or another word for the same thing costs no progress.
    #[must_use]
    pub fn is_out_of_date(&self) -> bool {
        let change = self.change_of_original();
        self.state == State::Stale && change.is_none_or(|(_, change)| change.grade.is_of_meaning())
    }

    /// Whether a finding stands in this unit of these documents.
    #[must_use]
    pub fn holds(
        &self,
        finding: &Finding,
        source: Option<&Document>,
        target: Option<&Document>,
    ) -> bool {
        let meets = |place: &Option<Place>, document: Option<&Document>, segments| {
            let (Some(place), Some(document)) = (place, document) else { return false };
            let Some(span) = document.span_of(segments) else { return false };
            place.path == document.path && place.span.overlaps(span)
        };
        meets(&finding.source, source, &self.bead.source)
            || meets(&finding.target, target, &self.bead.target)
    }
}

/// All that is known of a document pair.
#[derive(Debug, Clone)]
pub struct DocumentReport {
    /// The two files.
    pub pair: DocumentPair,
    /// The original, unless it is missing or could not be read.
    pub source: Option<Document>,
    /// The translation, likewise.
    pub target: Option<Document>,
    /// The translation units in reading order of the source.
    pub units: Vec<TranslationUnit>,
    /// How many units stand in the original.
    pub segments: usize,
    /// What there is to report, in the order of their places, unless it is shelved.
    pub findings: Vec<Finding>,
    /// Where that lies instead.
    pub shelved: Option<Box<Shelved>>,
}

/// Progress of a document or of many, in words of the original.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// Words of the original.
    pub total: usize,
    /// Words in units that have a translation, stale or not.
    pub translated: usize,
    /// Words in units that are stale.
    pub stale: usize,
}

impl DocumentReport {
    /// What is known of `pair` where nothing was found out.
    #[must_use]
    pub fn nothing_of(pair: DocumentPair) -> Self {
        let (units, findings) = (Vec::new(), Vec::new());
        Self { pair, source: None, target: None, units, segments: 0, findings, shelved: None }
    }

    /// What there is to report, wherever it lies.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn found(&self) -> io::Result<Cow<'_, [Finding]>> {
        match &self.shelved {
            Some(shelved) => shelved.read().map(Cow::Owned),
            None => Ok(Cow::Borrowed(&self.findings)),
        }
    }

    /// Takes what there is to report into memory, where it can be changed.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn take_down(&mut self) -> io::Result<()> {
        if let Some(shelved) = &self.shelved {
            self.findings = shelved.read()?;
            self.shelved = None;
        }
        Ok(())
    }

    /// Reports others instead of the findings at these places; nothing instead of those without.
    pub fn change(&mut self, changes: Vec<(usize, Option<Finding>)>) {
        match &mut self.shelved {
            Some(shelved) => shelved.change(changes),
            None => shelf::change(&mut self.findings, changes),
        }
    }

    /// Takes the texts and units of another report of the same pair.
    pub fn take_texts(&mut self, other: &mut Self) {
        self.source = other.source.take();
        self.target = other.target.take();
        self.units = std::mem::take(&mut other.units);
    }

    /// Whether it only stands for files in a format that is not read.
    #[must_use]
    pub fn is_unread(&self) -> bool {
        self.source.is_none()
            && self.target.is_none()
            && self.findings.iter().any(|finding| finding.code.as_str() == "unread")
    }

    /// How many units are in `state`.
    #[must_use]
    pub fn count(&self, state: State) -> usize {
        self.units.iter().filter(|unit| unit.state == state).count()
    }

    /// How many findings have `severity`.
    #[must_use]
    pub fn findings_of(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// Progress in words of the original.
    #[must_use]
    pub fn words(&self) -> Words {
        let documents = (self.source.as_ref(), self.target.as_ref());
        Words::of(documents, &self.units, self.pair.direction())
    }
}

impl AddAssign for Words {
    fn add_assign(&mut self, other: Self) {
        self.total += other.total;
        self.translated += other.translated;
        self.stale += other.stale;
    }
}

impl Words {
    /// Counts the words of `units`. A deliberate omission counts as translated.
    #[must_use]
    pub fn of(
        documents: (Option<&Document>, Option<&Document>),
        units: &[TranslationUnit],
        direction: Direction,
    ) -> Self {
        let mut words = Self::default();
        for unit in units {
            let count = unit.words(documents, direction);
            words.total += count;
            if unit.state != State::Untranslated {
                words.translated += count;
            }
            if unit.is_out_of_date() {
                words.stale += count;
            }
        }
        words
    }
}
