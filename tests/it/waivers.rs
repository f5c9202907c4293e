//! `accept --waive`: what is right as it is, until the text changes.

use crate::harness::Project;

#[test]
fn a_waiver_lapses_with_the_text() {
    let project = Project::repository();
    project.write(
        "glossary/war.toml",
        "[[concept]]\nid = \"mobilization\"\nlevel = \"error\"\nru = [\"мобилизация\"]\nen = [\"mobilization\"]\n",
    );
    project.write(
        "source-ru/a.md",
        "Мобилизацию объявили осенью.\n\nО мобилизации молчат 40 газет.\n",
    );
    project.write(
        "translations/a.md",
        "The draft began in the fall.\n\nForty papers say nothing of it.\n",
    );
    project.commit("Letters");
    assert_eq!(project.codes(), ["term-missing", "term-missing"]);

    let segment = "translations/a.md:1";
    project.sverka(["accept", "--segment", segment, "--waive", "term-mising"]).exits(2);
    let waive = ["accept", "--segment", segment, "--waive", "term-missing", "--note", "a pun"];
    project.sverka(waive).exits(0);
    assert_eq!(project.codes(), ["term-missing"]);
    let ledger = project.read("translations/.sverka/a.md.jsonl");
    assert!(
        ledger.contains("\"waives\":[\"term-missing\"]") && ledger.contains("a pun"),
        "{ledger}"
    );

    // To approve the pair later keeps the waiver; to change a word ends it.
    project.sverka(["accept", "--segment", segment, "--state", "approved"]).exits(0);
    assert_eq!(project.codes(), ["term-missing"]);
    project.replace("translations/a.md", "in the fall", "in the late fall");
    assert!(project.codes().iter().filter(|code| *code == "term-missing").count() == 2);
}
