//! Which types of the two sides may translate each other, and how likely.

use std::collections::HashMap;

use super::{
    lexicon::Lexicon,
    phonetic, stem,
    token::Class,
    vocabulary::{Type, TypeId, Vocabulary},
};

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

/// The translation table of one document pair; only types that occur in it.
#[derive(Debug)]
pub(super) struct Table {
    entries: Vec<Vec<Entry>>,
    /// Whether each source type is expected to have a counterpart.
    pub(super) source_known: Vec<bool>,
    /// Whether each target type is.
    pub(super) target_known: Vec<bool>,
}

impl Table {
    /// Looks every type of both sides up.
    pub(super) fn new(source: &Vocabulary, target: &Vocabulary, lexicon: &Lexicon) -> Self {
        let index = TargetIndex::new(target);
        let mut table = Self {
            entries: Vec::with_capacity(source.len()),
            source_known: vec![false; source.len()],
            target_known: target
                .types()
                .map(|(_, entry)| is_known_english(entry, lexicon))
                .collect(),
        };
        for (id, entry) in source.types() {
            let (known, entries) = index.look_up(entry, lexicon);
            table.source_known[id as usize] = known || !entries.is_empty();
            for entry in &entries {
                table.target_known[entry.target as usize] = true;
            }
            table.entries.push(entries);
        }
        table
    }

    /// The target types that may translate `source`.
    pub(super) fn entries(&self, source: TypeId) -> &[Entry] {
        &self.entries[source as usize]
    }
}

fn is_known_english(entry: &Type, lexicon: &Lexicon) -> bool {
    match entry.class {
        Class::Word => entry.name || lexicon.has_english(&stem::english(&entry.key)),
        _ => true,
    }
}

/// The target's types by what they may be found by.
struct TargetIndex {
    by_stem: HashMap<String, Vec<TypeId>>,
    by_sound: HashMap<String, Vec<TypeId>>,
    by_key: HashMap<(Class, String), TypeId>,
}

impl TargetIndex {
    fn new(target: &Vocabulary) -> Self {
        let mut index =
            Self { by_stem: HashMap::new(), by_sound: HashMap::new(), by_key: HashMap::new() };
        for (id, entry) in target.types() {
            index.by_key.insert((entry.class, entry.key.clone()), id);
            if entry.class == Class::Word {
                index.by_stem.entry(stem::english(&entry.key)).or_default().push(id);
                for key in phonetic::english_keys(&entry.key) {
                    index.by_sound.entry(key).or_default().push(id);
                }
            }
        }
        index
    }

    /// Whether a counterpart is expected, and the counterparts there are.
    fn look_up(&self, source: &Type, lexicon: &Lexicon) -> (bool, Vec<Entry>) {
        match source.class {
            Class::Word => self.look_up_word(source, lexicon),
            Class::Foreign => (true, self.same(Class::Word, &source.key, SAME)),
            Class::Mark => (true, self.same(Class::Mark, &source.key, SAME_MARK)),
            class => (true, self.same(class, &source.key, SAME)),
        }
    }

    fn same(&self, class: Class, key: &str, likelihood: f32) -> Vec<Entry> {
        let id = self.by_key.get(&(class, key.to_owned()));
        id.map(|&target| Entry { target, forward: likelihood, backward: likelihood })
            .into_iter()
            .collect()
    }

    fn look_up_word(&self, source: &Type, lexicon: &Lexicon) -> (bool, Vec<Entry>) {
        let stem = stem::russian(&source.key);
        let mut entries = Vec::new();
        let listed = lexicon.english_of(&stem);
        for (english, weight) in listed.unwrap_or_default() {
            for &target in self.by_stem.get(english).map_or(&[][..], Vec::as_slice) {
                entries.push(Entry { target, forward: weight.forward, backward: weight.backward });
            }
        }
        if entries.is_empty() && (listed.is_none() || source.name) {
            entries = self.sounding_like(&source.key, &stem);
        }
        (listed.is_some() || source.name, entries)
    }

    fn sounding_like(&self, word: &str, stem: &str) -> Vec<Entry> {
        let mut best: HashMap<TypeId, f32> = HashMap::new();
        for key in phonetic::russian_keys(word, stem) {
            let likelihood = ALIKE[key.len().min(ALIKE.len() - 1)];
            for &target in self.by_sound.get(&key).map_or(&[][..], Vec::as_slice) {
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
