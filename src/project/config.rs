//! `sverka.toml`: what a project says of itself.

use globset::{Glob, GlobMatcher, GlobSetBuilder};

use super::{
    levels::{LevelReader, SHALLOW},
    rule::{PathRule, Template, TemplateError},
};
use crate::{
    formats::{self, Unit},
    model::{Code, Direction, LevelSetting, Message, Problem, RepoPath, Span, State, path_pattern},
    toml_source::{Fields, Item, Placed, integer, parse, placed_string, wrong_type},
};

/// The name of the file.
pub const FILE_NAME: &str = "sverka.toml";

/// A project's settings, with what is not set at its default.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where originals and translations live; empty where the file says nothing of it.
    pub pairs: Vec<PathRule>,
    /// Where in the file each of `pairs` stands.
    pub(super) pair_spans: Vec<Span>,
    /// How documents are cut into segments.
    pub segment: formats::Options,
    /// The folder of the ledger.
    pub ledger: RepoPath,
    /// The folder of the term base.
    pub glossary: RepoPath,
    /// Where in the file that is said.
    pub(super) glossary_span: Option<Span>,
    /// Levels of findings that differ from the checks' own, in the order of the file.
    pub levels: Vec<LevelSetting>,
    /// Whether it is a fault that a shallow clone, or a folder without git, knows too little.
    pub must_know_history: bool,
    /// What differs by place, in the order of the file; of those that match the last wins.
    pub policies: Vec<Policy>,
    /// Files that are nobody's documents.
    pub ignored: globset::GlobSet,
}

/// What the gate asks of the documents in one place.
#[derive(Debug, Clone)]
pub struct Policy {
    path: GlobMatcher,
    /// The share of source words, in percent, that must be translated and not stale.
    pub minimum: Option<u8>,
    /// What somebody must have decided about every translation: confirmed or approved.
    pub required: Option<State>,
    /// Levels of findings there.
    pub levels: Vec<LevelSetting>,
}

impl Policy {
    /// The pattern of the documents that it covers.
    #[must_use]
    pub fn pattern(&self) -> &str {
        self.path.glob().glob()
    }

    /// Whether the policy is for this document. The glob is read from the project root, or from
    /// the folder of the originals or translations (`drafts/**` for `source-ru/drafts/a.md`).
    #[must_use]
    pub fn covers(&self, path: &RepoPath, shared: Option<&str>) -> bool {
        self.path.is_match(path.as_str()) || shared.is_some_and(|shared| self.path.is_match(shared))
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            pairs: Vec::new(),
            pair_spans: Vec::new(),
            segment: formats::Options::default(),
            ledger: RepoPath::new("translations/.sverka"),
            glossary: RepoPath::new("glossary"),
            glossary_span: None,
            levels: Vec::new(),
            must_know_history: false,
            policies: Vec::new(),
            ignored: globset::GlobSet::empty(),
        }
    }
}

impl Config {
    /// The most that any policy asks to be decided about every translation.
    #[must_use]
    pub fn required(&self) -> Option<State> {
        let mut all = self.policies.iter().filter_map(|policy| policy.required);
        let first = all.next()?;
        Some(all.find(|state| *state == State::Approved).unwrap_or(first))
    }

    /// Reads `text`; `codes` are the findings there are. What is right is kept even where there
    /// are mistakes, which go to `problems`.
    pub fn read(text: &str, codes: &[Code], problems: &mut Vec<Problem>) -> Self {
        let mut config = Self::default();
        let Some(document) = parse(text, problems) else { return config };
        let known = ["pair", "segment", "ledger", "glossary", "check", "policy", "files"];
        let Some(root) = Fields::of(&document, &known, problems) else { return config };
        let reader = Reader { levels: LevelReader { codes } };
        let pairs = tables(&root, "pair", problems, |item, problems| {
            Some((pair(item, problems)?, crate::toml_source::span(item)))
        });
        (config.pairs, config.pair_spans) = pairs.into_iter().unzip();
        config.policies =
            tables(&root, "policy", problems, |item, problems| reader.policy(item, problems));
        if let Some(item) = root.get("segment") {
            segment(item, &mut config.segment, problems);
        }
        if let Some(item) = root.get("files") {
            config.ignored = ignored(item, problems);
        }
        if let Some(path) = folder(&root, "ledger", problems) {
            config.ledger = path;
        }
        if let Some(path) = folder(&root, "glossary", problems) {
            config.glossary = path;
            config.glossary_span = root.get("glossary").map(crate::toml_source::span);
        }
        if let Some(item) = root.get("check") {
            config.levels = reader.levels.read(item, problems);
            config.must_know_history = must_know_history(item, problems);
        }
        config
    }
}

