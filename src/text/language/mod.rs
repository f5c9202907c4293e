//! Which language a text is in, told by its letters and its commonest words.
//!
//! [`tongue_of`] asks every word of a text which languages have it among their commonest, which
//! have words that end so, and which do not even have its letters. A few sentences are enough, and
//! names of other languages, code or addresses in between do no harm. The words stand in
//! `tongues.txt`.

mod scripts;
mod table;

use crate::model::Language;
use table::Table;

/// Words beyond this are not looked at.
const MOST_WORDS: usize = 600;

/// Of two scripts in one text the other must have less than this share of the evidence.
const MIXED: f32 = 0.5;

/// So much more evidence than for Russian and English makes a text surely one of another language.
const SURELY: f32 = 1.5;

/// A language, by its code of two letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tongue(&'static str);

impl Tongue {
    /// The language of the originals.
    pub const RUSSIAN: Self = Self("ru");
    /// The language of the translations.
    pub const ENGLISH: Self = Self("en");

    /// Its code (ISO 639-1).
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.0
    }

    /// The language of that code, in any case and with or without a region (`pt-BR`, `zh_Hans`).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let lower = code.to_lowercase();
        let (language, region) = lower.split_once(['-', '_']).unwrap_or((&lower, ""));
        let is_region = region.len() <= 4 && region.chars().all(|c| c.is_ascii_alphanumeric());
        // The code of the country stands for that of the language so often that it is none else.
        let language = if language == "ua" { "uk" } else { language };
        let known = CODES.iter().find(|known| **known == language);
        known.filter(|_| is_region).map(|known| Self(known))
    }

    /// Which of the two languages of a pair it is, if it is one of them.
    #[must_use]
    pub fn language(self) -> Option<Language> {
        match self {
            Self::RUSSIAN => Some(Language::Russian),
            Self::ENGLISH => Some(Language::English),
            _ => None,
        }
    }
}

/// Codes that name a language in paths.
const CODES: [&str; 89] = [
    "af", "am", "ar", "as", "az", "ba", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el",
    "en", "eo", "es", "et", "eu", "fa", "fi", "fr", "ga", "gl", "gu", "he", "hi", "hr", "hu", "hy",
    "id", "is", "it", "ja", "ka", "kk", "km", "kn", "ko", "ky", "lo", "lt", "lv", "mk", "ml", "mn",
    "mr", "ms", "mt", "my", "nb", "ne", "nl", "nn", "no", "pa", "pl", "pt", "ro", "ru", "si", "sk",
    "sl", "sq", "sr", "sv", "sw", "ta", "te", "tg", "th", "tk", "tl", "tr", "tt", "uk", "ur", "uz",
    "vi", "yi", "zh", "zu", "ceb", "fil", "haw", "pcm", "yue",
];

/// The language of `prose`; none where too little of it tells, or where two languages of different
/// scripts share it.
#[must_use]
pub fn tongue_of(prose: &str) -> Option<Tongue> {
    if let Some(tongue) = scripts::by_script(prose) {
        return Some(tongue);
    }
    let evidence = Table::bundled().evidence(prose, MOST_WORDS);
    let (cyrillic, latin) = (evidence.best_cyrillic(), evidence.best_latin());
    let (best, other) = if cyrillic.1 >= latin.1 { (cyrillic, latin) } else { (latin, cyrillic) };
    (best.1 > 0.0 && other.1 < best.1 * MIXED).then_some(best.0)
}

/// Whether `prose` is surely neither Russian nor English.
#[must_use]
pub fn is_foreign(prose: &str) -> bool {
    if scripts::by_script(prose).is_some() {
        return true;
    }
    let evidence = Table::bundled().evidence(prose, MOST_WORDS);
    let best = evidence.best_cyrillic().1.max(evidence.best_latin().1);
    let ours = evidence.of(Tongue::RUSSIAN).max(evidence.of(Tongue::ENGLISH)).max(0.0);
    best >= ours + SURELY
}

#[cfg(test)]
mod tests;
