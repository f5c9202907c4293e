//! Where a file that a commit added came from.

use std::collections::{BTreeMap, HashSet};

use git2::{Oid, Repository};

use super::tree_changes::BlobChange;

/// The share of lines that an edited file must keep to be the same file under another name; git's
/// own measure.
const SAME_FILE: f64 = 0.5;

/// A commit that deletes more files than this and adds an edited copy under another name is not
/// looked through; an unedited one is found by its blob in any number.
const MOST_CANDIDATES: usize = 200;

/// The path that the file now at `added` had before, among those that the same commit deleted:
/// by its very blob, otherwise by its lines.
pub(super) fn origin(
    git: &Repository,
    changes: &BTreeMap<String, BlobChange>,
    added: &str,
) -> Option<String> {
    let blob = changes.get(added)?.after?;
    let deleted = || {
        changes
            .iter()
            .filter(|(_, change)| change.after.is_none())
            .filter_map(|(path, change)| Some((path, change.before?)))
    };
    let mut same: Vec<&String> =
        deleted().filter(|(_, id)| *id == blob).map(|(path, _)| path).collect();
    same.sort_by_key(|path| (file_name(path) != file_name(added), path.len()));
    same.first().map(|path| (*path).clone()).or_else(|| most_similar(git, blob, added, deleted()))
}

fn most_similar<'a>(
    git: &Repository,
    blob: Oid,
    added: &str,
    deleted: impl Iterator<Item = (&'a String, Oid)>,
) -> Option<String> {
    let extension = |path: &str| path.rsplit_once('.').map(|(_, extension)| extension.to_owned());
    let candidates: Vec<_> =
        deleted.filter(|(path, _)| extension(path) == extension(added)).collect();
    if candidates.is_empty() || candidates.len() > MOST_CANDIDATES {
        return None;
    }
    let lines = lines_of(git, blob)?;
    let scored = candidates
        .into_iter()
        .filter_map(|(path, id)| Some((share(&lines, &lines_of(git, id)?), path)));
    let best = scored.reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.filter(|(share, _)| *share >= SAME_FILE).map(|(_, path)| path.clone())
}

fn lines_of(git: &Repository, blob: Oid) -> Option<HashSet<Vec<u8>>> {
    let blob = git.find_blob(blob).ok()?;
    let lines = blob.content().split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii);
    Some(lines.filter(|line| !line.is_empty()).map(<[u8]>::to_vec).collect())
}

fn share(one: &HashSet<Vec<u8>>, other: &HashSet<Vec<u8>>) -> f64 {
    one.intersection(other).count() as f64 / one.len().max(other.len()).max(1) as f64
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
