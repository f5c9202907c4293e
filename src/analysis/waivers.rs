//! Findings that the ledger waives: about pairs of which somebody said that they are right so.

use crate::{
    ledger::Ledger,
    model::{Document, Finding, TranslationUnit},
};

/// The findings that nothing waives. A waiver is for exactly the texts of its entry: it lapses when
/// either changes.
pub(super) fn unwaived(
    mut findings: Vec<Finding>,
    ledger: &Ledger,
    units: &[TranslationUnit],
    (source, target): (&Document, &Document),
) -> Vec<Finding> {
    if !ledger.waives() {
        return findings;
    }
    for unit in units {
        let (source_text, target_text) = unit.bead.texts(source, target);
        let Some(entry) = ledger.pair(&source_text, &target_text) else { continue };
        findings.retain(|finding| {
            !entry.waives.iter().any(|code| code == finding.code.as_str())
                || !unit.holds(finding, Some(source), Some(target))
        });
    }
    findings
}
