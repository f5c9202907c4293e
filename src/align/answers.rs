//! Every segment answers for itself: what it costs a bead that holds one which shares nothing with
//! its counterpart.
//!
//! In a bead of more than two units the words of the others carry a stranger along, the shorter
//! the more easily. So a unit whose own words speak against the bead is asked once more, by them
//! and by its length: a bead that fits its counterpart better with the unit than without needs it.

/// What it costs that not one known word of a unit is answered.
const NO_WORD: f32 = -1.5;

/// What it costs that nothing is known of a unit's words: as likely as not nobody rendered it, and
/// the lengths decide.
const UNKNOWN: f32 = -1.3;

/// How much the lengths count against the words of a unit.
const LENGTH_WEIGHT: f32 = 5.0;

/// No unit costs more: many words that the lexicon renders otherwise are no proof.
const MOST: f32 = -4.0;

/// What the words of one unit say of the other side of its bead.
#[derive(Debug, Clone, Copy)]
pub(super) struct OwnWords {
    /// Their log-likelihood ratio.
    pub(super) evidence: f32,
    /// How many of them are known.
    pub(super) known: usize,
    /// How many of those the other side answers.
    pub(super) answered: usize,
}

/// What a unit of a larger bead costs, nought or less. `length_gain` is by how much the lengths
/// fit better with the unit than without it.
pub(super) fn of(words: OwnWords, length_gain: impl FnOnce() -> f32) -> f32 {
    let silence = match (words.known, words.answered) {
        (0, _) => UNKNOWN,
        (_, 0) => NO_WORD,
        _ => 0.0,
    };
    let own = words.evidence + silence;
    if own >= 0.0 {
        return 0.0;
    }
    (own + LENGTH_WEIGHT * length_gain().max(0.0)).clamp(MOST, 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_that_shares_nothing_costs_unless_its_length_is_needed() {
        let silent = OwnWords { evidence: -2.0, known: 2, answered: 0 };
        assert!(of(silent, || 0.0) < -3.0);
        assert!(of(silent, || 1.0) >= 0.0);
        let answered = OwnWords { evidence: 3.0, known: 2, answered: 1 };
        assert!(of(answered, || 0.0) >= 0.0);
        let long = OwnWords { evidence: -40.0, known: 40, answered: 0 };
        assert!(of(long, || 0.0) >= MOST);
    }
}
