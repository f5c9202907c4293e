//! What a translation does throughout: one finding that counts its places, where each would be one.
//!
//! A translator who keeps the dash of every speech has one habit and not a hundred slips; whoever
//! reads the report decides once.

use serde_json::Value;

use crate::{
    checks::{
        Findings, Rule,
        findings::{Draft, one_of_many},
    },
    model::{Message, Place},
};

/// So many places of one kind in a document are a habit: as many as make added blocks a passage.
const MANY: usize = 12;

/// What was found of the kinds that may be a habit.
#[derive(Default)]
pub(super) struct Habits {
    kinds: Vec<(Rule, Vec<Draft>)>,
}

impl Habits {
    /// Keeps what `rule` reports of one place until all are known.
    pub(super) fn push(&mut self, rule: Rule, draft: Draft) {
        match self.kinds.iter_mut().find(|(kept, _)| kept.code == rule.code) {
            Some((_, drafts)) => drafts.push(draft),
            None => self.kinds.push((rule, vec![draft])),
        }
    }

    /// Reports few places one by one, and many as what the document does throughout.
    pub(super) fn report(self, findings: &mut Findings<'_>) {
        for (rule, drafts) in self.kinds {
            if drafts.len() < MANY {
                drafts.into_iter().for_each(|draft| findings.push(draft));
            } else if let Some(habit) = habit(rule, drafts) {
                findings.push(habit);
            }
        }
    }
}

/// One finding at the first place, with the places of all, whose fix mends all that can be mended.
fn habit(rule: Rule, drafts: Vec<Draft>) -> Option<Draft> {
    let place = |place: &Place| one_of_many(&place.path, place.start.line);
    let places: Vec<Value> = drafts.iter().filter_map(Draft::target).map(place).collect();
    let message = Message::new(format!("{}-throughout", rule.code)).with("count", drafts.len());
    let whole = drafts.into_iter().reduce(Draft::curing)?;
    Some(whole.saying(message).noting("places", places))
}