/// Every table of an array of tables that could be read.
fn tables<T>(
    root: &Fields<'_>,
    key: &str,
    problems: &mut Vec<Problem>,
    read: impl Fn(&Item<'_>, &mut Vec<Problem>) -> Option<T>,
) -> Vec<T> {
    let Some(item) = root.get(key) else { return Vec::new() };
    let array = item.get_ref().as_array();
    let Some(tables) = array.filter(|all| all.iter().all(|item| item.get_ref().is_table())) else {
        problems.push(wrong_type("tables", item));
        return Vec::new();
    };
    tables.iter().filter_map(|table| read(table, problems)).collect()
}

fn pair(item: &Item<'_>, problems: &mut Vec<Problem>) -> Option<PathRule> {
    let fields = Fields::of(item, &["source", "target", "exclude", "direction"], problems)?;
    let source = template(&fields, "source", problems);
    let target = template(&fields, "target", problems);
    let direction = fields.string("direction", problems).and_then(|word| direction(word, problems));
    let exclude = globs(&fields, "exclude", problems);
    let (source, target) = (source?, target?);
    if source.is_file() != target.is_file() {
        let message = Message::new("config-pair-of-two-kinds");
        problems.push(Problem { span: fields.span(), message });
        return None;
    }
    Some(PathRule { source, target, exclude, direction })
}

/// `"ru-en"` or `"en-ru"`; none for `"auto"`.
fn direction(word: Placed<String>, problems: &mut Vec<Problem>) -> Option<Direction> {
    let direction = Direction::from_name(&word.value);
    if direction.is_none() && word.value != "auto" {
        let message = Message::new("config-direction").with("direction", word.value);
        problems.push(Problem { span: word.span, message });
    }
    direction
}

/// The files that `[files] ignore` names.
fn ignored(item: &Item<'_>, problems: &mut Vec<Problem>) -> globset::GlobSet {
    let fields = Fields::of(item, &["ignore"], problems);
    fields.map_or_else(globset::GlobSet::empty, |fields| globs(&fields, "ignore", problems))
}

fn globs(fields: &Fields<'_>, key: &'static str, problems: &mut Vec<Problem>) -> globset::GlobSet {
    let mut globs = GlobSetBuilder::new();
    for pattern in fields.strings(key, problems) {
        if let Some(glob) = glob(&pattern, problems) {
            globs.add(glob);
        }
    }
    globs.build().unwrap_or_else(|_| globset::GlobSet::empty())
}

fn template(
    fields: &Fields<'_>,
    key: &'static str,
    problems: &mut Vec<Problem>,
) -> Option<Template> {
    let Some(text) = fields.string(key, problems) else {
        if fields.get(key).is_none() {
            problems.push(Problem {
                span: fields.span(),
                message: Message::new("config-pair-incomplete").with("key", key),
            });
        }
        return None;
    };
    let id = match Template::parse(&text.value) {
        Ok(template) => return Some(template),
        Err(TemplateError::Shared) => "config-rule-shared",
        Err(TemplateError::Outside) => "config-rule-outside",
    };
    problems.push(Problem { span: text.span, message: Message::new(id).with("rule", text.value) });
    None
}

fn glob(pattern: &Placed<String>, problems: &mut Vec<Problem>) -> Option<Glob> {
    match path_pattern(&pattern.value, true) {
        Ok(glob) => Some(glob),
        Err(message) => {
            problems.push(Problem { span: pattern.span, message });
            None
        }
    }
}

fn segment(item: &Item<'_>, options: &mut formats::Options, problems: &mut Vec<Problem>) {
    let Some(fields) = Fields::of(item, &["unit", "front-matter"], problems) else { return };
    match fields.string("unit", problems) {
        Some(Placed { value, .. }) if value == "sentence" => options.unit = Unit::Sentence,
        Some(Placed { value, .. }) if value == "line" => options.unit = Unit::Line,
        Some(Placed { value, .. }) if value == "block" => options.unit = Unit::Block,
        Some(Placed { value, span }) => {
            problems
                .push(Problem { span, message: Message::new("config-unit").with("unit", value) });
        }
        None => {}
    }
    if fields.get("front-matter").is_some() {
        options.front_matter =
            fields.strings("front-matter", problems).into_iter().map(|key| key.value).collect();
    }
}

/// What `shallow` says among the levels of findings.
fn must_know_history(levels: &Item<'_>, problems: &mut Vec<Problem>) -> bool {
    let fields = Fields::open(levels, &mut Vec::new());
    let Some(value) = fields.and_then(|fields| fields.get(SHALLOW)) else { return false };
    match placed_string(value).as_ref().map(|word| word.value.as_str()) {
        Some("error") => true,
        Some("warn") => false,
        _ => {
            let span = crate::toml_source::span(value);
            problems.push(Problem { span, message: Message::new("config-shallow") });
            false
        }
    }
}

/// The `path` of a table that has only that.
fn folder(root: &Fields<'_>, table: &str, problems: &mut Vec<Problem>) -> Option<RepoPath> {
    let fields = Fields::of(root.get(table)?, &["path"], problems)?;
    let path = fields.string("path", problems)?;
    let trimmed = path.value.trim_start_matches("./").trim_end_matches('/');
    let leaves = |part: &str| part == ".." || part.eq_ignore_ascii_case(".git");
    if trimmed.is_empty() || trimmed.starts_with('/') || trimmed.split('/').any(leaves) {
        let message = Message::new("config-folder-outside").with("path", path.value.as_str());
        problems.push(Problem { span: path.span, message });
        return None;
    }
    Some(RepoPath::new(trimmed))
}

/// Reads what needs to know the codes.
struct Reader<'a> {
    levels: LevelReader<'a>,
}

