//! What newcomers type, and answers that must not mislead them.

use serde_json::Value;

use crate::harness::Project;

fn project() -> Project {
    let project = Project::repository();
    project.write("source-ru/a.md", "Нас было 12. Ветер стих.\n");
    project.write("translations/a.md", "There were 12 of us. The wind died down.\n");
    project.commit("Translate");
    project
}

#[test]
fn what_is_suggested_resembles_what_was_typed() {
    let project = project();
    let said = |arguments: &[&str]| project.sverka(arguments.iter().copied()).exits(2).stderr;
    assert!(said(&["chek"]).contains("`check`"));
    assert!(!said(&["explain", "foo"]).contains("did you mean"));
    assert!(said(&["explain", "stael"]).contains("`stale`"));
    assert!(said(&["ledger", "list"]).contains("`sverka ledger --help`"));
    project.sverka(["explain", "STALE"]).exits(0);
}

#[test]
fn two_revisions_are_compared_with_each_other_and_unknown_paths_are_errors() {
    let project = project();
    project.replace("source-ru/a.md", "12", "13");
    project.commit("Count again");
    project.replace("source-ru/a.md", "Ветер стих", "Ветер усилился");
    let run = project.sverka(["diff", "HEAD~1", "HEAD"]).exits(0);
    assert!(run.stdout.contains("13") && !run.stdout.contains("усилился"), "{}", run.stdout);
    let run = project.sverka(["diff", "HEAD~1", "nosuch"]).exits(2);
    assert!(run.stderr.contains("nosuch"), "{}", run.stderr);
    let run = project.sverka(["diff", "source-ru/nosuch.md"]).exits(2);
    assert!(run.stderr.contains("neither a revision nor a document"), "{}", run.stderr);
}

#[test]
fn a_level_may_be_called_as_reports_call_it() {
    let project = project();
    project.write("sverka.toml", "[check]\nnumber-changed = \"warning\"\n");
    project.replace("translations/a.md", "12", "14");
    project.sverka(["check"]).exits(0);
    project.sverka(["check", "--fail-on", "warning"]).exits(1);
}

#[test]
fn what_is_configured_for_nothing_is_said() {
    let project = project();
    let idle = "[[pair]]\nsource = \"source-ru/{path}\"\ntarget = \"translations/{path}\"\n\
                [[pair]]\nsource = \"ru/{path}\"\ntarget = \"en/{path}\"\n\
                [[policy]]\npath = \"drafts/**\"\nminimum = \"0%\"\n";
    project.write("sverka.toml", idle);
    let run = project.sverka(["check"]).exits(0);
    assert!(run.stderr.contains("the pair ru/{path} and en/{path}"), "{}", run.stderr);
    assert!(run.stderr.contains("`drafts/**`"), "{}", run.stderr);
    project.write("source-ru/drafts/b.md", "Ещё не переведено.\n");
    let run = project.sverka(["check"]).exits(0);
    assert!(!run.stderr.contains("drafts"), "{}", run.stderr);
    let run = project.sverka(["todo"]).exits(0);
    assert!(run.stdout.contains("translations/drafts/b.md"), "{}", run.stdout);
}

#[test]
fn approval_can_be_required_and_given_in_a_review_of_all() {
    let project = project();
    project.write("sverka.toml", "[[policy]]\npath = \"**\"\nrequire = \"approved\"\n");
    let run = project.sverka(["check"]).exits(1);
    assert!(run.stdout.contains("2 of 2 translations here are not approved"), "{}", run.stdout);
    project.sverka_reading("p\np\n", ["review", "--unapproved"]).exits(0);
    project.sverka(["check"]).exits(0);
    let run = project.sverka_reading("d\n", ["review", "--all"]).exits(0);
    assert!(run.stdout.contains("(1/2)"), "{}", run.stdout);
    project.replace("translations/a.md", "The wind died down", "The wind fell");
    project.sverka(["check"]).exits(1);
}

/// Posts of a site in both languages: two that are translated, and so many that stand in one
/// language each.
fn posts(alone: usize) -> Vec<(String, String)> {
    const RUSSIAN: [&str; 8] = [
        "Как мы красили забор зелёной краской",
        "Почему печь дымит перед оттепелью",
        "Старая мельница теперь открыта для гостей",
        "Где искать грибы после дождя",
        "Учимся плести корзины из ивы",
        "Пасечник рассказывает о своих пчёлах",
        "Лодку просмолили, весну встретили",
        "Зимние вечера в сельской библиотеке",
    ];
    const ENGLISH: [&str; 8] = [
        "A carpenter is wanted for the summer",
        "Our choir sings in the town hall",
        "The ferry timetable has changed again",
        "Ten recipes for pickled cucumbers",
        "Lost: one brown dog with a collar",
        "The school opens its new gymnasium",
        "Volunteers cleaned the beach yesterday",
        "A lecture about medieval bridges",
    ];
    let project = Project::new();
    for (name, russian, english) in [
        (
            "garden",
            "Сад лежит за рекой, и дорога туда идёт через мост.",
            "The garden lies beyond the river, and the road there leads over a bridge.",
        ),
        (
            "gate",
            "Калитку запирает сторож, когда темнеет.",
            "The watchman locks the gate when it gets dark.",
        ),
    ] {
        project.write(&format!("site/ru/posts/{name}.md"), format!("{russian}\n"));
        project.write(&format!("site/en/posts/{name}.md"), format!("{english}\n"));
    }
    for (index, (russian, english)) in RUSSIAN.iter().zip(ENGLISH).take(alone).enumerate() {
        project.write(&format!("site/ru/posts/r{index}.md"), format!("{russian}.\n"));
        project.write(&format!("site/en/posts/e{index}.md"), format!("{english}.\n"));
    }
    let report = project.sverka(["check", "--format", "json"]).json();
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap().to_owned();
    let findings = report["findings"].as_array().unwrap().iter();
    let mut said: Vec<_> =
        findings.map(|finding| (text(finding, "code"), text(finding, "severity"))).collect();
    said.sort();
    said.dedup();
    said
}

#[test]
fn collections_that_each_language_has_of_its_own_are_no_error() {
    let said = |levels: [(&str, &str); 2]| -> Vec<(String, String)> {
        levels.map(|(code, level)| (code.to_owned(), level.to_owned())).to_vec()
    };
    let few = said([("document-orphan", "warn"), ("document-untranslated", "error")]);
    assert_eq!(posts(2), few);
    let many = said([("document-orphan", "info"), ("document-untranslated", "info")]);
    assert_eq!(posts(8), many);
}
