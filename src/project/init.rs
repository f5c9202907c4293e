//! What `sverka init` would write: the configuration that says what was found, and the line that
//! lets git merge ledgers.

use std::{fmt::Write, path::Path};

use super::{
    Template,
    config::FILE_NAME,
    discover, layout,
    layout::{DEFAULT_LAYOUT, FoundRule},
    rule::PathRule,
    sampled,
};
use crate::model::RepoPath;

/// The file in which git is told how to merge.
const ATTRIBUTES: &str = ".gitattributes";

/// What is to be written, and why.
#[derive(Debug)]
pub struct Plan {
    /// The rules that were found, the best first; empty where the default layout is proposed.
    pub found: Vec<FoundRule>,
    /// Files to write: path, contents.
    pub files: Vec<(RepoPath, String)>,
    /// Whether a configuration is there already; it is never overwritten unasked.
    pub configured: bool,
}

/// Looks at the files below `root` and says what to write.
///
/// # Errors
/// When a file to be extended cannot be read.
pub fn plan(root: &Path) -> std::io::Result<Plan> {
    let mut found = layout::detect(&sampled(root, discover::documents(root).paths));
    if root.join("source-ru").is_dir() {
        found.retain(|found| found.rule.source.to_string() != DEFAULT_LAYOUT.0);
        found.splice(0..0, default_rule(root));
    }
    let ledger = ledger_folder(&found);
    let mut files = vec![(RepoPath::new(FILE_NAME), configuration(&found, &ledger))];
    files.extend(attributes(root, &ledger)?);
    Ok(Plan { found, files, configured: root.join(FILE_NAME).exists() })
}

fn default_rule(root: &Path) -> Option<FoundRule> {
    let (source, target) =
        (Template::parse(DEFAULT_LAYOUT.0).ok()?, Template::parse(DEFAULT_LAYOUT.1).ok()?);
    let rule = PathRule::new(source, target);
    let pairs = super::pair(&discover::documents(root).paths, std::slice::from_ref(&rule));
    let pairs = pairs.iter().filter(|pair| pair.source.is_some() && pair.target.is_some()).count();
    Some(FoundRule { rule, pairs })
}

/// The ledger lives with the translations, where they have a folder of their own.
fn ledger_folder(found: &[FoundRule]) -> String {
    let target = found.first().map(|found| found.rule.target.to_string());
    let folder = target
        .as_deref()
        .and_then(|target| target.split_once("{path}"))
        .map_or("", |(folder, _)| folder);
    match folder.rsplit_once('/') {
        Some((folder, _)) => format!("{folder}/.sverka"),
        None if found.is_empty() => "translations/.sverka".to_owned(),
        None => ".sverka".to_owned(),
    }
}

/// The configuration: what was found, and the rest at its defaults.
fn configuration(found: &[FoundRule], ledger: &str) -> String {
    let mut text = String::from("# Where originals and translations live.\n");
    let (source, target) = DEFAULT_LAYOUT;
    let named: Vec<(String, String)> = found
        .iter()
        .map(|found| (found.rule.source.to_string(), found.rule.target.to_string()))
        .collect();
    let rules = if named.is_empty() { vec![(source.to_owned(), target.to_owned())] } else { named };
    for (source, target) in rules {
        // Writing to a string cannot fail.
        let _ = write!(
            text,
            "[[pair]]\nsource = {}\ntarget = {}\n\n",
            quoted(&source),
            quoted(&target)
        );
    }
    let _ = write!(
        text,
        "# Confirmed pairs of segments, plain text to commit with the translations.\n[ledger]\npath = {}\n",
        quoted(ledger)
    );
    text
}

fn quoted(text: &str) -> String {
    toml_edit::Value::from(text).to_string()
}

/// The attributes file with the ledger's line added, unless it is there.
fn attributes(root: &Path, ledger: &str) -> std::io::Result<Option<(RepoPath, String)>> {
    let path = RepoPath::new(ATTRIBUTES);
    let line = format!("{}/**/*.jsonl merge=union text eol=lf", ledger.replace(' ', "?"));
    let before = match std::fs::read_to_string(path.below(root)) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(error),
    };
    if before.lines().any(|existing| existing.trim() == line) {
        return Ok(None);
    }
    let gap = if before.is_empty() || before.ends_with('\n') { "" } else { "\n" };
    Ok(Some((path, format!("{before}{gap}{line}\n"))))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const RUSSIAN: &str = "Мы вернулись домой только весной, когда сошёл снег.\n";
    const ENGLISH: &str = "We came home only in spring, when the snow had melted.\n";

    #[test]
    fn says_what_it_found_and_keeps_other_attributes() {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in [
            ("ru/a.md", RUSSIAN),
            ("ru/b.md", RUSSIAN),
            ("ru/c.md", RUSSIAN),
            ("en/a.md", ENGLISH),
            ("en/b.md", ENGLISH),
            ("en/c.md", ENGLISH),
        ] {
            fs::create_dir_all(folder.path().join(path).parent().unwrap()).unwrap();
            fs::write(folder.path().join(path), text).unwrap();
        }
        fs::write(folder.path().join(ATTRIBUTES), "*.png binary").unwrap();
        let plan = plan(folder.path()).unwrap();
        assert_eq!(plan.found[0].pairs, 3);
        assert!(plan.files[0].1.contains("source = \"ru/{path}\"\ntarget = \"en/{path}\"\n"));
        assert_eq!(
            plan.files[1].1,
            "*.png binary\nen/.sverka/**/*.jsonl merge=union text eol=lf\n"
        );
    }
}
