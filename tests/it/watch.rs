//! `check --watch`: the answer again when a file changed, and nothing in between.

use std::{
    fs,
    io::{BufRead, BufReader, Read},
    process::{Child, ChildStdout, Stdio},
};

use crate::harness::Project;

/// A `check --watch` at work; it goes when this does.
struct Watch {
    child: Child,
    output: BufReader<ChildStdout>,
}

impl Watch {
    fn over(project: &Project) -> Self {
        Self::saying(project, &[])
    }

    fn saying(project: &Project, arguments: &[&str]) -> Self {
        let mut command = project.sverka_command();
        command
            .args(["check", "--watch"])
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        Self { child, output }
    }

    /// What is written up to the line that holds `text`, that line too.
    fn until(&mut self, text: &str) -> String {
        let mut written = String::new();
        while !written.contains(text) {
            assert!(self.output.read_line(&mut written).unwrap() > 0, "ended after {written}");
        }
        written
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_change_of_a_text_or_of_the_configuration_is_answered_by_itself() {
    let project = Project::with_pair("Утром шёл дождь.\n", "In the morning it rained.\n");
    let mut watch = Watch::over(&project);
    watch.until("nothing to report");

    project.write("source-ru/a.md", "Утром шёл дождь.\n\nВечером приехал старый автобус.\n");
    assert!(watch.until("1 error").contains("untranslated"));

    // Half a configuration is said and waited out.
    project.write("sverka.toml", "[check\n");
    project.write("source-ru/b.md", "Письмо из деревни.\n");
    std::thread::sleep(std::time::Duration::from_secs(1));
    project.write("sverka.toml", "[check]\nuntranslated = \"warn\"\n");
    let answer = watch.until("2 documents");
    assert!(answer.contains("warning[untranslated]") && answer.contains("document-untranslated"));
    watch.child.kill().unwrap();
    let mut said = String::new();
    watch.child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert!(said.contains("sverka.toml:1") && said.contains("Waiting for changes"), "{said}");
}

#[test]
fn what_writes_or_reads_elsewhere_is_not_watched() {
    let project = Project::with_pair("Да.\n", "Yes.\n");
    for other in [["--fix", "--dry-run"], ["--pairs", "-"]] {
        let run = project.sverka(["check", "--watch"].into_iter().chain(other));
        assert_eq!(run.code, 2, "{}", run.stderr);
    }
}

/// Sentences that differ in what the checks look at.
const PAIRS: [(&str, &str); 9] = [
    ("На заправке было 300 машин.", "There were 300 cars at the petrol station."),
    ("К вечеру дождь так и не перестал.", "Towards evening the rain still had not stopped."),
    ("Учитель принёс две карты, «старую» и новую.", "The teacher brought two maps, «old» and new."),
    ("Никто не пришёл на собрание.", "Nobody came to the the meeting."),
    ("Григорий Орлов открыл мост 5 мая.", "Grigory Orlov opened the bridge on 6 May."),
    ("Почта закрылась в полдень (как всегда).", "The post office closed at noon (as always."),
    ("Сосед продал старую лодку Клавдии.", "The neighbour sold his old boat to Claudia."),
    (
        "Цвет забора выбирала Клавдия.",
        "Klavdia chose the color of the fence; its colour was green.",
    ),
    ("Через 40 дней вода ушла.", "After 40 days the water went down."),
];

/// A text of those sentences, each with its number, a few to a paragraph.
fn text(sentences: &[usize], side: fn(&(&'static str, &'static str)) -> &'static str) -> String {
    let sentence = |&number: &usize| {
        let sentence = side(&PAIRS[number % PAIRS.len()]).trim_end_matches('.');
        format!("{sentence}: {}.", 1_000 + number)
    };
    let paragraphs =
        sentences.chunks(3).map(|chunk| chunk.iter().map(sentence).collect::<Vec<_>>().join(" "));
    paragraphs.collect::<Vec<_>>().join("\n\n") + "\n"
}

/// Whoever watches remembers what the texts were; what is said is what a run says that knows nothing.
#[test]
fn what_is_remembered_changes_nothing_of_what_is_said() {
    edit_at_random(36, 12);
}

/// The path through a long text is looked for by stretches.
#[test]
fn what_is_remembered_of_a_long_text_changes_nothing_either() {
    edit_at_random(360, 4);
}

/// Edits a text of so many sentences so many times.
fn edit_at_random(sentences: usize, steps: usize) {
    let project = Project::repository();
    let mut seed = 17_usize;
    let mut roll = |sides: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % sides
    };
    let mut sides = [(); 2].map(|()| (0..sentences).collect::<Vec<usize>>());
    // In one go, so that nobody sees half a file.
    let write = |path: &str, text: String| {
        let new = project.path(".git/new");
        fs::write(&new, text).unwrap();
        fs::rename(new, project.path(path)).unwrap();
    };
    project.write("source-ru/a.md", text(&sides[0], |pair| pair.0));
    project.write("translations/a.md", text(&sides[1], |pair| pair.1));
    project.commit("Translate");
    let mut watch = Watch::saying(&project, &["--format", "json"]);
    let (kept, aside) = (project.path(".git/sverka"), project.path(".git/aside"));
    let mut known = watch.until("\n}\n");
    for step in 0..steps {
        fs::rename(&kept, &aside).unwrap();
        let anew = project.sverka(["check", "--format", "json"]);
        fs::remove_dir_all(&kept).unwrap();
        fs::rename(&aside, &kept).unwrap();
        assert_eq!(known, anew.stdout, "step {step}");
        let is_source = roll(2) == 0;
        let side = &mut sides[usize::from(!is_source)];
        let at = roll(side.len());
        match roll(3) {
            0 => side[at] += 1 + roll(8),
            1 => drop(side.remove(at)),
            _ => side.insert(at, roll(sentences)),
        }
        if is_source {
            write("source-ru/a.md", text(side, |pair| pair.0));
        } else {
            write("translations/a.md", text(side, |pair| pair.1));
        }
        known = watch.until("\n}\n");
    }
}
