//! What is stale in repositories of every shape: merged, shallow, partial, sparse, rewritten.

use std::{process::Stdio, thread, time::Duration};

use crate::harness::Project;

const SOURCE: &str = "source-ru/a.md";
const TARGET: &str = "translations/a.md";
const LEDGER: &str = "translations/.sverka/a.md.jsonl";

/// Three paragraphs on either side, committed together.
fn translated() -> Project {
    let project = Project::repository();
    project.write(
        SOURCE,
        "Мы выехали из города в семь утра.\n\nНа заправке было 300 машин.\n\nК вечеру дождь перестал.\n",
    );
    project.write(
        TARGET,
        "We left the city at seven in the morning.\n\nThere were 300 cars at the petrol station.\n\n\
         Towards evening the rain stopped.\n",
    );
    project.commit("Translate");
    project
}

/// The original says 500; the translation still says 300.
fn corrected() -> Project {
    let project = translated();
    project.replace(SOURCE, "300", "500");
    project.commit("Correct the original");
    project
}

/// What the stale originals say.
fn stale(project: &Project) -> Vec<String> {
    let report = project.sverka(["check", "--format", "json"]).json();
    let findings = report["findings"].as_array().unwrap().clone();
    let stale = findings.into_iter().filter(|finding| finding["code"] == "stale");
    stale.map(|finding| finding["source"]["text"].as_str().unwrap().to_owned()).collect()
}

const CORRECTED: &str = "На заправке было 500 машин.";

fn clone(origin: &Project, arguments: &[&str]) -> Project {
    let (clone, url) = (Project::new(), format!("file://{}", origin.root().display()));
    let ends = [url.as_str(), "."];
    clone.git(&[&["-c", "protocol.file.allow=always", "clone", "-q"], arguments, &ends].concat());
    clone
}

#[test]
fn an_octopus_merge_brings_what_its_branches_changed() {
    let project = translated();
    for (branch, path, old, new) in [
        ("one", SOURCE, "семь утра", "восемь утра"),
        ("two", SOURCE, "300", "500"),
        ("three", TARGET, "Towards evening", "By evening"),
    ] {
        project.git(&["checkout", "-q", "-b", branch, "main"]);
        project.replace(path, old, new);
        project.commit(branch);
    }
    project.git(&["checkout", "-q", "main"]);
    project.git(&["merge", "-q", "--no-edit", "one", "two", "three"]);
    assert_eq!(stale(&project), ["Мы выехали из города в восемь утра.", CORRECTED]);
}

#[test]
fn a_commit_that_reformats_everything_renews_nothing() {
    let project = corrected();
    for path in [SOURCE, TARGET] {
        let text = project.read(path).replace('\n', "\r\n");
        project.write(path, text);
    }
    project.commit("Line ends of Windows");
    assert_eq!(stale(&project), [CORRECTED]);
}

#[test]
fn a_rewritten_history_is_read_as_it_is_now() {
    let project = corrected();
    let work = clone(&project, &[]);
    assert_eq!(stale(&work), [CORRECTED]);
    project.git(&["commit", "-q", "--amend", "-m", "Another message"]);
    project.git(&["commit", "-q", "--allow-empty", "-m", "Nothing"]);
    work.git(&["fetch", "-q"]);
    work.git(&["reset", "-q", "--hard", "origin/main"]);
    assert_eq!(stale(&work), [CORRECTED]);
}

#[test]
fn a_shallow_clone_knows_from_the_ledger() {
    let project = translated();
    project.sverka(["accept", "--all"]).exits(0);
    project.commit("Confirm");
    project.replace(SOURCE, "300", "500");
    project.commit("Correct the original");
    assert_eq!(stale(&clone(&project, &["--depth=1"])), [CORRECTED]);
}

#[test]
fn a_partial_clone_says_what_is_not_there() {
    let project = corrected();
    project.git(&["config", "uploadpack.allowFilter", "true"]);
    let partial = clone(&project, &["--filter=blob:none"]);
    let run = partial.sverka(["check"]);
    assert!(run.code < 2, "{}", run.stderr);
    assert!(
        stale(&partial) == [CORRECTED] || run.stderr.contains("partial clone"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_sparse_checkout_is_judged_by_what_it_has() {
    let project = corrected();
    project.write("other/source-ru/b.md", "Другое.\n");
    project.commit("Another folder");
    let sparse = clone(&project, &["--sparse"]);
    sparse.git(&["sparse-checkout", "set", "source-ru", "translations"]);
    assert_eq!(stale(&sparse), [CORRECTED]);
}

#[test]
fn a_submodule_is_a_repository_of_its_own() {
    let (letters, whole) = (corrected(), Project::repository());
    let url = format!("file://{}", letters.root().display());
    whole.git(&[
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "--quiet",
        "add",
        &url,
        "letters",
    ]);
    whole.commit("Add the letters");
    let report = whole.sverka(["-C", "letters", "check", "--format", "json"]).exits(1).json();
    assert_eq!(report["findings"][0]["code"], "stale");
    assert_eq!(report["findings"][0]["source"]["text"], CORRECTED);
}

#[test]
fn conflict_markers_in_the_ledger_cost_their_lines_only() {
    let project = translated();
    project.sverka(["accept", "--all"]).exits(0);
    let ledger = project.read(LEDGER);
    let (first, rest) = ledger.split_once('\n').unwrap();
    project
        .write(LEDGER, format!("<<<<<<< HEAD\n{first}\n=======\n>>>>>>> other\n{rest}not ours\n"));
    let status = project.sverka(["status", "--format", "json"]).json();
    assert_eq!(status["total"]["segments"]["confirmed"], 3);
    let run = project.sverka(["check"]);
    assert!(run.stderr.contains(&format!("{LEDGER}:1")), "{}", run.stderr);
    assert!(run.stderr.contains(&format!("{LEDGER}:7")), "{}", run.stderr);
}

#[test]
fn a_run_killed_at_any_moment_leaves_the_old_ledger_or_the_new() {
    let project = translated();
    let segment = format!("{TARGET}:1");
    project.sverka(["accept", "--segment", &segment]).exits(0);
    let old = project.read(LEDGER);
    project.sverka(["accept", "--all"]).exits(0);
    let new = project.read(LEDGER);
    let rounds = std::env::var("SVERKA_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(20);
    for round in 0..rounds {
        project.write(LEDGER, &old);
        let mut command = project.sverka_command();
        let mut run = command.args(["accept", "--all"]).stdout(Stdio::null()).spawn().unwrap();
        thread::sleep(Duration::from_millis(round * 7 % 400));
        let _ = run.kill();
        run.wait().unwrap();
        let left = project.read(LEDGER);
        assert!(left == old || left == new, "round {round}: {left}");
    }
    project.sverka(["accept", "--all"]).exits(0);
    assert_eq!(project.read(LEDGER), new);
}
