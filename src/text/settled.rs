//! Questions about texts that were answered in an earlier run.
//!
//! Most of what is asked of an original and its translation finds nothing, and most texts are what
//! they were when they were asked about before. A question is a function of the two texts and of
//! nothing else, so that its answer holds for them wherever they stand; it is remembered by a hash of
//! them, for the next run as well.

use std::cell::{Cell, OnceCell, RefCell};

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// In which respect texts are asked about.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Topic {
    Language,
    Denials,
    Names,
    SpellingOfNames,
    Numbers,
    DoubledWords,
    Spelling,
    Change,
    Plainness,
}

/// A question that an original and its translation answer by themselves.
#[derive(Debug)]
pub(crate) struct Question {
    pub(crate) topic: Topic,
    /// Whether there is surely nothing to say of the two.
    pub(crate) is_settled: fn(source: &str, target: &str) -> bool,
}

/// A hash of two texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(crate) struct TextKey([u8; 16]);

/// A bit for each topic that two texts were asked about, and for each that is settled; where texts
/// are asked about one topic alone, a number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Answers {
    asked: u16,
    settled: u16,
}

/// What is known of the texts of a document pair.
#[derive(Debug, Default)]
pub struct Settled {
    /// The answers, and whether the texts are still asked about; none where nobody asks again.
    known: Option<RefCell<FxHashMap<TextKey, (Answers, bool)>>>,
    has_news: Cell<bool>,
}

/// What is kept of that for the next run.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Kept(Vec<(TextKey, Answers)>);

impl TextKey {
    fn of(texts: &[&[u8]]) -> Self {
        let mut hasher = blake3::Hasher::new();
        for text in texts {
            hasher.update(&(text.len() as u64).to_le_bytes());
            hasher.update(text);
        }
        let mut key = [0; 16];
        hasher.finalize_xof().fill(&mut key);
        Self(key)
    }
}

impl Settled {
    /// What an earlier run kept.
    pub(crate) fn of(Kept(kept): Kept) -> Self {
        let known = kept.into_iter().map(|(key, answers)| (key, (answers, false))).collect();
        Self { known: Some(RefCell::new(known)), has_news: Cell::new(false) }
    }

    /// Whether a question about two texts is settled; no answer where nothing is remembered. Their
    /// `key` is put down for the next question.
    pub(crate) fn is(
        &self,
        question: &Question,
        key: &OnceCell<TextKey>,
        (source, target): (&str, &str),
    ) -> bool {
        let Some(known) = &self.known else { return false };
        let both = || TextKey::of(&[source.as_bytes(), target.as_bytes()]);
        let key = *key.get_or_init(both);
        let bit = 1 << question.topic as u16;
        let mut known = known.borrow_mut();
        let (answers, is_asked) = known.entry(key).or_default();
        *is_asked = true;
        if answers.asked & bit == 0 {
            answers.asked |= bit;
            answers.settled |= if (question.is_settled)(source, target) { bit } else { 0 };
            self.has_news.set(true);
        }
        answers.settled & bit != 0
    }

    /// The number that answers a question about `texts` and nothing else, or what `find` finds.
    pub(crate) fn number(&self, topic: Topic, texts: &[&[u8]], find: impl FnOnce() -> u16) -> u16 {
        let Some(known) = &self.known else { return find() };
        let topic = [topic as u8];
        let texts: Vec<&[u8]> = [&topic[..]].into_iter().chain(texts.iter().copied()).collect();
        let mut known = known.borrow_mut();
        let (answers, is_asked) = known.entry(TextKey::of(&texts)).or_default();
        *is_asked = true;
        if answers.asked == 0 {
            *answers = Answers { asked: 1, settled: find() };
            self.has_news.set(true);
        }
        answers.settled
    }

    /// What the next run needs of it: the answers of texts that were asked about; none where it has
    /// them already.
    pub(crate) fn into_kept(self) -> Option<Kept> {
        let known = self.known.filter(|_| self.has_news.get())?.into_inner().into_iter();
        let asked = known.filter(|(_, (_, is_asked))| *is_asked);
        let mut kept: Vec<(TextKey, Answers)> =
            asked.map(|(key, (answers, _))| (key, answers)).collect();
        kept.sort_unstable_by_key(|(key, _)| *key);
        Some(Kept(kept))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALIKE: Question =
        Question { topic: Topic::Names, is_settled: |source, target| source == target };

    /// Answers otherwise than it should, so that it shows whether it is asked.
    const NEVER: Question = Question { topic: Topic::Names, is_settled: |_, _| false };

    #[test]
    fn a_question_is_asked_once_of_the_same_texts() {
        let ask =
            |settled: &Settled, question, texts| settled.is(question, &OnceCell::new(), texts);
        let first = Settled::of(Kept::default());
        assert!(ask(&first, &ALIKE, ("а", "а")));
        assert!(!ask(&first, &ALIKE, ("а", "б")));
        let next = Settled::of(first.into_kept().unwrap());
        assert!(ask(&next, &NEVER, ("а", "а")));
        assert!(!ask(&next, &ALIKE, ("а", "б")));
        assert!(next.into_kept().is_none());
    }

    #[test]
    fn a_number_is_found_once_for_the_same_texts() {
        let ask = |settled: &Settled, topic, texts: [&str; 2], number| {
            settled.number(topic, &texts.map(str::as_bytes), || number)
        };
        let first = Settled::of(Kept::default());
        assert_eq!(ask(&first, Topic::Change, ["а", "б"], 7), 7);
        let next = Settled::of(first.into_kept().unwrap());
        assert_eq!(ask(&next, Topic::Change, ["а", "б"], 8), 7);
        assert_eq!(ask(&next, Topic::Change, ["аб", ""], 8), 8);
        assert_eq!(ask(&next, Topic::Plainness, ["а", "б"], 9), 9);
        assert_eq!(ask(&Settled::default(), Topic::Change, ["а", "б"], 8), 8);
    }

    #[test]
    fn what_nobody_asks_about_is_forgotten_with_the_next_news() {
        let first = Settled::of(Kept::default());
        first.is(&ALIKE, &OnceCell::new(), ("а", "а"));
        let next = Settled::of(first.into_kept().unwrap());
        next.is(&ALIKE, &OnceCell::new(), ("б", "б"));
        assert_eq!(next.into_kept().unwrap().0.len(), 1);
        assert!(Settled::default().into_kept().is_none());
    }
}
