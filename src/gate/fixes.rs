//! Applying the fixes that findings offer.

use std::collections::BTreeMap;

use crate::{
    formats::{splice, spliced},
    model::{Document, DocumentReport, Edit, Finding, RepoPath},
};

/// A file before and after its fixes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FixedFile {
    /// Where it is.
    pub path: RepoPath,
    /// What it said when it was read.
    pub before: String,
    /// What it is to say.
    pub after: String,
    /// Its bytes when it was read.
    pub read: Vec<u8>,
    /// What its bytes are to be.
    pub written: Vec<u8>,
    /// How many findings are cured by that.
    pub findings: usize,
}

/// The files that the fixes of all findings change, sorted by path. Of fixes that overlap only the
/// first is made: another run makes the next, where it is still needed.
#[must_use]
pub fn fixed_files(documents: &[DocumentReport]) -> Vec<FixedFile> {
    let mut files: BTreeMap<&RepoPath, (&Document, Vec<&Finding>)> = BTreeMap::new();
    for report in documents {
        for finding in &report.findings {
            let Some(fix) = &finding.fix else { continue };
            let sides = [&report.source, &report.target];
            let document = sides.into_iter().flatten().find(|side| side.path == fix.path);
            if let Some(document) = document {
                files.entry(&document.path).or_insert((document, Vec::new())).1.push(finding);
            }
        }
    }
    let fixed = files.into_values().map(|(document, findings)| fixed_file(document, &findings));
    fixed.filter(|file| file.before != file.after).collect()
}

fn fixed_file(document: &Document, findings: &[&Finding]) -> FixedFile {
    let mut edits: Vec<&Edit> = Vec::new();
    let mut cured = 0;
    for fix in findings.iter().filter_map(|finding| finding.fix.as_ref()) {
        let is_free = |edit: &Edit| !edits.iter().any(|other| edit.span.overlaps(other.span));
        if fix.edits.iter().all(is_free) {
            edits.extend(&fix.edits);
            cured += 1;
        }
    }
    edits.sort_by_key(|edit| edit.span.start);
    let edits: Vec<Edit> = edits.into_iter().cloned().collect();
    let after = spliced(&document.text, &edits);
    let (path, before) = (document.path.clone(), document.text.clone());
    // What cannot be written stays as it is.
    let written = splice(document, &edits).ok();
    let after = if written.is_some() { after } else { before.clone() };
    let (read, written) = (document.bytes().to_vec(), written.unwrap_or_default());
    FixedFile { path, before, after, read, written, findings: cured }
}
