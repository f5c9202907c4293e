//! The tutorial, command by command: what it says is printed is what is printed.

use std::{fs, path::Path};

use crate::harness::{Project, Run};

/// A command of the tutorial with the lines that it is said to print.
struct Step {
    command: String,
    printed: Vec<String>,
}

fn steps() -> Vec<Step> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/tutorial.md");
    let text = fs::read_to_string(path).unwrap();
    let mut steps: Vec<Step> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        match line.strip_prefix("$ ") {
            _ if line.starts_with("```") => inside = line == "```console",
            Some(command) if inside => {
                steps.push(Step { command: command.to_owned(), printed: Vec::new() });
            }
            None if inside => steps.last_mut().unwrap().printed.push(line.to_owned()),
            _ => {}
        }
    }
    steps
}

/// Runs a command where the one before it ended.
fn run(project: &Project, command: &str) -> Run {
    let binaries = Path::new(env!("CARGO_BIN_EXE_sverka")).parent().unwrap().display();
    let path = format!("{binaries}:{}", std::env::var("PATH").unwrap_or_default());
    let script = format!(
        "cd \"$(cat .place)\"; {command}\nstatus=$?; pwd >{}; exit $status",
        project.path(".place").display()
    );
    let mut bash = project.hermetic("bash".as_ref());
    bash.args(["-c", &script]).env("PATH", path).env("SVERKA_LANG", "en");
    for role in ["AUTHOR", "COMMITTER"] {
        bash.env(format!("GIT_{role}_NAME"), "A Translator");
        bash.env(format!("GIT_{role}_EMAIL"), "translator@example.org");
    }
    Run::of(bash.output().unwrap())
}

/// Whether `text` is what `pattern` says, where `…` stands for anything.
fn agrees(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('…');
    let Some(mut rest) = text.strip_prefix(parts.next().unwrap_or_default()) else { return false };
    let mut last = None;
    for part in parts {
        let Some(place) = rest.find(part) else { return false };
        rest = &rest[place + part.len()..];
        last = Some(part);
    }
    rest.is_empty() || last == Some("")
}

#[test]
fn every_command_prints_what_the_tutorial_says() {
    let project = Project::new();
    project.write(".place", project.root().display().to_string());
    for step in steps() {
        let run = run(&project, &step.command);
        let (said, printed) = (step.printed.join("\n"), run.stdout.trim_end());
        assert!(agrees(&said, printed), "$ {}\n{printed}\n{}", step.command, run.stderr);
    }
}
