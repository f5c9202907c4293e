//! The pages: the static report as files, complete and inert.

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::Value;

use crate::harness::Project;

/// Everything that a hostile document may try.
const HOSTILE: &str = "# <script>alert(1)</script>\n\n\
    Нажмите [сюда](javascript:alert(1)) \"><img src=x onerror=alert(2)>.\n\n\
    <iframe src=\"https://example.org\"></iframe>\n\n\
    <style>body{display:none}</style> Текст после стиля.\n\n\
    ```\n</pre><script>alert(3)</script>\n```\n";

fn files_below(folder: &Path, at: &str, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let name = format!("{at}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            files_below(&entry.path(), &format!("{name}/"), found);
        } else {
            found.insert(name);
        }
    }
}

/// A project with work of every kind, and its report.
fn reported() -> (Project, BTreeSet<String>) {
    let project = Project::repository();
    project
        .write("source-ru/a.md", "# Письма\n\nПришло 40 писем. Ответили всем.\n\n- раз\n- два\n");
    project.write("translations/a.md", "# Letters\n\n50 letters came.\n\n- one\n- two\n");
    project.write("source-ru/письма/враг.md", HOSTILE);
    project.write("translations/письма/враг.md", HOSTILE.replace("Нажмите", "Press"));
    project.write("source-ru/new.md", "Ещё не переведено.\n");
    project.write(
        "glossary/a.toml",
        "[[concept]]\nid = \"letter\"\nru = [{ term = \"письмо\" }]\nen = [{ term = \"letter\" }]\n",
    );
    project.commit("Texts");
    project.sverka(["report", "--output", "site"]).exits(0);
    let mut files = BTreeSet::new();
    files_below(&project.path("site"), "", &mut files);
    (project, files)
}

#[test]
fn a_report_is_whole_and_its_links_lead_somewhere() {
    let (project, files) = reported();
    for name in ["index.html", "glossary.html", "badge.svg", "summary.md", "report.json"] {
        assert!(files.contains(name), "{files:?}");
    }
    let pages: Vec<&String> = files.iter().filter(|name| name.ends_with(".html")).collect();
    assert_eq!(pages.len(), 2 * (2 + 3), "{files:?}");
    for page in pages {
        let text = project.read(&format!("site/{page}"));
        let folder = Path::new(page).parent().unwrap();
        let links = text.split("href=\"").chain(text.split("src=\"")).skip(1);
        for link in links.filter_map(|rest| rest.split(['"', '#']).next()) {
            if link.is_empty() || link.starts_with("<!DOCTYPE") {
                continue;
            }
            let target = project.path("site").join(folder).join(link);
            assert!(target.exists(), "{page} leads to {link}");
        }
    }
}

#[test]
fn nothing_of_a_document_becomes_markup() {
    let (project, files) = reported();
    for page in files.iter().filter(|name| name.ends_with(".html")) {
        let text = project.read(&format!("site/{page}"));
        assert!(text.contains("default-src 'none'"), "{page}");
        for hostile in
            ["<script>", "<img", "<iframe", "<style", "javascript:", " onerror=\"", "style=\""]
        {
            assert!(!text.contains(hostile), "{page}: {hostile}");
        }
        assert_eq!(text.matches("<script").count(), 1, "{page}");
        assert!(!text.contains("http://") && !text.contains("src=\"https://"), "{page}");
    }
}

#[test]
fn the_data_are_what_the_schema_says_and_what_status_says() {
    let (project, files) = reported();
    let valid = |name: &str, data: &str| {
        let schema = project.sverka(["schema", name]).json();
        let data = serde_json::from_str(data).unwrap();
        if let Err(error) = jsonschema::validate(&schema, &data) {
            panic!("{name}: {error}");
        }
        data
    };
    let overview: serde_json::Value = valid("report", &project.read("site/report.json"));
    let status = project.sverka(["status", "--format", "json"]).json();
    assert_eq!(overview["total"]["words"]["total"], status["total"]["words"]["total"]);
    assert_eq!(overview["total"]["findings"], status["total"]["findings"]);
    for document in
        files.iter().filter(|name| name.starts_with("documents/") && name.ends_with("json"))
    {
        valid("report-document", &project.read(&format!("site/{document}")));
    }
}

#[test]
fn a_report_is_the_same_each_time_and_needs_a_folder() {
    let (project, _) = reported();
    project.sverka(["report"]).exits(2);
    project.sverka(["report", "--output", "again"]).exits(0);
    let run = |folder: &str| {
        let mut files = BTreeSet::new();
        files_below(&project.path(folder), "", &mut files);
        files.into_iter().map(|name| fs::read(project.path(folder).join(name)).unwrap()).collect()
    };
    let (first, second): (Vec<Vec<u8>>, Vec<Vec<u8>>) = (run("site"), run("again"));
    assert!(first == second);
}

