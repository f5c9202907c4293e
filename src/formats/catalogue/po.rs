//! PO of gettext: messages by their context and the text that they stand for.
//!
//! A file in the language that is read gives its translations; one whose messages are in that
//! language, and whose translations are in another, gives those.

use super::{
    super::{Input, builder::Parsed, prose::Prose},
    Entries,
    escapes::{self, Style},
};
use crate::{
    model::{Language, Span, Standing},
    text::normalize::is_cyrillic,
};

/// Reads PO.
pub(in crate::formats) fn parse(input: &Input<'_>) -> Parsed {
    let mut reader = Reader::of(input.text);
    let takes = reader.sides().takes(input.language);
    let messages = std::mem::take(&mut reader.messages);
    for message in messages.into_iter().filter(|message| !message.key().is_empty()) {
        message.add(input.text, takes, &mut reader.entries);
    }
    reader.entries.finish()
}

/// What the two sides of a file are in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sides {
    /// Whether the messages are in Russian.
    pub(super) has_russian_ids: bool,
    has_russian_texts: bool,
    has_texts: bool,
}

/// Which strings of a file are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Takes {
    /// The messages.
    Ids,
    /// Their translations.
    Texts,
    /// The translations; a program shows the message where there is none.
    TextsOrIds,
}

impl Sides {
    /// What of them is the text in `language`.
    const fn takes(self, language: Language) -> Takes {
        let Self { has_russian_ids, has_russian_texts, has_texts } = self;
        match language {
            Language::Russian if !has_russian_ids => Takes::Texts,
            Language::English if has_russian_ids => Takes::Texts,
            Language::Russian if !has_texts || !has_russian_texts => Takes::Ids,
            Language::English if !has_texts || has_russian_texts => Takes::Ids,
            _ => Takes::TextsOrIds,
        }
    }
}

/// The sides of a file, its messages put together, and the language that its header names.
pub(super) fn sides(text: &str) -> (Sides, String, Option<String>) {
    let reader = Reader::of(text);
    let language = reader.header.split("\\n").find_map(|line| line.strip_prefix("Language:"));
    let language = language.map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned);
    let ids: Vec<&str> = reader.messages.iter().map(|message| message.read.as_str()).collect();
    (reader.sides(), ids.join("\n"), language)
}

/// Whether a catalogue of gettext has messages and a translation of none.
#[must_use]
pub fn is_untouched(text: &str) -> bool {
    let reader = Reader::of(text);
    !reader.messages.is_empty() && !reader.sides().has_texts
}

/// A message as it is read: strings in pieces, each the bytes between its quotation marks.
#[derive(Debug, Default)]
struct Message {
    context: String,
    id: Vec<Span>,
    plural: Vec<Span>,
    texts: Vec<Vec<Span>>,
    read: String,
    is_fuzzy: bool,
    /// What the message said when it was translated.
    was: Vec<Span>,
}

/// Which string of a message goes on in the next line.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Part {
    #[default]
    None,
    Context,
    Id,
    Plural,
    Text(usize),
}

#[derive(Debug, Default)]
struct Reader<'a> {
    text: &'a str,
    entries: Entries,
    messages: Vec<Message>,
    current: Message,
    part: Part,
    /// Whether what goes on of an earlier message is not its text.
    passes_over: bool,
    /// The header, whose message is empty.
    header: String,
}

