//! The language in which Sverka speaks to its user.

/// A language that messages are written in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Locale {
    /// English, and whatever is not Russian.
    #[default]
    English,
    /// Russian.
    Russian,
}

impl Locale {
    /// Every language there is.
    pub const ALL: [Self; 2] = [Self::English, Self::Russian];

    /// The language's code: its `--lang`, and its folder of messages.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Russian => "ru",
        }
    }

    /// The language of a locale name as systems write them: `ru`, `ru-RU`, `ru_RU.UTF-8`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let language = name.split(['-', '_', '.', '@']).next().unwrap_or(name);
        Self::ALL.into_iter().find(|locale| language.eq_ignore_ascii_case(locale.code()))
    }

    /// The first of `names` that is a language of ours; English when none is.
    #[must_use]
    pub fn first_of<'a>(names: impl IntoIterator<Item = Option<&'a str>>) -> Self {
        names.into_iter().flatten().find_map(Self::from_name).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_known_name_wins() {
        let cases = [
            ([Some("ru"), Some("en"), None], Locale::Russian),
            ([None, Some("RU_ru.UTF-8"), Some("en_GB")], Locale::Russian),
            ([None, Some("tlh"), Some("ru-RU")], Locale::Russian),
            ([None, None, Some("C.UTF-8")], Locale::English),
            ([Some("en"), Some("ru"), Some("ru_RU")], Locale::English),
        ];
        for (names, expected) in cases {
            assert_eq!(Locale::first_of(names), expected, "{names:?}");
        }
    }
}
