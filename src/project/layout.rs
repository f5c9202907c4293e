//! Finding out how an unknown repository lays out its originals and translations.
//!
//! Every Russian file and every English file whose paths look like each other vote for the pair
//! of templates that joins them. The template pair that joins most files is taken, its files are
//! set aside, and the rest vote again, so that several layouts in one tree are all found.

use std::collections::{BTreeMap, BTreeSet};

use super::rule::{PathRule, Template};
use crate::model::{Language, RepoPath};

/// Folders of the default layout.
pub const DEFAULT_LAYOUT: (&str, &str) = ("source-ru/{path}", "translations/{path}");

/// Endings of file names, and names of folders, that mark a language.
const RUSSIAN_MARKS: [&str; 5] = ["ru", "rus", "russian", "ru-ru", "ru_ru"];
const ENGLISH_MARKS: [&str; 8] =
    ["en", "eng", "english", "en-us", "en_us", "en-gb", "en_gb", "translation"];

/// File names more common than this say nothing by themselves; the folder above must agree too.
const COMMON_NAME: usize = 40;

/// A template pair that joins fewer files than this needs a language mark to be believed.
const FEW: usize = 2;

/// A rule that was found, and what speaks for it.
#[derive(Debug, Clone)]
pub struct FoundRule {
    /// The templates.
    pub rule: PathRule,
    /// How many originals it joins to a translation.
    pub pairs: usize,
}

/// The rules that explain `files`, the best first.
#[must_use]
pub fn detect(files: &[(RepoPath, Option<Language>)]) -> Vec<FoundRule> {
    let of = |language| {
        files.iter().filter(move |(_, of)| *of == Some(language)).map(|(path, _)| path.as_str())
    };
    let mut russian: BTreeSet<&str> = of(Language::Russian).collect();
    let mut english: BTreeSet<&str> = of(Language::English).collect();
    let mut rules = Vec::new();
    while let Some(found) = best_rule(&russian, &english) {
        russian.retain(|path| found.rule.source.shared(&RepoPath::new(*path)).is_none());
        english.retain(|path| found.rule.target.shared(&RepoPath::new(*path)).is_none());
        rules.push(found);
    }
    rules.extend(marked_folders(&russian, &english));
    rules
}

/// What a pair of templates is called while votes are counted: their texts.
type Names = (String, String);

fn best_rule(russian: &BTreeSet<&str>, english: &BTreeSet<&str>) -> Option<FoundRule> {
    let votes = votes(russian, english);
    let weighed = votes
        .into_iter()
        .map(|(names, joined)| ((joined.len(), is_marked(&names), specific(&names)), names));
    let ((pairs, marked, _), names) =
        weighed.max_by(|a, b| a.0.cmp(&b.0).then_with(|| b.1.cmp(&a.1)))?;
    let believed = pairs > FEW || marked;
    let rule = PathRule::new(Template::parse(&names.0).ok()?, Template::parse(&names.1).ok()?);
    believed.then_some(FoundRule { rule, pairs })
}

/// Of templates that join as many files the shorter, more general ones are preferred.
fn specific((source, target): &Names) -> std::cmp::Reverse<usize> {
    std::cmp::Reverse(source.len() + target.len())
}

/// Whether a language mark stands in the part in which the templates differ.
fn is_marked((source, target): &Names) -> bool {
    let has = |template: &str, marks: &[&str]| {
        let lower = template.to_lowercase();
        lower.split(['/', '.', '_', '-', ' ']).any(|part| marks.contains(&part))
            || marks.contains(&first_folder(&lower))
    };
    has(source, &RUSSIAN_MARKS) || has(target, &ENGLISH_MARKS)
}

fn first_folder(path: &str) -> &str {
    path.split('/').next().unwrap_or(path)
}

