//! `sverka accept SOURCE:LINES --with TARGET:LINES`: pairs two passages that the alignment saw
//! otherwise, from now on.

use std::{
    ops::{Range, RangeInclusive},
    path::PathBuf,
};

use clap::{Arg, ArgMatches};

use super::{
    Failure,
    context::Context,
    options,
    recording::{NewEntries, Recording},
    segments,
    survey::{open, paths_in},
};
use crate::{
    analysis::analyse,
    decisions::pins,
    history::user_name,
    ledger::Decision,
    model::{Document, DocumentReport, Message, RepoPath},
};

pub(super) const WITH: &str = "with";

pub(super) fn argument() -> Arg {
    Arg::new(WITH).long(WITH).value_name("TARGET:LINES").requires(options::PATHS)
}

/// Lines of a file as a user names them: `a.md:12` or `a.md:12-14`.
struct Lines {
    path: RepoPath,
    lines: RangeInclusive<usize>,
    name: String,
}

impl Lines {
    fn parse(name: &str, context: &Context<'_>, recording: &Recording) -> Result<Self, Failure> {
        let malformed = || Failure::new(Message::new("pin-lines").with("name", name));
        let (path, lines) = segments::lines(name).ok_or_else(malformed)?;
        let paths = paths_in(&recording.project.root, context.folder(), &[PathBuf::from(path)])?;
        let path = paths.into_iter().next().ok_or_else(malformed)?;
        Ok(Self { path, lines, name: name.to_owned() })
    }

    /// The segments that stand on these lines.
    fn segments(&self, document: &Document) -> Result<Range<usize>, Failure> {
        let stands = |index: &usize| {
            document
                .segments
                .get(*index)
                .is_some_and(|segment| segments::stands_on(document, segment.span, &self.lines))
        };
        let found: Vec<usize> = (0..document.segments.len()).filter(stands).collect();
        match (found.first(), found.last()) {
            (Some(&first), Some(&last)) => Ok(first..last + 1),
            _ => Err(self.unknown()),
        }
    }

    fn unknown(&self) -> Failure {
        Failure::new(Message::new("ledger-no-segment").with("segment", self.name.as_str()))
    }
}

/// The project, and the entries that pair the two passages named.
pub(super) fn pin(
    matches: &ArgMatches,
    context: &mut Context<'_>,
    state: Decision,
) -> Result<(Recording, Vec<NewEntries>), Failure> {
    let project = open(context)?;
    let analysis = analyse(&project, &context.progress());
    let recording = Recording { project, analysis };
    let paths = options::typed_paths(matches);
    let [source] = paths.as_slice() else { return Err(Failure::new(Message::new("pin-one"))) };
    let target = matches.get_one::<String>(WITH).map_or("", String::as_str);
    let source = Lines::parse(&source.to_string_lossy(), context, &recording)?;
    let target = Lines::parse(target, context, &recording)?;
    let is_meant = |report: &&DocumentReport| {
        let paths = (&report.pair.source, &report.pair.target);
        paths == (&Some(source.path.clone()), &Some(target.path.clone()))
    };
    let report = recording.analysis.documents.iter().find(is_meant);
    let report = report.ok_or_else(|| no_pair(&source, &target))?;
    let (Some(original), Some(translation)) = (&report.source, &report.target) else {
        return Err(no_pair(&source, &target));
    };
    let (from, to) = (source.segments(original)?, target.segments(translation)?);
    let who = user_name(&recording.project.root);
    let pins = pins((original, &from), (translation, &to), state, who.as_deref());
    let new = recording.entries(report, pins);
    Ok((recording, vec![new]))
}

fn no_pair(source: &Lines, target: &Lines) -> Failure {
    let message = Message::new("pin-no-pair").with("source", source.path.as_str());
    Failure::new(message.with("target", target.path.as_str()))
}
