//! Which concepts of the term base a branch brings or changes.

use std::collections::BTreeSet;

use crate::{
    glossary::{Concept, Glossary},
    history::Branch,
    model::RepoPath,
};

/// The ids of the concepts of `glossary`, the term base in `folder`, that did not say what they
/// say now where `branch` began.
#[must_use]
pub fn changed_concepts(
    branch: &Branch,
    folder: &RepoPath,
    glossary: &Glossary,
) -> BTreeSet<String> {
    let term_files = branch.changed_below(folder).filter(|path| path.extension() == Some("toml"));
    let before = |path: &RepoPath| {
        let text = String::from_utf8(branch.before(path)?).ok()?;
        Some(Glossary::concepts_in(path, &text))
    };
    let (mut changed, mut former) = (BTreeSet::new(), Vec::new());
    for path in term_files {
        changed.insert(path);
        former.extend(before(path).unwrap_or_default());
    }
    let is_new = |concept: &&Concept| {
        changed.contains(&concept.place.0) && !former.iter().any(|other| other.says_what(concept))
    };
    glossary.concepts().iter().filter(is_new).map(|concept| concept.id.clone()).collect()
}