/// For each pair of templates the originals that it joins to a translation.
fn votes<'a>(
    russian: &BTreeSet<&'a str>,
    english: &BTreeSet<&'a str>,
) -> BTreeMap<Names, BTreeSet<&'a str>> {
    let mut votes: BTreeMap<Names, BTreeSet<&str>> = BTreeMap::new();
    let by_name = ByName::new(russian, english);
    for &original in russian {
        let names = by_name.namesakes(original).flat_map(|other| mirrored(original, other));
        for names in names.chain(suffixed(original, english)).chain(beside(original, english)) {
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
    let above = path[..folder.saturating_sub(1)].rfind('/').map_or(0, |slash| slash + 1);
    &path[above..]
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Two files of one name in different folders: `ru/a/b.md` and `en/a/b.md` differ in `ru`, `en`.
fn mirrored(original: &str, translation: &str) -> Option<Names> {
    let (ours, theirs): (Vec<&str>, Vec<&str>) =
        (original.split('/').collect(), translation.split('/').collect());
    let alike = ours.iter().rev().zip(theirs.iter().rev()).take_while(|(a, b)| a == b).count();
    // A side without any folder of its own would claim every file there is: keep one.
    let tail = if alike > 1 { alike.min(ours.len() - 1).min(theirs.len() - 1) } else { alike };
    let (from, to) = (&ours[..ours.len() - tail], &theirs[..theirs.len() - tail]);
    if tail == 0 || (from.is_empty() && to.is_empty()) {
        return None;
    }
    let template = |folders: &[&str]| {
        folders.iter().map(|folder| format!("{folder}/")).collect::<String>() + "{path}"
    };
    Some((template(from), template(to)))
}

/// Two files in one folder whose names differ in a language mark: `X.ru.md` and `X.md`, `X_RU.md`
/// and `X_EN.md`, `X.md` and `X.en.md`.
fn suffixed(original: &str, english: &BTreeSet<&str>) -> Vec<Names> {
    let (stem, extension) = split_extension(original);
    let (base, mark) = split_mark(stem, &RUSSIAN_MARKS);
    let ends: Vec<String> = std::iter::once(String::new())
        .chain(
            ENGLISH_MARKS.iter().flat_map(|end| [".", "_", "-"].map(|dot| format!("{dot}{end}"))),
        )
        .flat_map(|end| [end.to_uppercase(), end])
        .collect();
    let names = |end: &String| {
        let exists = *end != mark && english.contains(format!("{base}{end}{extension}").as_str());
        exists.then(|| (format!("{{path}}{mark}{extension}"), format!("{{path}}{end}{extension}")))
    };
    ends.iter().filter_map(names).collect()
}

/// The path without its extension, and the extension with its dot.
fn split_extension(path: &str) -> (&str, &str) {
    let name = path.len() - file_name(path).len();
    path[name..].rfind('.').map_or((path, ""), |dot| path.split_at(name + dot))
}

/// A stem without its language mark, and the mark with what joins it (`.ru`, `_RU`).
fn split_mark<'a>(stem: &'a str, marks: &[&str]) -> (&'a str, &'a str) {
    let joins = stem.rfind(['.', '_', '-', '/']).filter(|&at| !stem[at..].starts_with('/'));
    match joins {
        Some(at) if marks.contains(&stem[at + 1..].to_lowercase().as_str()) => stem.split_at(at),
        _ => (stem, ""),
    }
}

/// Two files of different names that share a folder, in folder after folder: `original.md` and
/// `translation.md`.
fn beside(original: &str, english: &BTreeSet<&str>) -> Vec<Names> {
    let Some((folder, name)) = original.rsplit_once('/') else { return Vec::new() };
    let start = format!("{folder}/");
    let in_folder = english.range(start.as_str()..).take_while(|path| path.starts_with(&start));
    let others = in_folder.map(|path| &path[start.len()..]).filter(|other| !other.contains('/'));
    others.map(|other| (format!("{{path}}/{name}"), format!("{{path}}/{other}"))).collect()
}

/// A folder of Russian files beside one of English files, both named for their language, whose
/// files have different names: their contents must show what belongs together.
fn marked_folders(russian: &BTreeSet<&str>, english: &BTreeSet<&str>) -> Option<FoundRule> {
    let folder = |paths: &BTreeSet<&str>, marks: &[&str]| {
        let marked = paths.iter().filter_map(|path| marked_prefix(path, marks)).map(str::to_owned);
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        marked.for_each(|prefix| *counts.entry(prefix).or_default() += 1);
        counts
            .into_iter()
            .max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0)))
            .map(|(prefix, _)| prefix)
    };
    let source = folder(russian, &RUSSIAN_MARKS)?;
    let target = folder(english, &ENGLISH_MARKS)?;
    let template = |prefix: String| Template::parse(&format!("{prefix}{{path}}")).ok();
    Some(FoundRule { rule: PathRule::new(template(source)?, template(target)?), pairs: 0 })
}

