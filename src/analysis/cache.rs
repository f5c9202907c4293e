//! What was found out about a document pair, kept for the next run.
//!
//! One file a document pair, in the repository's own folder and so outside the tracked tree. It is
//! found by the paths of the pair and says for what it was made: all that the result depends on.
//! Its first line names the format and a checksum of the rest. One that is missing, damaged or made
//! for something else is passed over and made anew; all may be deleted at any time.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde::{Serialize, de::DeserializeOwned};

use crate::{
    disk::{self, Place, replace_lightly},
    history::git_folder,
    model::{Document, DocumentPair, RepoPath},
};

/// No result has more bytes.
const LARGEST: u64 = 1024 * 1024 * 1024;

/// The format of the files.
const FORMAT: u32 = 2;

/// Results of one kind from earlier runs.
#[derive(Debug)]
pub(super) struct Cache {
    git_folder: PathBuf,
    kind: &'static str,
}

/// What a result depends on, as it is put together.
pub(super) struct Key(blake3::Hasher);

impl Key {
    /// The key of a result that depends on nothing yet.
    pub(super) fn new() -> Self {
        Self(blake3::Hasher::new()).and(env!("SVERKA_BUILD"))
    }

    /// The same, depending on `part`, too.
    pub(super) fn and(mut self, part: &str) -> Self {
        self.0.update(&(part.len() as u64).to_le_bytes());
        self.0.update(part.as_bytes());
        self
    }

    /// The same, depending on a document: of a package on more than the text that is read of it.
    pub(super) fn and_document(self, document: &Document) -> Self {
        let key = self.and(&document.text);
        match &document.origin {
            None => key,
            Some(origin) => origin.parts.iter().fold(key, |key, part| key.and(&part.text)),
        }
    }

    /// The key in letters and digits.
    pub(super) fn text(&self) -> String {
        self.0.finalize().to_hex().to_string()
    }
}

impl Cache {
    /// The results of a kind kept in the repository that `root` lies in; none where there is none.
    pub(super) fn in_repository(root: &Path, kind: &'static str) -> Option<Self> {
        Some(Self { git_folder: git_folder(root)?, kind })
    }

    /// Results of another kind, kept beside these.
    pub(super) fn of_kind(&self, kind: &'static str) -> Self {
        Self { git_folder: self.git_folder.clone(), kind }
    }

    /// The result kept for `pair` under `key`.
    pub(super) fn get<T: DeserializeOwned>(&self, pair: &DocumentPair, key: &Key) -> Option<T> {
        let (_, result) = self.read(pair, Some(&key.text()))?;
        postcard::from_bytes(&result).ok()
    }

    /// The result kept for `pair`, whatever it was made for, with its key.
    pub(super) fn last<T: DeserializeOwned>(&self, pair: &DocumentPair) -> Option<(String, T)> {
        let (key, result) = self.read(pair, None)?;
        Some((key, postcard::from_bytes(&result).ok()?))
    }

    /// The key and the bytes of what is kept for `pair`, if it is sound and has that key.
    fn read(&self, pair: &DocumentPair, wanted: Option<&str>) -> Option<(String, Vec<u8>)> {
        let mut kept = disk::read(&self.git_folder, &self.path(pair), LARGEST).ok()?;
        let result = kept.split_off(kept.iter().position(|&c| c == b'\n')? + 1);
        let heading = str::from_utf8(&kept).ok()?;
        let key = heading.split(' ').nth(3)?;
        let is_sound =
            wanted.is_none_or(|wanted| wanted == key) && heading == self.heading(key, &result);
        is_sound.then(|| (key.to_owned(), result))
    }

    /// Keeps a result. Where nothing can be written nothing is kept: the next run makes it anew.
    pub(super) fn keep<T: Serialize>(&self, pair: &DocumentPair, key: &Key, result: &T) {
        let _ = self.write(pair, key, result);
    }

