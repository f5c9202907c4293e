//! How a project came to be where it is: words of the originals, translated words and stale ones
//! from day to day, since when what is stale is stale, and who changed what last.
//!
//! Today's units are followed back through history: when each came to be, when it was translated,
//! when its original changed and when its translation followed. Sentences that are gone since count
//! as those did that stood beside them. So a day costs no analysis of its own, and the last one ends
//! where `status` stands.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use serde::{Deserialize, Serialize};

use crate::{
    history::{Course, Day, LastChange, Line, NOT_YET},
    model::{Commit, DocumentReport, RepoPath, State, TranslationUnit, Words},
};

/// How the documents of a project came to be what they are, by their paths.
#[derive(Debug, Clone, Default)]
pub struct Chronicle {
    /// Of each document of which history knows something.
    pub documents: BTreeMap<RepoPath, DocumentCourse>,
}

/// How one document pair came to be what it is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DocumentCourse {
    /// The words from each day on on which they changed.
    days: Vec<(Day, Words)>,
    /// Words that are stale, and the day since which they are.
    pub stale: Vec<(Day, usize)>,
    /// The first day that is known of, where a shallow clone does not know what was before.
    pub begins: Option<Day>,
    /// Who changed the source and the target last.
    pub changes: [Option<LastChange>; 2],
}

impl Chronicle {
    /// The words of all documents on at most `most` days of those on which they changed, the first
    /// and the last among them.
    #[must_use]
    pub fn days(&self, most: usize) -> Vec<(Day, Words)> {
        let courses = || self.documents.values().map(|course| course.days.as_slice());
        let all: BTreeSet<Day> =
            courses().flatten().map(|(day, _)| *day).filter(|day| *day < NOT_YET).collect();
        let days = thinned(&all, most);
        let mut sums: Vec<(Day, Words)> = days.iter().map(|day| (*day, Words::default())).collect();
        for course in courses() {
            let mut rest = course.iter().peekable();
            let mut words = Words::default();
            for (day, sum) in &mut sums {
                while let Some((_, next)) = rest.next_if(|(next, _)| *next <= *day) {
                    words = *next;
                }
                *sum += words;
            }
        }
        sums
    }

    /// Words that are stale, by the day since which they are.
    #[must_use]
    pub fn stale(&self) -> BTreeMap<Day, usize> {
        let mut stale = BTreeMap::new();
        for (day, words) in self.documents.values().flat_map(|course| &course.stale) {
            *stale.entry(*day).or_default() += words;
        }
        stale
    }

    /// The same of these documents alone.
    #[must_use]
    pub fn only(mut self, reports: &[DocumentReport]) -> Self {
        let paths: BTreeSet<&RepoPath> =
            reports.iter().filter_map(|report| report.pair.path()).collect();
        self.documents.retain(|path, _| paths.contains(path));
        self
    }

    /// The first day that is known of, where the clone is shallow.
    #[must_use]
    pub fn begins(&self) -> Option<Day> {
        self.documents.values().filter_map(|course| course.begins).min()
    }
}

/// At most `most` of some days, evenly spread over the time between the first and the last.
fn thinned(all: &BTreeSet<Day>, most: usize) -> Vec<Day> {
    let (Some(&first), Some(&last)) = (all.first(), all.last()) else { return Vec::new() };
    if all.len() <= most {
        return all.iter().copied().collect();
    }
    let steps = most.saturating_sub(1).max(1) as i64;
    let span = last.saturating_sub(first);
    let at = |step: i64| first + span / steps * step + span % steps * step / steps;
    let days = (0..=steps).filter_map(|step| all.range(..=at(step)).next_back().copied());
    days.collect::<BTreeSet<Day>>().into_iter().collect()
}

impl DocumentCourse {
    /// The course of the document that `report` tells of.
    pub(super) fn of(report: &DocumentReport, course: &Course) -> Self {
        let mut steps = Steps::default();
        let mut stale = BTreeMap::new();
        let documents = (report.source.as_ref(), report.target.as_ref());
        let direction = report.pair.direction();
        for unit in &report.units {
            let words = unit.words(documents, direction);
            let (original, translation) = lines(report, unit, course);
            if words == 0 || original.is_empty() {
                continue;
            }
            let life = Life::of(unit, &original, &translation);
            life.count(words, &mut steps);
            if let Some(since) = life.is_stale_since {
                *stale.entry(since).or_default() += words;
            }
        }
        let (days, stale) = (steps.with_what_is_gone(course), stale.into_iter().collect());
        Self { days, stale, begins: course.cut, changes: Default::default() }
    }
}

