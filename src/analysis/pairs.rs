//! Segment pairs from elsewhere, each judged by itself.

use std::path::Path;

use crate::{
    breakdown::{Breakdown, guard},
    checks::{self, Findings, Levels, Pages, View},
    formats,
    glossary::Glossary,
    model::{
        Alignment, Bead, Diagnostic, Direction, DocumentPair, Finding, Language, RepoPath, Words,
    },
    project::Config,
    states,
    text::settled::Settled,
};

/// What pairs are judged by: the project's term base and levels.
#[derive(Debug)]
pub struct PairJudge {
    glossary: Glossary,
    levels: Levels,
    options: formats::Options,
}

impl PairJudge {
    /// The judge by a configuration, whose term base lies below `root`, and what is wrong with that.
    #[must_use]
    pub fn of(root: &Path, config: &Config) -> (Self, Vec<Diagnostic>) {
        let Config { glossary, levels, segment, .. } = config;
        let (glossary, damaged) = Glossary::read(root, glossary);
        let mut own = Levels::defaults();
        levels.iter().for_each(|setting| own.apply(setting));
        (Self { glossary, levels: own, options: segment.clone() }, damaged)
    }

    /// The findings of one pair; places count from the beginning of either text.
    ///
    /// # Errors
    /// Where a check or what comes before it panicked.
    pub fn judge(&self, source: String, target: String) -> Result<Vec<Finding>, Breakdown> {
        guard(|| self.judged(source, target))?
    }

    fn judged(&self, source: String, target: String) -> Result<Vec<Finding>, Breakdown> {
        let parse =
            |text, language| formats::parse(RepoPath::new(""), language, text, &self.options);
        let (source, target) = (parse(source, Language::Russian), parse(target, Language::English));
        let bead =
            Bead { source: 0..source.segments.len(), target: 0..target.segments.len(), score: 1.0 };
        let direction = Direction::RuEn;
        let units =
            states::from_texts(Alignment { beads: vec![bead] }, (&source, &target), direction);
        let path = || Some(RepoPath::new(""));
        let pair = DocumentPair {
            source: path(),
            target: path(),
            expected_target: path(),
            shared: String::new(),
            renamed: false,
            direction: None,
        };
        let mut findings =
            Findings::new(&self.levels).for_segments(source.segments.len() + target.segments.len());
        let view = View {
            settled: &Settled::default(),
            notes: &[],
            pair: &pair,
            source: Some(&source),
            target: Some(&target),
            units: &units,
            stale_passages: &[],
            words: Words::of((Some(&source), Some(&target)), &units, direction),
            minimum: None,
            required: None,
            glossary: &self.glossary,
            pages: &Pages::default(),
            unreadable: &[],
            leading: direction,
        };
        let broken = checks::run(&view, &mut findings);
        broken.into_iter().next().map_or_else(|| Ok(findings.into_sorted()), Err)
    }
}
