//! Whether the two sides of a configured pair are the wrong way round.

use std::path::Path;

use super::{Config, discover, pairing::pair, survey::language_of_file};
use crate::model::{Language, Message, Problem, RepoPath};

/// So many files of either side are looked at.
const SAMPLES: usize = 8;

/// Reports each pair whose originals are in English and whose translations are in Russian.
pub(super) fn swapped(root: &Path, config: &Config, problems: &mut Vec<Problem>) {
    if config.pairs.is_empty() {
        return;
    }
    let paths = discover::documents(root, &config.ignored).paths;
    for (rule, span) in config.pairs.iter().zip(&config.pair_spans) {
        let pairs = pair(&paths, std::slice::from_ref(rule));
        let sources = pairs.iter().filter_map(|pair| pair.source.as_ref());
        let targets = pairs.iter().filter_map(|pair| pair.target.as_ref());
        if mostly(root, sources) == Some(Language::English)
            && mostly(root, targets) == Some(Language::Russian)
        {
            let message = Message::new("config-sides-swapped")
                .with("source", rule.source.to_string())
                .with("target", rule.target.to_string());
            problems.push(Problem { span: *span, message });
        }
    }
}

/// The language that most of a few files are in.
fn mostly<'a>(root: &Path, paths: impl Iterator<Item = &'a RepoPath>) -> Option<Language> {
    let languages: Vec<Language> =
        paths.filter_map(|path| language_of_file(root, path)).take(SAMPLES).collect();
    let count = |language| languages.iter().filter(|other| **other == language).count();
    let (russian, english) = (count(Language::Russian), count(Language::English));
    match russian.cmp(&english) {
        std::cmp::Ordering::Greater => Some(Language::Russian),
        std::cmp::Ordering::Less => Some(Language::English),
        std::cmp::Ordering::Equal => None,
    }
}
