//! A project: its root, its settings, its documents in pairs.
//!
//! [`Project::open`] needs no configuration: without one the layout is found out from the files.

mod catalogues;
mod config;
mod discover;
mod docusaurus;
mod folders;
mod init;
pub mod layout;
mod levels;
mod lone;
mod marks;
mod pairing;
mod root;
mod rule;
mod schema;
mod scope;
mod sides;
mod survey;
mod votes;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

pub use config::{Config, FILE_NAME, Policy};
pub use discover::{Found, documents};
pub use init::{Plan, Proposal, plan};
pub use layout::FoundRule;
pub use marks::{marks_own_language, root_of_language};
pub use pairing::pair;
pub use rule::{PathRule, Template, TemplateError};
pub use schema::Settings;
pub use survey::{Surveyed, survey};

use crate::{
    disk,
    formats::MAX_BYTES,
    model::{Code, Diagnostic, DocumentPair, Language, Message, Problem, RepoPath},
    text::language::Tongue,
};

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
    /// What the files showed when the rules were found out.
    files: Vec<Surveyed>,
}

/// The documents of a project.
#[derive(Debug, Default)]
pub struct Documents {
    /// Originals with their translations, sorted by path.
    pub pairs: Vec<DocumentPair>,
    /// Where the layout was found out: files in one of the two languages that no rule is for, each
    /// by itself. Their contents may join some.
    pub strays: Vec<DocumentPair>,
    /// Files on either side that hold text in a format that is not read.
    pub unread: Vec<DocumentPair>,
    /// How many files stand there in which other languages.
    pub others: BTreeMap<Tongue, usize>,
    /// What could not be looked at.
    pub unreadable: Vec<Diagnostic>,
    /// Links that lead to nothing.
    pub dangling: Vec<Diagnostic>,
}

impl Project {
    /// Opens the project that `start` lies in; `codes` are the findings that its configuration
    /// may speak of.
    ///
    /// # Errors
    /// When the folder does not exist, or the configuration cannot be read or has mistakes: all
    /// of them, each with its place.
    pub fn open(start: &Path, codes: &[Code]) -> Result<Self, Vec<Diagnostic>> {
        let (root, config) = Self::configuration(start, codes)?;
        if !config.pairs.is_empty() {
            let rules = config.pairs.clone();
            return Ok(Self { root, config, rules, found_out: false, files: Vec::new() });
        }
        if root.join("source-ru").is_dir() {
            let rules = default_rule().into_iter().collect();
            return Ok(Self { root, config, rules, found_out: false, files: Vec::new() });
        }
        Ok(Self::found_out(root, config))
    }

    /// The root of the project that `start` lies in and its configuration, without a look at its
    /// files.
    ///
    /// # Errors
    /// Where the configuration cannot be read or has mistakes.
    pub fn configuration(
        start: &Path,
        codes: &[Code],
    ) -> Result<(PathBuf, Config), Vec<Diagnostic>> {
        let root = root::find(start)?;
        let config = read_config(&root, codes)?;
        Ok((root, config))
    }

    /// The configuration that `file` is, for work that has no documents, and the folder that its
    /// term base is looked for in.
    ///
    /// # Errors
    /// Where it cannot be read or has mistakes.
    pub fn configuration_of(
        file: &Path,
        codes: &[Code],
    ) -> Result<(PathBuf, Config), Vec<Diagnostic>> {
        let name = RepoPath::new(file.display().to_string());
        let bytes =
            disk::read_typed(file, disk::LARGEST).map_err(|refusal| vec![refusal.about(&name)])?;
        let root = file.parent().unwrap_or(Path::new("")).to_path_buf();
        let config = parsed(&name, bytes, codes, |config, problems| {
            folders::missing(&root, config, problems);
        })?;
        Ok((root, config))
    }