/// The lines of the two sides of a unit: of the original and of the translation.
fn lines<'a>(
    report: &DocumentReport,
    unit: &TranslationUnit,
    course: &'a Course,
) -> (Vec<&'a Line>, Vec<&'a Line>) {
    let bead = &unit.bead;
    let (from, to) = report.pair.direction().roles((&bead.source, &bead.target));
    let of = |lines: &'a [Line], segments: &Range<usize>| {
        lines.get(segments.clone()).unwrap_or_default().iter().collect()
    };
    (of(&course.original.segments, from), of(&course.translation.segments, to))
}

/// When a unit came to be, and from when to when it was what.
#[derive(Debug, Default, PartialEq)]
struct Life {
    begins: Day,
    is_translated_since: Option<Day>,
    was_stale: Vec<(Day, Day)>,
    is_stale_since: Option<Day>,
}

impl Life {
    fn of(unit: &TranslationUnit, original: &[&Line], translation: &[&Line]) -> Self {
        let begins = original.iter().map(|line| line.born).min().unwrap_or(NOT_YET);
        if unit.state == State::Untranslated {
            return Self { begins, ..Self::default() };
        }
        let born = translation.iter().map(|line| line.born).min().unwrap_or(begins);
        let translated = born.max(begins);
        let touches: BTreeSet<Day> = translation
            .iter()
            .flat_map(|line| line.changes.iter().map(|(day, _)| *day).chain([line.born]))
            .filter(|day| *day >= translated)
            .collect();
        let mut life = Self { begins, is_translated_since: Some(translated), ..Self::default() };
        let changes = original.iter().flat_map(|line| &line.changes);
        let of_meaning = changes.filter(|(_, grade)| grade.is_of_meaning()).map(|(day, _)| *day);
        let changes: BTreeSet<Day> = of_meaning.filter(|day| *day > translated).collect();
        life.follow(&changes, &touches);
        life.end(unit);
        life
    }

    /// Stale is what changed until its translation is touched, that very day or later.
    fn follow(&mut self, changes: &BTreeSet<Day>, touches: &BTreeSet<Day>) {
        for &change in changes {
            let is_stale_already = self.was_stale.last().is_some_and(|(_, end)| change < *end);
            if is_stale_already || self.is_stale_since.is_some() {
                continue;
            }
            match touches.range(change..).next() {
                Some(touch) if *touch > change => self.was_stale.push((change, *touch)),
                Some(_) => {}
                None => self.is_stale_since = Some(change),
            }
        }
    }

    /// What is stale today is known better: the texts were weighed, and people confirmed them.
    fn end(&mut self, unit: &TranslationUnit) {
        if !unit.is_out_of_date() {
            self.is_stale_since = None;
            return;
        }
        let commit = unit.change_of_original().and_then(|(_, change)| change.commit.as_ref());
        let since = self.is_stale_since.or(commit.map(Commit::day));
        self.is_stale_since = Some(since.unwrap_or(NOT_YET).max(self.begins));
    }

    fn count(&self, words: usize, steps: &mut Steps) {
        let words = words as i64;
        steps.at(self.begins).total += words;
        if let Some(day) = self.is_translated_since {
            steps.at(day).translated += words;
        }
        for (from, to) in &self.was_stale {
            steps.at(*from).stale += words;
            steps.at(*to).stale -= words;
        }
        if let Some(day) = self.is_stale_since {
            steps.at(day).stale += words;
        }
    }
}

/// By how much the words of today's units grew or shrank on a day.
#[derive(Debug, Clone, Copy, Default)]
struct Step {
    total: i64,
    translated: i64,
    stale: i64,
}

#[derive(Debug, Default)]
struct Steps(BTreeMap<Day, Step>);

impl Steps {
    fn at(&mut self, day: Day) -> &mut Step {
        self.0.entry(day).or_default()
    }

