//! Every output of a document that does its worst, read by readers that are not ours.

use serde_json::Value;
use uppsala::XsdValidator;

use super::{super::fixture, *};
use crate::{
    model::{DocumentReport, Message, Severity},
    ui::{Locale, Palette},
};

/// What nobody should be able to smuggle into a terminal, a workflow command or XML.
const HOSTILE: &str = "\u{1b}[31mred ::error file=x::boo ]]> \0 lone\rreturn \u{202e}bidi\u{2066} \
    \u{2028}separator %0A::warning::x \u{fffe}\u{ffff} </failure> <!-- --> | [x](javascript:y) `z` @all";

fn hostile() -> Vec<DocumentReport> {
    let mut documents = fixture::reports();
    for finding in documents.iter_mut().flat_map(|document| &mut document.findings) {
        finding.message = Message::new("leftover").with("text", HOSTILE);
        for place in [&mut finding.source, &mut finding.target].into_iter().flatten() {
            place.text = HOSTILE.to_owned();
            place.path = crate::model::RepoPath::new("text: a,b/«c» %\n::error::x.md");
        }
    }
    documents
}

fn output(name: &str, documents: &[DocumentReport]) -> String {
    let report = CheckReport {
        documents,
        diagnostics: &[],
        is_whole: true,
        folder: "",
        failing: Severity::Error,
        accepted: 0,
        with_remarks: true,
        with_summary: true,
    };
    let mut output = Vec::new();
    match OUTPUTS.iter().find(|(known, _)| *known == name).unwrap().1 {
        Writer::Page(write) => {
            let messages = Messages::new(Locale::Russian);
            write(&report, &mut Page::new(&mut output, &messages, Palette::plain(), 80)).unwrap();
        }
        Writer::Machine(write) | Writer::Service(write) => {
            write(&report, &Messages::english(), &mut output).unwrap()
        }
    }
    String::from_utf8(output).unwrap()
}

fn both() -> [Vec<DocumentReport>; 2] {
    [fixture::reports(), hostile()]
}

#[test]
fn the_outputs_look_as_they_did() {
    for name in ["github", "sarif", "junit", "gitlab", "rdjson"] {
        let mut text = output(name, &fixture::reports());
        if name == "sarif" {
            // The rules are the registry's; they need not be held twice.
            let mut log: Value = serde_json::from_str(&text).unwrap();
            log["runs"][0]["tool"] = Value::Null;
            for result in log["runs"][0]["results"].as_array_mut().unwrap() {
                result["ruleIndex"].take();
            }
            text = serde_json::to_string_pretty(&log).unwrap();
        }
        insta::assert_snapshot!(name, text);
    }
    let mut summary = Vec::new();
    let documents = fixture::reports();
    let report = CheckReport {
        documents: &documents,
        diagnostics: &[],
        is_whole: true,
        folder: "",
        failing: Severity::Error,
        accepted: 0,
        with_remarks: false,
        with_summary: true,
    };
    write_summary(&report, &Messages::english(), Some("https://example.org/blob/1"), &mut summary)
        .unwrap();
    insta::assert_snapshot!("summary", String::from_utf8(summary).unwrap());
}

#[test]
fn nothing_steers_the_reader() {
    for (name, _) in OUTPUTS {
        let text = output(name, &hostile());
        let raw = |c: char| c != '\n' && (c.is_control() || "\u{202e}\u{2066}\u{2028}".contains(c));
        let is_json = serde_json::from_str::<Value>(text.lines().next().unwrap_or_default())
            .is_ok()
            || serde_json::from_str::<Value>(&text).is_ok();
        assert!(is_json || !text.contains(raw), "{name}: {text:?}");
        assert!(!text.contains('\u{1b}') && !text.contains('\0'), "{name}");
    }
    for line in output("github", &hostile()).lines() {
        let commands = ["::error ", "::warning ", "::notice "];
        assert!(commands.iter().any(|command| line.starts_with(command)), "{line}");
        let (properties, _) = line[2..].split_once("::").unwrap();
        assert!(properties.contains("file=text%3A a%2Cb/«c» %25%0A%3A%3Aerror"), "{properties}");
    }
}

