//! `sverka glossary find WORD`: where a word stands in either language, and how it is translated.

use clap::{Arg, ArgMatches};

use super::{documents, exit, open_glossary};
use crate::{
    commands::{Command, Exit, Failure, context::Context, options},
    glossary::{Glossary, Query, locate},
    model::{Document, DocumentReport, Language},
    report::glossary::{Concordance, FORMATS, Line},
};

pub(super) const COMMAND: Command = Command { name: "find", arguments, run };

pub(super) const WORD: &str = "word";

fn arguments(command: clap::Command) -> clap::Command {
    command.arg(word()).arg(options::format(FORMATS))
}

/// A word or a phrase; several arguments are one phrase.
pub(super) fn word() -> Arg {
    Arg::new(WORD).value_name("WORD").required(true).num_args(1..)
}

/// The phrase given.
pub(super) fn chosen_word(matches: &ArgMatches) -> String {
    let words: Vec<&str> =
        matches.get_many::<String>(WORD).into_iter().flatten().map(String::as_str).collect();
    words.join(" ")
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let (project, glossary, is_sound) = open_glossary(context)?;
    let word = chosen_word(matches);
    let query = Query::of(&word);
    let (analysis, is_whole) = documents(&project, context);
    let concepts = glossary.concepts().iter().filter(|concept| Glossary::has(concept, &query));
    let lines = analysis.documents.iter().flat_map(|report| lines(report, &query));
    let concordance = Concordance { concepts: concepts.collect(), lines: lines.collect() };
    if options::chosen_format(matches) == "json" {
        context.write(|output| concordance.write_json(output))?;
    } else {
        context.write_page(|page| concordance.write_page(page))?;
    }
    let found = !(concordance.lines.is_empty() && concordance.concepts.is_empty());
    Ok(if found || !(is_sound && is_whole) { exit(is_sound && is_whole) } else { Exit::Findings })
}

/// The segments of a document pair that have the words.
fn lines(report: &DocumentReport, query: &Query) -> Vec<Line> {
    let text = |document: &Option<Document>, segments: &std::ops::Range<usize>| {
        document.as_ref().map_or_else(String::new, |document| document.prose_of(segments))
    };
    let mut lines = Vec::new();
    for unit in &report.units {
        let source = text(&report.source, &unit.bead.source);
        let target = text(&report.target, &unit.bead.target);
        let (document, segments, prose) = match query.language {
            Language::Russian => (&report.source, &unit.bead.source, &source),
            Language::English => (&report.target, &unit.bead.target, &target),
        };
        let Some(document) = document else { continue };
        let Some(whole) = document.span_of(segments) else { continue };
        if let Some(range) = query.find_in(prose).into_iter().next() {
            let located = locate(prose, &range, whole.of(&document.text));
            let place = document.place(located.map_or(whole, |range| whole.part(range)));
            lines.push(Line { place, source, target });
        }
    }
    lines
}
