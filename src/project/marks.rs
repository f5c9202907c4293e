//! What paths say of languages: folders and endings of names that mark one.

use std::collections::{BTreeMap, BTreeSet};

use crate::{model::RepoPath, text::language::Tongue};

/// Folders and endings that mark the side of the originals.
const RUSSIAN: [&str; 10] =
    ["ru", "rus", "russian", "ru-ru", "ru_ru", "russkij", "русский", "рус", "ruso", "russisch"];

/// Folders and endings that mark the side of the translations.
const ENGLISH: [&str; 11] = [
    "en",
    "eng",
    "english",
    "en-us",
    "en_us",
    "en-gb",
    "en_gb",
    "английский",
    "англ",
    "ingles",
    "englisch",
];

/// English names of other languages, with their codes.
const OTHERS: [(&str, &str); 16] = [
    ("arabic", "ar"),
    ("belarusian", "be"),
    ("chinese", "zh"),
    ("czech", "cs"),
    ("dutch", "nl"),
    ("french", "fr"),
    ("german", "de"),
    ("italian", "it"),
    ("japanese", "ja"),
    ("korean", "ko"),
    ("kazakh", "kk"),
    ("polish", "pl"),
    ("portuguese", "pt"),
    ("spanish", "es"),
    ("turkish", "tr"),
    ("ukrainian", "uk"),
];

/// Names for originals in whatever language; what the texts show counts more.
const ORIGINALS: [&str; 7] =
    ["original", "originals", "source-ru", "оригинал", "оригиналы", "исходник", "исходники"];

/// Names for translations, likewise.
const TRANSLATIONS: [&str; 5] =
    ["translation", "translations", "translated", "перевод", "переводы"];

/// Names of pages that stand for their folder.
const INDEXES: [&str; 4] = ["readme", "index", "_index", "home"];

/// How many folders with codes of languages side by side make each of them one.
const SEVERAL: usize = 3;

/// Which language a name marks: `ru`, `EN`, `русский`.
pub(super) fn tongue(name: &str) -> Option<Tongue> {
    let lower = name.to_lowercase();
    if RUSSIAN.contains(&lower.as_str()) {
        return Some(Tongue::RUSSIAN);
    }
    ENGLISH.contains(&lower.as_str()).then_some(Tongue::ENGLISH)
}

/// Which side a name marks, by language or by role.
pub(super) fn side(name: &str) -> Option<Tongue> {
    let lower = name.to_lowercase();
    let role = || {
        let is = |names: &[&str]| names.contains(&lower.as_str());
        let russian = is(&ORIGINALS).then_some(Tongue::RUSSIAN);
        russian.or_else(|| is(&TRANSLATIONS).then_some(Tongue::ENGLISH))
    };
    tongue(name).or_else(role)
}

/// What the parts of a path call it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Roles {
    pub(super) is_original: bool,
    pub(super) is_translation: bool,
}

/// The roles that the folders, the name and the ending of a path show.
pub(super) fn roles(path: &str) -> Roles {
    let words = || path.split(['/', '.', '_', ' ']).chain(path.split('/')).map(str::to_lowercase);
    let is = |names: &[&str]| words().any(|word| names.contains(&word.as_str()));
    Roles { is_original: is(&ORIGINALS), is_translation: is(&TRANSLATIONS) }
}

/// Whether the stem of a name stands for its folder: `README`, `_index`.
pub(super) fn is_index(stem: &str) -> bool {
    INDEXES.contains(&stem.to_lowercase().as_str())
}

/// The path up to and with its first folder that is called by the Russian or the English language;
/// empty where there is none.
#[must_use]
pub fn root_of_language(path: &str) -> &str {
    let found = folders(path).find(|(_, name)| tongue(name).is_some());
    found.map_or("", |(whole, _)| whole)
}

