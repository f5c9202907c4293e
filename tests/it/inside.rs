//! Nothing let in, nothing said wrongly in silence: hostile and broken projects.
#![cfg(unix)]

use std::{
    fs,
    os::unix::fs::{PermissionsExt, symlink},
    path::Path,
};

use crate::harness::{Project, Run};

const SOURCE: &str = "source-ru/a.md";
const TARGET: &str = "translations/a.md";

fn pair() -> Project {
    let project = Project::repository();
    project.write(SOURCE, "Мост построили весной.\n");
    project.write(TARGET, "The bridge was built in spring.\n");
    project
}

fn stale() -> Project {
    let project = pair();
    project.commit("Translate");
    project.replace(SOURCE, "весной", "осенью");
    project.commit("Correct");
    project
}

/// Runs in a folder that is no [`Project`].
fn sverka_in(project: &Project, folder: &Path, arguments: &[&str]) -> Run {
    let mut command = project.sverka_command();
    Run::of(command.current_dir(folder).args(arguments).output().unwrap())
}

#[test]
fn a_repository_that_cannot_be_read_is_no_clean_answer() {
    for (what, path, content) in [
        ("an empty branch", ".git/refs/heads/main", ""),
        ("a broken branch", ".git/refs/heads/main", "nonsense\n"),
        ("a broken head", ".git/HEAD", "garbage\n"),
    ] {
        let project = stale();
        project.sverka(["check"]).exits(1);
        project.write(path, content);
        let run = project.sverka(["check"]).exits(2);
        assert!(run.stderr.contains("cannot be read"), "{what}: {}", run.stderr);
        assert!(!run.stdout.contains("nothing to report"), "{what}: {}", run.stdout);
        project.sverka(["ledger", "prune"]).exits(2);
    }
}

#[test]
fn a_lost_object_is_no_clean_answer() {
    let project = stale();
    let old = project.git(&["rev-parse", "HEAD~1:source-ru/a.md"]);
    let old = old.trim();
    fs::remove_file(project.path(&format!(".git/objects/{}/{}", &old[..2], &old[2..]))).unwrap();
    let run = project.sverka(["check"]).exits(2);
    assert!(run.stderr.contains("1 segment is out of date cannot be known"), "{}", run.stderr);
}

#[test]
fn no_commits_and_no_repository_are_known_limits() {
    pair().sverka(["check"]).exits(0);
    let project =
        Project::with_pair("Мост построили весной.\n", "The bridge was built in spring.\n");
    let run = project.sverka(["check"]).exits(0);
    assert!(run.stderr.contains("1 segment could not be compared"), "{}", run.stderr);
    project.write("sverka.toml", "[check]\nshallow = \"error\"\n");
    project.sverka(["check"]).exits(2);
    project.sverka(["accept", "--all"]).exits(0);
    assert_eq!(project.sverka(["check"]).exits(0).stderr, "");
}

#[test]
fn the_folder_of_git_may_lie_elsewhere() {
    let project = stale();
    let url = project.root().display().to_string();
    let other = Project::new();
    let separate = other.path("proj.git").display().to_string();
    other.git(&["clone", "-q", "--separate-git-dir", &separate, &url, "proj"]);
    project.git(&["worktree", "add", "-q", "--detach", &other.path("tree").display().to_string()]);
    for folder in ["proj", "tree"] {
        let run = sverka_in(&project, &other.path(folder), &["check", "--format", "github"]);
        assert_eq!(run.code, 1, "{folder}: {}", run.stderr);
        assert!(run.stdout.contains("file=source-ru/a.md"), "{folder}: {}", run.stdout);
    }
}

#[test]
fn nothing_is_written_outside_the_project() {
    let outside = Project::new();
    outside.write("file", "mine\n");
    let file = outside.path("file");
    for (link, is_folder, command) in [
        (".gitattributes", false, &["init", "--force"][..]),
        ("sverka.toml", false, &["init", "--force"]),
        ("translations/.sverka", true, &["accept", "--all"]),
        ("translations/.sverka/a.md.jsonl", false, &["accept", "--all"]),
        ("glossary", true, &["glossary", "add", "мост", "bridge"]),
        ("glossary/terms.toml", false, &["glossary", "add", "мост", "bridge"]),
        ("sverka-baseline.jsonl", false, &["baseline"]),
    ] {
        let project = pair();
        fs::create_dir_all(project.path(link).parent().unwrap()).unwrap();
        symlink(if is_folder { outside.root() } else { &file }, project.path(link)).unwrap();
        let run = project.sverka(command.iter().copied()).exits(2);
        assert!(run.stderr.contains("leads out of the project"), "{link}: {}", run.stderr);
        assert_eq!(outside.read("file"), "mine\n", "{link}");
        assert_eq!(fs::read_dir(outside.root()).unwrap().count(), 1, "{link}");
    }
    let project = pair();
    symlink(outside.root(), project.path(".git/sverka")).unwrap();
    project.sverka(["check"]).exits(0);
    project.sverka(["accept", "--all"]).exits(0);
    assert_eq!(fs::read_dir(outside.root()).unwrap().count(), 1);
}

