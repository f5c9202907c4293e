//! What other services run: the GitHub action, the pre-commit hooks, the GitLab template.

use std::{fs, path::Path, process::Command};

use serde_yaml_ng::Value;

use crate::harness::{Project, Run};

fn yaml(path: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    serde_yaml_ng::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// A clone, as CI makes it, of a repository whose branch `work` got a number wrong.
fn checked_out() -> (Project, Project) {
    let origin = Project::repository();
    origin.write("source-ru/a.md", "Пришло 40 писем.\n\nОтветили на 12.\n");
    origin.write("translations/a.md", "50 letters came.\n\n12 were answered.\n");
    origin.commit("Letters");
    origin.git(&["checkout", "-q", "-b", "work"]);
    origin.replace("translations/a.md", "12 were", "13 were");
    origin.commit("A wrong number");
    let clone = Project::new();
    let url = format!("file://{}", origin.root().display());
    clone.git(&["clone", "-q", "--depth=2", "--branch=work", &url, "."]);
    (origin, clone)
}

/// Runs a shell script in a project with `sverka` on the path and these variables.
fn shell(project: &Project, script: &str, variables: &[(&str, &str)]) -> Run {
    let binary = Path::new(env!("CARGO_BIN_EXE_sverka"));
    let path = format!(
        "{}:{}",
        binary.parent().unwrap().display(),
        std::env::var("PATH").unwrap_or_default()
    );
    let mut command: Command = project.hermetic("bash".as_ref());
    command.args(["-e", "-o", "pipefail", "-c", script]).env("PATH", path);
    command.env("SVERKA", binary).env("SVERKA_LANG", "en").envs(variables.iter().copied());
    Run::of(command.output().unwrap())
}

#[test]
fn the_action_reports_what_the_branch_brings() {
    let action = yaml("action.yml");
    assert_eq!(action["runs"]["using"], "composite");
    let steps = action["runs"]["steps"].as_sequence().unwrap();
    assert!(steps.iter().all(|step| step["run"].is_null() || step["shell"] == "bash"));
    let script = steps.last().unwrap()["run"].as_str().unwrap();
    let (_origin, clone) = checked_out();
    let summary = clone.path("summary.md").display().to_string();
    let variables = |base: &'static str, arguments: &'static str| {
        [("BASE", base), ("FAIL_ON", "error"), ("ARGUMENTS", arguments)]
    };
    let run = |base, arguments| {
        let mut all = variables(base, arguments).to_vec();
        all.push(("GITHUB_STEP_SUMMARY", summary.as_str()));
        shell(&clone, script, &all)
    };
    let of_branch = run("main", "").exits(1);
    assert_eq!(of_branch.stdout.matches("::error ").count(), 1, "{}", of_branch.stdout);
    assert!(of_branch.stdout.contains("file=translations/a.md,line=3"), "{}", of_branch.stdout);
    assert!(clone.read("summary.md").contains("number-changed"));
    let of_all = run("none", "").exits(1);
    assert_eq!(of_all.stdout.matches("::error ").count(), 2, "{}", of_all.stdout);
    run("", "translations/nowhere").exits(2);
    let mut with_report = variables("main", "").to_vec();
    with_report.extend([("GITHUB_STEP_SUMMARY", summary.as_str()), ("REPORT", "site")]);
    shell(&clone, script, &with_report).exits(1);
    assert!(clone.read("site/index.html").contains("a.md"));
    assert!(clone.read("summary.md").contains("| Document | Progress |"));
}

#[test]
fn the_hooks_look_at_what_is_committed() {
    let hooks = yaml(".pre-commit-hooks.yaml");
    let entry = |id: &str| {
        let hooks = hooks.as_sequence().unwrap();
        let hook = hooks.iter().find(|hook| hook["id"] == id).unwrap();
        assert_eq!(hook["language"], "rust");
        hook["entry"].as_str().unwrap().to_owned()
    };
    let project = Project::repository();
    project.write("source-ru/a.md", "Пришло 40 писем.\n\nОтветили на 12.\n");
    project.write("translations/a.md", "50 letters came.\n\n12 were answered.\n");
    shell(&project, &entry("sverka"), &[]).exits(1);
    project.commit("Old debt");
    shell(&project, &entry("sverka"), &[]).exits(0);
    project.replace("translations/a.md", "12 were", "12  were");
    shell(&project, &entry("sverka-fix"), &[]).exits(0);
    assert_eq!(project.read("translations/a.md"), "50 letters came.\n\n12 were answered.\n");
}

#[test]
fn the_template_writes_the_report_that_gitlab_reads() {
    let template = yaml("ci/gitlab.yml");
    let job = &template["sverka"];
    let report = job["artifacts"]["reports"]["codequality"].as_str().unwrap();
    let script = job["script"][0].as_str().unwrap();
    let (_origin, clone) = checked_out();
    clone.git(&["fetch", "-q", "origin", "main:refs/remotes/origin/main"]);
    shell(&clone, script, &[("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main")]).exits(1);
    let issues = || serde_json::from_str::<Vec<serde_json::Value>>(&clone.read(report)).unwrap();
    assert_eq!(issues().len(), 1);
    shell(&clone, script, &[]).exits(1);
    assert_eq!(issues().len(), 2);
}
