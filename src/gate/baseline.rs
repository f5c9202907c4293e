//! The baseline: findings that are accepted as they are, by fingerprint.
//!
//! It is a file of JSON lines, sorted, one finding a line, so that branches merge well and a
//! reader sees what was accepted. It is a ratchet: what no longer occurs is to be taken out.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{
    model::{
        Diagnostic, DocumentReport, Finding, Fingerprint, Message, Place, Position, RepoPath,
        Severity,
    },
    text::normalize,
};

/// How much of a text an entry shows, in characters: enough to know it again.
const EXCERPT: usize = 60;

/// A finding that is accepted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Entry {
    /// The document: the original, or the translation where there is none.
    pub path: String,
    /// What kind of finding.
    pub code: String,
    /// Which.
    pub fingerprint: String,
    /// Which, wherever it stands: a finding whose document was renamed is the same.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub content: String,
    /// The beginning of what it is about; for readers only.
    #[serde(default)]
    pub text: String,
}

/// The findings that a project accepts for now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    entries: BTreeMap<String, Entry>,
}

impl Baseline {
    /// All that would fail or warn today.
    #[must_use]
    pub fn of(documents: &[DocumentReport]) -> Self {
        let entries = documents.iter().flat_map(|document| {
            let counts = document.findings.iter().filter(|found| found.severity > Severity::Info);
            counts.map(|finding| entry(document, finding))
        });
        entries.collect()
    }

    /// Reads `text`, the contents of the file at `path`. Damaged lines are reported and accept
    /// nothing; the others count.
    #[must_use]
    pub fn read(path: &RepoPath, text: &str) -> (Self, Vec<Diagnostic>) {
        let mut damaged = Vec::new();
        let mut entries = Vec::new();
        for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            match serde_json::from_str::<Entry>(line) {
                Ok(entry) => entries.push(entry),
                Err(error) => damaged.push(damaged_line(path, index + 1, &error)),
            }
        }
        (entries.into_iter().collect(), damaged)
    }

    /// The file, one entry a line.
    #[must_use]
    pub fn to_text(&self) -> String {
        let sorted: BTreeSet<&Entry> = self.entries.values().collect();
        let lines = sorted.into_iter().filter_map(|entry| serde_json::to_string(entry).ok());
        lines.map(|line| line + "\n").collect()
    }

    /// How many findings are accepted.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing is accepted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entries that `other` does not have, sorted by path.
    #[must_use]
    pub fn without(&self, other: &Self) -> Vec<&Entry> {
        let mut rest: Vec<&Entry> = self
            .entries
            .values()
            .filter(|entry| !other.entries.contains_key(&entry.fingerprint))
            .collect();
        rest.sort();
        rest
    }

    /// The entries that `other` has, too.
    #[must_use]
    pub fn kept_by(&self, other: &Self) -> Self {
        let kept = self.entries.values();
        kept.filter(|entry| other.entries.contains_key(&entry.fingerprint)).cloned().collect()
    }

    /// The same with the entries of documents that were renamed, joined or split: what `today` has
    /// anew and says the same is the finding that is gone elsewhere.
    #[must_use]
    pub fn following(self, today: &Self) -> Self {
        let mut moved: BTreeMap<(String, String), Vec<&Entry>> = BTreeMap::new();
        let key = |entry: &Entry| (entry.code.clone(), entry.content.clone());
        let is_new = |entry: &&Entry| !self.entries.contains_key(&entry.fingerprint);
        for entry in today.entries.values().filter(is_new) {
            moved.entry(key(entry)).or_default().push(entry);
        }
        let mut follow = |entry: &Entry| {
            let is_there =
                today.entries.contains_key(&entry.fingerprint) || entry.content.is_empty();
            let new = if is_there { None } else { moved.get_mut(&key(entry)).and_then(Vec::pop) };
            new.unwrap_or(entry).clone()
        };
        self.entries.values().map(&mut follow).collect()
    }

    /// Takes what is accepted out of `documents` and says how many findings that were.
    pub fn accept(&self, documents: &mut [DocumentReport]) -> usize {
        let mut accepted = 0;
        for document in documents {
            let before = document.findings.len();
            let is_new = |found: &Finding| !self.entries.contains_key(found.fingerprint.as_str());
            document.findings.retain(is_new);
            accepted += before - document.findings.len();
        }
        accepted
    }
}

