//! Stretches of documents as reports show them: a bar before each line, what matters marked so
//! that it is seen without colour.

use std::io;

use anstyle::Style;
use unicode_width::UnicodeWidthChar;

use super::{
    Page, columns,
    word_diff::{Fate, word_diff},
};
use crate::{
    model::{Around, Place},
    ui::printable,
};

/// What stands before each line.
const MARGIN: &str = "  | ";
/// What stands between two texts side by side.
const BETWEEN: &str = " | ";
/// More lines than this are no excerpt.
const LINES: usize = 6;
/// Columns of text shown before and after a place where something belongs.
const CONTEXT: usize = 60;

/// How a character is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Plain,
    Deleted,
    Inserted,
    /// Underlined with carets: what a finding is about, within its sentence.
    Pointed,
}

/// Text with marks, white space folded.
#[derive(Debug, Clone, Default)]
pub(super) struct Excerpt {
    chars: Vec<(char, Mark)>,
}

impl Excerpt {
    /// Text without marks.
    pub(super) fn plain(text: &str) -> Self {
        Self::default().and(text, Mark::Plain)
    }

    /// The words that went as `[-…-]`, those that came as `{+…+}`.
    pub(super) fn diff(old: &str, new: &str) -> Self {
        let mut stretches = word_diff(old, new);
        if is_rewritten(&stretches, new) {
            stretches = vec![(Fate::Deleted, old.to_owned()), (Fate::Inserted, new.to_owned())];
        }
        stretches.into_iter().fold(Self::default(), |excerpt, (fate, text)| match fate {
            Fate::Kept => excerpt.and(&text, Mark::Plain),
            Fate::Deleted => excerpt.and(&format!("[-{text}-]"), Mark::Deleted),
            Fate::Inserted => excerpt.and(&format!("{{+{text}+}}"), Mark::Inserted),
        })
    }

    /// The text at `place`; where that is a part of a segment, the segment with the part pointed
    /// out; where nothing stands, what stands before and after.
    pub(super) fn of(place: &Place) -> Self {
        let Around { before, after, .. } = &place.around;
        if before.is_empty() && after.is_empty() {
            return Self::plain(&place.text);
        }
        if place.span.is_empty() {
            return Self::gap(place);
        }
        Self::plain(before).and(&place.text, Mark::Pointed).and(after, Mark::Plain)
    }

    /// A place between two segments, where something belongs.
    fn gap(place: &Place) -> Self {
        Self::plain(&columns::cut_start(&place.around.before, CONTEXT))
            .and(" >>> <<< ", Mark::Inserted)
            .and(&columns::cut(&place.around.after, CONTEXT), Mark::Plain)
    }

    fn and(mut self, text: &str, mark: Mark) -> Self {
        for c in printable(text).chars() {
            let folded = if c.is_whitespace() && c != '\u{a0}' { ' ' } else { c };
            let follows_space = self.chars.last().is_none_or(|&(last, _)| last == ' ');
            if folded != ' ' || !follows_space {
                self.chars.push((folded, mark));
            }
        }
        self
    }

    /// Writes the excerpt as lines of `page`.
    pub(super) fn write(&self, page: &mut Page<'_>) -> io::Result<()> {
        let lines = self.lines(room(page));
        let pointed = |line: &[(char, Mark)]| line.iter().any(|(_, mark)| *mark != Mark::Plain);
        let first = lines.iter().position(|line| pointed(line)).unwrap_or(0);
        let start = if lines.len() <= LINES { 0 } else { first.saturating_sub(1) };
        for (number, line) in lines.iter().enumerate().skip(start).take(LINES) {
            let is_last = number + 1 == start + LINES && number + 1 < lines.len();
            write_line(line, is_last, page)?;
        }
        Ok(())
    }

    /// Writes all of it, however long.
    pub(super) fn write_whole(&self, page: &mut Page<'_>) -> io::Result<()> {
        for line in self.lines(room(page)) {
            write_line(line, false, page)?;
        }
        Ok(())
    }

    /// Writes all of it with all of `other` to its right.
    pub(super) fn write_beside(&self, other: &Self, page: &mut Page<'_>) -> io::Result<()> {
        let half = page.width().saturating_sub(MARGIN.len() + BETWEEN.len()) / 2;
        let (left, right) = (self.lines(half), other.lines(half));
        for number in 0..left.len().max(right.len()) {
            let line =
                |lines: &[&[(char, Mark)]]| lines.get(number).copied().unwrap_or_default().to_vec();
            let (left, right) = (line(&left), line(&right));
            let text: String = left.iter().map(|(c, _)| c).collect();
            page.styled(page.palette().faint, MARGIN)?;
            write_chars(&left, page)?;
            page.text(&" ".repeat(half.saturating_sub(columns::width(&text))))?;
            let between = if right.is_empty() { BETWEEN.trim_end() } else { BETWEEN };
            page.styled(page.palette().faint, between)?;
            write_chars(&right, page)?;
            page.end_line()?;
        }
        Ok(())
    }

    /// The text in lines of at most `columns`, without its marks.
    pub(super) fn wrapped(&self, columns: usize) -> Vec<String> {
        let text = |line: &[(char, Mark)]| line.iter().map(|(c, _)| c).collect();
        self.lines(columns).into_iter().map(text).collect()
    }

