//! How a project came to be where it is, as its first page shows it.

use schemars::JsonSchema;
use serde::Serialize;

use super::overview::Before;
use crate::{
    history::Day,
    model::{DocumentReport, Words, date_of},
};

/// So many points are shown, the last of them today's.
const MOST_POINTS: usize = 200;

/// How a project came to be where it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PastView {
    /// Where the documents of today stood on some days; the last is today.
    pub points: Vec<PointView>,
    /// The first day that is known of, where a shallow clone does not know what was before.
    pub begins: Option<String>,
    /// Words that are stale, by how long they have been.
    pub stale: Vec<AgeView>,
}

/// Where the documents stood on a day, in words of the originals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PointView {
    /// The day, `2026-11-02`.
    pub date: String,
    /// The same, counted from 1970-01-01.
    #[serde(skip)]
    pub day: Day,
    /// All words.
    pub words: usize,
    /// Those that had a translation, stale or not.
    pub translated: usize,
    /// Those of them that were stale.
    pub stale: usize,
}

/// How many words have been stale for how long.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AgeView {
    /// For how long.
    pub age: Age,
    /// How many words.
    pub words: usize,
}

/// For how long something has been stale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Age {
    /// Less than thirty days.
    Month,
    /// Less than ninety days.
    Quarter,
    /// Less than a year.
    Year,
    /// Longer.
    Longer,
}

impl Age {
    const ALL: [Self; 4] = [Self::Month, Self::Quarter, Self::Year, Self::Longer];

    const fn of(days: Day) -> Self {
        match days {
            ..30 => Self::Month,
            30..90 => Self::Quarter,
            90..365 => Self::Year,
            _ => Self::Longer,
        }
    }

    /// The word of the machine formats.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Longer => "longer",
        }
    }
}

impl PastView {
    /// The past of the documents that the reports tell of.
    pub(super) fn of(
        reports: &[DocumentReport],
        Before { chronicle, today }: Before<'_>,
    ) -> Option<Self> {
        let days = chronicle.days(MOST_POINTS - 1);
        let latest = days.last()?.0;
        // A clock that is wrong must not put today before yesterday.
        let today = today.max(latest);
        let now =
            reports.iter().map(DocumentReport::words).fold(Words::default(), |mut sum, words| {
                sum += words;
                sum
            });
        let earlier = days.into_iter().filter(|(day, _)| *day < today);
        let points = earlier.chain([(today, now)]).map(PointView::of).collect();
        let begins = chronicle.begins().map(date_of);
        let days = chronicle.stale();
        let stale = Age::ALL.map(|age| {
            let days = days.iter();
            let words = days.filter(|(day, _)| Age::of(today.saturating_sub(**day)) == age);
            AgeView { age, words: words.map(|(_, words)| words).sum() }
        });
        Some(Self { points, begins, stale: stale.to_vec() })
    }
}

impl PointView {
    fn of((day, words): (Day, Words)) -> Self {
        let Words { total, translated, stale } = words;
        Self { date: date_of(day), day, words: total, translated, stale }
    }
}
