//! Hermetic projects for tests: a temporary folder, git with a fixed author, clock and
//! configuration, and the binary under test. Nothing of the machine's own set-up is seen.
#![allow(dead_code, reason = "each test file takes what it needs")]

use std::{
    cell::Cell,
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use tempfile::TempDir;

/// When the first commit is made: 1 January 2026, 12:00 UTC. Each commit is an hour later.
const FIRST_COMMIT: i64 = 1_767_268_800;
const BETWEEN_COMMITS: i64 = 3_600;

/// A project in a temporary folder; the folder goes when this does.
pub(crate) struct Project {
    home: TempDir,
    folder: TempDir,
    clock: Cell<i64>,
}

impl Project {
    /// An empty folder, not yet a repository.
    pub(crate) fn new() -> Self {
        let folder = || tempfile::Builder::new().prefix("project").tempdir().unwrap();
        Self { home: folder(), folder: folder(), clock: Cell::new(FIRST_COMMIT) }
    }

    /// An empty repository on branch `main`.
    pub(crate) fn repository() -> Self {
        let project = Self::new();
        project.git(&["init", "--quiet", "--initial-branch=main"]);
        project
    }

    /// The same with one document of the default layout on each side.
    pub(crate) fn with_pair(source: &str, target: &str) -> Self {
        let project = Self::new();
        project.write("source-ru/a.md", source);
        project.write("translations/a.md", target);
        project
    }

    /// The folder itself.
    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// A file of the project on disk.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// The codes of all findings, in the order of the report.
    pub(crate) fn codes(&self) -> Vec<String> {
        let report = self.sverka(["check", "--format", "json"]).json();
        let findings = report["findings"].as_array().unwrap();
        findings.iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
    }

    /// Writes a file, its folders too.
    pub(crate) fn write(&self, path: &str, content: impl AsRef<[u8]>) -> &Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    /// Reads a file.
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// Replaces the only place where `old` stands in a file.
    pub(crate) fn replace(&self, path: &str, old: &str, new: &str) -> &Self {
        let text = self.read(path);
        assert_eq!(text.matches(old).count(), 1, "`{old}` should stand once in {path}:\n{text}");
        self.write(path, text.replace(old, new))
    }

    /// Deletes a file.
    pub(crate) fn remove(&self, path: &str) -> &Self {
        fs::remove_file(self.path(path)).unwrap();
        self
    }

    /// Moves a file or a folder.
    pub(crate) fn rename(&self, from: &str, to: &str) -> &Self {
        fs::create_dir_all(self.path(to).parent().unwrap()).unwrap();
        fs::rename(self.path(from), self.path(to)).unwrap();
        self
    }

    /// Commits all there is, an hour after the commit before, and gives the full hash.
    pub(crate) fn commit(&self, subject: &str) -> String {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--allow-empty", "--message", subject]);
        self.git(&["rev-parse", "HEAD"]).trim().to_owned()
    }

    /// Lets days go by before the next commit.
    pub(crate) fn wait_days(&self, days: i64) -> &Self {
        self.clock.set(self.clock.get() + days * 86_400);
        self
    }

    /// Runs git in the project and gives what it printed; it must succeed.
    pub(crate) fn git(&self, arguments: &[&str]) -> String {
        let run = Run::of(self.git_command().args(arguments).output().unwrap());
        assert_eq!(run.code, 0, "git {arguments:?}\n{}{}", run.stdout, run.stderr);
        run.stdout
    }

    /// Git in the project, for a test that needs more control.
    pub(crate) fn git_command(&self) -> Command {
        let now = self.clock.get();
        self.clock.set(now + BETWEEN_COMMITS);
        let mut git = self.hermetic("git".as_ref());
        for role in ["AUTHOR", "COMMITTER"] {
            git.env(format!("GIT_{role}_NAME"), "Test Author");
            git.env(format!("GIT_{role}_EMAIL"), "author@example.org");
            git.env(format!("GIT_{role}_DATE"), format!("{now} +0000"));
        }
        git
    }

    /// Runs the binary under test in the project.
    pub(crate) fn sverka<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Run {
        Run::of(self.sverka_command().args(arguments).output().unwrap())
    }

    /// The same with something on standard input.
    pub(crate) fn sverka_reading<'a>(
        &self,
        input: &str,
        arguments: impl IntoIterator<Item = &'a str>,
    ) -> Run {
        let mut command = self.sverka_command();
        command.args(arguments).stdin(Stdio::piped());
        let mut child =
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("binary runs");
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        Run::of(child.wait_with_output().unwrap())
    }

    /// The binary under test in the project, English, without arguments.
    pub(crate) fn sverka_command(&self) -> Command {
        let mut command = self.hermetic(env!("CARGO_BIN_EXE_sverka").as_ref());
        command.env("SVERKA_LANG", "en");
        command
    }

    pub(crate) fn hermetic(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command.env_clear().current_dir(self.root()).stdin(Stdio::null());
        if let Some(path) = std::env::var_os("PATH") {
            command.env("PATH", path);
        }
        for (name, value) in [
            ("TZ", "UTC"),
            ("LC_ALL", "C"),
            ("GIT_CONFIG_NOSYSTEM", "1"),
            ("GIT_TERMINAL_PROMPT", "0"),
        ] {
            command.env(name, value);
        }
        command.env("HOME", self.home.path());
        command.env("XDG_CONFIG_HOME", self.home.path().join("config"));
        command.env("XDG_CACHE_HOME", self.home.path().join("cache"));
        command.env("GIT_CEILING_DIRECTORIES", self.root().parent().unwrap());
        command
    }
}

/// What a program did.
#[derive(Debug)]
pub(crate) struct Run {
    /// Its exit code.
    pub(crate) code: i32,
    /// What it printed.
    pub(crate) stdout: String,
    /// What it said beside.
    pub(crate) stderr: String,
}

impl Run {
    pub(crate) fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("output in UTF-8");
        Self {
            code: output.status.code().expect("ended by itself"),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }

    /// Requires an exit code.
    #[track_caller]
    pub(crate) fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, code, "stdout:\n{}\nstderr:\n{}", self.stdout, self.stderr);
        self
    }

    /// The output as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| {
            panic!("{error}\nstdout:\n{}\nstderr:\n{}", self.stdout, self.stderr)
        })
    }
}