impl<'a> Reader<'a> {
    fn of(text: &'a str) -> Self {
        let mut reader = Self { text, ..Self::default() };
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            reader.line(at, line);
            at += line.len();
        }
        reader.end();
        reader
    }

    fn line(&mut self, at: usize, line: &str) {
        let content = line.trim();
        let start = at + line.len() - line.trim_start().len();
        if content.is_empty() {
            self.end();
        } else if let Some(comment) = content.strip_prefix('#') {
            // `#~` is what is no longer used, `#|` what was; `#,` and `#:` are for programs.
            if comment.starts_with([' ', '.']) {
                let span = Span::new(start, start + content.len());
                self.entries.comment(span, comment.trim_start_matches('.'));
            }
            self.end();
            self.remark(start, content, comment);
        } else {
            self.keyword(start, content);
        }
    }

    /// What a comment for programs says of the message that follows.
    fn remark(&mut self, start: usize, content: &str, comment: &str) {
        if let Some(flags) = comment.strip_prefix(',') {
            self.current.is_fuzzy |= flags.split(',').any(|flag| flag.trim() == "fuzzy");
        } else if let Some(was) = comment.strip_prefix('|') {
            let is_context = was.trim_start().starts_with("msgctxt");
            let is_plural = was.trim_start().starts_with("msgid_plural");
            self.passes_over |= is_context || is_plural;
            self.passes_over &= is_context || is_plural || was.trim_start().starts_with('"');
            let quotes = content.find('"').zip(content.rfind('"'));
            if let Some((open, close)) =
                quotes.filter(|(open, close)| open < close && !self.passes_over)
            {
                self.current.was.push(Span::new(start + open + 1, start + close));
            }
        }
    }

    fn keyword(&mut self, start: usize, content: &str) {
        let keyword = content.split(['"', ' ', '\t']).next().unwrap_or_default();
        let part = match keyword {
            "" => self.part,
            "msgctxt" => Part::Context,
            "msgid" => Part::Id,
            "msgid_plural" => Part::Plural,
            "msgstr" => Part::Text(0),
            _ => index(keyword).map_or(Part::None, Part::Text),
        };
        let begins = part == Part::Context || (part == Part::Id && self.part != Part::Context);
        if begins && !keyword.is_empty() {
            self.end();
        }
        self.part = part;
        let quotes = content.find('"').zip(content.rfind('"')).filter(|(open, close)| open < close);
        if let Some((open, close)) = quotes {
            self.push(part, Span::new(start + open + 1, start + close));
        }
    }

    fn push(&mut self, part: Part, span: Span) {
        let message = &mut self.current;
        match part {
            Part::None => {}
            Part::Context => message.context.push_str(span.of(self.text)),
            Part::Id => {
                message.read.push_str(span.of(self.text));
                message.id.push(span);
            }
            Part::Plural => message.plural.push(span),
            Part::Text(index) => {
                while message.texts.len() <= index {
                    message.texts.push(Vec::new());
                }
                message.texts[index].push(span);
            }
        }
    }

    /// A message is at its end.
    fn end(&mut self) {
        self.part = Part::None;
        let message = std::mem::take(&mut self.current);
        if message.id.is_empty() {
            let Message { is_fuzzy, was, .. } = message;
            self.current = Message { is_fuzzy, was, ..Message::default() };
            return;
        }
        if message.read.is_empty() && message.context.is_empty() {
            let spans = message.texts.iter().flatten();
            self.header = spans.map(|span| span.of(self.text)).collect();
            return;
        }
        self.messages.push(message);
    }

    fn sides(&self) -> Sides {
        // Translations hold code, too, which has no letters of theirs.
        const FEWEST: usize = 10;
        let share = |spans: &mut dyn Iterator<Item = &Span>| {
            let letters = spans.flat_map(|span| span.of(self.text).chars());
            let letters = letters.filter(|c| c.is_alphabetic());
            let (cyrillic, all) = letters.fold((0_usize, 0_usize), |(cyrillic, all), c| {
                (cyrillic + usize::from(is_cyrillic(c)), all + 1)
            });
            (cyrillic, all)
        };
        let (in_ids, ids) = share(&mut self.messages.iter().flat_map(|message| &message.id));
        let has_text =
            |message: &Message| message.texts.iter().flatten().any(|span| !span.is_empty());
        let texts = self.messages.iter().flat_map(|message| message.texts.iter().flatten());
        let (in_texts, all_texts) = share(&mut texts.into_iter());
        let has_russian_ids = in_ids * 2 > ids;
        Sides {
            has_russian_ids,
            has_russian_texts: in_texts * 2 > all_texts
                || !has_russian_ids && in_texts * FEWEST > all_texts,
            has_texts: self.messages.iter().any(has_text),
        }
    }
}

impl Message {
    fn key(&self) -> String {
        let context = if self.context.is_empty() { "" } else { "\u{4}" };
        format!("{}{context}{}", self.context, self.read)
    }

    fn add(self, text: &str, takes: Takes, entries: &mut Entries) {
        let key = self.key();
        let Self { id, plural, texts, is_fuzzy, was, .. } = self;
        let is_plural = !plural.is_empty();
        let is_empty = texts.iter().flatten().all(|span| span.is_empty());
        let takes_ids = takes == Takes::Ids || (takes == Takes::TextsOrIds && is_empty);
        let standing = (is_fuzzy && !takes_ids)
            .then(|| Standing::OutOfDate(read(text, was).text().to_owned()));
        let forms =
            if takes_ids { if is_plural { vec![id, plural] } else { vec![id] } } else { texts };
        let count = forms.len();
        for (index, form) in forms.into_iter().enumerate() {
            let key =
                if is_plural { format!("{key}#{}", category(index, count)) } else { key.clone() };
            entries.add_standing(key, read(text, form), standing.clone());
        }
    }
}

/// The string that stands in pieces.
fn read(text: &str, pieces: Vec<Span>) -> Prose {
    let mut prose = Prose::default();
    pieces.into_iter().for_each(|span| {
        escapes::push(text, span, Style::Backslash, &mut prose);
    });
    prose
}

/// The category of a plural form by its number: Russian has three or four, English two.
fn category(index: usize, count: usize) -> &'static str {
    match (index, count) {
        (0, 2..) => "one",
        (1, 3) | (1, 4) => "few",
        (2, 4) => "many",
        _ => "other",
    }
}

/// The number in `msgstr[2]`; no language has so many forms.
fn index(keyword: &str) -> Option<usize> {
    let number = keyword.strip_prefix("msgstr[")?.strip_suffix(']')?;
    number.parse().ok().filter(|index| *index < 8)
}
