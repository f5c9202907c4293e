//! Which of the two sides of a pair leads.

use serde::Serialize;

/// Whose change makes the other side stale. The Russian side is the source and the English one the
/// target in either case.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
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