#[test]
fn a_report_of_a_branch_has_its_changes() {
    let (project, _) = reported();
    project.git(&["checkout", "-q", "-b", "work"]);
    project.replace("translations/a.md", "50 letters came", "40 letters arrived");
    project.commit("Mend");
    project.sverka(["report", "--base", "main", "--output", "branch"]).exits(0);
    let changes = project.read("branch/changes.html");
    assert!(changes.contains("<del>50</del>") && changes.contains("<ins>40</ins>"), "{changes}");
    assert!(project.read("branch/ru/index.html").contains("Изменения"));
}

#[test]
fn a_document_that_is_gone_leaves_no_page() {
    let (project, files) = reported();
    project.remove("source-ru/new.md");
    project.sverka(["report", "--output", "site"]).exits(0);
    let mut left = BTreeSet::new();
    files_below(&project.path("site"), "", &mut left);
    let gone: Vec<&String> = files.difference(&left).collect();
    assert_eq!(gone.len(), 3, "two pages and the data: {gone:?}");
}

#[test]
fn a_reader_sees_both_texts_the_gap_and_the_finding() {
    let (project, files) = reported();
    let page = files.iter().find(|name| name.starts_with("documents/a-") && name.ends_with("html"));
    let text = project.read(&format!("site/{}", page.unwrap()));
    for expected in [
        "lang=\"ru\"",
        "lang=\"en\"",
        "Not translated",
        "number-changed",
        "data-concept=\"letter\"",
        "role=\"heading\"",
    ] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
    let russian = project.read(&format!("site/ru/{}", page.unwrap()));
    assert!(russian.contains("Не переведено") && russian.contains("<html lang=\"ru\""));
}

/// Three commits, years ago: translated, corrected without the translation, the translation follows
/// in part.
fn grown() -> Project {
    let project = Project::repository();
    project.write("source-ru/a.md", "Утром шёл дождь. В очереди стояло 40 машин.\n");
    project.write("translations/a.md", "It rained in the morning. There were 40 cars in line.\n");
    project.commit("Translate");
    project.wait_days(10).replace("source-ru/a.md", "40 машин", "70 машин");
    project.replace("source-ru/a.md", "шёл дождь", "шёл снег");
    project.commit("Correct");
    project.wait_days(10).replace("translations/a.md", "40 cars", "70 cars");
    project.write("source-ru/b.md", "Новая глава ещё не переведена.\n");
    project.commit("Follow");
    project
}

fn past(project: &Project) -> Value {
    project.sverka(["report", "--output", "site"]).exits(0);
    let report: Value = serde_json::from_str(&project.read("site/report.json")).unwrap();
    report["past"].clone()
}

#[test]
fn the_plot_ends_where_status_stands() {
    let project = grown();
    let past = past(&project);
    let points = past["points"].as_array().unwrap();
    let words =
        |point: &Value| ["words", "translated", "stale"].map(|name| point[name].as_u64().unwrap());
    let words: Vec<[u64; 3]> = points.iter().map(words).collect();
    // Before the rain became snow nothing was stale; then both sentences were, then one.
    assert_eq!(words, [[8, 8, 0], [8, 8, 8], [13, 8, 3], [13, 8, 3]], "{past}");
    let ages = past["stale"].as_array().unwrap();
    assert_eq!(ages.iter().map(|age| age["words"].as_u64().unwrap()).sum::<u64>(), 3, "{past}");
    let status = project.sverka(["status", "--format", "json"]).json();
    assert_eq!(status["total"]["words"]["total"], 13, "{status}");
    // What is kept gives the same; what is not committed is today's.
    assert_eq!(self::past(&project), past);
    project.replace("translations/a.md", "It rained", "It snowed");
    let after = self::past(&project);
    let last = after["points"].as_array().unwrap().last().unwrap();
    assert_eq!((&last["stale"], &last["words"]), (&0.into(), &13.into()), "{after}");
}

#[test]
fn the_overview_says_who_changed_what_last() {
    let project = grown();
    project.sverka(["report", "--output", "site"]).exits(0);
    let report: Value = serde_json::from_str(&project.read("site/report.json")).unwrap();
    let changed = &report["documents"][0]["translation_changed"];
    assert_eq!(changed["author"], "Test Author", "{report}");
    assert!(report["documents"][1]["translation_changed"].is_null(), "{report}");
    let dates = [&report["documents"][0]["original_changed"]["date"], &changed["date"]];
    assert!(dates[0].as_str() < dates[1].as_str(), "{report}");
    let page = project.read("site/index.html");
    assert!(page.contains("Test Author") && page.contains("name=\"person\""));
}

#[test]
fn the_plot_of_a_shallow_clone_says_where_it_begins() {
    let project = grown();
    let clone = Project::new();
    let url = format!("file://{}", project.root().display());
    clone.git(&["clone", "--quiet", "--depth", "1", &url, "."]);
    let past = past(&clone);
    assert_eq!(past["begins"], past["points"][0]["date"], "{past}");
    let page = clone.read("site/index.html");
    assert!(page.contains("the clone is shallow"));
}
