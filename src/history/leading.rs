//! Which side of each document pair leads, as history shows it.
//!
//! The original was there first, and is changed more often without the other. What one pair shows
//! is believed only where others of the project show the same, for a translation may have been
//! committed before its original once.

use super::timeline::{Stored, Timeline, Version};
use crate::model::{Direction, DocumentPair, RepoPath};

/// A pair that shows nothing follows the others where so many of those that show something agree.
const MOST: f64 = 0.75;

/// What a pair shows is not believed where fewer of the others show the same.
const SOME: f64 = 0.34;

/// What a pair shows for the Russian is not believed where at least so many others, and nearly all of
/// them, show the English.
const MANY: usize = 9;
const NEARLY_ALL: f64 = 0.9;

/// So many pairs of which one side was there first tell which side the others follow that came
/// together: a translation is mended alone as often as an original is.
const ENOUGH_APART: usize = 3;

/// Files that came together show a direction by so many changes of one of them alone.
const FEWEST: usize = 4;

/// As many times as often as the other must it be changed.
const TIMES: usize = 3;

/// A text that stood alone for so many seconds, a week, was no translation committed before its
/// original: it leads, however often the other is mended afterwards.
const LONG_ALONE: i64 = 7 * 24 * 60 * 60;

/// How the names of folders of originals begin. Where only the Russian side stands in one, the
/// project has said which side leads.
const ORIGINALS: [&str; 4] = ["source", "original", "ориг", "исход"];

/// The direction of each of `pairs`, of which `timelines` are the versions: the configured one, or
/// what history shows. Without either, the Russian side leads.
pub(super) fn directions(pairs: &[&DocumentPair], timelines: &[Timeline]) -> Vec<Direction> {
    let mut shown: Vec<Option<Direction>> = pairs
        .iter()
        .zip(timelines)
        .map(|(pair, timeline)| if says_source(pair) { None } else { shown_of(pair, timeline) })
        .collect();
    let firsts: Vec<Option<Direction>> = timelines.iter().map(first_side).collect();
    if let Some(direction) = direction_of_most(&firsts) {
        // What was there last does not lead, whatever is mended alone.
        let is_open = |first: &Option<Direction>| first.is_none_or(|first| first == direction);
        let followers = shown.iter_mut().zip(&firsts).filter(|(_, first)| is_open(first));
        followers.for_each(|(shown, _)| *shown = shown.and(Some(direction)));
    }
    let count = |direction| shown.iter().filter(|shown| **shown == Some(direction)).count();
    let (russian, english) = (count(Direction::RuEn), count(Direction::EnRu));
    let share = english as f64 / (russian + english).max(1) as f64;
    let is_translated = english >= MANY && share >= NEARLY_ALL;
    let judged = |(pair, shown): (&&DocumentPair, Option<Direction>)| {
        let is_english = match shown {
            Some(Direction::RuEn) => is_translated,
            Some(Direction::EnRu) => share >= SOME,
            None if says_translation(pair) => share >= SOME || russian == 0,
            None => share >= MOST && !says_source(pair),
        };
        let found = if is_english { Direction::EnRu } else { Direction::RuEn };
        pair.direction.unwrap_or(found)
    };
    pairs.iter().zip(shown.iter().copied()).map(judged).collect()
}

/// The direction in which nearly all pairs came to be of which one side was there first, where there
/// are enough of them.
fn direction_of_most(firsts: &[Option<Direction>]) -> Option<Direction> {
    let apart: Vec<Direction> = firsts.iter().copied().flatten().collect();
    let is_of_most = |direction: &Direction| {
        let count = apart.iter().filter(|first| *first == direction).count();
        count >= ENOUGH_APART && count as f64 >= MOST * apart.len() as f64
    };
    [Direction::RuEn, Direction::EnRu].into_iter().find(is_of_most)
}

/// From which side a pair came to be: none where both were there at once.
fn first_side(timeline: &Timeline) -> Option<Direction> {
    match first(timeline, of_source)?.cmp(&first(timeline, of_target)?) {
        std::cmp::Ordering::Less => Some(Direction::RuEn),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some(Direction::EnRu),
    }
}

/// Whether it is known without history which side of a pair leads.
#[must_use]
pub fn is_settled(pair: &DocumentPair) -> bool {
    pair.direction.is_some() || says_source(pair)
}

