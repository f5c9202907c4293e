//! Files that no template joins and yet belong together: by a key in the front matter, by a name
//! that differs in a mark and in its folder, by links from one to the other.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    layout::FoundRule,
    marks,
    marks::Named,
    rule::{PathRule, Template},
    survey::Surveyed,
};
use crate::{model::RepoPath, text::language::Tongue};

/// Endings of names that are written for the same format.
const ENDINGS: [&[&str]; 3] =
    [&["md", "mdx", "markdown"], &["html", "htm", "xhtml"], &["adoc", "asciidoc"]];

/// The pairs among the files that are left, each a rule that names two files.
pub(super) fn pairs(
    files: &[Surveyed],
    russian: &BTreeSet<&str>,
    english: &BTreeSet<&str>,
    rules: &[FoundRule],
) -> Vec<FoundRule> {
    let left = |side: &BTreeSet<&str>| -> Vec<&Surveyed> {
        files.iter().filter(|file| side.contains(file.path.as_str())).collect()
    };
    let (originals, translations) = (left(russian), left(english));
    let mut taken: BTreeSet<&RepoPath> = BTreeSet::new();
    let mut found = Vec::new();
    let by_key = by_key(&originals, &translations);
    let by_rule = by_rule(&originals, &translations, rules);
    let by_name = by_name(&originals, &translations);
    for (original, translation) in by_key.into_iter().chain(by_rule).chain(by_name) {
        if !taken.contains(&original.path) && !taken.contains(&translation.path) {
            taken.extend([&original.path, &translation.path]);
            found.extend(rule(&original.path, &translation.path));
        }
    }
    found
}

/// A rule for two files.
pub(super) fn rule(original: &RepoPath, translation: &RepoPath) -> Option<FoundRule> {
    let source = Template::parse(original.as_str()).ok()?;
    let target = Template::parse(translation.as_str()).ok()?;
    Some(FoundRule { rule: PathRule::new(source, target), pairs: 1 })
}

type Found<'a> = Vec<(&'a Surveyed, &'a Surveyed)>;

fn by_key<'a>(originals: &[&'a Surveyed], translations: &[&'a Surveyed]) -> Found<'a> {
    let keys: BTreeMap<&str, &Surveyed> =
        translations.iter().filter_map(|file| Some((file.key.as_deref()?, *file))).collect();
    let joined =
        originals.iter().filter_map(|file| Some((*file, *keys.get(file.key.as_deref()?)?)));
    joined.collect()
}

/// Files that a rule would join if their formats had one ending and their names no mark:
/// `ru/rules.mdx` and `en/rules.md`, `ru/rules.md` and `en/rules_en.md`.
fn by_rule<'a>(
    originals: &[&'a Surveyed],
    translations: &[&'a Surveyed],
    rules: &[FoundRule],
) -> Found<'a> {
    let by_stem: BTreeMap<Stem<'_>, &Surveyed> = translations
        .iter()
        .filter_map(|file| Some((stem(&file.path, Tongue::ENGLISH)?, *file)))
        .collect();
    let counterpart = |original: &Surveyed| {
        rules.iter().find_map(|found| {
            let expected = found.rule.target.path(&found.rule.source.shared(&original.path)?);
            by_stem.get(&stem(&expected, Tongue::RUSSIAN)?).copied()
        })
    };
    originals.iter().filter_map(|file| Some((*file, counterpart(file)?))).collect()
}

/// Folder, name without the mark of its side, and format of a path.
type Stem<'a> = (&'a str, &'a str, &'a str);

fn stem(path: &RepoPath, side: Tongue) -> Option<Stem<'_>> {
    let named = Named::of(path.as_str(), |mark| marks::side(mark) == Some(side));
    let ending = named.extension.strip_prefix('.')?;
    let alike = ENDINGS.iter().find(|endings| endings.contains(&ending));
    Some((named.folder, named.base, alike.map_or(ending, |endings| endings[0])))
}

/// Files of one name, or that both stand for a folder, one of them in a folder above the other. A
/// mark in a name joins them by itself; one in a folder only where they link to each other.
fn by_name<'a>(originals: &[&'a Surveyed], translations: &[&'a Surveyed]) -> Found<'a> {
    let mut by_base: BTreeMap<String, Vec<&Surveyed>> = BTreeMap::new();
    for file in translations {
        by_base.entry(base(file)).or_default().push(file);
    }
    let mut found = Found::new();
    for original in originals {
        let namesakes = by_base.get(&base(original)).into_iter().flatten();
        let belongs = namesakes.filter(|other| belong_together(original, other));
        // The nearest: what stands deepest.
        let nearest = belongs.max_by_key(|other| (other.path.folder().len(), &other.path));
        found.extend(nearest.map(|other| (*original, *other)));
    }
    found
}

/// What a name is compared by: its words, whatever joins them (`2013--report`).
fn base(file: &Surveyed) -> String {
    let base = Named::of(file.path.as_str(), marks::is_side).base.to_lowercase();
    if marks::is_index(&base) {
        return "index".to_owned();
    }
    let words: Vec<&str> = base.split(['-', '_', ' ']).filter(|word| !word.is_empty()).collect();
    words.join("-")
}

fn belong_together(one: &Surveyed, other: &Surveyed) -> bool {
    let is_above = |high: &Surveyed, low: &Surveyed| {
        low.path.is_below(&RepoPath::new(high.path.folder()))
            || low.path.folder() == high.path.folder()
    };
    let has_mark = |file: &Surveyed| !Named::of(file.path.as_str(), marks::is_side).mark.is_empty();
    let related = is_above(one, other) || is_above(other, one);
    let is_marked = is_called_alike(one, other)
        && ((has_mark(one) && is_above(other, one)) || (has_mark(other) && is_above(one, other)));
    related && (is_marked || links(one, other) || links(other, one))
}

/// Whether two files have one name but for its mark. A page that stands for its folder is no
/// counterpart of a `README` above, unless they link to each other.
fn is_called_alike(one: &Surveyed, other: &Surveyed) -> bool {
    let name = |file: &Surveyed| {
        Named::of(file.path.as_str(), marks::is_side).base.trim_start_matches('_').to_lowercase()
    };
    !marks::is_index(&name(one)) || name(one) == name(other)
}

/// Whether the beginning of one file links to the other.
fn links(from: &Surveyed, to: &Surveyed) -> bool {
    let Some(head) = &from.head else { return false };
    let address = relative(from.path.folder(), to.path.as_str());
    let stem = address.rsplit_once('.').map_or(address.as_str(), |(stem, _)| stem);
    head.contains(&format!("({stem}"))
        || head.contains(&format!("(./{stem}"))
        || head.contains(&format!("\"{stem}"))
}

/// The address of a file from a folder.
fn relative(folder: &str, path: &str) -> String {
    let from: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let to: Vec<&str> = path.split('/').collect();
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = "../".repeat(from.len().saturating_sub(shared));
    up + &to.get(shared..).unwrap_or_default().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        assert_eq!(relative("", "docs/ru/index.md"), "docs/ru/index.md");
        assert_eq!(relative("docs/ru", "README.md"), "../../README.md");
        assert_eq!(relative("docs", "docs/a.md"), "a.md");
    }
}