    /// The words from day to day, those among them that no unit of today has.
    fn with_what_is_gone(self, course: &Course) -> Vec<(Day, Words)> {
        let mut days: BTreeMap<Day, (Option<Step>, Option<usize>)> = BTreeMap::new();
        for (day, step) in self.0 {
            days.entry(day).or_default().0 = Some(step);
        }
        for (day, words) in &course.original.words {
            days.entry(*day).or_default().1 = Some(*words);
        }
        let translated_from = course.translation.words.first().map(|(day, _)| *day);
        let (mut sum, mut total) = (Step::default(), 0);
        let words = days.into_iter().map(|(day, (step, words))| {
            let Step { total: more, translated, stale } = step.unwrap_or_default();
            sum.total += more;
            sum.translated += translated;
            sum.stale += stale;
            total = words.unwrap_or(total);
            let has_translation = translated_from.is_some_and(|from| from <= day);
            (day, sum.scaled(total, has_translation))
        });
        words.collect()
    }
}

impl Step {
    /// As so many of `total` words as there are of today's. Where all of them are gone, what was
    /// translated was translated whole.
    fn scaled(self, total: usize, has_translation: bool) -> Words {
        let known = usize::try_from(self.total).unwrap_or_default();
        let share = |part: i64| {
            let part = usize::try_from(part).unwrap_or_default().min(known);
            total.saturating_mul(part).checked_div(known)
        };
        let whole = if has_translation { total } else { 0 };
        let translated = share(self.translated).unwrap_or(whole);
        Words { total, translated, stale: share(self.stale).unwrap_or_default().min(translated) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        history::TextCourse,
        model::{Bead, Evidence, Grade},
    };

    fn line(born: Day, changes: &[(Day, Grade)]) -> Line {
        Line { born, changes: changes.to_vec() }
    }

    fn unit(state: State) -> TranslationUnit {
        let bead = Bead { source: 0..1, target: 0..1, score: 1.0 };
        TranslationUnit { bead, state, evidence: Evidence::default() }
    }

    #[test]
    fn a_unit_is_stale_until_its_translation_follows() {
        let original = line(1, &[(5, Grade::Wording), (6, Grade::Number), (20, Grade::Spelling)]);
        let translation = line(3, &[(9, Grade::Wording)]);
        let life = Life::of(&unit(State::Unconfirmed), &[&original], &[&translation]);
        assert_eq!((life.begins, life.is_translated_since), (1, Some(3)));
        assert_eq!((life.was_stale, life.is_stale_since), (vec![(5, 9)], None));
        let open = line(1, &[(5, Grade::Wording), (12, Grade::Number)]);
        let life = Life::of(&unit(State::Stale), &[&open], &[&translation]);
        assert_eq!((life.was_stale, life.is_stale_since), (vec![(5, 9)], Some(12)));
        // People confirmed it, or nothing of it needs another translation.
        let life = Life::of(&unit(State::Confirmed), &[&open], &[&translation]);
        assert_eq!(life.is_stale_since, None);
        // Both sides on one day.
        let both = line(3, &[(5, Grade::Wording)]);
        let life = Life::of(&unit(State::Unconfirmed), &[&both], &[&both]);
        assert_eq!(life.was_stale, []);
    }

    #[test]
    fn sentences_that_are_gone_count_as_those_beside_them() {
        let mut steps = Steps::default();
        steps.at(1).total += 50;
        steps.at(2).translated += 25;
        let original = TextCourse { segments: Vec::new(), words: vec![(1, 100), (4, 50)] };
        let course = Course { original, ..Course::default() };
        let days = steps.with_what_is_gone(&course);
        let words = |total, translated| Words { total, translated, stale: 0 };
        assert_eq!(days, [(1, words(100, 0)), (2, words(100, 50)), (4, words(50, 25))]);
    }

    #[test]
    fn days_are_thinned_evenly_and_keep_both_ends() {
        let all: BTreeSet<Day> = (0..1000).collect();
        let days = thinned(&all, 200);
        assert!(days.len() <= 200 && days.len() > 190, "{}", days.len());
        assert_eq!((days.first(), days.last()), (Some(&0), Some(&999)));
        assert_eq!(thinned(&BTreeSet::from([4]), 200), [4]);
        assert!(thinned(&BTreeSet::new(), 200).is_empty());
    }
}
