//! Which side leads: what a change of it asks of the other.

use serde_json::Value;

use crate::harness::Project;

const RUSSIAN: &str = "ru/a.md";
const ENGLISH: &str = "en/a.md";

const ENGLISH_TEXT: &str = "\
# The Ferry

The ferry leaves at seven in the morning. Tickets are sold on board. Bring warm clothes.

Dogs travel free of charge.
";

const RUSSIAN_TEXT: &str = "\
# Паром

Паром отходит в семь часов утра. Билеты продают на борту. Возьмите тёплую одежду.

Собаки едут бесплатно.
";

const PAIR: &str = "[[pair]]\nsource = \"ru/{path}\"\ntarget = \"en/{path}\"\n";

/// A repository in which the English text was there first.
fn english_first(configuration: &str) -> Project {
    let project = Project::repository();
    project.write("sverka.toml", configuration).write(ENGLISH, ENGLISH_TEXT);
    project.commit("Announce the ferry");
    project.write(RUSSIAN, RUSSIAN_TEXT);
    project.commit("Translate into Russian");
    project
}

/// The findings as code, direction and the texts of both places.
fn found(project: &Project) -> Vec<String> {
    let report = project.sverka(["check", "--format", "json"]).json();
    let text = |place: &Value| place["text"].as_str().unwrap_or("-").to_owned();
    let findings = report["findings"].as_array().unwrap().iter();
    let told = findings.filter(|finding| finding["severity"] != "info");
    told.map(|finding| {
        let (source, target) = (text(&finding["source"]), text(&finding["target"]));
        let code = finding["code"].as_str().unwrap();
        format!("{code} {} | {source} | {target}", finding["direction"].as_str().unwrap())
    })
    .collect()
}

const NONE: [&str; 0] = [];

#[test]
fn history_says_that_the_english_leads() {
    let project = english_first(PAIR);
    assert_eq!(found(&project), NONE);
    project.replace(ENGLISH, "at seven", "at nine");
    project.commit("Let the ferry leave later");
    let stale = "stale en-ru | Паром отходит в семь часов утра. \
                 | The ferry leaves at nine in the morning.";
    assert_eq!(found(&project), [stale]);
    let run = project.sverka(["check"]);
    assert_eq!(run.stderr.matches("the English text is the original of 1 document").count(), 1);
    assert!(run.stdout.contains("ru/a.md:3"), "{}", run.stdout);
    project.replace(RUSSIAN, "в семь", "в девять");
    assert_eq!(found(&project), NONE);
}

#[test]
fn the_russian_may_be_mended_where_the_english_leads() {
    let project = english_first(PAIR);
    project.replace(RUSSIAN, "Возьмите тёплую одежду", "Оденьтесь потеплее");
    project.commit("Say it in better Russian");
    assert_eq!(found(&project), NONE);
}

#[test]
fn the_configuration_wins_over_history() {
    let project = english_first(&format!("{PAIR}direction = \"ru-en\"\n"));
    project.replace(ENGLISH, "at seven", "at nine");
    project.commit("Let the ferry leave later");
    assert!(!found(&project).iter().any(|finding| finding.starts_with("stale")));
    project.replace(RUSSIAN, "Собаки едут бесплатно", "Собаки едут за полцены");
    project.commit("Charge for dogs");
    let stale = found(&project).into_iter().find(|finding| finding.starts_with("stale"));
    let expected = "stale ru-en | Собаки едут за полцены. | Dogs travel free of charge.";
    assert_eq!(stale.as_deref(), Some(expected));
}

#[test]
fn what_the_russian_lacks_is_untranslated_where_the_english_leads() {
    let project = english_first(&format!("{PAIR}direction = \"en-ru\"\n"));
    project.replace(RUSSIAN, " Билеты продают на борту.", "");
    project.replace(
        RUSSIAN,
        "Собаки едут бесплатно.",
        "Собаки едут бесплатно.\n\nУ причала есть буфет с чаем и пирожками.",
    );
    assert_eq!(
        found(&project),
        [
            "untranslated en-ru |  | Tickets are sold on board.",
            "extra en-ru | У причала есть буфет с чаем и пирожками. | -"
        ]
    );
    let status = project.sverka(["status", "--format", "json"]).json();
    assert_eq!(status["documents"][0]["words"]["total"], 23);
    assert_eq!(status["documents"][0]["words"]["translated"], 18);
}

#[test]
fn an_english_document_without_a_russian_one_is_untranslated() {
    let project = english_first(&format!("{PAIR}direction = \"en-ru\"\n"));
    project.write("en/b.md", "The harbour is closed in winter.\n");
    project.write("ru/c.md", "Гавань открыта круглый год.\n");
    assert_eq!(
        found(&project),
        [
            "document-untranslated en-ru | - | The harbour is closed in winter.",
            "document-orphan en-ru | Гавань открыта круглый год. | -"
        ]
    );
}

#[test]
fn a_confirmed_pair_goes_stale_by_its_original() {
    let project = english_first(&format!("{PAIR}direction = \"en-ru\"\n"));
    project.sverka(["accept", RUSSIAN]).exits(0);
    project.replace(ENGLISH, "sold on board", "sold at the harbour office");
    let stale = "stale en-ru | Билеты продают на борту. | Tickets are sold at the harbour office.";
    assert_eq!(found(&project), [stale]);
}

#[test]
fn a_new_configuration_says_what_history_is_sure_of() {
    let (russian, english) = ((RUSSIAN, RUSSIAN_TEXT), (ENGLISH, ENGLISH_TEXT));
    let configuration = |texts: [(&str, &str); 2]| {
        let project = Project::repository();
        for (path, text) in texts {
            project.write(path, text);
            project.commit("Announce the ferry");
        }
        project.sverka(["init"]).exits(0);
        project.read("sverka.toml")
    };
    assert!(configuration([english, russian]).contains("direction = \"en-ru\"\n"));
    assert!(!configuration([russian, english]).contains("direction"));
}
