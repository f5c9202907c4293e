//! The term base in other programs' formats: cases as files, what survives a round trip, and the
//! two commands.
//!
//! A case is a file to import and beside it `<name>.expected`: a line for each mistake or warning,
//! with its place, and then the concepts as TOML. `UPDATE_CASES=1 cargo test exchange` writes what
//! is found as what is expected: read it before you commit it.

use std::{fs, path::Path};

use proptest::prelude::*;
use sverka::{
    glossary::{
        Case, Concept, Glossary, Level, PathPatterns, SourceTerm, Status, TargetTerm,
        exchange::{Format, Import, concept_toml, read, write},
    },
    model::{Diagnostic, Position, RepoPath},
    ui::Messages,
};

use crate::harness::Project;

fn shown(diagnostics: &[Diagnostic], label: &str) -> String {
    let messages = Messages::english();
    let line = |diagnostic: &Diagnostic| {
        let place = diagnostic.position.map(|p| format!("{}:{} ", p.line, p.column));
        format!("{}{label}: {}\n", place.unwrap_or_default(), messages.text(&diagnostic.message))
    };
    diagnostics.iter().map(line).collect()
}

fn toml(concepts: &[Concept]) -> String {
    concepts.iter().map(concept_toml).collect::<Vec<_>>().join("\n")
}

#[test]
fn cases() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/exchange");
    let entries = fs::read_dir(&folder).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending != "expected"));
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap().to_str().unwrap();
        let format = Format::of_path(&path).unwrap();
        let found = match read(format, &RepoPath::new(name), &fs::read(&path).unwrap()) {
            Ok(Import { concepts, warnings }) => shown(&warnings, "warning") + &toml(&concepts),
            Err(errors) => shown(&errors, "error"),
        };
        let beside = format!("{}.expected", path.display());
        if std::env::var_os("UPDATE_CASES").is_some() {
            fs::write(&beside, &found).unwrap();
        }
        assert_eq!(found, fs::read_to_string(&beside).unwrap_or_default(), "{name}");
    }
}

/// Writes and reads again; gives both as TOML.
fn round_trip(format: Format, concepts: &[Concept]) -> (String, String) {
    let mut bytes = Vec::new();
    write(format, concepts, &mut bytes).unwrap();
    let import = read(format, &RepoPath::new("terms"), &bytes).unwrap();
    assert_eq!(import.warnings, []);
    (toml(&import.concepts), toml(concepts))
}

/// Text of one line with the signs that formats give a meaning to.
fn text() -> impl Strategy<Value = String> {
    "[а-яёА-Яa-zA-Z0-9][а-яa-z «»\"';,|\\\\&<>#=-]{0,12}[а-яa-z0-9\"|&>]".prop_map(|text| {
        text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    })
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(text(), 0..3)
}

fn lines() -> impl Strategy<Value = Option<String>> {
    prop::option::of(prop::collection::vec(text(), 1..3).prop_map(|lines| lines.join("\n")))
}

fn patterns() -> impl Strategy<Value = Option<PathPatterns>> {
    let pattern = prop::sample::select(vec!["letters/**", "*.md", "черновики/*"]);
    prop::option::of(prop::collection::vec(pattern.prop_map(str::to_owned), 1..3))
        .prop_map(|patterns| patterns.map(|patterns| PathPatterns::new(patterns).unwrap()))
}

fn status() -> impl Strategy<Value = Status> {
    prop::sample::select(Status::NAMES.map(|(_, status)| status).to_vec())
}

prop_compose! {
    fn source_term()(text in text(), derived: bool, forms in texts(), not_forms in texts())
        -> SourceTerm {
        SourceTerm { derived, forms, not_forms, ..SourceTerm::plain(&text) }
    }
}

prop_compose! {
    fn target_term()(
        text in text(), status in status(), variants in texts(), only_for in texts(),
        except in texts(),
    ) -> TargetTerm {
        TargetTerm { variants, only_for, except, ..TargetTerm::plain(&text, status) }
    }
}