    /// Broken at spaces into lines of at most `columns`.
    fn lines(&self, columns: usize) -> Vec<&[(char, Mark)]> {
        let (mut lines, mut rest) = (Vec::new(), trim(&self.chars));
        while !rest.is_empty() {
            let (line, after) = rest.split_at(line_end(rest, columns));
            lines.push(trim(line));
            rest = trim(after);
        }
        lines
    }
}

/// Whether so little was kept that the changed words one by one would be unreadable.
fn is_rewritten(stretches: &[(Fate, String)], new: &str) -> bool {
    let kept = stretches.iter().filter(|(fate, _)| *fate == Fate::Kept);
    kept.map(|(_, text)| text.trim().len()).sum::<usize>() * 4 < new.len()
}

/// The columns that a line has for text; on the narrowest terminal some.
fn room(page: &Page<'_>) -> usize {
    page.width().saturating_sub(MARGIN.len()).max(20)
}

/// Where the first line of `chars` ends: at the last space that fits, or in a word too long.
fn line_end(chars: &[(char, Mark)], columns: usize) -> usize {
    let (mut taken, mut last_space) = (0, None);
    for (index, &(c, _)) in chars.iter().enumerate() {
        taken += c.width().unwrap_or(0);
        if c == ' ' {
            last_space = Some(index);
        }
        if taken > columns {
            return last_space.filter(|&space| space > 0).unwrap_or(index.max(1));
        }
    }
    chars.len()
}

fn trim(mut chars: &[(char, Mark)]) -> &[(char, Mark)] {
    while let [(' ', _), rest @ ..] | [rest @ .., (' ', _)] = chars {
        chars = rest;
    }
    chars
}

fn write_line(line: &[(char, Mark)], is_cut: bool, page: &mut Page<'_>) -> io::Result<()> {
    page.styled(page.palette().faint, MARGIN)?;
    write_chars(line, page)?;
    page.line(if is_cut { " ..." } else { "" })?;
    if line.iter().any(|(_, mark)| *mark == Mark::Pointed) {
        page.styled(page.palette().faint, MARGIN)?;
        page.styled(page.palette().warn, carets(line).trim_end())?;
        page.end_line()?;
    }
    Ok(())
}

fn write_chars(chars: &[(char, Mark)], page: &mut Page<'_>) -> io::Result<()> {
    for run in chars.chunk_by(|a, b| a.1 == b.1) {
        let text: String = run.iter().map(|(c, _)| c).collect();
        page.styled(style(run[0].1, page), &text)?;
    }
    Ok(())
}

fn carets(line: &[(char, Mark)]) -> String {
    let under = |&(c, mark): &(char, Mark)| {
        let sign = if mark == Mark::Pointed { "^" } else { " " };
        sign.repeat(columns::width(c.encode_utf8(&mut [0; 4])))
    };
    line.iter().map(under).collect()
}

fn style(mark: Mark, page: &Page<'_>) -> Style {
    match mark {
        Mark::Plain => Style::new(),
        Mark::Deleted => page.palette().deleted,
        Mark::Inserted => page.palette().inserted,
        Mark::Pointed => page.palette().strong,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::{Messages, Palette};

    fn shown(excerpt: &Excerpt, width: usize) -> String {
        let (mut output, messages) = (Vec::new(), Messages::english());
        let mut page = Page::new(&mut output, &messages, Palette::plain(), width);
        excerpt.write(&mut page).unwrap();
        String::from_utf8(output).unwrap()
    }

    #[test]
    fn changes_are_seen_without_colour() {
        let excerpt = Excerpt::diff("Она пришла в семь часов.", "Она пришла в восемь часов.");
        assert_eq!(shown(&excerpt, 80), "  | Она пришла в [-семь-]{+восемь+} часов.\n");
    }

    #[test]
    fn a_rewritten_sentence_is_shown_whole() {
        let excerpt = Excerpt::diff("Снег шёл весь день.", "Мы ждали, и поезд всё же пришёл.");
        assert_eq!(
            shown(&excerpt, 80),
            "  | [-Снег шёл весь день.-]{+Мы ждали, и поезд всё же пришёл.+}\n"
        );
    }

    #[test]
    fn long_lines_break_at_spaces_and_carets_follow() {
        let excerpt = Excerpt::plain("She came home with ")
            .and("seven bags", Mark::Pointed)
            .and(" and a cat.", Mark::Plain);
        assert_eq!(
            shown(&excerpt, 28),
            "  | She came home with seven\n  |                    ^^^^^\n\
             \u{20} | bags and a cat.\n  | ^^^^\n"
        );
    }

    #[test]
    fn two_texts_stand_side_by_side() {
        let (mut output, messages) = (Vec::new(), Messages::english());
        let mut page = Page::new(&mut output, &messages, Palette::plain(), 47);
        let left = Excerpt::diff("Она пришла в семь часов.", "Она пришла в восемь часов.");
        left.write_beside(&Excerpt::plain("She came at seven."), &mut page).unwrap();
        assert_eq!(
            String::from_utf8(output).unwrap(),
            "  | Она пришла в         | She came at seven.\n  | [-семь-]{+восемь+}   |\n\
             \u{20} | часов.               |\n"
        );
    }

    #[test]
    fn controls_are_shown_by_number() {
        assert_eq!(shown(&Excerpt::plain("a\u{1b}[31m\nb"), 80), "  | aU+001B[31m b\n");
    }
}