#[test]
fn a_report_follows_no_link_in_its_folder() {
    let outside = Project::new();
    outside.write("mine.html", "mine\n");
    for link in ["site/documents", "site/ru", "site/ru/documents", "site/assets"] {
        let project = pair();
        project.write("site/report.json", "{}\n");
        fs::create_dir_all(project.path(link).parent().unwrap()).unwrap();
        symlink(outside.root(), project.path(link)).unwrap();
        let run = project.sverka(["report", "--output", "site"]).exits(2);
        assert!(run.stderr.contains("is a link"), "{link}: {}", run.stderr);
        assert_eq!(outside.read("mine.html"), "mine\n", "{link}");
        assert_eq!(fs::read_dir(outside.root()).unwrap().count(), 1, "{link}");
    }
}

#[test]
fn links_inside_the_project_stay_links() {
    let project = pair();
    project.write("kept/ledger.jsonl", "").write("kept/terms.toml", "").write("kept/config", "");
    for (link, to) in [
        ("translations/.sverka/a.md.jsonl", "../../kept/ledger.jsonl"),
        ("glossary/terms.toml", "../kept/terms.toml"),
        ("sverka.toml", "kept/config"),
    ] {
        fs::create_dir_all(project.path(link).parent().unwrap()).unwrap();
        symlink(to, project.path(link)).unwrap();
    }
    project.sverka(["accept", "--all"]).exits(0);
    project.sverka(["glossary", "add", "мост", "bridge"]).exits(0);
    project.sverka(["init", "--force"]).exits(0);
    for file in ["kept/ledger.jsonl", "kept/terms.toml", "kept/config"] {
        assert_ne!(project.read(file), "", "{file}");
    }
    assert!(project.path("glossary/terms.toml").is_symlink());
}

#[test]
fn what_is_no_plain_file_is_not_waited_for() {
    for (path, code) in [
        ("source-ru/f.md", 2),
        ("translations/.sverka/f.jsonl", 2),
        ("sverka.toml", 2),
        ("glossary/f.toml", 2),
    ] {
        let project = pair();
        fs::create_dir_all(project.path(path).parent().unwrap()).unwrap();
        let made = std::process::Command::new("mkfifo").arg(project.path(path)).status().unwrap();
        assert!(made.success());
        let run = project.sverka(["check"]).exits(code);
        assert!(run.stderr.contains("is no plain file"), "{path}: {}", run.stderr);
    }
}

#[test]
fn output_goes_where_it_is_told() {
    let project = pair();
    let made = std::process::Command::new("mkfifo").arg(project.path("fifo")).status().unwrap();
    assert!(made.success());
    let read = fs::File::options().read(true).write(true).open(project.path("fifo")).unwrap();
    project.sverka(["check", "--output", "fifo"]).exits(0);
    drop(read);
    project.sverka(["check", "--output", "/dev/null"]).exits(0);
    project.write("real.out", "");
    symlink("real.out", project.path("link.out")).unwrap();
    symlink("new.out", project.path("dangling.out")).unwrap();
    for link in ["link.out", "dangling.out"] {
        project.sverka(["check", "--output", link]).exits(0);
        assert!(project.path(link).is_symlink(), "{link}");
        assert!(project.read(link).contains("nothing to report"), "{link}");
    }
    let mode = fs::Permissions::from_mode(0o640);
    fs::set_permissions(project.path("real.out"), mode.clone()).unwrap();
    project.sverka(["check", "--output", "real.out"]).exits(0);
    let kept = fs::metadata(project.path("real.out")).unwrap().permissions();
    assert_eq!(kept.mode() & 0o777, mode.mode());
    assert!(fs::metadata(project.path("fifo")).is_ok_and(|fifo| !fifo.is_file()));
}

