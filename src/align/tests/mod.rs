//! What holds of every alignment, on the project's own texts.

mod runs;
mod short;

use std::{fs, path::Path};

use crate::{
    formats::{Options, parse},
    model::{Document, Language, RepoPath},
};

/// A letter of the project in both languages.
fn letter(name: &str) -> (Document, Document) {
    let read = |folder: &str, language| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join("letters").join(name);
        let text = fs::read_to_string(path).unwrap_or_default();
        parse(RepoPath::new(name), language, text, &Options::default())
    };
    (read("source-ru", Language::Russian), read("translations", Language::English))
}

fn texts(document: &Document) -> Vec<String> {
    document.segments.iter().map(|segment| segment.text.clone()).collect()
}
