//! Configured folders that are not there.

use std::path::Path;

use super::Config;
use crate::model::{Message, Problem};

/// How alike two names are, from 0 to 1, of which one was meant for the other.
const ALIKE: f64 = 0.8;

/// Reports a folder of terms that does not exist: nothing would be looked for, and nobody would
/// see it.
pub(super) fn missing(root: &Path, config: &Config, problems: &mut Vec<Problem>) {
    let Some(span) = config.glossary_span else { return };
    if config.glossary.below(root).is_dir() {
        return;
    }
    let path = config.glossary.as_str();
    let missing = |id: &'static str| Message::new(id).with("path", path);
    let message = match nearest(root, path) {
        Some(nearest) => missing("config-folder-missing-nearest").with("nearest", nearest),
        None => missing("config-folder-missing"),
    };
    problems.push(Problem { span, message });
}

/// The folder at the root whose name is most like `path`.
fn nearest(root: &Path, path: &str) -> Option<String> {
    let folders = std::fs::read_dir(root).ok()?.flatten().filter(|entry| entry.path().is_dir());
    let names = folders.filter_map(|entry| entry.file_name().into_string().ok());
    let alike = names.map(|name| (strsim::normalized_levenshtein(&name, path), name));
    let best = alike.max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(&a.1)))?;
    (best.0 >= ALIKE).then_some(best.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reported(folder: &str) -> Vec<String> {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir(root.path().join("glossary")).unwrap();
        let mut problems = Vec::new();
        let text = format!("[glossary]\npath = \"{folder}\"\n");
        let config = Config::read(&text, &[], &mut problems);
        missing(root.path(), &config, &mut problems);
        problems.iter().map(|problem| problem.message.id.to_string()).collect()
    }

    #[test]
    fn a_folder_of_terms_that_is_not_there() {
        assert_eq!(reported("glossary"), Vec::<String>::new());
        assert_eq!(reported("glosary"), ["config-folder-missing-nearest"]);
        assert_eq!(reported("terms"), ["config-folder-missing"]);
    }
}
