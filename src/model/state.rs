//! What is known of a bead: its state and the evidence for it.

use serde::{Deserialize, Serialize};

/// The state of a bead.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// A source segment with no counterpart, or one that is no translation yet.
    Untranslated,
    /// Translated, but the source has changed since.
    Stale,
    /// Translated, never confirmed, nothing known against it.
    Unconfirmed,
    /// Confirmed; then the translation changed while the source did not.
    Edited,
    /// The translator says it is right for this source.
    Confirmed,
    /// An editor says so too.
    Approved,
    /// A target segment with no source.
    Extra,
    /// A target segment whose source was deleted.
    Orphan,
    /// Left out on purpose.
    Omitted,
    /// Added on purpose.
    Added,
}

impl State {
    /// The word of the machine formats.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Untranslated => "untranslated",
            Self::Stale => "stale",
            Self::Unconfirmed => "unconfirmed",
            Self::Edited => "edited",
            Self::Confirmed => "confirmed",
            Self::Approved => "approved",
            Self::Extra => "extra",
            Self::Orphan => "orphan",
            Self::Omitted => "omitted",
            Self::Added => "added",
        }
    }
}

/// What kind of change a text went through; ordered by how much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Grade {
    /// Typography or punctuation only.
    Typography,
    /// Spelling: a typo mended.
    Spelling,
    /// Other words, of which nothing shows that they say something else.
    Rewording,
    /// Words.
    Wording,
    /// A sentence was added or cut inside the segment.
    Extent,
    /// A name.
    Name,
    /// A date.
    Date,
    /// A negation.
    Negation,
    /// A number.
    Number,
}

impl Grade {
    /// All, from the least grave.
    pub const ALL: [Self; 9] = [
        Self::Typography,
        Self::Spelling,
        Self::Rewording,
        Self::Wording,
        Self::Extent,
        Self::Name,
        Self::Date,
        Self::Negation,
        Self::Number,
    ];

    /// Whether the text says something else, so that its translation is out of date.
    #[must_use]
    pub const fn is_of_meaning(self) -> bool {
        !matches!(self, Self::Typography | Self::Spelling | Self::Rewording)
    }

    /// The word of the machine formats.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Typography => "typography",
            Self::Spelling => "spelling",
            Self::Rewording => "rewording",
            Self::Wording => "wording",
            Self::Extent => "extent",
            Self::Name => "name",
            Self::Date => "date",
            Self::Negation => "negation",
            Self::Number => "number",
        }
    }
}

/// A commit, as far as a reader wants to know it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commit {
    /// The full hash in hexadecimal.
    pub id: String,
    /// The author's name.
    pub author: String,
    /// Author time in seconds since 1970-01-01 UTC.
    pub time: i64,
    /// The author's offset from UTC in minutes.
    pub offset: i32,
}

/// How a text changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What it said.
    pub was: String,
    /// What kind of change it is.
    pub grade: Grade,
    /// The commit that changed it; none for work not yet committed, or not known.
    pub commit: Option<Commit>,
}

/// Why what stands in the place of a translation is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stranger {
    /// It is in another language.
    Language,
    /// It says something else.
    Text,
}

/// Why a bead has its state.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// How the source changed since its counterpart was made or confirmed.
    pub source: Option<Change>,
    /// How the target changed, likewise.
    pub target: Option<Change>,
    /// Who confirmed or approved it.
    pub who: Option<String>,
    /// The note of a deliberate omission or addition.
    pub note: Option<String>,
    /// Why the passage that it stands in is no translation.
    pub stranger: Option<Stranger>,
}
