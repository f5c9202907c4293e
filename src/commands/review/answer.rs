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

const KEYS: [(char, Answer); 8] = [
    ('y', Answer::Confirm),
    ('n', Answer::Skip),
    ('p', Answer::Approve),
    ('e', Answer::Edit),
    ('m', Answer::Note),
    ('d', Answer::SkipDocument),
    ('q', Answer::Quit),
    ('?', Answer::Help),
];

/// The same keys on a Russian keyboard, where the letters of the others stand.
const RUSSIAN_KEYS: [(char, Answer); 7] = [
    ('н', Answer::Confirm),
    ('т', Answer::Skip),
    ('з', Answer::Approve),
    ('у', Answer::Edit),
    ('ь', Answer::Note),
    ('в', Answer::SkipDocument),
    ('й', Answer::Quit),
];

impl Answer {
    /// The answer that a line gives by its first letter; none where it gives none.
    pub(super) fn of(line: &str) -> Option<Self> {
        let key = line.trim().chars().next()?.to_lowercase().next()?;
        let mut all = KEYS.iter().chain(&RUSSIAN_KEYS);
        all.find(|(known, _)| *known == key).map(|(_, answer)| *answer)
    }

    /// All keys, as a question shows them.
    pub(super) fn keys() -> String {
        let keys: Vec<String> = KEYS.iter().map(|(key, _)| key.to_string()).collect();
        keys.join(",")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_answers_on_either_keyboard() {
        assert_eq!(Answer::of("Y\n"), Some(Answer::Confirm));
        assert_eq!(Answer::of("н"), Some(Answer::Confirm));
        assert_eq!(Answer::of(" quit"), Some(Answer::Quit));
        assert_eq!(Answer::of("x"), None);
        assert_eq!(Answer::of(""), None);
        assert_eq!(Answer::keys(), "y,n,p,e,m,d,q,?");
    }
}
