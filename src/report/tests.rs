//! Every report of the same small project, as it looks.

use std::io::{self, Write};

use serde_json::Value;

use super::{
    Page,
    alignment::AlignmentReport,
    check::{CheckReport, OUTPUTS, Writer},
    fixture, schema,
    status::{self, Order, Rows, StatusReport},
    todo::Work,
};
use crate::{
    ledger::Ledger,
    model::{Severity, State},
    ui::{Locale, Messages, Palette},
};

fn page(
    locale: Locale,
    palette: Palette,
    width: usize,
    write: impl FnOnce(&mut Page<'_>) -> io::Result<()>,
) -> String {
    let (mut output, messages) = (Vec::new(), Messages::new(locale));
    write(&mut Page::new(&mut output, &messages, palette, width)).unwrap();
    String::from_utf8(output).unwrap()
}

fn plain(locale: Locale, write: impl FnOnce(&mut Page<'_>) -> io::Result<()>) -> String {
    page(locale, Palette::plain(), 80, write)
}

fn machine(write: impl FnOnce(&Messages, &mut dyn Write) -> io::Result<()>) -> String {
    let mut output = Vec::new();
    write(&Messages::english(), &mut output).unwrap();
    String::from_utf8(output).unwrap()
}

fn checked(name: &str, locale: Locale, palette: Palette, with_remarks: bool) -> String {
    let documents = fixture::reports();
    let report = CheckReport {
        documents: &documents,
        diagnostics: &[],
        is_whole: true,
        folder: "",
        failing: Severity::Error,
        accepted: 0,
        with_remarks,
        with_summary: true,
    };
    match OUTPUTS.iter().find(|(known, _)| *known == name).unwrap().1 {
        Writer::Page(write) => page(locale, palette, 80, |page| write(&report, page)),
        Writer::Machine(write) | Writer::Service(write) => {
            machine(|english, output| write(&report, english, output))
        }
    }
}

fn status_page(locale: Locale, order: Order, rows: Option<Rows>) -> String {
    let documents = fixture::reports();
    let report = StatusReport { documents: &documents, diagnostics: &[], required: None };
    plain(locale, |page| status::write_page(&report, order, rows, page))
}

#[track_caller]
fn assert_valid(name: &str, json: &str) {
    let schema: Value = serde_json::from_str(&schema::text(name).unwrap()).unwrap();
    let instance: Value = serde_json::from_str(json).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(&instance).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{name}: {errors:?}");
}

#[test]
fn check_for_people() {
    for locale in Locale::ALL {
        let name = format!("check_{}", locale.code());
        insta::assert_snapshot!(name, checked("human", locale, Palette::plain(), false));
    }
    let coloured = checked("human", Locale::English, Palette::coloured(), true);
    assert!(!coloured.contains("\u{1b}[31mline"), "a document must not colour the report");
    insta::assert_snapshot!("check_coloured", coloured.replace('\u{1b}', "ESC"));
}

#[test]
fn check_for_programs() {
    let json = checked("json", Locale::Russian, Palette::plain(), false);
    assert_valid("check", &json);
    insta::assert_snapshot!("check_json", json);
    for line in checked("jsonl", Locale::Russian, Palette::plain(), false).lines() {
        assert_valid("finding", line);
    }
}

#[test]
fn status_for_people() {
    for locale in Locale::ALL {
        let name = format!("status_{}", locale.code());
        let table = status_page(locale, Order::Path, None);
        for line in table.lines() {
            assert!(super::columns::width(line) <= 80, "{line}");
        }
        insta::assert_snapshot!(name, table);
    }
    let documents = fixture::reports();
    let required = Some(State::Approved);
    let asked = StatusReport { documents: &documents, diagnostics: &[], required };
    let table = plain(Locale::English, |page| status::write_page(&asked, Order::Path, None, page));
    assert!(table.lines().all(|line| super::columns::width(line) <= 80), "{table}");
    insta::assert_snapshot!("status_approval", table);
    let worst = status_page(Locale::English, Order::Worst, None);
    insta::assert_snapshot!("status_worst", worst);
    let folders = status_page(Locale::English, Order::Path, Some(Rows::Folders));
    insta::assert_snapshot!("status_folders", folders);
}

#[test]
fn status_for_programs() {
    let documents = fixture::reports();
    let report = StatusReport { documents: &documents, diagnostics: &[], required: None };
    let json = machine(|english, output| status::write_json(&report, english, output));
    assert_valid("status", &json);
    let value: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["total"]["words"]["total"], 16);
    assert_eq!(value["documents"][2]["target"], Value::Null);
}

#[test]
fn todo_for_people_and_programs() {
    let documents = fixture::reports();
    let work = Work::in_documents(&documents, false);
    for locale in Locale::ALL {
        let list = plain(locale, |page| work.write_page(page));
        insta::assert_snapshot!(format!("todo_{}", locale.code()), list);
    }
    assert_valid("todo", &machine(|english, output| work.write_json(english, output)));
}

#[test]
fn align_for_people_and_programs() {
    let (source, target, alignment) = fixture::alignment();
    let report = AlignmentReport {
        id: None,
        source: &source,
        target: &target,
        alignment: &alignment,
        ledger: &Ledger::default(),
    };
    for width in [80, 110] {
        let text = page(Locale::English, Palette::plain(), width, |page| report.write_page(page));
        insta::assert_snapshot!(format!("align_{width}"), text);
    }
    assert_valid("align", &machine(|_, output| report.write_json(output)));
}
