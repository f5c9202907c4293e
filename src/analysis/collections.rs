//! What is said of documents without a counterpart, weighed against what there is of others.
//!
//! Where one folder has many originals without a translation and its counterpart as many
//! translations without an original, nobody set out to translate the one into the other. So it is
//! with posts of which few are translated, and with pages that stand beside others that are in one
//! language alone. Where a person has said what is to be translated, the lack is one all the same.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    model::{DocumentReport, Finding, RepoPath, Severity},
    project::{marks_own_language, root_of_language},
};

/// So many documents without a counterpart on either side make two collections of one.
const MANY: usize = 8;

/// Where fewer than one post of so many is translated, the others owe nothing.
const FEW: usize = 4;

const UNTRANSLATED: &str = "document-untranslated";
const ORPHAN: &str = "document-orphan";

/// Folders of texts of which each stands for itself: what is written next need not be translated
/// because this was.
const POSTS: [&str; 6] = ["post", "posts", "_posts", "blog", "blogs", "news"];

/// Whether what is found of a document is to be weighed against what is found of others.
pub(super) fn is_weighed(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| alone(finding).is_some())
}

/// Lowers what is said of documents without a counterpart where they are of such collections;
/// `is_found_out` if nobody has said which documents there are. What is said of them must not be
/// shelved.
pub(super) fn lower_in_collections(documents: &mut [DocumentReport], is_found_out: bool) {
    lower_two_of_one(documents);
    if is_found_out {
        lower_selections(documents);
    }
}

fn lower_two_of_one(documents: &mut [DocumentReport]) {
    let mut counts: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    for finding in documents.iter().flat_map(|document| &document.findings) {
        if let Some((path, side)) = alone(finding) {
            counts.entry(path.folder().to_owned()).or_default()[side.index()] += 1;
        }
    }
    counts.retain(|_, sides| sides.iter().all(|count| *count >= MANY));
    for finding in documents.iter_mut().flat_map(|document| &mut document.findings) {
        let most = match alone(finding) {
            Some((path, side)) if counts.contains_key(path.folder()) => match side {
                Lacks::Translation => Severity::Warn,
                Lacks::Original => Severity::Info,
            },
            _ => continue,
        };
        finding.severity = finding.severity.min(most);
    }
}

fn lower_selections(documents: &mut [DocumentReport]) {
    let posts = Shares::of(documents, posts_of);
    let trees = Shares::of(documents, |path| Some(root_of_language(path)));
    let marked = marked_and_translated(documents);
    for document in documents {
        for finding in &mut document.findings {
            let Some((path, side)) = alone(finding) else { continue };
            let owed = match side {
                Lacks::Translation => posts.of_path(path).map_or(Severity::Error, Share::owed),
                Lacks::Original => Severity::Error,
            };
            let is_needless = match side {
                Lacks::Translation => {
                    trees.of_path(path).is_some_and(|share| share.is_of_two())
                        || is_for_own_language(finding, &marked)
                }
                Lacks::Original => trees.of_path(path).is_some_and(|share| share.is_seldom()),
            };
            let most = if is_needless { Severity::Info } else { owed };
            finding.severity = finding.severity.min(most);
        }
    }
}

/// What a document has no counterpart of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lacks {
    Translation,
    Original,
}

impl Lacks {
    const fn index(self) -> usize {
        match self {
            Self::Translation => 0,
            Self::Original => 1,
        }
    }
}

/// The place of the translation that a finding names, and whether it lacks that or the original.
fn alone(finding: &Finding) -> Option<(&RepoPath, Lacks)> {
    let side = match finding.code.as_str() {
        UNTRANSLATED => Lacks::Translation,
        ORPHAN => Lacks::Original,
        _ => return None,
    };
    Some((&finding.target.as_ref()?.path, side))
}

/// How many documents of one collection have a counterpart, and how many have none.
#[derive(Debug, Default, Clone, Copy)]
struct Share {
    paired: usize,
    /// Originals without a translation, and translations without an original.
    alone: [usize; 2],
}

impl Share {
    /// How much it is owed to translate a post where these are: nothing where nearly all are in one
    /// language alone, little where most are.
    const fn owed(self) -> Severity {
        let lone = self.alone[Lacks::Translation.index()];
        let all = lone + self.paired;
        match () {
            () if all >= MANY && self.paired * FEW < all => Severity::Info,
            () if all >= MANY && self.paired < lone => Severity::Warn,
            () => Severity::Error,
        }
    }

    /// Whether each language has a collection of its own, and few of both are translated.
    fn is_of_two(self) -> bool {
        self.alone.iter().all(|lone| *lone >= MANY && *lone > self.paired)
    }

    /// Whether to have a counterpart is not the rule.
    const fn is_seldom(self) -> bool {
        let lone = self.alone[0] + self.alone[1];
        lone >= MANY && lone > self.paired
    }
}

