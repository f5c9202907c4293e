//! `check --base`: a branch answers for what it changed.

use serde_json::Value;

use crate::harness::{Project, Run};

const SOURCE: &str = "# Осень\n\nКлён у школы облетел 3 октября. Дворник собрал 40 мешков листьев.\n\n\
    Дети помогали ему до 5 вечера. Потом все пили чай.\n\nПервый снег выпал 12 ноября.\n";
/// Two of the numbers are wrong from the beginning.
const TARGET: &str = "# Autumn\n\nThe maple by the school was bare by October 3. The janitor filled 50 \
    sacks with leaves.\n\nThe children helped him until 5 o'clock. Then everyone had tea.\n\nThe first \
    snow fell on November 13.\n";

/// A repository whose branch `main` has that, checked out on a new branch `work`.
fn branched() -> Project {
    let project = Project::repository();
    project.write("source-ru/autumn.md", SOURCE).write("translations/autumn.md", TARGET);
    project.write("source-ru/old.md", "Старое письмо без перевода.\n");
    project.commit("Letters");
    project.git(&["checkout", "-q", "-b", "work"]);
    project
}

fn texts(run: &Run) -> Vec<(String, String)> {
    let json = run.json();
    let findings = json["findings"].as_array().unwrap();
    let text = |finding: &Value| {
        let place =
            if finding["source"].is_null() { &finding["target"] } else { &finding["source"] };
        (
            finding["code"].as_str().unwrap().to_owned(),
            place["text"].as_str().unwrap_or_default().to_owned(),
        )
    };
    findings.iter().map(text).collect()
}

fn of_branch(project: &Project) -> Vec<(String, String)> {
    texts(&project.sverka(["check", "--base", "main", "--format", "json"]))
}

#[test]
fn an_untouched_branch_answers_for_nothing() {
    let project = branched();
    assert!(!texts(&project.sverka(["check", "--format", "json"])).is_empty());
    let run = project.sverka(["check", "--base", "main"]).exits(0);
    assert!(!run.stdout.contains("old.md"), "{}", run.stdout);
}

#[test]
fn two_changed_sentences_are_all_it_answers_for() {
    let project = branched();
    project.write("source-ru/autumn.md", SOURCE.replace("Потом все", "Ещё 7 соседей"));
    project.write("translations/autumn.md", TARGET.replace("November 13", "November 14"));
    project.commit("Two sentences");
    let found = of_branch(&project);
    let about =
        |text: &str| found.iter().any(|(_, found)| found.contains(text) || text.contains(found));
    assert!(about("соседей") && about("12 ноября"), "{found:?}");
    assert!(!about("40 мешков"), "{found:?}");

    // Main goes on: what happens there is not the branch's.
    project.git(&["checkout", "-q", "main"]);
    project.write("source-ru/autumn.md", SOURCE.replace("40 мешков", "45 мешков"));
    project.commit("On main");
    project.git(&["checkout", "-q", "work"]);
    assert_eq!(of_branch(&project), found);
}

#[test]
fn what_a_branch_deletes_or_brings_is_its_own() {
    let project = branched();
    project.write("translations/autumn.md", TARGET.replace(" Then everyone had tea.", ""));
    let found = of_branch(&project);
    assert_eq!(found, [("untranslated".to_owned(), "Потом все пили чай.".to_owned())]);

    project.write("translations/autumn.md", TARGET);
    project.write("source-ru/new.md", "Новое письмо пришло утром.\n");
    let found = of_branch(&project);
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn a_renamed_document_is_no_new_one() {
    let project = branched();
    project.git(&["mv", "source-ru/autumn.md", "source-ru/october.md"]);
    project.git(&["mv", "translations/autumn.md", "translations/october.md"]);
    project.commit("Rename");
    assert_eq!(of_branch(&project), []);
}

#[test]
fn a_shallow_clone_says_how_far_it_sees() {
    let project = branched();
    project.write("translations/autumn.md", TARGET.replace("November 13", "November 14"));
    project.commit("A number");
    let origin = format!("file://{}", project.root().display());
    let clone = Project::new();
    clone.git(&["clone", "-q", "--depth=1", "--branch=work", &origin, "."]);
    let unknown = clone.sverka(["check", "--base", "main"]).exits(2);
    assert!(unknown.stderr.contains("git fetch origin main"), "{}", unknown.stderr);

    clone.git(&["fetch", "-q", "--depth=1", "origin", "main:refs/remotes/origin/main"]);
    let run = clone.sverka(["check", "--base", "main", "--format", "json"]);
    assert!(run.stderr.contains("cut short"), "{}", run.stderr);
    let found = texts(&run);
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn a_changed_concept_is_answered_for_wherever_it_stands() {
    let project = branched();
    let concept = |id: &str, term: &str, rendering: &str| {
        format!("[[concept]]\nid = \"{id}\"\nru = [\"{term}\"]\nen = [\"{rendering}\"]\n\n")
    };
    let maple = concept("maple", "клён", "sycamore");
    project.write("glossary/trees.toml", &maple);
    project.git(&["checkout", "-q", "main"]);
    project.commit("Name the trees");
    project.git(&["checkout", "-q", "-B", "work"]);
    assert_eq!(of_branch(&project), []);

    // Another place changes nothing of what a concept says.
    let janitor = concept("janitor", "дворник", "caretaker");
    project.write("glossary/trees.toml", format!("{janitor}{maple}"));
    assert_eq!(of_branch(&project), [("term-missing".to_owned(), "Дворник".to_owned())]);

    project.write("glossary/trees.toml", concept("maple", "клён", "field maple"));
    assert_eq!(of_branch(&project), [("term-missing".to_owned(), "Клён".to_owned())]);
}

#[test]
fn a_new_original_is_no_mistake_of_its_author() {
    let project = branched();
    project.write("source-ru/new.md", "Новое письмо.\n");
    project.replace("source-ru/autumn.md", "40 мешков", "60 мешков");
    let only = ["check", "--base", "main", "--only-translations"];
    project.sverka(["check", "--base", "main"]).exits(1);
    project.sverka(only).exits(0);
    project.replace("translations/autumn.md", "Then everyone had tea.", "");
    let run = project.sverka(only).exits(1);
    assert!(run.stdout.contains("error[untranslated]"), "{}", run.stdout);
    assert!(!run.stdout.contains("new.md"), "{}", run.stdout);
    project.sverka(["check", "--only-translations"]).exits(2);
}

#[test]
fn a_document_that_was_renamed_is_compared_with_itself() {
    let project = branched();
    project.git(&["mv", "source-ru/autumn.md", "source-ru/fall.md"]);
    project.git(&["mv", "translations/autumn.md", "translations/fall.md"]);
    project.replace("source-ru/fall.md", "40 мешков", "60 мешков");
    project.commit("Rename");
    for range in ["main", "main..work"] {
        let run = project.sverka(["diff", range]).exits(0);
        assert!(run.stdout.contains("[-40-]{+60+}"), "{}", run.stdout);
        assert!(run.stdout.contains("1 segment has changed"), "{}", run.stdout);
    }
}
