//! Which types of the two sides may translate each other, and how likely.

use super::{
    evidence::Evidence,
    function_words::is_function_word,
    keys, number,
    token::Class,
    vocabulary::{Type, TypeId, Vocabulary},
};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// P(translation | word) where both sides write the same thing: numbers, Latin words, code.
const SAME: f32 = 0.9;

/// The same for marks, which translators change more freely.
const SAME_MARK: f32 = 0.6;

/// The same for names that sound alike, by the number of consonants that agree.
const ALIKE: [f32; 5] = [0.0, 0.05, 0.2, 0.5, 0.7];

/// A target type that may translate a source type.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub(super) target: TypeId,
    /// P(target | source).
    pub(super) forward: f32,
    /// P(source | target).
    pub(super) backward: f32,
}

/// How surely a token has a counterpart in a true translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trust {
    /// A word: translators paraphrase.
    Loose,
    /// A number, a name, code: they seldom do.
    Firm,
}

/// The translation table of one document pair; only types that occur in it.
#[derive(Debug)]
pub(super) struct Table {
    entries: Vec<Vec<Entry>>,
    /// For each source type how surely it has a counterpart; none for one that says nothing.
    pub(super) source_trust: Vec<Option<Trust>>,
    /// The same for each target type.
    pub(super) target_trust: Vec<Option<Trust>>,
}

impl Table {
    /// Looks every type of both sides up.
    pub(super) fn new(source: &Vocabulary, target: &TargetIndex<'_>, evidence: &Evidence) -> Self {
        let mut table = Self {
            entries: Vec::with_capacity(source.len()),
            source_trust: Vec::with_capacity(source.len()),
            target_trust: Vec::new(),
        };
        for (_, entry) in source.types() {
            let (trust, entries) = target.look_up(entry, evidence);
            table.source_trust.push(trust);
            table.entries.push(entries);
        }
        table.trust_what_is_found(target);
        table
    }

    /// The same with what `evidence` knows beside: only the words that it was taught are looked up
    /// again.
    pub(super) fn taught(
        mut self,
        source: &Vocabulary,
        target: &TargetIndex<'_>,
        evidence: &Evidence,
    ) -> Self {
        let is_taught = |entry: &Type| {
            let stems = || keys::russian(&entry.key);
            entry.class == Class::Word && stems().stems.iter().any(|stem| evidence.learned(stem))
        };
        for (id, entry) in source.types().filter(|(_, entry)| is_taught(entry)) {
            let id = id as usize;
            (self.source_trust[id], self.entries[id]) = target.look_up(entry, evidence);
        }
        self.trust_what_is_found(target);
        self
    }

    /// What may translate something is expected to.
    fn trust_what_is_found(&mut self, target: &TargetIndex<'_>) {
        self.target_trust.clone_from(&target.trust);
        for entry in self.entries.iter().flatten() {
            self.target_trust[entry.target as usize].get_or_insert(Trust::Loose);
        }
    }

    /// The target types that may translate `source`.
    pub(super) fn entries(&self, source: TypeId) -> &[Entry] {
        &self.entries[source as usize]
    }
}

fn english_trust(entry: &Type) -> Option<Trust> {
    match entry.class {
        Class::Word if keys::english(&entry.key).is_listed => Some(Trust::Loose),
        Class::Word => entry.name.then_some(Trust::Firm),
        Class::Mark => Some(Trust::Loose),
        _ => Some(Trust::Firm),
    }
}

/// The target's types by what they may be found by.
pub(super) struct TargetIndex<'a> {
    vocabulary: &'a Vocabulary,
    /// How surely each has a counterpart, whatever the source may be.
    trust: Vec<Option<Trust>>,
    by_stem: FxHashMap<Rc<str>, Vec<TypeId>>,
    by_sound: FxHashMap<Rc<str>, Vec<TypeId>>,
}

