//! Notes and questions about segments.
//!
//! A note belongs to its two texts, like every entry. Where one of them was changed since, in answer
//! to it perhaps, it stays with the other one until somebody settles it.

use std::collections::HashMap;

use super::{Decision, Entry, Ledger, key};
use crate::model::{Document, DocumentReport, TranslationUnit};

/// The entry that leaves a note on a unit of a document pair.
#[must_use]
pub fn note(report: &DocumentReport, unit: usize, note: &str, who: Option<&str>) -> Option<Entry> {
    let documents = (report.source.as_ref(), report.target.as_ref());
    let (source, target) = texts(report.units.get(unit)?, documents);
    let entry = Entry::new(source, target, Decision::Noted);
    Some(Entry { note: Some(note.to_owned()), who: who.map(str::to_owned), ..entry })
}

/// The notes about the units of a document pair, each with the unit that it stands at: the one that
/// has both of its texts, or else the first that has one.
#[must_use]
pub fn attached<'l>(
    ledger: &'l Ledger,
    units: &[TranslationUnit],
    documents: (Option<&Document>, Option<&Document>),
) -> Vec<(usize, &'l Entry)> {
    let notes: Vec<&Entry> = ledger.notes().collect();
    if notes.is_empty() {
        return Vec::new();
    }
    let (mut both, mut sources, mut targets) = (HashMap::new(), HashMap::new(), HashMap::new());
    for (index, unit) in units.iter().enumerate() {
        let (source, target) = texts(unit, documents);
        let (source, target) = (key(&source), key(&target));
        both.entry((source.clone(), target.clone())).or_insert(index);
        sources.entry(source).or_insert(index);
        targets.entry(target).or_insert(index);
    }
    let unit = |note: &Entry| {
        let (source, target) = (key(&note.source), key(&note.target));
        let one = |units: &HashMap<String, usize>, text: &String| {
            units.get(text).filter(|_| !text.is_empty()).copied()
        };
        let of_one = || one(&sources, &source).or_else(|| one(&targets, &target));
        both.get(&(source.clone(), target.clone())).copied().or_else(of_one)
    };
    notes.into_iter().filter_map(|note| Some((unit(note)?, note))).collect()
}

/// Whether an entry has one of two texts: a note about them stands at their unit.
#[must_use]
pub fn is_about(entry: &Entry, source: &str, target: &str) -> bool {
    let same = |one: &str, other: &str| !one.is_empty() && key(one) == key(other);
    same(&entry.source, source) || same(&entry.target, target)
}

/// The prose of the two sides of a unit; empty where there is no document.
#[must_use]
pub fn texts(
    unit: &TranslationUnit,
    (source, target): (Option<&Document>, Option<&Document>),
) -> (String, String) {
    let prose = |document: Option<&Document>, segments| {
        document.map(|document| document.prose_of(segments)).unwrap_or_default()
    };
    (prose(source, &unit.bead.source), prose(target, &unit.bead.target))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        formats::{Options, parse},
        model::{Bead, Evidence, Language, RepoPath, State},
    };

    #[test]
    fn a_note_stays_with_the_text_that_stayed() {
        let parse = |language, text: &str| {
            parse(RepoPath::new("a.md"), language, text.to_owned(), &Options::default())
        };
        let source = parse(Language::Russian, "Шёл снег. Ветер стих. Шёл снег.\n");
        let target = parse(Language::English, "It snowed. The wind fell. It was snowing.\n");
        let bead = |at: usize| Bead { source: at..at + 1, target: at..at + 1, score: 1.0 };
        let unit = |at| TranslationUnit {
            bead: bead(at),
            state: State::Unconfirmed,
            evidence: Evidence::default(),
        };
        let units: Vec<TranslationUnit> = (0..3).map(unit).collect();
        for (source_text, target_text, expected) in [
            ("Шёл снег.", "It was snowing.", Some(2)),
            ("Шёл снег.", "Snow fell.", Some(0)),
            ("Ветер утих.", "The wind fell.", Some(1)),
            ("Ветер утих.", "", None),
            ("", "", None),
        ] {
            let entry = Entry::new(source_text, target_text, Decision::Noted);
            let ledger: Ledger = [entry].into_iter().collect();
            let found = attached(&ledger, &units, (Some(&source), Some(&target)));
            let at = found.first().map(|(unit, _)| *unit);
            assert_eq!(at, expected, "{source_text} {target_text}");
            assert!(ledger.pair(source_text, target_text).is_none());
        }
    }
}
