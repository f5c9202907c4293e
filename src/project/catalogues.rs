//! Catalogues of texts by key: which files of a tree are some, and which belong together.
//!
//! JSON, YAML and TOML are settings far more often than texts. A file of them is taken for a
//! catalogue only where it stands in both languages side by side, each marked in its path, and the
//! path speaks of languages: `locales/ru.json` beside `locales/en.json`.

use std::{collections::BTreeMap, path::Path};

use super::{
    docusaurus,
    marks::{self, Named},
    rule::{PathRule, Template},
};
use crate::{
    disk,
    formats::{self, MAX_BYTES},
    model::{Direction, RepoPath},
    text::language::Tongue,
};

/// Folders and names that speak of languages.
const HINTS: [&str; 22] = [
    "locale",
    "locales",
    "_locales",
    "i18n",
    "l10n",
    "lang",
    "langs",
    "language",
    "languages",
    "translation",
    "translations",
    "messages",
    "intl",
    "strings",
    "dictionaries",
    "nls",
    "app",
    "common",
    "ui",
    "locale_data",
    "resources",
    "translate",
];

/// Endings of files that are settings elsewhere.
const AMBIGUOUS: [&str; 4] = ["json", "yaml", "yml", "toml"];

/// What stands in such folders and is none.
const SETTINGS: [&str; 8] =
    ["package", "package-lock", "tsconfig", "jsconfig", "openapi", "swagger", "manifest", "mkdocs"];

/// A path cut at the mark of its language: `locales/`, `ru`, `/common.json`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Marked<'a> {
    before: &'a str,
    mark: &'a str,
    after: &'a str,
    tongue: Tongue,
}

/// A catalogue in both languages, as far as it is there.
#[derive(Debug, Default)]
struct Found<'a> {
    russian: Option<Marked<'a>>,
    english: Option<Marked<'a>>,
}

/// A rule for each catalogue of `candidates` that is in both languages, or that stands beside one
/// that is.
pub(super) fn rules(candidates: &[RepoPath]) -> Vec<PathRule> {
    let mut found: BTreeMap<(&str, &str), Found<'_>> = BTreeMap::new();
    for path in candidates.iter().map(RepoPath::as_str) {
        let Some(marked) = Marked::of(path).filter(|marked| is_plausible(path, marked)) else {
            continue;
        };
        let entry = found.entry((marked.before, marked.after)).or_default();
        let side =
            if marked.tongue == Tongue::RUSSIAN { &mut entry.russian } else { &mut entry.english };
        side.get_or_insert(marked);
    }
    let is_there = |path: &str| candidates.iter().any(|candidate| candidate.as_str() == path);
    // By what stands before the mark: how the marks of both sides are written there.
    let mut styles: BTreeMap<&str, (&str, &str)> = BTreeMap::new();
    for ((before, after), entry) in &found {
        let unmarked = format!("{before}{after}");
        let (russian, english) = (entry.russian.map(|it| it.mark), entry.english.map(|it| it.mark));
        let style = match (russian, english) {
            (Some(russian), Some(english)) => Some((russian, english)),
            (Some(russian), None) if is_there(&unmarked) => Some((russian, "")),
            (None, Some(english)) if is_there(&unmarked) => Some(("", english)),
            _ => None,
        };
        styles.extend(style.map(|style| (*before, style)));
    }
    let rules = found.keys().filter_map(|(before, after)| {
        let (russian, english) = styles.get(before)?;
        if let Some(original) = docusaurus::original_of_category(before, after) {
            let path = Template::parse(&format!("{before}{russian}{after}")).ok();
            let original = Some(original).filter(|original| is_there(original));
            return Some(PathRule::new(path?, Template::parse(&original?).ok()?));
        }
        let path = |mark: &str| Template::parse(&format!("{before}{mark}{after}")).ok();
        Some(PathRule::new(path(russian)?, path(english)?))
    });
    rules.collect()
}

/// A rule for each of `candidates` that `rules` leave alone and that holds original and translation
/// in one file: it is both sides of the pair.
pub(super) fn lone(root: &Path, candidates: &[RepoPath], rules: &[PathRule]) -> Vec<PathRule> {
    let is_left = |path: &&RepoPath| !is_named(path, rules);
    let rule = |path: &RepoPath| {
        let direction = Some(direction(root, path)?);
        let side = Template::parse(path.as_str()).ok()?;
        Some(PathRule { direction, ..PathRule::new(side.clone(), side) })
    };
    candidates.iter().filter(is_left).filter_map(rule).collect()
}

/// Which of the texts in a file is the original, where it holds original and translation.
pub(super) fn direction(root: &Path, path: &RepoPath) -> Option<Direction> {
    let may_be = formats::may_be_both_in_one(path);
    let bytes = may_be.then(|| disk::read(root, path, MAX_BYTES as u64).ok()).flatten()?;
    let named = Marked::of(path.as_str()).and_then(|marked| marked.tongue.language());
    formats::both_in_one(path, std::str::from_utf8(&bytes).ok()?, named)
}

/// Whether a configuration names a file: by itself, or by its ending.
pub(super) fn is_named(path: &RepoPath, rules: &[PathRule]) -> bool {
    let extension = path.extension().unwrap_or_default();
    rules.iter().any(|rule| {
        let names = |template: &Template, shared: Option<String>| {
            shared.is_some()
                && (template.is_file() || template.to_string().ends_with(&format!(".{extension}")))
        };
        names(&rule.source, rule.source_shared(path))
            || names(&rule.target, rule.target_shared(path))
    })
}

