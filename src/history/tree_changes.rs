//! Which files differ between two trees of git.

use std::collections::BTreeMap;

use git2::{ObjectType, Oid, Repository, Tree, TreeEntry};

/// The blobs of a path before and after; one of them may be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct BlobChange {
    pub(super) before: Option<Oid>,
    pub(super) after: Option<Oid>,
}

/// The files that differ, by path. Equal subtrees are never opened, and no blob is.
pub(super) fn tree_changes(
    git: &Repository,
    before: Option<&Tree<'_>>,
    after: &Tree<'_>,
) -> Result<BTreeMap<String, BlobChange>, git2::Error> {
    let mut changes = BTreeMap::new();
    compare(git, "", before, Some(after), &mut changes)?;
    Ok(changes)
}

type Entries = BTreeMap<String, (Oid, Option<ObjectType>)>;

fn compare(
    git: &Repository,
    folder: &str,
    before: Option<&Tree<'_>>,
    after: Option<&Tree<'_>>,
    changes: &mut BTreeMap<String, BlobChange>,
) -> Result<(), git2::Error> {
    let (before, after) = (entries(before), entries(after));
    let names = before.keys().chain(after.keys().filter(|name| !before.contains_key(*name)));
    for name in names {
        let (old, new) = (before.get(name), after.get(name));
        if old == new {
            continue;
        }
        let path = format!("{folder}{name}");
        let (old_tree, new_tree) = (subtree(git, old)?, subtree(git, new)?);
        if old_tree.is_some() || new_tree.is_some() {
            let folder = format!("{path}/");
            compare(git, &folder, old_tree.as_ref(), new_tree.as_ref(), changes)?;
        }
        let change = BlobChange { before: blob(old), after: blob(new) };
        if change.before != change.after {
            changes.insert(path, change);
        }
    }
    Ok(())
}

fn entries(tree: Option<&Tree<'_>>) -> Entries {
    let entry = |entry: TreeEntry<'_>| {
        let name = String::from_utf8_lossy(entry.name_bytes()).into_owned();
        (name, (entry.id(), entry.kind()))
    };
    tree.map(|tree| tree.iter().map(entry).collect()).unwrap_or_default()
}

fn subtree<'git>(
    git: &'git Repository,
    entry: Option<&(Oid, Option<ObjectType>)>,
) -> Result<Option<Tree<'git>>, git2::Error> {
    match entry {
        Some((id, Some(ObjectType::Tree))) => git.find_tree(*id).map(Some),
        _ => Ok(None),
    }
}

fn blob(entry: Option<&(Oid, Option<ObjectType>)>) -> Option<Oid> {
    entry.and_then(|(id, kind)| (*kind == Some(ObjectType::Blob)).then_some(*id))
}