/// Whether the name of a file says once more the language that its folder says: `ru/help_ru.md`.
#[must_use]
pub fn marks_own_language(path: &RepoPath) -> bool {
    let named = Named::of(path.as_str(), |mark| tongue(mark).is_some());
    let by_name = named.mark.get(1..).and_then(tongue);
    by_name.is_some() && folders(path.as_str()).rev().find_map(|(_, name)| tongue(name)) == by_name
}

/// A path cut where names end: `docs/README_RU.md` is `docs/`, `README`, `_RU`, `.md`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Named<'a> {
    pub(super) folder: &'a str,
    pub(super) base: &'a str,
    /// The ending that marks a language, with what joins it; empty where none does.
    pub(super) mark: &'a str,
    pub(super) extension: &'a str,
}

impl<'a> Named<'a> {
    /// Cuts `path`; `is_mark` says which endings mark a language.
    pub(super) fn of(path: &'a str, is_mark: impl Fn(&str) -> bool) -> Self {
        let name_at = path.rfind('/').map_or(0, |slash| slash + 1);
        let (folder, name) = path.split_at(name_at);
        let (stem, extension) = match name.rfind('.').filter(|dot| *dot > 0) {
            Some(dot) => name.split_at(dot),
            None => (name, ""),
        };
        // A region is part of its mark: `README.zh-CN`, `README_pt_BR`.
        let mut joins = stem.match_indices(['.', '_', '-', ' ']).map(|(at, _)| at);
        let cut = joins.find(|&at| at > 0 && stem.get(at + 1..).is_some_and(&is_mark));
        let (base, mark) = stem.split_at(cut.unwrap_or(stem.len()));
        Self { folder, base, mark, extension }
    }
}

/// An ending that marks the Russian or the English side.
pub(super) fn is_side(mark: &str) -> bool {
    side(mark).is_some()
}

/// Which folders and endings of a tree mark languages other than the two.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Folders, each with the path up to it.
    folders: BTreeMap<String, Tongue>,
    /// Files.
    files: BTreeMap<String, Tongue>,
}

impl Marks {
    /// Looks at `paths`. Short codes are words too (`it`, `no`, `is`): they mark a language only
    /// beside others that do.
    pub(super) fn of<'a>(paths: impl Iterator<Item = &'a str> + Clone) -> Self {
        Self { folders: other_folders(paths.clone()), files: other_files(paths) }
    }

    /// The language that `path` says its file is in.
    pub(super) fn of_path(&self, path: &str) -> Option<Tongue> {
        let named = Named::of(path, |mark| tongue(mark).is_some());
        let by_name = named.mark.get(1..).and_then(tongue);
        by_name.or_else(|| self.files.get(path).copied()).or_else(|| self.of_folder(path))
    }

    /// The language that the folders of `path` say its file is in.
    pub(super) fn of_folder(&self, path: &str) -> Option<Tongue> {
        folders(path)
            .rev()
            .find_map(|(whole, name)| tongue(name).or_else(|| self.folders.get(whole).copied()))
    }
}

/// The side that the names of folders and file show by their role, the innermost first.
pub(super) fn role(path: &str) -> Option<Tongue> {
    let stem = Named::of(path, is_side);
    let by_name = stem.mark.get(1..).and_then(side).or_else(|| side(stem.base));
    by_name.or_else(|| folders(path).rev().find_map(|(_, name)| side(name)))
}

/// The folders above a file, the outermost first: the path up to each, and its name.
fn folders(path: &str) -> impl DoubleEndedIterator<Item = (&str, &str)> {
    path.match_indices('/').map(|(at, _)| {
        let whole = path.get(..at).unwrap_or_default();
        (whole, whole.rsplit('/').next().unwrap_or(whole))
    })
}

/// The language that a folder is called by: its code, or its English name.
fn other_tongue(name: &str) -> Option<Tongue> {
    let lower = name.to_lowercase();
    let named = OTHERS.iter().find(|(full, _)| *full == lower);
    Tongue::from_code(named.map_or(name, |(_, code)| code))
}

