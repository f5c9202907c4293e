//! What a format cannot hold of a term base.

use crate::{
    glossary::{Case, Concept, SourceTerm, TargetTerm},
    model::Message,
};

/// Something that concepts say and a format has no place for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// Concepts that only forbid, having no Russian term.
    Termless,
    /// Concepts with several Russian terms, which become as many entries.
    Split,
    /// Terms beginning with `#`, by which the format knows remarks.
    Hash,
    /// Names of concepts other than those that would be made of their terms.
    Id,
    /// Definitions.
    Definition,
    /// Fields that concepts belong to.
    Domain,
    /// Sources of decisions.
    Origin,
    /// Notes of several lines, which become one.
    LineBreaks,
    /// Renderings that are not to be used.
    Rejected,
    /// Approved renderings that are not preferred and admitted as their order tells.
    Status,
    /// Other spellings of renderings.
    Variants,
    /// Levels of findings.
    Level,
    /// Limits to some documents.
    Scope,
    /// Phrases in which the concept is not meant.
    Unless,
    /// What capitals mean, where the term itself does not tell.
    Case,
    /// That every occurrence counts.
    Count,
    /// Forms given to terms or taken from them.
    Forms,
    /// That a term is derived from another.
    Derived,
    /// Renderings limited to some of the terms.
    For,
    /// Phrases in which a rendering is not meant.
    Except,
}

impl Loss {
    /// What is lost, `count` times.
    #[must_use]
    pub fn message(self, count: usize) -> Message {
        Message::new(self.id()).with("count", count)
    }

    const fn id(self) -> &'static str {
        match self {
            Self::Termless => "exchange-loss-termless",
            Self::Split => "exchange-loss-split",
            Self::Hash => "exchange-loss-hash",
            Self::Id => "exchange-loss-id",
            Self::Definition => "exchange-loss-definition",
            Self::Domain => "exchange-loss-domain",
            Self::Origin => "exchange-loss-origin",
            Self::LineBreaks => "exchange-loss-line-breaks",
            Self::Rejected => "exchange-loss-rejected",
            Self::Status => "exchange-loss-status",
            Self::Variants => "exchange-loss-variants",
            Self::Level => "exchange-loss-level",
            Self::Scope => "exchange-loss-scope",
            Self::Unless => "exchange-loss-unless",
            Self::Case => "exchange-loss-case",
            Self::Count => "exchange-loss-count",
            Self::Forms => "exchange-loss-forms",
            Self::Derived => "exchange-loss-derived",
            Self::For => "exchange-loss-for",
            Self::Except => "exchange-loss-except",
        }
    }

    /// How much of it a concept has.
    fn count(self, concept: &Concept) -> usize {
        let terms = |has: fn(&&SourceTerm) -> bool| concept.source.iter().filter(has).count();
        let renderings = |has: fn(&&TargetTerm) -> bool| concept.target.iter().filter(has).count();
        let has = match self {
            Self::Rejected => return renderings(|term| !term.status.is_approved()),
            Self::Variants => return renderings(|term| !term.variants.is_empty()),
            Self::For => return renderings(|term| !term.only_for.is_empty()),
            Self::Except => return renderings(|term| !term.except.is_empty()),
            Self::Hash => return terms(|term| term.text.starts_with('#')),
            Self::Derived => return terms(|term| term.derived),
            Self::Forms => {
                return terms(|term| !term.forms.is_empty() || !term.not_forms.is_empty());
            }
            Self::Status => return misplaced(concept),
            Self::Termless => concept.source.is_empty(),
            Self::Split => concept.source.len() > 1,
            Self::Id => concept.id != concept.usual_id(),
            Self::Definition => concept.definition.is_some(),
            Self::Domain => concept.domain.is_some(),
            Self::Origin => concept.origin.is_some(),
            Self::LineBreaks => concept.note.as_ref().is_some_and(|note| note.contains('\n')),
            Self::Level => concept.level.is_some(),
            Self::Scope => concept.scope.is_some() || concept.exclude.is_some(),
            Self::Unless => !concept.unless.is_empty(),
            Self::Case => concept.case != concept.usual_case(),
            Self::Count => concept.count,
        };
        usize::from(has)
    }
}

/// How many of the approved renderings have another status than their place in the order tells.
fn misplaced(concept: &Concept) -> usize {
    let approved = concept.target.iter().filter(|term| term.status.is_approved());
    let statuses =
        approved.enumerate().map(|(place, term)| (super::tab::status(place), term.status));
    statuses.filter(|(usual, status)| usual != status).count()
}

/// Which of `losses` the concepts have, and how much of each.
pub(super) fn counted(losses: &[Loss], concepts: &[Concept]) -> Vec<(Loss, usize)> {
    let count = |loss: &Loss| (*loss, concepts.iter().map(|concept| loss.count(concept)).sum());
    losses.iter().map(count).filter(|(_, count)| *count > 0).collect()
}

impl Concept {
    /// What capitals mean in it if only its terms are known.
    pub(super) fn usual_case(&self) -> Case {
        self.source.first().map_or(Case::Any, |term| Case::suggested_by(&term.text))
    }
}