/// Whether the paths say that the Russian side is the original.
fn says_source(pair: &DocumentPair) -> bool {
    let in_originals = |path: &Option<RepoPath>| {
        path.as_ref().is_some_and(|path| {
            let folders = path.as_str().rsplit_once('/').map_or("", |(folders, _)| folders);
            let folders = folders.to_lowercase();
            folders.split('/').any(|name| ORIGINALS.iter().any(|mark| name.starts_with(mark)))
        })
    };
    in_originals(&pair.source) && !in_originals(&pair.target)
}

/// Whether the paths say that the Russian side is a translation: it stands among those of a site,
/// `i18n/ru/…`, and the English one does not.
fn says_translation(pair: &DocumentPair) -> bool {
    let is_among = |path: &Option<RepoPath>| {
        path.as_ref().is_some_and(|path| path.as_str().split('/').any(|name| name == TRANSLATIONS))
    };
    pair.target.is_some() && is_among(&pair.source) && !is_among(&pair.target)
}

/// The folder that site generators keep translations in.
const TRANSLATIONS: &str = "i18n";

/// The direction that the versions of a pair show. A translation is mended more often than its
/// original: where the paths say that the Russian is one, changes of it alone show nothing.
fn shown_of(pair: &DocumentPair, timeline: &Timeline) -> Option<Direction> {
    let is_mending = says_translation(pair) && first_side(timeline).is_none();
    shown(timeline).filter(|direction| !(is_mending && *direction == Direction::RuEn))
}

/// The version, by its place, that had a side first.
fn first(timeline: &Timeline, side: Side) -> Option<usize> {
    timeline.versions.iter().position(|version| side(version).is_some())
}

/// The direction that the versions of one pair show.
fn shown(timeline: &Timeline) -> Option<Direction> {
    let (source, target) = (first(timeline, of_source)?, first(timeline, of_target)?);
    let alone = |side: Side, other: Side| {
        let versions = timeline.versions.iter();
        versions.filter(|version| is_changed_alone(timeline, version, side, other)).count()
    };
    let (russian, english) = (alone(of_source, of_target), alone(of_target, of_source));
    let is_oftener = |one: usize, other: usize| one >= FEWEST && one >= TIMES * other;
    let time = |index: usize| timeline.versions.get(index).map_or(0, |version| version.commit.time);
    let stood_alone = time(source).saturating_sub(time(target)) >= LONG_ALONE;
    match source.cmp(&target) {
        std::cmp::Ordering::Less => Some(Direction::RuEn),
        std::cmp::Ordering::Greater if stood_alone => Some(Direction::EnRu),
        std::cmp::Ordering::Greater if english >= russian => Some(Direction::EnRu),
        std::cmp::Ordering::Greater => Some(Direction::RuEn),
        std::cmp::Ordering::Equal if is_oftener(english, russian) => Some(Direction::EnRu),
        std::cmp::Ordering::Equal if is_oftener(russian, english) => Some(Direction::RuEn),
        std::cmp::Ordering::Equal => None,
    }
}

type Side = fn(&Version) -> Option<&Stored>;

fn of_source(version: &Version) -> Option<&Stored> {
    version.source.as_ref()
}

fn of_target(version: &Version) -> Option<&Stored> {
    version.target.as_ref()
}

