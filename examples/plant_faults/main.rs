//! Plants faults into clean translations and counts how many the checks find.
//!
//! `plant_faults [SOURCE TARGET]…`: pairs of files; without any, the project's own texts. One
//! fault at a time is planted into one sentence pair, the checks run on the whole document, and
//! it counts as found if a finding of the right kind is there that was not there before. With
//! `SHOW=KIND` in the environment the faults of a kind that were not found are printed.
#![allow(clippy::print_stdout, reason = "an example prints its result")]

mod faults;

use std::{collections::BTreeSet, env, error::Error, fs, path::Path};

use faults::{FAULTS, Fault, Site};
use rayon::prelude::*;
use sverka::{
    align::{Evidence, align},
    checks::{self, Findings, Levels, Pages, View},
    formats::{Options, parse},
    glossary::Glossary,
    model::{
        BlockKind, Direction, Document, DocumentPair, Fingerprint, Language, RepoPath, Span,
        TranslationUnit, Words,
    },
    states,
    text::settled::Settled,
};

/// Faults of a kind, at most.
const MOST: usize = 100;

/// The two texts of a document.
struct Texts {
    source: String,
    target: String,
}

/// A sentence pair of a document: where it stands in both files.
struct Place {
    texts: usize,
    source: Span,
    target: Span,
    ends_block: bool,
    is_block: bool,
    before_quotation: bool,
}

fn main() -> Result<(), Box<dyn Error>> {
    let texts = read()?;
    let known: Vec<BTreeSet<Known>> = texts.par_iter().map(found_in).collect();
    let places: Vec<Place> = texts.iter().enumerate().flat_map(places_of).collect();
    let (mut all, mut all_found) = (0, 0);
    for fault in FAULTS {
        let planted = plant(fault, &texts, &places);
        let found: Vec<bool> = planted
            .par_iter()
            .map(|(place, faulty)| is_found(fault, faulty, &known[place.texts]))
            .collect();
        let count = found.iter().filter(|found| **found).count();
        let recall = count as f64 / planted.len().max(1) as f64;
        println!("{:<24} {count:>4} of {:>4}  {recall:.2}", fault.name, planted.len());
        if env::var("SHOW").is_ok_and(|name| name == fault.name) {
            let missed = planted.iter().zip(&found).filter(|(_, found)| !**found);
            missed.for_each(|((place, faulty), _)| show(place, &texts[place.texts], faulty));
        }
        all += planted.len();
        all_found += count;
    }
    println!(
        "{:<24} {all_found:>4} of {all:>4}  {:.2}",
        "all",
        all_found as f64 / all.max(1) as f64
    );
    Ok(())
}

fn read() -> Result<Vec<Texts>, Box<dyn Error>> {
    let mut paths: Vec<String> = env::args().skip(1).collect();
    if paths.is_empty() {
        for folder in ["letters", "essays", "guide"] {
            let mut names: Vec<_> = fs::read_dir(Path::new("source-ru").join(folder))?
                .map(|entry| entry.map(|entry| entry.file_name()))
                .collect::<Result<_, _>>()?;
            names.sort();
            for name in names.iter().filter_map(|name| name.to_str()) {
                paths.push(format!("source-ru/{folder}/{name}"));
                paths.push(format!("translations/{folder}/{name}"));
            }
        }
    }
    let texts = paths.chunks_exact(2).map(|pair| {
        Ok(Texts { source: fs::read_to_string(&pair[0])?, target: fs::read_to_string(&pair[1])? })
    });
    texts.collect()
}

/// A document pair as the checks see it; every file is read as Markdown.
fn documents(texts: &Texts) -> (Document, Document, Vec<TranslationUnit>) {
    let read = |language, text: &String| {
        parse(RepoPath::new("a.md"), language, text.clone(), &Options::default())
    };
    let source = read(Language::Russian, &texts.source);
    let target = read(Language::English, &texts.target);
    let alignment = align(&source, &target, &Evidence::default());
    let units = states::from_texts(alignment, (&source, &target), Direction::RuEn);
    (source, target, units)
}

