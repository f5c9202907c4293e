//! The files of a project with the languages that they are in.

use std::{collections::BTreeMap, io::Read, path::Path};

use rayon::prelude::*;

use super::marks::{self, Marks, Named};
use crate::{
    disk::Place,
    formats::{self, Unit, head},
    model::{Language, RepoPath},
    text::language::{Tongue, is_foreign, tongue_of},
};

/// How much of a file is looked at to tell its language, in bytes.
const SAMPLE: u64 = 16 * 1024;

/// One in so many files may seem to be in another language than its path says.
const SELDOM: usize = 20;

/// Keys of the front matter that say which pages are one in several languages.
const KEYS: [&str; 4] = ["translationKey", "translation_key", "lang-ref", "page_id"];

/// A file, and what it shows of its language.
#[derive(Debug, Clone)]
pub struct Surveyed {
    /// Where it is.
    pub path: RepoPath,
    /// The language it is in, as far as its path and its text tell.
    pub tongue: Option<Tongue>,
    /// Whether its path says one of the two languages and its text shows the other.
    pub is_contradicted: bool,
    /// What its front matter calls it in every language.
    pub key: Option<String>,
    /// Its beginning, where it stands for its folder.
    pub head: Option<String>,
    /// How many words of prose its beginning has.
    pub words: usize,
    /// Whether it only leads on from an old address.
    pub is_redirect: bool,
}

/// Looks at every file of `paths` below `root`.
#[must_use]
pub fn survey(root: &Path, paths: &[RepoPath]) -> Vec<Surveyed> {
    let marks = Marks::of(paths.iter().map(RepoPath::as_str));
    let look = |path: &RepoPath| {
        let text = text_of(root, path).unwrap_or_default();
        let prose = prose(path, &text);
        let read = tongue_in(&prose);
        let role = marks::role(path.as_str());
        // A name that says what the text shows counts more than a folder further out:
        // `russian/letter/translation.md`, `translations/en/letter/source-ru/1.md`.
        let named = marks.of_path(path.as_str());
        let is_ours = named.is_none_or(|named| named.language().is_some());
        // `en/guide_ru.md` in English was copied with its name.
        let is_copied = read == Some(Tongue::ENGLISH) && marks.of_folder(path.as_str()) == read;
        let agreed = read.filter(|_| is_ours && (role == read || is_copied));
        let tongue = agreed.or_else(|| resolved(named, read)).or(role);
        let stem = Named::of(path.as_str(), marks::is_side).base;
        let key = head::value(&text, &KEYS).map(str::to_owned);
        let is_contradicted =
            read.is_some_and(|read| read.language().is_some() && tongue != Some(read));
        let is_redirect = head::leads_on(&text);
        let head = marks::is_index(stem).then_some(text);
        let words = prose.split_whitespace().count();
        Surveyed { path: path.clone(), tongue, is_contradicted, key, head, words, is_redirect }
    };
    let mut files: Vec<Surveyed> = paths.par_iter().map(look).collect();
    take_languages_of_paths(&mut files, &marks);
    take_languages_of_folders(&mut files);
    files
}

/// A text that seems to be in a third language is taken for what its path says where nearly all
/// such paths are right: a list of names, a quotation in another language.
fn take_languages_of_paths(files: &mut [Surveyed], marks: &Marks) {
    let ours = |file: &Surveyed| marks.of_path(file.path.as_str())?.language();
    let is_foreign = |file: &Surveyed| file.tongue.is_some_and(|it| it.language().is_none());
    for tongue in [Tongue::RUSSIAN, Tongue::ENGLISH] {
        let is_named =
            |file: &&mut Surveyed| ours(file).is_some_and(|it| Some(it) == tongue.language());
        let all = files.iter_mut().filter(is_named).count();
        let mut foreign: Vec<&mut Surveyed> =
            files.iter_mut().filter(is_named).filter(|file| is_foreign(file)).collect();
        if foreign.len() * SELDOM <= all {
            foreign.iter_mut().for_each(|file| file.tongue = Some(tongue));
        }
    }
}

/// The languages other than Russian and English, by what paths alone say.
pub(super) fn others_by_path(paths: &[RepoPath]) -> Vec<(Tongue, RepoPath)> {
    let marks = Marks::of(paths.iter().map(RepoPath::as_str));
    let named = paths.iter().filter_map(|path| Some((marks.of_path(path.as_str())?, path.clone())));
    named.filter(|(tongue, _)| tongue.language().is_none()).collect()
}

