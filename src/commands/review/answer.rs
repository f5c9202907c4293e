//! What can be answered to a segment.

/// A decision, by the key that takes it. Keys that `git add -p` has mean what they mean there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// The translation is right as it stands.
    Confirm,
    /// The same, said by an editor.
    Approve,
    /// It is to be changed first.
    Edit,
    /// The counterpart is missing on purpose.
    Deliberate,
    /// Nothing is decided.
    Skip,
    /// Nothing is decided about this segment and all later ones of the document.
    SkipDocument,
    /// A note is to go with the decision.
    Note,
    /// The rest is left for another time.
    Quit,
    /// What the keys mean.
    Help,
}

const KEYS: [(char, Answer); 9] = [
    ('y', Answer::Confirm),
    ('n', Answer::Skip),
    ('p', Answer::Approve),
    ('e', Answer::Edit),
    ('o', Answer::Deliberate),
    ('m', Answer::Note),
    ('d', Answer::SkipDocument),
    ('q', Answer::Quit),
    ('?', Answer::Help),
];

/// The same keys on a Russian keyboard, where the letters of the others stand.
const RUSSIAN_KEYS: [(char, Answer); 8] = [
    ('н', Answer::Confirm),
    ('т', Answer::Skip),
    ('з', Answer::Approve),
    ('у', Answer::Edit),
    ('щ', Answer::Deliberate),
    ('ь', Answer::Note),
    ('в', Answer::SkipDocument),
    ('й', Answer::Quit),
];

impl Answer {
    /// The answer that a line gives by its first letter; none where it gives none, or none that
    /// suits the segment.
    pub(super) fn of(line: &str, is_unpaired: bool) -> Option<Self> {
        let key = line.trim().chars().next()?.to_lowercase().next()?;
        let mut all = KEYS.iter().chain(&RUSSIAN_KEYS);
        let answer = all.find(|(known, _)| *known == key).map(|(_, answer)| *answer);
        answer.filter(|answer| answer.suits(is_unpaired))
    }

    /// The keys for a segment, as a question shows them.
    pub(super) fn keys(is_unpaired: bool) -> String {
        let suiting = KEYS.iter().filter(|(_, answer)| answer.suits(is_unpaired));
        let keys: Vec<String> = suiting.map(|(key, _)| key.to_string()).collect();
        keys.join(",")
    }

    /// Whether this can be said of a segment that has, or has not, a counterpart.
    const fn suits(self, is_unpaired: bool) -> bool {
        match self {
            Self::Confirm | Self::Approve | Self::Edit => !is_unpaired,
            Self::Deliberate => is_unpaired,
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_answers_on_either_keyboard() {
        assert_eq!(Answer::of("Y\n", false), Some(Answer::Confirm));
        assert_eq!(Answer::of("н", false), Some(Answer::Confirm));
        assert_eq!(Answer::of(" quit", false), Some(Answer::Quit));
        assert_eq!(Answer::of("x", false), None);
        assert_eq!(Answer::of("", false), None);
        assert_eq!(Answer::keys(false), "y,n,p,e,m,d,q,?");
    }

    #[test]
    fn what_has_no_counterpart_cannot_be_confirmed() {
        assert_eq!(Answer::of("y", true), None);
        assert_eq!(Answer::of("o", false), None);
        assert_eq!(Answer::of("щ", true), Some(Answer::Deliberate));
        assert_eq!(Answer::keys(true), "n,o,m,d,q,?");
    }
}
