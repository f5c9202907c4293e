//! Tracked changes: read as accepted, said, and not written into.

use std::io::{Cursor, Read, Write};

use crate::harness::Project;

/// A DOCX with one part.
fn docx(paragraphs: &[&str]) -> Vec<u8> {
    let paragraphs: String = paragraphs.iter().map(|it| format!("<w:p>{it}</w:p>")).collect();
    let xml = format!("<w:document><w:body>{paragraphs}</w:body></w:document>");
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    writer.write_all(xml.as_bytes()).unwrap();
    writer.finish().unwrap().into_inner()
}

fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn inserted(text: &str) -> String {
    format!("<w:ins w:author=\"A\">{}</w:ins>", run(text))
}

fn xml(project: &Project, path: &str) -> String {
    let bytes = std::fs::read(project.path(path)).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn what_stands_in_a_tracked_change_is_not_mended_and_that_is_said() {
    let project = Project::new();
    let russian = ["Мы долго ждали поезд на станции.", "Потом он всё-таки пришёл."].map(run);
    project.write("source-ru/a.docx", docx(&russian.each_ref().map(String::as_str)));
    let english = [
        run("We waited long for the train ") + &inserted("at the  station."),
        run("Then  it came after all."),
    ];
    project.write("translations/a.docx", docx(&english.each_ref().map(String::as_str)));
    let said = project.sverka(["check", "-v"]);
    assert!(said.stdout.contains("info[tracked-changes]"), "{}", said.stdout);
    let fixed = project.sverka(["check", "--fix"]);
    assert!(fixed.stderr.contains("paragraph 1"), "{}", fixed.stderr);
    let xml = xml(&project, "translations/a.docx");
    assert!(xml.contains("at the  station."), "{xml}");
    assert!(xml.contains("Then it came after all."), "{xml}");
    assert!(fixed.stdout.contains("double-space"), "{}", fixed.stdout);
}
