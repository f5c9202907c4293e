//! The share of true findings, by kind.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::{Finding, Verdict, Verdicts};

/// Verdicts on the findings of a kind.
#[derive(Default)]
struct Tally<'a> {
    found: usize,
    right: f64,
    needless: usize,
    judged: usize,
    repositories: BTreeSet<&'a str>,
}

impl<'a> Tally<'a> {
    fn add(&mut self, finding: &'a Finding, verdict: Option<Verdict>) {
        self.found += 1;
        let Some(verdict) = verdict else { return };
        self.judged += 1;
        self.repositories.insert(&finding.repository);
        match verdict {
            Verdict::True => self.right += 1.0,
            Verdict::Undecided => self.right += 0.5,
            Verdict::Needless => self.needless += 1,
            Verdict::False => {}
        }
    }

    fn shares(&self) -> String {
        let judged = self.judged as f64;
        match self.judged {
            0 => format!("{:>5}  {:>5}", "-", "-"),
            _ => format!(
                "{:>5.2}  {:>5.2}",
                self.right / judged,
                (self.right + self.needless as f64) / judged
            ),
        }
    }
}

/// Prints a line a kind, the severities apart: what was found today, what of it was judged and in
/// how many repositories, the share of true findings, and of true or needless ones.
pub(crate) fn print(verdicts: &Verdicts, findings: &[Finding]) {
    let mut tallies: BTreeMap<(&str, &str), Tally<'_>> = BTreeMap::new();
    for finding in findings {
        let verdict = verdicts.of(finding).and_then(|known| known.verdict);
        for kind in [finding.code.as_str(), "all kinds"] {
            tallies.entry((&finding.severity, kind)).or_default().add(finding, verdict);
        }
    }
    println!("severity  kind                      found  judged  in   true   or needless");
    for ((severity, kind), tally) in &tallies {
        println!(
            "{severity:<8}  {kind:<24} {:>6} {:>7} {:>3}  {}",
            tally.found,
            tally.judged,
            tally.repositories.len(),
            tally.shares()
        );
    }
}
