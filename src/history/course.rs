//! How the two texts of a document pair came to be what they are, along one line of its history.
//!
//! A [`Course`] has, for each segment on disk, the day that it came to be and the days on which it
//! was really changed, and for the original how many words it had from each day on. Of commits that
//! were merged it follows the line that was written last.

use std::{collections::HashMap, ops::Range, rc::Rc};

use super::{
    replay::Store,
    revision::{Passage, revise},
    text::VersionText,
    timeline::{Stored, Timeline, Version},
    touch::is_real,
};
use crate::model::{Commit, Document, Grade, count_words};

/// A day, counted from 1970-01-01.
pub type Day = i64;

/// The day of what is not committed yet: after all others.
pub const NOT_YET: Day = Day::MAX;

/// Pieces with fewer words than this may stand anywhere; that one comes back says nothing.
const TELLING_WORDS: usize = 5;

/// What became of a piece of text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// When it came to be, in the language of its side.
    pub born: Day,
    /// When it was changed, and how, oldest first; typography is no change.
    pub changes: Vec<(Day, Grade)>,
}

/// Who changed a text last.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct LastChange {
    /// The author of the commit.
    pub author: String,
    /// The author's date, `2026-11-02`.
    pub date: String,
}

/// The course of a document pair.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Course {
    /// Of the text that leads.
    pub original: TextCourse,
    /// Of the text that follows it.
    pub translation: TextCourse,
    /// The first day that is known of, where a shallow clone does not know what was before.
    pub cut: Option<Day>,
}

/// The course of one text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextCourse {
    /// The lines of its segments.
    pub segments: Vec<Line>,
    /// How many words it had, from each day on.
    pub words: Vec<(Day, usize)>,
}

impl Course {
    /// The course of the documents on disk.
    pub(super) fn of(
        store: &Store<'_>,
        (original, translation): (Option<&Document>, Option<&Document>),
    ) -> Self {
        let line = line(store.timeline);
        let days = days(&line);
        let cut = line.first().filter(|version| version.cut).and(days.first().copied());
        let course = |side: fn(&Version) -> &Option<Stored>, now: Option<&Document>| {
            now.map(|now| texts(store, &line, &days, (side, now)).course(now))
        };
        Self {
            original: course(|version| &version.source, original).unwrap_or_default(),
            translation: course(|version| &version.target, translation).unwrap_or_default(),
            cut,
        }
    }
}

/// The versions from the oldest to the one that the files on disk were made from, each made from
/// the one before it.
fn line(timeline: &Timeline) -> Vec<&Version> {
    let mut line = Vec::new();
    let mut next = timeline.heads.iter().copied().max();
    while let Some(version) = next.and_then(|index| timeline.versions.get(index)) {
        line.push(version);
        // Text of another document may be older, but it was not here.
        let own = version.parents.iter().copied().filter(|parent| {
            timeline.versions.get(*parent).is_some_and(|parent| parent.joined.is_none())
        });
        next = own.max();
    }
    line.reverse();
    line
}

/// The day of each version, none before the one that it was made from: clocks may be wrong.
fn days(line: &[&Version]) -> Vec<Day> {
    let mut latest = Day::MIN;
    let day = |version: &&Version| {
        latest = latest.max(version.commit.day());
        latest
    };
    line.iter().map(day).collect()
}

/// Who changed each of the two files last, as far as is known.
pub(super) fn last_changes(timeline: &Timeline) -> [Option<LastChange>; 2] {
    let line = line(timeline);
    let sides: [fn(&Version) -> &Option<Stored>; 2] =
        [|version| &version.source, |version| &version.target];
    sides.map(|side| {
        let blob = |version: &Version| side(version).as_ref().map(|stored| stored.blob);
        let is_new = |at: &usize| {
            let before = at.checked_sub(1).and_then(|before| blob(line[before]));
            blob(line[*at]).is_some() && blob(line[*at]) != before
        };
        let last = (0..line.len()).rev().find(is_new)?;
        let Commit { author, .. } = line[last].commit.as_ref();
        Some(LastChange { author: author.clone(), date: line[last].commit.date() })
    })
}

/// The texts of one side, each with its day: in the versions that changed it, and on disk.
struct Texts {
    then: Vec<(Day, VersionText)>,
    now: VersionText,
}