    /// The first line of a file: whose result it is, and the checksum of all.
    fn heading(&self, key: &str, result: &[u8]) -> String {
        let checksum = blake3::Hasher::new()
            .update(self.kind.as_bytes())
            .update(key.as_bytes())
            .update(result)
            .finalize();
        format!("sverka {FORMAT} {} {key} {checksum}\n", self.kind)
    }

    fn path(&self, pair: &DocumentPair) -> RepoPath {
        let name = blake3::hash(format!("{:?} {:?}", pair.source, pair.target).as_bytes());
        RepoPath::new(format!("sverka/{}/{}", self.kind, &name.to_hex()[..32]))
    }

    fn write<T: Serialize>(
        &self,
        pair: &DocumentPair,
        key: &Key,
        result: &T,
    ) -> Result<(), disk::Refusal> {
        let full = Place::of(&self.git_folder, &self.path(pair))?.full();
        full.parent().map_or(Ok(()), fs::create_dir_all)?;
        let result = postcard::to_stdvec(result).map_err(std::io::Error::other)?;
        let heading = self.heading(&key.text(), &result);
        replace_lightly(&full, |file| {
            file.write_all(heading.as_bytes())?;
            file.write_all(&result)
        })?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RepoPath;

    #[test]
    fn what_is_kept_is_given_for_its_key_alone() {
        let folder = tempfile::tempdir().unwrap();
        assert!(Cache::in_repository(folder.path(), "replay").is_none());
        git2::Repository::init(folder.path()).unwrap();
        let cache = Cache::in_repository(folder.path(), "replay").unwrap();
        let pair = DocumentPair {
            source: Some(RepoPath::new("ru/a.md")),
            target: Some(RepoPath::new("en/a.md")),
            expected_target: None,
            shared: "a.md".to_owned(),
            renamed: false,
            direction: None,
        };
        let key = |part: &str| Key::new().and(part);
        let kept = |part: &str| cache.get::<u32>(&pair, &key(part));
        assert_eq!(kept("one"), None);
        cache.keep(&pair, &key("one"), &1_u32);
        assert_eq!(kept("one"), Some(1));
        assert_eq!(kept("other"), None);
        cache.keep(&pair, &key("other"), &2_u32);
        assert_eq!((kept("one"), kept("other")), (None, Some(2)));
        fs::write(cache.path(&pair).below(&cache.git_folder), "damaged").unwrap();
        assert_eq!(kept("other"), None);
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(2_000))]
        /// Flipped bits, cuts, swapped stretches and entries of another kind: what is given is what
        /// was kept, or nothing.
        #[test]
        fn a_damaged_entry_is_never_given(
            at in 0_usize..4_000, bit in 0_u8..8, length in 0_usize..200, way in 0_u8..5,
        ) {
            let folder = tempfile::tempdir().unwrap();
            let cache = |kind| Cache { git_folder: folder.path().to_owned(), kind };
            let (kept, other) = (cache("replay"), cache("alignment"));
            let pair = DocumentPair {
                source: Some(RepoPath::new("ru/a.md")),
                target: Some(RepoPath::new("en/a.md")),
                expected_target: None,
                direction: None,
                shared: "a.md".to_owned(),
                renamed: false,
            };
            let result: Vec<u32> = (0..500).collect();
            let key = Key::new().and("texts");
            kept.keep(&pair, &key, &result);
            let file = kept.path(&pair).below(folder.path());
            let sound = fs::read(&file).unwrap();
            let mut bytes = sound.clone();
            let at = at % bytes.len();
            match way {
                0 => bytes[at] ^= 1 << bit,
                1 => bytes.truncate(at),
                2 => { bytes.drain(at..(at + length).min(sound.len())); }
                3 => bytes.rotate_left(at),
                _ => {
                    other.keep(&pair, &key, &vec![1_u32]);
                    bytes = fs::read(other.path(&pair).below(folder.path())).unwrap();
                }
            }
            fs::write(&file, &bytes).unwrap();
            let given: Option<Vec<u32>> = kept.get(&pair, &key);
            let expected = (bytes == sound).then_some(result);
            proptest::prop_assert_eq!(given, expected);
        }
    }
}
