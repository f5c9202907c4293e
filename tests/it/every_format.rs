//! The same letter in every format: the same segments, the same beads, the same findings; faults
//! are found at their place, and a splice leaves the rest of the file as it was.
//!
//! The letters stand in `tests/cases/letter`, made from `ru.md` and `en.md` by Pandoc and
//! LibreOffice or by hand.

use std::{fs, path::Path};

use crate::harness::Project;
use sverka::{
    align::{Evidence, align},
    checks::{self, Findings, Levels, Pages, View},
    formats::{Options, read},
    glossary::Glossary,
    model::{Alignment, Direction, Document, DocumentPair, Language, RepoPath, Words},
    states,
};

/// The formats that the letter is written in.
const FORMATS: &[&str] = &["html"];

/// Faults: what stands in the translation, what takes its place, and the findings of that.
#[allow(dead_code)]
const FAULTS: &[(&str, &str, &str)] = &[
    ("She has lived here alone for twelve years now.", "", "untranslated"),
    ("14 August", "15 August", "number-changed"),
    ("the last 40 kilometres", "the last 400 kilometres", "number-changed"),
    ("So says Anna Ilyinichna", "So says Maria Ilyinichna", "name-changed"),
    ("two sleeping bags and a tent", "два спальных мешка и палатка", "untranslated"),
    ("Ring us a day ahead.", "", "untranslated"),
    ("walk to the cape", "", "untranslated"),
    ("What we took with us", "", "untranslated"),
    ("in three hours", "in nine hours", "number-changed"),
    ("crossing.", "crossing .", "space-before-punctuation"),
];

fn bytes(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/letter");
    fs::read(folder.join(name)).unwrap()
}

fn document(name: &str, language: Language, bytes: Vec<u8>) -> Document {
    read(RepoPath::new(name), language, bytes, &Options::default()).unwrap()
}

fn letter(ending: &str) -> (Document, Document) {
    let side = |stem: &str, language| {
        let name = format!("{stem}.{ending}");
        document(&name, language, bytes(&name))
    };
    (side("ru", Language::Russian), side("en", Language::English))
}

fn texts(document: &Document) -> Vec<&str> {
    document.segments.iter().map(|segment| segment.text.as_str()).collect()
}

fn beads(alignment: &Alignment) -> Vec<(Vec<usize>, Vec<usize>)> {
    let shown = alignment.beads.iter();
    shown.map(|bead| (bead.source.clone().collect(), bead.target.clone().collect())).collect()
}

/// The findings by their code, with what stands in the original and in the translation.
fn findings(source: &Document, target: &Document) -> Vec<(String, String)> {
    let alignment = align(source, target, &Evidence::default());
    let units = states::from_texts(alignment, (source, target), Direction::RuEn);
    let pair = DocumentPair {
        source: Some(source.path.clone()),
        target: Some(target.path.clone()),
        expected_target: None,
        shared: String::new(),
        renamed: false,
        direction: None,
    };
    let levels = Levels::defaults();
    let mut findings = Findings::new(&levels).for_segments(source.segments.len());
    let view = View {
        pair: &pair,
        source: Some(source),
        target: Some(target),
        units: &units,
        stale_passages: &[],
        words: Words::of((Some(source), Some(target)), &units, Direction::RuEn),
        minimum: None,
        required: None,
        glossary: &Glossary::default(),
        pages: &Pages::default(),
        unreadable: &[],
    };
    assert!(checks::run(&view, &mut findings).is_empty());
    let shown = |place: &Option<sverka::model::Place>| {
        place.as_ref().map_or(String::new(), |place| place.text.clone())
    };
    let found = findings.into_sorted();
    found.iter().map(|found| (found.code.as_str().to_owned(), shown(&found.source))).collect()
}

#[test]
fn the_same_letter_gives_the_same_segments_beads_and_findings() {
    let (source, target) = letter("md");
    let expected = align(&source, &target, &Evidence::default());
    assert_eq!(findings(&source, &target), []);
    for ending in FORMATS {
        let (theirs, translation) = letter(ending);
        assert_eq!(texts(&theirs), texts(&source), "{ending}");
        assert_eq!(texts(&translation), texts(&target), "{ending}");
        let alignment = align(&theirs, &translation, &Evidence::default());
        assert_eq!(beads(&alignment), beads(&expected), "{ending}");
        assert_eq!(findings(&theirs, &translation), [], "{ending}");
    }
}

#[test]
fn the_parts_of_a_letter_are_the_letter() {
    for ending in FORMATS {
        for name in ["ru", "en"].map(|stem| format!("{stem}.{ending}")) {
            let document = document(&name, Language::Russian, bytes(&name));
            let parts = document.parts();
            let whole: String = parts.iter().map(|part| part.span.of(&document.text)).collect();
            assert_eq!(whole, document.text, "{name}");
        }
    }
}