fn places_of((index, texts): (usize, &Texts)) -> Vec<Place> {
    let (source, target, units) = documents(texts);
    let one_to_one = units
        .iter()
        .filter(|unit| unit.bead.source.len() == 1 && unit.bead.target.len() == 1)
        .map(|unit| (unit.bead.source.start, unit.bead.target.start));
    let is_prose =
        |&(_, to): &(usize, usize)| matches!(target.block_of(to).kind, BlockKind::Paragraph);
    let place = |(from, to): (usize, usize)| {
        let (before, after) = (source.block_of(from), target.block_of(to));
        Place {
            texts: index,
            source: source.segments[from].span,
            target: target.segments[to].span,
            ends_block: before.segments.end == from + 1 && after.segments.end == to + 1 && to > 0,
            is_block: before.segments.len() == 1 && after.segments.len() == 1,
            before_quotation: after.segments.end < target.segments.len() && {
                let next = &target.segments[after.segments.end];
                next.span.of(&target.text).starts_with(['"', '“', '‘', '\''])
            },
        }
    };
    one_to_one.filter(is_prose).map(place).collect()
}

/// The fault wherever it can be planted, at most [`MOST`] times, spread over all documents.
fn plant<'p>(fault: &Fault, texts: &[Texts], places: &'p [Place]) -> Vec<(&'p Place, Texts)> {
    let planted: Vec<(&Place, Texts)> = places
        .iter()
        .filter_map(|place| {
            let Texts { source, target } = &texts[place.texts];
            let site = Site {
                source: place.source.of(source),
                target: place.target.of(target),
                ends_block: place.ends_block,
                is_block: place.is_block,
                before_quotation: place.before_quotation,
            };
            let (new_source, new_target) = (fault.plant)(&site)?;
            let faulty = Texts {
                source: replaced(source, place.source, &new_source),
                target: replaced(target, place.target, &new_target),
            };
            Some((place, faulty))
        })
        .collect();
    let step = planted.len().div_ceil(MOST).max(1);
    planted.into_iter().step_by(step).collect()
}

fn replaced(text: &str, span: Span, with: &str) -> String {
    format!("{}{with}{}", &text[..span.start], &text[span.end..])
}

/// A finding as it is known again: its code, the fingerprint of what it is about.
type Known = (String, Fingerprint);

fn is_found(fault: &Fault, faulty: &Texts, known: &BTreeSet<Known>) -> bool {
    found_in(faulty).difference(known).any(|(code, _)| fault.expected.contains(&code.as_str()))
}

fn found_in(texts: &Texts) -> BTreeSet<Known> {
    let (source, target, units) = documents(texts);
    let pair = DocumentPair {
        source: Some(source.path.clone()),
        target: Some(target.path.clone()),
        expected_target: None,
        shared: "a.md".to_owned(),
        renamed: false,
        direction: None,
    };
    let view = View {
        settled: &Settled::default(),
        notes: &[],
        pair: &pair,
        source: Some(&source),
        target: Some(&target),
        units: &units,
        stale_passages: &[],
        words: Words::default(),
        minimum: None,
        required: None,
        glossary: &Glossary::default(),
        pages: &Pages::default(),
        unreadable: &[],
        leading: Direction::RuEn,
    };
    let levels = Levels::defaults();
    let mut findings = Findings::new(&levels);
    checks::run(&view, &mut findings);
    let known =
        |finding: sverka::model::Finding| (finding.code.as_str().to_owned(), finding.fingerprint);
    findings.into_sorted().into_iter().map(known).collect()
}

/// The line of the target that the fault changed, under the sentence of the source.
fn show(place: &Place, clean: &Texts, faulty: &Texts) {
    let mut lines = clean.target.lines().zip(faulty.target.lines());
    let changed = lines.find(|(old, new)| old != new).map_or("", |(_, new)| new);
    println!("  {}\n  {changed}", place.source.of(&clean.source));
}
