//! Catalogues of texts by key: which files of a tree are some, and which belong together.
//!
//! JSON, YAML and TOML are settings far more often than texts. A file of them is taken for a
//! catalogue only where it stands in both languages side by side, each marked in its path, and the
//! path speaks of languages, `locales/ru.json` beside `locales/en.json`, or the values do: most of
//! what is Russian in `ru/toc.yaml` has a value in another script under the same key of
//! `en/toc.yaml`.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    path::{Path, PathBuf},
};

use super::{
    docusaurus,
    marks::{self, Named},
    rule::{PathRule, Template},
};
use crate::{
    disk,
    formats::{self, MAX_BYTES, Options, Unit},
    model::{Direction, Document, DocumentPair, Language, RepoPath},
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

/// What the language that leads is called where it is not by its code.
const DEFAULTS: [&str; 3] = ["und", "default", "base"];

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
    /// Whether a path says that it holds texts.
    is_plausible: bool,
}

impl Found<'_> {
    fn paths(&self) -> Option<(String, String)> {
        Some((self.russian?.path(), self.english?.path()))
    }
}

/// How many values of two files are in Russian, and how many of these the other file has in
/// another script.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Values {
    pub(super) russian: usize,
    pub(super) translated: usize,
}

impl Values {
    /// Whether the files hold one text in two languages.
    const fn are_texts(self) -> bool {
        self.translated > 1 && self.translated * 2 >= self.russian
    }
}

/// Catalogues by what stands before and after the mark of their language.
type Catalogues<'a> = BTreeMap<(&'a str, &'a str), Found<'a>>;

/// A rule for each catalogue of `candidates` that is in both languages, or that stands beside one
/// that is; `values` looks at the values of an original and a translation.
pub(super) fn rules(
    candidates: &[RepoPath],
    values: impl Fn(&str, &str) -> Values,
) -> Vec<PathRule> {
    let mut found = marked(candidates);
    keep_texts(&mut found, &values);
    let is_there = |path: &str| candidates.iter().any(|candidate| candidate.as_str() == path);
    // By what stands before the mark: how the marks of both sides are written there.
    let mut styles: BTreeMap<&str, (&str, &str)> = BTreeMap::new();
    for ((before, after), entry) in &found {
        let unmarked = format!("{before}{after}");
        let (russian, english) = (entry.russian.map(|it| it.mark), entry.english.map(|it| it.mark));
        let default = || {
            let paths = DEFAULTS.iter().map(|name| (*name, format!("{before}{name}{after}")));
            let mut there = paths.filter(|(_, path)| is_there(path));
            let original = entry.russian?.path();
            there.find(|(_, path)| values(&original, path).are_texts()).map(|(name, _)| name)
        };
        let style = match (russian, english) {
            (Some(russian), Some(english)) => Some((russian, english)),
            (Some(russian), None) if is_there(&unmarked) => Some((russian, "")),
            (None, Some(english)) if is_there(&unmarked) => Some(("", english)),
            (Some(russian), None) => default().map(|name| (russian, name)),
            _ => None,
        };
        styles.extend(style.map(|style| (*before, style)));
    }
    let rules = found.keys().filter_map(|(before, after)| {
        let (russian, english) = styles.get(before)?;
        let path = |mark: &str| Template::parse(&format!("{before}{mark}{after}")).ok();
        if let Some(original) = docusaurus::original_of_data(before, after) {
            let original = Some(original).filter(|original| is_there(original))?;
            return Some(PathRule::new(path(russian)?, Template::parse(&original).ok()?));
        }
        Some(PathRule::new(path(russian)?, path(english)?))
    });
    rules.collect()
}

/// The files of `candidates` whose paths have a mark, the two sides of each together.
fn marked(candidates: &[RepoPath]) -> Catalogues<'_> {
    let mut found = Catalogues::new();
    for path in candidates.iter().map(RepoPath::as_str) {
        let Some(marked) = Marked::of(path).filter(|_| !is_setting(path)) else { continue };
        let entry = found.entry((marked.before, marked.after)).or_default();
        entry.is_plausible |= is_plausible(path, &marked);
        let side =
            if marked.tongue == Tongue::RUSSIAN { &mut entry.russian } else { &mut entry.english };
        side.get_or_insert(marked);
    }
    found
}

