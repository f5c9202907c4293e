//! What `sverka init` would write: the configuration that says what was found, and the line that
//! lets git merge ledgers.

use std::{fmt::Write, path::Path};

use super::{
    PathRule, Project, config::FILE_NAME, layout::DEFAULT_LAYOUT, layout::FoundRule, lone, marks,
};
use crate::{
    disk,
    model::{Diagnostic, Direction, DocumentPair, Message, RepoPath},
    text::language::Tongue,
};

/// The file in which git is told how to merge.
const ATTRIBUTES: &str = ".gitattributes";

/// By which editors complete and check the configuration.
const SCHEMA: &str = concat!(
    env!("CARGO_PKG_REPOSITORY"),
    "/raw/v",
    env!("CARGO_PKG_VERSION"),
    "/docs/schema/config.json"
);

/// What is to be written, and why.
#[derive(Debug)]
pub struct Plan {
    /// The rules that were found, the best first, each with how many documents have a translation.
    pub found: Vec<FoundRule>,
    /// Pairs that were found by content, each a rule of two files.
    pub joined: Vec<FoundRule>,
    /// Documents that have no translation yet.
    pub missing: usize,
    /// Where there is nothing but originals: where their translations would go.
    pub proposal: Option<Proposal>,
    /// Files to write: path, contents.
    pub files: Vec<(RepoPath, String)>,
    /// Whether a configuration is there already; it is never overwritten unasked.
    pub configured: bool,
}

/// A layout for originals that have no translation.
#[derive(Debug)]
pub struct Proposal {
    /// The layout.
    pub rule: PathRule,
    /// How many originals there are.
    pub originals: usize,
    /// One of them.
    pub first: RepoPath,
}

/// Says what to write for `project`, whose documents are `pairs`; `leading` is which side of each
/// leads, as far as history says.
///
/// # Errors
/// When a file to be extended cannot be read.
pub fn plan(
    project: &Project,
    pairs: &[DocumentPair],
    leading: &[Direction],
) -> Result<Plan, Vec<Diagnostic>> {
    let root = &project.root;
    let found = project.rules.iter().map(|rule| counted(rule, pairs)).collect::<Vec<_>>();
    let joined: Vec<FoundRule> = pairs
        .iter()
        .filter(|pair| pair.renamed)
        .filter_map(|pair| lone::rule(pair.source.as_ref()?, pair.target.as_ref()?))
        .collect();
    let is_new = found.is_empty() && joined.is_empty();
    let proposal = if is_new { proposal(project) } else { None };
    let rules = found.iter().chain(&joined).map(|found| &found.rule);
    let rules: Vec<&PathRule> = rules.chain(proposal.iter().map(|new| &new.rule)).collect();
    let ledger = ledger_folder(&rules);
    let is_led = |rule: &PathRule| is_led_by_english(rule, pairs, leading);
    let mut files = vec![(RepoPath::new(FILE_NAME), configuration(&rules, is_led, &ledger))];
    files.extend(attributes(root, &ledger)?);
    let missing = pairs.iter().filter(|pair| pair.target.is_none()).count();
    let configured = root.join(FILE_NAME).exists();
    Ok(Plan { found, joined, missing, proposal, files, configured })
}

/// A rule with how many documents it joins to a translation.
fn counted(rule: &PathRule, pairs: &[DocumentPair]) -> FoundRule {
    FoundRule { rule: rule.clone(), pairs: pairs.iter().filter(|pair| joins(rule, pair)).count() }
}

/// Whether a rule joins both documents of a pair.
fn joins(rule: &PathRule, pair: &DocumentPair) -> bool {
    let (Some(source), Some(target)) = (&pair.source, &pair.target) else { return false };
    let shared = rule.source_shared(source);
    shared.is_some_and(|shared| rule.target.path(&shared) == *target)
}

/// Whether the English leads in all documents that a rule joins.
fn is_led_by_english(rule: &PathRule, pairs: &[DocumentPair], leading: &[Direction]) -> bool {
    let joined = pairs.iter().zip(leading).filter(|(pair, _)| joins(rule, pair));
    let mut leading = joined.map(|(_, leading)| *leading).peekable();
    leading.peek().is_some() && leading.all(|leading| leading == Direction::EnRu)
}

/// Beside the folder that holds all originals a folder of the same names: `en` where theirs is
/// named for its language, else `translations`.
fn proposal(project: &Project) -> Option<Proposal> {
    let originals: Vec<&RepoPath> = project.russian().collect();
    let first = (*originals.first()?).clone();
    let folder = originals.iter().map(|path| path.folder()).reduce(common_folder)?;
    let (source, target) = proposed_templates(folder);
    let rule =
        PathRule::new(super::Template::parse(&source).ok()?, super::Template::parse(&target).ok()?);
    Some(Proposal { rule, originals: originals.len(), first })
}

