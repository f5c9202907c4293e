//! What replaying the history of a document gave, kept for the next run.
//!
//! One file a document pair, in the repository's own folder and so outside the tracked tree. It is
//! found by the paths of the pair and says for what it was made: the texts, their alignment, their
//! versions, the ledger and all else that the result depends on. One that is missing, damaged or
//! made for something else is passed over; all may be deleted at any time.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use crate::{
    model::{DocumentPair, TranslationUnit},
    replacement::replace_lightly,
    states::StalePassage,
};

/// Part of every key: to be raised when the same input is to give another result.
const METHOD: u32 = 1;

/// The result of a replay.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Replayed {
    pub(super) units: Vec<TranslationUnit>,
    pub(super) passages: Vec<StalePassage>,
    /// Units of which a shallow clone does not know enough.
    pub(super) cut: usize,
    /// Versions that could not be read.
    pub(super) missing: usize,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    key: String,
    replayed: Replayed,
}

/// Results of earlier runs.
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

    fn text(&self) -> String {
        self.0.finalize().to_hex().to_string()
    }
}

impl Cache {
    /// The results kept in the repository whose own folder is `git_folder`.
    pub(super) fn in_repository(git_folder: &Path) -> Self {
        Self { folder: git_folder.join("sverka").join("replay") }
    }

    /// The result kept for `pair` under `key`, otherwise what `replay` gives, which is then kept.
    /// Where nothing can be written, nothing is.
    pub(super) fn get_or(
        &self,
        pair: &DocumentPair,
        key: &Key,
        replay: impl FnOnce() -> Option<Replayed>,
    ) -> Option<Replayed> {
        let (path, key) = (self.path(pair), key.text());
        if let Some(kept) = read(&path).filter(|kept| kept.key == key) {
            return Some(kept.replayed);
        }
        let replayed = replay()?;
        // What could not be read may be there the next time.
        if replayed.missing > 0 {
            return Some(replayed);
        }
        let kept = Kept { key, replayed };
        // The result is as good without: the next run makes it anew.
        let _ = self.write(&path, &kept);
        Some(kept.replayed)
    }

    fn path(&self, pair: &DocumentPair) -> PathBuf {
        let name = blake3::hash(format!("{:?} {:?}", pair.source, pair.target).as_bytes());
        self.folder.join(format!("{}.json", &name.to_hex()[..32]))
    }

    fn write(&self, path: &Path, kept: &Kept) -> std::io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        let text = serde_json::to_vec(kept)?;
        replace_lightly(path, |file| file.write_all(&text))
    }
}

fn read(path: &Path) -> Option<Kept> {
    serde_json::from_slice(&fs::read(path).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RepoPath;

    #[test]
    fn what_is_kept_is_given_for_its_key_alone() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::in_repository(folder.path());
        let pair = DocumentPair {
            source: Some(RepoPath::new("ru/a.md")),
            target: Some(RepoPath::new("en/a.md")),
            expected_target: None,
            shared: "a.md".to_owned(),
            renamed: false,
        };
        let some = |cut| Replayed { units: Vec::new(), passages: Vec::new(), cut, missing: 0 };
        let key = |part: &str| Key::new().and(part);
        let get = |part: &str, cut| {
            cache.get_or(&pair, &key(part), || Some(some(cut))).map(|replayed| replayed.cut)
        };
        assert_eq!(get("one", 1), Some(1));
        assert_eq!(get("one", 2), Some(1));
        assert_eq!(get("other", 3), Some(3));
        fs::write(cache.path(&pair), "damaged").unwrap();
        assert_eq!(get("other", 4), Some(4));
        assert_eq!(cache.get_or(&pair, &key("none"), || None), None);
    }
}
