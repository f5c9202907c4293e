//! `review` and `ledger prune`: an editor at work on what changed.

use std::io;

use sverka::commands::{self, Environment, Exit, Streams};

use crate::harness::{Project, Run};

const SOURCE: &str = "source-ru/a.md";
const TARGET: &str = "translations/a.md";
const LEDGER: &str = "translations/.sverka/a.md.jsonl";

/// Three sentences changed after they were translated: wording, a number, wording.
fn changed() -> Project {
    let project = Project::repository();
    project.write(
        SOURCE,
        "Утром шёл дождь.\n\nВ очереди стояло 300 машин.\n\nВечером приехал старый автобус.\n",
    );
    project.write(
        TARGET,
        "In the morning it rained.\r\n\r\nThere were 300 cars in line.\r\n\r\nIn the evening an old \
         bus came.\r\n",
    );
    project.commit("Translate");
    project.write(
        SOURCE,
        "Утром шёл холодный дождь.\n\nВ очереди стояло 500 машин.\n\nВечером приехал новый автобус.\n",
    );
    project.commit("Correct the original");
    project
}

fn review(project: &Project, keys: &str) -> Run {
    project.sverka_reading(keys, ["review"]).exits(0)
}

fn stale(project: &Project) -> usize {
    let report = project.sverka(["check", "--format", "json"]).json();
    let findings = report["findings"].as_array().unwrap();
    findings.iter().filter(|finding| finding["code"] == "stale").count()
}

#[test]
fn numbers_come_first_and_each_decision_is_kept() {
    let project = changed();
    assert_eq!(stale(&project), 3);
    let run = review(&project, "y\nq\n");
    let (number, wording) = (run.stdout.find("500").unwrap(), run.stdout.find("автобус").unwrap());
    assert!(number < wording, "{}", run.stdout);
    assert!(run.stdout.contains("(1/3)") && run.stdout.contains("1 confirmed"), "{}", run.stdout);
    assert_eq!(stale(&project), 2);
    assert!(project.read(LEDGER).contains("500 машин"));

    // The input ends: what was done is kept, the rest is left.
    review(&project, "n\n");
    assert_eq!(stale(&project), 2);
    review(&project, "m\nasked the author\np\ny\n");
    assert_eq!(stale(&project), 0);
    let ledger = project.read(LEDGER);
    assert!(ledger.contains("\"approved\"") && ledger.contains("asked the author"), "{ledger}");
    assert!(review(&project, "").stdout.contains("nothing to review"));
}

#[test]
fn a_document_may_be_left_and_keys_be_asked_about() {
    let project = changed();
    let run = review(&project, "?\nd\n");
    assert!(run.stdout.contains("leave this one and all later ones"), "{}", run.stdout);
    assert_eq!(stale(&project), 3);
    assert!(!project.path(LEDGER).exists());
}

#[test]
fn what_is_edited_is_put_in_its_place_and_confirmed() {
    let project = changed();
    project.write("editor.sh", "sed -i 's/300/500/; s/rained/rained icily/; s/old/new/' \"$1\"\n");
    let editor = format!("sh {}", project.path("editor.sh").display());
    let mut command = project.sverka_command();
    let input = project.path("keys");
    std::fs::write(&input, "e\ne\ne\n").unwrap();
    command.arg("review").env("EDITOR", editor).stdin(std::fs::File::open(input).unwrap());
    let run = Run::of(command.output().unwrap()).exits(0);
    assert!(run.stdout.contains("3 edited"), "{}", run.stdout);
    assert_eq!(
        project.read(TARGET),
        "In the morning it rained icily.\r\n\r\nThere were 500 cars in line.\r\n\r\nIn the \
         evening an new bus came.\r\n"
    );
    assert_eq!(stale(&project), 0);
    let report = project.sverka(["status", "--format", "json"]).json();
    assert_eq!(report["total"]["segments"]["confirmed"], 3);
}

#[test]
fn without_an_editor_there_is_a_word_about_it() {
    let project = changed();
    let run = project.sverka_reading("e\n", ["review"]).exits(2);
    assert!(run.stderr.contains("EDITOR"), "{}", run.stderr);
}

#[test]
fn entries_that_no_document_needs_are_dropped() {
    let project = changed();
    project.sverka(["accept", "--all"]).exits(0);
    project.write(SOURCE, "Утром шёл снег.\n\nВ очереди стояло 500 машин.\n");
    project.write(TARGET, "In the morning it snowed.\r\n\r\nThere were 500 cars in line.\r\n");
    let before = project.read(LEDGER);
    let shown = project.sverka(["ledger", "prune", "--dry-run"]).exits(0).stdout;
    assert!(shown.contains("новый автобус") && shown.contains("2 entries would"), "{shown}");
    assert_eq!(project.read(LEDGER), before);
    let said = project.sverka(["ledger", "prune"]).exits(0).stdout;
    assert!(said.contains("холодный дождь") && said.contains("2 entries dropped"), "{said}");
    // It tells what the original said when the translation was confirmed.
    assert!(project.read(LEDGER).contains("500 машин"));
    assert!(project.sverka(["ledger", "prune"]).exits(0).stdout.contains("every entry is needed"));
}

