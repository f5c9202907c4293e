//! Sentence boundaries of Russian and English prose.
//!
//! A boundary may stand after a run of `.`, `!`, `?` or `…` with the closing quotation marks and
//! brackets that belong to it. Whether it does is decided by what stands before (an initial, an
//! abbreviation, a list number) and after it (a small letter, a dash of dialogue, a number). The
//! word lists are data beside this file.

mod abbreviations;

use std::{cell::RefCell, ops::Range, rc::Rc};

use self::abbreviations::{Class, Lists};
use super::{
    memory::Lately,
    normalize::{fold, is_cyrillic, is_ignorable},
    words::is_letter_or_digit,
};
use crate::model::Language;

/// Marks that end sentences.
const TERMINATORS: [char; 4] = ['.', '!', '?', '…'];

/// What belongs to the sentence when it stands right after its end.
const CLOSERS: [char; 14] = ['»', '”', '“', '’', '"', '\'', ')', ']', '*', '_', '~', '›', '}', '`'];

/// What may open a sentence before its first word.
const OPENERS: [char; 14] =
    ['«', '„', '“', '”', '‘', '"', '\'', '(', '[', '*', '_', '‹', '`', '\u{feff}'];

const DASHES: [char; 4] = ['—', '–', '-', '―'];

/// The sentences of `text`, as byte ranges without the white space between them.
///
/// A line feed is always a boundary; `atomic` ranges (code, tags, URLs), in order, hold none.
#[must_use]
pub fn split(text: &str, language: Language, atomic: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let all = all_boundaries(text, language);
    let mut ends = all.iter().copied().peekable();
    for line in text.split_inclusive('\n') {
        let mut sentence_start = start;
        while let Some(end) = ends.next_if(|&end| end < start + line.len()) {
            let inside = atomic.partition_point(|range| range.end <= end);
            if atomic.get(inside).is_none_or(|range| range.start >= end) {
                push_trimmed(text, sentence_start..end, &mut sentences);
                sentence_start = end;
            }
        }
        push_trimmed(text, sentence_start..start + line.len(), &mut sentences);
        start += line.len();
    }
    sentences
}

/// How many sentences `text` has; one where no mark stands before its end.
#[must_use]
pub fn count(text: &str, language: Language) -> usize {
    let inside = text.trim_end_matches(CLOSERS).trim_end_matches(TERMINATORS);
    let is_one = !inside.contains(TERMINATORS) && !text.contains('\n');
    if is_one { usize::from(!text.trim().is_empty()) } else { split(text, language, &[]).len() }
}

fn push_trimmed(text: &str, range: Range<usize>, sentences: &mut Vec<Range<usize>>) {
    let blank = |c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}';
    let sentence = &text[range.clone()];
    let start = range.start + sentence.len() - sentence.trim_start_matches(blank).len();
    let end = range.start + sentence.trim_end_matches(blank).len();
    if start < end {
        sentences.push(start..end);
    }
}

/// Texts of which a thread remembers where their sentences end: the paragraphs of a long document,
/// most of which say in one version what they said in the one before.
const MOST_TEXTS: usize = 4096;

/// Where sentences end inside the lines of a text, the ends of the lines left out.
fn all_boundaries(text: &str, language: Language) -> Rc<[usize]> {
    thread_local! {
        static KNOWN: [RefCell<Lately<Rc<[usize]>>>; Language::COUNT] =
            const { [const { RefCell::new(Lately::new()) }; Language::COUNT] };
    }
    let find = || {
        let (mut all, mut start) = (Vec::new(), 0);
        for line in text.split_inclusive('\n') {
            all.extend(boundaries(text, start..start + line.len(), language));
            start += line.len();
        }
        all.into()
    };
    KNOWN.with(|known| known[language as usize].borrow_mut().of(text, MOST_TEXTS, find))
}

