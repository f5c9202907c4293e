//! A project: its root, its settings, its documents in pairs.
//!
//! [`Project::open`] needs no configuration: without one the layout is found out from the files.

mod config;
mod discover;
mod init;
pub mod layout;
mod levels;
mod pairing;
mod root;
mod rule;
mod schema;

use std::{
    fs::File,
    io::Read,
    path::{Path, PathBuf},
};

pub use config::{Config, FILE_NAME, Policy};
pub use discover::{Found, documents};
pub use init::{Plan, plan};
pub use pairing::pair;
pub use rule::{PathRule, Template, TemplateError};
pub use schema::Settings;

use crate::model::{Code, Diagnostic, DocumentPair, Language, Message, RepoPath};

/// How much of a file is looked at to tell its language, in bytes.
const SAMPLE: u64 = 16 * 1024;

/// A folder with originals and translations, and what it says of itself.
#[derive(Debug)]
pub struct Project {
    /// The root: all paths are relative to it.
    pub root: PathBuf,
    /// The settings.
    pub config: Config,
    /// The path rules in force: configured, default or found out.
    pub rules: Vec<PathRule>,
    /// Whether the rules were found out, there being no configuration of them.
    pub found_out: bool,
}

/// The documents of a project.
#[derive(Debug, Default)]
pub struct Documents {
    /// Originals with their translations, sorted by path.
    pub pairs: Vec<DocumentPair>,
    /// What could not be looked at.
    pub unreadable: Vec<Diagnostic>,
}

impl Project {
    /// Opens the project that `start` lies in; `codes` are the findings that its configuration
    /// may speak of.
    ///
    /// # Errors
    /// When the folder does not exist, or the configuration cannot be read or has mistakes: all
    /// of them, each with its place.
    pub fn open(start: &Path, codes: &[Code]) -> Result<Self, Vec<Diagnostic>> {
        let root = root::find(start)?;
        let config = read_config(&root, codes)?;
        let (rules, found_out) = rules(&root, &config);
        Ok(Self { root, config, rules, found_out })
    }

    /// The documents by the rules in force.
    #[must_use]
    pub fn documents(&self) -> Documents {
        let Found { paths, unreadable } = documents(&self.root);
        let mut pairs = pair(&paths, &self.rules);
        pairs.retain(|pair| {
            pair.target.is_some() || pair.source.as_ref().is_some_and(|path| self.is_original(path))
        });
        Documents { pairs, unreadable }
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// When it cannot be read, or is a link that leads out of the project.
    pub fn read(&self, path: &RepoPath) -> Result<Vec<u8>, Diagnostic> {
        let full = path.below(&self.root);
        if full.is_symlink() && !discover::stays_inside(&self.root, &full) {
            let message = Message::new("file-link-outside").with("path", path.as_str());
            return Err(Diagnostic::about(path.clone(), message));
        }
        std::fs::read(&full).map_err(|error| unreadable(path, &error))
    }

    /// Whether a file without a translation is an original that wants one. A path that tells the
    /// sides apart says so itself; otherwise the file must be in Russian.
    fn is_original(&self, path: &RepoPath) -> bool {
        let says = |rule: &PathRule| rule.source_shared(path).is_some() && rule.tells_sources();
        self.rules.iter().any(says) || sample_language(&self.root, path) == Some(Language::Russian)
    }
}

/// The error of a file that cannot be read.
fn unreadable(path: &RepoPath, error: &std::io::Error) -> Diagnostic {
    let message = Message::new("file-unreadable")
        .with("path", path.as_str())
        .with("detail", error.to_string());
    Diagnostic::about(path.clone(), message)
}

fn read_config(root: &Path, codes: &[Code]) -> Result<Config, Vec<Diagnostic>> {
    let name = RepoPath::new(FILE_NAME);
    let bytes = match std::fs::read(name.below(root)) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Config::default()),
        Err(error) => return Err(vec![unreadable(&name, &error)]),
    };
    let text = String::from_utf8(bytes)
        .map_err(|_| vec![Diagnostic::about(name.clone(), Message::new("config-encoding"))])?;
    let mut problems = Vec::new();
    let config = Config::read(&text, codes, &mut problems);
    if problems.is_empty() { Ok(config) } else { Err(Diagnostic::in_text(&name, &text, problems)) }
}

/// The rules in force, and whether they were found out.
fn rules(root: &Path, config: &Config) -> (Vec<PathRule>, bool) {
    if !config.pairs.is_empty() {
        return (config.pairs.clone(), false);
    }
    if root.join("source-ru").is_dir() {
        let template = |text| Template::parse(text).ok();
        let (source, target) = layout::DEFAULT_LAYOUT;
        let default = template(source)
            .zip(template(target))
            .map(|(source, target)| PathRule::new(source, target));
        return (default.into_iter().collect(), false);
    }
    let found = layout::detect(&sampled(root, documents(root).paths));
    (found.into_iter().map(|found| found.rule).collect(), true)
}

/// Files with their languages, as far as a sample of each shows.
fn sampled(root: &Path, paths: Vec<RepoPath>) -> Vec<(RepoPath, Option<Language>)> {
    let with_language = |path: RepoPath| {
        let language = sample_language(root, &path);
        (path, language)
    };
    paths.into_iter().map(with_language).collect()
}

fn sample_language(root: &Path, path: &RepoPath) -> Option<Language> {
    let mut bytes = Vec::new();
    File::open(path.below(root)).ok()?.take(SAMPLE).read_to_end(&mut bytes).ok()?;
    layout::language_of(&String::from_utf8_lossy(&bytes))
}
