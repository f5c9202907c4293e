//! What of a translation may render a name of its original: a name that sounds like it, a word of the
//! lexicon, the form that English has for it.

use std::cell::OnceCell;

use super::words::{SHORTEST, capitalised, english_names, may_render, renders};
use crate::{align::EnglishWords, text::words::Word};

/// The words of a translation that may render names.
pub(super) struct Renderings<'t> {
    source: &'t str,
    target: &'t str,
    /// Looked up where no sound tells.
    words: OnceCell<EnglishWords>,
    capitals: Vec<&'t str>,
}

impl<'t> Renderings<'t> {
    pub(super) fn of(source: &'t str, target: &'t str) -> Self {
        let capitals = capitalised(target).map(|word| word.text).collect();
        Self { source, target, words: OnceCell::new(), capitals }
    }

    /// Whether one of them renders a name of the original.
    pub(super) fn render(&self, name: &Word<'_>) -> bool {
        let mut capitals = self.capitals.iter();
        // Most are told by their sound alone.
        capitals.clone().any(|other| may_render(name.text, other))
            || renders(name.text, self.words(), self.target)
            || is_cut(self.source, name) && capitals.any(|other| begins_as(other, name.text))
    }

    fn words(&self) -> &EnglishWords {
        self.words.get_or_init(|| english_names(self.target))
    }
}

/// Whether a name is cut short by a stop: «Чехосл.».
fn is_cut(text: &str, name: &Word<'_>) -> bool {
    const VOWELS: &str = "аеёиоуыэюяйь";
    let is_stopped = text.get(name.range().end..).is_some_and(|after| after.starts_with('.'));
    is_stopped && !name.text.to_lowercase().ends_with(|c| VOWELS.contains(c))
}

/// Whether an English name begins like one that is cut short; the beginning is as long or a little
/// longer, as its letters may need two.
fn begins_as(other: &str, name: &str) -> bool {
    const LONGER: usize = 3;
    let length = name.chars().count();
    length >= SHORTEST
        && (length..=length + LONGER).any(|length| {
            let end = other.char_indices().nth(length).map_or(other.len(), |(at, _)| at);
            may_render(name, &other[..end])
        })
}
