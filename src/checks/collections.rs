//! Collections that each language has of its own: posts, books, vacancies.
//!
//! Where one folder has many originals without a translation and its counterpart as many
//! translations without an original, nobody set out to translate the one into the other.

use std::collections::BTreeMap;

use crate::model::{DocumentReport, Finding, Severity};

/// So many documents without a counterpart on either side make two collections of one.
const MANY: usize = 8;

const UNTRANSLATED: &str = "document-untranslated";
const ORPHAN: &str = "document-orphan";

/// Whether what is found of a document is to be weighed against what is found of others.
#[must_use]
pub fn is_weighed(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| alone(finding).is_some())
}

/// Lowers what is said of documents without a counterpart where they are of such collections.
/// What is said of them must not be shelved.
pub fn lower_in_collections(documents: &mut [DocumentReport]) {
    let mut counts: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    for finding in documents.iter().flat_map(|document| &document.findings) {
        if let Some((folder, side)) = alone(finding) {
            counts.entry(folder.to_owned()).or_default()[side] += 1;
        }
    }
    counts.retain(|_, sides| sides.iter().all(|count| *count >= MANY));
    for finding in documents.iter_mut().flat_map(|document| &mut document.findings) {
        let side = alone(finding).filter(|(folder, _)| counts.contains_key(*folder));
        let most = match side {
            Some((_, 0)) => Severity::Warn,
            Some(_) => Severity::Info,
            None => continue,
        };
        finding.severity = finding.severity.min(most);
    }
}

/// The folder of the translation that a finding names, and whether it lacks that or the original.
fn alone(finding: &Finding) -> Option<(&str, usize)> {
    let side = match finding.code.as_str() {
        UNTRANSLATED => 0,
        ORPHAN => 1,
        _ => return None,
    };
    Some((finding.target.as_ref()?.path.folder(), side))
}
