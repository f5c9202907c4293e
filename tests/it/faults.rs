//! Faults made on purpose: a full disk, eight writers at once, damage to what is kept between runs,
//! a clock set back. Kills have their own place.
//!
//! `SVERKA_WRITES` says how much each writer writes, `SVERKA_DAMAGES` how often what is kept is
//! damaged; `.ci/long` sets them.

use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    process::{Command, Stdio},
};

use crate::harness::{Project, Run};

/// A project in which every command has something to write.
pub(crate) fn prepared() -> Project {
    let project = Project::repository();
    project.write("sverka.toml", "[[pair]]\nsource = \"ru/{path}\"\ntarget = \"en/{path}\"\n[ledger]\npath = \"en/.sverka\"\n");
    project.write(
        "ru/a.md",
        "В сарае было 12 лодок.\n\nРыбак чинил сеть.\n\nК ночи поднялся ветер.\n\nУтром все уехали в город.\n",
    );
    project.write(
        "en/a.md",
        "There were 12  boats in the shed.\n\nTwelve of them belonged to Maria Orlova alone.\n\nThe fisherman was mending a net.\n\nBy night the wind rose.\n",
    );
    project.write("ru/b.md", "Пристань закрыли.\n\nКасса пуста.\n");
    project.write("en/b.md", "The pier was closed.\n\nThe ticket office is empty.\n");
    project.write("list.csv", "id,ru,en\nboat,лодка,boat\n");
    project.commit("Translate");
    project.sverka(["accept", "en/b.md"]).exits(0);
    project.write("ru/b.md", "Касса пуста.\n").write("en/b.md", "The ticket office is empty.\n");
    project.sverka(["accept", "--segment", "en/a.md:5"]).exits(0);
    project.sverka(["glossary", "add", "сеть", "net"]).exits(0);
    project
}

/// Each command that writes a file of the project.
pub(crate) const WRITERS: [&[&str]; 14] = [
    &["accept", "--all"],
    &["accept", "--all", "--state", "approved"],
    &["accept", "ru/a.md:5", "--with", "en/a.md:7"],
    &["omit", "ru/a.md:7", "--note", "left out on purpose"],
    &["add", "en/a.md:3", "--note", "the translator's own"],
    &["ledger", "prune"],
    &["check", "--format", "json", "--output", "report.json"],
    &["check", "--exit-zero", "--report", "json=report.json", "--report", "junit=report.xml"],
    &["glossary", "add", "ветер", "wind"],
    &["glossary", "import", "list.csv", "--into", "glossary/terms.toml"],
    &["baseline"],
    &["check", "--fix"],
    &["init", "--force"],
    &["report", "--output", "site"],
];

/// Every file of a project but those of git's own folder.
pub(crate) fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            match entry.path() {
                path if path.ends_with(".git") => {}
                path if path.is_dir() => folders.push(path),
                path => {
                    let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
                    found.insert(name, fs::read(path).unwrap());
                }
            }
        }
    }
    found
}

pub(crate) fn restore(root: &Path, before: &BTreeMap<String, Vec<u8>>) {
    for name in files(root).keys().filter(|name| !before.contains_key(*name)) {
        fs::remove_file(root.join(name)).unwrap();
    }
    remove_empty_folders(root);
    for (name, content) in before {
        let path = root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
}

/// Those below a folder but git's own.
fn remove_empty_folders(folder: &Path) {
    let entries = fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path());
    for below in entries.filter(|path| path.is_dir() && !path.ends_with(".git")) {
        remove_empty_folders(&below);
        let _ = fs::remove_dir(below);
    }
}

/// A number of the environment, where it is set.
pub(crate) fn number_from(variable: &str) -> Option<usize> {
    std::env::var(variable).ok().and_then(|number| number.parse().ok())
}

/// The binary with no room for any file: `signal` says whether that kills it or is an error.
fn without_room(project: &Project, arguments: &[&str], ignored: bool) -> Command {
    let trap = if ignored { "trap '' XFSZ; " } else { "" };
    let script = format!("{trap}ulimit -f 0; exec \"$0\" \"$@\"");
    let mut shell = project.hermetic("sh".as_ref());
    shell.args(["-c", &script, env!("CARGO_BIN_EXE_sverka")]).args(arguments);
    shell
}

#[test]
#[cfg(unix)]
fn a_full_disk_changes_nothing_and_is_said() {
    for arguments in WRITERS {
        let project = prepared();
        let before = files(project.root());
        let run = Run::of(without_room(&project, arguments, true).output().unwrap());
        let said = run.stderr.contains("cannot be written");
        assert!(run.code == 2 && said, "{arguments:?}: {} {}", run.code, run.stderr);
        assert_eq!(files(project.root()), before, "{arguments:?}");
        without_room(&project, arguments, false).stderr(Stdio::null()).status().unwrap();
        assert_eq!(files(project.root()), before, "{arguments:?}");
        assert!(project.sverka(arguments.iter().copied()).code < 2);
    }
}

