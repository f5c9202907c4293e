//! Which original goes with which translation, by the path rules.

use std::collections::BTreeMap;

use unicode_normalization::is_nfc;

use super::rule::PathRule;
use crate::model::{DocumentPair, RepoPath};

/// The pairs that `rules` make of `files`, sorted by path.
///
/// A file has one part in one rule: the one whose template says most of its path. Where a rule's
/// templates tell the sides apart, a translation without an original is a pair too; where the
/// translation's template fits any file (`{path}.md` beside `{path}.ru.md`), it is only a file.
#[must_use]
pub fn pair(files: &[RepoPath], rules: &[PathRule]) -> Vec<DocumentPair> {
    let mut sides: BTreeMap<(usize, String), Vec<DocumentPair>> = BTreeMap::new();
    for path in files {
        let Some(part) = part(path, rules) else { continue };
        let alike = sides.entry((part.rule, part.shared.clone())).or_default();
        add(alike, path, &part, &rules[part.rule]);
    }
    let mut pairs: Vec<DocumentPair> = sides
        .into_iter()
        .flat_map(|((rule, _), alike)| alike.into_iter().map(move |pair| (rule, pair)))
        .filter(|(rule, pair)| pair.source.is_some() || rules[*rule].tells_targets())
        .map(|(_, pair)| pair)
        .collect();
    pairs.sort_by(|a, b| a.path().cmp(&b.path()));
    pairs
}

/// Puts a file into the pair that it belongs to. Names that differ in their Unicode form alone are
/// the same to a rule; where both are there, each has a pair of its own, with the other side that
/// is written alike.
fn add(alike: &mut Vec<DocumentPair>, path: &RepoPath, part: &Part, rule: &PathRule) {
    let is_taken = |pair: &DocumentPair| match part.side {
        Side::Source => pair.source.is_some(),
        Side::Target => pair.target.is_some(),
    };
    let is_written_alike = |pair: &DocumentPair| {
        pair.path().is_some_and(|other| is_nfc(other.as_str()) == is_nfc(path.as_str()))
    };
    let free = |pair: &DocumentPair| !is_taken(pair);
    let best = alike.iter().position(|pair| free(pair) && is_written_alike(pair));
    let at = best.or_else(|| alike.iter().position(free)).unwrap_or(alike.len());
    if at == alike.len() {
        let target = rule.target.path(&part.shared);
        // The rule of two files leaves nothing open: the pair is called by one of them.
        let is_file = part.shared.is_empty();
        let shared = if is_file { target.as_str().to_owned() } else { part.shared.clone() };
        alike.push(DocumentPair {
            source: None,
            target: None,
            expected_target: Some(target),
            shared,
            renamed: false,
            direction: rule.direction,
        });
    }
    let is_both = rule.source == rule.target;
    match part.side {
        _ if is_both => {
            alike[at].source = Some(path.clone());
            alike[at].target = Some(path.clone());
        }
        Side::Source => alike[at].source = Some(path.clone()),
        Side::Target => alike[at].target = Some(path.clone()),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Source,
    Target,
}

struct Part {
    rule: usize,
    side: Side,
    shared: String,
}

/// The part of a file; among templates that say as much the first rule wins, and the original.
fn part(path: &RepoPath, rules: &[PathRule]) -> Option<Part> {
    let candidates = rules.iter().enumerate().flat_map(|(index, rule)| {
        let source =
            rule.source_shared(path).map(|shared| (rule.source.fixed(), Side::Source, shared));
        let target =
            rule.target_shared(path).map(|shared| (rule.target.fixed(), Side::Target, shared));
        [source, target]
            .into_iter()
            .flatten()
            .map(move |(fixed, side, shared)| (fixed, Part { rule: index, side, shared }))
    });
    candidates
        .reduce(|best, other| if other.0 > best.0 { other } else { best })
        .map(|(_, part)| part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Template;

    fn pairs(rules: &[(&str, &str)], files: &[&str]) -> Vec<String> {
        let rule = |(source, target): &(&str, &str)| {
            PathRule::new(Template::parse(source).unwrap(), Template::parse(target).unwrap())
        };
        let rules: Vec<PathRule> = rules.iter().map(rule).collect();
        let files: Vec<RepoPath> = files.iter().map(|path| RepoPath::new(*path)).collect();
        let name =
            |path: &Option<RepoPath>| path.as_ref().map_or("-", |path| path.as_str()).to_owned();
        pair(&files, &rules)
            .iter()
            .map(|pair| format!("{} = {}", name(&pair.source), name(&pair.target)))
            .collect()
    }

    #[test]
    fn mirrored_folders() {
        let found = pairs(
            &[("source-ru/{path}", "translations/{path}")],
            &[
                "README.md",
                "source-ru/a.md",
                "source-ru/b.md",
                "translations/b.md",
                "translations/c.md",
            ],
        );
        assert_eq!(
            found,
            ["source-ru/a.md = -", "source-ru/b.md = translations/b.md", "- = translations/c.md"]
        );
    }

    #[test]
    fn names_that_look_the_same_are_two_documents() {
        let (one, other) = ("й.md", "и\u{306}.md");
        let path = |folder: &str, name: &str| format!("{folder}/{name}");
        let names = [path("en", one), path("en", other), path("ru", one), path("ru", other)];
        let files: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut found = pairs(&[("ru/{path}", "en/{path}")], &files);
        found.sort();
        assert_eq!(found, [format!("ru/{other} = en/{other}"), format!("ru/{one} = en/{one}")]);
        let found = pairs(&[("ru/{path}", "en/{path}")], &[&path("ru", one), &path("en", other)]);
        assert_eq!(found, [format!("ru/{one} = en/{other}")]);
    }

    #[test]
    fn an_unmarked_translation_is_no_orphan() {
        let found = pairs(
            &[("{path}.ru.md", "{path}.md")],
            &["CHANGELOG.md", "README.md", "README.ru.md", "a.ru.md"],
        );
        assert_eq!(found, ["README.ru.md = README.md", "a.ru.md = -"]);
    }

    #[test]
    fn the_template_that_says_more_wins() {
        let rules = [("docs/{path}", "en/{path}"), ("docs/{path}.ru.md", "docs/{path}.md")];
        let found = pairs(&rules, &["docs/a.md", "docs/a.ru.md", "docs/b.txt", "en/b.txt"]);
        assert_eq!(found, ["docs/a.ru.md = docs/a.md", "docs/b.txt = en/b.txt"]);
    }
}