#[test]
fn no_more_annotations_than_github_shows() {
    let mut documents = fixture::reports();
    let finding = documents[0].findings[0].clone();
    documents[0].findings = vec![finding; 25];
    let text = output("github", &documents[..1]);
    assert_eq!(text.lines().count(), 10);
    assert!(text.lines().last().unwrap().starts_with("::error::16 more"), "{text}");
}

#[test]
fn sarif_is_what_its_schema_says() {
    let schema = include_str!("../../../tests/schemas/sarif-2.1.0.json");
    let mut schema: Value = serde_json::from_str(schema).unwrap();
    // A stray bracket makes this pattern no regular expression; we say no language.
    for part in ["run", "toolComponent"] {
        schema["definitions"][part]["properties"]["language"]["pattern"] = "".into();
    }
    let validator = jsonschema::validator_for(&schema).unwrap();
    for documents in both() {
        let log: Value = serde_json::from_str(&output("sarif", &documents)).unwrap();
        let errors: Vec<String> =
            validator.iter_errors(&log).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?}");
        let run = &log["runs"][0];
        assert_no_empty_text(run);
        for result in run["results"].as_array().unwrap() {
            let index = result["ruleIndex"].as_u64();
            let named = index.map(|i| &run["tool"]["driver"]["rules"][i as usize]["id"]);
            assert!(named.is_none_or(|id| *id == result["ruleId"]));
            let location = &result["locations"][0]["physicalLocation"];
            let uri = location["artifactLocation"]["uri"].as_str().unwrap();
            assert!(uri.is_ascii() && !uri.contains([':', ' ', '\n']), "{uri}");
        }
    }
}

/// GitHub refuses texts that are there and say nothing.
fn assert_no_empty_text(value: &Value) {
    match value {
        Value::String(text) => assert!(!text.is_empty()),
        Value::Array(items) => items.iter().for_each(assert_no_empty_text),
        Value::Object(members) => members.values().for_each(assert_no_empty_text),
        _ => {}
    }
}

#[test]
fn junit_is_what_its_schema_says() {
    let schema = uppsala::parse(include_str!("../../../tests/schemas/junit.xsd")).unwrap();
    let validator = XsdValidator::from_schema(&schema).unwrap();
    for documents in both() {
        let text = output("junit", &documents);
        let document = uppsala::parse(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        let errors = validator.validate(&document);
        assert!(errors.is_empty(), "{errors:?}\n{text}");
    }
    let broken = uppsala::parse("<testsuites><testcase/></testsuites>").unwrap();
    assert!(!validator.validate(&broken).is_empty(), "the schema must refuse something");
}

/// As <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format> has it.
#[test]
fn gitlab_gets_what_it_asks_for() {
    for documents in both() {
        let issues: Value = serde_json::from_str(&output("gitlab", &documents)).unwrap();
        for issue in issues.as_array().unwrap() {
            for key in ["description", "check_name", "fingerprint"] {
                assert!(issue[key].as_str().is_some_and(|text| !text.is_empty()), "{key}");
            }
            let severities = ["info", "minor", "major", "critical", "blocker"];
            assert!(severities.contains(&issue["severity"].as_str().unwrap()));
            assert!(issue["location"]["path"].is_string());
            assert!(issue["location"]["lines"]["begin"].as_u64().unwrap() > 0);
        }
    }
}

#[test]
fn reviewdog_counts_bytes() {
    let report: Value = serde_json::from_str(&output("rdjson", &fixture::reports())).unwrap();
    let term = report["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .find(|diagnostic| diagnostic["code"]["value"] == "untranslated")
        .unwrap();
    let range = &term["location"]["range"];
    let line = "Снег уже сошёл.";
    assert_eq!(range["start"]["column"], 1);
    assert_eq!(range["end"]["column"], line.len() + 1);
}