#[test]
fn eight_writers_lose_nothing() {
    let each = number_from("SVERKA_WRITES").unwrap_or(2);
    let numbers = 0..each * 8;
    let project = Project::repository();
    // A catalogue is aligned by its keys at once, however long it is: the writers meet more often.
    let texts = |word: &str| -> String {
        let lines = numbers.clone().map(|number| format!("\"k{number}\": \"{word} {number}.\""));
        format!("{{\n{}\n}}\n", lines.collect::<Vec<_>>().join(",\n"))
    };
    project.write("locales/ru.json", texts("Причал номер"));
    project.write("locales/en.json", texts("Pier number"));
    project.commit("Translate");
    std::thread::scope(|threads| {
        for writer in 0..8 {
            let written = numbers.clone().skip(writer).step_by(8);
            let commands: Vec<Command> =
                written.flat_map(|number| writing_both(&project, number)).collect();
            threads.spawn(move || {
                for mut command in commands {
                    Run::of(command.output().unwrap()).exits(0);
                }
            });
        }
    });
    let ledger = project.read("translations/.sverka/locales/en.json.jsonl");
    assert_eq!(ledger.lines().count(), each * 8);
    assert_eq!(project.read("glossary/terms.toml").matches("[[concept]]").count(), each * 8);
}

/// What accepts a segment, and what adds a concept.
fn writing_both(project: &Project, number: usize) -> [Command; 2] {
    let segment = format!("locales/en.json:{}", number + 2);
    let id = format!("w{number}");
    let accept = ["accept", "--segment", &segment];
    // In no segment: what is measured is writing.
    let add = ["glossary", "add", "сеть", "net", "--id", &id];
    [&accept[..], &add].map(|arguments| {
        let mut command = project.sverka_command();
        command.args(arguments);
        command
    })
}

/// Every file that is kept between runs.
fn kept_files(project: &Project) -> Vec<std::path::PathBuf> {
    let root = project.path(".git/sverka");
    files(&root).into_keys().map(|name| root.join(name)).collect()
}

/// What is kept, damaged by a number: a bit, a cut, a swap, another version, noughts, other bytes.
fn damage(kept: &[std::path::PathBuf], seed: usize) {
    let file = &kept[seed % kept.len()];
    let mut bytes = fs::read(file).unwrap();
    let at = seed * 7_919 % bytes.len().max(1);
    match seed / kept.len() % 7 {
        0 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << (seed % 8)),
        1 => bytes.truncate(at),
        2 => drop(bytes.drain(at..(at + 1 + seed % 40).min(bytes.len()))),
        3 => bytes = fs::read(&kept[(seed + 1) % kept.len()]).unwrap(),
        4 => bytes.iter_mut().skip(at).take(64).for_each(|byte| *byte = 0),
        5 => {
            let digit = bytes.iter().skip(at).position(u8::is_ascii_digit).map(|more| at + more);
            digit.into_iter().for_each(|at| bytes[at] = b'0' + (bytes[at] - b'0' + 1) % 10);
        }
        _ => bytes.extend(bytes.clone()),
    }
    fs::write(file, bytes).unwrap();
}

#[test]
fn what_is_kept_and_damaged_changes_no_answer() {
    let project = prepared();
    project.replace("ru/a.md", "12 лодок", "20 лодок");
    project.write("ru/b.md", "Письмо пришло в мае.\n\nОтвета не было.\n");
    project.write("en/b.md", "The letter came in May.\n\nThere was no answer.\n");
    project.commit("Change the original");
    let check = || project.sverka(["check", "--format", "json"]).exits(1).stdout;
    let first = check();
    assert!(first.contains("\"stale\""), "{first}");
    for seed in 0..number_from("SVERKA_DAMAGES").unwrap_or(20) {
        damage(&kept_files(&project), seed);
        assert_eq!(check(), first, "damage {seed}");
        assert_eq!(check(), first, "after damage {seed}");
    }
}

#[test]
fn files_from_the_future_mean_nothing() {
    let project = prepared();
    let check = || project.sverka(["check", "--format", "json"]).stdout;
    let first = check();
    let future = std::time::SystemTime::now() + std::time::Duration::from_secs(10 * 365 * 86_400);
    for name in files(project.root()).keys().map(|name| project.path(name)) {
        fs::File::options().append(true).open(name).unwrap().set_modified(future).unwrap();
    }
    assert_eq!(check(), first);
    // The same size and the same time, as after a clock was set back.
    project.replace("en/a.md", "12  boats", "13  boats");
    let file = fs::File::options().append(true).open(project.path("en/a.md")).unwrap();
    file.set_modified(future).unwrap();
    assert!(check().contains("number-changed"));
}
