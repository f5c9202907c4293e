//! What could not be looked at is said by every command that answers, and is never a clean answer.
#![cfg(unix)]

use std::{fs, os::unix::fs::symlink, process::Command};

use crate::harness::Project;

/// A project of which one document is a pipe: nobody can know what it says.
fn with_pipe() -> Project {
    let project = Project::repository();
    project.write("source-ru/a.md", "Мост построили весной.\n");
    project.write("translations/a.md", "The bridge was built in spring.\n");
    project.commit("Translate");
    let made = Command::new("mkfifo").arg(project.path("source-ru/pipe.md")).status().unwrap();
    assert!(made.success());
    project
}

#[test]
fn no_command_calls_a_part_the_whole() {
    for command in [
        &["check"][..],
        &["check", "--fix", "--dry-run"],
        &["check", "--base", "HEAD"],
        &["check", "--format", "json"],
        &["status"],
        &["todo"],
        &["diff"],
        &["diff", "HEAD"],
        &["diff", "HEAD", "--format", "markdown"],
        &["diff", "source-ru"],
        &["review"],
        &["baseline"],
        &["baseline", "--dry-run"],
        &["ledger", "prune"],
        &["report", "--output", "site"],
        &["glossary", "list"],
        &["glossary", "lint"],
        &["glossary", "find", "река"],
        &["glossary", "suggest"],
    ] {
        let project = with_pipe();
        let run = project.sverka(command.iter().copied()).exits(2);
        let said = run.stdout.clone() + &run.stderr;
        assert!(said.contains("is no plain file"), "{command:?}: {said}");
        for claim in ["nothing to report", "nothing to review:", "nothing has changed"] {
            assert!(!run.stdout.contains(claim), "{command:?}: {}", run.stdout);
        }
    }
}

#[test]
fn a_baseline_keeps_what_could_not_be_looked_at() {
    let project = with_pipe();
    fs::remove_file(project.path("source-ru/pipe.md")).unwrap();
    project.write("source-ru/b.md", "Было 5 лодок.\n");
    project.write("translations/b.md", "There were 6 boats.\n");
    project.sverka(["baseline"]).exits(0);
    let before = project.read("sverka-baseline.jsonl");
    assert!(before.contains("number-changed"));
    project.remove("source-ru/b.md");
    fs::create_dir(project.path("source-ru/b.md")).unwrap();
    symlink("/etc/hostname", project.path("source-ru/c.md")).unwrap();
    project.sverka(["baseline"]).exits(2);
    assert_eq!(project.read("sverka-baseline.jsonl"), before);
}

#[test]
fn versions_that_cannot_be_read_are_no_changes() {
    let project = with_pipe();
    fs::remove_file(project.path("source-ru/pipe.md")).unwrap();
    project.replace("source-ru/a.md", "весной", "осенью");
    project.commit("Correct");
    let old = project.git(&["rev-parse", "HEAD~1:source-ru/a.md"]);
    let old = old.trim();
    fs::remove_file(project.path(&format!(".git/objects/{}/{}", &old[..2], &old[2..]))).unwrap();
    for command in [&["diff", "HEAD~1"][..], &["diff", "HEAD~1..HEAD"]] {
        let run = project.sverka(command.iter().copied()).exits(2);
        assert!(run.stderr.contains("cannot be read"), "{command:?}: {}", run.stderr);
        assert!(run.stdout.contains("no change was found, but"), "{command:?}: {}", run.stdout);
    }
    project.sverka(["report", "--base", "HEAD~1", "--output", "site"]).exits(2);
}

