//! What is stale after what history: each case asserts exactly which segments are.

use serde_json::Value;

use crate::harness::Project;

const SOURCE: &str = "source-ru/a.md";
const TARGET: &str = "translations/a.md";

const RUSSIAN: &str = "\
# Дорога

Мы выехали из города в семь часов утра. На заправке было 300 машин. Никто не разговаривал.

К вечеру дождь перестал. Собака спала на заднем сиденье.

У границы мы ждали девять часов. Потом нас пропустили.
";

const ENGLISH: &str = "\
# The Road

We left the city at seven in the morning. There were 300 cars at the petrol station. Nobody spoke.

Towards evening the rain stopped. The dog was asleep on the back seat.

At the border we waited nine hours. Then they let us through.
";

/// A repository in which both texts were committed together.
fn translated() -> Project {
    let project = Project::repository();
    project.write(SOURCE, RUSSIAN).write(TARGET, ENGLISH);
    project.commit("Translate the road");
    project
}

/// Each finding of a kind as the source text and what it was, or the target where it has no source.
fn found(project: &Project, code: &str) -> Vec<String> {
    texts(project, |finding| finding["code"] == code)
}

fn texts(project: &Project, wanted: impl Fn(&Value) -> bool) -> Vec<String> {
    let report = project.sverka(["check", "--format", "json"]).json();
    let findings = report["findings"].as_array().unwrap();
    let text = |place: &Value| place["text"].as_str().map(str::to_owned);
    findings
        .iter()
        .filter(|finding| wanted(finding))
        .map(|finding| text(&finding["source"]).or(text(&finding["target"])).unwrap())
        .collect()
}

fn stale(project: &Project) -> Vec<String> {
    texts(project, |finding| finding["code"] == "stale" && !is_remark(finding))
}

/// Passages to which a sentence was added or from which one was cut.
fn remarks(project: &Project) -> Vec<String> {
    texts(project, |finding| finding["code"] == "stale" && is_remark(finding))
}

fn is_remark(finding: &Value) -> bool {
    finding["data"]["grade"] == "extent" && finding["severity"] == "info"
}

const NONE: [&str; 0] = [];

#[test]
fn nothing_is_stale_before_any_change() {
    assert_eq!(stale(&translated()), NONE);
}

#[test]
fn an_edit_of_the_original_is_stale_at_once_and_once_committed() {
    let project = translated();
    project.replace(SOURCE, "300 машин", "500 машин");
    assert_eq!(stale(&project), ["На заправке было 500 машин."]);
    let commit = project.commit("Count the cars again");
    let report = project.sverka(["check", "--format", "json"]).json();
    let finding = &report["findings"][0];
    assert_eq!(finding["was"], "На заправке было 300 машин.");
    assert_eq!(finding["target"]["text"], "There were 300 cars at the petrol station.");
    assert_eq!(finding["data"]["grade"], "number");
    assert_eq!(finding["data"]["commit"], commit.as_str());
    assert_eq!(finding["data"]["date"], "2026-01-01");
}

#[test]
fn an_edit_and_its_revert_are_no_change() {
    let project = translated();
    project.replace(SOURCE, "300 машин", "500 машин").commit("Count the cars again");
    project.replace(SOURCE, "500 машин", "300 машин").commit("Revert");
    assert_eq!(stale(&project), NONE);
}

#[test]
fn an_answer_renews_only_what_it_answers() {
    let project = translated();
    project.replace(SOURCE, "300 машин", "500 машин");
    project.replace(SOURCE, "девять часов", "десять часов").commit("Correct two figures");
    project.replace(TARGET, "300 cars", "500 cars").commit("Follow one of them");
    assert_eq!(stale(&project), ["У границы мы ждали десять часов."]);
}

#[test]
fn a_commit_of_both_sides_renews_what_it_changes() {
    let project = translated();
    project.replace(SOURCE, "300 машин", "500 машин").replace(TARGET, "300 cars", "500 cars");
    project.replace(SOURCE, "девять часов", "десять часов").commit("Correct the figures");
    assert_eq!(stale(&project), ["У границы мы ждали десять часов."]);
}

#[test]
fn a_typo_mended_in_the_translation_renews_nothing() {
    let project = translated();
    project.replace(TARGET, "petrol station", "petrol sttation").commit("Slip");
    project.replace(SOURCE, "300 машин", "500 машин").commit("Count the cars again");
    project.replace(TARGET, "petrol sttation", "petrol station").commit("Mend a typo");
    assert_eq!(stale(&project), ["На заправке было 500 машин."]);
}

#[test]
fn a_reflow_of_both_sides_changes_nothing() {
    let project = translated();
    project.replace(SOURCE, "300 машин", "500 машин").commit("Count the cars again");
    for path in [SOURCE, TARGET] {
        let text = project.read(path).replace(". ", ".\n").replace('\n', "\r\n");
        project.write(path, text);
    }
    project.commit("One sentence a line");
    assert_eq!(stale(&project), ["На заправке было 500 машин."]);
}

