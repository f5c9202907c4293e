//! Pages that hold both languages side by side, each block with its `lang`.

use super::{
    elements,
    tokens::{Tag, Token},
};
use crate::model::Language;

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

    /// Whether an element is in the other language.
    pub(super) fn is_other(self, tag: &Tag) -> bool {
        self.other.is_some_and(|other| is_in(tag, other))
    }
}

/// Whether a block says that it is in a language; a word within a line, or a whole page, does not
/// count.
fn is_in(tag: &Tag, language: &str) -> bool {
    let is_block = !elements::is_inline(&tag.name) && !matches!(tag.name.as_str(), "html" | "body");
    let written = tag.value("lang").to_lowercase();
    is_block && written.split(['-', '_']).next() == Some(language)
}