/// Where sentences end inside one line, the end of the line left out.
fn boundaries(text: &str, line: Range<usize>, language: Language) -> Vec<usize> {
    let mut found = Vec::new();
    let mut sentence = line.start;
    let mut has_words = false;
    let mut at = line.start;
    while let Some(offset) = text[at..line.end].find(TERMINATORS) {
        let mark = at + offset;
        has_words = has_words || text[at..mark].contains(is_letter_or_digit);
        let after_marks = mark + marks(&text[mark..line.end]);
        let closed = after_marks + closers(&text[after_marks..line.end]);
        let after = closed + lone_ellipses(&text[closed..line.end]);
        let candidate = Candidate {
            before: &text[sentence..mark],
            has_words,
            marks: &text[mark..after_marks],
            closers: &text[after_marks..after],
            after: &text[after..line.end],
            language,
        };
        if !candidate.after.trim().is_empty() && candidate.is_boundary() {
            found.push(after);
            sentence = after;
            has_words = false;
        }
        at = after;
    }
    found
}

/// Length in bytes of the characters at the start of `text` for which `is` holds.
fn run(text: &str, is: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is(c)).unwrap_or(text.len())
}

/// Length of the marks at the start of `text`: a run of them, or dots with spaces between.
fn marks(text: &str) -> usize {
    run(text, |c| TERMINATORS.contains(&c)).max(spaced_dots(text))
}

/// Length of `. . .` at the start of `text`, three dots or more; 0 where there is none.
fn spaced_dots(text: &str) -> usize {
    let Some(mut rest) = text.strip_prefix('.') else { return 0 };
    let mut dots = 1;
    while let Some(next) = rest.strip_prefix(char::is_whitespace).and_then(|c| c.strip_prefix('.'))
    {
        dots += 1;
        rest = next;
    }
    if dots >= 3 { text.len() - rest.len() } else { 0 }
}

/// Length of the ellipses by themselves that follow the end of a sentence: `Left. … Then`.
fn lone_ellipses(text: &str) -> usize {
    let mut length = 0;
    loop {
        let more = lone_ellipsis(&text[length..]);
        if more == 0 {
            return length;
        }
        length += more;
    }
}

/// The first of them, in brackets or not, with the white space before it.
fn lone_ellipsis(text: &str) -> usize {
    let opened = run(text, char::is_whitespace);
    let opened = opened + run(&text[opened..], |c| matches!(c, '[' | '('));
    let dots = run(&text[opened..], |c| matches!(c, '.' | '…'));
    let dots = if dots >= "...".len() { dots } else { spaced_dots(&text[opened..]) };
    let closed = opened + dots + closers(&text[opened + dots..]);
    let is_alone = text.starts_with(char::is_whitespace) && dots > 0;
    let ends = text[closed..].chars().next().is_none_or(char::is_whitespace);
    if is_alone && ends { closed } else { 0 }
}

/// Closing marks, and markers of notes: `[1]`, `¹`.
fn closers(text: &str) -> usize {
    let is_note = |c: char| matches!(c, '¹' | '²' | '³' | '⁴'..='⁹');
    let mut length = run(text, |c| CLOSERS.contains(&c) || is_note(c) || is_ignorable(c));
    if let Some(note) = text[length..].strip_prefix('[') {
        let digits = run(note, |c| c.is_ascii_digit());
        if digits > 0 && note[digits..].starts_with(']') {
            length += digits + 2;
        }
    }
    // An opening mark looks like a closing one where it follows white space; here none did.
    length
}

/// Whether a word before a full stop is an abbreviation that something always follows.
#[must_use]
pub fn is_abbreviation(word: &str, language: Language) -> bool {
    let (lists, folded) = (Lists::of(language), fold(word));
    [Class::Never, Class::Number].into_iter().any(|class| lists.has(class, &folded))
}

/// An aside in brackets within a sentence is no longer, in characters.
const LONGEST_ASIDE: usize = 200;

/// A place where a sentence may end.
struct Candidate<'a> {
    /// The sentence up to its terminator.
    before: &'a str,
    /// Whether a letter or a digit stands there: asked of each part once.
    has_words: bool,
    marks: &'a str,
    closers: &'a str,
    after: &'a str,
    language: Language,
}

/// How the text goes on after a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next<'a> {
    /// A small letter: the same sentence.
    Small,
    /// A word with a capital.
    Capital(&'a str),
    /// A number.
    Number,
    /// Anything else.
    Other,
}

