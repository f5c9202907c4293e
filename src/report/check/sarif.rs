//! `check --format sarif`: SARIF 2.1.0, as code scanning services read it
//! (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>).

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::{
    CheckReport,
    percent::percent_encoded,
    spot::{Spot, level},
};
use crate::{
    checks::{Rule, rules},
    model::{Edit, Message, Place, Severity},
    ui::{Messages, printable},
};

/// Results that GitHub takes from a run; of more it refuses the file
/// (<https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning>).
const MOST_RESULTS: usize = 25_000;
/// Longest description of a rule that GitHub takes, in characters.
const LONGEST_DESCRIPTION: usize = 1_000;

/// Where the project lives.
const HOME: &str = env!("CARGO_PKG_REPOSITORY");

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

pub(super) fn write(
    report: &CheckReport<'_>,
    english: &Messages,
    output: &mut dyn Write,
) -> io::Result<()> {
    let mut results: Vec<Value> = Vec::new();
    // In the order of paths; what is too much is what matters least.
    for severity in [Severity::Error, Severity::Warn, Severity::Info] {
        report.each_spot(severity, |spot| {
            if results.len() < MOST_RESULTS {
                results.push(result(spot, report, english));
            }
            Ok(())
        })?;
    }
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "sverka",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "informationUri": HOME,
                "rules": rules().map(|rule| descriptor(rule, english)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": { "SRCROOT": { "description": { "text": "The repository" } } },
            "results": results,
        }],
    });
    crate::report::json_text::write_pretty(&mut *output, &log)?;
    writeln!(output)
}

fn descriptor(rule: &Rule, english: &Messages) -> Value {
    let code = rule.code.as_str();
    let part = |part: &str| english.text(&Message::new(format!("explain-{code}{part}")));
    let silence = english.text(&Message::new("explain-silence").with("code", code));
    let help =
        format!("{}\n\n{}: {}\n\n{silence}", part(""), english.phrase("label-cure"), part(".cure"));
    let description: String = part("").chars().take(LONGEST_DESCRIPTION).collect();
    json!({
        "id": code,
        "shortDescription": { "text": part(".title") },
        "fullDescription": { "text": description },
        "help": { "text": help },
        "helpUri": format!("{HOME}/blob/main/docs/checks/{code}.md"),
        "defaultConfiguration": {
            "enabled": rule.severity.is_some(),
            "level": sarif_level(rule.severity.unwrap_or(Severity::Info)),
        },
    })
}

const fn sarif_level(severity: Severity) -> &'static str {
    level(severity, ["error", "warning", "note"])
}

fn result(spot: &Spot<'_>, report: &CheckReport<'_>, english: &Messages) -> Value {
    let finding = spot.finding;
    let index = rules().position(|rule| rule.code == finding.code);
    let fingerprint = finding.fingerprint.as_str();
    let mut result = json!({
        "ruleId": finding.code.as_str(),
        "level": sarif_level(finding.severity),
        "message": { "text": spot.message(english) },
        "locations": [location(spot.place, report)],
        "partialFingerprints": {
            "primaryLocationLineHash": format!("{fingerprint}:1"),
            "sverkaFingerprint/v1": fingerprint,
        },
    });
    let members = [
        index.map(|index| ("ruleIndex", json!(index))),
        fix(spot, report, english).map(|fix| ("fixes", json!([fix]))),
        spot.related.map(|place| ("relatedLocations", json!([related(place, report)]))),
    ];
    if let Some(object) = result.as_object_mut() {
        object.extend(members.into_iter().flatten().map(|(key, value)| (key.to_owned(), value)));
    }
    result
}

/// What `check --fix` would put in; none where the places are inside of a package.
fn fix(spot: &Spot<'_>, report: &CheckReport<'_>, english: &Messages) -> Option<Value> {
    let fix = spot.finding.fix.as_ref()?;
    let document = spot.of_path(&fix.path)?;
    let replacement = |edit: &Edit| {
        let place = document.place(edit.span);
        let is_plain = place.inside.is_none();
        is_plain.then(|| {
            json!({
                "deletedRegion": region(&place),
                "insertedContent": { "text": edit.replacement },
            })
        })
    };
    let replacements: Option<Vec<Value>> = fix.edits.iter().map(replacement).collect();
    let uri = percent_encoded(&format!("{}{}", report.folder, fix.path));
    let change = json!({
        "artifactLocation": { "uri": uri, "uriBaseId": "SRCROOT" },
        "replacements": replacements?,
    });
    let description = json!({ "text": english.cure(spot.finding).unwrap_or_default() });
    Some(json!({ "description": description, "artifactChanges": [change] }))
}

fn related(place: &Place, report: &CheckReport<'_>) -> Value {
    let mut related = json!({ "id": 1, "physicalLocation": physical(place, report) });
    if !place.text.is_empty() {
        related["message"] = json!({ "text": printable(&place.text) });
    }
    related
}

fn physical(place: &Place, report: &CheckReport<'_>) -> Value {
    let mut region = region(place);
    if !place.text.is_empty() {
        region.insert("snippet".to_owned(), json!({ "text": place.text }));
    }
    let uri = percent_encoded(&report.path(place));
    json!({ "artifactLocation": { "uri": uri, "uriBaseId": "SRCROOT" }, "region": region })
}

/// From where to where, in characters.
fn region(place: &Place) -> Map<String, Value> {
    let mut region = Map::new();
    for (key, number) in [
        ("startLine", place.start.line),
        ("startColumn", place.start.column),
        ("endLine", place.end.line),
        ("endColumn", place.end.column),
    ] {
        region.insert(key.to_owned(), number.into());
    }
    region
}

/// Where a result is, with its place inside of a package or a catalogue.
fn location(place: &Place, report: &CheckReport<'_>) -> Value {
    let mut location = json!({ "physicalLocation": physical(place, report) });
    if let Some(inside) = &place.inside {
        location["logicalLocations"] = json!([{ "fullyQualifiedName": inside.name() }]);
    }
    location
}
