//! The ledger: what `accept` records, how it merges, and what is known from it.

use crate::harness::Project;

const SOURCE: &str = "source-ru/a.md";
const TARGET: &str = "translations/a.md";
const LEDGER: &str = "translations/.sverka/a.md.jsonl";

fn translated() -> Project {
    let project = Project::repository();
    project.write(".gitattributes", "translations/.sverka/** merge=union\n");
    project.write(
        SOURCE,
        "На заправке было 300 машин. Никто не разговаривал.\n\nК вечеру дождь перестал.\n",
    );
    project.write(
        TARGET,
        "There were 300 cars at the petrol station. Nobody spoke.\n\nTowards evening the rain stopped.\n",
    );
    project.commit("Translate");
    project
}

fn segments(project: &Project, state: &str) -> u64 {
    let report = project.sverka(["status", "--format", "json"]).json();
    report["total"]["segments"][state].as_u64().unwrap()
}

#[test]
fn what_is_accepted_is_confirmed() {
    let project = translated();
    project.sverka(["accept"]).exits(2);
    project.sverka(["accept", "--all", "--dry-run"]).exits(0);
    assert!(!project.path(LEDGER).exists());
    project.sverka(["accept", "--segment", "translations/a.md:3"]).exits(0);
    assert_eq!(segments(&project, "confirmed"), 1);
    project.sverka(["accept", SOURCE]).exits(0);
    assert_eq!(segments(&project, "confirmed"), 3);
    project.sverka(["accept", "--all", "--state", "approved"]).exits(0);
    assert_eq!(segments(&project, "approved"), 3);
    let ledger = project.read(LEDGER);
    assert_eq!(ledger.lines().count(), 3);
    project.sverka(["accept", "--all"]).exits(0);
    assert_eq!(project.read(LEDGER), ledger);
}

#[test]
fn a_stale_translation_that_still_holds_is_accepted_as_it_is() {
    let project = translated();
    project
        .replace(SOURCE, "К вечеру дождь перестал.", "Под вечер дождь перестал.")
        .commit("Reword");
    assert_eq!(project.codes(), ["stale"]);
    project.sverka(["accept", "--segment", "source-ru/a.md:3"]).exits(0);
    assert_eq!(project.codes(), [""; 0]);
}

#[test]
fn a_change_is_seen_without_history() {
    let project = translated();
    project.sverka(["accept", "--all"]).exits(0);
    project.rename(SOURCE, "source-ru/b.md").rename(TARGET, "translations/b.md");
    project.replace("source-ru/b.md", "300", "500");
    project.replace("translations/b.md", "Nobody spoke.", "Nobody talked.");
    project.git(&["checkout", "--quiet", "--orphan", "new"]);
    project.commit("All at once");
    let report = project.sverka(["check", "--format", "json"]).json();
    let findings = report["findings"].as_array().unwrap();
    assert_eq!(findings[0]["code"], "stale");
    assert_eq!(findings[0]["was"], "На заправке было 300 машин.");
    assert_eq!(findings[1]["code"], "edited");
    assert_eq!(findings[1]["data"]["was"], "Nobody spoke.");
    assert_eq!(findings.len(), 2);
}

#[test]
fn two_branches_confirm_and_git_merges() {
    let project = translated();
    project.git(&["checkout", "--quiet", "-b", "other"]);
    project.sverka(["accept", "--segment", "translations/a.md:1"]).exits(0);
    project.commit("Confirm the first paragraph");
    project.git(&["checkout", "--quiet", "main"]);
    project.sverka(["accept", "--segment", "translations/a.md:3"]).exits(0);
    project.commit("Confirm the second paragraph");
    project.git(&["merge", "--quiet", "--no-edit", "other"]);
    assert_eq!(segments(&project, "confirmed"), 3);
}

#[test]
fn a_damaged_line_is_reported_and_costs_itself() {
    let project = translated();
    project.sverka(["accept", "--all"]).exits(0);
    let ledger = project.read(LEDGER);
    project.write(LEDGER, format!("<<<<<<< HEAD\n{ledger}not JSON\n"));
    let run = project.sverka(["check"]).exits(0);
    assert!(
        run.stderr.contains("a.md.jsonl:1") && run.stderr.contains("a.md.jsonl:5"),
        "{}",
        run.stderr
    );
    assert_eq!(segments(&project, "confirmed"), 3);
}

#[test]
fn what_is_left_out_or_added_on_purpose() {
    let project = translated();
    project.replace(
        SOURCE,
        "дождь перестал.",
        "дождь перестал.\n\nСобака спала на заднем сиденье.",
    );
    project.replace(
        TARGET,
        "Nobody spoke.",
        "Nobody spoke.\n\nThe editors wish you a good journey home.",
    );
    assert_eq!(project.codes(), ["untranslated", "extra"]);
    project.sverka(["omit", "source-ru/a.md:3", "--note", "no"]).exits(2);
    project.sverka(["omit", "source-ru/a.md:5", "--note", "cut by the editor"]).exits(0);
    project.sverka(["add", "translations/a.md:3", "--note", "asked for"]).exits(0);
    assert_eq!(project.codes(), [""; 0]);
    assert_eq!((segments(&project, "omitted"), segments(&project, "added")), (1, 1));
    project.replace(SOURCE, "Собака спала", "Кошка спала");
    assert_eq!(project.codes(), ["untranslated"]);
}
