//! Documents and segments as people name them.

use crate::harness::Project;

fn project() -> Project {
    let project = Project::repository();
    for name in ["letters/01", "letters/02", "notes/02"] {
        let (source, target) = (format!("source-ru/{name}.md"), format!("translations/{name}.md"));
        project.write(&source, "Мы ждали парома.\n\nВетер стих.\n\nСтало тихо.\n");
        project
            .write(&target, "We waited for the ferry.\n\nThe wind died down.\n\nIt grew quiet.\n");
    }
    project.commit("Translate");
    project
}

/// The documents that `status` shows for a path.
fn shown(project: &Project, path: &str) -> Vec<String> {
    let status = project.sverka(["status", "--format", "json", path]).exits(0).json();
    let documents = status["documents"].as_array().unwrap().iter();
    documents.map(|document| document["source"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_document_is_named_by_the_end_of_its_path_or_by_a_pattern() {
    let project = project();
    let (first, second) = ("source-ru/letters/01.md", "source-ru/letters/02.md");
    assert_eq!(shown(&project, "01.md"), [first]);
    assert_eq!(shown(&project, "letters/02.md"), [second]);
    assert_eq!(shown(&project, "letters"), [first, second]);
    assert_eq!(shown(&project, "translations/letters/*.md"), [first, second]);
    let run = project.sverka(["status", "02.md"]).exits(2);
    assert!(run.stderr.contains("source-ru/notes/02.md"), "{}", run.stderr);
    project.sverka(["status", "03.md"]).exits(2);
}

#[test]
fn segments_are_named_by_lines_or_by_a_piece_of_their_text() {
    let project = project();
    let accepted = |names: &[&str]| {
        let run = project.sverka([&["accept", "--dry-run"], names].concat()).exits(0);
        run.stdout.trim().to_owned()
    };
    let one = "source-ru/letters/01.md: 1 pair would be accepted";
    assert_eq!(accepted(&["01.md:3"]), one);
    assert_eq!(accepted(&["translations/letters/01.md:1"]), one);
    assert_eq!(accepted(&["01.md:1-3"]), one.replace("1 pair", "2 pairs"));
    assert_eq!(accepted(&["01.md", "--segment", "wind died"]), one);
    project.sverka(["accept", "01.md:9"]).exits(2);
    project.sverka(["accept", "letters/02.md", "01.md:3"]).exits(2);
}