/// The formats that the catalogue is written in.
const CATALOGUES: [&str; 10] =
    ["json", "yaml", "toml", "properties", "strings", "po", "ftl", "xml", "resx", "xlf"];

fn catalogue(ending: &str) -> (Document, Document) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/catalogue");
    let side = |stem: &str, language| {
        let name = format!("{stem}.{ending}");
        let bytes = fs::read(folder.join(&name)).unwrap();
        document(&name, language, bytes)
    };
    (side("ru", Language::Russian), side("en", Language::English))
}

#[test]
fn the_same_catalogue_gives_the_same_pairs_in_every_format() {
    let expected = [
        ("Здравствуйте, {name}!", "Hello, {name}!"),
        ("Открыть \"Дневник\"", "Open the \"Diary\""),
        ("Рады вас видеть.", "We are glad to see you."),
        ("Сохранить\u{a0}всё", "Save all"),
        ("Страница не найдена, вернитесь на главную.", "Page not found, go back to the main page."),
        ("{count} письмо", "{count} letter"),
    ];
    for ending in CATALOGUES {
        let (source, target) = catalogue(ending);
        let alignment = align(&source, &target, &Evidence::default());
        assert!(alignment.covers(source.segments.len(), target.segments.len()));
        let texts = |document: &Document, range: &std::ops::Range<usize>| {
            document.prose_of(range).replace("{$", "{")
        };
        let beads = alignment.beads.iter();
        let pairs: Vec<(String, String)> = beads
            .map(|bead| (texts(&source, &bead.source), texts(&target, &bead.target)))
            .collect();
        for (russian, english) in expected {
            let pair = (russian.to_owned(), english.to_owned());
            let has_one = ending == "ftl" && english.ends_with("letter");
            assert!(has_one || pairs.contains(&pair), "{ending}: {pair:?} not in {pairs:#?}");
        }
        let others = ["{count} писем", "{count} письма"];
        let is_plural = |(russian, english): &(String, String)| {
            others.contains(&russian.as_str()) && english == "{count} letters"
        };
        assert_eq!(pairs.iter().filter(|pair| is_plural(pair)).count(), 1, "{ending} {pairs:#?}");
        assert_eq!(findings(&source, &target), [], "{ending}");
    }
}

#[test]
fn what_a_catalogue_lacks_is_found_by_its_key() {
    let (source, _) = catalogue("json");
    let english = r#"{ "menu": { "open": "Открыть дневник", "close": "Close" },
        "greeting": "Hello, {user}! We are glad to see you." }"#;
    let target = document("en.json", Language::English, english.as_bytes().to_vec());
    let found = findings(&source, &target);
    let of = |code: &str| found.iter().filter(|(found, _)| found == code).count();
    assert_eq!(of("extra"), 1, "{found:?}");
    assert_eq!(of("placeholder-changed"), 1, "{found:?}");
    assert_eq!(of("untranslated"), 5, "{found:?}");
}

#[test]
fn catalogues_are_found_where_they_stand_in_both_languages_and_settings_are_not() {
    let project = Project::repository();
    project.write("README.ru.md", "# Дневник\n\nДневник помнит всё, что вы записали.\n");
    project.write("README.md", "# Diary\n\nThe diary remembers all that you wrote down.\n");
    project.write("package.json", "{\"name\": \"дневник\", \"description\": \"Мой дневник\"}");
    project.write("docs/ru/openapi.yaml", "info:\n  title: Дневник\n");
    project.write("docs/en/openapi.yaml", "info:\n  title: Дневник\n");
    project.write("src/locales/ru.json", "{\"open\": \"Открыть\", \"save\": \"Сохранить всё\"}");
    project.write("src/locales/en.json", "{\"save\": \"Save all\"}");
    project.commit("Texts");
    let report = project.sverka(["check", "--format", "json"]).exits(1).json();
    let findings = report["findings"].as_array().unwrap();
    let found: Vec<(&str, &str)> = findings
        .iter()
        .map(|it| (it["code"].as_str().unwrap(), it["source"]["path"].as_str().unwrap()))
        .collect();
    assert_eq!(found, [("untranslated", "src/locales/ru.json")]);
    project.write("src/locales/en.json", "{\"save\": \"Save all\", \"open\": \"Open\"}");
    project.commit("Translate");
    assert_eq!(project.codes(), Vec::<String>::new());
    project.replace("src/locales/ru.json", "Сохранить всё", "Сохранить 5 писем");
    assert_eq!(project.codes(), ["stale"]);
}