/// The shares of collections, which the places of translations name.
struct Shares {
    collection: fn(&str) -> Option<&str>,
    shares: BTreeMap<String, Share>,
}

impl Shares {
    fn of(documents: &[DocumentReport], collection: fn(&str) -> Option<&str>) -> Self {
        let mut shares: BTreeMap<String, Share> = BTreeMap::new();
        for document in documents {
            let lacks = document.findings.iter().find_map(alone);
            let pair = &document.pair;
            let is_whole = pair.source.is_some() && pair.target.is_some();
            let place = pair.target.as_ref().or(pair.expected_target.as_ref());
            let Some(path) = lacks.map(|(path, _)| path).or(place.filter(|_| is_whole)) else {
                continue;
            };
            let Some(name) = collection(path.as_str()) else { continue };
            let share = shares.entry(name.to_owned()).or_default();
            match lacks {
                Some((_, side)) => share.alone[side.index()] += 1,
                None => share.paired += 1,
            }
        }
        Self { collection, shares }
    }

    fn of_path(&self, path: &RepoPath) -> Option<Share> {
        self.shares.get((self.collection)(path.as_str())?).copied()
    }
}

/// The folders of languages with a translated original whose name says its language once more.
fn marked_and_translated(documents: &[DocumentReport]) -> BTreeSet<String> {
    let pairs = documents.iter().map(|document| &document.pair);
    let translated = pairs.filter(|pair| pair.target.is_some()).filter_map(|pair| pair.original());
    let marked = translated.filter(|path| marks_own_language(path));
    marked.map(|path| root_of_language(path.as_str()).to_owned()).collect()
}

/// Whether the name of an original says its language once more than its folder does, `ru/help_ru.md`,
/// where no translated one is called so.
fn is_for_own_language(finding: &Finding, marked: &BTreeSet<String>) -> bool {
    let original = finding.source.as_ref().map(|place| &place.path);
    original.is_some_and(|path| {
        marks_own_language(path) && !marked.contains(root_of_language(path.as_str()))
    })
}

/// The folder of posts that a path stands in: one that is called so, or that of its language where
/// folders are called by years, `2019/04/`, or files begin with a day.
fn posts_of(path: &str) -> Option<&str> {
    let mut at = 0;
    for part in path.split_inclusive('/') {
        let name = part.trim_end_matches('/');
        let end = at + part.len();
        if part.ends_with('/') && POSTS.contains(&name.to_lowercase().as_str()) {
            return path.get(..end);
        }
        if is_year(name) && part.ends_with('/') || is_dated(name) {
            let root = root_of_language(path);
            return if root.is_empty() { path.get(..at) } else { Some(root) };
        }
        at = end;
    }
    None
}

fn is_year(name: &str) -> bool {
    name.len() == 4
        && name.bytes().all(|byte| byte.is_ascii_digit())
        && (name.starts_with("19") || name.starts_with("20"))
}

/// Whether a name begins with a day: `2023-02-19-kanban.md`.
fn is_dated(name: &str) -> bool {
    let mut parts = name.splitn(4, '-');
    let mut number = |length: usize| {
        let part = parts.next();
        part.is_some_and(|part| part.len() == length && part.bytes().all(|b| b.is_ascii_digit()))
    };
    name.get(..4).is_some_and(is_year) && number(4) && number(2) && number(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_of_posts() {
        for (path, expected) in [
            ("content/en/post/2012/jump/index.md", Some("content/en/post/")),
            ("_posts/en/2012-01-02-jump.md", Some("_posts/")),
            ("en/programming/2017/09/19/testing.html", Some("en")),
            ("letters/2017/09/19/testing.en.html", Some("letters/")),
            ("data/en/2023-02-19-kanban.md", Some("data/en")),
            ("docs/en/how-to/post-office.md", None),
            ("docs/en/2023.md", None),
            ("docs/en/2000-trees.md", None),
        ] {
            assert_eq!(posts_of(path), expected, "{path}");
        }
    }

    #[test]
    fn a_few_of_many() {
        let share = |paired, without, orphans| Share { paired, alone: [without, orphans] };
        assert_eq!(share(3, 33, 0).owed(), Severity::Info);
        assert_eq!(share(12, 24, 0).owed(), Severity::Warn);
        assert_eq!(share(11, 3, 0).owed(), Severity::Error);
        assert_eq!(share(1, 3, 0).owed(), Severity::Error);
        assert!(share(6, 23, 120).is_of_two());
        assert!(!share(2, 45, 0).is_of_two());
        assert!(!share(34, 11, 32).is_of_two());
        assert!(share(6, 2, 20).is_seldom());
        assert!(!share(2, 2, 2).is_seldom());
        assert!(!share(40, 2, 5).is_seldom());
    }
}