    /// The project at `root` with the layout that its files show.
    #[must_use]
    pub fn found_out(root: PathBuf, config: Config) -> Self {
        let found = documents(&root, &config.ignored);
        let files = survey(&root, &found.paths);
        let mut rules: Vec<PathRule> =
            layout::detect(&files).into_iter().map(|found| found.rule).collect();
        if root.join("source-ru").is_dir() {
            rules.retain(|rule| rule.source.to_string() != layout::DEFAULT_LAYOUT.0);
            rules.splice(0..0, default_rule());
        }
        let values = |source: &str, target: &str| catalogues::values(&root, source, target);
        rules.extend(catalogues::rules(&found.catalogues, values));
        let pairs = pair(&found.paths, &rules);
        let joined: BTreeSet<&RepoPath> = pairs
            .iter()
            .filter(|pair| pair.target.is_some())
            .flat_map(|pair| &pair.source)
            .collect();
        let left = found.paths.iter().filter(|path| !joined.contains(path));
        let left: Vec<RepoPath> = left.chain(&found.catalogues).cloned().collect();
        let lone = catalogues::lone(&root, &left, &rules);
        rules.extend(lone);
        Self { root, config, rules, found_out: true, files }
    }

    /// The project at `root` with a layout that the user names.
    #[must_use]
    pub fn with_rule(root: PathBuf, rule: PathRule) -> Self {
        let config = Config::default();
        Self { root, config, rules: vec![rule], found_out: false, files: Vec::new() }
    }

    /// What a reader calls it: the name of its folder.
    #[must_use]
    pub fn name(&self) -> String {
        let name = self.root.file_name().unwrap_or(self.root.as_os_str());
        name.to_string_lossy().into_owned()
    }

    /// The Russian files, as far as the layout was found out.
    pub fn russian(&self) -> impl Iterator<Item = &RepoPath> {
        let is_russian = |file: &&Surveyed| file.tongue == Some(Tongue::RUSSIAN);
        self.files.iter().filter(is_russian).map(|file| &file.path)
    }

    /// The documents by the rules in force.
    #[must_use]
    pub fn documents(&self) -> Documents {
        let found = documents(&self.root, &self.config.ignored);
        let Found { mut paths, mut catalogues, unread, unreadable, dangling } = found;
        let others = self.others(&paths);
        if self.found_out {
            let foreign = others.iter().map(|(_, path)| path);
            let redirects = self.files.iter().filter(|file| file.is_redirect);
            let left: BTreeSet<&RepoPath> =
                foreign.chain(redirects.map(|file| &file.path)).collect();
            paths.retain(|path| !left.contains(path));
        }
        catalogues.retain(|path| catalogues::is_named(path, &self.rules));
        paths.extend(catalogues);
        let mut pairs = pair(&paths, &self.rules);
        pairs.retain(|pair| {
            pair.target.is_some() || pair.source.as_ref().is_some_and(|path| self.is_original(path))
        });
        if self.found_out {
            let outlived = catalogues::outlived(&self.root, &pairs);
            pairs.retain(|pair| pair.source.as_ref().is_none_or(|path| !outlived.contains(path)));
        }
        for pair in pairs.iter_mut().filter(|pair| pair.is_one_file() && pair.direction.is_none()) {
            pair.direction =
                pair.source.as_ref().and_then(|path| catalogues::direction(&self.root, path));
        }
        let documents: BTreeSet<&RepoPath> =
            pairs.iter().flat_map(|pair| [&pair.source, &pair.target]).flatten().collect();
        let strays = self.strays(&documents);
        let mut counts = BTreeMap::new();
        for (tongue, _) in others.iter().filter(|(_, path)| !documents.contains(path)) {
            *counts.entry(*tongue).or_default() += 1;
        }
        let mut unread = pair_unread(&unread, &self.rules);
        unread.sort();
        Documents { pairs, strays, unread, others: counts, unreadable, dangling }
    }

    /// The files in other languages.
    fn others(&self, paths: &[RepoPath]) -> Vec<(Tongue, RepoPath)> {
        if !self.found_out {
            return survey::others_by_path(paths);
        }
        let tongues = self.files.iter().filter_map(|file| Some((file.tongue?, file.path.clone())));
        tongues.filter(|(tongue, _)| tongue.language().is_none()).collect()
    }

