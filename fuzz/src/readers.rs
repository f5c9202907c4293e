//! A function for each reader of outside bytes: it reads them and asserts what is true of any.

use std::{fs, path::Path};

use sverka::{
    align::{Evidence, align},
    commands::{self, Environment, Streams},
    formats::{self, Options},
    gate::Baseline,
    glossary::{Glossary, exchange},
    ledger::{Entry, Ledger},
    model::{Code, Document, Language, RepoPath},
    project::Config,
    text::normalize,
};

/// Reads bytes from outside, and breaks down on none.
pub type Reader = fn(&[u8]);

/// A reader and its name, which is that of its fuzz target and of its corpus.
pub const READERS: [(&str, Reader); 6] = [
    ("document", document),
    ("alignment", alignment),
    ("ledger", ledger),
    ("settings", settings),
    ("exchange", exchange),
    ("check", check),
];

/// The two halves of an input: before and after its first NUL.
fn halves(bytes: &[u8]) -> (&[u8], &[u8]) {
    let middle = bytes.iter().position(|&byte| byte == 0).unwrap_or(bytes.len());
    (&bytes[..middle], bytes.get(middle + 1..).unwrap_or_default())
}

fn parsed(ending: &str, language: Language, bytes: &[u8]) -> Option<Document> {
    let path = RepoPath::new(format!("a.{ending}"));
    formats::read(path, language, bytes.to_vec(), &Options::default()).ok()
}

/// The parts of a document are the file, and normalising twice is once.
pub fn document(bytes: &[u8]) {
    for ending in formats::usual_extensions() {
        let Some(document) = parsed(ending, Language::Russian, bytes) else { continue };
        let parts: String =
            document.parts().iter().map(|part| part.span.of(&document.text)).collect();
        assert_eq!(parts, document.text, "{ending}");
        for segment in &document.segments {
            for normal in [normalize::content, normalize::fold] {
                let once = normal(&segment.text);
                assert_eq!(normal(&once), once, "{:?}", segment.text);
            }
        }
    }
}

/// The beads of an alignment cover both sides, in order.
pub fn alignment(bytes: &[u8]) {
    let (source, target) = halves(bytes);
    let sides = (parsed("md", Language::Russian, source), parsed("md", Language::English, target));
    let (Some(source), Some(target)) = sides else { return };
    let beads = align(&source, &target, &Evidence::default()).beads;
    let covered = |side: fn(&sverka::model::Bead) -> std::ops::Range<usize>| {
        beads.iter().flat_map(side).collect::<Vec<usize>>()
    };
    let mut targets = covered(|bead| bead.target.clone());
    targets.sort_unstable();
    assert_eq!(covered(|bead| bead.source.clone()), (0..source.segments.len()).collect::<Vec<_>>());
    assert_eq!(targets, (0..target.segments.len()).collect::<Vec<_>>());
}

/// An entry is read as it was written, and the order of lines means nothing.
pub fn ledger(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let entries: Vec<Entry> =
        text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    for entry in &entries {
        assert_eq!(serde_json::from_str::<Entry>(&entry.to_line()).ok().as_ref(), Some(entry));
    }
    let state = |ledger: &Ledger, entry: &Entry| {
        ledger.pair(&entry.source, &entry.target).map(|entry| entry.state)
    };
    let one: Ledger = entries.iter().cloned().collect();
    let other: Ledger = entries.iter().rev().cloned().collect();
    for entry in &entries {
        assert_eq!(state(&one, entry), state(&other, entry));
    }
    let (baseline, _) = Baseline::read(&RepoPath::new("baseline.jsonl"), &text);
    let again = Baseline::read(&RepoPath::new("baseline.jsonl"), &baseline.to_text()).0;
    assert_eq!(again, baseline);
}

/// A configuration and a term file are read to their end, whatever is wrong with them.
pub fn settings(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut problems = Vec::new();
    Config::read(&text, &[Code::new("stale")], &mut problems);
    for problem in problems {
        assert!(problem.span.end <= text.len(), "{problem:?}");
    }
    let path = RepoPath::new("glossary/terms.toml");
    let concepts = Glossary::concepts_in(&path, &text);
    assert_eq!(Glossary::concepts_in(&path, &text), concepts);
}

/// What is imported and exported again as CSV is imported as the same.
pub fn exchange(bytes: &[u8]) {
    for (name, format) in exchange::Format::NAMES {
        let Ok(import) = exchange::read(format, &RepoPath::new("terms"), bytes) else { continue };
        let mut written = Vec::new();
        let export = exchange::write(exchange::Format::Csv, &import.concepts, &mut written);
        assert!(export.is_ok(), "{name}");
    }
}

/// A whole check of a small project gives the same bytes twice, never panics, and what was
/// accepted is not stale.
pub fn check(bytes: &[u8]) {
    let (source, target) = halves(bytes);
    let Ok(folder) = tempfile::tempdir() else { return };
    let root = folder.path();
    for (side, text) in [("source-ru", source), ("translations", target)] {
        let written = fs::create_dir_all(root.join(side))
            .and_then(|()| fs::write(root.join(side).join("a.md"), text));
        if written.is_err() {
            return;
        }
    }
    let first = run(root, &["check", "--format", "json"]);
    assert_eq!(run(root, &["check", "--format", "json"]), first);
    run(root, &["accept", "--all"]);
    let accepted = run(root, &["check", "--format", "json"]);
    for code in ["stale", "edited"] {
        assert!(!accepted.contains(&format!("\"code\": \"{code}\"")), "{accepted}");
    }
}

/// What a command prints.
fn run(root: &Path, arguments: &[&str]) -> String {
    let environment = Environment {
        arguments: ["sverka"].iter().chain(arguments).map(Into::into).collect(),
        folder: root.to_owned(),
        ..Environment::default()
    };
    let (mut output, mut diagnostics) = (Vec::new(), Vec::new());
    let mut streams = Streams {
        input: &mut std::io::empty(),
        output: &mut output,
        diagnostics: &mut diagnostics,
        keys: None,
    };
    let exit = commands::run(&environment, &mut streams).code();
    let said = String::from_utf8_lossy(&diagnostics);
    assert!(!said.contains("broke down"), "{said}");
    format!("{exit}\n{}", String::from_utf8_lossy(&output))
}
