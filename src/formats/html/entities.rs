//! Text as markup languages write it: character references stand for characters, and line breaks
//! are spaces.

use html5gum::{Token, Tokenizer};

use crate::model::Span;

/// A run of such text: what it reads, and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::formats) enum Run {
    /// The bytes as they stand.
    Plain(Span),
    /// A character reference.
    Reference(String, Span),
    /// White space with a line break in it.
    Break(Span),
}

/// The runs of the text at `span`, in order; nothing is left out.
pub(in crate::formats) fn runs(text: &str, span: Span) -> Vec<Run> {
    let (mut runs, mut start, mut at) = (Vec::new(), span.start, span.start);
    while let Some(next) = text[at..span.end].find(['&', '\n', '\r']).map(|found| at + found) {
        let special = if text[next..].starts_with('&') {
            reference(&text[next..span.end], next)
        } else {
            Some(Run::Break(break_around(text, next, Span::new(start, span.end))))
        };
        at = next + 1;
        if let Some(run) = special {
            let here = run.span();
            runs.extend((start < here.start).then(|| Run::Plain(Span::new(start, here.start))));
            (start, at) = (here.end, here.end);
            runs.push(run);
        }
    }
    runs.extend((start < span.end).then(|| Run::Plain(Span::new(start, span.end))));
    runs
}

impl Run {
    fn span(&self) -> Span {
        match self {
            Self::Plain(span) | Self::Reference(_, span) | Self::Break(span) => *span,
        }
    }
}

/// The white space around a line break.
fn break_around(text: &str, at: usize, within: Span) -> Span {
    let is_space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
    let before = text[within.start..at].trim_end_matches(is_space).len();
    let after = text[at..within.end].trim_start_matches(is_space).len();
    Span::new(within.start + before, within.end - after)
}

/// The longest name of a character reference, with room for numbers.
const LONGEST: usize = 40;

/// The character reference at the beginning of `text`, which stands at `at`.
fn reference(text: &str, at: usize) -> Option<Run> {
    let is_name = |c: &char| c.is_ascii_alphanumeric() || *c == '#';
    let name: usize = text[1..].chars().take(LONGEST).take_while(is_name).map(char::len_utf8).sum();
    let semicolon = usize::from(text[1 + name..].starts_with(';'));
    let written = &text[..1 + name + semicolon];
    if name == 0 {
        return None;
    }
    let read = decoded(written);
    (read != written).then(|| Run::Reference(read, Span::new(at, at + written.len())))
}

/// What text with character references reads.
pub(in crate::formats) fn decoded(text: &str) -> String {
    let tokens = Tokenizer::new(text).filter_map(Result::ok);
    let strings = tokens.filter_map(|token| match token {
        Token::String(string) => Some(String::from_utf8_lossy(&string).into_owned()),
        _ => None,
    });
    strings.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, &str)> {
        let runs = runs(text, Span::new(0, text.len())).into_iter().map(|run| match run {
            Run::Plain(span) => (span.of(text).to_owned(), span.of(text)),
            Run::Reference(read, span) => (read, span.of(text)),
            Run::Break(span) => (" ".to_owned(), span.of(text)),
        });
        runs.collect()
    }

    #[test]
    fn references_and_breaks_are_runs_of_their_own() {
        let is = |read: &str, written: &'static str| (read.to_owned(), written);
        assert_eq!(
            read("Дом&nbsp;&laquo;сад&#187; \r\n  и &bad; &amp R&D"),
            [
                is("Дом", "Дом"),
                is("\u{a0}", "&nbsp;"),
                is("«", "&laquo;"),
                is("сад", "сад"),
                is("»", "&#187;"),
                is(" ", " \r\n  "),
                is("и &bad; ", "и &bad; "),
                is("&", "&amp"),
                is(" R&D", " R&D"),
            ]
        );
    }
}