prop_compose! {
    /// A concept of which everything is said that can be said.
    fn whole_concept()(
        id in text(), texts in (lines(), lines(), lines(), lines()),
        level in prop::option::of(prop::sample::select(Level::NAMES.map(|(_, level)| level).to_vec())),
        patterns in (patterns(), patterns()),
        source in prop::collection::vec(source_term(), 1..4),
        target in prop::collection::vec(target_term(), 1..4),
        unless in texts(), count: bool,
        case in prop::sample::select(Case::NAMES.map(|(_, case)| case).to_vec()),
    ) -> Concept {
        let (definition, domain, note, origin) = texts;
        let (scope, exclude) = patterns;
        let place = (RepoPath::new(""), Position { line: 1, column: 1 });
        Concept {
            definition, domain, note, origin, level, scope, exclude, source, target, unless, count,
            case, ..Concept::named(id, place)
        }
    }
}

/// Concepts without what no term base would have: the same name, term or rendering twice.
fn term_base(mut concepts: Vec<Concept>) -> Vec<Concept> {
    concepts.sort_by(|a, b| a.id.cmp(&b.id));
    concepts.dedup_by(|a, b| a.id == b.id);
    for concept in &mut concepts {
        concept.source.sort_by(|a, b| a.text.cmp(&b.text));
        concept.source.dedup_by(|a, b| a.text == b.text);
        concept.target.sort_by(|a, b| a.text.cmp(&b.text));
        concept.target.dedup_by(|a, b| a.text == b.text);
    }
    concepts
}

fn whole_term_base() -> impl Strategy<Value = Vec<Concept>> {
    prop::collection::vec(whole_concept(), 1..4).prop_map(term_base)
}

/// The concepts as the tab-separated list can hold them.
fn bare(concepts: Vec<Concept>) -> Vec<Concept> {
    let bare = |(number, concept): (usize, Concept)| {
        let source = SourceTerm::plain(&format!("т{number} {}", concept.source[0].text));
        let target = concept.target.iter().enumerate().map(|(place, term)| {
            let status = if place == 0 { Status::Preferred } else { Status::Admitted };
            TargetTerm::plain(&term.text, status)
        });
        let id = format!("t{number}");
        Concept {
            target: target.collect(),
            source: vec![source],
            note: concept.note.map(|note| note.replace('\n', " ")),
            ..Concept::named(id, concept.place)
        }
    };
    concepts.into_iter().enumerate().map(bare).collect()
}

/// The concepts without what only Sverka knows: how they are looked for and judged.
fn without_rules(concepts: Vec<Concept>) -> Vec<Concept> {
    let plain = |concept: Concept| Concept {
        case: Case::suggested_by(&concept.source[0].text),
        source: concept.source.iter().map(|term| SourceTerm::plain(&term.text)).collect(),
        target: concept.target.into_iter().map(without_limits).collect(),
        definition: concept.definition,
        domain: concept.domain,
        note: concept.note,
        origin: concept.origin,
        ..Concept::named(concept.id, concept.place)
    };
    concepts.into_iter().map(plain).collect()
}

fn without_limits(term: TargetTerm) -> TargetTerm {
    TargetTerm { variants: term.variants, ..TargetTerm::plain(&term.text, term.status) }
}