    /// Russian and English files that are in no pair.
    fn strays(&self, documents: &BTreeSet<&RepoPath>) -> Vec<DocumentPair> {
        let left = self.files.iter();
        let left = left.filter(|file| !file.is_redirect && !documents.contains(&file.path));
        let strays = left.filter_map(|file| {
            let path = Some(file.path.clone());
            let (source, target) = match file.tongue?.language()? {
                Language::Russian => (path, None),
                Language::English => (None, path),
            };
            Some(DocumentPair {
                source,
                target,
                expected_target: None,
                shared: String::new(),
                renamed: false,
                direction: None,
            })
        });
        strays.collect()
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// When it cannot be read, leads out of the project, is no plain file, or is too large.
    pub fn read(&self, path: &RepoPath) -> Result<Vec<u8>, Diagnostic> {
        disk::read(&self.root, path, MAX_BYTES as u64).map_err(|refusal| refusal.about(path))
    }

    /// The bytes of a file; none where there is none.
    ///
    /// # Errors
    /// When there is one and it cannot be read.
    pub fn read_present(&self, path: &RepoPath) -> Result<Option<Vec<u8>>, Diagnostic> {
        match disk::read(&self.root, path, MAX_BYTES as u64) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(refusal) if refusal.is_missing() => Ok(None),
            Err(refusal) => Err(refusal.about(path)),
        }
    }

    /// Whether a file without a translation is an original that wants one. A path that tells the
    /// sides apart says so itself; otherwise the file must be in Russian.
    fn is_original(&self, path: &RepoPath) -> bool {
        let says = |rule: &PathRule| rule.source_shared(path).is_some() && rule.tells_sources();
        self.rules.iter().any(says)
            || survey::language_of_file(&self.root, path) == Some(Language::Russian)
    }
}

fn read_config(root: &Path, codes: &[Code]) -> Result<Config, Vec<Diagnostic>> {
    let name = RepoPath::new(FILE_NAME);
    let bytes = match disk::read(root, &name, disk::LARGEST) {
        Ok(bytes) => bytes,
        // A link that leads nowhere is a configuration that cannot be read.
        Err(refusal) if refusal.is_missing() && !name.below(root).is_symlink() => {
            return Ok(Config::default());
        }
        Err(refusal) => return Err(vec![refusal.about(&name)]),
    };
    parsed(&name, bytes, codes, |config, problems| {
        sides::swapped(root, config, problems);
        folders::missing(root, config, problems);
    })
}

/// The configuration in the file called `name`, once `look` has looked for further problems.
fn parsed(
    name: &RepoPath,
    bytes: Vec<u8>,
    codes: &[Code],
    look: impl FnOnce(&Config, &mut Vec<Problem>),
) -> Result<Config, Vec<Diagnostic>> {
    let text = String::from_utf8(bytes)
        .map_err(|_| vec![Diagnostic::about(name.clone(), Message::new("config-encoding"))])?;
    let mut problems = Vec::new();
    let config = Config::read(&text, codes, &mut problems);
    look(&config, &mut problems);
    if problems.is_empty() { Ok(config) } else { Err(Diagnostic::in_text(name, &text, problems)) }
}

/// The default layout.
fn default_rule() -> Option<PathRule> {
    let (source, target) = layout::DEFAULT_LAYOUT;
    let source = Template::parse(source).ok()?;
    Some(PathRule::new(source, Template::parse(target).ok()?))
}

/// A rule for which every file is an original.
fn everything() -> Option<PathRule> {
    let target = Template::parse("translations/{path}").ok()?;
    Some(PathRule::new(Template::parse("{path}").ok()?, target))
}

/// Files that are not read, on the side that a path shows: where the rule does not tell the sides
/// apart, any file might be meant. Where there are no rules all of them.
fn pair_unread(paths: &[RepoPath], rules: &[PathRule]) -> Vec<DocumentPair> {
    if rules.is_empty() {
        return pair(paths, &everything().into_iter().collect::<Vec<_>>());
    }
    let telling: Vec<PathRule> =
        rules.iter().filter(|rule| rule.tells_sources()).cloned().collect();
    pair(paths, &telling)
}