impl<'a> TargetIndex<'a> {
    pub(super) fn new(target: &'a Vocabulary) -> Self {
        let mut index = Self {
            vocabulary: target,
            trust: target.types().map(|(_, entry)| english_trust(entry)).collect(),
            by_stem: FxHashMap::default(),
            by_sound: FxHashMap::default(),
        };
        for (id, entry) in target.types() {
            if entry.class == Class::Word {
                let keys = keys::english(&entry.key);
                index.by_stem.entry(Rc::clone(&keys.stem)).or_default().push(id);
                for sound in &keys.sounds {
                    index.by_sound.entry(Rc::clone(sound)).or_default().push(id);
                }
            }
        }
        index
    }

    /// How surely a counterpart is expected, and the counterparts there are.
    fn look_up(&self, source: &Type, evidence: &Evidence) -> (Option<Trust>, Vec<Entry>) {
        let (trust, entries) = match source.class {
            Class::Word => self.look_up_word(source, evidence),
            Class::Foreign => (Some(Trust::Firm), self.same(Class::Word, &source.key, SAME)),
            Class::Mark => (Some(Trust::Loose), self.same(Class::Mark, &source.key, SAME_MARK)),
            Class::Number => (Some(Trust::Firm), self.number(&source.key)),
            class => (Some(Trust::Firm), self.same(class, &source.key, SAME)),
        };
        let found = (!entries.is_empty()).then_some(Trust::Loose);
        (trust.or(found), entries)
    }

    /// The same number in digits, or in a word.
    fn number(&self, value: &str) -> Vec<Entry> {
        let mut entries = self.same(Class::Number, value, SAME);
        if let Some(word) = number::word(value) {
            entries.extend(self.same(Class::Word, word, SAME));
        }
        entries
    }

    fn same(&self, class: Class, key: &str, likelihood: f32) -> Vec<Entry> {
        let id = self.vocabulary.id(class, key);
        id.map(|target| Entry { target, forward: likelihood, backward: likelihood })
            .into_iter()
            .collect()
    }

    fn look_up_word(&self, source: &Type, evidence: &Evidence) -> (Option<Trust>, Vec<Entry>) {
        let mut entries = Vec::new();
        let mut listed = false;
        let keys = keys::russian(&source.key);
        for stem in &keys.stems {
            let (bundled, english) = evidence.english_of(stem);
            for (english, weight) in english {
                // What is rendered by function words alone can never be found.
                listed |= bundled && !is_function_word(english);
                if let Some(value) = number::value_of(english) {
                    entries.extend(self.same(Class::Number, value, SAME));
                }
                for &target in self.by_stem.get(english).map_or(&[][..], Vec::as_slice) {
                    entries.push(Entry {
                        target,
                        forward: weight.forward,
                        backward: weight.backward,
                    });
                }
            }
        }
        entries.sort_by(|a, b| a.target.cmp(&b.target).then(b.forward.total_cmp(&a.forward)));
        entries.dedup_by_key(|entry| entry.target);
        entries.extend(self.same(Class::Foreign, &source.key, SAME));
        if entries.is_empty() && (!listed || source.name) {
            entries = self.sounding_like(&keys.sounds);
        }
        let trust = match (listed, source.name) {
            (true, _) => Some(Trust::Loose),
            (false, true) => Some(Trust::Firm),
            (false, false) => None,
        };
        (trust, entries)
    }

    fn sounding_like(&self, sounds: &[Rc<str>]) -> Vec<Entry> {
        let mut best: FxHashMap<TypeId, f32> = FxHashMap::default();
        for key in sounds {
            let likelihood = ALIKE[key.len().min(ALIKE.len() - 1)];
            for &target in self.by_sound.get(key).map_or(&[][..], Vec::as_slice) {
                let so_far = best.entry(target).or_insert(0.0);
                *so_far = so_far.max(likelihood);
            }
        }
        let mut entries: Vec<Entry> = best
            .into_iter()
            .map(|(target, share)| Entry { target, forward: share, backward: share })
            .collect();
        entries.sort_by_key(|entry| entry.target);
        entries
    }
}
