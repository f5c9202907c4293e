//! Applying the fixes that findings offer.

use std::collections::BTreeMap;

use crate::model::{Document, DocumentReport, Edit, Finding, RepoPath};

/// A file before and after its fixes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FixedFile {
    /// Where it is.
    pub path: RepoPath,
    /// What it was when it was read.
    pub before: String,
    /// What it is to be.
    pub after: String,
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
    let (mut after, mut end) = (String::with_capacity(document.text.len()), 0);
    for edit in edits {
        after.push_str(&document.text[end..edit.span.start]);
        after.push_str(&edit.replacement);
        end = edit.span.end;
    }
    after.push_str(&document.text[end..]);
    let (path, before) = (document.path.clone(), document.text.clone());
    FixedFile { path, before, after, findings: cured }
}
