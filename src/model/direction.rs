//! Which of the two sides of a pair leads.

use serde::{Deserialize, Serialize};

use super::Language;

/// Whose change makes the other side stale. The Russian side is the source and the English one the
/// target in either case.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Direction {
    /// The Russian text is the original, the English one its translation.
    #[default]
    #[serde(rename = "ru-en")]
    RuEn,
    /// The English text is the original, the Russian one its translation.
    #[serde(rename = "en-ru")]
    EnRu,
}

impl Direction {
    /// The other one.
    #[must_use]
    pub const fn reversed(self) -> Self {
        match self {
            Self::RuEn => Self::EnRu,
            Self::EnRu => Self::RuEn,
        }
    }

    /// The original and the translation of what is given as source and target.
    #[must_use]
    pub fn roles<T>(self, (source, target): (T, T)) -> (T, T) {
        match self {
            Self::RuEn => (source, target),
            Self::EnRu => (target, source),
        }
    }

    /// The direction of which the original is in `language`.
    #[must_use]
    pub const fn from_original(language: Language) -> Self {
        match language {
            Language::Russian => Self::RuEn,
            Language::English => Self::EnRu,
        }
    }

    /// The language of the original.
    #[must_use]
    pub const fn original(self) -> Language {
        match self {
            Self::RuEn => Language::Russian,
            Self::EnRu => Language::English,
        }
    }

    /// As configurations name it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::RuEn => "ru-en",
            Self::EnRu => "en-ru",
        }
    }

    /// The direction of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::RuEn, Self::EnRu].into_iter().find(|direction| direction.name() == name)
    }
}