#[test]
fn nothing_is_dropped_while_a_document_is_unknown() {
    let project = changed();
    project.sverka(["accept", "--all"]).exits(0);
    let before = project.read(LEDGER);
    let nowhere = "[[pair]]\nsource = \"nowhere/{path}\"\ntarget = \"nothing/{path}\"\n";
    project.write("sverka.toml", nowhere);
    project.sverka(["ledger", "prune"]).exits(2);
    assert_eq!(project.read(LEDGER), before);

    // Moved and damaged: its entries stand in the file of its old name.
    project.remove("sverka.toml");
    project.remove(SOURCE);
    project.remove(TARGET);
    project.write("source-ru/b.md", b"\xd3\xf2\xf0\xee\xec");
    project.write("translations/b.md", b"In the morning \xd3\xf2\xf0\xee.");
    let run = project.sverka(["ledger", "prune"]).exits(2);
    assert!(run.stderr.contains("source-ru/b.md"), "{}", run.stderr);
    assert_eq!(project.read(LEDGER), before);
}

#[test]
fn a_translation_that_comes_back_empty_is_left_as_it_was() {
    let project = changed();
    let before = project.read(TARGET);
    project.write("keys", "e\nq\n").write("editor.sh", ": > \"$1\"\n");
    let editor = format!("sh {}", project.path("editor.sh").display());
    let mut command = project.sverka_command();
    let keys = std::fs::File::open(project.path("keys")).unwrap();
    command.arg("review").env("EDITOR", editor).stdin(keys);
    let run = Run::of(command.output().unwrap()).exits(0);
    assert!(run.stderr.contains("came back empty"), "{}", run.stderr);
    assert_eq!(project.read(TARGET), before);
    assert!(!project.path(LEDGER).exists());
}

#[test]
fn a_key_counts_at_once_where_somebody_types() {
    let project = changed();
    let environment = Environment {
        arguments: ["sverka", "--lang", "en", "review"].map(Into::into).to_vec(),
        folder: project.root().to_owned(),
        ..Environment::default()
    };
    // A note is a line all the same; the last key is the end of input.
    let (mut line, mut keys) = (&b"asked the author\n"[..], "nmp\u{4}".chars());
    let (mut output, mut diagnostics) = (Vec::new(), Vec::new());
    let mut read_key = || keys.next().ok_or(io::ErrorKind::UnexpectedEof.into());
    let mut streams = Streams {
        input: &mut line,
        output: &mut output,
        diagnostics: &mut diagnostics,
        keys: Some(&mut read_key),
    };
    assert_eq!(commands::run(&environment, &mut streams), Exit::Clean);
    let output = String::from_utf8(output).unwrap();
    assert!(output.contains("1 confirmed"), "{output}");
    let ledger = project.read(LEDGER);
    assert!(ledger.contains("asked the author") && !ledger.contains("500"), "{ledger}");
}

#[test]
fn what_is_left_out_on_purpose_is_recorded_with_a_note() {
    let project = changed();
    project.write(SOURCE, project.read(SOURCE) + "\nНа перроне сидела рыжая кошка.\n");
    // It comes last, cannot be confirmed, and is not recorded without a note.
    let run = review(&project, "n\nn\nn\ny\no\n\no\nthe publisher cut it\n");
    assert!(run.stdout.contains("(4/4) It has no translation"), "{}", run.stdout);
    assert!(run.stdout.contains("0 confirmed, 0 edited, 1 recorded as deliberate"));
    let ledger = project.read(LEDGER);
    assert_eq!(ledger.lines().count(), 1, "{ledger}");
    assert!(ledger.contains("\"omitted\"") && ledger.contains("the publisher cut it"), "{ledger}");
    assert_eq!(segments(&project, "omitted"), 1);
    assert_eq!(segments(&project, "untranslated"), 0);
}

#[test]
fn what_is_added_on_purpose_is_recorded_with_a_note() {
    let project = changed();
    let remark = "\r\nThe translator adds that such buses were built in 1950.\r\n";
    project.write(TARGET, project.read(TARGET) + remark);
    assert_eq!(segments(&project, "extra"), 1);
    let run = review(&project, "n\nn\nn\nm\na remark\no\n");
    assert!(run.stdout.contains("(4/4) It has no original"), "{}", run.stdout);
    assert!(project.read(LEDGER).contains("a remark"));
    assert_eq!(segments(&project, "added"), 1);
    assert_eq!(segments(&project, "extra"), 0);
}

#[test]
fn a_note_is_left_from_the_terminal_and_taken_back() {
    let project = changed();
    let place = format!("{TARGET}:3");
    project.sverka(["note", &place, "--note", "Who says this?", "--dry-run"]).exits(0);
    assert!(!project.path(LEDGER).exists());
    let run = project.sverka(["note", &place, "--note", "Who says this?"]).exits(0);
    assert!(run.stdout.contains("1 note recorded"), "{}", run.stdout);
    assert!(project.read(LEDGER).contains("\"noted\""));
    assert!(project.sverka(["todo"]).stdout.contains("Who says this?"));
    assert_eq!(project.sverka(["note", "no such words", "--note", "x"]).code, 2);
    project.sverka(["undo"]).exits(0);
    assert!(!project.sverka(["todo"]).stdout.contains("Who says this?"));
}

fn segments(project: &Project, state: &str) -> u64 {
    let report = project.sverka(["status", "--format", "json"]).json();
    report["total"]["segments"][state].as_u64().unwrap()
}
