//! Findings that lie on the disk until somebody asks for them: a run holds those of one document
//! at a time.

use std::{fmt, io, ops::Range, sync::Arc};

use super::Finding;

/// Where findings lie.
pub trait Shelf: fmt::Debug + Send + Sync {
    /// Those that lie at `range`.
    ///
    /// # Errors
    /// When they cannot be read.
    fn findings(&self, range: &Range<usize>) -> io::Result<Vec<Finding>>;
}

/// The findings of a document on a shelf.
#[derive(Debug, Clone)]
pub struct Shelved {
    shelf: Arc<dyn Shelf>,
    range: Range<usize>,
    /// What is to be said instead of some of them, by their places; nothing of those without.
    changes: Vec<(usize, Option<Finding>)>,
}

impl Shelved {
    /// Those that lie at `range` of `shelf`.
    #[must_use]
    pub fn new(shelf: Arc<dyn Shelf>, range: Range<usize>) -> Self {
        Self { shelf, range, changes: Vec::new() }
    }

    /// Reads them.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn read(&self) -> io::Result<Vec<Finding>> {
        let mut findings = self.shelf.findings(&self.range)?;
        change(&mut findings, self.changes.clone());
        Ok(findings)
    }

    /// Lets others be read instead of those at these places, which count as they do now.
    pub(super) fn change(&mut self, changes: Vec<(usize, Option<Finding>)>) {
        debug_assert!(self.changes.is_empty(), "places count from the first state");
        self.changes = changes;
    }
}

/// Puts others in these places; takes away what gets none.
pub(super) fn change(findings: &mut Vec<Finding>, changes: Vec<(usize, Option<Finding>)>) {
    let mut gone = vec![false; if changes.is_empty() { 0 } else { findings.len() }];
    for (at, new) in changes {
        match (findings.get_mut(at), new) {
            (Some(finding), Some(new)) => *finding = new,
            (Some(_), None) => gone[at] = true,
            (None, _) => {}
        }
    }
    let mut gone = gone.into_iter();
    findings.retain(|_| gone.next() != Some(true));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Code, Direction, DocumentPair, DocumentReport, Fingerprint, Message, Severity,
    };

    /// Findings by their places.
    #[derive(Debug)]
    struct InMemory(Vec<Finding>);

    impl Shelf for InMemory {
        fn findings(&self, range: &Range<usize>) -> io::Result<Vec<Finding>> {
            let found = self.0.get(range.clone()).map(<[Finding]>::to_vec);
            found.ok_or_else(|| io::Error::from(io::ErrorKind::UnexpectedEof))
        }
    }

    fn finding(text: &str) -> Finding {
        Finding {
            code: Code::new("stale"),
            severity: Severity::Warn,
            message: Message::new("stale"),
            source: None,
            target: None,
            was: Some(text.to_owned()),
            direction: Direction::RuEn,
            data: serde_json::Map::new(),
            fingerprint: Fingerprint::of([text]),
            fix: None,
        }
    }

    #[test]
    fn what_is_shelved_is_changed_as_what_is_held() {
        let all = ["тёплый день", "летний вечер", "тихая ночь", "раннее утро"].map(finding);
        let pair = DocumentPair {
            source: None,
            target: None,
            expected_target: None,
            shared: String::new(),
            renamed: false,
            direction: None,
        };
        let mut held = DocumentReport::nothing_of(pair);
        let mut shelved = held.clone();
        held.findings = all[1..].to_vec();
        let shelf = Arc::new(InMemory(all.to_vec()));
        shelved.shelved = Some(Box::new(Shelved::new(shelf.clone(), 1..4)));
        assert_eq!(held.found().unwrap(), shelved.found().unwrap());
        let changes = vec![(0, Some(finding("зимний день"))), (2, None), (7, None)];
        held.change(changes.clone());
        shelved.change(changes);
        assert_eq!(held.findings, [finding("зимний день"), finding("тихая ночь")]);
        assert_eq!(held.found().unwrap(), shelved.found().unwrap());
        shelved.take_down().unwrap();
        assert_eq!(held.findings, shelved.findings);
        shelved.shelved = Some(Box::new(Shelved::new(shelf, 3..5)));
        assert!(shelved.found().is_err() && shelved.take_down().is_err());
    }
}
