//! How likely each reading of a word is, as `rumorph` weighs them.

use super::{Book, Candidate, Spelling};
use crate::morphology::Reading;

/// How much likelier a word is a name, by its first letter.
const NAME_IN_SMALL_LETTERS: f64 = 0.001;
const NAME_WITH_CAPITAL: f64 = 3.0;

impl Book {
    /// Gives each form its share: by the list of the word as it is written, or by that of the
    /// spelling that the dictionary has. What a list has once for several is theirs in equal parts,
    /// and a spelling without a list has what the others have on average.
    pub(super) fn share_out(
        &self,
        spellings: &[Spelling],
        own: Option<usize>,
        found: &mut [Candidate],
    ) -> Option<()> {
        let lists: Vec<Option<usize>> =
            spellings.iter().map(|spelling| own.or(spelling.shares)).collect();
        if lists.iter().all(Option::is_none) {
            return Some(());
        }
        let list_of = |form: &Candidate| lists.get(form.spelling).copied().flatten();
        let (mut total, mut known) = (0.0, 0);
        for at in 0..found.len() {
            let Some(form) = found.get(at) else { continue };
            let Some(list) = list_of(form) else { continue };
            let share = self.share(list, own.is_some(), form, found)?;
            total += share;
            known += 1;
            found.get_mut(at)?.reading.probability = share;
        }
        let mean = total / f64::from(known);
        for form in found.iter_mut().filter(|form| list_of(form).is_none()) {
            form.reading.probability = mean;
            total += mean;
        }
        if total > 0.0 {
            found.iter_mut().for_each(|form| form.reading.probability /= total);
            found.sort_by(|a, b| b.reading.probability.total_cmp(&a.reading.probability));
        }
        Some(())
    }

    /// What a list has for a form, in millionths, divided among those that are the same there.
    fn share(&self, list: usize, is_own: bool, form: &Candidate, all: &[Candidate]) -> Option<f64> {
        let list = self.shares.list(list)?;
        let key = |form: &Candidate| if list.is_marked { form.record } else { form.tag.into() };
        let is_same = |other: &&Candidate| {
            key(other) == key(form) && (is_own || other.spelling == form.spelling)
        };
        let millionths = |index: usize| {
            let at = list.start + 2 * index;
            (self.shares.long(at)? == key(form)).then(|| self.shares.long(at + 1)).flatten()
        };
        let share = (0..list.length).find_map(millionths).map_or(0.0, f64::from);
        Some(share / all.iter().filter(is_same).count() as f64)
    }
}

/// The readings, those of one lemma and the same features together; where nothing is known of how
/// likely they are all are as likely.
pub(super) fn merged(found: Vec<Candidate>) -> Vec<Reading> {
    let mut merged: Vec<(&[u8], Reading)> = Vec::new();
    for Candidate { core, reading, .. } in found {
        let is_same =
            |(other, known): &&mut (&[u8], Reading)| *other == core && known.lemma == reading.lemma;
        match merged.iter_mut().find(is_same) {
            Some((_, known)) => {
                known.probability = (known.probability + reading.probability).min(1.0);
            }
            None => merged.push((core, reading)),
        }
    }
    let mut readings: Vec<Reading> = merged.into_iter().map(|(_, reading)| reading).collect();
    if readings.iter().all(|reading| reading.probability == 0.0) {
        let share = 1.0 / readings.len() as f64;
        readings.iter_mut().for_each(|reading| reading.probability = share);
    } else {
        sort(&mut readings);
    }
    readings
}

/// Weighs names against other words by how the word is written.
pub(super) fn by_case(word: &str, readings: &mut [Reading]) {
    let names = readings.iter().filter(|reading| reading.is_name).count();
    if names == 0 || names == readings.len() {
        return;
    }
    let is_small = |c: char| c.is_lowercase();
    let mut rest = word.chars();
    let factor = match (rest.next().is_some_and(is_small), rest.clone().all(is_small)) {
        (true, true) => NAME_IN_SMALL_LETTERS,
        (false, true) if rest.next().is_some() => NAME_WITH_CAPITAL,
        _ => return,
    };
    for reading in readings.iter_mut().filter(|reading| reading.is_name) {
        reading.probability *= factor;
    }
    let total: f64 = readings.iter().map(|reading| reading.probability).sum();
    if total > 0.0 {
        readings.iter_mut().for_each(|reading| reading.probability /= total);
    }
    sort(readings);
}

/// Whether a word is written as a name is.
pub(super) fn may_be_name(word: &str) -> bool {
    let mut rest = word.chars();
    rest.next().is_some_and(char::is_uppercase)
        && rest.clone().next().is_some()
        && rest.all(char::is_lowercase)
}

fn sort(readings: &mut [Reading]) {
    readings.sort_by(|a, b| b.probability.total_cmp(&a.probability));
}
