//! Documents from file to findings: cutting, aligning, judging, and replaying a history of them.

use std::{fs, path::Path};

use divan::{Bencher, counter::ItemsCount};
use git2::{IndexAddOption, Repository, Signature, Time};
use sverka::{
    align::{Evidence, align},
    analysis::analyse,
    checks,
    formats::{Options, parse},
    model::{Document, Language, RepoPath},
    progress::Silent,
    project::Project,
};
use tempfile::TempDir;

/// The allocator of the binary.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How often the project's own documents are taken.
const COPIES: usize = 8;

/// Commits of the history that is replayed, each with a changed sentence on either side.
const COMMITS: usize = 200;

fn main() {
    divan::main();
}

/// The letters of the project in both languages, each several times.
fn letters() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut names: Vec<_> = fs::read_dir(root.join("source-ru/letters"))
        .expect("letters")
        .flatten()
        .map(|entry| entry.file_name())
        .collect();
    names.sort();
    let read =
        |folder: &str, name| fs::read_to_string(root.join(folder).join("letters").join(name));
    let both = names
        .iter()
        .filter_map(|name| Some((read("source-ru", name).ok()?, read("translations", name).ok()?)));
    let all: Vec<(String, String)> = both.collect();
    all.iter().cycle().take(all.len() * COPIES).cloned().collect()
}

fn document(language: Language, text: &str) -> Document {
    parse(RepoPath::new("a.md"), language, text.to_owned(), &Options::default())
}

fn documents() -> Vec<(Document, Document)> {
    let both = |(source, target): &(String, String)| {
        (document(Language::Russian, source), document(Language::English, target))
    };
    letters().iter().map(both).collect()
}

fn segments(documents: &[(Document, Document)]) -> ItemsCount {
    ItemsCount::new(documents.iter().map(|(source, _)| source.segments.len()).sum::<usize>())
}

#[divan::bench]
fn cutting_into_segments(bencher: Bencher<'_, '_>) {
    let letters = letters();
    bencher.counter(segments(&documents())).bench(|| {
        letters
            .iter()
            .map(|(source, _)| document(Language::Russian, source).segments.len())
            .sum::<usize>()
    });
}

#[divan::bench]
fn aligning(bencher: Bencher<'_, '_>) {
    let (documents, evidence) = (documents(), Evidence::default());
    bencher.counter(segments(&documents)).bench(|| {
        documents
            .iter()
            .map(|(source, target)| align(source, target, &evidence).beads.len())
            .sum::<usize>()
    });
}

/// A repository with all letters and a history, and what a run has kept of it before.
fn repository() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder for the repository");
    let git = Repository::init(folder.path()).expect("a repository");
    let mut letters = letters();
    for side in ["source-ru", "translations"] {
        fs::create_dir_all(folder.path().join(side)).expect("a folder for the texts");
    }
    for commit in 0..=COMMITS {
        let changed = if commit == 0 {
            0..letters.len()
        } else {
            commit % letters.len()..commit % letters.len() + 1
        };
        for number in changed {
            let (source, target) = &mut letters[number];
            source.push_str(&format!("\nПришло письмо номер {commit}.\n"));
            target.push_str(&format!("\nLetter number {commit} came.\n"));
            let write = |side: &str, text: &str| {
                fs::write(folder.path().join(side).join(format!("{number}.md")), text)
            };
            write("source-ru", source).expect("the original is written");
            write("translations", target).expect("the translation is written");
        }
        record(&git, commit).expect("a commit");
    }
    folder
}

fn record(git: &Repository, number: usize) -> Result<(), git2::Error> {
    let mut index = git.index()?;
    index.add_all(["*"], IndexAddOption::DEFAULT, None)?;
    index.write()?;
    let tree = git.find_tree(index.write_tree()?)?;
    let who = Signature::new("A", "a@example.org", &Time::new(number as i64 * 600, 0))?;
    let parent = git.head().ok().and_then(|head| head.peel_to_commit().ok());
    let parents: Vec<_> = parent.iter().collect();
    git.commit(Some("HEAD"), &who, &who, "Change a letter", &tree, &parents)?;
    Ok(())
}

fn judge(folder: &TempDir) -> usize {
    let codes: Vec<_> = checks::rules().map(|rule| rule.code).collect();
    let project = Project::open(folder.path(), &codes).expect("a project");
    analyse(&project, &Silent).documents.len()
}

#[divan::bench(sample_count = 10)]
fn the_first_run_on_a_history(bencher: Bencher<'_, '_>) {
    let folder = repository();
    bencher.bench(|| {
        let _ = fs::remove_dir_all(folder.path().join(".git/sverka"));
        judge(&folder)
    });
}

#[divan::bench(sample_count = 10)]
fn the_next_run_on_a_history(bencher: Bencher<'_, '_>) {
    let folder = repository();
    judge(&folder);
    bencher.bench(|| judge(&folder));
}