impl Reader<'_> {
    fn policy(&self, item: &Item<'_>, problems: &mut Vec<Problem>) -> Option<Policy> {
        let fields = Fields::of(item, &["path", "minimum", "require", "check"], problems)?;
        let Some(pattern) = fields.string("path", problems) else {
            problems
                .push(Problem { span: fields.span(), message: Message::new("config-policy-path") });
            return None;
        };
        let path = glob(&pattern, problems)?.compile_matcher();
        let minimum = fields.get("minimum").and_then(|item| percentage(item, problems));
        let levels =
            fields.get("check").map(|item| self.levels.read(item, problems)).unwrap_or_default();
        let required = fields.string("require", problems).and_then(|word| required(word, problems));
        Some(Policy { path, minimum, required, levels })
    }
}

fn required(word: Placed<String>, problems: &mut Vec<Problem>) -> Option<State> {
    match word.value.as_str() {
        "approved" => Some(State::Approved),
        "confirmed" => Some(State::Confirmed),
        _ => {
            let message = Message::new("config-require").with("word", word.value);
            problems.push(Problem { span: word.span, message });
            None
        }
    }
}

/// `"100%"`, or the bare number.
fn percentage(item: &Item<'_>, problems: &mut Vec<Problem>) -> Option<u8> {
    let number = match (integer(item), item.get_ref().as_str()) {
        (Some(number), _) => u8::try_from(number).ok(),
        (None, Some(text)) => {
            text.trim().strip_suffix('%').and_then(|digits| digits.trim().parse().ok())
        }
        _ => None,
    };
    let valid = number.filter(|number| *number <= 100);
    if valid.is_none() {
        let span: Span = crate::toml_source::span(item);
        problems.push(Problem { span, message: Message::new("config-minimum") });
    }
    valid
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Severity;

    const CODES: [Code; 2] = [Code::new("untranslated"), Code::new("stale")];

    fn read(text: &str) -> (Config, Vec<String>) {
        let mut problems = Vec::new();
        let config = Config::read(text, &CODES, &mut problems);
        let shown = problems
            .iter()
            .map(|problem| format!("{} {:?}", problem.message.id, problem.span.of(text)));
        (config, shown.collect())
    }

    #[test]
    fn everything_is_optional() {
        let (config, problems) = read("");
        assert!(config.pairs.is_empty() && problems.is_empty());
        assert_eq!(config.ledger.as_str(), "translations/.sverka");
    }

    #[test]
    fn what_the_contract_shows_is_read() {
        let (config, problems) = read(
            r#"
[[pair]]
source = "source-ru/{path}"
target = "translations/{path}"
exclude = ["**/drafts/**"]
[segment]
unit = "block"
front-matter = ["title"]
[ledger]
path = "memory"
[glossary]
path = "terms/"
[check]
untranslated = "warn"
stale = "off"
[[policy]]
path = "letters/2026/**"
minimum = "100%"
check = { stale = "info" }
"#,
        );
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!(config.pairs[0].source.to_string(), "source-ru/{path}");
        assert!(config.pairs[0].source_shared(&RepoPath::new("source-ru/a/drafts/b.md")).is_none());
        assert_eq!(config.segment.unit, Unit::Block);
        assert_eq!(config.glossary.as_str(), "terms");
        let setting = |code, severity| LevelSetting { code, grade: None, severity };
        let expected = [setting(CODES[0], Some(Severity::Warn)), setting(CODES[1], None)];
        assert_eq!(config.levels, expected);
        assert_eq!(config.policies[0].minimum, Some(100));
        assert!(
            config.policies[0]
                .covers(&RepoPath::new("source-ru/letters/2026/a.md"), Some("letters/2026/a.md"))
        );
    }

    #[test]
    fn every_mistake_names_its_place() {
        let text = "[[pair]]\nsource = \"ru/*\"\n[chek]\n[check]\nstael = \"error\"\nstale = \"fatal\"\n[[policy]]\npath = \"a[\"\n[[policy]]\npath = \"b\"\nminimum = \"120%\"\n";
        let (_, problems) = read(text);
        assert_eq!(
            problems,
            [
                "toml-unknown-key-nearest \"chek\"",
                "config-rule-shared \"\\\"ru/*\\\"\"",
                "config-pair-incomplete \"[[pair]]\"",
                "config-glob \"\\\"a[\\\"\"",
                "config-minimum \"\\\"120%\\\"\"",
                "config-unknown-code-nearest \"stael\"",
                "config-level \"\\\"fatal\\\"\"",
            ]
        );
    }
}
