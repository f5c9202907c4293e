//! `check --format rdjson`: the Reviewdog Diagnostic Format
//! (<https://github.com/reviewdog/reviewdog/tree/master/proto/rdf>), where columns count bytes and
//! ends are exclusive.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::{
    CheckReport,
    spot::{Spot, level},
};
use crate::{
    model::{Document, Edit, Place, Span},
    ui::Messages,
};

pub(super) fn write(
    report: &CheckReport<'_>,
    messages: &Messages,
    output: &mut dyn Write,
) -> io::Result<()> {
    let mut diagnostics = Vec::new();
    report.each(|document, finding| {
        let spot = Spot::of(document, finding);
        diagnostics.extend(spot.map(|spot| diagnostic(&spot, report, messages)));
        Ok(())
    })?;
    let document = json!({ "source": { "name": "sverka" }, "diagnostics": diagnostics });
    crate::report::json_text::write_pretty(&mut *output, &document)?;
    writeln!(output)
}

fn diagnostic(spot: &Spot<'_>, report: &CheckReport<'_>, messages: &Messages) -> Value {
    let document = spot.of_path(&spot.place.path);
    let mut diagnostic = json!({
        "message": spot.message(messages),
        "location": {
            "path": report.path(spot.place),
            "range": range(spot.place, document),
        },
        "severity": level(spot.finding.severity, ["ERROR", "WARNING", "INFO"]),
        "code": { "value": spot.finding.code.as_str() },
    });
    // A suggestion is for the file of the diagnostic; a fix may be for the other side.
    if let Some((fix, document)) = spot.finding.fix.as_ref().zip(document)
        && fix.path == document.path
    {
        let suggestion = |edit: &Edit| json!({ "range": byte_range(document, edit.span), "text": edit.replacement });
        diagnostic["suggestions"] = fix.edits.iter().map(suggestion).collect();
    }
    diagnostic
}

/// Lines alone where the file could not be read.
fn range(place: &Place, document: Option<&Document>) -> Value {
    match document {
        Some(document) => byte_range(document, place.span),
        None => json!({ "start": { "line": place.start.line } }),
    }
}

fn byte_range(document: &Document, span: Span) -> Value {
    let position = |offset: usize| {
        let (line, column) = document.lines.byte_position(offset);
        json!({ "line": line, "column": column })
    };
    json!({ "start": position(span.start), "end": position(span.end) })
}
