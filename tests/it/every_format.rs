//! The same letter in every format: the same segments, the same beads, the same findings; faults
//! are found at their place, and a splice leaves the rest of the file as it was.
//!
//! The letters stand in `tests/cases/letter`, made from `ru.md` and `en.md` by Pandoc and
//! LibreOffice or by hand.

use std::{fs, path::Path};

use crate::{harness::Project, judged::judged};
use sverka::{
    align::{Evidence, align},
    formats::{Options, read, splice, spliced},
    glossary::Glossary,
    model::{Alignment, Document, Edit, Language, RepoPath, Span},
};

/// The formats that the letter is written in.
const FORMATS: &[&str] = &["html", "docx", "odt", "writer.docx", "writer.odt", "rst", "adoc"];

/// Faults: what stands in the translation, what takes its place, and the findings of that.
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

/// The name of a letter: `writer.docx` is what LibreOffice made of it.
fn name(stem: &str, ending: &str) -> String {
    match ending.strip_prefix("writer.") {
        Some(ending) => format!("writer.{stem}.{ending}"),
        None => format!("{stem}.{ending}"),
    }
}

fn letter(ending: &str) -> (Document, Document) {
    let side = |stem: &str, language| {
        let name = name(stem, ending);
        document(&name, language, bytes(&name))
    };
    (side("ru", Language::Russian), side("en", Language::English))
}

fn texts(document: &Document) -> Vec<&str> {
    document.segments.iter().map(|segment| segment.text.as_str()).collect()
}

fn sorted(mut texts: Vec<&str>) -> Vec<&str> {
    texts.sort_unstable();
    texts
}

fn beads(alignment: &Alignment) -> Vec<(Vec<usize>, Vec<usize>)> {
    let shown = alignment.beads.iter();
    shown.map(|bead| (bead.source.clone().collect(), bead.target.clone().collect())).collect()
}

/// The findings by their code, with what stands in the original.
fn findings(source: &Document, target: &Document) -> Vec<(String, String)> {
    let shown = |place: &Option<sverka::model::Place>| {
        place.as_ref().map_or(String::new(), |place| place.text.clone())
    };
    let found = judged(source, target, &Glossary::default());
    found.iter().map(|found| (found.code.as_str().to_owned(), shown(&found.source))).collect()
}

#[test]
fn the_same_letter_gives_the_same_segments_beads_and_findings() {
    let (source, target) = letter("md");
    let expected = align(&source, &target, &Evidence::default());
    assert_eq!(findings(&source, &target), []);
    for ending in FORMATS {
        let (theirs, translation) = letter(ending);
        if *ending == "adoc" {
            // Notes stand where they are referred to.
            assert_eq!(sorted(texts(&theirs)), sorted(texts(&source)));
            assert_eq!(sorted(texts(&translation)), sorted(texts(&target)));
            assert_eq!(findings(&theirs, &translation), [], "{ending}");
            continue;
        }
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
        for name in ["ru", "en"].map(|stem| name(stem, ending)) {
            let document = document(&name, Language::Russian, bytes(&name));
            let parts = document.parts();
            let whole: String = parts.iter().map(|part| part.span.of(&document.text)).collect();
            assert_eq!(whole, document.text, "{name}");
        }
    }
}

/// A letter with other words in the place of some.
fn changed(document: &Document, old: &str, new: &str) -> Document {
    let starts: Vec<usize> = document.text.match_indices(old).map(|(at, _)| at).collect();
    let [start] = starts.as_slice() else { panic!("{old} stands {} times", starts.len()) };
    let span = Span::new(*start, start + old.len());
    let edit = Edit { span, replacement: new.to_owned() };
    let bytes = splice(document, &[edit]).unwrap();
    read(document.path.clone(), document.language, bytes, &Options::default()).unwrap()
}

#[test]
fn faults_are_found_in_every_format() {
    for ending in FORMATS {
        let (source, target) = letter(ending);
        for (old, new, code) in FAULTS {
            // A wrapped line of a page is no line of the text.
            if !target.text.contains(old) {
                assert!(["html", "rst"].contains(ending), "{old}");
                continue;
            }
            let faulty = changed(&target, old, new);
            let found = findings(&source, &faulty);
            assert!(found.iter().any(|(found, _)| found == code), "{ending} {old}: {found:?}");
        }
    }
}

