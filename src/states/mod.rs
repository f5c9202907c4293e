//! The state of each bead: what is known of it from the texts as they are now.

mod answer;
mod binding;
mod carry;
mod foreign;
mod history;
mod labels;
mod ledger;
mod lines;
mod passages;
mod presence;
mod spare;
mod standing;
mod strangers;
mod terms;
mod weigh;

pub use answer::{Answer, Edited, ReplacedWord, answer, lacks_plainly, may_render, replaced_word};
pub use binding::bind;
pub use carry::carry;
pub use history::apply_history;
pub use ledger::apply_ledger;
pub use passages::{Former, StalePassage, stale_passages};
pub use presence::{is_translatable, presence};
pub use strangers::mark_strangers;

use crate::model::{Alignment, Bead, Direction, Document, Evidence, State, TranslationUnit};

/// The translation units of a document pair, each in the state that its texts alone show.
#[must_use]
pub fn from_texts(
    alignment: Alignment,
    documents: (&Document, &Document),
    direction: Direction,
) -> Vec<TranslationUnit> {
    let unit = |bead| {
        let state = presence(&bead, documents, direction);
        let said = (state == State::Unconfirmed && bead.is_pair())
            .then(|| standing::of_file(&bead, documents, direction))
            .flatten();
        let (state, evidence) = said.unwrap_or((state, Evidence::default()));
        TranslationUnit { bead, state, evidence }
    };
    alignment.beads.into_iter().map(unit).collect()
}

/// The translation units of an original that has no translation: each segment by itself.
#[must_use]
pub fn all_untranslated(original: &Document) -> Vec<TranslationUnit> {
    let direction = Direction::from_original(original.language);
    let unit = |(index, segment)| {
        let lacks = is_translatable(segment, original.language);
        let state = if lacks { State::Untranslated } else { State::Unconfirmed };
        let (source, target) = direction.roles((index..index + 1, 0..0));
        let bead = Bead { source, target, score: 1.0 };
        TranslationUnit { bead, state, evidence: Evidence::default() }
    };
    original.segments.iter().enumerate().map(unit).collect()
}
