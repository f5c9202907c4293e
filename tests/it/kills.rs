//! Kills at the system calls that write: every file is then the old one or the new one, and the next
//! run works.
//!
//! `SVERKA_KILLS` says how many kills there are at least, at every such call; `.ci/long` sets it.
#![cfg(target_os = "linux")]
#![allow(clippy::print_stdout, reason = "the long form says how far it is")]

use std::{
    collections::BTreeMap,
    process::Stdio,
    sync::atomic::{AtomicUsize, Ordering::Relaxed},
};

use crate::{
    faults::{WRITERS, files, number_from, prepared, restore},
    harness::Project,
};

/// The system calls that change what is on disk; opening is none of them.
const WRITES: [&str; 14] = [
    "write",
    "pwrite64",
    "writev",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
    "mkdir",
    "mkdirat",
    "fsync",
    "fdatasync",
    "ftruncate",
    "fchmod",
];

/// The short form kills at every so many calls.
const SHORT_STEP: usize = 3;

/// How many kills are wanted, and at which of the calls.
fn wanted() -> (usize, usize) {
    number_from("SVERKA_KILLS").map_or((1, SHORT_STEP), |wanted| (wanted, 1))
}

/// Runs a command that is killed when it makes `call` for the `nth` time; no, when it made fewer.
fn killed(project: &Project, arguments: &[&str], call: &str, nth: usize) -> bool {
    let binary = env!("CARGO_BIN_EXE_sverka");
    let mut strace = project.hermetic("strace".as_ref());
    strace.args(["-f", "-qq", "-o", "/dev/null", "-e", &format!("trace={call}")]);
    strace.args(["-e", &format!("inject={call}:signal=KILL:when={nth}"), binary]);
    let status = strace.args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let status = status.expect("strace runs: it makes the kills of this test");
    !matches!(status.code(), Some(0..=2))
}

/// Kills at every `step`th call of each kind, as long as `survives` says that there was one; gives
/// how often.
fn kills(step: usize, survives: impl Fn(&str, usize) -> bool) -> usize {
    let kills = |call| (1..).step_by(step).take_while(|nth| survives(call, *nth)).count();
    WRITES.into_iter().map(kills).sum()
}

/// Lets every worker take the next of so many tasks, in rounds, until `wanted` kills are made.
fn rounds(wanted: usize, tasks: usize, task: impl Fn(usize) -> usize + Sync) -> usize {
    let (next, made) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let worker = || loop {
        let number = next.fetch_add(1, Relaxed);
        if number >= tasks && made.load(Relaxed) >= wanted {
            break;
        }
        let more = task(number % tasks);
        println!("{} kills", made.fetch_add(more, Relaxed) + more);
    };
    // Who is killed waits for the disk and for strace most of the time.
    let workers = 2 * std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| (0..workers).for_each(|_| drop(scope.spawn(worker))));
    made.into_inner()
}

#[test]
fn a_kill_at_any_write_leaves_the_old_file_or_the_new() {
    let (wanted, step) = wanted();
    let made = rounds(wanted, WRITERS.len(), |number| {
        let victim = Victim::of(WRITERS[number]);
        kills(step, |call, nth| victim.survives(call, nth))
    });
    assert!(made >= WRITERS.len(), "only {made} kills");
}

#[test]
fn a_report_that_is_killed_is_the_old_one_or_the_new_page_by_page() {
    let (_, step) = wanted();
    let project = prepared();
    project.sverka(["report", "--output", "site"]).exits(0);
    project.replace("ru/a.md", "Утром все", "Вечером все");
    project.remove("ru/b.md").remove("en/b.md").write("ru/c.md", "Пароход опоздал.\n");
    let victim = Victim::in_project(project, &["report", "--output", "site"]);
    let made = kills(step, |call, nth| victim.survives(call, nth));
    assert!(made > 1, "only {made} kills");
}

/// All files of a project, by their paths.
type Files = BTreeMap<String, Vec<u8>>;

/// Each file is as it was or as it is to be, and none is gone that stood there before and after.
fn assert_old_or_new(now: &Files, known: [&Files; 2], place: &str) {
    for (name, content) in now {
        assert!(known.iter().any(|it| it.get(name) == Some(content)), "{place}: {name}");
    }
    for name in known[0].keys().filter(|name| known[1].contains_key(*name)) {
        assert!(now.contains_key(name), "{place}: {name} is gone");
    }
}