impl FromIterator<Entry> for Baseline {
    fn from_iter<I: IntoIterator<Item = Entry>>(entries: I) -> Self {
        let keyed = entries.into_iter().map(|entry| (entry.fingerprint.clone(), entry));
        Self { entries: keyed.collect() }
    }
}

fn entry(document: &DocumentReport, finding: &Finding) -> Entry {
    let place = finding.target.as_ref().filter(|place| !place.text.is_empty());
    let text = place.or(finding.source.as_ref()).map_or("", |place| place.text.as_str());
    Entry {
        path: document.pair.path().map(ToString::to_string).unwrap_or_default(),
        code: finding.code.to_string(),
        fingerprint: finding.fingerprint.as_str().to_owned(),
        content: content(finding),
        text: text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(EXCERPT).collect(),
    }
}

/// What a finding is about without its place.
fn content(finding: &Finding) -> String {
    let text = |place: &Option<Place>| {
        place.as_ref().map(|place| normalize::content(&place.text)).unwrap_or_default()
    };
    let (source, target) = (text(&finding.source), text(&finding.target));
    let parts = [finding.code.as_str(), &source, &target];
    Fingerprint::of(parts).as_str().to_owned()
}

fn damaged_line(path: &RepoPath, line: usize, error: &serde_json::Error) -> Diagnostic {
    Diagnostic {
        path: Some(path.clone()),
        position: Some(Position { line, column: error.column().max(1) }),
        message: Message::new("baseline-damaged-line").with("detail", error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(fingerprint: &str) -> Entry {
        Entry {
            path: "source-ru/a.md".to_owned(),
            code: "stale".to_owned(),
            fingerprint: fingerprint.to_owned(),
            content: String::new(),
            text: String::new(),
        }
    }

    #[test]
    fn a_file_reads_as_it_was_written_and_damage_is_named() {
        let baseline: Baseline = ["b", "a"].map(entry).into_iter().collect();
        let path = RepoPath::new("baseline.jsonl");
        let text = baseline.to_text();
        assert_eq!(Baseline::read(&path, &text), (baseline.clone(), Vec::new()));
        let (read, damaged) = Baseline::read(&path, &format!("<<<<<<< ours\n{text}"));
        assert_eq!(read, baseline);
        assert_eq!(damaged[0].position.unwrap().line, 1);
    }

    #[test]
    fn an_entry_follows_its_document() {
        let at = |path: &str, fingerprint: &str| Entry {
            path: path.to_owned(),
            content: "same".to_owned(),
            ..entry(fingerprint)
        };
        let old: Baseline = [at("ru/a.md", "1"), at("ru/b.md", "2")].into_iter().collect();
        let today: Baseline =
            [at("ru/a.md", "1"), at("ru/x/b.md", "3"), at("ru/c.md", "4")].into_iter().collect();
        let followed = old.following(&today);
        assert_eq!(followed.len(), 2);
        assert_eq!(today.without(&followed).len(), 1);
    }

    #[test]
    fn a_ratchet_only_loses() {
        let old: Baseline = ["a", "b"].map(entry).into_iter().collect();
        let today: Baseline = ["b", "c"].map(entry).into_iter().collect();
        assert_eq!(old.kept_by(&today), ["b"].map(entry).into_iter().collect());
        assert_eq!(old.without(&today), [&entry("a")]);
        assert_eq!(today.without(&old), [&entry("c")]);
    }
}