/// The path up to and with the first folder that is a language mark.
fn marked_prefix<'a>(path: &'a str, marks: &[&str]) -> Option<&'a str> {
    let mut end = 0;
    for part in path.split_inclusive('/') {
        end += part.len();
        if part.ends_with('/')
            && marks.contains(&part.trim_end_matches('/').to_lowercase().as_str())
        {
            return Some(&path[..end]);
        }
    }
    None
}

/// The language of a text by its letters; `None` where there are too few, or both.
#[must_use]
pub fn language_of(text: &str) -> Option<Language> {
    const ENOUGH: usize = 20;
    let letters = text.chars().filter(|c| c.is_alphabetic()).take(8_000);
    let (cyrillic, total) = letters.fold((0_usize, 0_usize), |(cyrillic, total), c| {
        (cyrillic + usize::from(crate::text::normalize::is_cyrillic(c)), total + 1)
    });
    match (cyrillic * 100).checked_div(total) {
        Some(share) if total >= ENOUGH && share >= 40 => Some(Language::Russian),
        Some(share) if total >= ENOUGH && share <= 10 => Some(Language::English),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Paths ending in a mark: `R` Russian, `E` English.
    fn rules(files: &[&str]) -> Vec<String> {
        let file = |line: &&str| {
            let (path, mark) = line.rsplit_once(' ').unwrap();
            let language = if mark == "R" { Language::Russian } else { Language::English };
            (RepoPath::new(path), Some(language))
        };
        let files: Vec<_> = files.iter().map(file).collect();
        detect(&files)
            .iter()
            .map(|found| format!("{} = {}", found.rule.source, found.rule.target))
            .collect()
    }

    #[test]
    fn mirrored_folders() {
        assert_eq!(
            rules(&[
                "ru/a.md R",
                "ru/b/c.md R",
                "ru/b/index.md R",
                "en/a.md E",
                "en/b/c.md E",
                "README.md E"
            ]),
            ["ru/{path} = en/{path}"]
        );
        assert_eq!(
            rules(&[
                "i18n/ru/docs/a.md R",
                "i18n/ru/docs/b.md R",
                "i18n/ru/docs/c.md R",
                "docs/a.md E",
                "docs/b.md E",
                "docs/c.md E"
            ]),
            ["i18n/ru/docs/{path} = docs/{path}"]
        );
    }

    #[test]
    fn suffixes() {
        assert_eq!(
            rules(&["docs/a.ru.md R", "docs/b.ru.md R", "docs/a.md E", "docs/b.md E"]),
            ["{path}.ru.md = {path}.md"]
        );
        assert_eq!(rules(&["README_RU.md R", "README.md E"]), ["{path}_RU.md = {path}.md"]);
        assert_eq!(rules(&["a.md R", "b.md R", "a.en.md E"]), ["{path}.md = {path}.en.md"]);
    }

    #[test]
    fn two_names_in_one_folder() {
        let files =
            ["x/original.md R", "x/translation.md E", "y/original.md R", "y/translation.md E"];
        assert_eq!(rules(&files), ["{path}/original.md = {path}/translation.md"]);
    }

    #[test]
    fn several_layouts_in_one_tree() {
        let files = [
            "README.ru.md R",
            "README.md E",
            "ru/a.md R",
            "ru/b.md R",
            "ru/c.md R",
            "en/a.md E",
            "en/b.md E",
        ];
        assert_eq!(rules(&files), ["ru/{path} = en/{path}", "{path}.ru.md = {path}.md"]);
    }

    #[test]
    fn folders_named_for_their_language() {
        let files = ["ru/05-Раздел/1.md R", "ru/06-Глава/2.md R", "en/05-Section/intro.md E"];
        assert_eq!(rules(&files), ["ru/{path} = en/{path}"]);
    }

    #[test]
    fn nothing_is_made_up() {
        assert_eq!(
            rules(&["заметки.md R", "README.md E", "docs/guide.md E"]),
            Vec::<String>::new()
        );
    }
}
