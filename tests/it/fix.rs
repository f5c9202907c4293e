//! `check --fix`: what is safe to mend is mended, byte for byte.

use crate::harness::Project;

const SOURCE: &str = "# Письмо\n\nОн сказал: «Домой», — и уехал в Москву.\n\nПотом пришла зима, и снег лёг на крыши.\n\n\
    Смотрите `a  b` и [здесь](https://example.org/a%20%20b).\n";
const TARGET: &str = "# A letter\r\n\r\nHe said, \u{ab}Home,\u{bb} and left  for Mos\u{441}ow .\r\n\r\nThen winter\u{a0}came , \
    and snow\u{200b} lay on the roofs.\r\n\r\nSee `a  b` and [here](https://example.org/a%20%20b).\r\n";
const MENDED: &str = "# A letter\r\n\r\nHe said, “Home,” and left for Moscow.\r\n\r\nThen winter came, \
    and snow lay on the roofs.\r\n\r\nSee `a  b` and [here](https://example.org/a%20%20b).\r\n";

#[test]
fn what_is_safe_is_mended_and_nothing_else_touched() {
    let project = Project::with_pair(SOURCE, TARGET);
    let run = project.sverka(["check", "--fix"]);
    assert_eq!(project.read("translations/a.md"), MENDED, "{}", run.stdout);
    assert_eq!(project.read("source-ru/a.md"), SOURCE);
    assert!(run.stderr.contains("in 1 file"), "{}", run.stderr);
    let again = project.sverka(["check", "--fix"]);
    assert!(!again.stderr.contains("mended"), "{}", again.stderr);
    assert_eq!(project.read("translations/a.md"), MENDED);
}

#[test]
fn a_dry_run_shows_the_diff_and_writes_nothing() {
    let project = Project::with_pair(SOURCE, TARGET);
    let run = project.sverka(["check", "--fix", "--dry-run"]).exits(1);
    assert_eq!(project.read("translations/a.md"), TARGET);
    assert!(run.stdout.starts_with("--- a/translations/a.md\n+++ b/translations/a.md\n@@"));

    // Git can apply it.
    project.git(&["init", "--quiet"]);
    project.write("mend.diff", &run.stdout);
    project.git(&["apply", "mend.diff"]);
    assert_eq!(project.read("translations/a.md"), MENDED);
}

#[test]
fn what_was_changed_on_a_branch_is_mended_alone() {
    let project = Project::repository();
    project.write("source-ru/a.md", "Мы долго ждали.\n\nПотом ушли домой.\n");
    project.write("translations/a.md", "We waited  long.\n\nThen we went home.\n");
    project.commit("Letters");
    project.write("translations/a.md", "We waited  long.\n\nThen we went  home.\n");
    project.sverka(["check", "--fix", "--base", "HEAD"]);
    assert_eq!(project.read("translations/a.md"), "We waited  long.\n\nThen we went home.\n");
}
