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
fn what_hugo_wrote_is_passed_over_beside_its_settings() {
    let files = [
        ("content/ru/oak.md", OAK),
        ("content/en/oak.md", OAK_IN_ENGLISH),
        ("public/ru/mill.html", "<p>Мельница давно молчит.</p>"),
        ("public/en/mill.html", "<p>The mill has long been silent.</p>"),
    ];
    assert_eq!(pairs(&files).len(), 2, "a folder of the name alone");
    let settings = [("hugo.toml", "baseURL = \"https://oak.org\"\n")];
    assert_eq!(pairs(&[&files[..], &settings].concat()), ["content/ru/oak.md = content/en/oak.md"]);
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

#[test]
fn what_both_have_letter_by_letter_joins_no_strangers() {
    let flow = "The mill has long been silent. The river is shallow now, and grass has grown over the wheel.\n";
    let rest = "Дуб стоит на краю поля.\n\nТам же лежит лодка.\n\nЗимой её заносит снегом.\n";
    let long = format!("{flow}\n{rest}");
    let files = [
        ("web/ru/festival.md", flow),
        ("web/en/flow.md", long.as_str()),
        ("web/ru/oak.md", OAK),
        ("web/en/oak.md", OAK_IN_ENGLISH),
        ("web/ru/melnica.md", MILL),
        (
            "web/en/the-mill.md",
            "The mill has long been silent. The river is shallow, and grass covers the wheel.\n",
        ),
    ];
    let found = pairs(&files);
    assert!(!found.contains(&"web/ru/festival.md = web/en/flow.md".to_owned()), "{found:?}");
    assert!(found.contains(&"web/ru/oak.md = web/en/oak.md".to_owned()), "{found:?}");
}

#[test]
fn a_page_that_leads_on_is_no_translation() {
    let moved = "---\nredirect_to: /ru/oak/\nhidden: true\n---\n";
    let files = |old: &'static str| {
        [
            ("posts/ru/2017-oak.md", OAK),
            ("posts/en/2017-oak.md", old),
            ("posts/en/2022-oak.md", OAK_IN_ENGLISH),
            ("posts/ru/mill.md", MILL),
            ("posts/en/mill.md", MILL_IN_ENGLISH),
        ]
    };
    let joined = "posts/ru/2017-oak.md = posts/en/2022-oak.md".to_owned();
    let found = pairs(&files(moved));
    assert!(found.contains(&joined), "{found:?}");
    assert!(!found.iter().any(|pair| pair.contains("en/2017")), "{found:?}");
    assert!(!pairs(&files("It stood there.\n")).contains(&joined));
}

#[test]
fn a_text_that_seems_to_be_in_another_language_stays_where_it_is() {
    let names = "Dhṛṣṭaketu, Cekitāna, Kāśirāja, Purujit, Kuntibhoja, Śaibya\n";
    let mut files = Vec::new();
    for chapter in 1..30 {
        files.push((format!("ru/{chapter}.md"), format!("{OAK}\nГлава {chapter}.\n")));
        files.push((format!("en/{chapter}.md"), format!("{OAK_IN_ENGLISH}\nChapter {chapter}.\n")));
    }
    files.push((
        "ru/names.md".to_owned(),
        "Дхриштакету, Чекитана, Кашираджа, Пуруджит, Кунтибходжа и Шайбья были там.\n".to_owned(),
    ));
    files.push(("en/names.md".to_owned(), names.to_owned()));
    let borrowed: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    assert!(pairs(&borrowed).contains(&"ru/names.md = en/names.md".to_owned()));
}

#[test]
fn a_list_of_contents_shows_what_belongs_together() {
    let glossary = "# Глоссарий\n\nАмбар: место для зерна.\n\nБорона: орудие пахаря.\n";
    let in_english = "# Glossary\n\nHarrow: what a ploughman drags.\n\nBarn: where one keeps wheat, rye and the like.\n";
    let list = |names: [&str; 4]| -> String {
        names.iter().map(|name| format!("* [{name}]({name}.md)\n")).collect()
    };
    let (ours, theirs) =
        (list(["oak", "slovar", "mill", "note"]), list(["oak", "words", "mill", "note"]));
    let unsure = list(["oak", "mill", "words", "note"]);
    let tree = |theirs: &str| {
        pairs(&[
            ("ru/SUMMARY.md", ours.as_str()),
            ("en/SUMMARY.md", theirs),
            ("ru/oak.md", OAK),
            ("en/oak.md", OAK_IN_ENGLISH),
            ("ru/slovar.md", glossary),
            ("en/words.md", in_english),
            ("ru/mill.md", MILL),
            ("en/mill.md", MILL_IN_ENGLISH),
            ("ru/note.md", NOTE),
            ("en/note.md", "Call the printers and ask when the cover will be ready.\n"),
        ])
    };
    let joined = "ru/slovar.md = en/words.md".to_owned();
    assert!(tree(&theirs).contains(&joined));
    assert!(!tree(&unsure).contains(&joined));
}