#[test]
fn renames_of_either_side_are_followed() {
    let project = translated();
    project.replace(SOURCE, "300 машин", "500 машин").commit("Count the cars again");
    project.rename(SOURCE, "source-ru/road/b.md").commit("Move the original");
    project.rename(TARGET, "translations/road/b.md").commit("Move the translation");
    assert_eq!(stale(&project), ["На заправке было 500 машин."]);
}

#[test]
fn a_moved_paragraph_is_not_stale() {
    let project = translated();
    let text = project.read(SOURCE);
    let paragraph = "К вечеру дождь перестал. Собака спала на заднем сиденье.\n\n";
    let without = text.replace(paragraph, "");
    project.write(SOURCE, format!("{without}\n{}", paragraph.trim_end())).commit("Move");
    assert_eq!(stale(&project), NONE);
    assert_eq!(found(&project, "untranslated"), NONE);
    assert_eq!(found(&project, "extra"), NONE);
}

#[test]
fn a_split_paragraph_is_not_stale() {
    let project = translated();
    project.replace(SOURCE, " На заправке", "\n\nНа заправке").commit("Split a paragraph");
    assert_eq!(stale(&project), NONE);
}

#[test]
fn an_inserted_sentence_is_untranslated_and_its_passage_a_remark() {
    let project = translated();
    project.replace(SOURCE, "машин. ", "машин. Мы купили воды и хлеба. ").commit("Add");
    assert_eq!(stale(&project), NONE);
    assert_eq!(remarks(&project), ["Мы купили воды и хлеба."]);
    assert_eq!(found(&project, "untranslated"), ["Мы купили воды и хлеба."]);
}

#[test]
fn a_deleted_sentence_leaves_an_orphan() {
    let project = translated();
    project.replace(SOURCE, " На заправке было 300 машин.", "").commit("Cut");
    assert_eq!(stale(&project), NONE);
    assert_eq!(remarks(&project), NONE);
    assert_eq!(found(&project, "orphan"), ["There were 300 cars at the petrol station."]);
}

#[test]
fn an_original_deleted_and_restored_is_the_one_that_was_translated() {
    let project = translated();
    let text = project.read(SOURCE);
    project.git(&["rm", "--quiet", SOURCE]);
    project.commit("Delete by mistake");
    project.write(SOURCE, text.replace("300 машин", "500 машин")).commit("Restore, counted anew");
    assert_eq!(stale(&project), ["На заправке было 500 машин."]);
    for path in [SOURCE, TARGET] {
        project.git(&["rm", "--quiet", path]);
    }
    project.commit("Delete both");
    project.git(&["revert", "--no-edit", "HEAD"]);
    assert_eq!(stale(&project), ["На заправке было 500 машин."]);
}

#[test]
fn a_state_survives_joining_and_moving_between_files() {
    let project = translated();
    let (other_source, other_target) = ("source-ru/b.md", "translations/b.md");
    project.write(other_source, "Река была глубокой, и брода никто не знал.\n");
    project.write(other_target, "The river was deep, and nobody knew of a ford.\n");
    project.commit("Translate the river");
    project.replace(SOURCE, "300 машин", "500 машин").commit("Count the cars again");
    for (path, other) in [(SOURCE, other_source), (TARGET, other_target)] {
        project.write(other, format!("{}\n{}", project.read(other), project.read(path)));
        project.git(&["rm", "--quiet", "--force", path]);
    }
    project.commit("Join the road to the river");
    assert_eq!(stale(&project), ["На заправке было 500 машин."]);
    for (path, other) in [(SOURCE, other_source), (TARGET, other_target)] {
        let text = project.read(other);
        let at = text.find("\n\n# ").unwrap();
        project.write(path, &text[at + 2..]).write(other, &text[..at + 1]);
    }
    project.commit("Part them again");
    assert_eq!(stale(&project), ["На заправке было 500 машин."]);
}

#[test]
fn a_copy_in_the_language_of_the_translation_is_no_original() {
    let project = Project::repository();
    project.write(SOURCE, ENGLISH).write(TARGET, ENGLISH).commit("Copy");
    project.write(SOURCE, RUSSIAN).commit("Write the Russian");
    assert_eq!(stale(&project), NONE);
    project.replace(SOURCE, "300 машин", "500 машин").commit("Count the cars again");
    assert_eq!(stale(&project), ["На заправке было 500 машин."]);
}

#[test]
fn data_of_the_front_matter_is_no_text() {
    let project = Project::repository();
    let page = |data: &str, text: &str| format!("---\n{data}\n---\n\n{text}");
    project.write(SOURCE, page("lastmod: 2020-01-02\nweight: 5", RUSSIAN));
    project.write(TARGET, page("lastmod: 2020-01-02\nweight: 5", ENGLISH)).commit("Translate");
    project.replace(SOURCE, "2020-01-02", "2026-06-01").replace(SOURCE, "weight: 5", "weight: 7");
    project.commit("Bump");
    assert_eq!(texts(&project, |finding| finding["code"] == "stale"), NONE);
}