/// The texts of a side, which says `now` what the document says. A version that cannot be read is
/// passed over, and so is a copy in the language of the other side, if it is none now.
fn texts(
    store: &Store<'_>,
    line: &[&Version],
    days: &[Day],
    (side, document): (fn(&Version) -> &Option<Stored>, &Document),
) -> Texts {
    let now = VersionText::of(document);
    let is_own = |text: &VersionText| text.is_in_its_language() || !now.is_in_its_language();
    let (mut then, mut known) = (Vec::new(), None);
    for (at, (version, day)) in line.iter().zip(days).enumerate() {
        // What a day ends with is enough: nothing is told of its hours.
        let is_last = days.get(at + 1) != Some(day);
        let stored = side(version).as_ref().filter(|stored| known != Some(stored.blob));
        let Some(stored) = stored.filter(|_| is_last) else { continue };
        known = Some(stored.blob);
        let text = store.text(stored, document.language).filter(is_own);
        then.extend(text.map(|text| (*day, text)));
    }
    Texts { then, now }
}

impl Texts {
    /// The course that leads to what `document` says now.
    fn course(self, document: &Document) -> TextCourse {
        let words = self.then.iter().map(|(day, text)| (*day, words_of(text))).collect();
        let lines = self.lines();
        let segments = (0..document.segments.len()).map(|index| {
            let piece = self.now.of_segments(&(index..index + 1)).start;
            lines.get(piece).map(|line| Line::clone(line)).unwrap_or_default()
        });
        TextCourse { segments: segments.collect(), words }
    }

    /// The lines of the pieces on disk.
    fn lines(&self) -> Vec<Rc<Line>> {
        let mut known: HashMap<&str, Rc<Line>> = HashMap::new();
        let mut before: Option<(&VersionText, Vec<Rc<Line>>)> = None;
        for (day, text) in &self.then {
            let lines = followed(before.as_ref(), (text, *day), &known);
            let telling = text.keys.iter().zip(&lines);
            let telling = telling.filter(|(key, _)| key.split(' ').count() >= TELLING_WORDS);
            known.extend(telling.map(|(key, line)| (key.as_str(), line.clone())));
            before = Some((text, lines));
        }
        followed(before.as_ref(), (&self.now, NOT_YET), &known)
    }
}

/// The lines after a version that came about on `day`.
fn followed(
    before: Option<&(&VersionText, Vec<Rc<Line>>)>,
    (new, day): (&VersionText, Day),
    known: &HashMap<&str, Rc<Line>>,
) -> Vec<Rc<Line>> {
    let born = Rc::new(Line { born: day, changes: Vec::new() });
    let mut followed = vec![born.clone(); new.keys.len()];
    let Some((old, lines)) = before else { return followed };
    for Passage { old: from, new: to, same } in revise(&old.keys, &new.keys).passages {
        for piece in to.clone() {
            let same_place = from.start + (piece - to.start).min(from.len().saturating_sub(1));
            let Some(place) = followed.get_mut(piece) else { continue };
            *place = if same {
                lines.get(same_place).unwrap_or(&born).clone()
            } else if from.is_empty() {
                known.get(new.keys[piece].as_str()).unwrap_or(&born).clone()
            } else {
                changed((old, &from, lines), (new, &to), day)
            };
        }
    }
    followed
}

/// The line of a passage that was changed.
fn changed(
    (old, from, lines): (&VersionText, &Range<usize>, &[Rc<Line>]),
    (new, to): (&VersionText, &Range<usize>),
    day: Day,
) -> Rc<Line> {
    let is_foreign = |text: &VersionText, pieces: &Range<usize>| text.are_foreign(pieces);
    let earlier = lines.get(from.clone()).unwrap_or_default();
    let first = earlier.iter().min_by_key(|line| line.born);
    let Some(first) = first.filter(|_| !is_foreign(old, from) || is_foreign(new, to)) else {
        return Rc::new(Line { born: day, changes: Vec::new() });
    };
    let grade = old.grade_of(from, new, to);
    if !is_real(grade) {
        return first.clone();
    }
    let mut changes: Vec<(Day, Grade)> =
        earlier.iter().flat_map(|line| line.changes.iter().copied()).collect();
    changes.push((day, grade));
    changes.sort_unstable();
    changes.dedup();
    Rc::new(Line { born: first.born, changes })
}

/// How many words the prose of a text has.
fn words_of(text: &VersionText) -> usize {
    text.prose().map(count_words).sum()
}
