//! Votes of files for the pairs of templates that join them.

use std::collections::{BTreeMap, BTreeSet};

use super::{docusaurus, marks, marks::Named};
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
    let by_bare_name = ByBareName::of(english);
    for &original in russian {
        let names = by_name.namesakes(original).flat_map(|other| mirrored(original, other));
        let names = names.chain(by_bare_name.mirrored(original));
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

/// English files by name without its mark, and extension.
struct ByBareName<'a>(BTreeMap<(&'a str, &'a str), Vec<Named<'a>>>);

impl<'a> ByBareName<'a> {
    fn of(english: &BTreeSet<&'a str>) -> Self {
        let mut by_name: BTreeMap<_, Vec<Named<'a>>> = BTreeMap::new();
        for path in english {
            let named = Named::of(path, |mark| is_of(mark, Tongue::ENGLISH));
            by_name.entry((named.base, named.extension)).or_default().push(named);
        }
        by_name.retain(|_, files| files.len() <= COMMON_NAME);
        Self(by_name)
    }

    /// Two files in folders of their languages whose names differ in a mark: `ru/X.md` and
    /// `en/X_en.md`. They speak for the folders.
    fn mirrored(&self, original: &str) -> Vec<Names> {
        let named = Named::of(original, |mark| is_of(mark, Tongue::RUSSIAN));
        let bare = |named: &Named<'_>| format!("{}{}{}", named.folder, named.base, named.extension);
        let files = self.0.get(&(named.base, named.extension)).into_iter().flatten();
        let others = files.filter(|other| !(named.mark.is_empty() && other.mark.is_empty()));
        let names = others.flat_map(|other| mirrored(&bare(&named), &bare(other)));
        names.filter(|names| is_natural(names) && marked(names) > 0).collect()
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

/// In how many of the templates the mark of its side stands and not in the other.
pub(super) fn marked((source, target): &Names) -> usize {
    let sides = |template: &str| -> BTreeSet<Tongue> {
        let names = template.split(['/', '.', '_', '-', ' ']).chain(template.split('/'));
        names.filter_map(marks::side).collect()
    };
    let (source, target) = (sides(source), sides(target));
    let is_marked = |tongue, here: &BTreeSet<Tongue>, there: &BTreeSet<Tongue>| {
        usize::from(here.contains(&tongue) && !there.contains(&tongue))
    };
    is_marked(Tongue::RUSSIAN, &source, &target) + is_marked(Tongue::ENGLISH, &target, &source)
}

/// Whether the templates are the same but for marks of their sides.
pub(super) fn is_natural((source, target): &Names) -> bool {
    bare(source) == bare(target)
}

/// A template without marks: `docs/ru/{path}` and `docs/{path}.en.md` are `docs/{path}` and
/// `docs/{path}.md`.
fn bare(template: &str) -> String {
    let parts = template.split('/').filter(|part| marks::side(part).is_none());
    let parts: Vec<String> = parts
        .map(|part| {
            let named = Named::of(part, marks::is_side);
            let base = if marks::side(named.base).is_some() { "" } else { named.base };
            format!("{base}{}", named.extension)
        })
        .collect();
    let bare = parts.join("/");
    let translated = docusaurus::FOLDERS.iter().find(|(kept, _)| bare.contains(kept));
    translated.map_or_else(|| bare.clone(), |(kept, of)| bare.replacen(kept, of, 1))
}
