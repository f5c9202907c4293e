//! What was found out about texts, remembered for whoever asks about them again.
//!
//! Whoever holds a project in memory has it looked at again after each edit, and nearly all of its
//! texts say what they said. From [`hold`] on, what depends on a text alone is remembered; a run that
//! looks once remembers nothing. What is remembered is what would be found again, so that no answer
//! depends on it, and what nobody has asked about for a while is forgotten.

use std::{
    hash::BuildHasher as _,
    mem,
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
};

use rustc_hash::{FxBuildHasher, FxHashMap};

/// Parts of a memory that are locked one at a time, so that threads seldom wait for each other.
const PARTS: usize = 16;

/// Texts of which a part remembers something before it begins to forget; a long document has a few
/// thousand.
const MANY: usize = 500;

/// The same where what is remembered is large.
const FEW: usize = 2;

static IS_HELD: AtomicBool = AtomicBool::new(false);

/// Begins to remember: the same texts will be asked about again.
pub fn hold() {
    IS_HELD.store(true, Ordering::Relaxed);
}

/// Whether anything is remembered.
pub(crate) fn is_held() -> bool {
    IS_HELD.load(Ordering::Relaxed)
}

/// What was found out about texts, of one kind.
pub(crate) struct Memory<T> {
    parts: [Mutex<Lately<T>>; PARTS],
    /// What a part remembers before it begins to forget.
    most: usize,
}

/// What was found out about texts that were asked about lately, and about those that were before.
pub(crate) struct Lately<T> {
    young: FxHashMap<Box<str>, T>,
    old: FxHashMap<Box<str>, T>,
}

impl<T: Clone> Memory<T> {
    /// One that remembers nothing yet.
    pub(crate) const fn new() -> Self {
        Self { parts: [const { Mutex::new(Lately::new()) }; PARTS], most: MANY }
    }

    /// One for what is large, as a document is.
    pub(crate) const fn of_few() -> Self {
        Self { parts: [const { Mutex::new(Lately::new()) }; PARTS], most: FEW }
    }

    /// What is known of `text`, or what `find` finds.
    pub(crate) fn of(&self, text: &str, find: impl FnOnce() -> T) -> T {
        if !is_held() {
            return find();
        }
        let place = FxBuildHasher.hash_one(text) as usize % PARTS;
        let part = || self.parts.get(place).and_then(|part| part.lock().ok());
        if let Some(known) = part().and_then(|mut part| part.get(text, self.most)) {
            return known;
        }
        // Others need not wait for what takes its time.
        let found = find();
        if let Some(mut part) = part() {
            part.keep(text.into(), found.clone(), self.most);
        }
        found
    }

    /// The same of two texts together, an original and its translation.
    pub(crate) fn of_both(&self, source: &str, target: &str, find: impl FnOnce() -> T) -> T {
        if !is_held() {
            return find();
        }
        self.of(&format!("{}\n{source}{target}", source.len()), find)
    }
}

impl<T> Lately<T> {
    pub(crate) const fn new() -> Self {
        Self {
            young: FxHashMap::with_hasher(FxBuildHasher),
            old: FxHashMap::with_hasher(FxBuildHasher),
        }
    }
}

impl<T: Clone> Lately<T> {
    /// What is known of `text`, or what `find` finds; of no more than twice `most` texts anything is.
    pub(crate) fn of(&mut self, text: &str, most: usize, find: impl FnOnce() -> T) -> T {
        self.get(text, most).unwrap_or_else(|| {
            let found = find();
            self.keep(text.into(), found.clone(), most);
            found
        })
    }

    fn get(&mut self, text: &str, most: usize) -> Option<T> {
        if let Some(known) = self.young.get(text) {
            return Some(known.clone());
        }
        let (text, known) = self.old.remove_entry(text)?;
        self.keep(text, known.clone(), most);
        Some(known)
    }

    fn keep(&mut self, text: Box<str>, found: T, most: usize) {
        if self.young.len() >= most {
            self.old = mem::take(&mut self.young);
        }
        self.young.insert(text, found);
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn what_is_asked_about_stays_and_the_rest_is_forgotten() {
        hold();
        let memory: Memory<usize> = Memory::new();
        let found = Cell::new(0);
        let ask = |text: &str| {
            memory.of(text, || {
                found.set(found.get() + 1);
                text.len()
            })
        };
        assert_eq!([ask("one"), ask("three"), ask("one")], [3, 5, 3]);
        assert_eq!(found.get(), 2);
        for number in 0..4 * PARTS * MANY {
            ask(&format!("text {number}"));
            ask("one");
        }
        let before = found.get();
        ask("one");
        assert_eq!(found.get(), before);
        ask("three");
        assert_eq!(found.get(), before + 1);
    }
}