#[test]
fn a_name_that_is_no_unicode_is_said_and_prunes_nothing() {
    use std::os::unix::ffi::OsStrExt;
    let project = pair();
    let name = std::ffi::OsStr::from_bytes(b"source-ru/b\xff.md");
    fs::write(project.root().join(name), "Мост сгорел.\n").unwrap();
    let run = project.sverka(["check"]).exits(2);
    assert!(run.stderr.contains("is not in UTF-8"), "{}", run.stderr);
    project.write(
        "translations/.sverka/b.jsonl",
        "{\"source\":\"Мост сгорел.\",\"target\":\"\",\"state\":\"omitted\"}\n",
    );
    project.sverka(["ledger", "prune"]).exits(2);
    assert_ne!(project.read("translations/.sverka/b.jsonl"), "");
}

/// Texts and names that steer terminals and runners, where they are not made safe.
const HOSTILE: &str = "\u{1b}[2J\u{1b}]52;c;ZXZpbA==\u{7}\u{9b}5m\u{202e}\n::stop-commands::x\n ::error::y ##[error]z\r";

#[test]
fn nothing_hostile_comes_out_anywhere() {
    let project = Project::repository();
    let name = "x\n::error file=a.md::forged\u{1b}[31m.md";
    let line = HOSTILE.replace('\n', "  ");
    project.write(&format!("source-ru/{name}"), format!("Мир 5. {line}\n\n{HOSTILE}\n\nДа.\n"));
    project
        .write(&format!("translations/{name}"), format!("Peace  7. {line}\n\n{HOSTILE}\n\nYes.\n"));
    project.write("source-ru/only.md", format!("Мир. {HOSTILE}\n"));
    let toml = serde_json::to_string(HOSTILE).unwrap().replace("\\u001b", "\\u001B");
    project.write(
        "glossary/terms.toml",
        format!(
            "[[concept]]\nid = {toml}\nru = [{{ term = \"мир\" }}]\nen = [{toml}]\nnote = {toml}\n"
        ),
    );
    let ledger = serde_json::json!({"source": HOSTILE, "target": HOSTILE, "state": "approved", "who": HOSTILE});
    project.write("translations/.sverka/x.jsonl", format!("{ledger}\n{HOSTILE}\n"));
    project.write("list.csv", format!("id,ru,en\nx,мир,\"{HOSTILE}\"\n"));
    symlink("/etc/passwd", project.path("source-ru/l\n::warning::forged.md")).unwrap();
    project.commit("All");
    for command in [
        &["check"][..],
        &["check", "-v"],
        &["check", "--format", "github"],
        &["check", "--format", "json"],
        &["check", "--format", "jsonl"],
        &["check", "--format", "sarif"],
        &["check", "--format", "junit"],
        &["check", "--format", "gitlab"],
        &["check", "--format", "rdjson"],
        &["check", "--fix", "--dry-run"],
        &["check", "--lang", "ru"],
        &["status"],
        &["status", "--format", "json"],
        &["todo"],
        &["todo", "--format", "json"],
        &["diff"],
        &["diff", "--format", "markdown"],
        &["diff", "--format", "json"],
        &["accept", "--all", "--dry-run"],
        &["accept", "--segment", "x\n::error::x"],
        &["ledger", "prune", "-n"],
        &["glossary", "list"],
        &["glossary", "find", "мир"],
        &["glossary", "explain", "мир"],
        &["glossary", "lint"],
        &["glossary", "suggest"],
        &["glossary", "import", "-n", "list.csv"],
        &["init", "--dry-run"],
        &["check", "no\n::error::such"],
        &["explain", "no\n::error::such"],
        &["no\n::error::such"],
    ] {
        let run = project.sverka(command.iter().copied());
        for (stream, text) in [("stdout", &run.stdout), ("stderr", &run.stderr)] {
            let bare = text.replace("\r\n", "\n");
            let steers = bare.contains(['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}', '\r']);
            assert!(!steers, "{command:?} {stream}: {text:?}");
            let own = command.contains(&"github") && stream == "stdout";
            let commands = text.lines().filter(|line| line.trim_start().starts_with("::"));
            let forged = commands.filter(|line| {
                !own || !["::error file=", "::warning file=", "::notice file="]
                    .iter()
                    .any(|known| line.starts_with(known))
            });
            assert_eq!(forged.collect::<Vec<_>>(), [""; 0], "{command:?} {stream}");
        }
    }
}
