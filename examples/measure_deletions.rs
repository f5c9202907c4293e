//! Deletes one sentence of a translation after the other and counts how many are seen.
//!
//! `measure_deletions [SOURCE TARGET]…`: pairs of files; without any, the project's own texts.
//! Every sentence that has a counterpart of its own is deleted once, and counts as seen if its
//! original is then untranslated. By the number of words of the original; with `SHOW` in the
//! environment the deletions that were not seen are printed with what stands in their place. What else is said to be lost or added
//! in a text of which one sentence was deleted, and was not before, is false.
#![allow(clippy::print_stdout, reason = "an example prints its result")]

use std::{collections::BTreeSet, env, error::Error, fs, path::Path};

use rayon::prelude::*;
use sverka::{
    align::{Evidence, align},
    formats::{Options, parse},
    model::{Direction, Document, Language, RepoPath, Span, State, TranslationUnit},
    states,
    text::{settled::Settled, words::words},
};

/// The lengths that are counted apart: up to so many words.
const CLASSES: [(usize, &str); 3] =
    [(2, "1-2 words"), (5, "3-5 words"), (usize::MAX, "6 and more")];

/// The two texts of a document.
struct Texts {
    source: String,
    target: String,
}

/// What became of one deletion.
struct Outcome {
    words: usize,
    is_seen: bool,
    elsewhere: usize,
    text: String,
    /// The bead that the original stands in.
    place: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    let texts = read()?;
    let outcomes: Vec<Outcome> = texts.par_iter().flat_map(deletions).collect();
    let mut least = 0;
    for (most, name) in CLASSES {
        let of_class = |outcome: &&Outcome| (least + 1..=most).contains(&outcome.words);
        let class: Vec<&Outcome> = outcomes.iter().filter(of_class).collect();
        let seen = class.iter().filter(|outcome| outcome.is_seen).count();
        println!("{name:<12} {seen:>5} of {:>5}  {:.3}", class.len(), share(seen, class.len()));
        least = most;
    }
    let elsewhere: usize = outcomes.iter().map(|outcome| outcome.elsewhere).sum();
    println!("false at other places: {elsewhere}");
    if env::var("SHOW").is_ok() {
        let missed = outcomes.iter().filter(|outcome| !outcome.is_seen);
        missed.for_each(|outcome| println!("  {}\n      {}", outcome.text, outcome.place));
    }
    Ok(())
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

fn read() -> Result<Vec<Texts>, Box<dyn Error>> {
    let mut paths: Vec<String> = env::args().skip(1).collect();
    if paths.is_empty() {
        for folder in ["letters", "essays", "guide"] {
            for entry in fs::read_dir(Path::new("source-ru").join(folder))? {
                let name = entry?.file_name().to_string_lossy().into_owned();
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

/// Deletes every sentence that stands alone opposite another.
fn deletions(texts: &Texts) -> Vec<Outcome> {
    let (source, target) = (document(Language::Russian, &texts.source), english(&texts.target));
    let clean = units(&source, &target);
    let known = unpaired(&clean, &source, &target);
    let alone = clean.iter().map(|unit| &unit.bead);
    let alone = alone.filter(|bead| bead.source.len() == 1 && bead.target.len() == 1);
    let places: Vec<(usize, Span)> =
        alone.map(|bead| (bead.source.start, target.segments[bead.target.start].span)).collect();
    let outcome = |&(segment, span): &(usize, Span)| {
        let cut = english(&without(&texts.target, span));
        let units = units(&source, &cut);
        let is_lost = |unit: &&TranslationUnit| unit.state == State::Untranslated;
        let mut lost = units.iter().filter(is_lost);
        let text = source.segments[segment].text.clone();
        let others = unpaired(&units, &source, &cut);
        let own = units.iter().find(|unit| unit.bead.source.contains(&segment));
        let place = own.map_or_else(String::new, |unit| {
            let (from, to) = (source.prose_of(&unit.bead.source), cut.prose_of(&unit.bead.target));
            format!("{:.2} {from} | {to}", unit.bead.score)
        });
        Outcome {
            words: words(&text).count(),
            is_seen: lost.any(|unit| unit.bead.source.contains(&segment)),
            elsewhere: others.difference(&known).filter(|other| **other != text).count(),
            text,
            place,
        }
    };
    places.par_iter().map(outcome).collect()
}

/// A text without a sentence and the space after it.
fn without(text: &str, span: Span) -> String {
    let (before, after) = (&text[..span.start], &text[span.end..]);
    let after = after.strip_prefix(' ').unwrap_or(after);
    format!("{before}{after}")
}

fn english(text: &str) -> Document {
    document(Language::English, text)
}

fn document(language: Language, text: &str) -> Document {
    parse(RepoPath::new("a.md"), language, text.to_owned(), &Options::default())
}

fn units(source: &Document, target: &Document) -> Vec<TranslationUnit> {
    let alignment = align(source, target, &Evidence::default());
    let mut units = states::from_texts(alignment, (source, target), Direction::RuEn);
    states::mark_strangers(&mut units, (source, target), &Settled::default());
    units
}

/// The texts that have no counterpart.
fn unpaired(units: &[TranslationUnit], source: &Document, target: &Document) -> BTreeSet<String> {
    let is_alone =
        |unit: &&TranslationUnit| matches!(unit.state, State::Untranslated | State::Extra);
    let prose = |unit: &TranslationUnit| match unit.bead.source.is_empty() {
        true => target.prose_of(&unit.bead.target),
        false => source.prose_of(&unit.bead.source),
    };
    units.iter().filter(is_alone).map(prose).collect()
}