#[test]
fn a_merge_of_an_original_and_a_translation_changed_apart() {
    let project = translated();
    project.git(&["checkout", "--quiet", "-b", "translation"]);
    project.replace(TARGET, "The dog was asleep", "The dog slept").commit("Polish");
    project.git(&["checkout", "--quiet", "main"]);
    project.replace(SOURCE, "Собака спала", "Кошка спала").commit("It was a cat");
    project.replace(SOURCE, "300 машин", "500 машин");
    project.replace(TARGET, "300 cars", "500 cars").commit("Count the cars again");
    project.git(&["merge", "--quiet", "--no-edit", "translation"]);
    assert_eq!(stale(&project), ["Кошка спала на заднем сиденье."]);
}

#[test]
fn a_squashed_branch_counts_as_one_commit() {
    let project = translated();
    project.git(&["checkout", "--quiet", "-b", "work"]);
    project.replace(SOURCE, "300 машин", "500 машин").commit("Count the cars again");
    project.replace(TARGET, "300 cars", "500 cars").commit("Follow");
    project.git(&["checkout", "--quiet", "main"]);
    project.git(&["merge", "--quiet", "--squash", "work"]);
    project.commit("Squash");
    assert_eq!(stale(&project), NONE);
}

#[test]
fn a_shallow_clone_says_what_it_cannot_know() {
    let project = translated();
    project.replace(SOURCE, "Собака спала", "Кошка спала").commit("It was a cat");
    let clone = Project::new();
    let url = format!("file://{}", project.root().display());
    clone.git(&["clone", "--quiet", "--depth", "1", &url, "."]);
    let run = clone.sverka(["check", "--format", "json"]).exits(0);
    assert!(run.stderr.contains("history is cut short"), "{}", run.stderr);
    clone.git(&["fetch", "--quiet", "--unshallow"]);
    assert_eq!(stale(&clone), ["Кошка спала на заднем сиденье."]);
}

#[test]
fn unborn_and_detached_heads_and_worktrees() {
    let project = Project::repository();
    project.write(SOURCE, RUSSIAN).write(TARGET, ENGLISH);
    assert_eq!(stale(&project), NONE);
    project.commit("Translate the road");
    project.replace(SOURCE, "300 машин", "500 машин").commit("Count the cars again");
    project.git(&["checkout", "--quiet", "--detach"]);
    assert_eq!(stale(&project), ["На заправке было 500 машин."]);
    project.git(&["worktree", "add", "--quiet", "beside", "main"]);
    let report = project.sverka(["-C", "beside", "check", "--format", "json"]).json();
    assert_eq!(report["findings"][0]["code"], "stale");
}

#[test]
fn a_diff_since_the_translation_and_between_revisions() {
    let project = translated();
    project.replace(SOURCE, "300 машин", "500 машин").commit("Count the cars again");
    let diff = project.sverka(["diff", "--format", "json"]).exits(0).json();
    let change = &diff["documents"][0]["changes"][0];
    assert_eq!(change["grade"], "number");
    assert_eq!(change["source"]["was"], "На заправке было 300 машин.");
    assert_eq!(change["source"]["now"], "На заправке было 500 машин.");
    assert_eq!(change["target"]["now"], "There were 300 cars at the petrol station.");
    project.replace(TARGET, "300 cars", "500 cars").commit("Follow");
    assert_eq!(
        project.sverka(["diff", "--format", "json"]).json()["documents"],
        Value::Array(vec![])
    );
    let diff = project.sverka(["diff", "HEAD~2..", "--format", "json"]).exits(0).json();
    let change = &diff["documents"][0]["changes"][0];
    assert_eq!(change["target"]["was"], "There were 300 cars at the petrol station.");
    assert_eq!(change["target"]["now"], "There were 500 cars at the petrol station.");
    let page = project.sverka(["diff", "HEAD~2", SOURCE]).exits(0).stdout;
    assert!(page.contains("На заправке было [-300-]{+500+} машин."), "{page}");
    let comment = project.sverka(["diff", "HEAD~2", "--format", "markdown"]).exits(0).stdout;
    assert!(comment.contains("~~300~~**500** машин"), "{comment}");
    project.sverka(["diff", "nowhere"]).exits(2);
}

#[test]
fn the_level_of_a_change_may_depend_on_its_grade() {
    let project = translated();
    project.replace(SOURCE, "300", "500").replace(SOURCE, "дождь перестал", "дождь утих");
    let severities = |levels: &str| -> Vec<String> {
        project.write("sverka.toml", format!("[check]\nstale = {levels}\n"));
        let report = project.sverka(["check", "--format", "json"]).json();
        let severity = |finding: &Value| finding["severity"].as_str().unwrap().to_owned();
        report["findings"].as_array().unwrap().iter().map(severity).collect()
    };
    assert_eq!(severities("\"error\""), ["error", "error"]);
    assert_eq!(severities("{ wording = \"info\" }"), ["error", "info"]);
    assert_eq!(severities("{ number = \"warn\", wording = \"off\" }"), ["warn"]);
}
