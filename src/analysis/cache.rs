//! What was found out about a document pair, kept for the next run.
//!
//! One file a document pair, in the repository's own folder and so outside the tracked tree. It is
//! found by the paths of the pair and says for what it was made: all that the result depends on.
//! One that is missing, damaged or made for something else is passed over; all may be deleted at
//! any time.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{history::git_folder, model::DocumentPair, replacement::replace_lightly};

/// Part of every key: to be raised when the same input is to give another result.
const METHOD: u32 = 4;

/// A result with what it was made for.
#[derive(Serialize, Deserialize)]
struct Kept<T> {
    key: String,
    result: T,
}

/// Results of one kind from earlier runs.
#[derive(Debug)]
pub(super) struct Cache {
    folder: PathBuf,
}

/// What a result depends on, as it is put together.
pub(super) struct Key(blake3::Hasher);

impl Key {
    /// The key of a result that depends on nothing yet.
    pub(super) fn new() -> Self {
        Self(blake3::Hasher::new()).and(env!("CARGO_PKG_VERSION")).and(&METHOD.to_string())
    }

    /// The same, depending on `part`, too.
    pub(super) fn and(mut self, part: &str) -> Self {
        self.0.update(&(part.len() as u64).to_le_bytes());
        self.0.update(part.as_bytes());
        self
    }

    /// The key in letters and digits.
    pub(super) fn text(&self) -> String {
        self.0.finalize().to_hex().to_string()
    }
}

impl Cache {
    /// The results of a kind kept in the repository that `root` lies in; none where there is none.
    pub(super) fn in_repository(root: &Path, kind: &str) -> Option<Self> {
        Some(Self { folder: git_folder(root)?.join("sverka").join(kind) })
    }

    /// The result kept for `pair` under `key`.
    pub(super) fn get<T: DeserializeOwned>(&self, pair: &DocumentPair, key: &Key) -> Option<T> {
        let kept: Kept<T> = serde_json::from_slice(&fs::read(self.path(pair)).ok()?).ok()?;
        (kept.key == key.text()).then_some(kept.result)
    }

    /// Keeps a result. Where nothing can be written nothing is kept: the next run makes it anew.
    pub(super) fn keep<T: Serialize>(&self, pair: &DocumentPair, key: &Key, result: &T) {
        let _ = self.write(&self.path(pair), &Kept { key: key.text(), result });
    }

    fn path(&self, pair: &DocumentPair) -> PathBuf {
        let name = blake3::hash(format!("{:?} {:?}", pair.source, pair.target).as_bytes());
        self.folder.join(format!("{}.json", &name.to_hex()[..32]))
    }

    fn write<T: Serialize>(&self, path: &Path, kept: &Kept<T>) -> std::io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        let text = serde_json::to_vec(kept)?;
        replace_lightly(path, |file| file.write_all(&text))
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
        cache.keep(&pair, &key("one"), &1);
        assert_eq!(kept("one"), Some(1));
        assert_eq!(kept("other"), None);
        cache.keep(&pair, &key("other"), &2);
        assert_eq!((kept("one"), kept("other")), (None, Some(2)));
        fs::write(cache.path(&pair), "damaged").unwrap();
        assert_eq!(kept("other"), None);
    }
}
