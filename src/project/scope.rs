//! How far a rule reaches whose originals or translations have no mark of their side.
//!
//! `{path}.md` beside `{path}.en.md` would call every Russian text an original that wants a
//! translation. Where most have none, the rule reaches no further than the folders in which
//! something is translated: notes, drafts and lists elsewhere are left alone. So it is where a
//! front page alone stands in both languages: `docs/ru/index.md` beside `docs/index.md`.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    layout::FoundRule,
    lone,
    marks::{self, Named},
    rule::{PathRule, Template},
};
use crate::model::RepoPath;

/// A rule that joins one in so many of the originals that it fits is for all of them.
const ENOUGH: usize = 3;

/// So many folders side by side in which a page of one name is translated speak for the others.
const SEVERAL: usize = 2;

/// What both sides of a rule share.
const SHARED: &str = "{path}";

/// The rule, or the narrower ones that take its place.
pub(super) fn narrowed(
    found: &FoundRule,
    russian: &BTreeSet<&str>,
    english: &BTreeSet<&str>,
) -> Vec<FoundRule> {
    let whole = || vec![found.clone()];
    let Originals { joined, waiting } = Originals::of(&found.rule, russian, english);
    if let [page] = joined[..]
        && waiting.len() > SEVERAL
        && is_front_page(page, &found.rule)
    {
        return of_file(&found.rule, page).into_iter().collect();
    }
    if !is_told_by_ending(&found.rule) {
        return whole();
    }
    if joined.len() * ENOUGH >= joined.len() + waiting.len() {
        return whole();
    }
    let mut scopes: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for path in &joined {
        scopes.entry(scope(path, &joined)).or_default().push(path);
    }
    let rules = scopes.iter().flat_map(|(scope, paths)| {
        if is_waited_for(scope, paths, &waiting) {
            below(found, scope, paths.len()).into_iter().collect::<Vec<_>>()
        } else {
            paths.iter().filter_map(|path| of_file(&found.rule, path)).collect()
        }
    });
    rules.collect()
}

/// Whether a page stands for all that a rule is for, whose translations are in no folder of their
/// own.
fn is_front_page(path: &str, rule: &PathRule) -> bool {
    let shared = rule.source.shared(&RepoPath::new(path)).unwrap_or_default();
    let is_index = marks::is_index(Named::of(&shared, marks::is_side).base);
    let target = rule.target.to_string();
    let has_folder = target.split('/').any(|folder| marks::side(folder).is_some());
    is_index && !shared.contains('/') && !has_folder && !is_told_by_ending(rule)
}

/// Whether both files of a rule stand in one folder, only the translation with a mark in its name.
fn is_told_by_ending(rule: &PathRule) -> bool {
    let (source, target) = (rule.source.to_string(), rule.target.to_string());
    let before = |template: &str| template.split_once(SHARED).map(|(before, _)| before.to_owned());
    !rule.tells_sources() && before(&source) == before(&target)
}

/// The originals that a rule fits.
struct Originals<'a> {
    /// Those that have a translation.
    joined: Vec<&'a str>,
    /// Those that have none, and whose names say nothing of their language.
    waiting: Vec<&'a str>,
}

impl<'a> Originals<'a> {
    fn of(rule: &PathRule, russian: &BTreeSet<&'a str>, english: &BTreeSet<&'a str>) -> Self {
        let fits = |path: &&&str| rule.source.shared(&RepoPath::new(**path)).is_some();
        let is_joined = |path: &&str| {
            let shared = rule.source.shared(&RepoPath::new(*path));
            shared.is_some_and(|shared| english.contains(rule.target.path(&shared).as_str()))
        };
        let (joined, mut waiting): (Vec<&str>, Vec<&str>) =
            russian.iter().filter(fits).copied().partition(is_joined);
        waiting.retain(|path| Named::of(path, marks::is_side).mark.is_empty());
        Self { joined, waiting }
    }
}

/// The folder in which a translated file speaks for others; its own path where it speaks for
/// itself alone.
fn scope(path: &str, joined: &[&str]) -> String {
    let folder = folder(path);
    if !stands_for_folder(path) {
        return folder.to_owned();
    }
    let above = self::folder(folder);
    let is_like = |other: &&&str| {
        name(other) == name(path)
            && !folder.is_empty()
            && self::folder(self::folder(other)) == above
    };
    let is_one_of_several = joined.iter().filter(is_like).count() >= SEVERAL;
    if is_one_of_several { above.to_owned() } else { path.to_owned() }
}

/// Whether a page is about its folder: `README.md`, `diary/diary.md`.
fn stands_for_folder(path: &str) -> bool {
    let base = Named::of(path, marks::is_side).base;
    marks::is_index(base) || name(folder(path)) == base
}

/// Whether another file of the scope has no translation yet.
fn is_waited_for(scope: &str, paths: &[&str], waiting: &[&str]) -> bool {
    let is_there = |path: &&&str| {
        let is_page = paths.iter().any(|joined| name(joined) == name(path));
        folder(path) == scope && !stands_for_folder(path)
            || is_page && folder(folder(path)) == scope && !folder(path).is_empty()
    };
    !paths.contains(&scope) && waiting.iter().any(|path| is_there(&path))
}

/// The rule for what stands below a folder.
fn below(found: &FoundRule, scope: &str, pairs: usize) -> Option<FoundRule> {
    let start = if scope.is_empty() { String::new() } else { format!("{scope}/") };
    let template = |template: &Template| {
        let (before, after) = template.to_string().split_once(SHARED).map(|(before, after)| {
            let before = if start.starts_with(before) { "" } else { before };
            (before.to_owned(), after.to_owned())
        })?;
        Template::parse(&format!("{before}{start}{SHARED}{after}")).ok()
    };
    let rule = PathRule::new(template(&found.rule.source)?, template(&found.rule.target)?);
    Some(FoundRule { rule, pairs })
}

fn of_file(rule: &PathRule, path: &str) -> Option<FoundRule> {
    let path = RepoPath::new(path);
    lone::rule(&path, &rule.target.path(&rule.source.shared(&path)?))
}

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
