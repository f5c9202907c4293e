//! Subtitles: SRT and WebVTT. What is said in one breath is one text, over however many cues.
//!
//! Each block knows when it is shown, so that two files are paired by time as well as by text.

use super::{
    Input,
    builder::{Parsed, RawBlock},
    catalogue::push_marked,
    prose::Prose,
};
use crate::model::{BlockKind, Span, TimeSpan, Verbatim, VerbatimKind};

/// Cues further apart than this, in milliseconds, are no one sentence.
const PAUSE: u64 = 4_000;

/// Reads SRT or WebVTT.
pub(super) fn parse(input: &Input<'_>) -> Parsed {
    let mut reader = Reader { text: input.text, parsed: Parsed::default(), open: None };
    let lines: Vec<Span> = lines(input.text).collect();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let content = line.of(input.text).trim_start_matches('\u{feff}');
        let body = lines.get(at + 1..).unwrap_or_default();
        let body = body.iter().take_while(|line| !line.of(input.text).trim().is_empty()).count();
        let inside = lines.get(at + 1..at + 1 + body).unwrap_or_default();
        if let Some(time) = time_line(content) {
            reader.cue(time, inside);
        } else if content.starts_with("NOTE") {
            reader.note(*line, inside);
        } else if !matches!(content.trim(), "STYLE" | "REGION") {
            // A number, a name or a header stands before the time.
            at += 1;
            continue;
        }
        at += 1 + body;
    }
    reader.close();
    reader.parsed
}

struct Reader<'a> {
    text: &'a str,
    parsed: Parsed,
    /// What is being said, and when.
    open: Option<(Prose, TimeSpan)>,
}

impl Reader<'_> {
    fn cue(&mut self, time: TimeSpan, lines: &[Span]) {
        let is_later = |open: &(Prose, TimeSpan)| time.start > open.1.end.saturating_add(PAUSE);
        if self.open.as_ref().is_some_and(is_later) {
            self.close();
        }
        for line in lines {
            let mut content = trimmed(self.text, *line);
            if let Some(said) = speech(content.of(self.text)) {
                self.close();
                // The dash says who speaks, as markup does.
                content.start = content.end - said.len();
            }
            let (prose, open) = self.open.get_or_insert_with(|| (Prose::default(), time));
            open.end = open.end.max(time.end);
            if prose.len() > 0 {
                prose.push_break(Span::at(content.start));
            }
            push_marked(self.text, content, prose);
        }
        if self.open.as_ref().is_some_and(|(prose, _)| ends(prose.text())) {
            self.close();
        }
    }

    fn note(&mut self, first: Span, lines: &[Span]) {
        let span = lines.last().map_or(first, |last| first.join(*last));
        let text = span.of(self.text).trim_start_matches("NOTE").trim().to_owned();
        self.parsed.comments.push((span, text));
    }

    fn close(&mut self) {
        let Some((prose, time)) = self.open.take() else { return };
        if let Some(span) = prose.extent() {
            let block = RawBlock::bare(BlockKind::Paragraph, span, 0);
            // How a cue is set is no part of what it says.
            let is_text = |verbatim: &Verbatim| verbatim.kind != VerbatimKind::Html;
            let verbatims = prose.verbatims().filter(is_text).collect();
            let time = Some(time);
            self.parsed.blocks.push(RawBlock { prose, verbatims, time, ..block });
        }
    }
}

/// What another person says, as a dash at the beginning of a line shows.
fn speech(line: &str) -> Option<&str> {
    let said = line.strip_prefix(['-', '–', '—'])?.trim_start();
    said.starts_with(|c: char| !c.is_ascii_digit()).then_some(said)
}

/// Whether what is said ends here.
fn ends(text: &str) -> bool {
    let said = text.trim_end_matches(|c: char| "»”\"')] ♪".contains(c));
    said.ends_with(['.', '!', '?', '…']) && !said.ends_with("...") || said.is_empty()
}

fn lines(text: &str) -> impl Iterator<Item = Span> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let span = Span::new(at, at + line.trim_end_matches(['\n', '\r']).len());
        at += line.len();
        span
    })
}

fn trimmed(text: &str, line: Span) -> Span {
    let content = line.of(text);
    let start = line.start + content.len() - content.trim_start().len();
    Span::new(start, start + content.trim().len())
}

/// When a cue is shown, in milliseconds.
fn time_line(line: &str) -> Option<TimeSpan> {
    let (start, rest) = line.split_once("-->")?;
    let end = rest.split_whitespace().next()?;
    Some(TimeSpan { start: time(start.trim())?, end: time(end)? })
}

/// A time: `01:02:03,450`, `02:03.450`.
fn time(text: &str) -> Option<u64> {
    let (clock, thousandths) = text.split_once([',', '.'])?;
    let mut seconds = 0_u64;
    for part in clock.split(':') {
        let part: u64 = part.parse().ok().filter(|part| *part < 1_000)?;
        seconds = seconds.checked_mul(60)?.checked_add(part)?;
    }
    let thousandths: u64 = thousandths.parse().ok().filter(|part| *part < 1_000)?;
    seconds.checked_mul(1_000)?.checked_add(thousandths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read() {
        for (line, expected) in [
            ("00:00:01,000 --> 00:01:03,450", Some((1_000, 63_450))),
            ("00:01.000 --> 01:02.500 align:start", Some((1_000, 62_500))),
            ("a --> b", None),
            ("00:00:01,000", None),
        ] {
            let read = time_line(line).map(|time| (time.start, time.end));
            assert_eq!(read, expected, "{line}");
        }
    }
}