impl<'a> Marked<'a> {
    /// Cuts a path at the mark of its name, or of the innermost folder that has one.
    fn of(path: &'a str) -> Option<Self> {
        let is_mark = |mark: &str| marks::tongue(mark).is_some();
        let named = Named::of(path, is_mark);
        let at = named.folder.len();
        if let Some(tongue) = marks::tongue(named.base).filter(|_| named.mark.is_empty()) {
            return Self::cut(path, at, named.base.len(), tongue);
        }
        if let Some(tongue) = named.mark.get(1..).and_then(marks::tongue) {
            return Self::cut(path, at + named.base.len(), named.mark.len(), tongue);
        }
        let mut end = named.folder.len().checked_sub(1)?;
        loop {
            let start = path.get(..end)?.rfind('/').map_or(0, |slash| slash + 1);
            if let Some((from, tongue)) = folder_mark(path.get(start..end)?) {
                let name = path.get(start..end)?;
                let length = name.len() - from - if name.ends_with(".lproj") { 6 } else { 0 };
                return Self::cut(path, start + from, length, tongue);
            }
            end = start.checked_sub(1)?;
        }
    }

    fn cut(path: &'a str, at: usize, length: usize, tongue: Tongue) -> Option<Self> {
        let (before, mark) = (path.get(..at)?, path.get(at..at + length)?);
        Some(Self { before, mark, after: path.get(at + length..)?, tongue })
    }
}

/// Where the mark begins in the name of a folder, and what it says.
fn folder_mark(name: &str) -> Option<(usize, Tongue)> {
    if let Some(region) = name.strip_prefix("values-") {
        let code = region.split('-').next().unwrap_or_default();
        return marks::tongue(code).map(|tongue| ("values".len(), tongue));
    }
    let code = name.strip_suffix(".lproj").unwrap_or(name);
    marks::tongue(code).map(|tongue| (0, tongue))
}

/// Whether a marked file holds texts rather than settings.
fn is_plausible(path: &str, marked: &Marked<'_>) -> bool {
    let extension = path.rsplit('.').next().unwrap_or_default().to_lowercase();
    if extension == "xml" {
        return marked.before.ends_with("values");
    }
    let name = path.rsplit('/').next().unwrap_or_default();
    let stem = name.split('.').next().unwrap_or_default().to_lowercase();
    if !AMBIGUOUS.contains(&extension.as_str()) || SETTINGS.contains(&stem.as_str()) {
        return !AMBIGUOUS.contains(&extension.as_str());
    }
    let is_whole_name = marked.before.ends_with('/') || marked.before.is_empty();
    let is_name = is_whole_name && !marked.after.contains('/');
    let parts = marked.before.split(['/', '.', '_', '-']);
    is_name || parts.map(str::to_lowercase).any(|part| HINTS.contains(&part.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(paths: &[&str]) -> Vec<String> {
        let candidates: Vec<RepoPath> = paths.iter().map(|path| RepoPath::new(*path)).collect();
        rules(&candidates).iter().map(|rule| format!("{} = {}", rule.source, rule.target)).collect()
    }

    #[test]
    fn catalogues_stand_in_both_languages() {
        for (paths, expected) in [
            (&["ru.json", "en.json", "de.json"][..], &["ru.json = en.json"][..]),
            (
                &["locales/ru/a.json", "locales/en/a.json", "locales/ru/b.json"],
                &["locales/ru/a.json = locales/en/a.json", "locales/ru/b.json = locales/en/b.json"],
            ),
            (
                &["i/messages_ru.properties", "i/messages.properties"],
                &["i/messages_ru.properties = i/messages.properties"],
            ),
            (&["r/Text.resx", "r/Text.en.resx"], &["r/Text.resx = r/Text.en.resx"]),
            (
                &["res/values/strings.xml", "res/values-ru/strings.xml", "res/layout/main.xml"],
                &["res/values-ru/strings.xml = res/values/strings.xml"],
            ),
            (
                &["App/ru.lproj/Localizable.strings", "App/en.lproj/Localizable.strings"],
                &["App/ru.lproj/Localizable.strings = App/en.lproj/Localizable.strings"],
            ),
            (
                &["config/locales/devise.ru.yml", "config/locales/devise.en.yml"],
                &["config/locales/devise.ru.yml = config/locales/devise.en.yml"],
            ),
        ] {
            assert_eq!(found(paths), expected, "{paths:?}");
        }
    }

    #[test]
    fn settings_are_no_catalogues() {
        for paths in [
            &["package.json", "tsconfig.json"][..],
            &["docs/ru/openapi.yaml", "docs/en/openapi.yaml"],
            &["mkdocs.ru.yml", "mkdocs.en.yml"],
            &["locales/ru.json"],
            &["i18n/ru/package.json", "i18n/en/package.json"],
            &["data/ru/sites.toml", "data/en/sites.toml"],
            &["pom.xml", "src/ru/build.xml", "src/en/build.xml"],
        ] {
            assert_eq!(found(paths), Vec::<String>::new(), "{paths:?}");
        }
    }
}
