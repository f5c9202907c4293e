//! Which bytes of a file the letters of a segment's prose come from.
//!
//! A document keeps the prose and its span, not what lies between. The letters of the prose stand
//! in the file in the same order, markup between them: walking both finds each again.

use std::ops::Range;

use crate::model::{Document, Segment, Span};

/// No reference to a character (`&nbsp;`) is longer.
const LONGEST_ENTITY: usize = 12;

/// For each character of a prose, where it stands in it and in the file.
#[derive(Debug, Default)]
pub(super) struct ProseMap {
    /// Offsets in the prose and in the file, in order.
    at: Vec<(usize, usize)>,
    prose: usize,
}

impl ProseMap {
    /// The map of a segment. `skipped` are spans of the file that are no prose: the targets of
    /// links, tags.
    pub(super) fn of(document: &Document, segment: &Segment, skipped: &[Span]) -> Self {
        let raw = document.text.get(segment.span.start..segment.span.end).unwrap_or_default();
        let mut walk = Walk { raw, base: segment.span.start, at: 0, skipped };
        let at = segment.text.char_indices().filter_map(|(prose, c)| Some((prose, walk.find(c)?)));
        Self { at: at.collect(), prose: segment.text.len() }
    }

    /// The part of the prose that stands in `span` of the file; nothing where none does.
    pub(super) fn prose_of(&self, span: Span) -> Option<Range<usize>> {
        let first = self.at.partition_point(|(_, file)| *file < span.start);
        let end = self.at.partition_point(|(_, file)| *file < span.end);
        let start = self.at.get(first).filter(|_| first < end)?.0;
        Some(start..self.at.get(end).map_or(self.prose, |(prose, _)| *prose))
    }
}

/// A place in the bytes of a segment that moves forward.
struct Walk<'a> {
    raw: &'a str,
    base: usize,
    at: usize,
    skipped: &'a [Span],
}

impl Walk<'_> {
    /// Where the next `wanted` stands; none leaves the place as it is.
    fn find(&mut self, wanted: char) -> Option<usize> {
        let mut at = self.at;
        while let Some(c) = self.raw.get(at..).and_then(|rest| rest.chars().next()) {
            if let Some(end) = self.skip(at) {
                at = end;
            } else if is_same(wanted, c) {
                self.at = at + c.len_utf8();
                return Some(self.base + at);
            } else if let Some(length) = entity(&self.raw[at..]) {
                self.at = at + length;
                return Some(self.base + at);
            } else {
                at += c.len_utf8();
            }
        }
        None
    }

    /// The end of what is no prose at a place.
    fn skip(&self, at: usize) -> Option<usize> {
        let file = self.base + at;
        let index = self.skipped.partition_point(|span| span.end <= file);
        let span = self.skipped.get(index).filter(|span| span.start <= file)?;
        Some((span.end - self.base).min(self.raw.len()).max(at + 1))
    }
}

/// White space is folded in prose.
fn is_same(wanted: char, found: char) -> bool {
    wanted == found || (wanted.is_whitespace() && found.is_whitespace())
}

/// The length of the reference to a character that `text` begins with.
fn entity(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('&')?;
    let end = inside.bytes().take(LONGEST_ENTITY).position(|byte| byte == b';')?;
    let is_name = inside.get(..end)?.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#');
    (end > 0 && is_name).then_some(end + 2)
}

#[cfg(test)]
mod tests {
    use super::{super::styles::Styles, *};
    use crate::{
        formats::{self, Options},
        model::{Language, RepoPath},
    };

    #[test]
    fn letters_are_found_behind_markup() {
        let text = "> A **bold** [link](http://a.b/bold) and&nbsp;`code`\n> on *two* lines.\n";
        let path = RepoPath::new("a.md");
        let document =
            formats::parse(path, Language::English, text.to_owned(), &Options::default());
        let segment = &document.segments[0];
        let skipped = Styles::of(&document).skipped;
        let map = ProseMap::of(&document, segment, &skipped);
        for word in ["bold", "link", "and", "code", "two", "lines"] {
            let start = text.find(word).unwrap();
            let found = map.prose_of(Span::new(start, start + word.len())).unwrap();
            assert_eq!(&segment.text[found], word);
        }
    }
}