/// A command that is killed again and again in one project, whose files may be as they were
/// before it or as they are after it.
struct Victim<'arguments> {
    project: Project,
    arguments: &'arguments [&'arguments str],
    before: Files,
    after: Files,
}

impl<'arguments> Victim<'arguments> {
    fn of(arguments: &'arguments [&'arguments str]) -> Self {
        Self::in_project(prepared(), arguments)
    }

    fn in_project(project: Project, arguments: &'arguments [&'arguments str]) -> Self {
        let before = files(project.root());
        assert!(project.sverka(arguments.iter().copied()).code < 2, "{arguments:?}");
        let after = files(project.root());
        Self { project, arguments, before, after }
    }

    /// Kills the command at one call and looks at what is left and at what the next run makes of
    /// it; no, when the command made fewer such calls.
    fn survives(&self, call: &str, nth: usize) -> bool {
        let Self { project, arguments, before, .. } = self;
        let place = format!("{arguments:?}, {call} {nth}");
        restore(project.root(), before);
        if !killed(project, arguments, call, nth) {
            return false;
        }
        self.outputs_go_with_the_next_run(&place);
        self.holds_the_old_or_the_new(&place);
        restore(project.root(), before);
        self.runs_again(&place);
        true
    }

    /// An unfinished output lies where a person wanted it, whoever else writes there.
    fn outputs_go_with_the_next_run(&self, place: &str) {
        let is_output = |name: &String| name.contains(".sverka-output-");
        if files(self.project.root()).keys().any(is_output) {
            self.runs_again(place);
        }
    }

    fn holds_the_old_or_the_new(&self, place: &str) {
        assert_old_or_new(&files(self.project.root()), [&self.before, &self.after], place);
    }

    fn runs_again(&self, place: &str) {
        let run = self.project.sverka(self.arguments.iter().copied());
        assert!(run.code < 2, "{place}: {}", run.stderr);
        assert_eq!(files(self.project.root()), self.after, "{place}");
    }
}

/// Decisions of every kind: a new file, several files, what goes and what comes in a file.
const DECISIONS: [&[&str]; 5] = [
    &["accept", "--all"],
    &["ledger", "prune"],
    &["glossary", "add", "ветер", "wind"],
    &["glossary", "import", "list.csv", "--into", "glossary/more.toml"],
    &["check", "--fix"],
];

#[test]
fn taking_back_that_is_killed_is_ended_by_the_next_run() {
    let (wanted, step) = wanted();
    let made = rounds(wanted / 20, DECISIONS.len(), |number| {
        let taking_back = TakingBack::of(DECISIONS[number]);
        kills(step, |call, nth| taking_back.survives(call, nth))
    });
    assert!(made >= DECISIONS.len(), "only {made} kills");
}

/// A decision that is taken back, and what is kept of it.
struct TakingBack {
    project: Project,
    before: Files,
    after: Files,
    kept: Files,
}

/// Where decisions are kept that can be taken back.
const JOURNAL: &str = ".git/sverka/undo";

impl TakingBack {
    fn of(decision: &[&str]) -> Self {
        let project = prepared();
        let before = files(project.root());
        assert!(project.sverka(decision.iter().copied()).code < 2, "{decision:?}");
        let after = files(project.root());
        let kept = files(&project.path(JOURNAL));
        assert_ne!(before, after, "{decision:?}");
        Self { project, before, after, kept }
    }

    fn survives(&self, call: &str, nth: usize) -> bool {
        let Self { project, before, after, kept } = self;
        restore(project.root(), after);
        restore(&project.path(JOURNAL), kept);
        if !killed(project, &["undo"], call, nth) {
            return false;
        }
        let place = format!("{call} {nth}");
        assert_old_or_new(&files(project.root()), [before, after], &place);
        let is_done =
            files(project.root()) == *before && files(&project.path(JOURNAL)).len() < kept.len();
        if !is_done {
            project.sverka(["undo"]).exits(0);
        }
        assert_eq!(files(project.root()), *before, "{place}");
        true
    }
}