/// Keeps what holds texts by its path, and by its values what stands before one mark together.
fn keep_texts(found: &mut Catalogues<'_>, values: &impl Fn(&str, &str) -> Values) {
    let mut asked: BTreeMap<String, Values> = BTreeMap::new();
    let mut sums: BTreeMap<&str, Values> = BTreeMap::new();
    for ((before, _), entry) in found.iter().filter(|(_, entry)| !entry.is_plausible) {
        let Some((original, translation)) = entry.paths() else { continue };
        let values = values(&original, &translation);
        let sum = sums.entry(*before).or_default();
        sum.russian += values.russian;
        sum.translated += values.translated;
        asked.insert(original, values);
    }
    found.retain(|(before, _), entry| {
        let holds_text = || {
            let asked = entry.paths().and_then(|(original, _)| asked.get(&original));
            asked.is_some_and(|values| values.russian > 0)
                && sums.get(before).is_some_and(|sum| sum.are_texts())
        };
        entry.is_plausible || holds_text()
    });
}

/// Looks at the values of two catalogues below `root`.
pub(super) fn values(root: &Path, original: &str, translation: &str) -> Values {
    let read = |path: &str, language| {
        let path = RepoPath::new(path);
        let bytes = disk::read(root, &path, MAX_BYTES as u64).ok()?;
        let options = Options { unit: Unit::Block, ..Options::default() };
        formats::read(path, language, bytes, &options).ok()
    };
    let (Some(original), Some(translation)) =
        (read(original, Language::Russian), read(translation, Language::English))
    else {
        return Values::default();
    };
    let there: HashMap<&str, &str> = texts(&translation).collect();
    let is_russian = |text: &str| text.chars().any(|c| matches!(c, 'А'..='я' | 'Ё' | 'ё'));
    let russian: Vec<&str> =
        texts(&original).filter(|(_, text)| is_russian(text)).map(|(key, _)| key).collect();
    let is_translated = |key: &&&str| there.get(**key).is_some_and(|text| !is_russian(text));
    Values { russian: russian.len(), translated: russian.iter().filter(is_translated).count() }
}

