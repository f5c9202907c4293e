//! Checks: one file a check, each looking at one document pair and reporting findings.
//!
//! To add one, write its file with a `CHECK` and name it in `CHECKS`; its code, its default
//! severity and its explanation (`explain-<code>` in the Fluent files) are then known everywhere.

mod allow;
mod anchors;
mod approval;
mod bracketed;
mod clauses;
mod completeness;
mod consistency;
mod coverage;
mod documents;
mod edited;
mod findings;
mod fixes;
mod interjections;
mod leftovers;
mod mismatch;
mod moved;
pub(crate) mod names;
mod negation;
mod note_marks;
mod notes;
mod notices;
mod numbers;
mod pages;
mod pairs;
mod placeholders;
mod problems;
mod retold;
mod rewordings;
mod script;
mod sentences;
mod stale;
mod structure;
mod terms;
mod typography;
mod unread;
mod verbatims;

pub use findings::{Findings, Levels};
pub(crate) use numbers::{date_ranges, regrouped};
pub use pages::{Page, Pages, address_of, has_links, led_to};
use pairs::Pairs;
pub use rewordings::{Rewording, merge as merge_rewordings};

use crate::{
    breakdown::{Breakdown, guard},
    glossary::Glossary,
    ledger::Entry,
    model::{
        Code, Diagnostic, Direction, Document, DocumentPair, Severity, State, TranslationUnit,
        Words,
    },
    states::StalePassage,
    text::settled::Settled,
};

/// What a check looks at: a document pair with all that is known of it.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The two files.
    pub pair: &'a DocumentPair,
    /// The original, unless it is missing or unreadable.
    pub source: Option<&'a Document>,
    /// The translation, likewise.
    pub target: Option<&'a Document>,
    /// The translation units.
    pub units: &'a [TranslationUnit],
    /// What is stale beside the units: code, markup, passages that were added to or cut.
    pub stale_passages: &'a [StalePassage],
    /// Progress in source words.
    pub words: Words,
    /// The share of source words, in percent, that must be translated and not stale.
    pub minimum: Option<u8>,
    /// What somebody must have decided about every translation: confirmed or approved.
    pub required: Option<State>,
    /// The project's terms.
    pub glossary: &'a Glossary,
    /// The pages of the project, to which links lead.
    pub pages: &'a Pages,
    /// Files of the pair that could not be read.
    pub unreadable: &'a [Diagnostic],
    /// Which side leads, as far as history or the configuration says.
    pub leading: Direction,
    /// What was asked of its texts in an earlier run.
    pub settled: &'a Settled,
    /// What people noted, each with the unit that it stands at.
    pub notes: &'a [(usize, &'a Entry)],
}

impl<'a> View<'a> {
    /// Both documents, where there are both.
    #[must_use]
    pub fn documents(&self) -> Option<(&'a Document, &'a Document)> {
        Some((self.source?, self.target?))
    }
}

/// A kind of finding.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its name.
    pub code: Code,
    /// How much it matters unless the configuration says otherwise; `None` is off.
    pub severity: Option<Severity>,
    /// Whether it says that a translation is unfinished rather than wrong: a policy that asks for
    /// less than all of a document forgives it.
    pub unfinished: bool,
}

impl Rule {
    const fn error(name: &'static str) -> Self {
        Self { code: Code::new(name), severity: Some(Severity::Error), unfinished: false }
    }

    /// The same for what says that a translation is unfinished.
    const fn unfinished(self) -> Self {
        Self { unfinished: true, ..self }
    }

    const fn info(name: &'static str) -> Self {
        Self { code: Code::new(name), severity: Some(Severity::Info), unfinished: false }
    }

    const fn warn(name: &'static str) -> Self {
        Self { code: Code::new(name), severity: Some(Severity::Warn), unfinished: false }
    }
}

/// A check: the kinds of findings it reports, and how.
pub(crate) struct Check {
    rules: &'static [Rule],
    run: Scope,
}

/// What a check looks at.
enum Scope {
    /// The two files as such, whatever they say.
    Files(fn(&View<'_>, &mut Findings<'_>)),
    /// All that is known of a document pair.
    View(fn(&View<'_>, &mut Findings<'_>)),
    /// The two texts of its translated units.
    Pairs(fn(&Pairs<'_>, &mut Findings<'_>)),
}

/// All checks, in the order in which their findings are explained.
const CHECKS: &[Check] = &[
    documents::CHECK,
    problems::CHECK,
    mismatch::CHECK,
    unread::CHECK,
    completeness::CHECK,
    moved::CHECK,
    clauses::CHECK,
    stale::CHECK,
    edited::CHECK,
    terms::CHECK,
    coverage::CHECK,
    approval::CHECK,
    structure::CHECK,
    verbatims::CHECK,
    placeholders::CHECK,
    script::CHECK,
    typography::CHECK,
    leftovers::CHECK,
    numbers::CHECK,
    names::CHECK,
    negation::CHECK,
    sentences::CHECK,
    consistency::CHECK,
    notes::CHECK,
    // Last: it takes away what the others found.
    allow::CHECK,
];

/// Every kind of finding there is.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    CHECKS.iter().flat_map(|check| check.rules)
}

/// The codes of all of them.
#[must_use]
pub fn codes() -> Vec<Code> {
    rules().map(|rule| rule.code).collect()
}

/// The code of that name.
#[must_use]
pub fn code(name: &str) -> Option<Code> {
    rules().map(|rule| rule.code).find(|code| code.as_str() == name)
}

/// The codes that say a translation is unfinished, not wrong.
pub fn incomplete() -> impl Iterator<Item = Code> {
    rules().filter(|rule| rule.unfinished).map(|rule| rule.code)
}

/// Runs every check on one document pair. A check that panics costs only its own findings; gives
/// what broke down.
pub fn run(view: &View<'_>, findings: &mut Findings<'_>) -> Vec<Breakdown> {
    // There is nothing to compare in two texts of which neither translates the other, or of which one
    // is yet to be written.
    let compares = mismatch::of(view).is_none();
    let pairs = Pairs::of(view).filter(|_| compares && !documents::is_empty(view));
    let broken = |check: &Check| {
        let result = guard(|| match (&check.run, &pairs) {
            (Scope::Files(run), _) => run(view, findings),
            (Scope::View(run), _) if compares => run(view, findings),
            (Scope::Pairs(run), Some(pairs)) => run(pairs, findings),
            _ => {}
        });
        result.err()
    };
    CHECKS.iter().filter_map(broken).collect()
}

#[cfg(test)]
mod tests;
