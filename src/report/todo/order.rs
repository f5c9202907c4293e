//! In which order work is done.

use std::cmp::Reverse;

use crate::model::{Finding, Severity};

/// Kinds of work in the order of their urgency: first what readers of a finished page miss, then
/// what tells them something wrong, then pages that are not there at all.
const ORDER: [Kind; 6] =
    [Kind::Missing, Kind::Stale, Kind::Note, Kind::Terms, Kind::Other, Kind::WholeDocument];

/// Changes that make a translation untrue, not only incomplete.
const GRAVE_GRADES: [&str; 4] = ["number", "negation", "date", "name"];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Missing,
    Stale,
    /// Somebody waits for an answer.
    Note,
    Terms,
    Other,
    WholeDocument,
}

impl Kind {
    fn of(finding: &Finding) -> Self {
        match finding.code.as_str() {
            "untranslated" | "left-in-source-language" => Self::Missing,
            "stale" => Self::Stale,
            "note" => Self::Note,
            "document-untranslated" => Self::WholeDocument,
            code if code.starts_with("term-") => Self::Terms,
            _ => Self::Other,
        }
    }
}

/// `findings` that ask for work, the most urgent first; what is alike stays in order. What has no
/// translation is work even where nothing demands it yet: it comes last. A note is work, too.
pub(super) fn by_urgency<'a>(
    findings: impl Iterator<Item = &'a Finding>,
    with_remarks: bool,
) -> Vec<&'a Finding> {
    let mut items: Vec<&Finding> =
        findings.filter(|finding| with_remarks || is_work(finding)).collect();
    items.sort_by_key(|finding| {
        let kind = Kind::of(finding);
        let rank = ORDER.iter().position(|other| *other == kind);
        (Reverse(finding.severity), rank, !is_grave(finding))
    });
    items
}

fn is_work(finding: &Finding) -> bool {
    let kind = Kind::of(finding);
    let is_asked = matches!(kind, Kind::Missing | Kind::WholeDocument | Kind::Note);
    is_asked || finding.severity > Severity::Info
}

/// Whether the source changed in a number, name, date or negation.
fn is_grave(finding: &Finding) -> bool {
    let grade = finding.data.get("grade").and_then(|grade| grade.as_str());
    grade.is_some_and(|grade| GRAVE_GRADES.contains(&grade))
}
