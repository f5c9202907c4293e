//! Pages of the documentation that are made of the program: tests keep them as they are.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// Where the documentation in one language lies; `below` is empty for English.
pub(crate) fn docs(below: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(below)
}

/// That the files are what is `expected`: a list, and a page each in `folder`, which holds nothing
/// else. With `UPDATE_DOCS=1` they are written anew.
pub(crate) fn keep(folder: &Path, expected: &[(PathBuf, String)]) {
    if env::var_os("UPDATE_DOCS").is_some() {
        fs::create_dir_all(folder).unwrap();
        expected.iter().for_each(|(path, page)| fs::write(path, page).unwrap());
    }
    for (path, page) in expected {
        let is = fs::read_to_string(path).unwrap_or_default();
        assert!(is == *page, "{}: UPDATE_DOCS=1 cargo test page", path.display());
    }
    let count = fs::read_dir(folder).unwrap().count();
    assert_eq!(count + 1, expected.len(), "{}: a page of what is gone", folder.display());
}