fn proposed_templates(folder: &str) -> (String, String) {
    let is_russian = |part: &str| marks::tongue(part) == Some(Tongue::RUSSIAN);
    let parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let Some(at) = parts.iter().position(|part| is_russian(part)) else {
        let source = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        return (format!("{source}{{path}}"), "translations/{path}".to_owned());
    };
    let up_to = |name: &str| {
        let above = parts.iter().take(at).chain(std::iter::once(&name));
        above.map(|part| format!("{part}/")).collect::<String>() + "{path}"
    };
    (up_to(parts.get(at).copied().unwrap_or_default()), up_to("en"))
}

/// The folder that both stand in.
fn common_folder<'a>(one: &'a str, other: &'a str) -> &'a str {
    let mut end = 0;
    for (part, theirs) in one.split_inclusive('/').zip(other.split_inclusive('/')) {
        if part.trim_end_matches('/') != theirs.trim_end_matches('/') {
            break;
        }
        end += part.len();
    }
    one.get(..end).unwrap_or_default().trim_end_matches('/')
}

/// The ledger lives with the translations, where they have a folder of their own.
fn ledger_folder(rules: &[&PathRule]) -> String {
    let target = rules.first().map(|rule| rule.target.to_string());
    let folder = target
        .as_deref()
        .and_then(|target| target.split_once("{path}"))
        .map_or("", |(folder, _)| folder);
    match folder.rsplit_once('/') {
        Some((folder, _)) => format!("{folder}/.sverka"),
        None if rules.is_empty() => "translations/.sverka".to_owned(),
        None => ".sverka".to_owned(),
    }
}

/// The configuration: what was found, and the rest at its defaults.
fn configuration(rules: &[&PathRule], is_led: impl Fn(&PathRule) -> bool, ledger: &str) -> String {
    let mut text = format!("#:schema {SCHEMA}\n\n# Where originals and translations live.\n");
    let (source, target) = DEFAULT_LAYOUT;
    let named: Vec<(String, String, bool)> = rules
        .iter()
        .map(|rule| (rule.source.to_string(), rule.target.to_string(), is_led(rule)))
        .collect();
    let usual = || vec![(source.to_owned(), target.to_owned(), false)];
    let rules = if named.is_empty() { usual() } else { named };
    for (source, target, is_led) in rules {
        let direction = if is_led { "direction = \"en-ru\"\n" } else { "" };
        // Writing to a string cannot fail.
        let _ = write!(
            text,
            "[[pair]]\nsource = {}\ntarget = {}\n{direction}\n",
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
fn attributes(root: &Path, ledger: &str) -> Result<Option<(RepoPath, String)>, Vec<Diagnostic>> {
    let path = RepoPath::new(ATTRIBUTES);
    let line = format!("{}/**/*.jsonl merge=union text eol=lf", ledger.replace(' ', "?"));
    let before = match disk::read(root, &path, disk::LARGEST) {
        Ok(bytes) => bytes,
        Err(refusal) if refusal.is_missing() => Vec::new(),
        Err(refusal) => return Err(vec![refusal.about(&path)]),
    };
    let before = String::from_utf8(before).map_err(|_| {
        let message = Message::new("file-encoding").with("path", path.as_str());
        vec![Diagnostic::about(path.clone(), message)]
    })?;
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
        let project =
            Project::found_out(folder.path().to_owned(), crate::project::Config::default());
        let pairs = project.documents().pairs;
        let plan = plan(&project, &pairs, &[]).unwrap();
        assert_eq!(plan.found[0].pairs, 3);
        assert!(plan.files[0].1.contains("source = \"ru/{path}\"\ntarget = \"en/{path}\"\n"));
        assert_eq!(
            plan.files[1].1,
            "*.png binary\nen/.sverka/**/*.jsonl merge=union text eol=lf\n"
        );
    }

    #[test]
    fn originals_without_translations_get_a_place_for_them() {
        for (folder, expected) in [
            ("letters", ("letters/{path}", "translations/{path}")),
            ("", ("{path}", "translations/{path}")),
            ("docs/ru", ("docs/ru/{path}", "docs/en/{path}")),
            ("docs/ru/letters", ("docs/ru/{path}", "docs/en/{path}")),
        ] {
            let (source, target) = proposed_templates(folder);
            assert_eq!((source.as_str(), target.as_str()), expected);
        }
        assert_eq!(common_folder("a/b/c", "a/bc"), "a");
        assert_eq!(common_folder("a/b", "a/b/c"), "a/b");
    }
}
