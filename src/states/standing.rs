//! What a catalogue itself says of its translations.

use crate::{
    model::{Bead, Change, Direction, Document, Evidence, Grade, Language, Standing, State},
    text::change::grade,
};

/// The state that the file gives the bead, whose translation is there, and what is known of it.
pub(super) fn of_file(
    bead: &Bead,
    documents: (&Document, &Document),
    direction: Direction,
) -> Option<(State, Evidence)> {
    let (original, translation) = direction.roles(documents);
    let (from, to) = direction.roles((&bead.source, &bead.target));
    let block = (!to.is_empty()).then(|| translation.block_of(to.start))?;
    let state = match block.standing.as_ref()? {
        Standing::Missing => State::Untranslated,
        Standing::Confirmed => State::Confirmed,
        Standing::Approved => State::Approved,
        Standing::OutOfDate(was) => {
            let whole = original.block_of(from.start).segments.clone();
            let change = change(was, &original.prose_of(&whole), original.language);
            let mut evidence = Evidence::default();
            match original.language {
                Language::Russian => evidence.source = Some(change),
                Language::English => evidence.target = Some(change),
            }
            return Some((State::Stale, evidence));
        }
    };
    Some((state, Evidence::default()))
}

/// How the original changed; whoever marked the translation need not have said it.
fn change(was: &str, now: &str, language: Language) -> Change {
    let grade = if was.is_empty() { Grade::Wording } else { grade(was, now, language) };
    Change { was: was.to_owned(), grade, commit: None }
}
