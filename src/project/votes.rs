//! Votes of files for the pairs of templates that join them.

use std::collections::{BTreeMap, BTreeSet};

use super::{marks, marks::Named};
use crate::text::language::Tongue;

/// File names more common than this say nothing by themselves; the folder above must agree too.
const COMMON_NAME: usize = 40;

/// Names that stand beside others whatever they say.
const EVERYWHERE: [&str; 8] = [
    "changelog",
    "license",
    "licence",
    "contributing",
    "code_of_conduct",
    "security",
    "history",
    "authors",
];

/// What a pair of templates is called while votes are counted: their texts.
pub(super) type Names = (String, String);

/// For each pair of templates the originals that it joins to a translation.
pub(super) fn votes<'a>(
    russian: &BTreeSet<&'a str>,
    english: &BTreeSet<&'a str>,
) -> BTreeMap<Names, BTreeSet<&'a str>> {
    let mut votes: BTreeMap<Names, BTreeSet<&str>> = BTreeMap::new();
    let by_name = ByName::new(russian, english);
    let by_base = ByBase::of(english);
    for &original in russian {
        let names = by_name.namesakes(original).flat_map(|other| mirrored(original, other));
        for names in names.chain(by_base.suffixed(original)).chain(beside(original, english)) {
            votes.entry(names).or_default().insert(original);
        }
    }
    votes
}

/// English files by name, and by name and folder where a name is common.
struct ByName<'a> {
    english: BTreeMap<&'a str, Vec<&'a str>>,
    common: BTreeSet<&'a str>,
}

impl<'a> ByName<'a> {
    fn new(russian: &BTreeSet<&'a str>, english: &BTreeSet<&'a str>) -> Self {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for path in russian.iter().chain(english) {
            *counts.entry(file_name(path)).or_default() += 1;
        }
        let common: BTreeSet<&str> = counts
            .into_iter()
            .filter(|(_, count)| *count > COMMON_NAME)
            .map(|(name, _)| name)
            .collect();
        let mut by_name: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for &path in english {
            by_name.entry(key(path, &common)).or_default().push(path);
        }
        Self { english: by_name, common }
    }

    fn namesakes(&self, path: &'a str) -> impl Iterator<Item = &'a str> {
        self.english.get(key(path, &self.common)).into_iter().flatten().copied()
    }
}

/// The file name, with the folder above it where the name alone is common.
fn key<'a>(path: &'a str, common: &BTreeSet<&str>) -> &'a str {
    let name = file_name(path);
    if !common.contains(name) {
        return name;
    }
    let folder = path.len() - name.len();
    let above = path.get(..folder.saturating_sub(1)).and_then(|above| above.rfind('/'));
    path.get(above.map_or(0, |slash| slash + 1)..).unwrap_or(name)
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Two files of one name in different folders: `ru/a/b.md` and `en/a/b.md` differ in `ru`, `en`.
fn mirrored(original: &str, translation: &str) -> Vec<Names> {
    let (ours, theirs): (Vec<&str>, Vec<&str>) =
        (original.split('/').collect(), translation.split('/').collect());
    let alike = ours.iter().rev().zip(theirs.iter().rev()).take_while(|(a, b)| a == b).count();
    // A side without any folder of its own would claim every file there is: unless the folder that
    // the other has more is a mark, keep one.
    let kept = alike.min(ours.len().saturating_sub(1)).min(theirs.len().saturating_sub(1));
    let tails = if kept > 0 && alike > 1 { vec![kept, alike] } else { vec![alike] };
    let names = tails.into_iter().filter_map(|tail| {
        let from = ours.get(..ours.len().checked_sub(tail)?)?;
        let to = theirs.get(..theirs.len().checked_sub(tail)?)?;
        let is_lone = from.is_empty() || to.is_empty();
        let is_marked = from.iter().chain(to).all(|folder| marks::side(folder).is_some());
        let is_rule = tail > 0 && from != to && (!is_lone || is_marked || alike == 1);
        is_rule.then(|| (folder_template(from), folder_template(to)))
    });
    let names: BTreeSet<Names> = names.collect();
    names.into_iter().collect()
}

fn folder_template(folders: &[&str]) -> String {
    folders.iter().map(|folder| format!("{folder}/")).collect::<String>() + "{path}"
}

/// English files by folder, name without its mark, and extension.
struct ByBase<'a>(BTreeMap<(&'a str, &'a str, &'a str), Vec<&'a str>>);

impl<'a> ByBase<'a> {
    fn of(english: &BTreeSet<&'a str>) -> Self {
        let mut by_base: BTreeMap<_, Vec<&str>> = BTreeMap::new();
        for path in english {
            let named = Named::of(path, |mark| is_of(mark, Tongue::ENGLISH));
            let key = (named.folder, named.base, named.extension);
            by_base.entry(key).or_default().push(named.mark);
        }
        Self(by_base)
    }

    /// Two files in one folder whose names differ in a mark: `X.ru.md` and `X.md`, `X_RU.md` and
    /// `X_EN.md`, `X.md` and `X.en.md`.
    fn suffixed(&self, original: &str) -> Vec<Names> {
        let named = Named::of(original, |mark| is_of(mark, Tongue::RUSSIAN));
        let Named { folder, base, mark, extension } = named;
        let marks = self.0.get(&(folder, base, extension)).into_iter().flatten();
        let template = |mark: &str| format!("{{path}}{mark}{extension}");
        let differ = marks.filter(|other| **other != mark);
        differ.map(|other| (template(mark), template(other))).collect()
    }
}

fn is_of(mark: &str, tongue: Tongue) -> bool {
    marks::side(mark) == Some(tongue)
}

/// Two files of different names that share a folder, in folder after folder: `original.md` and
/// `translation.md`. A name with a mark says by itself what its translation is called.
fn beside(original: &str, english: &BTreeSet<&str>) -> Vec<Names> {
    let Some((folder, name)) = original.rsplit_once('/') else { return Vec::new() };
    if !Named::of(original, marks::is_side).mark.is_empty() {
        return Vec::new();
    }
    let start = format!("{folder}/");
    let in_folder = english.range(start.as_str()..).take_while(|path| path.starts_with(&start));
    let others = in_folder.filter_map(|path| path.get(start.len()..));
    let others = others.filter(|other| !other.contains('/') && !is_everywhere(other));
    others.map(|other| (format!("{{path}}/{name}"), format!("{{path}}/{other}"))).collect()
}

fn is_everywhere(name: &str) -> bool {
    EVERYWHERE.contains(&Named::of(name, marks::is_side).base.to_lowercase().as_str())
}
