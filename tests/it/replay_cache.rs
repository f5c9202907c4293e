//! What a replay gave is kept in the repository's own folder, and is not missed when it is gone.

use std::fs;

use crate::harness::Project;

#[test]
fn the_answer_is_the_same_with_and_without() {
    let project = Project::repository();
    project.write("source-ru/a.md", "На заправке было 300 машин.\n\nК вечеру дождь перестал.\n");
    project.write(
        "translations/a.md",
        "There were 300 cars at the petrol station.\n\nTowards evening the rain stopped.\n",
    );
    project.commit("Translate");
    project.replace("source-ru/a.md", "300", "500");
    project.commit("Correct the original");
    let check = || project.sverka(["check", "--format", "json"]).exits(1).stdout;
    let first = check();
    assert!(first.contains("\"stale\""), "{first}");
    let folder = project.path(".git/sverka/replay");
    let kept: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(kept.len(), 1);
    assert_eq!(check(), first);
    assert_eq!(project.git(&["status", "--porcelain"]), "");

    fs::write(&kept[0], "{").unwrap();
    assert_eq!(check(), first);
    fs::remove_dir_all(project.path(".git/sverka")).unwrap();
    assert_eq!(check(), first);

    // Texts, versions and the ledger are what it is made for.
    project.replace("translations/a.md", "300", "500");
    project.sverka(["check", "--format", "json"]).exits(0);
    project.git(&["checkout", "-q", "translations/a.md"]);
    assert_eq!(check(), first);
    project.sverka(["accept", "--all"]).exits(0);
    assert!(!check().contains("\"stale\""));
}