/// Whether a version changed one file of a pair that had both, and not the other.
fn is_changed_alone(timeline: &Timeline, version: &Version, side: Side, other: Side) -> bool {
    let [parent] = version.parents.as_slice() else { return false };
    let Some(before) = timeline.versions.get(*parent) else { return false };
    let blob = |version: &Version, side: Side| side(version).map(|stored| stored.blob);
    let (was, now) = (blob(before, side), blob(version, side));
    let (other_was, other_now) = (blob(before, other), blob(version, other));
    was.is_some() && now.is_some() && was != now && other_was.is_some() && other_was == other_now
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Commit;

    /// The versions of a pair, one after another: the blobs of the Russian and the English file as
    /// digits, `-` for none.
    fn timeline(versions: &str) -> Timeline {
        let stored = |digit: char| {
            let blob = git2::Oid::from_bytes(&[u8::try_from(digit).ok()?; 20]).ok()?;
            (digit != '-').then(|| Stored { path: RepoPath::new("a.md"), blob })
        };
        let version = |(index, both): (usize, &str)| {
            let mut blobs = both.chars();
            let (source, target) = (blobs.next().and_then(stored), blobs.next().and_then(stored));
            Version {
                commit: Commit { id: String::new(), author: String::new(), time: 0, offset: 0 }
                    .into(),
                source,
                target,
                parents: index.checked_sub(1).into_iter().collect(),
                cut: false,
                in_company: false,
                joined: None,
            }
        };
        let versions: Vec<Version> = versions.split(' ').enumerate().map(version).collect();
        Timeline { heads: vec![versions.len() - 1], versions }
    }

    #[test]
    fn the_original_was_there_first_and_is_changed_oftener() {
        for (versions, expected) in [
            ("1- 11", Some(Direction::RuEn)),
            ("-1 11", Some(Direction::EnRu)),
            ("-1 -2 12 13 23", Some(Direction::EnRu)),
            // The translation was committed first, and the Russian is what people work on.
            ("-1 11 21 31 32", Some(Direction::RuEn)),
            ("11", None),
            ("11 12 22", None),
            ("11 12 13 14 15 25", Some(Direction::EnRu)),
            ("11 21 31 41 51 52", Some(Direction::RuEn)),
        ] {
            assert_eq!(shown(&timeline(versions)), expected, "{versions}");
        }
    }

    #[test]
    fn a_text_that_stood_alone_for_long_leads() {
        let mended = |days: i64| {
            let mut timeline = timeline("-1 11 21 31 32");
            for version in timeline.versions.iter_mut().skip(1) {
                let commit = Commit { time: days * 24 * 60 * 60, ..(*version.commit).clone() };
                version.commit = commit.into();
            }
            timeline
        };
        assert_eq!(shown(&mended(1)), Some(Direction::RuEn));
        assert_eq!(shown(&mended(30)), Some(Direction::EnRu));
    }

    #[test]
    fn one_pair_alone_does_not_turn_a_project() {
        let pair = |source: &str, direction| DocumentPair {
            source: Some(RepoPath::new(source)),
            target: Some(RepoPath::new("en/a.md")),
            expected_target: None,
            shared: String::new(),
            renamed: false,
            direction,
        };
        let docs = |direction| DocumentPair {
            target: Some(RepoPath::new("docs/a.md")),
            ..pair("i18n/ru/docs/a.md", direction)
        };
        let mended = timeline("11 21 31 41 51 52");
        let (site, folder) = (docs(None), pair("ru/a.md", None));
        let of = |pairs: &[&DocumentPair], timelines: &[Timeline]| directions(pairs, timelines);
        assert_eq!(of(&[&site], std::slice::from_ref(&mended)), [Direction::EnRu]);
        assert_eq!(of(&[&folder], std::slice::from_ref(&mended)), [Direction::RuEn]);
        let written_first = timeline("1- 11 21 31");
        assert_eq!(of(&[&site; 2], &[mended.clone(), written_first]), [Direction::RuEn; 2]);
        let (plain, named) = (pair("ru/a.md", None), pair("source-ru/a.md", None));
        let configured = pair("ru/a.md", Some(Direction::EnRu));
        let english = timeline("-1 11");
        let russian = timeline("1- 11");
        assert_eq!(of(&[&plain], std::slice::from_ref(&english)), [Direction::EnRu]);
        assert_eq!(of(&[&named], std::slice::from_ref(&english)), [Direction::RuEn]);
        let many = [english.clone(), russian.clone(), russian.clone(), russian.clone()];
        assert_eq!(of(&[&plain; 4], &many)[0], Direction::RuEn);
        let many = [timeline("11"), english.clone(), english.clone(), english.clone()];
        assert_eq!(of(&[&plain; 4], &many)[0], Direction::EnRu);
        assert_eq!(of(&[&configured], std::slice::from_ref(&russian)), [Direction::EnRu]);
        // One that shows the Russian is not believed against many.
        let against = |count: usize| [vec![english.clone(); count], vec![russian.clone()]].concat();
        let of_last = |count: usize| of(&vec![&plain; count + 1], &against(count))[count];
        assert_eq!(of_last(5), Direction::RuEn);
        assert_eq!(of_last(20), Direction::EnRu);
        // What came together follows those of which one side was there first, if they are enough.
        let apart = || vec![timeline("-1 11"); 3];
        let many = [apart(), vec![mended.clone()]].concat();
        assert_eq!(of(&[&plain; 4], &many)[3], Direction::EnRu);
        let few = [vec![timeline("-1 11")], vec![mended]].concat();
        assert_eq!(of(&[&plain; 2], &few)[1], Direction::RuEn);
    }
}
