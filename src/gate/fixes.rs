//! Applying the fixes that findings offer.

use std::collections::BTreeMap;

use crate::{
    formats::{splice, spliced},
    model::{Document, DocumentReport, Edit, Finding, Message, RepoPath},
};

/// A file before and after its fixes.
#[derive(Debug, Clone, PartialEq)]
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
    /// What cannot be written, and why.
    pub refused: Vec<Message>,
}

impl FixedFile {
    /// Whether anything in it changes.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.before != self.after
    }
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
    fixed.filter(|file| file.is_changed() || !file.refused.is_empty()).collect()
}

fn fixed_file(document: &Document, findings: &[&Finding]) -> FixedFile {
    let mut fixes: Vec<&[Edit]> = Vec::new();
    for fix in findings.iter().filter_map(|finding| finding.fix.as_ref()) {
        let is_free = |edit: &Edit| {
            !fixes.iter().copied().flatten().any(|other| edit.span.overlaps(other.span))
        };
        if fix.edits.iter().all(is_free) {
            fixes.push(&fix.edits);
        }
    }
    let mut refused = Vec::new();
    let mut written = splice(document, &in_order(&fixes));
    if written.is_err() {
        // What cannot be written stays as it is, and keeps nothing else from being written.
        fixes.retain(|edits| {
            let alone = splice(document, &in_order(&[edits]));
            alone.map_err(|message| refused.push(message)).is_ok()
        });
        written = splice(document, &in_order(&fixes));
    }
    let (path, before) = (document.path.clone(), document.text.clone());
    let (written, after) = match written {
        Ok(written) => {
            let after = match &document.origin {
                None => String::from_utf8_lossy(&written).into_owned(),
                Some(_) => spliced(&before, &in_order(&fixes)),
            };
            (written, after)
        }
        Err(message) => {
            refused.push(message);
            fixes.clear();
            (document.bytes().to_vec(), before.clone())
        }
    };
    let (read, findings) = (document.bytes().to_vec(), fixes.len());
    FixedFile { path, before, after, read, written, findings, refused }
}

/// The changes of several fixes, by their places.
fn in_order(fixes: &[&[Edit]]) -> Vec<Edit> {
    let mut edits: Vec<Edit> = fixes.iter().copied().flatten().cloned().collect();
    edits.sort_by_key(|edit| edit.span.start);
    edits
}
