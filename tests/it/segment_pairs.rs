//! Segment pairs from elsewhere: lines in, lines out, each for itself, so that a corpus may be cut
//! anywhere.

use serde_json::Value;

use crate::harness::Project;

const LOST: &str =
    "{\"id\":\"1\",\"ru\":\"Сгорело 300 домов.\",\"en\":\"500 houses burned down.\"}\n";
const SOUND: &str = "{\"id\":\"2\",\"ru\":\"Он дома.\",\"en\":\"He is at home.\"}\n";

fn answers(stdout: &str) -> Vec<Value> {
    stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn each_line_is_answered_by_one_where_that_is_asked_for() {
    let project = Project::new();
    let input = format!("{LOST}\nno pair\n{SOUND}");
    let run = project.sverka_reading(&input, ["check", "--pairs", "-", "--all-lines"]).exits(2);
    let all = answers(&run.stdout);
    let ids: Vec<&Value> = all.iter().map(|answer| &answer["id"]).collect();
    assert_eq!(ids, [&Value::from("1"), &Value::Null, &Value::Null, &Value::from("2")]);
    assert_eq!(all[0]["findings"][0]["code"], "number-changed");
    assert_eq!(all[1], serde_json::json!({"id": null, "findings": []}));
    assert!(all[2]["error"].as_str().unwrap().contains("segment pair"), "{}", all[2]);
    assert!(run.stderr.contains("<stdin>:3:"), "{}", run.stderr);
}

#[test]
fn columns_are_pairs_too() {
    let project = Project::new();
    let json = project.sverka_reading(LOST, ["check", "--pairs", "-"]).exits(1).stdout;
    let named = "1\tСгорело 300 домов.\t500 houses burned down.\r\n";
    let tsv = ["check", "--pairs", "-", "--tsv"];
    assert_eq!(project.sverka_reading(named, tsv).exits(1).stdout, json);
    let unnamed = "Сгорело 300 домов.\t500 houses burned down.\n";
    let found = answers(&project.sverka_reading(unnamed, tsv).exits(1).stdout);
    assert_eq!((&found[0]["id"], &found[0]["code"]), (&Value::Null, &"number-changed".into()));
    let wrong = project.sverka_reading("один\n", tsv).exits(2);
    assert!(wrong.stderr.contains("one column"), "{}", wrong.stderr);
}

#[test]
fn what_is_found_fails_nothing_where_that_is_forgiven() {
    let project = Project::new();
    let forgiving = ["check", "--pairs", "-", "--exit-zero"];
    project.sverka_reading(LOST, forgiving).exits(0);
    project.sverka_reading("no pair\n", forgiving).exits(2);
}

#[test]
fn a_line_has_a_limit() {
    let project = Project::new();
    let input = format!("{LOST}{SOUND}");
    let run =
        project.sverka_reading(&input, ["check", "--pairs", "-", "--max-line", "64"]).exits(2);
    assert_eq!(run.stdout, "");
    assert!(
        run.stderr.contains("<stdin>:1:1: error: this line has more than 64"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_configuration_needs_no_project() {
    let project = Project::new();
    project.write(
        "elsewhere/own.toml",
        "[glossary]\npath = \"terms\"\n[check]\nnumber-changed = \"warn\"\n",
    );
    let concept = "[[concept]]\nid = \"house\"\nru = [\"дом\"]\nen = [\"house\", { term = \"home\", status = \"forbidden\" }]\n";
    project.write("elsewhere/terms/a.toml", concept);
    let input = format!("{LOST}{SOUND}");
    let arguments = ["check", "--pairs", "-", "--config", "elsewhere/own.toml"];
    let found = answers(&project.sverka_reading(&input, arguments).stdout);
    let found: Vec<_> =
        found.iter().map(|one| (&one["id"], &one["code"], &one["severity"])).collect();
    let lost = (&"1".into(), &"number-changed".into(), &"warn".into());
    assert!(found.contains(&lost), "{found:?}");
    assert!(found.iter().any(|one| one.1 == "term-forbidden"), "{found:?}");
    project.sverka_reading(&input, ["check", "--pairs", "-", "--config", "nowhere.toml"]).exits(2);
    project.sverka(["check", "--config", "elsewhere/own.toml"]).exits(2);
}

#[test]
fn how_a_corpus_is_cut_changes_nothing() {
    let project = Project::new();
    let line = |number: usize| {
        let other = number + usize::from(number.is_multiple_of(7));
        format!(
            "{{\"id\":{number},\"ru\":\"Пришло {number} писем.\",\"en\":\"{other} letters came.\"}}\n"
        )
    };
    let lines: Vec<String> = (10..2100).map(line).collect();
    let check = |lines: &[String]| {
        project.write("part.jsonl", lines.concat());
        project.sverka(["check", "--pairs", "part.jsonl", "--all-lines"]).stdout
    };
    let whole = check(&lines);
    assert_eq!(whole.lines().count(), lines.len());
    assert_eq!(lines.chunks(611).map(check).collect::<String>(), whole);
}
