//! What stands elsewhere in the translation, and the last word of a person about it.

use crate::harness::Project;

const SOURCE: &str = "source-ru/a.md";
const TARGET: &str = "translations/a.md";

const RUSSIAN: &str = "\
Лодку купили осенью. Она протекала, и её смолили всю зиму.

Весной на реку приехал фотограф из Казани.

Старший брат работал на мельнице. Домой он приходил затемно.
";

const ENGLISH: &str = "\
The boat was bought in autumn. It leaked, and they tarred it all winter.

In spring a photographer from Kazan came to the river.

The elder brother worked at the mill. He came home after dark.
";

fn translated() -> Project {
    let project = Project::repository();
    project.write(SOURCE, RUSSIAN).write(TARGET, ENGLISH);
    project.commit("Translate");
    project
}

/// The paragraphs of a text, the first at the end.
fn first_last(text: &str) -> String {
    let (first, rest) = text.split_once("\n\n").unwrap();
    format!("{rest}\n{first}\n")
}

#[test]
fn a_paragraph_moved_on_both_sides_is_in_order() {
    let project = translated();
    project.write(SOURCE, first_last(RUSSIAN)).write(TARGET, first_last(ENGLISH));
    project.commit("Move a paragraph");
    assert_eq!(project.codes(), [""; 0]);
}

#[test]
fn a_paragraph_moved_on_one_side_is_a_remark() {
    let project = translated();
    project.write(SOURCE, first_last(RUSSIAN)).commit("Move a paragraph");
    assert_eq!(project.codes(), ["moved"]);
    project.sverka(["check"]).exits(0);
}

#[test]
fn what_moved_and_changed_is_stale() {
    let project = translated();
    project.write(SOURCE, first_last(&RUSSIAN.replace("всю зиму", "весь февраль")));
    project.commit("Move a paragraph and change it");
    assert_eq!(project.codes(), ["moved", "stale"]);
}

#[test]
fn a_person_pairs_what_the_alignment_sees_otherwise() {
    let project = translated();
    project.replace(
        TARGET,
        "In spring a photographer from Kazan came to the river.",
        "A stranger.",
    );
    project.replace(
        TARGET,
        "He came home after dark.",
        "He came home after dark.\n\nA guest from afar.",
    );
    project.commit("Translate freely");
    let accept = ["accept", "source-ru/a.md:3", "--with", "translations/a.md:7"];
    project.sverka(accept).exits(0);
    let ledger = project.read("translations/.sverka/a.md.jsonl");
    assert!(ledger.contains("\"pinned\":true"), "{ledger}");
    let report = project.sverka(["align", SOURCE, TARGET, "--format", "json"]).json();
    let beads = report["beads"].as_array().unwrap();
    let pinned = beads.iter().find(|bead| bead["origin"] == "pin").unwrap();
    assert_eq!((&pinned["source"][0], &pinned["target"][0]), (&2.into(), &5.into()));
    let page = project.sverka(["align", SOURCE, TARGET]).exits(0).stdout;
    assert!(page.contains("paired by hand"), "{page}");
    assert!(project.codes().contains(&"moved".to_owned()));
    project.sverka(["accept", "source-ru/a.md:2", "--with", "translations/a.md:7"]).exits(2);
    project.sverka(["accept", "source-ru/a.md", "--with", "translations/a.md:7"]).exits(2);
}
