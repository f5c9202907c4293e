//! The term base through the real binary.

use serde_json::Value;

use crate::harness::Project;

const TERMS: &str = r#"# Places.
[[concept]]
id = "st-petersburg"
ru = [{ term = "Санкт-Петербург" }]
en = [
  { term = "St. Petersburg" },
  { term = "Leningrad", status = "forbidden" },
]
case = "initial"

[[concept]]
id = "draft-notice"
ru = [{ term = "повестка" }]
en = [{ term = "draft notice" }, { term = "summons", status = "deprecated" }]
unless = ["повестка дня"]
"#;

const RUSSIAN: &str = "\
# Письма

Мы приехали в Санкт\u{2011}Петербург ночью. Повестку принесли утром.

На повестке дня был один вопрос: ехать или остаться.
";

const ENGLISH: &str = "\
# Letters

We came to St. Petersburg at night. The draft notice was brought in the morning.

There was one question on the agenda: to go or to stay.
";

fn translated() -> Project {
    let project = Project::repository();
    project.write("glossary/terms.toml", TERMS);
    project.write("source-ru/a.md", RUSSIAN).write("translations/a.md", ENGLISH);
    project.commit("Translate the letters");
    project
}

/// Code, line of the translation, and what was found, of each finding on terms.
fn term_findings(project: &Project) -> Vec<(String, u64, Value)> {
    let report = project.sverka(["check", "--format", "json"]).json();
    let findings = report["findings"].as_array().unwrap().iter();
    findings
        .filter(|finding| finding["code"].as_str().unwrap().starts_with("term-"))
        .map(|finding| {
            let code = finding["code"].as_str().unwrap().to_owned();
            (code, finding["target"]["line"].as_u64().unwrap(), finding["data"]["found"].clone())
        })
        .collect()
}

#[test]
fn approved_renderings_are_not_reported() {
    assert_eq!(term_findings(&translated()), []);
}

#[test]
fn one_letter_of_a_rendering_is_reported_at_its_place() {
    let project = translated();
    project.replace("translations/a.md", "St. Petersburg", "St. Peterburg");
    assert_eq!(
        term_findings(&project),
        [("term-missing".to_owned(), 3, Value::from("St. Peterburg"))]
    );
    let report = project.sverka(["check"]).exits(1);
    assert!(report.stdout.contains("“St. Petersburg”"), "{}", report.stdout);
    assert!(report.stdout.contains("^^^^^^^^^^^^^"), "{}", report.stdout);
}

#[test]
fn forbidden_and_deprecated_renderings_are_told_apart() {
    let project = translated();
    project.replace("translations/a.md", "St. Petersburg", "Leningrad");
    project.replace("translations/a.md", "draft notice", "summons");
    assert_eq!(
        term_findings(&project),
        [
            ("term-forbidden".to_owned(), 3, Value::from("Leningrad")),
            ("term-deprecated".to_owned(), 3, Value::from("summons")),
        ]
    );
}

#[test]
fn a_damaged_concept_costs_only_itself() {
    let project = translated();
    project.write("glossary/more.toml", "[[concept]]\nid = \"x\"\nrus = []\n");
    project.replace("translations/a.md", "St. Petersburg", "Leningrad");
    let run = project.sverka(["check", "--format", "json"]).exits(2);
    assert!(run.stderr.contains("glossary/more.toml:3"), "{}", run.stderr);
    assert!(run.stdout.contains("term-forbidden"), "{}", run.stdout);
}

#[test]
fn a_concept_that_is_no_toml_costs_only_itself() {
    let project = translated();
    let broken = "[[concept]]\nid = \"x\"\nru = [\"полк\n\n";
    let sound = "[[concept]]\nid = \"regiment\"\nru = [\"полк\"]\nen = [\"regiment\"]\n";
    project.write("glossary/more.toml", format!("{broken}{sound}"));
    let run = project.sverka(["glossary", "find", "полк", "--format", "json"]);
    assert!(run.stderr.contains("glossary/more.toml:3"), "{}", run.stderr);
    assert_eq!(run.json()["concepts"][0]["id"], "regiment");
}

#[test]
fn a_string_may_hold_what_looks_like_a_concept() {
    let project = translated();
    let concept = "[[concept]]\nid = \"regiment\"\nru = [\"полк\"]\nen = [\"regiment\"]\n";
    let note = "note = \"\"\"\nas in\n[[concept]]\nid = 1\n\"\"\"\n";
    project.write("glossary/more.toml", format!("{concept}{note}"));
    let run = project.sverka(["glossary", "find", "полк", "--format", "json"]);
    assert_eq!(run.stderr, "");
    assert_eq!(run.json()["concepts"][0]["id"], "regiment");
}

#[test]
fn segment_pairs_are_checked_line_by_line() {
    let project = translated();
    let input = "{\"id\":\"1\",\"ru\":\"Он в Санкт-Петербурге.\",\"en\":\"He is in Leningrad.\"}\n\
                 {\"id\":\"2\",\"ru\":\"Он дома.\",\"en\":\"He is at home.\"}\n";
    let run = project.sverka_reading(input, ["check", "--pairs", "-"]).exits(1);
    let findings: Vec<Value> =
        run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let of_terms: Vec<&Value> =
        findings.iter().filter(|finding| finding["code"] == "term-forbidden").collect();
    assert_eq!(of_terms.len(), 1);
    assert_eq!(of_terms[0]["id"], "1");
    assert_eq!(of_terms[0]["data"]["expected"], serde_json::json!(["St. Petersburg"]));
}

#[test]
fn a_word_is_found_in_any_form_with_its_translation() {
    let project = translated();
    let found = project.sverka(["glossary", "find", "повестками", "--format", "json"]).json();
    assert_eq!(found["concepts"][0]["id"], "draft-notice");
    assert_eq!(found["lines"].as_array().unwrap().len(), 2);
    let found = project.sverka(["glossary", "find", "questions", "--format", "json"]).json();
    assert_eq!(found["lines"][0]["line"], 5);
    project.sverka(["glossary", "find", "верблюд"]).exits(1);
}

#[test]
fn a_concept_is_added_after_a_look_at_what_it_finds() {
    let project = translated();
    let preview =
        project.sverka(["glossary", "add", "вопрос", "issue", "--dry-run"]).exits(0).stdout;
    assert!(preview.contains("translations/a.md:5"), "{preview}");
    assert!(!project.path("glossary/more.toml").exists());
    let into = ["--into", "glossary/terms.toml", "--forbidden", "query"];
    project.sverka([&["glossary", "add", "вопрос", "question"][..], &into].concat()).exits(0);
    let terms = project.read("glossary/terms.toml");
    assert!(terms.starts_with(TERMS) && terms.contains("id = \"question\""), "{terms}");
    assert_eq!(term_findings(&project), []);
    project.sverka(["glossary", "add", "вопрос", "question"]).exits(2);
}

#[test]
fn lint_says_what_is_doubtful() {
    let project = translated();
    project.write(
        "glossary/more.toml",
        "[[concept]]\nid = \"a\"\nru = [\"повестка\", \"верблюд\"]\n\
         en = [\"x\", { term = \"x\", status = \"forbidden\" }]\n",
    );
    let report = project.sverka(["glossary", "lint", "--format", "json"]).exits(1);
    let report: Value = serde_json::from_str(&report.stdout).unwrap();
    let kinds: Vec<&str> =
        report["remarks"].as_array().unwrap().iter().map(|r| r["kind"].as_str().unwrap()).collect();
    assert!(kinds.contains(&"conflict") && kinds.contains(&"duplicate"), "{kinds:?}");
}
