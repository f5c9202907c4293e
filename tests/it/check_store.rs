//! What a check keeps for the next run changes nothing of what is said: whatever was edited, moved,
//! committed or damaged in between, the answer is that of a run that knows nothing.

use std::{collections::BTreeMap, fs};

use sverka::{
    analysis::{Chronicle, Known, analyse_with_chronicle, look},
    checks,
    model::{DocumentPair, DocumentReport},
    progress::Silent,
};

use crate::harness::Project;

/// Numbers that look random and are the same on every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

const PAIRS: [(&str, &str); 12] = [
    ("На заправке было 300 машин.", "There were 300 cars at the petrol station."),
    ("К вечеру дождь перестал.", "Towards evening the rain stopped."),
    ("Учитель принёс две карты.", "The teacher brought two maps."),
    ("Никто не пришёл на собрание.", "Nobody came to the meeting."),
    ("См. [начало](00.md#начало).", "See [the beginning](00.md#beginning)."),
    ("Мэр открыл мост 5 мая.", "The mayor opened the bridge on 5 May."),
    ("Почта закрылась в полдень.", "The post office closed at noon."),
    ("Сосед продал старую лодку.", "The neighbour sold his old boat."),
    ("Письмо от Марины Орловой пришло в Тверь.", "The letter of Marina Orlova came to Tver."),
    ("Ключ не подошёл к новому замку.", "The key did not fit the new lock."),
    ("Цвет забора выбрала Марина.", "Marina chose the colour of the fence."),
    ("Поезд в 18:40 отменили.", "The train at 6.40 p.m. was cancelled."),
];

/// What may be edited in a translation, and what becomes of it.
const EDITS: [(&str, &str); 8] = [
    ("Marina", "Irina"),
    ("did not fit", "fitted"),
    ("colour", "color"),
    ("the ", "the the "),
    ("two", "three"),
    ("5 May", "6 May"),
    ("The neighbour sold", "Der Nachbar verkaufte gestern"),
    ("Tver", "Tula"),
];

fn write(project: &Project, dice: &mut Dice, number: usize) {
    let chosen: Vec<_> = (0..4).map(|_| PAIRS[dice.roll(PAIRS.len())]).collect();
    let text = |title: &str, side: fn(&(&str, &str)) -> String| {
        let all: Vec<String> = chosen.iter().map(side).collect();
        format!("# {title}\n\n{}\n", all.join("\n\n"))
    };
    project.write(&source(number), text("Начало", |pair| pair.0.to_owned()));
    project.write(&target(number), text("Beginning", |pair| pair.1.to_owned()));
}

fn source(number: usize) -> String {
    format!("source-ru/{number:02}.md")
}

fn target(number: usize) -> String {
    format!("translations/{number:02}.md")
}

/// One thing that may happen between two runs.
fn happen(project: &Project, dice: &mut Dice) {
    let number = dice.roll(6);
    let store = project.path(".git/sverka/checked");
    let swap = |path: String, old: &str, new: &str| {
        if let Ok(text) = fs::read_to_string(project.path(&path)) {
            project.write(&path, text.replacen(old, new, 1));
        }
    };
    match dice.roll(15) {
        0 => write(project, dice, number),
        1 => swap(source(number), "300", "500"),
        2 => swap(target(number), "evening", "morning"),
        3 => swap(source(number), "# Начало", "# Конец"),
        4 => swap(target(number), "old boat", "old boot"),
        5 => drop(fs::remove_file(project.path(&target(number)))),
        6 => drop(fs::rename(project.path(&source(number)), project.path(&source(number + 6)))),
        7 => {
            project.commit("Go on");
        }
        8 => {
            project.sverka(["accept", "--all"]);
        }
        9 => {
            project.write(
                "glossary/terms.toml",
                format!(
                    "[[concept]]\nid = \"boat\"\nru = [{{ term = \"лодка\" }}]\nen = [{{ term = \"{}\" }}]\n",
                    ["boat", "ship"][dice.roll(2)]
                ),
            );
        }
        10 => {
            project.write(
                "sverka.toml",
                format!("[check]\nstale = \"{}\"\n", ["warn", "error", "info"][dice.roll(3)]),
            );
        }
        11 => damage(&store, dice),
        12 | 13 => {
            let (old, new) = EDITS[dice.roll(EDITS.len())];
            swap(target(number), old, new);
        }
        _ => {}
    }
}

fn damage(store: &std::path::Path, dice: &mut Dice) {
    let Ok(mut bytes) = fs::read(store) else { return };
    let at = dice.roll(bytes.len());
    match dice.roll(3) {
        0 => bytes[at] ^= 1 << dice.roll(8),
        1 => bytes.truncate(at),
        _ => bytes.rotate_left(at),
    }
    fs::write(store, bytes).unwrap();
}

fn both(project: &Project) -> [String; 2] {
    let json = project.sverka(["check", "--format", "json"]);
    let page = project.sverka(["check", "--verbose"]);
    [json.stdout + &json.stderr, page.stdout + &page.stderr]
}

#[test]
fn the_answer_is_that_of_a_run_that_knows_nothing() {
    let (project, mut dice) = (Project::repository(), Dice(7));
    (0..6).for_each(|number| write(&project, &mut dice, number));
    project.commit("Translate");
    let (kept, aside) = (project.path(".git/sverka"), project.path(".git/aside"));
    for step in 0..40 {
        happen(&project, &mut dice);
        let known = both(&project);
        fs::rename(&kept, &aside).unwrap();
        let anew = both(&project);
        fs::remove_dir_all(&kept).unwrap();
        fs::rename(&aside, &kept).unwrap();
        assert_eq!(known, anew, "step {step}");
    }
}