/// TOML without the lines of ids.
fn without_ids(toml: &str) -> Vec<&str> {
    toml.lines().filter(|line| !line.starts_with("id = ")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn term_files_hold_everything(concepts in whole_term_base()) {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("glossary")).unwrap();
        fs::write(folder.path().join("glossary/terms.toml"), toml(&concepts)).unwrap();
        let (glossary, mistakes) = Glossary::read(folder.path(), &RepoPath::new("glossary"));
        prop_assert_eq!(mistakes, []);
        prop_assert_eq!(toml(glossary.concepts()), toml(&concepts));
    }

    #[test]
    fn csv_holds_everything(concepts in whole_term_base()) {
        let (after, before) = round_trip(Format::Csv, &concepts);
        prop_assert_eq!(after, before);
    }

    #[test]
    fn tbx_holds_what_is_said_of_concepts_and_statuses(concepts in whole_term_base()) {
        let (after, before) = round_trip(Format::Tbx, &without_rules(concepts));
        prop_assert_eq!(after, before);
    }

    #[test]
    fn tab_separated_lists_hold_terms_renderings_and_notes(concepts in whole_term_base()) {
        let (after, before) = round_trip(Format::Tab, &bare(concepts));
        prop_assert_eq!(without_ids(&after), without_ids(&before));
    }

    #[test]
    fn no_bytes_break_the_readers(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        for (_, format) in Format::NAMES {
            let _ = read(format, &RepoPath::new("terms"), &bytes);
        }
    }

    #[test]
    fn no_xml_breaks_the_reader(
        text in "\u{feff}?<martif>((</?(term|tig|termEntry|дом)( id=\"д\"| xml:lang=\"(en|ru)\")?/?>)|[а-я]|&[а-я]?;?|<!|\\]\\]>|-->)*",
    ) {
        let _ = read(Format::Tbx, &RepoPath::new("terms"), text.as_bytes());
    }

    #[test]
    fn no_text_breaks_the_readers(text in "(id|ru|en|[,;\t\n\r\"|<>&/# а-яa-z])*") {
        for (_, format) in Format::NAMES {
            let _ = read(format, &RepoPath::new("terms"), text.as_bytes());
        }
    }
}

const TERMS: &str =
    "[[concept]]\nid = \"mir\"\nru = [{ term = \"мир\" }]\nen = [{ term = \"peace\" }]\n";

#[test]
fn what_is_imported_is_in_the_term_base() {
    let project = Project::new();
    project.write("glossary/terms.toml", TERMS).write("list.csv", "ru,en\nповестка,draft notice\n");
    let preview = project.sverka(["glossary", "import", "list.csv", "--dry-run"]).exits(0);
    assert!(preview.stdout.contains("id = \"povestka\""), "{}", preview.stdout);
    assert!(!project.path("glossary/list.toml").exists());
    project.sverka(["glossary", "import", "list.csv"]).exits(0);
    assert_eq!(project.read("glossary/list.toml"), preview.stdout);
    let explained = project.sverka(["glossary", "explain", "повестку"]).exits(0);
    assert!(explained.stdout.contains("draft notice"), "{}", explained.stdout);
}

#[test]
fn nothing_is_imported_by_halves() {
    let project = Project::new();
    project.write("glossary/terms.toml", TERMS);
    project.write("list.csv", "ru,en\nповестка,draft notice\nмир,peace,war\n");
    let run = project.sverka(["glossary", "import", "list.csv", "--into", "glossary/terms.toml"]);
    assert!(run.exits(2).stderr.contains("list.csv:3:1: error"));
    assert_eq!(project.read("glossary/terms.toml"), TERMS);
}

#[test]
fn an_import_adds_what_the_term_base_lacks() {
    let project = Project::new();
    let list = "id,ru,en\npeace,мир,Peace\nmir-2,мир,world\nhouse,дом,house\n";
    project.write("glossary/terms.toml", TERMS).write("list.csv", list);
    let run = project.sverka(["glossary", "import", "list.csv"]).exits(0);
    assert!(run.stderr.contains("list.csv:3:1: warning: “мир” is left out"), "{}", run.stderr);
    assert!(run.stderr.contains("1 concept was there already"), "{}", run.stderr);
    assert_eq!(project.read("glossary/list.toml").matches("[[concept]]").count(), 1);
    let again = project.sverka(["glossary", "import", "list.csv"]).exits(0);
    assert!(again.stderr.contains("2 concepts were there already"), "{}", again.stderr);
    assert_eq!(project.read("glossary/list.toml").matches("[[concept]]").count(), 1);
}

