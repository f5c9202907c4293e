//! Collections that each language has of its own: posts, books, vacancies.
//!
//! Where one folder has many originals without a translation and its counterpart as many
//! translations without an original, nobody set out to translate the one into the other. Nor does
//! anybody owe a translation of each post where nearly all posts have none.

use std::collections::BTreeMap;

use crate::model::{DocumentReport, Finding, RepoPath, Severity};

/// So many documents without a counterpart on either side make two collections of one.
const MANY: usize = 8;

/// Where fewer than one post of so many is translated, the others owe nothing.
const FEW: usize = 4;

const UNTRANSLATED: &str = "document-untranslated";
const ORPHAN: &str = "document-orphan";

/// Whether what is found of a document is to be weighed against what is found of others.
#[must_use]
pub fn is_weighed(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| alone(finding).is_some())
}

/// Lowers what is said of documents without a counterpart where they are of such collections.
/// What is said of them must not be shelved.
pub fn lower_in_collections(documents: &mut [DocumentReport]) {
    let mut counts: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    for finding in documents.iter().flat_map(|document| &document.findings) {
        if let Some((folder, side)) = alone(finding) {
            counts.entry(folder.to_owned()).or_default()[side] += 1;
        }
    }
    counts.retain(|_, sides| sides.iter().all(|count| *count >= MANY));
    for finding in documents.iter_mut().flat_map(|document| &mut document.findings) {
        let side = alone(finding).filter(|(folder, _)| counts.contains_key(*folder));
        let most = match side {
            Some((_, 0)) => Severity::Warn,
            Some(_) => Severity::Info,
            None => continue,
        };
        finding.severity = finding.severity.min(most);
    }
}

/// Lowers what is said of posts without a translation where nearly all posts beside them have none.
/// What is said of them must not be shelved.
pub fn lower_among_posts(documents: &mut [DocumentReport]) {
    let mut counts: BTreeMap<String, Posts> = BTreeMap::new();
    for document in documents.iter() {
        if let Some(feed) = document.pair.original().and_then(feed) {
            let posts = counts.entry(feed.to_owned()).or_default();
            posts.all += 1;
            posts.translated +=
                usize::from(document.pair.source.is_some() && document.pair.target.is_some());
        }
    }
    counts.retain(|_, posts| posts.all >= MANY && posts.translated * FEW < posts.all);
    for document in documents {
        let is_own =
            document.pair.original().and_then(feed).is_some_and(|it| counts.contains_key(it));
        let findings = document.findings.iter_mut().filter(|_| is_own);
        for finding in findings.filter(|finding| finding.code.as_str() == UNTRANSLATED) {
            finding.severity = finding.severity.min(Severity::Warn);
        }
    }
}

/// The posts of a feed in the language of the originals.
#[derive(Debug, Default)]
struct Posts {
    all: usize,
    translated: usize,
}

/// The folder of all posts beside a file that is one: below a folder of posts, or dated by its
/// folders (`2018/05/07/`) or its name (`2018-05-07-spring.md`).
fn feed(path: &RepoPath) -> Option<&str> {
    const NAMES: [&str; 4] = ["posts", "_posts", "post", "blog"];
    let path = path.as_str();
    let (folders, name) = path.rsplit_once('/')?;
    let mut ends = path.match_indices('/').map(|(at, _)| &path[..at]);
    let named = ends.find(|whole| NAMES.contains(&whole.rsplit('/').next().unwrap_or(whole)));
    let is_part = |part: &str, digits: usize| {
        part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_dated = |name: &str| {
        let mut parts = name.splitn(4, '-');
        [4, 2, 2].into_iter().all(|digits| parts.next().is_some_and(|part| is_part(part, digits)))
    };
    let by_year = || {
        let parts: Vec<&str> = folders.split('/').collect();
        let at = parts.windows(2).position(|two| is_part(two[0], 4) && is_part(two[1], 2))?;
        let above: usize = parts[..at].iter().map(|part| part.len() + 1).sum();
        Some(&path[..above])
    };
    named.or_else(by_year).or_else(|| is_dated(name).then_some(folders))
}

/// The folder of the translation that a finding names, and whether it lacks that or the original.
fn alone(finding: &Finding) -> Option<(&str, usize)> {
    let side = match finding.code.as_str() {
        UNTRANSLATED => 0,
        ORPHAN => 1,
        _ => return None,
    };
    Some((finding.target.as_ref()?.path.folder(), side))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_are_told_from_pages() {
        for (path, expected) in [
            ("content/ru/posts/spring.md", Some("content/ru/posts")),
            ("ru/blog/2021/spring/index.md", Some("ru/blog")),
            ("ru/notes/2018/05/07/spring.html", Some("ru/notes/")),
            ("ru/2018-05-07-spring.md", Some("ru")),
            ("ru/2018-05-spring.md", None),
            ("ru/2018/spring.md", None),
            ("docs/ru/posting.md", None),
        ] {
            assert_eq!(feed(&RepoPath::new(path)), expected, "{path}");
        }
    }
}