#[test]
fn a_splice_changes_its_segment_and_nothing_else() {
    for ending in FORMATS {
        let (_, document) = letter(ending);
        for (index, segment) in document.segments.iter().enumerate() {
            let Some(word) = segment.text.split_whitespace().find(|word| {
                word.chars().all(char::is_alphabetic)
                    && segment.span.of(&document.text).contains(word)
            }) else {
                continue;
            };
            let at = segment.span.start + segment.span.of(&document.text).find(word).unwrap();
            let span = Span::new(at, at + word.len());
            let edit = Edit { span, replacement: "R&D <x>".to_owned() };
            let bytes = match splice(&document, std::slice::from_ref(&edit)) {
                Err(message) if message.id == "cell-too-narrow" => continue,
                spliced => spliced.unwrap(),
            };
            let again = read(document.path.clone(), document.language, bytes, &Options::default());
            let again = again.unwrap();
            let is_package = document.origin.is_some();
            if is_package {
                assert_eq!(again.text, spliced(&document.text, &[edit]), "{ending} {word}");
                assert_same_parts(&document, &again);
            }
            let others = |texts: Vec<&str>| -> Vec<String> {
                let kept = texts.into_iter().enumerate().filter(|(at, _)| *at != index);
                kept.map(|(_, text)| text.to_owned()).collect()
            };
            if is_package && !again.segments[index].text.is_empty() {
                assert_eq!(others(texts(&again)), others(texts(&document)), "{ending} {word}");
            }
        }
    }
}

/// All parts but one are the same, byte for byte.
fn assert_same_parts(one: &Document, other: &Document) {
    let parts = |document: &Document| -> Vec<(String, u32)> {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(document.bytes())).unwrap();
        let part = |index| {
            let part = archive.by_index_raw(index).unwrap();
            (part.name().unwrap().into_owned(), part.crc32())
        };
        (0..document_parts(document)).map(part).collect()
    };
    let changed = parts(one).into_iter().zip(parts(other)).filter(|(was, is)| was != is).count();
    assert_eq!(changed, 1);
}

fn document_parts(document: &Document) -> usize {
    zip::ZipArchive::new(std::io::Cursor::new(document.bytes())).unwrap().len()
}

#[test]
fn a_splice_that_changes_nothing_gives_the_same_parts() {
    for ending in FORMATS {
        let (_, document) = letter(ending);
        let edit = Edit {
            span: document.segments[0].span,
            replacement: document.segments[0].text.clone(),
        };
        let bytes = splice(&document, &[edit]).unwrap();
        let again =
            read(document.path.clone(), document.language, bytes, &Options::default()).unwrap();
        assert_eq!(again.text, document.text, "{ending}");
    }
}

#[test]
fn packages_are_bounded() {
    let message = |bytes: Vec<u8>| {
        read(RepoPath::new("a.docx"), Language::Russian, bytes, &Options::default()).unwrap_err().id
    };
    let packed = |name: &str, text: &[u8]| {
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut writer, text).unwrap();
        writer.finish().unwrap().into_inner()
    };
    assert_eq!(message(b"PK\x03\x04 no archive".to_vec()), "package-damaged");
    assert_eq!(message(packed("word/document.xml", &vec![b' '; 8_000_000])), "package-too-large");
    assert_eq!(message(packed("other.xml", b"<a/>")), "package-damaged");
    let entities = b"<!DOCTYPE a [<!ENTITY b \"c\">]><w:document/>";
    assert_eq!(message(packed("word/document.xml", entities)), "package-damaged");
    let empty = packed("word/document.xml", b"<w:document/>");
    assert!(read(RepoPath::new("a.docx"), Language::Russian, empty, &Options::default()).is_ok());
}

#[test]
fn tracked_changes_are_read_as_accepted_and_not_written() {
    let xml = "<w:document><w:body><w:p><w:r><w:t>Мы </w:t></w:r><w:del><w:r><w:delText>долго </w:delText></w:r></w:del>\
        <w:ins><w:r><w:t>очень </w:t></w:r></w:ins><w:r><w:t>жда</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>ли поезд.</w:t></w:r></w:p></w:body></w:document>";
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    std::io::Write::write_all(&mut writer, xml.as_bytes()).unwrap();
    let bytes = writer.finish().unwrap().into_inner();
    let document = document("a.docx", Language::Russian, bytes);
    assert_eq!(texts(&document), ["Мы очень ждали поезд."]);
    let edit = |old: &str, new: &str| {
        let start = document.text.find(old).unwrap();
        Edit { span: Span::new(start, start + old.len()), replacement: new.to_owned() }
    };
    assert_eq!(splice(&document, &[edit("очень", "так")]).unwrap_err().id, "splice-refused");
    let again = changed(&document, "ждали поезд", "ждали автобус");
    assert_eq!(texts(&again), ["Мы очень ждали автобус."]);
    let origin = again.origin.as_ref().unwrap();
    assert!(origin.parts[0].text.contains("<w:b/></w:rPr><w:t>ли автобус.</w:t>"));
    assert!(origin.parts[0].text.contains("<w:t>жда</w:t>"));
}

