//! What the reports say of a small project, through the binary.

use serde_json::Value;

use crate::harness::Project;

const SOURCE: &str = "# Дорога домой\n\n\
    Мы вернулись домой весной 2023 года.\n\n\
    ## Волгоград\n\n\
    В Волгограде нас встретили друзья.\n\n\
    Поезд шёл двенадцать часов.\n";

const TARGET: &str = "# The way home\n\n\
    We came home in the spring of 2023.\n\n\
    ## Volgograd\n\n\
    In Volgograd our friends met us.\n\n\
    The train took twelve hours.\n";

#[track_caller]
fn assert_valid(project: &Project, schema: &str, instance: &Value) {
    let schema = project.sverka(["schema", schema]).exits(0).json();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(instance).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
}

#[test]
fn a_complete_translation_has_nothing_to_report() {
    let project = Project::with_pair(SOURCE, TARGET);
    let run = project.sverka(["check"]).exits(0);
    assert_eq!(run.stdout, "nothing to report in 1 document\n");
    assert!(project.sverka(["status"]).exits(0).stdout.contains("[##########] 100%"));
    assert_eq!(project.sverka(["todo", "--lang", "ru"]).exits(0).stdout, "делать нечего\n");
}

#[test]
fn exactly_what_was_deleted_is_reported() {
    for (deleted, source_line, target_line) in [
        ("## Volgograd\n\n", 5, 5),
        ("In Volgograd our friends met us.\n\n", 7, 7),
        ("\nThe train took twelve hours.\n", 9, 7),
    ] {
        let project = Project::with_pair(SOURCE, &TARGET.replacen(deleted, "", 1));
        let report = project.sverka(["check", "--format", "json"]).exits(1).json();
        assert_valid(&project, "check", &report);
        let findings = report["findings"].as_array().unwrap();
        assert_eq!(findings.len(), 1, "{deleted:?}: {findings:#?}");
        let finding = &findings[0];
        assert_eq!(finding["code"], "untranslated");
        assert_eq!(finding["source"]["line"], source_line);
        assert_eq!(
            (&finding["target"]["line"], &finding["target"]["text"]),
            (&target_line.into(), &"".into())
        );
        assert_eq!(report["summary"]["error"], 1);
    }
}

#[test]
fn machine_formats_are_the_same_in_every_language() {
    let project = Project::with_pair(SOURCE, "# The way home\n");
    project.write("source-ru/new.md", "Текст.\n");
    for command in ["check", "status", "todo"] {
        let run = |lang| project.sverka([command, "--format", "json", "--lang", lang]);
        let (english, russian) = (run("en"), run("ru"));
        assert_eq!(english.stdout, russian.stdout);
        assert_eq!(english.json()["version"], 1);
        assert_valid(&project, command, &english.json());
    }
    for line in project.sverka(["check", "--format", "jsonl"]).exits(1).stdout.lines() {
        assert_valid(&project, "finding", &serde_json::from_str(line).unwrap());
    }
}

#[test]
fn status_counts_what_check_reports() {
    let project = Project::with_pair(SOURCE, TARGET);
    project.write("source-ru/new.md", "Три новых слова.\n");
    let status = project.sverka(["status", "--format", "json"]).exits(0).json();
    let check = project.sverka(["check", "--format", "json"]).exits(1).json();
    assert_eq!(status["total"]["findings"]["error"], check["summary"]["error"]);
    assert_eq!(status["total"]["segments"]["total"], check["summary"]["segments"]);
    let new = &status["documents"][1];
    assert_eq!(new["target"], Value::Null);
    assert_eq!((&new["words"]["total"], &new["words"]["translated"]), (&3.into(), &0.into()));
}

#[test]
fn hostile_text_and_names_cannot_steer_the_terminal() {
    let project = Project::new();
    project.write("source-ru/\u{1b}[2J\u{202e}.md", "Текст \u{1b}[31mкрасный\u{202e}.\n");
    project.write("source-ru/bad\u{9b}.md", [0xcf, 0xf0, 0xff, 0xfe, b'\n']);
    for command in ["check", "status", "todo"] {
        let run = project.sverka([command, "-v"]);
        let controls = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        assert!(!run.stdout.contains(controls) && !run.stderr.contains(controls), "{run:?}");
        assert!(run.stdout.contains("U+001B"), "{run:?}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_a_finding_and_the_rest_is_checked() {
    let project = Project::with_pair(SOURCE, TARGET);
    project.write(
        "source-ru/old.md",
        b"\xcc\xfb \xe2\xe5\xf0\xed\xf3\xeb\xe8\xf1\xfc \xe4\xee\xec\xee\xe9.\n",
    );
    project.write("translations/old.md", "We came back home.\n");
    let report = project.sverka(["check", "--format", "json"]).exits(1).json();
    assert_eq!(report["findings"][0]["code"], "unreadable-file");
    assert!(report["findings"][0]["message"].as_str().unwrap().contains("CP1251"));
    assert_eq!(report["findings"].as_array().unwrap().len(), 1);
    assert_eq!(report["summary"]["documents"], 2);
}

#[test]
fn pairs_of_lines_are_aligned_in_order() {
    let project = Project::new();
    let input = "{\"id\":\"a\",\"source\":\"Да.\\nНет.\",\"target\":\"Yes.\\nNo.\"}\nbroken\n\
        {\"id\":2,\"source\":\"Да.\",\"target\":\"Yes.\"}\n";
    let run = project.sverka_reading(input, ["align", "--stdin", "--unit", "line"]).exits(2);
    assert!(run.stderr.contains("<stdin>:2:1: error:"), "{}", run.stderr);
    let lines: Vec<Value> =
        run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((&lines[0]["id"], &lines[1]["id"]), (&"a".into(), &2.into()));
    for line in &lines {
        assert_valid(&project, "align", line);
    }
    let spans = &lines[0]["source"]["segments"];
    assert_eq!((&spans[0]["start"], &spans[0]["end"]), (&0.into(), &5.into()));
}

#[test]
fn states_are_counted_one_by_one() {
    let project = Project::with_pair(
        "Ветер стих.\n\nПошёл снег.\n\nКасса закрыта до понедельника.\n",
        "The wind died down.\n\nIt began to snow.\n",
    );
    project.sverka(["accept", "a.md", "--state", "approved"]).exits(0);
    let run = project.sverka(["status", "--by", "state"]).exits(0);
    let rows: Vec<Vec<&str>> =
        run.stdout.lines().take(3).map(|line| line.split_whitespace().take(2).collect()).collect();
    assert_eq!(rows, [["STATE", "SEGMENTS"], ["untranslated", "1"], ["approved", "2"]]);
}
