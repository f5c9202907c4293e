//! Marks of notes in braces, `высокого»,{2} как`: they look like placeholders of a program, and like
//! numbers.

use std::cell::OnceCell;

use super::pairs::Pairs;

/// Marks of one document, at least, that show that it numbers its notes so.
const FEWEST: usize = 3;

/// The marks of notes of a document.
pub(super) struct NoteMarks<'a> {
    pairs: &'a Pairs<'a>,
    are_left_out: OnceCell<bool>,
}

impl<'a> NoteMarks<'a> {
    pub(super) const fn of(pairs: &'a Pairs<'a>) -> Self {
        Self { pairs, are_left_out: OnceCell::new() }
    }

    /// Whether what stands at `start` of a text of the original is a mark of a note, and the
    /// translation was made of an edition without notes.
    pub(super) fn is_left_out(&self, text: &str, start: usize) -> bool {
        mark(text, start).is_some() && *self.are_left_out.get_or_init(|| are_left_out(self.pairs))
    }
}

/// Whether the originals number their notes in braces, from the first to the last, and the
/// translations have no such marks.
fn are_left_out(pairs: &Pairs<'_>) -> bool {
    let originals: Vec<u32> = pairs.all.iter().flat_map(|pair| marks(&pair.source.text)).collect();
    originals.len() >= FEWEST
        && originals.is_sorted_by(|one, next| one < next)
        && !pairs.all.iter().any(|pair| marks(&pair.target.text).next().is_some())
}

fn marks(text: &str) -> impl Iterator<Item = u32> {
    text.match_indices('{').filter_map(move |(start, _)| mark(text, start))
}

/// The number of the mark at `start`: it hangs on a word or a mark, and nothing hangs on it.
fn mark(text: &str, start: usize) -> Option<u32> {
    let (before, rest) = text.split_at_checked(start)?;
    let (number, after) = rest.strip_prefix('{')?.split_once('}')?;
    let hangs = before.ends_with(|c: char| !c.is_whitespace() && !"([{".contains(c));
    let ends = !after.starts_with(|c: char| c.is_alphanumeric() || c == '{');
    let is_number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    (hangs && ends && is_number).then(|| number.parse().ok()).flatten()
}