#[test]
fn subtitles_are_paired_by_time() {
    let russian = "1\n00:00:01,000 --> 00:00:03,000\nМы ехали всю ночь,\nи никто\n\n2\n00:00:03,100 --> 00:00:05,000\n<i>не спал.</i>\n\n\
        3\n00:00:06,000 --> 00:00:08,000\n— Где мы?\n— Не знаю.\n\n4\n00:00:20,000 --> 00:00:22,000\nПоезд встал.\n\n\
        5\n00:00:30,000 --> 00:00:32,000\nУже 7 часов.\n";
    let english = "WEBVTT\n\nNOTE a draft\n\n00:01.100 --> 00:05.000\nWe rode all night, and nobody slept.\n\n\
        00:06.000 --> 00:08.000\n- Where are we?\n- I do not know.\n\n00:30.000 --> 00:32.000\nIt is 8 already.\n";
    let source = document("a.srt", Language::Russian, russian.into());
    let target = document("a.vtt", Language::English, english.into());
    assert_eq!(
        texts(&source),
        [
            "Мы ехали всю ночь, и никто не спал.",
            "Где мы?",
            "Не знаю.",
            "Поезд встал.",
            "Уже 7 часов."
        ]
    );
    let found = findings(&source, &target);
    assert_eq!(
        found,
        [
            ("untranslated".to_owned(), "Поезд встал.".to_owned()),
            ("number-changed".to_owned(), "7".to_owned()),
        ]
    );
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
fn a_byte_order_mark_moves_nothing() {
    for ending in CATALOGUES {
        let path = format!("tests/cases/catalogue/ru.{ending}");
        let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
        let name = format!("ru.{ending}");
        let plain = document(&name, Language::Russian, bytes.clone());
        let marked =
            document(&name, Language::Russian, [b"\xef\xbb\xbf".as_slice(), &bytes].concat());
        assert_eq!(texts(&plain), texts(&marked), "{ending}");
        assert_eq!(marked.problems, [], "{ending}");
        for (one, other) in plain.segments.iter().zip(&marked.segments) {
            assert_eq!(one.span.of(&plain.text), other.span.of(&marked.text), "{ending}");
        }
    }
}

/// Findings in a pair of catalogues, by their code.
fn codes(ending: &str, russian: &str, english: &str) -> Vec<String> {
    let source = document(&format!("ru.{ending}"), Language::Russian, russian.into());
    let target = document(&format!("en.{ending}"), Language::English, english.into());
    findings(&source, &target).into_iter().map(|(code, _)| code).collect()
}

#[test]
fn forms_of_plurals_are_compared_as_each_language_has_them() {
    for (ending, russian, english, expected) in [
        // Forms between bars.
        (
            "json",
            r#"{"n": "Имя короткое: нужна {n} буква.|Имя короткое: нужны {n} буквы.|Имя короткое: нужно {n} букв."}"#,
            r#"{"n": "The name is short: {n} letter is needed.|The name is short: {n} letters are needed."}"#,
            &[][..],
        ),
        // A plural that is none in English.
        (
            "yaml",
            "units:\n  million:\n    one: миллион\n    few: миллиона\n    many: миллионов\n    other: миллиона\n",
            "units:\n  million: million\n",
            &[],
        ),
        (
            "yaml",
            "units:\n  million:\n    one: миллион\n    few: миллиона\n    many: миллионов\n    other: миллиона\n",
            "units:\n  metre: metre\n",
            &["extra", "untranslated", "untranslated"],
        ),
        // One need not be said.
        (
            "json",
            r#"{"n_one": "{count} файл загружен", "n_few": "{count} файла загружено", "n_other": "{count} файлов загружено"}"#,
            r#"{"n_one": "A file is loaded", "n_other": "{count} files are loaded"}"#,
            &[],
        ),
        (
            "json",
            r#"{"n_one": "{count} файл загружен", "n_few": "{count} файла загружено", "n_other": "{count} файлов загружено"}"#,
            r#"{"n_one": "A file is loaded", "n_other": "Files are loaded"}"#,
            &["placeholder-lost"],
        ),
        // A term in a case.
        (
            "ftl",
            "get = Загрузите { -brand-name(case: \"accusative\") } сейчас.\n",
            "get = Download { -brand-name } now.\n",
            &[],
        ),
        (
            "ftl",
            "get = Загрузите { -brand-name(case: \"accusative\") } сейчас.\n",
            "get = Download { -other-name } now.\n",
            &["placeholder-changed"],
        ),
    ] {
        let mut found = codes(ending, russian, english);
        found.sort_unstable();
        assert_eq!(found, expected, "{russian}");
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
fn a_sentence_that_a_text_of_a_catalogue_lacks_and_an_address_that_differs_are_found() {
    let pair = |ru: &str, en: &str| {
        let file = |text: &str| format!("{{\"help\": \"{text}\"}}").into_bytes();
        findings(
            &document("ru.json", Language::Russian, file(ru)),
            &document("en.json", Language::English, file(en)),
        )
    };
    let russian = "Книги хранятся здесь. Начните с той, что лежит на столе. Пишите нам: https://example.org/write";
    let english = "The books are kept here. Begin with the one that lies on the desk. Write to us: https://example.org/write";
    assert_eq!(pair(russian, english), []);
    let lost = english.replace(" Begin with the one that lies on the desk.", "");
    let found = ("untranslated".to_owned(), "Начните с той, что лежит на столе.".to_owned());
    assert_eq!(pair(russian, &lost), [found]);
    let changed = ("link-changed".to_owned(), "https://example.org/write".to_owned());
    assert_eq!(pair(russian, &english.replace("write", "rite")), [changed]);
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

/// The same text in a file of some format.
fn file(ending: &str, title: &str, text: &str) -> Vec<u8> {
    let plain = match ending {
        "json" => format!("{{\"title\": \"{title}\", \"text\": \"{text}\"}}"),
        "srt" => format!(
            "1\n00:00:01,000 --> 00:00:03,000\n{title}\n\n2\n00:00:04,000 --> 00:00:07,000\n{text}\n"
        ),
        "html" => format!("<html><body><h1>{title}</h1>\n<p>{text}</p></body></html>\n"),
        _ => {
            let run = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
            let body = run(title) + &run(text);
            let xml = format!("<w:document><w:body>{body}</w:body></w:document>");
            let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
            let options = zip::write::SimpleFileOptions::default();
            writer.start_file("word/document.xml", options).unwrap();
            std::io::Write::write_all(&mut writer, xml.as_bytes()).unwrap();
            return writer.finish().unwrap().into_inner();
        }
    };
    plain.into_bytes()
}

#[test]
fn a_change_of_the_original_is_stale_in_every_format() {
    for ending in ["docx", "json", "srt", "html"] {
        let project = Project::repository();
        let (ru, en) = (format!("texts/ru/a.{ending}"), format!("texts/en/a.{ending}"));
        let pair = format!(
            "[[pair]]\nsource = \"texts/ru/{{path}}.{ending}\"\ntarget = \"texts/en/{{path}}.{ending}\"\n"
        );
        project.write("sverka.toml", pair);
        project.write(&ru, file(ending, "Дорога к озеру.", "Мы шли до озера три часа."));
        project.write(
            &en,
            file(ending, "The road to the lake.", "We walked to the lake for three hours."),
        );
        project.commit("Both");
        assert_eq!(project.codes(), Vec::<String>::new(), "{ending}");
        project.git(&["switch", "--quiet", "--create", "later"]);
        project.write(&ru, file(ending, "Дорога к озеру.", "Мы шли до озера под дождём три часа."));
        project.commit("Rain");
        for arguments in
            [&["check", "--format", "json"][..], &["check", "--base", "main", "--format", "json"]]
        {
            let report = project.sverka(arguments.iter().copied()).json();
            let findings = report["findings"].as_array().unwrap();
            assert_eq!(findings.len(), 1, "{ending} {findings:#?}");
            let found = &findings[0];
            assert_eq!(found["code"], "stale", "{ending}");
            let place = found["source"]["text"].as_str().unwrap();
            assert!(place.contains("под дождём"), "{ending} {found:#?}");
            assert!(found.to_string().contains("Мы шли до озера три часа."), "{ending} {found:#?}");
        }
        let diff = project.sverka(["diff", en.as_str()]).stdout;
        assert!(diff.contains("под дождём"), "{ending} {diff}");
    }
}
