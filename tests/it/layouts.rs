//! Which files are taken for documents, and what belongs together, where nothing is configured.

use crate::harness::Project;

const OAK: &str = "Дуб стоит на краю поля. Под ним отдыхают пастухи, а вечером приходят дети.\n";
const OAK_IN_ENGLISH: &str = "The oak stands at the edge of the field. Shepherds rest under it, and in the evening the children come.\n";
const MILL: &str = "Мельница давно молчит. Река обмелела, и колесо поросло травой.\n";
const MILL_IN_ENGLISH: &str = "The mill has long been silent. The river is shallow now, and grass has grown over the wheel.\n";
const NOTE: &str = "Позвонить в типографию и спросить, когда будет готова обложка.\n";

/// The pairs of documents of a tree of files.
fn pairs(files: &[(&str, &str)]) -> Vec<String> {
    let project = Project::new();
    files.iter().for_each(|(path, text)| {
        project.write(path, *text);
    });
    let report = project.sverka(["status", "--format", "json"]).json();
    let path = |side: &serde_json::Value| side.as_str().unwrap_or("-").to_owned();
    let documents = report["documents"].as_array().unwrap().iter();
    documents.map(|row| format!("{} = {}", path(&row["source"]), path(&row["target"]))).collect()
}

#[test]
fn a_folder_named_for_a_language_holds_originals_and_translations() {
    let files = [
        ("russian/oak/original.md", OAK),
        ("russian/oak/translation.md", OAK_IN_ENGLISH),
        ("russian/mill_original.md", MILL),
        ("russian/mill_translation.md", MILL_IN_ENGLISH),
        ("russian/fair/original.md", NOTE),
    ];
    let expected = [
        "russian/fair/original.md = -",
        "russian/mill_original.md = russian/mill_translation.md",
        "russian/oak/original.md = russian/oak/translation.md",
    ];
    assert_eq!(pairs(&files), expected);
}

#[test]
fn a_copy_of_the_source_is_no_translation() {
    let copied = [
        ("texts/oak.md", OAK),
        ("texts/mill/mill.md", MILL),
        ("texts/mill/mill.en.md", MILL_IN_ENGLISH),
        ("translations/en/trees/source-ru/oak.md", OAK),
    ];
    assert!(!pairs(&copied).iter().any(|pair| pair.ends_with("source-ru/oak.md")));
    let pasted = [
        ("source/ru/oak.md", OAK),
        ("source/ru/mill.md", MILL),
        ("translations/en/oak.md", OAK),
        ("translations/en/mill.md", MILL_IN_ENGLISH),
    ];
    assert!(pairs(&pasted).contains(&"source/ru/oak.md = translations/en/oak.md".to_owned()));
}

#[test]
fn what_a_generator_of_sites_wrote_is_passed_over() {
    let files = [
        ("docs/ru/oak.md", OAK),
        ("docs/en/oak.md", OAK_IN_ENGLISH),
        ("docs/ru/_build/html/mill.html", "<p>Мельница давно молчит.</p>"),
        ("docs/en/_build/html/mill.html", "<p>The mill has long been silent.</p>"),
    ];
    assert_eq!(pairs(&files).len(), 2, "no trace of a generator");
    let trace =
        [("docs/ru/_build/html/searchindex.js", ""), ("docs/en/_build/html/searchindex.js", "")];
    assert_eq!(pairs(&[&files[..], &trace].concat()), ["docs/ru/oak.md = docs/en/oak.md"]);
}

#[test]
fn titles_alone_do_not_make_two_files_one() {
    let files = [
        ("books/ru/sad-a1.md", "---\ntitle: Вишнёвый сад\n---\n"),
        ("books/en/night-b2.md", "---\ntitle: Night Watch\n---\n"),
        ("books/ru/oak.md", OAK),
        ("books/en/oak.md", OAK_IN_ENGLISH),
        ("books/ru/melnica.md", MILL),
        ("books/en/the-mill.md", MILL_IN_ENGLISH),
    ];
    let found = pairs(&files);
    assert!(found.contains(&"books/ru/sad-a1.md = -".to_owned()), "{found:?}");
    assert!(found.contains(&"books/ru/oak.md = books/en/oak.md".to_owned()), "{found:?}");
}
