//! What is shipped: names, versions, and the script that sets them at a publication.

use std::{fs, path::Path, process::Command};

use crate::harness::{Project, Run};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A copy of the files that carry a name or a version, as a repository of their own.
fn copy() -> Project {
    let project = Project::repository();
    for file in [
        "Cargo.toml",
        "Cargo.lock",
        "README.md",
        "packaging/names",
        "packaging/npm/package.json",
        "packaging/pre-commit/pyproject.toml",
    ] {
        project.write(file, fs::read(root().join(file)).unwrap());
    }
    project.commit("Names");
    project
}

fn names(folder: &Path, arguments: &[&str]) -> (bool, String) {
    let mut command = Command::new("python3");
    command.arg(folder.join("packaging/names")).args(arguments);
    let output = command.output().expect("python3 runs the scripts of releases");
    (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn address_and_version_are_the_same_everywhere() {
    let (agree, what) = names(root(), &["check"]);
    assert!(agree, "{what}");
}

#[test]
fn a_publication_leaves_no_placeholder() {
    let project = copy();
    let (published, what) = names(project.root(), &["check", "--published"]);
    assert!(!published && what.contains("README.md:"), "{what}");
    let set = ["set", "--repository", "somebody/sverka", "--version", "7.1.0"];
    let (agree, what) = names(project.root(), &set);
    assert!(agree, "{what}");
    let (published, what) = names(project.root(), &["check", "--published"]);
    assert!(published, "{what}");
    let readme = project.read("README.md");
    assert!(readme.contains("somebody/sverka") && readme.contains("rev: v7.1.0"), "{readme}");
    assert!(project.read("packaging/npm/package.json").contains("\"7.1.0\""));
    assert!(project.read("Cargo.lock").contains("name = \"sverka\"\nversion = \"7.1.0\""));
}

/// A name that is not ours may belong to anybody: as long as the address is a placeholder, nothing
/// is asked of a registry; and what was made of the same source is not made again.
#[test]
fn an_installation_takes_no_strangers_wheel_and_does_nothing_twice() {
    let project = copy();
    for file in ["packaging/install", "build.rs"] {
        project.write(file, fs::read(root().join(file)).unwrap());
    }
    project.write("src/main.rs", "fn main() {}\n");
    project.write("README.ru.md", "").write("ci/gitlab.yml", "");
    for (name, script) in [
        (
            "cargo",
            "echo \"cargo $*\"; mkdir -p \"${@: -1}/bin\"; cp /bin/true \"${@: -1}/bin/sverka\"",
        ),
        (
            "python3",
            "case \"$*\" in *venv*) echo asked >&2; exit 1 ;; *) exec /usr/bin/env -i PATH=/usr/bin:/bin python3 \"$@\" ;; esac",
        ),
    ] {
        project.write(&format!("tools/{name}"), format!("#!/usr/bin/env bash\n{script}\n"));
    }
    let install = || {
        let mut command = project.hermetic("bash".as_ref());
        let tools = project.path("tools").display().to_string();
        command.env("PATH", format!("{tools}:{}", std::env::var("PATH").unwrap()));
        command.args(["-c", "chmod +x tools/*; bash packaging/install out"]);
        Run::of(command.output().unwrap()).exits(0)
    };
    let first = install();
    assert!(first.stdout.contains("cargo install --locked"), "{first:?}");
    assert!(!first.stderr.contains("asked"), "{first:?}");
    assert!(install().stdout.contains("is here already"));
    project.write("src/main.rs", "fn main() { println!(); }\n");
    assert!(install().stdout.contains("compiled"));
}