impl<'a> Candidate<'a> {
    fn is_boundary(&self) -> bool {
        if !self.after.starts_with(char::is_whitespace) && !self.has_dash_at_once() {
            return self.lacks_space();
        }
        if self.is_bracketed_doubt() || !self.has_words || self.goes_on_after_brackets() {
            return false;
        }
        let (dash, next) = next(self.after);
        match next {
            Next::Small => false,
            Next::Capital(_)
                if dash && !self.closers.is_empty() && self.language == Language::Russian =>
            {
                false
            }
            Next::Capital(word) if self.is_attributed(word) => false,
            _ if self.marks == "." => self.full_stop_ends(next),
            _ => true,
        }
    }

    /// `слово.Следующее`: a space was forgotten. In Latin letters that may be a name of a file or
    /// a site.
    fn lacks_space(&self) -> bool {
        let mut before = self.before.chars().rev();
        let mut after = self.after.chars();
        let two_small =
            before.by_ref().take(2).filter(|c| is_cyrillic(*c) && c.is_lowercase()).count() == 2;
        let capital = after.next().is_some_and(|c| is_cyrillic(c) && c.is_uppercase());
        self.language == Language::Russian && two_small && capital
    }

    /// `сказал он.— Как?`: the dash of dialogue without a space before it.
    fn has_dash_at_once(&self) -> bool {
        self.language == Language::Russian && self.after.starts_with(['—', '―', '–'])
    }

    /// `(?)` and `(!)` comment on a word.
    fn is_bracketed_doubt(&self) -> bool {
        self.before.ends_with('(') && self.closers.starts_with(')')
    }

    /// `и др. (E. Smith) сравнили`: what stands in brackets does not begin a sentence that goes on with
    /// a small letter.
    fn goes_on_after_brackets(&self) -> bool {
        let opened = self.after.trim_start().strip_prefix('(');
        let closed = opened.and_then(|inside| {
            let end = inside.char_indices().take(LONGEST_ASIDE).find(|(_, c)| *c == ')')?.0;
            inside.get(end + 1..)
        });
        closed.is_some_and(|rest| rest.trim_start().starts_with(char::is_lowercase))
    }

    /// `"Where?" Ivan asked.`
    fn is_attributed(&self, word: &str) -> bool {
        let quoted = self.closers.contains(['"', '”', '’', '\'']);
        let rest = skip(self.after).strip_prefix(word).unwrap_or_default();
        let second = rest.split_whitespace().next().unwrap_or_default();
        let verb = fold(second.trim_end_matches(|c: char| !is_letter_or_digit(c)));
        // Before a name: a pronoun would be written small.
        let name = !self.lists().has(Class::Starter, &fold(word));
        quoted && name && self.marks != "." && self.lists().has(Class::Speech, &verb)
    }

    /// Whether a single full stop ends the sentence although a capital or a number follows.
    fn full_stop_ends(&self, next: Next<'_>) -> bool {
        let word = last_word(self.before);
        if word.is_empty() {
            return true;
        }
        if self.is_list_number(word) {
            return false;
        }
        let starts = matches!(next, Next::Capital(word) if self.is_starter(word));
        if self.closers.is_empty() && self.is_initial(word) {
            return self.language == Language::English && starts;
        }
        // An English abbreviation in a Russian text follows its own rules.
        let language = if word.is_ascii() { Language::English } else { self.language };
        self.abbreviation_ends(language, word, next, starts)
    }

    /// Whether a word that follows usually begins a sentence; `I.` before a name does not.
    fn is_starter(&self, word: &str) -> bool {
        let after = self.after.split_once(word).map_or("", |(_, after)| after);
        let name = after.strip_prefix('.').map(str::trim_start);
        let is_name = |name: &str| name.is_empty() || name.starts_with(char::is_uppercase);
        let is_initial = is_letter(word) && name.is_some_and(is_name);
        !is_initial && self.lists().has(Class::Starter, &fold(word))
    }

    /// A capital by itself before the stop, or a longer beginning of a first name.
    fn is_initial(&self, word: &str) -> bool {
        let is_capital = word.starts_with(char::is_uppercase);
        is_letter(word) || (is_capital && self.lists().has(Class::Initial, &fold(word)))
    }

