//! Taking decisions back: exactly the bytes that they wrote.

use crate::harness::Project;

const RUSSIAN: &str = "Мы ждали парома. Ветер стих. Стало тихо.\n";
const ENGLISH: &str = "We waited for the ferry. The wind died down. It grew quiet.\n";

fn project() -> Project {
    let project = Project::repository();
    project.write("source-ru/a.md", RUSSIAN).write("translations/a.md", ENGLISH);
    project.commit("Translate");
    project
}

/// What git sees that is not committed.
fn changed(project: &Project) -> String {
    project.git(&["status", "--porcelain", "--untracked-files=all"])
}

#[test]
fn decisions_are_taken_back_one_after_the_other() {
    let project = project();
    project.sverka(["accept", "a.md"]).exits(0);
    let ledger = changed(&project);
    assert!(!ledger.is_empty());
    project.replace("translations/a.md", "It grew quiet.", "It grew  quiet.");
    project.sverka(["check", "--fix"]).exits(0);
    assert_eq!(project.read("translations/a.md"), ENGLISH);
    let run = project.sverka(["undo", "--dry-run"]).exits(0);
    assert!(run.stdout.contains("+We waited for the ferry. The wind died down. It grew  quiet."));
    let run = project.sverka(["undo"]).exits(0);
    assert!(run.stdout.contains("check --fix"), "{}", run.stdout);
    assert!(project.read("translations/a.md").contains("grew  quiet"));
    project.replace("translations/a.md", "grew  quiet", "grew quiet");
    assert_eq!(changed(&project), ledger);
    project.sverka(["undo"]).exits(0);
    assert_eq!(changed(&project), "");
    let run = project.sverka(["undo"]).exits(2);
    assert!(run.stderr.contains("no decision"), "{}", run.stderr);
}

#[test]
fn several_are_taken_back_at_once_and_later_work_elsewhere_stays() {
    let project = project();
    project.write("source-ru/b.md", RUSSIAN).write("translations/b.md", ENGLISH);
    project.sverka(["accept", "source-ru/a.md"]).exits(0);
    project.sverka(["accept", "source-ru/b.md"]).exits(0);
    project.sverka(["undo", "-n", "2"]).exits(0);
    project.git(&["add", "."]);
    assert!(!changed(&project).contains("ledger"), "{}", changed(&project));
}

#[test]
fn what_changed_since_is_shown_and_not_touched() {
    let project = project();
    project.replace("translations/a.md", "It grew quiet.", "It grew  quiet.");
    project.sverka(["check", "--fix"]).exits(0);
    project.write("translations/a.md", "Another text altogether.\n");
    let run = project.sverka(["undo"]).exits(2);
    assert!(run.stderr.contains("changed since"), "{}", run.stderr);
    assert_eq!(project.read("translations/a.md"), "Another text altogether.\n");
}