#[test]
fn what_is_below_a_path_is_told_as_in_the_whole() {
    let (project, mut dice) = (Project::repository(), Dice(11));
    (0..6).for_each(|number| write(&project, &mut dice, number));
    project.commit("Translate");
    for number in 0..6 {
        project.write(&target(number), "# Beginning\n\nNobody came.\n");
    }
    let lines = |run: String, path: &str| -> Vec<String> {
        run.lines().filter(|line| line.contains(path)).map(str::to_owned).collect()
    };
    for _ in 0..2 {
        let whole = project.sverka(["check", "--format", "jsonl"]).stdout;
        let one = project.sverka(["check", "--format", "jsonl", &source(3)]).stdout;
        let path = source(3);
        assert!(!one.is_empty());
        assert_eq!(lines(one, &path), lines(whole, &path));
    }
}

/// The findings that have a place below `path`, one a line.
fn below(findings: &str, path: &str) -> Vec<String> {
    let is_below = |line: &&str| {
        let finding: serde_json::Value = serde_json::from_str(line).unwrap();
        let sides = [&finding["source"]["path"], &finding["target"]["path"]];
        sides.iter().filter_map(|side| side.as_str()).any(|side| side.starts_with(path))
    };
    findings.lines().filter(is_below).map(str::to_owned).collect()
}

/// Of what is asked for by a path as much is said as in the whole, project-wide findings among it,
/// whatever is known from earlier runs.
#[test]
fn a_path_gives_what_the_whole_says_below_it() {
    let (project, mut dice) = (Project::repository(), Dice(23));
    (0..6).for_each(|number| write(&project, &mut dice, number));
    project.commit("Translate");
    for step in 0..24 {
        happen(&project, &mut dice);
        // One word by another everywhere: said once, for all documents.
        if step % 8 == 3 {
            for number in 0..6 {
                let Ok(text) = fs::read_to_string(project.path(&source(number))) else { continue };
                project.write(&source(number), text.replace("Учитель", "Наставник"));
            }
        }
        let number = dice.roll(6);
        let asked = [source(number), target(number), "source-ru".into(), "translations".into()];
        let asked = &asked[dice.roll(4)];
        let check = |paths: &[&str]| {
            project.sverka(["check", "--format", "jsonl"].iter().chain(paths).copied())
        };
        let first = dice.roll(2) == 0;
        let early = first.then(|| check(&[asked]));
        let whole = check(&[]).stdout;
        let part = early.unwrap_or_else(|| check(&[asked]));
        assert_eq!(below(&part.stdout, asked), below(&whole, asked), "step {step}: {asked}");
        let others = part.stdout.lines().filter(|line| !whole.lines().any(|other| other == *line));
        assert_eq!(others.collect::<Vec<_>>(), Vec::<&str>::new(), "step {step}: {asked}");
    }
}

/// A project as a desk holds it in memory.
#[derive(Default)]
struct Held {
    reports: BTreeMap<DocumentPair, DocumentReport>,
    chronicle: Chronicle,
    known: Known,
}

impl Held {
    /// Looks at the project again; gives how many documents were read and judged anew.
    fn renew(&mut self, project: &sverka::project::Project) -> usize {
        let looked = look(project, &self.known, &Silent);
        let mut courses = looked.chronicle.documents;
        let mut reports = BTreeMap::new();
        let count = looked.fresh.iter().filter(|is_fresh| **is_fresh).count();
        for (mut report, is_fresh) in looked.analysis.documents.into_iter().zip(looked.fresh) {
            if !is_fresh {
                report.take_texts(self.reports.get_mut(&report.pair).expect("it is held"));
                let path = report.pair.path().unwrap();
                courses.extend(self.chronicle.documents.remove_entry(path));
            }
            reports.insert(report.pair.clone(), report);
        }
        *self = Self { reports, chronicle: Chronicle { documents: courses }, known: looked.known };
        count
    }
}

#[test]
fn what_is_held_and_renewed_is_what_is_found_anew() {
    let (project, mut dice) = (Project::repository(), Dice(23));
    (0..6).for_each(|number| write(&project, &mut dice, number));
    project.commit("Translate");
    let (kept, aside) = (project.path(".git/sverka"), project.path(".git/aside"));
    let (mut held, mut read) = (Held::default(), 0);
    for step in 0..40 {
        happen(&project, &mut dice);
        if step % 3 == 0 {
            // Somebody else may have looked at the project meanwhile.
            project.sverka(["check"]);
        }
        let opened = sverka::project::Project::open(&project.path(""), &checks::codes()).unwrap();
        read += held.renew(&opened);
        let found: Vec<&DocumentReport> = held.reports.values().collect();
        fs::rename(&kept, &aside).unwrap();
        let (analysis, chronicle) = analyse_with_chronicle(&opened, &Silent);
        fs::remove_dir_all(&kept).unwrap();
        fs::rename(&aside, &kept).unwrap();
        let anew: BTreeMap<&DocumentPair, &DocumentReport> =
            analysis.documents.iter().map(|report| (&report.pair, report)).collect();
        let anew: Vec<&DocumentReport> = anew.into_values().collect();
        assert_eq!(format!("{found:#?}"), format!("{anew:#?}"), "step {step}");
        assert_eq!(held.chronicle.documents, chronicle.documents, "step {step}");
    }
    assert!(read < 40 * 6 / 2, "{read} documents were read");
}
