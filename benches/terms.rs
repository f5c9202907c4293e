//! Ten thousand concepts: reading them, and finding them in text, beside a bare Aho–Corasick scan for
//! the same forms.

use std::{fs, path::Path};

use aho_corasick::{AhoCorasick, MatchKind};
use divan::{Bencher, counter::ItemsCount};
use sverka::{
    glossary::{Glossary, Pair, forms},
    model::RepoPath,
};
use tempfile::TempDir;

/// The allocator of the binary.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const CONCEPTS: usize = 10_000;

fn main() {
    divan::main();
}

/// A term base made of the bundled lexicon, a file a letter, and of adjectives with nouns.
fn term_base() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder for the term base");
    let lexicon = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon/ru-en");
    let mut files: Vec<_> =
        fs::read_dir(lexicon).expect("the lexicon").flatten().map(|entry| entry.path()).collect();
    files.sort();
    let texts: Vec<String> =
        files.iter().filter_map(|path| fs::read_to_string(path).ok()).collect();
    let entries: Vec<(&str, &str)> = texts
        .iter()
        .flat_map(|text| text.lines())
        .filter_map(|line| line.split_once('\t'))
        .filter(|(term, english)| !format!("{term}{english}").contains(['"', '\\', '#']))
        .collect();
    let step = (entries.len() / CONCEPTS).max(1);
    let chosen = entries.iter().step_by(step).take(CONCEPTS).enumerate();
    let concept = |(number, (term, english)): (usize, &(&str, &str))| {
        let english = english.split(',').next().unwrap_or_default().trim();
        format!(
            "[[concept]]\nid = \"c{number}\"\nru = [{{ term = \"{term}\" }}]\n\
             en = [{{ term = \"{english}\" }}]\n\n"
        )
    };
    let text: String = chosen.map(concept).collect();
    fs::write(folder.path().join("terms.toml"), text).expect("the term base is written");
    folder
}

fn read(folder: &TempDir) -> Glossary {
    Glossary::read(folder.path(), &RepoPath::new("")).0
}

/// The segments of the project's own corpus, a line each, with their counterparts by number.
fn segments() -> Vec<(String, String)> {
    let lines = |folder: &str| -> Vec<String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join("letters");
        let mut files: Vec<_> =
            fs::read_dir(folder).expect("letters").flatten().map(|entry| entry.path()).collect();
        files.sort();
        let texts = files.iter().filter_map(|path| fs::read_to_string(path).ok());
        let lines = texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>());
        lines.filter(|line| line.len() > 40).collect()
    };
    lines("source-ru").into_iter().zip(lines("translations")).collect()
}

#[divan::bench]
fn reading_ten_thousand_concepts(bencher: Bencher<'_, '_>) {
    let folder = term_base();
    read(&folder);
    bencher.counter(ItemsCount::new(CONCEPTS)).bench(|| read(&folder));
}

#[divan::bench]
fn finding_terms(bencher: Bencher<'_, '_>) {
    let (glossary, segments) = (read(&term_base()), segments());
    bencher.counter(ItemsCount::new(segments.len())).bench(|| {
        segments.iter().map(|(source, _)| glossary.terms_in(source).len()).sum::<usize>()
    });
}

#[divan::bench]
fn bare_aho_corasick(bencher: Bencher<'_, '_>) {
    let (glossary, segments) = (read(&term_base()), segments());
    let terms = glossary.concepts().iter();
    let all: Vec<String> = terms
        .flat_map(|concept| concept.source.iter().flat_map(|term| forms(term, concept.case).texts))
        .collect();
    let automaton = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(&all)
        .expect("the forms make an automaton");
    let folded: Vec<String> =
        segments.iter().map(|(source, _)| source.to_lowercase().replace('ё', "е")).collect();
    bencher
        .counter(ItemsCount::new(segments.len()))
        .bench(|| folded.iter().map(|source| automaton.find_iter(source).count()).sum::<usize>());
}

#[divan::bench]
fn judging_pairs(bencher: Bencher<'_, '_>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (glossary, _) = Glossary::read(folder, &RepoPath::new("glossary"));
    let segments = segments();
    bencher.counter(ItemsCount::new(segments.len())).bench(|| {
        let faults = segments.iter().map(|(source, target)| {
            glossary.judge(Pair { source, target, neighbours: [("", ""); 2] }, |_| true).len()
        });
        faults.sum::<usize>()
    });
}