#[test]
fn a_partial_clone_says_its_limit_once() {
    let project = with_pipe();
    fs::remove_file(project.path("source-ru/pipe.md")).unwrap();
    project.replace("source-ru/a.md", "весной", "осенью");
    project.commit("Correct");
    project.git(&["config", "uploadpack.allowFilter", "true"]);
    let url = format!("file://{}", project.root().display());
    let other = Project::new();
    other.git(&["clone", "-q", "--filter=blob:none", &url, "."]);
    let run = other.sverka(["check"]).exits(0);
    assert_eq!(run.stderr.matches("could not be compared").count(), 1, "{}", run.stderr);
    for command in [&["diff", "HEAD~1"][..], &["diff", "HEAD~1..HEAD"]] {
        let run = other.sverka(command.iter().copied()).exits(2);
        assert!(run.stderr.contains("--refetch"), "{command:?}: {}", run.stderr);
        assert!(!run.stderr.contains("fsck"), "{command:?}: {}", run.stderr);
    }
}

#[test]
fn a_repository_with_other_names_of_objects_is_said_to_be_that() {
    let project = Project::new();
    project.git(&["init", "-q", "--object-format=sha256", "--initial-branch=main"]);
    project.write("source-ru/a.md", "Мост построили весной.\n");
    project.write("translations/a.md", "The bridge was built in spring.\n");
    project.commit("Translate");
    let run = project.sverka(["check"]).exits(2);
    assert!(run.stderr.contains("SHA-256"), "{}", run.stderr);
    assert!(!run.stderr.contains("fsck"), "{}", run.stderr);
}

#[test]
fn a_link_to_nothing_is_said_and_passed_over() {
    let project = with_pipe();
    fs::remove_file(project.path("source-ru/pipe.md")).unwrap();
    symlink("gone.md", project.path("source-ru/old.md")).unwrap();
    let run = project.sverka(["check"]).exits(0);
    assert!(run.stderr.contains("source-ru/old.md"), "{}", run.stderr);
    assert_eq!(project.sverka(["check"]).exits(0).stderr, run.stderr);
    symlink("/etc/hostname", project.path("source-ru/out.md")).unwrap();
    project.sverka(["check"]).exits(2);
}

#[test]
fn rules_of_git_that_lead_elsewhere_are_said_and_not_followed() {
    for (path, to) in [
        (".gitignore", "/dev/zero"),
        ("source-ru/.gitignore", "/dev/zero"),
        (".ignore", "/dev/zero"),
        ("source-ru/.gitignore", "/etc/passwd"),
    ] {
        let project = with_pipe();
        fs::remove_file(project.path("source-ru/pipe.md")).unwrap();
        symlink(to, project.path(path)).unwrap();
        let run = project.sverka(["check"]).exits(2);
        assert!(run.stderr.contains("leads out of the project"), "{path}: {}", run.stderr);
    }
    let project = with_pipe();
    fs::rename(project.path("source-ru/pipe.md"), project.path(".gitignore")).unwrap();
    let run = project.sverka(["check"]).exits(2);
    assert!(run.stderr.contains(".gitignore` is no plain file"), "{}", run.stderr);
}

#[test]
fn rules_of_git_count_as_git_counts_them() {
    let project = with_pipe();
    project.write("rules", "pipe.md\n").write("source-ru/b.md", "Касса пуста.\n");
    project
        .write("source-ru/sub/c.md", "Касса пуста.\n")
        .write(".gitignore", "b.md\nsub/\n!.git\n");
    symlink("../rules", project.path("source-ru/.gitignore")).unwrap();
    let run = project.sverka(["check"]).exits(0);
    assert_eq!(run.stdout, "nothing to report in 1 document\n");
}

#[test]
fn of_a_damaged_file_as_much_is_said_as_a_person_reads() {
    let project = with_pipe();
    fs::remove_file(project.path("source-ru/pipe.md")).unwrap();
    project.write("translations/.sverka/a.md.jsonl", "torn\n".repeat(500));
    let run = project.sverka(["check"]).exits(0);
    assert_eq!(run.stderr.matches("is no entry").count(), 50, "{}", run.stderr);
    assert!(run.stderr.contains("450 more things are wrong"), "{}", run.stderr);
    let run = project.sverka(["check", "-v"]).exits(0);
    assert_eq!(run.stderr.matches("is no entry").count(), 500);
}