/// The texts of a catalogue by their keys.
fn texts(document: &Document) -> impl Iterator<Item = (&str, &str)> {
    document.segments.iter().filter_map(|segment| {
        let key = document.blocks.get(segment.block)?.label.as_deref()?;
        Some((key, segment.text.as_str()))
    })
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

/// The catalogues of pages, `locale/ru/LC_MESSAGES/guide.po`, whose page is gone, while those of
/// others beside them are there, and in which nothing was ever translated.
pub(super) fn outlived(root: &Path, pairs: &[DocumentPair]) -> BTreeSet<RepoPath> {
    let mut folders: BTreeMap<&str, Vec<(&str, &RepoPath)>> = BTreeMap::new();
    for path in pairs.iter().filter(|pair| pair.is_one_file()).filter_map(|pair| pair.original()) {
        if let Some((above, name)) = path.as_str().split_once(MESSAGES)
            && let Some(name) = name.strip_suffix(".po")
        {
            folders.entry(above).or_default().push((name, path));
        }
    }
    let mut outlived = BTreeSet::new();
    for (above, catalogues) in folders {
        let is_there = |folder: &Path, name: &str| {
            PAGES.iter().any(|ending| folder.join(format!("{name}.{ending}")).is_file())
        };
        let count =
            |folder: &PathBuf| catalogues.iter().filter(|(name, _)| is_there(folder, name)).count();
        let folders = page_folders(root, above);
        let Some(pages) = folders.into_iter().max_by_key(count) else { continue };
        if count(&pages) == 0 {
            continue;
        }
        let gone = catalogues.iter().filter(|(name, _)| !is_there(&pages, name));
        let gone = gone.map(|(_, path)| *path).filter(|path| is_untouched(root, path));
        outlived.extend(gone.cloned());
    }
    outlived
}

/// The folder of compiled and other catalogues of one language.
const MESSAGES: &str = "/LC_MESSAGES/";

/// How the files of pages end.
const PAGES: [&str; 5] = ["rst", "md", "txt", "ipynb", "mdx"];

/// Where the pages may stand of which catalogues stand below `above`, `docs/locale/ru`.
fn page_folders(root: &Path, above: &str) -> Vec<PathBuf> {
    let folder = root.join(above);
    let bases = folder.ancestors().skip(2).take_while(|base| base.starts_with(root));
    bases.flat_map(|base| ["", "source", "docs", "src"].map(|inner| base.join(inner))).collect()
}

/// Whether a catalogue has texts and a translation of none.
fn is_untouched(root: &Path, path: &RepoPath) -> bool {
    let bytes = disk::read(root, path, MAX_BYTES as u64).unwrap_or_default();
    formats::is_untouched(&String::from_utf8_lossy(&bytes))
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

    fn path(&self) -> String {
        format!("{}{}{}", self.before, self.mark, self.after)
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

fn extension(path: &str) -> String {
    path.rsplit('.').next().unwrap_or_default().to_lowercase()
}

/// Whether a file is what configures a program, in whatever language.
fn is_setting(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let stem = name.split('.').next().unwrap_or_default().to_lowercase();
    AMBIGUOUS.contains(&extension(path).as_str()) && SETTINGS.contains(&stem.as_str())
}

/// Whether the path of a marked file says that it holds texts rather than settings.
fn is_plausible(path: &str, marked: &Marked<'_>) -> bool {
    let extension = extension(path);
    if extension == "xml" {
        return marked.before.ends_with("values");
    }
    if !AMBIGUOUS.contains(&extension.as_str()) {
        return true;
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
        // What the values show is called so.
        let values = |original: &str, _: &str| match original {
            path if path.contains("toc") => Values { russian: 9, translated: 8 },
            path if path.contains("default") || path.ends_with("_i18n/ru.yml") => {
                Values { russian: 4, translated: 4 }
            }
            path if path.contains("presets") => Values { russian: 2, translated: 0 },
            path if path.contains("half") => Values { russian: 9, translated: 3 },
            _ => Values::default(),
        };
        rules(&candidates, values)
            .iter()
            .map(|rule| format!("{} = {}", rule.source, rule.target))
            .collect()
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
    fn what_the_values_show() {
        for (paths, expected) in [
            (
                &["ru/a/toc.yaml", "en/a/toc.yaml", "ru/presets.yaml", "en/presets.yaml"][..],
                &["ru/a/toc.yaml = en/a/toc.yaml", "ru/presets.yaml = en/presets.yaml"][..],
            ),
            (&["_i18n/ru.yml", "_i18n/und.yml"], &["_i18n/ru.yml = _i18n/und.yml"]),
            (&["ru/presets.yaml", "en/presets.yaml", "ru/toc.yaml"], &[]),
            (&["ru/half.yaml", "en/half.yaml"], &[]),
            (&["locales/ru.yml", "locales/und.yml"], &[]),
        ] {
            assert_eq!(found(paths), expected, "{paths:?}");
        }
    }

    #[test]
    fn data_of_docusaurus_in_the_language_that_leads() {
        let blog = "i18n/ru/docusaurus-plugin-content-blog";
        let authors = format!("{blog}/authors.yml");
        let there = [&authors, "blog/authors.yml", "i18n/ru/code.json", "i18n/en/code.json"];
        assert_eq!(
            found(&there),
            ["i18n/ru/code.json = i18n/en/code.json", &format!("{authors} = blog/authors.yml")]
        );
        assert_eq!(
            found(&[&authors, "i18n/ru/code.json", "i18n/en/code.json"]),
            ["i18n/ru/code.json = i18n/en/code.json"]
        );
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