fn other_folders<'a>(paths: impl Iterator<Item = &'a str>) -> BTreeMap<String, Tongue> {
    let all: BTreeSet<(&str, &str)> = paths.flat_map(folders).collect();
    let mut siblings: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for (whole, name) in all {
        let above = whole.rsplit_once('/').map_or("", |(above, _)| above);
        siblings.entry(above).or_default().push((whole, name));
    }
    let mut others = BTreeMap::new();
    for folders in siblings.values() {
        let code = |name: &str| other_tongue(name).filter(|_| tongue(name).is_none());
        let beside = folders.iter().any(|(_, name)| tongue(name).is_some());
        let several = folders.iter().filter(|(_, name)| code(name).is_some()).count() >= SEVERAL;
        for (whole, name) in folders {
            let has_region = name.contains(['-', '_']);
            if let Some(tongue) = code(name).filter(|_| beside || several || has_region) {
                others.insert((*whole).to_owned(), tongue);
            }
        }
    }
    others
}

fn other_files<'a>(paths: impl Iterator<Item = &'a str>) -> BTreeMap<String, Tongue> {
    let is_code = |mark: &str| tongue(mark).is_some() || Tongue::from_code(mark).is_some();
    let mut groups: BTreeMap<_, Vec<(&str, Named<'_>)>> = BTreeMap::new();
    for path in paths {
        let named = Named::of(path, is_code);
        let key = (named.folder, named.base.to_lowercase(), named.extension);
        groups.entry(key).or_default().push((path, named));
    }
    let mut others = BTreeMap::new();
    for group in groups.into_values().filter(|group| group.len() > 1) {
        for (path, named) in &group {
            let other = named.mark.get(1..).filter(|mark| tongue(mark).is_none());
            if let Some(tongue) = other.and_then(Tongue::from_code) {
                others.insert((*path).to_owned(), tongue);
            }
        }
    }
    others
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_of_folders_and_names() {
        assert_eq!(root_of_language("web/en/docs/ru/a.md"), "web/en");
        assert_eq!(root_of_language("web/a_en.md"), "");
        let is_marked = |path| marks_own_language(&RepoPath::new(path));
        assert!(is_marked("ru/help_ru.md"));
        assert!(!is_marked("ru/help.md"));
        assert!(!is_marked("docs/help_ru.md"));
        assert!(!is_marked("en/help_ru.md"));
    }

    #[test]
    fn codes_count_beside_others() {
        let paths = [
            "docs/ru/a.md",
            "docs/es/a.md",
            "docs/en/a.md",
            "src/is/a.md",
            "i18n/zh-CN/a.md",
            "README.md",
            "README.de.md",
            "README_RU.md",
            "notes.it.md",
        ];
        let marks = Marks::of(paths.into_iter());
        let found = paths.map(|path| marks.of_path(path).map_or("-", Tongue::code));
        assert_eq!(found, ["ru", "es", "en", "-", "zh", "-", "de", "ru", "-"]);
    }

    #[test]
    fn names_of_languages_count_beside_others() {
        let of = |paths: &[&str]| {
            let marks = Marks::of(paths.iter().copied());
            marks.of_path(paths[0]).map_or("-", Tongue::code)
        };
        assert_eq!(of(&["spanish/a/translation.md", "russian/a/translation.md"]), "es");
        assert_eq!(of(&["content/ua/a.md", "content/ru/a.md"]), "uk");
        assert_eq!(of(&["cuisine/polish/a.md", "cuisine/soups/a.md"]), "-");
    }

    #[test]
    fn roles_in_two_languages() {
        for (path, expected) in [
            ("Оригиналы/Письмо 1.md", Some(Tongue::RUSSIAN)),
            ("Переводы/Письмо 1.md", Some(Tongue::ENGLISH)),
            ("x/translation.md", Some(Tongue::ENGLISH)),
            ("russian/_short/news_translation.md", Some(Tongue::ENGLISH)),
            ("translations/en/letters/source-ru/a.md", Some(Tongue::RUSSIAN)),
            ("letters/a.md", None),
        ] {
            assert_eq!(role(path), expected, "{path}");
        }
    }
}