/// The language that a sample of the file shows.
pub(super) fn language_of_file(root: &Path, path: &RepoPath) -> Option<Language> {
    tongue_in(&prose(path, &text_of(root, path)?))?.language()
}

/// What path and text say together. A text that is not translated yet stands in its folder all the
/// same; one in a third language does not belong there.
fn resolved(named: Option<Tongue>, read: Option<Tongue>) -> Option<Tongue> {
    match (named, read) {
        (Some(named), Some(read)) if named.language().is_some() && read.language().is_none() => {
            Some(read)
        }
        (Some(named), _) => Some(named),
        (None, read) => read,
    }
}

/// The language of the prose; another than Russian and English only where that is sure.
fn tongue_in(prose: &str) -> Option<Tongue> {
    let tongue = tongue_of(prose)?;
    (tongue.language().is_some() || is_foreign(prose)).then_some(tongue)
}

/// The text without code, addresses and what else is no prose.
fn prose(path: &RepoPath, text: &str) -> String {
    let options = formats::Options { unit: Unit::Block, ..formats::Options::default() };
    let document = formats::parse(path.clone(), Language::Russian, text.to_owned(), &options);
    let texts = document.segments.iter().map(|segment| without_files(&segment.text));
    texts.collect::<Vec<_>>().join("\n")
}

/// The text without names of files, which say nothing of its language: `star10draw.svg`.
fn without_files(text: &str) -> String {
    let is_file = |word: &&str| {
        let inside = word.trim_matches(|c: char| !c.is_alphanumeric());
        inside.split('.').count() > 1 && inside.is_ascii()
    };
    text.split_whitespace().filter(|word| !is_file(word)).collect::<Vec<_>>().join(" ")
}

/// The beginning of a file, or the beginning of what a package holds.
fn text_of(root: &Path, path: &RepoPath) -> Option<String> {
    if !formats::is_package(path) {
        return sample(root, path);
    }
    let bytes = crate::disk::read(root, path, formats::MAX_BYTES as u64).ok()?;
    let options = formats::Options { unit: Unit::Block, ..formats::Options::default() };
    let document = formats::read(path.clone(), Language::Russian, bytes, &options).ok()?;
    let end = document.text.floor_char_boundary(SAMPLE as usize);
    document.text.get(..end).map(str::to_owned)
}

fn sample(root: &Path, path: &RepoPath) -> Option<String> {
    let mut bytes = Vec::new();
    Place::of(root, path)
        .and_then(|place| place.open())
        .ok()?
        .0
        .take(SAMPLE)
        .read_to_end(&mut bytes)
        .ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// A stub or an empty file takes the language of its folder, where that has only one.
fn take_languages_of_folders(files: &mut [Surveyed]) {
    let mut folders: BTreeMap<String, Vec<Tongue>> = BTreeMap::new();
    for file in files.iter() {
        if let Some(tongue) = file.tongue {
            folders.entry(file.path.folder().to_owned()).or_default().push(tongue);
        }
    }
    for file in files.iter_mut().filter(|file| file.tongue.is_none()) {
        let tongues = folders.get(file.path.folder());
        let first = tongues.and_then(|tongues| tongues.first().copied());
        file.tongue =
            first.filter(|first| tongues.is_some_and(|all| all.iter().all(|t| t == first)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_front_matter() {
        for (text, expected) in [
            ("---\ntitle: a\ntranslationKey: diary\n---\ntext", Some("diary")),
            ("+++\ntranslationKey = \"diary\"\n+++\n", Some("diary")),
            ("---\ntitle: a\n---\ntranslationKey: diary", None),
            ("translationKey: diary", None),
        ] {
            assert_eq!(head::value(text, &KEYS), expected, "{text}");
        }
    }

    #[test]
    fn prose_tells_and_not_code() {
        let text = "# Установка\n\nСкачайте и запустите:\n\n```sh\nthe is of and to in it that for on\n```\n";
        let tongue = tongue_in(&prose(&RepoPath::new("a.md"), text));
        assert_eq!(tongue, Some(Tongue::RUSSIAN));
    }
}
