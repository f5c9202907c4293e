//! What a team does with findings: accepts the debt of today, allows one where it stands.

use std::fmt::Write;

use serde_json::Value;

use crate::harness::{Project, Run};

/// An original of many paragraphs, and a translation of each that has lost its number.
fn debt(paragraphs: usize) -> (String, String) {
    let (mut source, mut target) = (String::new(), String::new());
    for number in 1..=paragraphs {
        let number = number + 1000;
        writeln!(source, "Мы насчитали {number} птиц у озера.\n").unwrap();
        writeln!(target, "We counted {} birds by the lake.\n", number + 5000).unwrap();
    }
    (source, target)
}

fn findings(run: &Run) -> Vec<Value> {
    run.json()["findings"].as_array().unwrap().clone()
}

const WITH_BASELINE: [&str; 5] =
    ["check", "--baseline", "sverka-baseline.jsonl", "--format", "json"];

#[test]
fn old_debt_passes_and_one_new_fault_fails_alone() {
    let (source, target) = debt(50);
    let project = Project::repository();
    for name in ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"] {
        project.write(&format!("source-ru/{name}.md"), &source);
        project.write(&format!("translations/{name}.md"), &target);
    }
    project.commit("Old debt");
    let before = findings(&project.sverka(["check", "--format", "json"]).exits(1));
    assert!(before.len() >= 500, "{}", before.len());
    let said = project.sverka(["baseline"]).exits(0).stdout;
    assert!(said.starts_with("sverka-baseline.jsonl: "), "{said}");
    let passed = project.sverka(WITH_BASELINE).exits(0);
    assert_eq!(passed.json()["summary"]["accepted"], before.len());

    // Lines move, and one new fault comes in.
    let source = format!("Вступление без чисел.\n\n{source}Осталось 12 лодок.\n");
    let target = format!("An introduction without numbers.\n\n{target}There were 13 boats left.\n");
    project.write("source-ru/a.md", &source).write("translations/a.md", &target);
    let failed = project.sverka(WITH_BASELINE).exits(1);
    let new = findings(&failed);
    assert_eq!(new.len(), 1, "{new:#?}");
    assert!(new[0]["target"]["text"].as_str().unwrap().contains("13"));

    // An old one is fixed: the baseline says so, and the ratchet turns.
    let target = target.replace("6001 birds", "1001 birds").replace("13 boats", "12 boats");
    project.write("translations/a.md", &target);
    let fixed = project.sverka(WITH_BASELINE).exits(0);
    assert!(fixed.stderr.contains("accepted finding"), "{}", fixed.stderr);
    assert!(fixed.json()["notes"][0].as_str().unwrap().contains("no longer occur"));
    let said = project.sverka(["baseline", "--prune"]).exits(0).stdout;
    assert!(said.contains("none of them new"), "{said}");
    let clean = project.sverka(WITH_BASELINE).exits(0);
    assert!(!clean.stderr.contains("no longer"), "{}", clean.stderr);
    project.write("translations/a.md", target.replace("1001 birds", "6001 birds"));
    project.sverka(WITH_BASELINE).exits(1);
}

#[test]
fn a_missing_baseline_is_a_mistake_and_a_damaged_line_is_none_of_the_others() {
    let project = Project::with_pair("Нас было 12.\n", "There were 13 of us.\n");
    let run = project.sverka(["check", "--baseline", "none.jsonl"]).exits(2);
    assert!(run.stderr.contains("sverka baseline"), "{}", run.stderr);
    project.sverka(["baseline", "--file", "debt.jsonl"]).exits(0);
    let file = std::fs::read_to_string(project.path("debt.jsonl")).unwrap();
    project.write("debt.jsonl", format!("<<<<<<< ours\n{file}"));
    let run = project.sverka(["check", "--baseline", "debt.jsonl"]).exits(0);
    assert!(run.stderr.contains("debt.jsonl:1:"), "{}", run.stderr);
}

#[test]
fn a_comment_allows_a_finding_in_the_next_block_and_there_only() {
    let source = "Нас было 12.\n\nИх было 14.\n";
    let target = "There were 13 of us.\n\nThere were 15 of them.\n";
    let allow = "<!-- sverka: allow number-changed reason=\"as printed\" -->\n\n";
    let codes = |source: &str, target: &str| -> Vec<String> {
        let project = Project::with_pair(source, target);
        let run = project.sverka(["check", "--format", "json"]);
        let code = |finding: &Value| finding["code"].as_str().unwrap().to_owned();
        findings(&run).iter().map(code).collect()
    };
    assert_eq!(codes(source, target), ["number-changed", "number-changed"]);
    for (source, target) in [
        (format!("{allow}{source}"), target.to_owned()),
        (source.to_owned(), format!("{allow}{target}")),
    ] {
        assert_eq!(codes(&source, &target), ["number-changed"]);
    }
    let right = target.replace("13", "12").replace("15", "14");
    assert_eq!(codes(source, &format!("{allow}{right}")), ["unused-allow"]);
    let unexplained = "<!-- sverka: allow number-changed -->\n\n";
    let unknown = "<!-- sverka: allow numbers reason=\"x\" -->\n\n";
    for (comment, expected) in [
        (unexplained, &["malformed-allow", "number-changed"][..]),
        (unknown, &["malformed-allow", "number-changed", "number-changed"]),
    ] {
        let mut found = codes(source, &format!("{comment}{target}"));
        found.sort();
        assert_eq!(found, expected, "{comment}");
    }
}

/// A project with a wrong number and a doubled space, the second of which `--fix` mends.
fn two_faults() -> Project {
    Project::with_pair("Нас было 12. Все молчали.\n", "There were  13 of us. Nobody spoke.\n")
}

#[test]
fn kinds_are_selected_and_ignored_by_code_or_by_its_first_words() {
    let project = two_faults();
    let codes = |options: &[&str]| -> Vec<String> {
        let run = project.sverka([&["check", "--format", "json"], options].concat());
        let code = |finding: &Value| finding["code"].as_str().unwrap().to_owned();
        findings(&run).iter().map(code).collect()
    };
    assert_eq!(codes(&[]), ["double-space", "number-changed"]);
    assert_eq!(codes(&["--select", "number"]), ["number-changed"]);
    assert_eq!(codes(&["--ignore", "number,stale"]), ["double-space"]);
    project.sverka(["check", "--ignore", "number"]).exits(0);
    let run = project.sverka(["check", "--select", "nubmer-changed"]).exits(2);
    assert!(run.stderr.contains("number-changed"), "{}", run.stderr);
}

#[test]
fn findings_can_be_counted_forgiven_and_written_to_several_files() {
    let project = two_faults();
    let run = project.sverka(["check", "--statistics"]).exits(1);
    assert!(run.stdout.contains("1  error[number-changed]"), "{}", run.stdout);
    let counted = "1  warning[double-space]  1 finding can be mended with --fix";
    assert!(run.stdout.contains(counted), "{}", run.stdout);
    project.sverka(["check", "--exit-zero"]).exits(0);
    let run = project.sverka([
        "check",
        "--report",
        "sarif=out.sarif",
        "--report",
        "json=out.json",
        "--quiet",
    ]);
    assert!(run.exits(1).stdout.contains("number-changed"));
    assert!(project.read("out.sarif").contains("\"2.1.0\""));
    assert!(project.read("out.json").contains("\"number-changed\""));
    let run = project.sverka(["check", "--report", "sarf=out.sarif"]).exits(2);
    assert!(run.stderr.contains("sarif"), "{}", run.stderr);
}
