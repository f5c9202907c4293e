//! What is shipped: names, versions, and the script that sets them at a publication.

use std::{fs, path::Path, process::Command};

use crate::harness::Project;

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
