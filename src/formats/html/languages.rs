//! Pages that hold both languages side by side, each block with its `lang`.

use super::{
    elements,
    tokens::{Tag, Token, tokens},
};
use crate::{model::Language, text::normalize::is_cyrillic};

/// Which blocks of a page are not in the language that it is read for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Languages {
    /// The language to leave out; none where the page has one only.
    other: Option<&'static str>,
}

impl Languages {
    /// A page is in both languages where blocks of it say so, some the one and some the other.
    pub(super) fn of(tokens: &[Token], language: Language) -> Self {
        let has = |wanted: &str| {
            tokens.iter().any(|token| matches!(token, Token::Open(tag) if is_in(tag, wanted)))
        };
        let other = match language {
            Language::Russian => "en",
            Language::English => "ru",
        };
        Self { other: (has("ru") && has("en")).then_some(other) }
    }

    /// Whether an element is in the other language; none where it does not say.
    pub(super) fn is_other(self, tag: &Tag) -> Option<bool> {
        let other = self.other.filter(|_| !elements::is_inline(&tag.name))?;
        let code = code(tag);
        matches!(code.as_str(), "ru" | "en").then_some(code == other)
    }

    /// Whether a text of which nothing says its language is in the other one.
    pub(super) fn is_other_by_letters(self, text: &str) -> bool {
        let Some(other) = self.other else { return false };
        let letters = text.chars().filter(|c| c.is_alphabetic());
        let (cyrillic, all) = letters.fold((0_usize, 0_usize), |(cyrillic, all), c| {
            (cyrillic + usize::from(is_cyrillic(c)), all + 1)
        });
        if other == "ru" { cyrillic * 2 > all } else { all > 0 && cyrillic == 0 }
    }
}

/// Whether a block says that it is in a language; a word within a line, or a whole page, does not
/// count.
fn is_in(tag: &Tag, language: &str) -> bool {
    let is_block = !elements::is_inline(&tag.name) && !matches!(tag.name.as_str(), "html" | "body");
    is_block && code(tag) == language
}

/// The language that a tag names, without a region.
fn code(tag: &Tag) -> String {
    let written = tag.value("lang").to_lowercase();
    written.split(['-', '_']).next().unwrap_or_default().to_owned()
}

/// Whether a page holds both languages side by side.
pub(in crate::formats) fn holds_both(text: &str) -> bool {
    let is_named = text.contains("lang=") && text.contains("ru") && text.contains("en");
    is_named && Languages::of(&tokens(text), Language::Russian).other.is_some()
}