#[test]
fn a_name_of_another_concept_is_refused() {
    let project = Project::new();
    project.write("glossary/terms.toml", TERMS);
    project.write("list.csv", "id,ru,en\nmir,лодка,boat\nhouse,дом,house\n");
    let run = project.sverka(["glossary", "import", "list.csv"]).exits(2);
    assert!(run.stderr.contains("“mir”") && run.stderr.contains("glossary/terms.toml"));
    assert!(!project.path("glossary/list.toml").exists());
}

#[test]
fn spreadsheets_are_named_with_advice() {
    let project = Project::new();
    project.write("glossary/terms.toml", TERMS).write("terms.xlsx", "PK");
    for arguments in [["import", "terms.xlsx"], ["export", "--output=terms.xlsx"]] {
        let run = project.sverka(["glossary", arguments[0], arguments[1]]).exits(2);
        assert!(run.stderr.contains("CSV UTF-8"), "{}", run.stderr);
    }
    assert_eq!(project.read("terms.xlsx"), "PK");
}

#[test]
fn the_russian_term_comes_first() {
    let project = Project::new();
    project.write("glossary/terms.toml", "");
    let run = project.sverka(["glossary", "add", "cat", "кошка"]).exits(2);
    assert!(run.stderr.contains("sverka glossary add кошка cat"), "{}", run.stderr);
    let run = project.sverka(["glossary", "add", "кошка", "cat"]).exits(0);
    assert_eq!(run.stdout, "it occurs nowhere in the originals\n");
    project
        .write("glossary/terms.toml", "[[concept]]\nid = \"cat\"\nru = \"cat\"\nen = \"кошка\"\n");
    let run = project.sverka(["glossary", "lint"]);
    assert!(run.stdout.contains("error[languages]"), "{} {}", run.stdout, run.stderr);
}

#[test]
fn an_import_goes_into_the_term_base() {
    let project = Project::new();
    project.write("glossary/terms.toml", TERMS).write("list.csv", "ru,en\nдом,house\n");
    for into in ["terms.toml", "glossary/terms.txt", "../terms.toml"] {
        project.sverka(["glossary", "import", "list.csv", "--into", into]).exits(2);
        assert!(!project.path(into).exists(), "{into}");
    }
}

#[test]
fn an_export_says_what_it_leaves_out() {
    let project = Project::new();
    let scope = TERMS.replace("en =", "scope = [\"a/**\"]\nen =");
    project.write("glossary/terms.toml", &scope);
    let run = project.sverka(["glossary", "export", "--format", "tab"]).exits(0);
    assert_eq!(run.stdout.lines().last(), Some("мир\tpeace"));
    assert!(run.stderr.contains("1 concept holds"), "{}", run.stderr);
    let run = project.sverka(["glossary", "export", "--format", "csv"]).exits(0);
    assert_eq!(run.stderr, "");
}

#[test]
fn what_the_list_would_take_for_a_remark_is_left_out() {
    let project = Project::new();
    project.write("glossary/terms.toml", TERMS.replace("\"мир\"", "\"#нетвойне\""));
    let run = project.sverka(["glossary", "export", "--format", "tab"]).exits(0);
    assert!(!run.stdout.contains("peace"), "{}", run.stdout);
    assert!(run.stderr.contains("1 term beginning with #"), "{}", run.stderr);
}

#[test]
fn an_import_of_what_was_exported_is_the_term_base() {
    let project = Project::new();
    project.write("glossary/terms.toml", TERMS);
    for name in ["terms.tbx", "terms.csv", "terms.tab"] {
        project.sverka(["glossary", "export", "--output", name]).exits(0);
        project.remove("glossary/terms.toml");
        project.sverka(["glossary", "import", name]).exits(0);
        assert_eq!(project.read("glossary/terms.toml"), TERMS, "{name}");
    }
}
