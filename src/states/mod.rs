//! The state of each bead: what is known of it from the texts as they are now.

mod answer;
mod binding;
mod carry;
mod foreign;
mod history;
mod ledger;
mod lines;
mod passages;
mod presence;
mod strangers;
mod weigh;

pub use answer::{Answer, Edited, ReplacedWord, answer, replaced_word};
pub use binding::bind;
pub use carry::carry;
pub use history::apply_history;
pub use ledger::apply_ledger;
pub use passages::{Former, StalePassage, stale_passages};
pub use presence::{is_translatable, presence};
pub use strangers::mark_strangers;

use crate::model::{Alignment, Bead, Document, Evidence, State, TranslationUnit};

/// The translation units of a document pair, each in the state that its texts alone show.
#[must_use]
pub fn from_texts(
    alignment: Alignment,
    source: &Document,
    target: &Document,
) -> Vec<TranslationUnit> {
    let unit = |bead| {
        let state = presence(&bead, source, target);
        TranslationUnit { bead, state, evidence: Evidence::default() }
    };
    alignment.beads.into_iter().map(unit).collect()
}

/// The translation units of a document that has no translation: each segment by itself.
#[must_use]
pub fn all_untranslated(source: &Document) -> Vec<TranslationUnit> {
    let unit = |(index, segment)| {
        let state = if is_translatable(segment) { State::Untranslated } else { State::Unconfirmed };
        let bead = Bead { source: index..index + 1, target: 0..0, score: 1.0 };
        TranslationUnit { bead, state, evidence: Evidence::default() }
    };
    source.segments.iter().enumerate().map(unit).collect()
}
