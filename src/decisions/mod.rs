//! Decisions about translation units: confirm, approve, leave out, keep, waive, pair, split, note,
//! edit, and taking the last one back.
//!
//! [`decide`] is the one door: it says whether a decision suits the unit, writes it under the lock
//! of the project, and gives a [`Step`] by which [`undo`] can take it back. Nothing is written over
//! what somebody else wrote meanwhile.

mod begin;
mod edit;
mod insertion;
mod linking;
mod noting;
mod refused;
mod taking_back;
mod terms;

pub use begin::begin;
pub use edit::editable;
pub use linking::pins;
pub use refused::Refused;
pub use taking_back::{Reverted, Step, reverted, take_back, undo};
pub use terms::{formed, write_concept};

use std::ops::Range;

use crate::{
    disk::Held,
    history::{hold_deciding, user_name},
    ledger::{self, Decision, Entry},
    model::{Direction, Document, DocumentReport, RepoPath, State, TranslationUnit},
    project::Project,
};

/// What can be decided of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// The translation is right as it stands.
    Confirm,
    /// So is every other of the document of which nothing else is known.
    ConfirmAll,
    /// An editor says so too.
    Approve,
    /// So of every one of the document that is translated, and confirmed or not known otherwise.
    ApproveAll,
    /// The units belong together: they are paired, or joined.
    Link,
    /// Their two sides are no translations of each other.
    Unlink,
    /// A unit is two.
    Split {
        /// How many segments of the source belong to the first.
        source: usize,
        /// How many segments of the target do.
        target: usize,
    },
    /// Somebody leaves a note, or asks.
    Note {
        /// What.
        note: String,
    },
    /// The notes are answered.
    Settle,
    /// The source is left out on purpose.
    Omit {
        /// Why.
        note: String,
    },
    /// The target is the translator's own.
    Add {
        /// Why.
        note: String,
    },
    /// Findings of a kind are right so.
    Waive {
        /// The kind.
        code: String,
        /// Why.
        note: String,
    },
    /// The translation is to say something else, markup included.
    Edit {
        /// What stood there when the edit began; empty where there was nothing.
        was: String,
        /// What is to stand there.
        text: String,
    },
}

/// Units of a document as they were seen.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The project.
    pub project: &'a Project,
    /// The document pair.
    pub report: &'a DocumentReport,
    /// The units, as indices into those of the document. What is about one unit is about the first.
    pub units: &'a [usize],
}

impl<'a> Subject<'a> {
    /// The original and the translation, where each is there.
    fn documents(self) -> (Option<&'a Document>, Option<&'a Document>) {
        let report = self.report;
        report.pair.direction().roles((report.source.as_ref(), report.target.as_ref()))
    }

    /// The segments of a unit in the original and in the translation.
    fn roles(self, unit: &TranslationUnit) -> (&Range<usize>, &Range<usize>) {
        self.report.pair.direction().roles((&unit.bead.source, &unit.bead.target))
    }

    fn unit(self) -> Result<&'a TranslationUnit, Refused> {
        self.chosen().next().ok_or(Refused::Unsuitable)
    }

    /// The index of the first of them.
    fn first(self) -> Option<usize> {
        self.units.first().copied()
    }

    /// The units.
    fn chosen(self) -> impl Iterator<Item = &'a TranslationUnit> {
        self.units.iter().filter_map(|index| self.report.units.get(*index))
    }

    /// The ledger file of the document.
    fn ledger_file(self) -> RepoPath {
        ledger::file_of(&self.project.config.ledger, &self.report.pair.shared)
    }
}

/// Takes a decision and writes it.
///
/// # Errors
/// When it does not suit the unit, the text is another by now, or a file cannot be written; nothing
/// is then changed.
pub fn decide(subject: Subject<'_>, action: &Action) -> Result<Step, Refused> {
    let held = hold_deciding(&subject.project.root, COMMAND)?;
    match action {
        Action::Edit { was, text } => edit::edit(subject, was, text, &held)?,
        Action::Link => linking::link(subject, &held)?,
        Action::Unlink => linking::unlink(subject, &held)?,
        Action::Split { source, target } => linking::split(subject, (*source, *target), &held)?,
        Action::Note { note } => noting::leave(subject, note, &held)?,
        Action::Settle => noting::settle(subject, &held)?,
        _ => record(subject, action, &held)?,
    }
    Step::of(held)
}

/// The name under which the journal of `undo` keeps what is decided here.
const COMMAND: &str = "desk";

/// Writes what a person said of a unit into the ledger.
fn record(subject: Subject<'_>, action: &Action, held: &Held) -> Result<(), Refused> {
    let entries = entries(subject, action);
    if entries.is_empty() {
        return Err(Refused::Unsuitable);
    }
    let file = subject.ledger_file();
    ledger::add(held, &file, &entries).map(drop).map_err(|error| Refused::Disk(error.cause))
}

fn entries(Subject { project, report, units }: Subject<'_>, action: &Action) -> Vec<Entry> {
    let who = user_name(&project.root);
    let who = who.as_deref();
    let chosen = || units.iter().copied();
    let confirmed =
        |state| ledger::confirm(report, |index| units.contains(&index), state, who).entries;
    let all_in = |states: &[State], decision| {
        let state = |index: usize| report.units.get(index).map(|unit| unit.state);
        let is_open = |index| state(index).is_some_and(|state| states.contains(&state));
        ledger::confirm(report, is_open, decision, who).entries
    };
    // The ledger knows the two languages: what is left out of the English text has a Russian one.
    let exception = |note: &str, direction| match direction {
        Direction::RuEn => ledger::omissions(report, chosen(), note, who),
        Direction::EnRu => ledger::additions(report, chosen(), note, who),
    };
    match action {
        Action::Confirm => confirmed(Decision::Confirmed),
        Action::ConfirmAll => all_in(&[State::Unconfirmed], Decision::Confirmed),
        Action::ApproveAll => all_in(&[State::Unconfirmed, State::Confirmed], Decision::Approved),
        Action::Approve => confirmed(Decision::Approved),
        Action::Omit { note } => exception(note, report.pair.direction()),
        Action::Add { note } => exception(note, report.pair.direction().reversed()),
        Action::Waive { code, note } => {
            ledger::waivers(report, chosen(), std::slice::from_ref(code), Some(note), who)
        }
        // Written elsewhere.
        _ => Vec::new(),
    }
}