    /// The same for what is neither an initial nor the number of a list.
    fn abbreviation_ends(
        &self,
        language: Language,
        word: &str,
        next: Next<'_>,
        starts: bool,
    ) -> bool {
        let lists = Lists::of(language);
        let abbreviation = folded_abbreviation(self.before);
        let is = |class| lists.has(class, &abbreviation) || lists.has(class, &fold(word));
        let number = next == Next::Number;
        let other_script =
            matches!(next, Next::Capital(next) if word.is_ascii() && next.contains(is_cyrillic));
        if !self.closers.is_empty() && self.closers != ")" {
            return true;
        }
        match language {
            _ if lists.has(Class::Year, &abbreviation) => {
                ends_with_number(self.before, word) && !number
            }
            _ if is(Class::Ending) && other_script => true,
            Language::Russian if is(Class::Ending) => !number || !is(Class::Number),
            Language::English if is(Class::Ending) => starts,
            _ if is(Class::Never) => starts && language == Language::Russian,
            _ if is(Class::Number) => !number,
            _ => true,
        }
    }

    fn lists(&self) -> &'static Lists {
        Lists::of(self.language)
    }

    /// `1. Текст`: the number of a list item, alone at the start.
    fn is_list_number(&self, word: &str) -> bool {
        let number = word.chars().all(|c| c.is_ascii_digit()) && word.len() <= 3;
        number && self.before.trim_start() == word
    }
}

/// What comes after the white space: whether a dash of dialogue, then what.
fn next(after: &str) -> (bool, Next<'_>) {
    let mut rest = skip(after);
    let has_space = rest.chars().nth(1).is_some_and(char::is_whitespace);
    let dash = rest.starts_with(DASHES) && (has_space || !rest.starts_with('-'));
    if dash {
        rest = skip(rest.trim_start_matches(DASHES));
    }
    let rest = rest.trim_start_matches(['…', '.']).trim_start();
    let length = run(rest, |c| {
        is_letter_or_digit(c) || is_ignorable(c) || matches!(c, '\'' | '’' | '\u{301}')
    });
    let word = &rest[..length];
    let mut letters = word.chars().filter(|c| !is_ignorable(*c));
    let next = match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if first.is_lowercase() && second.is_uppercase() => {
            Next::Capital(word)
        }
        (Some(first), _) if first.is_lowercase() => Next::Small,
        (Some(first), _) if first.is_numeric() => Next::Number,
        (Some(_), _) => Next::Capital(word),
        (None, _) => Next::Other,
    };
    (dash, next)
}

fn skip(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_whitespace() || OPENERS.contains(&c) || is_ignorable(c))
}

/// The run of letters, digits, hyphens and inner full stops that ends `text`.
fn last_word(text: &str) -> &str {
    let is_part = |c: char| {
        is_letter_or_digit(c)
            || is_ignorable(c)
            || matches!(c, '-' | '\u{2011}' | '\'' | '’' | '\u{301}' | '№')
    };
    let start = text.char_indices().rev().take_while(|(_, c)| is_part(*c)).last();
    start.map_or("", |(at, _)| &text[at..])
}

/// A capital by itself.
fn is_letter(word: &str) -> bool {
    let mut letters = word.chars().filter(|c| !is_ignorable(*c));
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// The abbreviation that ends `before`, folded: the last word with those before it that end in a
/// full stop too (`т. е`, `U.S`), joined by full stops.
fn folded_abbreviation(before: &str) -> String {
    let mut parts = vec![last_word(before)];
    let mut rest = &before[..before.len() - parts[0].len()];
    while let Some(shorter) = rest.trim_end().strip_suffix('.') {
        let word = last_word(shorter);
        if word.is_empty() || word.chars().count() > 3 || parts.len() == 4 {
            break;
        }
        parts.push(word);
        rest = &shorter[..shorter.len() - word.len()];
    }
    parts.reverse();
    let longest = parts.join(".");
    fold(&longest)
}

/// Whether a number, Arabic or Roman, stands before the last word.
fn ends_with_number(before: &str, word: &str) -> bool {
    let rest = before[..before.len() - word.len()].trim_end();
    let previous = last_word(rest);
    let roman = !previous.is_empty() && previous.chars().all(|c| "IVXLCMХ".contains(c));
    roman || previous.ends_with(|c: char| c.is_ascii_digit()) || rest.ends_with([')', 'е', 'х'])
}
